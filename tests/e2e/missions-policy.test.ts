/**
 * Every form of missions, of the outbox and of members, sent by people it is not for. The forms are read from the
 * folder of the routes, so that a new one is asked too, and one at an address that is not told here fails.
 */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '#modules/access/server/index.ts';
import { addMembership, addOrganisationContact, organisationNamed } from '#modules/directory/server/index.ts';
import { emptyQuery } from '#modules/missions/index.ts';
import * as missions from '#modules/missions/server/index.ts';
import { client, signedInClient, type Client } from './http.ts';
import { beside, password, peopleOf } from './missions.ts';
import { useWorkbench } from './workbench.ts';

const workbench = useWorkbench({ THROUGHLINE_EXAMPLES: '' });
const routes = path.resolve(import.meta.dirname, '../../src/routes');
const rooms = ['missions', 'outbox', 'partners/members', 'partners/organisations'];
const strangers = ['public', 'strangemember', 'strangeexpert', 'strangepartner'] as const;
type Stranger = (typeof strangers)[number];

const pages = rooms
  .flatMap((room) => globSync(`${room}/**/+page.svelte`, { cwd: routes }))
  .map((file) => path.dirname(file));

/** Names of the forms that a page takes; `default` for the only one. */
function actionsOf(route: string): string[] {
  const [file] = globSync(`${routes}/${globbed(route)}/+page.server.ts`);
  const block = file === undefined ? null : /^export const actions\b[^]*?^\};/m.exec(readFileSync(file, 'utf8'));
  if (block === null) return [];
  return [...block[0].matchAll(/^ {2}(?:async )?(\w+)\s*[:(]/gm)].map(([, name = '']) => name);
}

/** Brackets of a route mean themselves, not a choice of letters. */
const globbed = (route: string): string => route.replace(/[[\]]/g, (bracket) => (bracket === '[' ? '[[]' : '[]]'));

const forms = pages.flatMap((route) => actionsOf(route).map((action) => ({ route, action })));

/** Anybody of these roles may begin one for their own organisation; what is missing is said, and nothing is made. */
const openTo: Record<string, readonly Stranger[]> = {
  // Whoever has the link may; this one is guessed, and what is missing in the form is said before it is tried.
  'missions/roster/invitation/[token]': strangers,
  'missions/applications/new': ['strangemember'],
  'missions/[slug]/send-in': ['strangemember'],
  'missions/roster/new': ['strangeexpert'],
  'missions/assistance-plans/new': ['strangemember', 'strangeexpert', 'strangepartner'],
};

/** By the start of a route: the records at whose addresses its pages are. */
const records = new Map<string, Record<string, string>>();
const people = new Map<Stranger, Client>();
const who = (stranger: Stranger): Client => people.get(stranger) ?? client(workbench.address);

/** The address of a page at a real record; a page of a kind of record that is not told has none. */
function addressOf(route: string): string {
  const known = [...records].filter(([start]) => `${route}/`.startsWith(`${start}/`));
  const [, parts = {}] = known.toSorted(([one], [other]) => other.length - one.length)[0] ?? [];
  return `/${route.replace(/\[(\w+)\]/g, (_, name: string) => {
    const part = parts[name] ?? '';
    if (part === '') throw new Error(`Tell this test a real record for ${name} of ${route}.`);
    return part;
  })}`;
}

const one = async (context: Context, query: string): Promise<string> => {
  const found = await sql<{ it: string }>`${sql.raw(query)}`.execute(context.db);
  return found.rows[0]?.it ?? '';
};

/** Everything that is kept, table by table, as a sum; sessions are no records. */
const kept = (): Promise<Record<string, string>> =>
  beside(workbench, async (context) => {
    const tables = await sql<{ name: string }>`
      select table_schema || '.' || table_name as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('information_schema', 'pg_catalog')`.execute(context.db);
    const sums: Record<string, string> = {};
    for (const { name } of tables.rows) {
      if (/access\.(?:session|sign_in)/.test(name)) continue;
      sums[name] = await one(
        context,
        `select md5(coalesce(string_agg(kept::text, '' order by kept::text), '')) as it from ${name} kept`,
      );
    }
    return sums;
  });

/** A letter that has gone into the outbox, to an office of one member. */
async function writeToMembers(context: Context, cycle: string): Promise<void> {
  const { slug } = await organisationNamed(context, { key: 'MOH', name: 'Ministry of Harbours', country: 'FJ' });
  const terms = { category: 'member', fellowship: true, from: '2000-01-01', to: null, confirmed: true } as const;
  await addMembership(context, slug, terms);
  await addOrganisationContact(context, slug, { kind: 'e-mail', value: 'office@example.int' });
  const content = {
    reference: '',
    date: null,
    subject: 'Lagoons',
    body: 'The cycle is open.',
    footnotes: [],
    signatory: 'Ana Reef',
    role: '',
    to: [{ text: 'Members', query: { ...emptyQuery, categories: ['member' as const] } }],
    cc: [],
    enclosures: [],
  };
  const letter = await missions.writeLetter(context, { kind: 'other', cycle, repliesTo: null, content });
  await missions.settleLetter(context, letter, 1, 'cleared');
  await missions.sendLetter(context, letter, 2, { enclosed: [], withoutUndecided: true });
}

