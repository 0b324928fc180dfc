/**
 * The proposals among the examples: both sides are what the data say, the planted clashes and slips are there and no
 * others, and the flattened copy reads like the Word file wherever a careful reader could tell.
 */
import { readFileSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { linesOf, sideParagraphs, type Side } from '#formats/document/index.ts';
import { findCitations } from '#modules/texts/index.ts';
import type { Clause, LegalText, Proposal, ProposalsRecord } from '#kernel/reading/index.ts';
import {
  changesIn,
  clausesOf,
  difference,
  isTouched,
  parting,
  readExamples,
  relationOf,
  type ReadExample,
} from './example-readings.ts';
import { docxodusText } from './judges/docxodus.ts';
import { libreOffice, libreOfficeTexts } from './judges/libreoffice.ts';
import { pandoc, pandocText } from './judges/pandoc.ts';

let read: ReadExample[];
const named = (start: string): ReadExample => read.find(({ file }) => file.startsWith(start))!;
const proposals = (start: string): Proposal[] => (named(start).record as ProposalsRecord).proposals;
const proposal = (start: string, serial: number): Proposal => proposals(start).find((one) => one.serial === serial)!;
const nic = 'NIC-12A1 contribution';
const ssf = 'SSF-15A1 contribution';
const flat = 'NIC-12A1 flattened';
const tracked = [nic, ssf];
const sides = tracked.flatMap((start) => (['base', 'proposed'] as const).map((side) => [start, side] as const));
/** Which proposals of NIC and SSF are about the same text, and the file with that text. */
const contested = [
  { number: 4, nic: 2, ssf: 1, base: 'Resolution 4 (Rev. Suva' },
  { number: 9, nic: 3, ssf: 2, base: 'Resolution 9 (Rev. Suva' },
  { number: 17, nic: 5, ssf: 3, base: 'Resolution 17 (Suva' },
] as const;

beforeAll(async () => {
  read = await readExamples();
});

const text = (start: string, side: Side): string[] =>
  sideParagraphs(named(start).document, side).map((one) => one.text.trim());

const squeezed = (text: string): string => text.replace(/\s+/gu, '');

const from = (start: string, side: Side, heading: string, length: number): string[] => {
  const all = text(start, side);
  const at = all.indexOf(heading);
  return all.slice(at, at + length);
};

const ours = (start: string, side: Side): string => squeezed(text(start, side).join(''));

/** With the marks of footnotes: they are typed, so that two of the judges take them for words. */
const withMarks = (start: string, side: Side): string => {
  const document = structuredClone(named(start).document);
  for (const { paragraph } of linesOf(document)) for (const run of paragraph.runs) run.note = null;
  return squeezed(
    sideParagraphs(document, side)
      .map((one) => one.text)
      .join(''),
  );
};

describe('both sides', () => {
  test.each([
    [nic, 'Resolution 4 (Rev. Suva'],
    [nic, 'Resolution 9 (Rev. Suva'],
    [nic, 'Resolution 12 (Suva'],
    [ssf, 'Resolution 4 (Rev. Suva'],
    [ssf, 'Resolution 9 (Rev. Suva'],
    [ssf, 'Resolution 17 (Suva'],
  ])('%s: with all changes rejected, %s is the base text, paragraph by paragraph', (contribution, base) => {
    const clean = text(base, 'base').filter((line) => line !== '');
    expect(clean.length).toBeGreaterThan(30);
    expect(from(contribution, 'base', clean[0]!, clean.length)).toEqual(clean);
  });

  test('with all changes accepted, labels run and the last clause of a section ends in a comma', () => {
    const lines = text(nic, 'proposed');
    const at = lines.indexOf('instructs the Director of the Bureau for Development');
    expect(lines.slice(at + 3, at + 6)).toEqual([
      '3\tto organize, together with the Bureau for Networks, a yearly course for caretakers of island networks;',
      '4\tto propose to the Council the criteria by which requests to the fund are ranked;',
      '5\tto report each year to the Council on the islands that were connected and on those that lost their connection,',
    ]);
  });

  test.each(sides)('docxodus gives the same words: %s, %s', { timeout: 60_000 }, async (start, side) => {
    const theirs = await docxodusText(named(start).bytes, side);
    expect(parting(withMarks(start, side), squeezed(theirs.body.join('')))).toBeNull();
  });

  test.skipIf(pandoc === null)(
    `pandoc gives the same words (${pandoc ?? 'not installed, not compared'})`,
    { timeout: 60_000 },
    () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'throughline-examples-'));
      try {
        for (const [start, side] of sides) {
          const file = path.join(folder, 'example.docx');
          writeFileSync(file, named(start).bytes);
          expect(parting(ours(start, side), squeezed(pandocText(file, side))), `${start} ${side}`).toBeNull();
        }
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );

  test.skipIf(libreOffice === null)(
    `LibreOffice gives the same words (${libreOffice ?? 'not installed, not compared'})`,
    { timeout: 240_000 },
    () => {
      const texts = libreOfficeTexts(new Map(tracked.map((start) => [start, named(start).bytes])));
      for (const [start, side] of sides) {
        expect(
          parting(withMarks(start, side), squeezed(texts.get(start)?.[side] ?? '')),
          `${start} ${side}`,
        ).toBeNull();
      }
    },
  );
});

