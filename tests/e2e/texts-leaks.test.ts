/**
 * Drafts, contributions in preparation, hidden proposals and what is made of them are for those whom they concern. They
 * are put in over HTTP; then every address that an administrator reaches is asked as everybody else, and none may tell.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { buildDocx, deleted, inserted, paragraph } from '../../src/testing/docx.ts';
import { mediaTypes } from './documents.ts';
import { client, crawl, signedInClient, type Client } from './http.ts';
import { useWorkbench } from './workbench.ts';

const workbench = useWorkbench();
const password = 'long enough for a test';
const roles = ['public', 'member', 'partner', 'expert', 'drafter'] as const;

const secrets = [
  'hiddenclause',
  'hid/77',
  'hiddenharbour',
  'hiddentitle',
  'drafttitle',
  'drafttyped',
  'draftreason',
].concat(['preparedtitle', 'preparedsummary', 'preparedreason', 'preparedremark']);
const people = new Map<string, Client>();
const known = { addresses: [] as string[], told: '' };

const reworded = (code: string): Uint8Array =>
  buildDocx({
    body: [
      paragraph(`MOD\t${code}/1`),
      paragraph('RESOLUTION 9 (Rev. ', deleted('Suva, 2021'), inserted('Hiddenharbour, 2031'), ')'),
      paragraph('Hiddentitle'),
      paragraph('The Plenipotentiary Assembly of the Oceanic Communications Union (Suva, 2021),'),
      paragraph('resolves'),
      paragraph('1\tto keep ', deleted('lists'), inserted('hiddenclause lists'), ';'),
      paragraph('2\tto print them.'),
    ].join(''),
  });

const post = (who: Client, address: string, fields: Record<string, string>) =>
  who.post(address, new URLSearchParams(fields));

async function done(answer: Promise<{ status: number; headers: Headers; text: string }>): Promise<string> {
  const { status, headers, text } = await answer;
  if (status !== 303)
    throw new Error(`${status}: ${/role="alert"[^>]*>([^]*?)<\/div>/.exec(text)?.[1] ?? text.slice(0, 300)}`);
  return headers.get('location') ?? '';
}

/** Brings a file in over HTTP and accepts it for the secretariat. */
async function hide(admin: Client): Promise<void> {
  const form = new FormData();
  form.append('files', new Blob([Uint8Array.from(reworded('HID/77'))], { type: mediaTypes.docx }), 'hidden.docx');
  const reading = await done(admin.post('/intake', form));
  const version = /name="version" value="(\d+)"/.exec((await admin.get(reading)).text)?.[1] ?? '';
  await done(post(admin, `${reading}?/accept`, { version, visibility: 'secretariat' }));
}

/** One clause of each text, and no address that shows the same once more in another way. */
const wanted = (address: string): boolean =>
  /^\/(texts|search|history|feed|api|$)/.test(address) &&
  !/[?&](sort|line|at|view|by|only|words|subject|kind|before)=|\/as\/pdf|\/history\/(?!resolves-1$)/.test(address);

beforeAll(async () => {
  const { name, password: own } = workbench.administrator;
  const admin = await signedInClient(workbench.address, name, own);
  await hide(admin);
  const draft = (
    await done(post(admin, '/texts/drafts/new', { text: 'resolution-4-suva-2021', title: 'Drafttitle' }))
  ).replace('/edit', '');
  const change = {
    version: '0',
    block: 'title',
    what: 'reword',
    wording: 'On drafttyped things',
    reason: 'draftreason',
  };
  await done(post(admin, `${draft}/change`, change));
  const head = { proponent: 'NIC', conference: 'Assembly', place: 'Apia', year: '2025', number: '88', addendum: '' };
  const preparation = await done(
    post(admin, '/texts/preparations/new', { ...head, title: 'Preparedtitle', template: 'conference' }),
  );
  const about = /value="(text:[0-9a-f-]{36})"/.exec((await admin.get(`${preparation}/proposals/new`)).text)?.[1] ?? '';
  const proposal = { symbol: 'NOC', about, summary: 'preparedsummary', reasons: 'preparedreason preparedremark' };
  await done(post(admin, `${preparation}/proposals/new?/save`, proposal));
  await done(post(admin, '/texts/instruments/resolution-9/clashes', {}));
  for (const role of roles) {
    if (role === 'public') {
      people.set(role, client(workbench.address));
      continue;
    }
    await done(
      post(admin, '/people', { name: `A ${role}`, signInName: `a-${role}`, role, organisation: '', password }),
    );
    people.set(role, await signedInClient(workbench.address, `a-${role}`, password));
  }
  const seeds = ['/texts', '/texts/drafts', '/texts/preparations', '/texts/clashes', '/texts/bodies', '/', '/feed.atom']
    .concat(draft, preparation, `${draft}/document`, `${draft}/steps?since=0`, '/api/v1/export', '/history')
    .concat('/api/v1/search', '/search')
    .concat(['html', 'akn', 'json'].map((format) => `${draft}/as/${format}`));
  const reached = await crawl(admin, workbench.address, seeds, wanted);
  known.addresses = [...reached.keys()];
  known.told = [...reached.values()].map(({ text }) => text.toLowerCase()).join('\n');
}, 180_000);

test('an administrator reads each of the secrets, on all kinds of pages', () => {
  expect(secrets.filter((secret) => !known.told.includes(secret))).toEqual([]);
  const kinds = [
    'drafts',
    'preparations',
    'consolidations',
    'proposals',
    'instruments',
    'bodies',
    'conferences',
    'fate',
  ].concat('compare', 'clashes', 'contributions');
  const missing = kinds.filter((kind) => !known.addresses.some((one) => one.startsWith(`/texts/${kind}`)));
  expect(missing).toEqual([]);
});

describe.each(roles)('as %s', (role) => {
  test('no page, file or interface tells any of them', { timeout: 120_000 }, async () => {
    const visitor = people.get(role) ?? client(workbench.address);
    const told: string[] = [];
    const broken: string[] = [];
    const ask = async (address: string): Promise<void> => {
      const { status, text } = await visitor.get(address);
      if (status >= 500) broken.push(`${address}: ${status}`);
      const own = decodeURIComponent(address).toLowerCase();
      const said = text.toLowerCase();
      // What was asked is told back, also by the links on an error page.
      told.push(
        ...secrets.filter((one) => !own.includes(one) && said.includes(one)).map((one) => `${address}: ${one}`),
      );
    };
    const left = [...known.addresses];
    const work = async (): Promise<void> => {
      for (let next = left.pop(); next !== undefined; next = left.pop()) await ask(next);
    };
    await Promise.all(Array.from({ length: 4 }, work));
    expect(told).toEqual([]);
    expect(broken).toEqual([]);
  });
});