async function find(context: Context): Promise<void> {
  const cycle = 'ocu-expert-mission-2026';
  const request = await one(
    context,
    `select slug as it from missions.application where cycle is not null order by slug limit 1`,
  );
  const offer = await one(
    context,
    `select slug as it from missions.assistance_plan where cycle is not null order by slug limit 1`,
  );
  const expert = await one(context, `select slug as it from missions.expert order by slug limit 1`);
  const list = await missions.bringInRoster(context, {
    name: 'people.csv',
    bytes: new TextEncoder().encode('Name,Country\nSefa Lagoon,Fiji\n'),
  });
  await writeToMembers(context, cycle);
  const slugOf = (table: string): Promise<string> =>
    one(context, `select slug as it from ${table} order by slug limit 1`);
  records.set('missions', { slug: cycle, request });
  records.set('missions/applications', { slug: request });
  records.set('missions/assistance-plans', { slug: offer });
  records.set('missions/calls', { slug: await slugOf('missions.call') });
  records.set('missions/letters', { slug: await slugOf('missions.letter') });
  records.set('missions/missions', { slug: await slugOf('missions.mission') });
  records.set('missions/roster', { slug: expert, id: list, token: 'a'.repeat(43) });
  records.set('outbox', {
    batch: await one(context, `select batch::text as it from post.message limit 1`),
    id: await one(context, `select id::text as it from post.message limit 1`),
  });
  records.set('partners/organisations', { slug: await slugOf('directory.organisation') });
}

beforeAll(async () => {
  await beside(workbench, find);
  await peopleOf(
    workbench,
    { key: 'OTH', name: 'Office of Other Islands', country: 'VU' },
    strangers.slice(1).map((name) => ({ name, role: name.replace('strange', '') as 'member' | 'expert' | 'partner' })),
  );
  for (const stranger of strangers.slice(1)) {
    people.set(stranger, await signedInClient(workbench.address, stranger, password));
  }
}, 120_000);

/** What a form itself answers, without the page around it that may refuse as well. */
async function answerTo(from: Client, address: string, action: string): Promise<{ status: number; said: string }> {
  const query = action === 'default' ? '' : `?/${action}`;
  const headers = { accept: 'application/json', 'x-sveltekit-action': 'true' };
  const answer = await from.post(`${address}${query}`, new URLSearchParams({ version: '1' }), headers);
  const said = JSON.parse(answer.text) as { status?: number; location?: string; type?: string };
  return { status: said.status ?? answer.status, said: said.type === 'redirect' ? (said.location ?? '') : answer.text };
}

describe.each(strangers)('%s', (stranger) => {
  test('changes nothing by any form', async () => {
    const before = await kept();
    const taken: string[] = [];
    for (const { route, action } of forms) {
      const { status, said } = await answerTo(who(stranger), addressOf(route), action);
      const refused = [401, 403, 404].includes(status) || (status === 303 && said.startsWith('/sign-in'));
      const begun = openTo[route]?.includes(stranger) === true && status === 400;
      if (!refused && !begun) taken.push(`${status} ${route} ${action}: ${said.slice(0, 160)}`);
    }
    expect(taken).toEqual([]);
    expect(await kept()).toEqual(before);
  });

  test('changes nothing by reading any page', async () => {
    const before = await kept();
    const broken: string[] = [];
    for (const route of pages) {
      const { status } = await who(stranger).get(addressOf(route));
      if (status >= 500) broken.push(`${status} ${route}`);
    }
    expect(broken).toEqual([]);
    expect(await kept()).toEqual(before);
  });
});

test('there are forms to ask, and each page with forms has one that is found', () => {
  expect(forms.length).toBeGreaterThan(75);
  const without = pages.filter((route) => {
    const [file] = globSync(`${routes}/${globbed(route)}/+page.server.ts`);
    return file !== undefined && /\bactions\b/.test(readFileSync(file, 'utf8')) && actionsOf(route).length === 0;
  });
  expect(without).toEqual([]);
});

test('a page of another site sends nothing, not even as an administrator', async () => {
  const { name, password: first } = workbench.administrator;
  const admin = await signedInClient(workbench.address, name, first);
  const before = await kept();
  const statuses = new Set<number>();
  for (const { route, action } of forms) {
    const address = `${addressOf(route)}${action === 'default' ? '' : `?/${action}`}`;
    const form = new URLSearchParams({ version: '1' });
    statuses.add((await admin.post(address, form, { origin: 'https://elsewhere.example' })).status);
  }
  expect([...statuses]).toEqual([403]);
  expect(await kept()).toEqual(before);
});