const shape = (one: Proposal): unknown[] => [
  one.reference,
  one.externalId,
  one.bookmark,
  one.action,
  one.target.number,
  one.parts.summary !== null,
  one.parts.introduction !== null,
  one.parts.reasons !== null,
];

describe('the contributions', () => {
  test('six proposals of the Northern Islands Conference', () => {
    expect((named(nic).record as ProposalsRecord).document).toEqual({ proponent: 'NIC', number: 12, addendum: 1 });
    expect(proposals(nic).map(shape)).toEqual([
      ['NIC/12A1/1', null, 'nic_1', 'NOC', null, true, true, true],
      ['NIC/12A1/2', null, 'nic_2', 'MOD', 4, true, true, false],
      ['NIC/12A1/3', null, 'nic_3', 'MOD', 9, true, true, false],
      ['NIC/12A1/4', null, 'nic_4', 'MOD', 12, true, true, false],
      ['NIC/12A1/5', null, 'nic_5', 'SUP', 17, true, true, true],
      ['NIC/12A1/6', null, 'nic_6', 'ADD', 'NIC-1', true, true, false],
    ]);
    expect(proposal(nic, 1).target.kind).toBe('constitution');
    expect(proposal(nic, 4).revision).toEqual({
      before: { place: 'Suva', year: 2021, revised: false },
      after: { place: 'Apia', year: 2025, revised: true },
    });
  });

  test('four proposals of the Southern Seas Forum, with the numbers of a proposal system', () => {
    expect(proposals(ssf).map(shape)).toEqual([
      ['SSF/15A1/1', '2201', 'ssf_1', 'MOD', 4, false, true, false],
      ['SSF/15A1/2', '2202', 'ssf_2', 'MOD', 9, false, true, false],
      ['SSF/15A1/3', '2203', 'ssf_3', 'MOD', 17, false, true, false],
      ['SSF/15A1/4', '2204', 'ssf_4', 'ADD', 'SSF-1', false, true, false],
    ]);
    expect(proposal(ssf, 3).title).toEqual({
      before: 'Regional register of submarine cable landings',
      after: 'Regional register of submarine and lagoon cables',
    });
  });

  test('the changes to Resolution 4, clause by clause', () => {
    expect(changesIn(proposal(nic, 2))).toEqual([
      'considering + inserted',
      'considering c) renumbered',
      'considering d) renumbered',
      'recognizing c) changed',
      'noting a) changed',
      'resolves 2 changed',
      'resolves 2.2 changed',
      'resolves 3 changed',
      'resolves 4 changed',
      'resolves 5 changed',
      'instructs the Secretary-General 1 changed',
      'instructs the Director of the Bureau for Development 4 deleted',
      'instructs the Director of the Bureau for Development 5 changed',
      'instructs the Director of the Bureau for Development + inserted',
      'instructs the Director of the Bureau for Networks changed',
      'instructs the Director of the Bureau for Networks + inserted',
      'invites the Council changed',
    ]);
    expect(changesIn(proposal(ssf, 1))).toEqual([
      'recognizing + inserted',
      'recognizing c) renumbered',
      'recognizing d) renumbered',
      'resolves 2 changed',
      'resolves 4 changed',
      'resolves 5 changed',
      'resolves 6 deleted',
      'resolves 7 renumbered',
      'instructs the Secretary-General 1 changed',
      'instructs the Director of the Bureau for Development 2 changed',
      'invites Member States 2 changed',
    ]);
  });

  test('every kind of revision that README.md lists', () => {
    const marks = linesOf(named(nic).document).flatMap(({ paragraph }) => [
      ...paragraph.mark,
      ...paragraph.runs.flatMap((run) => run.marks),
    ]);
    expect(new Set(marks.map(({ kind }) => kind))).toEqual(new Set(['inserted', 'deleted', 'moved-from', 'moved-to']));
    expect(new Set(marks.map(({ author }) => author))).toEqual(new Set(['NIC drafting group', 'Tevita Moala']));
    expect(new Set(marks.map(({ date }) => date)).size).toBe(2);
    expect(marks.filter(({ move }) => move !== null).map(({ move }) => move)).toContain('move1');
    const { document } = named(nic);
    const rows = document.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
    expect(rows.flatMap((row) => row.marks.map(({ kind }) => kind))).toEqual(['inserted', 'deleted']);
    const notes = linesOf(document).flatMap(({ paragraph }) => paragraph.runs.filter((run) => run.note !== null));
    expect(notes.map((run) => run.marks.map(({ kind }) => kind).join())).toEqual(['', 'deleted', '']);
    const undone = linesOf(document).flatMap(({ paragraph }) => paragraph.runs.filter((run) => run.marks.length === 2));
    expect(undone.map((run) => run.text)).toEqual([' of the region']);
  });
});

