/**
 * Addresses of people are for the secretariat. Everything that anybody else can get over HTTP is fetched as each role,
 * by following every link and by asking for every address that an administrator can see, and none may hold one.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import {
  buildDocx,
  cell,
  deleted,
  field,
  inserted,
  note,
  noteReference,
  paragraph,
  row,
  run,
  table,
} from '../../src/testing/docx.ts';
import { file, mediaTypes, meetingReport, resolution, type Dropped } from './documents.ts';
import { client, crawl, resolved, signedInClient, type Answer, type Client } from './http.ts';
import { useWorkbench } from './workbench.ts';

const workbench = useWorkbench();
const password = 'long enough for a test';
const roles = ['public', 'member', 'partner', 'expert', 'drafter'] as const;

/** What stands in the documents below; a part is enough to give its owner away. */
const bait = [
  'moana.body77',
  'moana.cell77',
  'moana.footnote77',
  'moana.comment77',
  'moana.link77',
  'moana.field77',
  'moana.author77',
  'moana.file77',
  'moana.title77',
  'moana.deleted77',
  'moana.inserted77',
  'moana.changed77',
  'moana.runs77',
  'moana.header77',
  'moana.hidden77',
  'moana.control77',
  '555 0777',
  '5550777',
];

/** A resolution with addresses wherever Word can put one. */
function baited(): Uint8Array {
  const lines = resolution(77, 'Contacts of harbours');
  const [heading = '', title = '', opening = '', ...rest] = lines;
  return buildDocx({
    body: [
      ...[heading, title, opening, ...rest].map((line) => paragraph(line)),
      paragraph('Write to moana.body77@example.org or call +679 555 0777.'),
      paragraph('Ask the office', noteReference('footnote', 2), ' first.'),
      paragraph('He was reached by moana.changed77', deleted('@example.org'), inserted('@example.net'), ' until May.'),
      paragraph(run('Her address is moana.runs'), run('77@exa'), run('mple.org', '<w:b/>'), '.'),
      paragraph('Once ', deleted('moana.deleted77@example.org'), inserted('moana.inserted77 (at) example.org'), '.'),
      paragraph('<w:hyperlink r:id="rId77"><w:r><w:t>write to her</w:t></w:r></w:hyperlink>'),
      paragraph(field('HYPERLINK "mailto:moana.field77@example.org"', 'or to him')),
      paragraph(run('moana.hidden77@example.org', '<w:vanish/>')),
      paragraph(
        '<w:commentRangeStart w:id="1"/>',
        'Who answers?',
        '<w:commentRangeEnd w:id="1"/>',
        '<w:r><w:commentReference w:id="1"/></w:r>',
      ),
      table(
        row([cell('Harbour'), cell('Contact')]),
        row([cell('Apia'), cell(paragraph('moana.cell77') + paragraph('@example.org'))]),
      ),
      `<w:sdt><w:sdtPr><w:alias w:val="moana.control77@example.org"/></w:sdtPr><w:sdtContent>${paragraph('Office')}</w:sdtContent></w:sdt>`,
    ].join(''),
    footnotes: note('footnote', 2, 'Reached by moana.footnote77@example.org'),
    comments: `<w:comment w:id="1" w:author="moana.author77@example.org">${paragraph('Ask moana.comment77@example.org')}</w:comment>`,
    headers: [paragraph('moana.header77@example.org')],
    core: '<dc:creator>moana.author77@example.org</dc:creator><dc:title>moana.title77@example.org</dc:title>',
    relationships: [{ id: 'rId77', type: 'hyperlink', target: 'mailto:moana.link77@example.org', external: true }],
  });
}

