/**
 * Addresses of participants are for the secretariat. The register is filled with documents that hold many, in every
 * place an address gets into, and shown to everybody; then each way out is asked as each role, and none may hold one.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { Role, system, type Viewer } from '#modules/access/index.ts';
import type { Context } from '#modules/access/server/index.ts';
import { contacts, organisations } from '#modules/directory/server/index.ts';
import {
  accept,
  correct,
  original,
  originsOf,
  reading,
  readings,
  showTo,
  sourcePage,
  takeIn,
} from '#modules/intake/server/index.ts';
import { activitiesOfOrganisation, meeting, meetings } from '#modules/partners/server/index.ts';
import { SearchRequest } from '#modules/trace/index.ts';
import { exportRegister, linksOf, news, search } from '#modules/trace/server/index.ts';
import { useDatabase, viewerWith } from '../../src/testing/database.ts';

/** Every address in the documents below, whole and in parts that would give it away. */
const bait = [
  'lina.moana@example.org',
  'lina.moana',
  'tomasi(at)example.org',
  'sefo.leota@example.net',
  'sefo.leota',
  'desk-floods@example.int',
  'desk-floods',
  '+679 555 0142',
  '555 0142',
  '555 0177',
  'ask.here@example.org',
];

const report = `Seventh Meeting of the Tide and Flood Interagency Group (TFIG)

4 May 2026

Hosted by the Oceanic Communications Union
at the OCU Headquarters, Suva, Fiji

Key Outcomes

1. 3 participants from 2 organisations shared their work on flood warnings; write to desk-floods@example.int for the list.
2. Participants agreed to keep one list of gauges.
3. OCU offered to host the Eighth Meeting of the Group in 2027.

Key Highlights

OCU outlined its activities, including:

- a) OCU will run a workshop on flood warnings in Tonga in 2026. Contact: lina.moana@example.org
- b) OCU keeps the gauge list at desk-floods@example.int and answers by telephone +679 555 0142.

WGB outlined its activities, including:

- a) WGB plans a survey of gauges in Samoa in 2026.

Annex 1

LIST OF PARTICIPANTS

OCEANIC COMMUNICATIONS UNION (OCU)

1. Ms Lina Moana, Programme Officer
Email: lina.moana@example.org, Tel: +679 555 0142
2. Mr. Tomasi Vea, Adviser
E-mail: tomasi(at)example.org

WATER GAUGE BOARD (WGB)

3. Dr. Sefo Leota, Director
Email: sefo.leota@example.net Fax: 555 0177

Annex 2

Tentative Programme

TIME\tPROGRAMME
9:00 – 9:20\tOpening; questions to ask.here@example.org
9:20 – 10:00\tUpdates by OCU and WGB
`;

const database = useDatabase();
const everybodyElse = Role.options.filter((role) => role !== 'secretariat' && role !== 'administrator');
const ids = { reading: '', source: '', meeting: '', unknown: '' };

function leaksIn(value: unknown): string[] {
  const text = (JSON.stringify(value) ?? '').toLowerCase();
  return bait.filter((address) => text.includes(address.toLowerCase()));
}

async function take(context: Context, name: string, text: string): Promise<{ reading: string; source: string }> {
  const taken = await takeIn(context, { bytes: new TextEncoder().encode(text), name });
  if (taken.state !== 'new') throw new Error('The test document is known already.');
  return taken;
}

beforeAll(async () => {
  const context = database.context(system);
  const taken = await take(context, 'TFIG 7 report.txt', report);
  ids.reading = taken.reading;
  ids.source = taken.source;
  const { reading: row } = await reading(context, taken.reading);
  expect(row.kind).toBe('meeting-report');
  await correct(context, taken.reading, 1, '/series', 'Tide and Flood Interagency Group (TFIG)');
  await showTo(context, taken.reading, 2, 'public');
  await accept(context, taken.reading, 3);
  ids.meeting = (await meetings(context))[0]?.slug ?? '';
  const unknown = await take(
    context,
    'circular.txt',
    `Parking circular\n\nAsk ask.here@example.org or call +679 555 0142.\n`,
  );
  ids.unknown = unknown.source;
});

const waysOut: Record<string, (context: Context) => Promise<unknown>> = {
  meetings: (c) => meetings(c),
  'a meeting': (c) => meeting(c, ids.meeting),
  organisations: (c) => organisations(c),
  'activities of organisations': async (c) =>
    Promise.all((await organisations(c)).map(({ id }) => activitiesOfOrganisation(c, id))),
  contacts: async (c) =>
    contacts(
      c,
      (await meeting(database.context(system), ids.meeting)).participants.map((p) => p.person),
    ),
  'the source': (c) => sourcePage(c, ids.source, null),
  'a source of unknown kind': (c) => sourcePage(c, ids.unknown, null),
  'the original': async (c) => new TextDecoder().decode((await original(c, ids.source)).bytes),
  'origins of values': (c) => originsOf(c, { kind: 'meeting', id: ids.meeting }),
  'a reading': (c) => reading(c, ids.reading),
  readings: (c) => readings(c),
  news: (c) => news(c, 50),
  links: async (c) => linksOf(c, { kind: 'meeting', id: (await meeting(c, ids.meeting)).meeting.id }),
  'search for everything': (c) => search(c, SearchRequest.parse({})),
  'search for an address': async (c) =>
    // What was asked is told back; only the answer counts.
    (await search(c, SearchRequest.parse({ words: 'lina.moana@example.org' }))).hits,
  'search for a part of an address': async (c) =>
    (await search(c, SearchRequest.parse({ words: 'moana example floods desk' }))).hits,
  'search for a slip of an address': async (c) =>
    (await search(c, SearchRequest.parse({ words: 'desk-flods exampel' }))).mended,
  export: async (c) => {
    const all: unknown[] = [];
    for await (const record of exportRegister(c)) all.push(record);
    return all;
  },
};

describe.each(everybodyElse)('as %s', (role) => {
  test.each(Object.entries(waysOut))('%s holds no address', async (_, ask) => {
    const answer = await ask(database.context(viewerWith(role))).catch((error: Error) => error.message);
    expect(leaksIn(answer)).toEqual([]);
  });
});

test('the bait is really there: the secretariat sees every address', async () => {
  const context = database.context(viewerWith('secretariat'));
  const { participants } = await meeting(context, ids.meeting);
  expect(participants.map((participant) => participant.contacts?.map((contact) => contact.value))).toEqual([
    ['lina.moana@example.org', '+679 555 0142'],
    ['tomasi(at)example.org'],
    ['sefo.leota@example.net', '555 0177'],
  ]);
  expect(leaksIn(await sourcePage(context, ids.source, null)).length).toBeGreaterThan(8);
});

test('a search cannot tell an address that is there from one that is not', async () => {
  const viewer: Viewer = viewerWith('public');
  const ask = async (words: string) => (await search(database.context(viewer), SearchRequest.parse({ words }))).total;
  expect(await ask('sefo.leota@example.net')).toBe(await ask('nobody.here@example.net'));
  expect(await ask('5550142')).toBe(0);
});
