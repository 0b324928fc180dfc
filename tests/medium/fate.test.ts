/** Conferences, texts in force, the history of a clause and the fate of proposals, on the examples in the register. */
import path from 'node:path';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { Refusal } from '#kernel/problem.ts';
import { readExamples } from '#modules/intake/server/index.ts';
import {
  bodies,
  clauseHistory,
  conference,
  conferences,
  describeConference,
  fateOfProposal,
  fatesOfConference,
  fatesOfContribution,
  recordSuppression,
  revisionsInForce,
  textsInForce,
  withdrawSuppression,
} from '#modules/texts/server/index.ts';
import { useDatabase, viewerWith } from '../../src/testing/database.ts';

const database = useDatabase();
const apia = 'plenipotentiary-assembly-apia-2025';

async function code(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Refusal) return error.problem.code;
    throw error;
  }
  return 'no refusal';
}

/** What stood on a day: "Resolution 4", and the text or the state. */
async function names(at: string) {
  const { texts } = await textsInForce(database.context(), at);
  return texts.map(({ instrument, standing }) => [
    instrument.name,
    standing.state === 'stands' ? standing.revision.slug : standing.state,
  ]);
}

/** Who brought the words of a clause of Resolution 4, and whose other wishes came to nothing. */
async function brought(path: string) {
  const { rows } = await clauseHistory(database.context(), 'resolution-4-apia-2025', path);
  const last = rows.at(-1);
  return {
    words: last?.brought.map(({ words, by }) => [words, by.map((one) => one.by.reference).join(' ')]),
    others: last?.others.map(({ reference }) => reference),
  };
}

const member = () => database.context(viewerWith('member'));

beforeAll(async () => {
  await readExamples(database.context(), path.resolve(import.meta.dirname, '../../examples/files'), () => undefined);
}, 60_000);

describe('bodies and conferences', () => {
  test('the Assembly is one body, its conferences follow from the texts', async () => {
    const all = await bodies(database.context());
    expect(all.map(({ name, key }) => [name, key])).toEqual([
      ['Plenipotentiary Assembly of the Oceanic Communications Union', null],
    ]);
    expect(
      (await conferences(database.context())).map(({ place, year, known, lastDay }) => [place, year, known, lastDay]),
    ).toEqual([
      ['Apia', 2025, 'named', null],
      ['Suva', 2021, 'named', null],
    ]);
  });

  test('a conference has its texts, its contributions and who touches what', async () => {
    const found = await conference(database.context(), apia);
    expect(found.texts.map(({ slug }) => slug)).toEqual(['resolution-4-apia-2025', 'resolution-9-apia-2025']);
    expect(found.contributions.map(({ slug }) => slug).sort()).toEqual(['nic-12a1', 'ssf-15a1']);
    expect(found.proposals).toHaveLength(10);
    expect(await code(conference(database.context(), 'plenipotentiary-assembly-oslo-2018'))).toBe('not-found');
  });
});

describe('fate', () => {
  test('of a proposal, with the text that was adopted', async () => {
    const said = await fateOfProposal(database.context(), 'nic-12a1-2');
    expect(said.fate.fate).toBe('adopted-in-part');
    expect(said.fate.counts).toEqual({ adopted: 6, 'adopted-with-changes': 2, 'not-adopted': 5, unknown: 0 });
    expect([said.base?.slug, said.adopted?.slug, said.conference?.slug]).toEqual([
      'resolution-4-suva-2021',
      'resolution-4-apia-2025',
      apia,
    ]);
  });

  test('is unknown where the register does not hold the text adopted, and not made up', async () => {
    const { proposals } = await fatesOfContribution(database.context(), 'nic-12a1');
    expect(proposals.map(({ proposal, fate }) => [proposal.action, fate.fate])).toEqual([
      ['NOC', 'unknown'],
      ['MOD', 'adopted-in-part'],
      ['MOD', 'adopted-in-part'],
      ['MOD', 'unknown'],
      ['SUP', 'unknown'],
      ['ADD', 'unknown'],
    ]);
  });

  test('of a conference, by proponent and by theme', async () => {
    const { byProponent, byTheme } = await fatesOfConference(database.context(), apia);
    expect(
      byProponent.map(({ key, changes, proposals }) => [
        key,
        changes.adopted,
        changes['adopted-with-changes'],
        changes['not-adopted'],
        proposals['adopted-in-part'],
      ]),
    ).toEqual([
      ['NIC', 20, 3, 9, 2],
      ['SSF', 3, 1, 10, 2],
    ]);
    expect(byTheme.length).toBeGreaterThan(0);
  });
});