/** Rows of the table of clashes in README.md. */
function plantedClashes(): { instrument: string; clause: string; relation: string }[] {
  const lines = readFileSync('examples/README.md', 'utf8').split('\n');
  return lines
    .filter((line) => /^\| Resolution \d/.test(line))
    .map((line) => {
      const [, instrument = '', clause = '', relation = ''] = line.split('|').map((cell) => cell.trim());
      return { instrument, clause, relation };
    });
}

const behind = (text: LegalText | null): string[] => {
  const all = clausesOf(text);
  return all.flatMap(({ clause, heading }, at) =>
    clause.label.before === null ? [`${heading} behind ${all[at - 1]?.clause.before ?? ''}`] : [],
  );
};

// A note that is struck out is told, and is no slip.
const told = (start: string): string[] =>
  named(start)
    .findings.filter(({ rule }) => rule !== 'footnote-struck-out')
    .map(({ rule, message }) => `${rule}: ${/"[^"]+"/.exec(message)?.[0] ?? ''}`);

describe('what is planted', () => {
  test('the clashes are those of README.md, and no others', () => {
    const found = contested.flatMap((one) => {
      const theirs = new Map(clausesOf(proposal(ssf, one.ssf).text).map(({ place, clause }) => [place, clause]));
      const suppressed = proposal(nic, one.nic).action === 'SUP';
      const mine = suppressed ? clausesOf(named(one.base).record as LegalText) : clausesOf(proposal(nic, one.nic).text);
      return mine.flatMap(({ place, clause }) => {
        const other = theirs.get(place);
        if (other === undefined || place.endsWith('+')) return [];
        const relation = suppressed ? (isTouched(other) ? 'suppressed-and-amended' : null) : relationOf(clause, other);
        return relation === null ? [] : [{ instrument: `Resolution ${one.number}`, clause: place, relation }];
      });
    });
    expect(found).toEqual(plantedClashes());
    expect(found).toHaveLength(11);
  });

  test('no two groups insert a clause at the same place', () => {
    for (const one of contested) {
      const mine = behind(proposal(nic, one.nic).text);
      expect(behind(proposal(ssf, one.ssf).text).filter((place) => mine.includes(place))).toEqual([]);
    }
  });

  test('the slips are found, and nothing else is', () => {
    expect(told(nic)).toEqual([]);
    expect(told(ssf)).toEqual(['reference-mismatch: "recognizing f)"', 'place-spelling: "Honaira"']);
  });

  test('the draft of SSF cites Resolution 9 by an old revision', () => {
    const cited = findCitations(linesOf(named(ssf).document)).filter(
      ({ kind, number }) => kind === 'resolution' && number === '9',
    );
    const years = cited.map(({ revision }) => revision?.year ?? null);
    expect(years).toContain(2017);
    expect(cited.find(({ revision }) => revision?.year === 2017)?.revision).toEqual({
      place: 'Port Vila',
      year: 2017,
      revised: false,
    });
    expect((named('Resolution 9 (Rev. Suva').record as LegalText).heading).toContain('2021');
  });
});

