/** The examples through intake into the register, as at the first start; then what people do with them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { Refusal } from '#kernel/problem.ts';
import { historyOf } from '#modules/access/server/index.ts';
import { changeOrganisation, organisation, organisations } from '#modules/directory/server/index.ts';
import {
  accept,
  correct,
  dismiss,
  original,
  originsOf,
  readExamples,
  reading,
  readings,
  showTo,
  sourcePage,
  soundness,
  startEmpty,
  takeIn,
  takeOut,
  whatIsIn,
} from '#modules/intake/server/index.ts';
import { applications, calls } from '#modules/missions/server/index.ts';
import { meeting, meetings } from '#modules/partners/server/index.ts';
import { plan, plans, rewordNode } from '#modules/plans/server/index.ts';
import { contributions, instrument, instruments, proposal, revision } from '#modules/texts/server/index.ts';
import { piecesOf, SearchRequest } from '#modules/trace/index.ts';
import { linksOf, search } from '#modules/trace/server/index.ts';
import { useDatabase, viewerWith } from '../../src/testing/database.ts';

const files = path.resolve(import.meta.dirname, '../../examples/files');
const database = useDatabase();

async function code(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Refusal) return error.problem.code;
    throw error;
  }
  return 'no refusal';
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const miniPlan = (name: string): string =>
  `${name} 2027-2029\n\nOBJECTIVES AND ACTIONS\n\nObjective 1: To keep the gauges in service\n1.1\tInspect each gauge;\n1.2\tReplace the sensors;\n`;

beforeAll(async () => {
  const seen: string[] = [];
  await readExamples(database.context(), files, (_, __, name) => seen.push(name));
  expect(seen).toContain('NIC-12A1 contribution.docx');
}, 60_000);

describe('the examples', () => {
  test('are all in, some accepted and some left to be checked, and everything is sound', async () => {
    const context = database.context();
    const all = await readings(context);
    expect(
      all
        .filter((item) => item.state === 'open')
        .map((item) => item.name)
        .sort(),
    ).toEqual(['Circular on parking.docx', 'NIC-12A1 flattened copy.txt']);
    expect(await whatIsIn(context)).toEqual({ examples: true, own: false });
    expect(await soundness(context)).toMatchObject({ missing: [], damaged: [], halfDone: 0 });
  });

  test('are read once', async () => {
    expect(await readExamples(database.context(), files, () => undefined)).toBe(0);
  });

  test('fill the five workspaces', async () => {
    const context = database.context();
    expect((await contributions(context)).map(({ title, proposals }) => [title, proposals])).toEqual(
      expect.arrayContaining([
        ['Contribution NIC/12A1', 6],
        ['Contribution SSF/15A1', 4],
      ]),
    );
    expect((await plans(context)).length).toBe(2);
    expect((await calls(context)).length).toBe(1);
    expect((await applications(context)).filter((application) => application.call !== null)).toHaveLength(5);
    expect((await meetings(context)).length).toBe(1);
  });
});

describe('texts', () => {
  test('an instrument gathers its revisions and the proposals of both groups', async () => {
    const context = database.context();
    const found = (await instruments(context)).find(({ kind, number }) => kind === 'resolution' && number === '4');
    const { revisions, proposals } = await instrument(context, found?.slug ?? '');
    expect(revisions.map(({ place, year, text }) => [place, year, text !== null])).toEqual([
      ['Suva', 2021, true],
      ['Apia', 2025, true],
    ]);
    expect(proposals.map(({ reference, action }) => [reference, action])).toEqual([
      ['NIC/12A1/2', 'MOD'],
      ['SSF/15A1/1', 'MOD'],
    ]);
  });

  test('a clause keeps its identity from one revision to the next, also when it is renumbered', async () => {
    const { rows } = await sql<{ kept: number; renumbered: number; fresh: number }>`
      with clauses as (
        select clause_text.clause, clause_text.label, revision.year, revision.instrument
        from texts.clause_text join texts.revision on revision.id = clause_text.revision
        join texts.instrument on instrument.id = revision.instrument
        where instrument.kind = 'resolution' and instrument.number = '4')
      select count(*) filter (where earlier.clause is not null) as kept,
        count(*) filter (where earlier.label <> later.label) as renumbered,
        count(*) filter (where earlier.clause is null) as fresh
      from clauses as later left join clauses as earlier on earlier.clause = later.clause and earlier.year = 2021
      where later.year = 2025`.execute(database.db);
    const [counts] = rows;
    expect(counts?.kept).toBeGreaterThan(15);
    expect(counts?.renumbered).toBeGreaterThan(0);
    expect(counts?.fresh).toBeGreaterThan(0);
  });

  test('the text of a revision is not overwritten by another file', async () => {
    const context = database.context();
    const bytes = readFileSync(path.join(files, 'Resolution 4 (Rev. Suva, 2021).docx'));
    const taken = await takeIn(context, { bytes, name: 'again.docx', asNewVersion: true });
    if (taken.state !== 'new') throw new Error('was known');
    expect(await code(accept(context, taken.reading, 1))).toBe('revision-known');
    expect((await reading(context, taken.reading)).reading.state).toBe('open');
    await dismiss(context, taken.reading, 1);
  });

  test('each clause of a text leads to its words in the source', async () => {
    const context = database.context();
    const { revision: found } = await revision(context, 'resolution-4-suva-2021');
    const clause = found.text?.sections[0]?.clauses[0];
    const page = await sourcePage(context, found.source ?? '', { first: clause?.line ?? 0, last: clause?.line ?? 0 });
    expect(page.lines[0]?.words).toContain(clause?.after);
  });

  test('a proposal is linked with its contribution, the instrument and the revision it would amend', async () => {
    const context = database.context();
    const { proposal: found } = await proposal(context, 'nic-12a1-2');
    const links = await linksOf(context, { kind: 'proposal', id: found.id });
    expect(links.map((link) => `${link.type} ${link.kind} ${link.address}`).sort()).toEqual([
      'amends instrument /texts/instruments/resolution-4',
      'amends revision /texts/resolution-4-suva-2021',
      'part-of contribution /texts/contributions/nic-12a1',
    ]);
    expect((await originsOf(context, { kind: 'proposal', id: found.id })).map((origin) => origin.field)).toContain(
      'summary',
    );
  });
});

describe('intake', () => {
  test('the same file is recognised whatever its name, and kept again only on demand', async () => {
    const context = database.context();
    const bytes = bytesOf(miniPlan('Work plan of the Tide Gauge Board'));
    const first = await takeIn(context, { bytes, name: 'plan.txt' });
    const again = await takeIn(context, { bytes, name: 'other name.txt' });
    expect(again).toMatchObject({ state: 'known', reading: first.reading });
    const version = await takeIn(context, { bytes, name: 'plan.txt', asNewVersion: true });
    expect(version.state).toBe('new');
    const { source } = await reading(context, version.reading ?? '');
    expect(source.replaces).toBe(first.source);
  });

  test('two files of one name are both kept, and the second is told', async () => {
    const context = database.context();
    await takeIn(context, { bytes: bytesOf(miniPlan('Plan one of the Board')), name: 'same.txt' });
    const second = await takeIn(context, { bytes: bytesOf(miniPlan('Plan two of the Board')), name: 'same.txt' });
    expect(second).toMatchObject({ state: 'new', sameName: { name: 'same.txt' } });
  });

  test('the original comes back byte for byte', async () => {
    const context = database.context();
    const bytes = readFileSync(path.join(files, 'NIC-12A1 contribution.docx'));
    const known = await takeIn(context, { bytes, name: 'x.docx' });
    expect(Buffer.from((await original(context, known.source)).bytes).equals(bytes)).toBe(true);
  });

  test('a refused file leaves nothing behind', async () => {
    const context = database.context();
    const count = async () =>
      (await sql<{ n: number }>`select count(*) as n from intake.source`.execute(database.db)).rows[0]?.n;
    const before = await count();
    for (const bytes of [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0]), bytesOf('\u0000\u0001'), new Uint8Array(0)]) {
      await expect(takeIn(context, { bytes, name: 'x.docx' })).rejects.toThrow(Refusal);
    }
    expect(await count()).toBe(before);
    expect((await soundness(context)).damaged).toEqual([]);
  });

  test('values are corrected against the schema, each kept with who did it', async () => {
    const context = database.context(viewerWith('secretariat'));
    const taken = await takeIn(context, {
      bytes: bytesOf(miniPlan('Plan to correct of the Board')),
      name: 'correct.txt',
      only: 'plan',
    });
    const id = taken.reading ?? '';
    await correct(context, id, 1, '/title', 'Plan of the Board');
    await correct(context, id, 2, '/period/from', '2026');
    await correct(context, id, 3, '/nodes/0/bracketed', 'yes');
    await correct(context, id, 4, '/levels/0/role', 'goal');
    await takeOut(context, id, 5, '/nodes/2');
    const { reading: row, corrections } = await reading(context, id);
    expect(row.record).toMatchObject({
      title: 'Plan of the Board',
      period: { from: 2026, to: 2029 },
      nodes: [{ bracketed: true }, {}],
    });
    expect(corrections.map(({ path, before, after }) => [path, before, after]).slice(1, 3)).toEqual([
      ['/period/from', 2027, 2026],
      ['/nodes/0/bracketed', false, true],
    ]);
    expect(corrections.every((correction) => correction.by === 'secretariat')).toBe(true);
    for (const [path, typed] of [
      ['/period/from', 'soon'],
      ['/levels/0/role', 'dream'],
      ['/period/from', '2026.5'],
      ['/nodes', 'x'],
      ['/__proto__/x', 'y'],
      ['/nodes/99/text', 'x'],
      ['', 'x'],
    ] as const) {
      expect(['not-a-number', 'does-not-fit', 'no-such-field']).toContain(
        await code(correct(context, id, 6, path, typed)),
      );
    }
    expect(await code(correct(context, id, 1, '/title', 'late'))).toBe('changed-meanwhile');
  });

  test('a clause settled by a person shows the changes that follow from its two texts', async () => {
    const context = database.context();
    const flat = (await readings(context)).find((item) => item.name === 'NIC-12A1 flattened copy.txt');
    const { reading: row } = await reading(context, flat?.id ?? '');
    const record = row.record as { proposals: { text: { sections: { clauses: { after: string }[] }[] } | null }[] };
    const at = record.proposals.findIndex((proposal) => proposal.text !== null && proposal.text.sections.length > 0);
    const place = `/proposals/${at}/text/sections/0/clauses/0`;
    await correct(context, row.id, row.version, `${place}/before`, 'the old words of the clause;');
    await correct(context, row.id, row.version + 1, `${place}/after`, 'the new words of the clause;');
    const { reading: now } = await reading(context, row.id);
    expect((now.record as typeof record).proposals[at]?.text?.sections[0]?.clauses[0]).toMatchObject({
      status: 'changed',
      certainty: 'sure',
      runs: [
        { text: 'the ', change: 'same' },
        { text: 'old', change: 'deleted' },
        { text: 'new', change: 'inserted' },
        { text: ' words of the clause;', change: 'same' },
      ],
    });
  });

  test('what was accepted or laid aside is not changed any more', async () => {
    const context = database.context();
    const taken = await takeIn(context, {
      bytes: bytesOf(miniPlan('Plan to accept of the Board')),
      name: 'accept.txt',
      only: 'plan',
    });
    const id = taken.reading ?? '';
    await showTo(context, id, 1, 'members');
    const address = await accept(context, id, 2);
    expect(await code(correct(context, id, 3, '/title', 'x'))).toBe('not-open');
    expect(await code(accept(context, id, 3))).toBe('not-open');
    const slug = address.split('/').at(-1) ?? '';
    expect((await plan(database.context(viewerWith('member')), slug)).nodes.length).toBeGreaterThan(0);
    expect(await code(plan(database.context(viewerWith('public')), slug))).toBe('not-found');
  });

  test('a file of unknown kind cannot be accepted, says why, and is found by its words', async () => {
    const context = database.context();
    const circular = (await readings(context)).find((item) => item.name === 'Circular on parking.docx');
    expect(circular?.kind).toBe('unknown');
    const { reading: row } = await reading(context, circular?.id ?? '');
    expect(row.reading.findings.map((finding) => finding.rule)).toContain('kind-unknown');
    expect(await code(accept(context, row.id, row.version))).toBe('nothing-to-accept');
    const found = await search(context, SearchRequest.parse({ words: 'parking' }));
    expect(found.hits.map((hit) => hit.kind)).toContain('source');
    expect(
      (await search(database.context(viewerWith('member')), SearchRequest.parse({ words: 'parking' }))).total,
    ).toBe(0);
  });
});

const ask = (words: string, more: object = {}) => search(database.context(), SearchRequest.parse({ words, ...more }));

describe('search', () => {
  test('stems English, ignores accents and case', async () => {
    const [one, many, accented] = await Promise.all([ask('island'), ask('ISLANDS'), ask('ísland')]);
    expect(one.total).toBeGreaterThan(3);
    expect(many.total).toBe(one.total);
    expect(accented.total).toBe(one.total);
  });

  test('mends typing slips and says so', async () => {
    const found = await ask('satelite conections');
    expect(found.total).toBeGreaterThan(0);
    expect(found.mended.map((mended) => mended.typed)).toEqual(expect.arrayContaining(['satelite']));
  });

  test('shows the words in their place, filters, and ranks titles first', async () => {
    const found = await ask('islands', { kind: 'proposal' });
    expect(found.hits.every((hit) => hit.kind === 'proposal')).toBe(true);
    const matches = piecesOf(found.hits[0]?.snippet ?? '').filter((piece) => piece.match);
    expect(matches.map((piece) => piece.text.toLowerCase())).toContain('islands');
    expect((await ask('islands', { year: 1990 })).total).toBe(0);
  });

  test.each([
    "'",
    '"',
    '\\',
    'a & | ! b',
    '((',
    ':*',
    '%_',
    '<script>',
    '   ',
    '-',
    '"unclosed',
    'ab\u0000cd',
    '🌊',
    'x'.repeat(300),
  ])('takes %j as words', async (words) => {
    expect((await ask(words)).total).toBeGreaterThanOrEqual(0);
  });
});

describe('changes', () => {
  test('an element is reworded once per version, found by its new words, with its history', async () => {
    const context = database.context(viewerWith('secretariat'));
    const first = (await plans(context)).find((summary) => summary.from === 2026);
    const node = (await plan(context, first?.slug ?? '')).nodes[3];
    if (first === undefined || node === undefined) throw new Error('no plan');
    await rewordNode(context, first.slug, node.id, node.version, 'To plant quincunxes on every quay');
    expect(await code(rewordNode(context, first.slug, node.id, node.version, 'late'))).toBe('changed-meanwhile');
    const [entry] = await historyOf(context, { kind: 'plan-node', id: node.uuid });
    expect(entry).toMatchObject({
      action: 'reworded',
      before: { text: node.text },
      after: { text: 'To plant quincunxes on every quay' },
    });
  });

  test('two people who change an organisation at once: one is told', async () => {
    const context = database.context(viewerWith('secretariat'));
    const known = (await organisations(context)).find(({ key, name }) => key !== name);
    if (known === undefined) throw new Error('no organisation');
    const both = await Promise.all(
      ['One', 'Two'].map((name) =>
        code(changeOrganisation(context, known.slug, known.version, { key: known.key, name, country: null })),
      ),
    );
    expect(both.sort()).toEqual(['changed-meanwhile', 'no refusal']);
    expect((await organisation(context, known.slug)).variants).toContain(known.name);
  });

  test('a meeting shows contacts to the secretariat only', async () => {
    const slug = (await meetings(database.context()))[0]?.slug ?? '';
    const seen = async (role: 'secretariat' | 'partner') =>
      (await meeting(database.context(viewerWith(role)), slug)).participants.map((p) => p.contacts);
    expect((await seen('secretariat')).flat().length).toBeGreaterThan(5);
    expect((await seen('partner')).every((contacts) => contacts === null)).toBe(true);
  });
});

describe('starting empty', () => {
  test('is refused once own files are in', async () => {
    expect(await code(startEmpty(database.context()))).toBe('own-files-are-in');
  });
});