describe('the history of a clause', () => {
  test('says which proposal brought its words', async () => {
    const { rows, place } = await clauseHistory(
      database.context(),
      'resolution-4-apia-2025',
      'instructs-the-secretary-general-1',
    );
    expect(place).toBe('instructs the Secretary-General 1');
    expect(rows.map(({ revision, clause }) => [revision.slug, clause?.label])).toEqual([
      ['resolution-4-suva-2021', '1'],
      ['resolution-4-apia-2025', '1'],
    ]);
    expect(rows[1]?.brought.map(({ words, by }) => [words, by.map((one) => [one.by.reference, one.share])])).toEqual([
      ['satellite operators', [['NIC/12A1/2', 1]]],
      ['before the end of 2025', [['SSF/15A1/1', 1]]],
    ]);
  });

  test('tells what two groups asked for alike, what the conference made, and what came to nothing', async () => {
    expect(await brought('resolves-4')).toEqual({
      words: [['and shall be published', 'NIC/12A1/2 SSF/15A1/1']],
      others: [],
    });
    expect(await brought('resolves-2')).toEqual({ words: [['two', 'NIC/12A1/2']], others: ['SSF/15A1/1'] });
    expect((await brought('recalling-b')).words).toEqual([['Rev. Apia, 2025', '']]);
    expect(await brought('resolves-6')).toEqual({ words: [], others: ['SSF/15A1/1'] });
  });

  test('begins where the clause begins', async () => {
    const { rows } = await clauseHistory(database.context(), 'resolution-4-apia-2025', 'considering-c');
    expect(rows.map(({ clause }) => clause?.label ?? null)).toEqual([null, 'c)']);
    expect(rows[1]?.brought.map(({ by }) => by.map((one) => one.by.reference))).toEqual([['NIC/12A1/2']]);
    expect(await code(clauseHistory(database.context(), 'resolution-4-apia-2025', 'resolves-99'))).toBe('not-found');
  });
});