/** The same clauses in both readings, by their order in the document. */
const pairs = (): { place: string; word: Clause; copy: Clause }[] =>
  [2, 3, 4, 6].flatMap((serial) => {
    const copies = clausesOf(proposal(flat, serial).text);
    const words = clausesOf(proposal(nic, serial).text);
    expect(copies.map(({ heading }) => heading)).toEqual(words.map(({ heading }) => heading));
    return words.map(({ place, clause }, at) => ({
      place: `${serial}: ${place}`,
      word: clause,
      copy: copies[at]!.clause,
    }));
  });

describe('the flattened copy', () => {
  test('holds the same proposals', () => {
    expect(proposals(flat).map(({ reference, action, bookmark }) => [reference, action, bookmark])).toEqual(
      proposals(nic).map(({ reference, action, bookmark }) => [reference, action, bookmark]),
    );
    expect(proposals(flat).map(({ revision }) => revision)).toEqual(proposals(nic).map(({ revision }) => revision));
  });

  test('is read like the Word file where a careful reader could tell', () => {
    const same = new Set(pairs().flatMap(({ place, word, copy }) => (difference(word, copy) === null ? [place] : [])));
    const telling = [
      '2: considering +',
      '2: considering c)',
      '2: considering d)',
      '2: recognizing c)',
      '2: noting a)',
      '2: resolves 2',
      '2: instructs the Director of the Bureau for Development 4',
      '2: instructs the Director of the Bureau for Development 5',
      '2: instructs the Director of the Bureau for Development +',
      '2: invites the Council',
      '3: recalling a)',
      '3: considering c)',
      '3: considering +',
      '3: recognizing b)',
      '3: instructs the Director of the Bureau for Development +',
      '3: instructs the Director of the Bureau for Development 4',
      '3: invites Member States 1',
      '4: resolves 1',
      '4: resolves 3.3',
      '4: resolves +',
      '4: recognizing c)',
      '4: instructs the Director of the Bureau for Networks +',
      '4: instructs the Director of the Bureau for Networks 3',
      '4: invites Sector Members 2',
    ];
    expect(telling.filter((place) => !same.has(place))).toEqual([]);
    expect(pairs()).toHaveLength(138);
    expect(same.size).toBeGreaterThanOrEqual(104);
  });

  test('is never wrong where it says sure', () => {
    const wrong = pairs()
      .filter(({ word, copy }) => copy.certainty === 'sure' && difference(word, copy) !== null)
      .map(({ place }) => place);
    expect(wrong).toEqual([]);
  });
});