/** Brings a file in over HTTP and accepts its reading for everyone; gives the address of the record. */
async function publish(admin: Client, dropped: Dropped): Promise<string> {
  const form = new FormData();
  form.append('files', new Blob([Uint8Array.from(dropped.buffer)], { type: dropped.mimeType }), dropped.name);
  const taken = await admin.post('/intake', form);
  const reading = taken.headers.get('location') ?? '';
  const page = await admin.get(reading);
  const version = /name="version" value="(\d+)"/.exec(page.text)?.[1] ?? '';
  const accepted = await admin.post(`${reading}?/accept`, new URLSearchParams({ version, visibility: 'public' }));
  return accepted.headers.get('location') ?? `${accepted.status} ${accepted.text}`;
}

/** The same rows in another order, the same lines with another one marked, and all forms for one reading hold nothing new. */
function wanted(address: string): boolean {
  const url = new URL(address, 'http://here');
  if (url.searchParams.has('sort') || url.pathname.startsWith('/_app/')) return false;
  if (/\/(correct|take-out)$/.test(url.pathname)) return /[05]/.test(url.searchParams.get('at') ?? '0');
  const line = Number(url.searchParams.get('line') ?? 0);
  return line % 9 === 0;
}

const folded = (text: string): string => text.toLowerCase().replaceAll(' ', ' ');
/** Which of the secrets an answer holds: in its words, its markup or its headers. */
function leaksIn(answer: Answer, secrets: readonly string[]): string[] {
  const headers = [...answer.headers].map((pair) => pair.join(': ')).join('\n');
  const said = [answer.text, resolved(answer.text).replace(/<[^>]*>/g, ''), headers].map(folded);
  return secrets.filter((secret) => said.some((text) => text.includes(folded(secret))));
}

const known = { addresses: [] as string[], contacts: [] as string[], secrets: [] as string[] };
const people = new Map<string, Client>();
const lists = ['activities', 'applications', 'assistance-plans', 'calls', 'contributions', 'instruments']
  .concat('meetings', 'organisations', 'plans', 'proposals', 'readings', 'accounts')
  .flatMap((list) => [`/api/v1/lists/${list}`, `/api/v1/lists/${list}?format=csv`]);
const seeds = ['/', '/feed.atom', '/api/v1/export', '/api/v1/search?words=&format=csv', '/no/such/page', ...lists];