describe('texts in force', () => {
  test('at a date', async () => {
    expect(await names('2022-06-30')).toContainEqual(['Resolution 4', 'resolution-4-suva-2021']);
    expect(await names('2022-06-30')).toContainEqual(['Resolution 12', 'resolution-12-suva-2021']);
    expect(await names('2026')).toContainEqual(['Resolution 4', 'resolution-4-apia-2025']);
    // Before a revision there was an older text; before a first text there was none.
    expect(await names('2020')).toContainEqual(['Resolution 4', 'unknown']);
    expect(await names('2020')).toContainEqual(['Resolution 12', 'not-yet']);
    expect(await code(textsInForce(database.context(), 'soon'))).toBe('bad-day');
  });

  test('within the year of a conference only once its last day is known', async () => {
    const at = async () => (await revisionsInForce(database.context(), 'resolution-4', '2025-11-20')).standing;
    expect(await at()).toMatchObject({ state: 'unknown' });
    await describeConference(database.context(), apia, 0, {
      firstDay: '2025-11-03',
      lastDay: '2025-11-14',
      confirmed: true,
      complete: false,
    });
    expect(await at()).toMatchObject({
      state: 'stands',
      revision: { slug: 'resolution-4-apia-2025', day: '2025-11-14' },
    });
    expect((await revisionsInForce(database.context(), 'resolution-4', '2025-11-13')).standing).toMatchObject({
      revision: { slug: 'resolution-4-suva-2021' },
    });
  });

  test('a conference is described by one person at a time, and sensibly', async () => {
    const say = (version: number, firstDay: string | null, lastDay: string | null) =>
      describeConference(database.context(), apia, version, { firstDay, lastDay, confirmed: true, complete: false });
    expect(await code(say(0, '2025-11-03', '2025-11-14'))).toBe('changed-meanwhile');
    expect(await code(say(1, '2025-11-14', '2025-11-03'))).toBe('bad-day');
    expect(await code(say(1, '2025-11-31', null))).toBe('bad-day');
    expect((await conference(database.context(), apia)).conference).toMatchObject({ known: 'confirmed', version: 1 });
  });

  test('a text that a conference suppressed stands no more, and the proposal to suppress it is adopted', async () => {
    await recordSuppression(database.context(), 'resolution-17', { place: 'Apia', year: 2025 });
    expect(await names('2026')).toContainEqual(['Resolution 17', 'suppressed']);
    expect((await fateOfProposal(database.context(), 'nic-12a1-5')).fate.fate).toBe('adopted');
    expect((await fateOfProposal(database.context(), 'ssf-15a1-3')).fate).toMatchObject({
      fate: 'not-adopted',
      why: 'The conference suppressed the text.',
    });
    expect(await code(recordSuppression(database.context(), 'resolution-4', { place: 'Apia', year: 2025 }))).toBe(
      'revision-known',
    );
    const { rows } = await sql<{
      action: string;
    }>`select action from access.history where action like 'suppress%'`.execute(database.db);
    expect(rows).toEqual([{ action: 'suppressed' }]);
    expect(await code(withdrawSuppression(database.context(), 'resolution-4-apia-2025'))).toBe('no-suppression');
    await withdrawSuppression(database.context(), 'resolution-17-apia-2025');
    expect((await fateOfProposal(database.context(), 'nic-12a1-5')).fate.fate).toBe('unknown');
  });

  test('once the register holds all that a conference decided, what is not there was not adopted', async () => {
    await describeConference(database.context(), apia, 1, {
      firstDay: null,
      lastDay: '2025-11-14',
      confirmed: true,
      complete: true,
    });
    const { proposals } = await fatesOfContribution(database.context(), 'nic-12a1');
    expect(proposals.map(({ fate }) => fate.fate)).toEqual([
      'adopted',
      'adopted-in-part',
      'adopted-in-part',
      'not-adopted',
      'not-adopted',
      'not-adopted',
    ]);
  });
});

describe('what somebody may not see', () => {
  test('says nothing of who brought a clause, nor of what became of it', async () => {
    await sql`update texts.proposal set visibility = 'secretariat' where slug like 'nic-%'`.execute(database.db);
    await sql`update texts.contribution set visibility = 'secretariat' where slug like 'nic-%'`.execute(database.db);
    await sql`update texts.proposal set visibility = 'public' where slug like 'ssf-%'`.execute(database.db);
    await sql`update texts.contribution set visibility = 'public' where slug like 'ssf-%'`.execute(database.db);
    await sql`update texts.revision set visibility = 'public'`.execute(database.db);
    await sql`update texts.instrument set visibility = 'public'`.execute(database.db);
    await sql`update texts.body_name set visibility = 'public'`.execute(database.db);
    const { rows } = await clauseHistory(member(), 'resolution-4-apia-2025', 'instructs-the-secretary-general-1');
    expect(rows[1]?.brought.map(({ words, by }) => [words, by.length])).toEqual([
      ['satellite operators', 0],
      ['before the end of 2025', 1],
    ]);
    expect(await code(fateOfProposal(member(), 'nic-12a1-2'))).toBe('not-found');
    expect(JSON.stringify(await fatesOfConference(member(), apia))).not.toContain('NIC/');
    expect(JSON.stringify(await conference(member(), apia))).not.toContain('NIC');
  });

  test('an adopted text that is not shown leaves the fate unknown', async () => {
    await sql`update texts.revision set visibility = 'secretariat' where slug = 'resolution-4-apia-2025'`.execute(
      database.db,
    );
    await sql`update texts.conference set complete = false`.execute(database.db);
    expect((await fateOfProposal(member(), 'ssf-15a1-1')).fate.fate).toBe('unknown');
    expect(
      (await textsInForce(member(), '2026')).texts.map(
        ({ standing }) => standing.state === 'stands' && standing.revision.slug,
      ),
    ).toContain('resolution-4-suva-2021');
    const hidden = await clauseHistory(member(), 'resolution-4-suva-2021', 'resolves-2');
    expect(hidden.rows).toHaveLength(1);
  });
});