beforeAll(async () => {
  const { name, password: own } = workbench.administrator;
  const admin = await signedInClient(workbench.address, name, own);
  expect(
    await publish(admin, {
      name: 'Contacts of moana.file77@example.org.docx',
      mimeType: mediaTypes.docx,
      buffer: Buffer.from(baited()),
    }),
  ).toBe('/texts/resolution-77-suva-2021');
  // The examples' own report is for partners; one more is shown to everyone.
  expect(await publish(admin, file('Report.txt', meetingReport('Seventh', 2026)))).toMatch(/^\/partners\/meetings\//);
  for (const role of roles) {
    if (role === 'public') {
      people.set(role, client(workbench.address));
      continue;
    }
    const account = { name: `A ${role}`, signInName: `a-${role}`, role, organisation: '', password };
    expect((await admin.post('/people', new URLSearchParams(account))).status).toBe(303);
    people.set(role, await signedInClient(workbench.address, `a-${role}`, password));
  }
  const everything = await crawl(admin, workbench.address, seeds, wanted);
  const files = [...everything.keys()].flatMap((address) => /^\/sources\/[^/?]+/.exec(address) ?? []);
  known.addresses = [...new Set([...everything.keys(), ...files])];
  for (const { address, text } of everything.values()) {
    if (!/^\/partners\/meetings\/[^/?]+$/.test(address)) continue;
    for (const [, told = ''] of text.matchAll(/data-name="Reached by"[^>]*>(.*?)<\/td>/gs)) {
      known.contacts.push(
        ...resolved(told.replace(/<[^>]*>/g, ''))
          .split(',')
          .map((one) => one.trim())
          .filter(Boolean),
      );
    }
  }
  known.secrets = [...bait, ...known.contacts];
}, 180_000);

test('the secretariat does see the addresses where they belong', () => {
  // 18 of the examples' meeting and 3 of the report that was brought in.
  expect(known.contacts.length).toBe(21);
  expect(known.contacts).toEqual(
    expect.arrayContaining([
      'salote.vainikolo@example.int',
      '+678 555 0101',
      'lina.moana@example.org',
      '+679 555 0142',
    ]),
  );
});

const count = (pattern: RegExp): number => known.addresses.filter((address) => pattern.test(address)).length;

test('an administrator reaches every kind of page, so the others are asked for all of them', () => {
  const counts = {
    texts: count(/^\/texts\/[^/?]+$/),
    proposals: count(/^\/texts\/proposals\/[^/?]+/),
    plans: count(/^\/plans\/[^/?]+$/),
    missions: count(/^\/missions\/(applications|assistance-plans)\/[^/?]+$/),
    organisations: count(/^\/partners\/organisations\/[^/?]+$/),
    meetings: count(/^\/partners\/meetings\/[^/?]+$/),
    sources: count(/^\/sources\/[^/?]+$/),
    originals: count(/^\/sources\/[^/?]+\/original$/),
    lines: count(/^\/sources\/[^/?]+\?/),
    readings: count(/^\/intake\/[^/?]+/),
    history: count(/^\/history/),
    interfaces: count(/^\/api\//),
  };
  const least = {
    texts: 9,
    proposals: 40,
    plans: 2,
    missions: 7,
    organisations: 17,
    meetings: 2,
    sources: 18,
    originals: 18,
    lines: 150,
    readings: 200,
    history: 100,
    interfaces: 30,
  };
  const few = (Object.keys(least) as (keyof typeof least)[]).filter((kind) => counts[kind] < least[kind]);
  expect(few.map((kind) => `${kind}: ${counts[kind]} of ${least[kind]}`)).toEqual([]);
  expect(known.addresses.length).toBeGreaterThan(1000);
});

test('the document with addresses in odd places is shown to everyone, without them', async () => {
  const shown = await client(workbench.address).get('/texts/resolution-77-suva-2021');
  expect(shown.status).toBe(200);
  expect(shown.text).toContain('Contacts of harbours');
  expect(shown.text).toContain('Write to [contact withheld] or call [contact withheld].');
});

describe.each(roles)('as %s', (role) => {
  test('nothing that can be reached or guessed holds an address', { timeout: 120_000 }, async () => {
    const visitor = people.get(role) ?? client(workbench.address);
    const reached = await crawl(visitor, workbench.address, [...seeds, ...known.addresses], wanted);
    const leaks = [...reached.values()].flatMap((answer) =>
      leaksIn(answer, known.secrets).map((secret) => `${answer.address} (${answer.status}): ${secret}`),
    );
    expect(leaks).toEqual([]);
    const shown = [...reached.values()].filter((answer) => answer.status === 200);
    expect(shown.length).toBeGreaterThan(150);
    expect([...reached.values()].filter((answer) => answer.status >= 500).map((answer) => answer.address)).toEqual([]);
  });

  test('search finds nobody by an address, whole or in part, nor says that it is there', async () => {
    const visitor = people.get(role) ?? client(workbench.address);
    const ask = async (words: string): Promise<{ total: number; mended: unknown[]; hits: unknown[] }> =>
      JSON.parse((await visitor.get(`/api/v1/search?words=${encodeURIComponent(words)}`)).text) as never;
    for (const secret of known.secrets) {
      const answer = await ask(secret);
      expect([secret, leaksIn({ ...nothing, text: JSON.stringify(answer.hits) }, known.secrets)]).toEqual([secret, []]);
      expect([secret, answer.mended]).toEqual([secret, []]);
    }
    expect((await ask('moana.body77@example.org')).total).toBe((await ask('nobody.here12@example.org')).total);
    expect((await ask('"5550777"')).total).toBe(0);
  });
});

const nothing: Answer = { address: '', status: 200, headers: new Headers(), text: '' };
