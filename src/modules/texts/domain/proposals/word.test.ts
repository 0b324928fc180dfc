import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Recognition } from '#formats/document/index.ts';
import type { ProposalsRecord } from '#kernel/reading/index.ts';
import { sourceOfWord, type Piece, type WordParagraph } from '../testing/documents.ts';
import { everyClause, readProposals, shown } from '../testing/recognisers.ts';

function word(paragraphs: WordParagraph[]): Recognition<ProposalsRecord> {
  return readProposals(sourceOfWord(paragraphs));
}

const opening = 'The Plenipotentiary Conference of the Oceanic Communications Union (Oslo, 2018),';
const head: WordParagraph[] = [
  { text: ['MOD\tOCP/12A1/1'] },
  { text: ['RESOLUTION 5 (Oslo, 2018)'] },
  { text: ['Cables'] },
  { text: [opening] },
];

/** What is said of a list whose last items stand under a second heading. */
function saidOfTwo(heading: WordParagraph): string[] {
  return word([
    ...head,
    { text: ['considering'] },
    { text: ['a)\tthat reefs grow;'] },
    { text: ['b)\tthat cables ', { ins: 'often ' }, 'break', { del: ',' }, { ins: ';' }] },
    heading,
    { text: [{ del: 'a' }, { ins: 'c' }, ')\tthat buoys drift;'] },
    { text: [{ del: 'b' }, { ins: 'd' }, ')\tthat masts fall, as considering c) says,'] },
    { text: ['resolves'] },
    { text: ['to lay cables.'] },
  ])
    .findings.filter(({ rule }) => ['label-sequence', 'list-end-punctuation', 'reference-mismatch'].includes(rule))
    .map(({ rule, lines }) => `${rule} ${lines?.[0]}`);
}

describe('Word files with revisions', () => {
  test('labels, words, paragraphs and titles straight from the marks', () => {
    const { record } = word([
      { text: ['MOD\tOCP/12A1/1'], style: 'Proposal' },
      { text: ['RESOLUTION 5 (Rev. ', { del: 'Lagos, 2014' }, { ins: 'Oslo, 2018' }, ')'], style: 'ResNo' },
      { text: ['Cables', { ins: ' and buoys' }], style: 'Restitle' },
      {
        text: [
          'The Assembly of the Oceanic Communications Union (',
          { del: 'Lagos, 2014' },
          { ins: 'Oslo, 2018' },
          '),',
        ],
      },
      { text: ['considering'], style: 'Call' },
      { text: ['a)\tthat cables are ', { del: 'long' }, { ins: 'old' }, ';'] },
      { text: [{ ins: 'b)\tthat buoys drift;' }], mark: 'ins' },
      { text: [{ del: 'b' }, { ins: 'c' }, ')\tthat ships are slow', { del: ',' }, { ins: ';' }] },
      { text: [{ del: 'c)\tthat reefs grow,' }], mark: 'del' },
      { text: [{ ins: 'd)\tthat 2030 2030 is no seam,' }], mark: 'ins' },
      { text: ['resolves'], style: 'Call' },
      { text: ['to lay cables.'] },
    ]);
    const [one] = record.proposals;
    expect(one?.title).toEqual({ before: 'Cables', after: 'Cables and buoys' });
    expect(one?.revision.before?.year).toBe(2014);
    expect(one?.revision.after?.year).toBe(2018);
    expect(one?.text?.sections.map((section) => section.status)).toEqual(['changed', 'kept']);
    expect(everyClause(one?.text).map(shown)).toEqual([
      'a)>a) changed sure: that cables are [-long-]{+old+};',
      '∅>b) inserted sure: {+that buoys drift;+}',
      'b)>c) changed sure: that ships are slow[-,-]{+;+}',
      'c)>∅ deleted sure: [-that reefs grow,-]',
      '∅>d) inserted sure: {+that 2030 2030 is no seam,+}',
      '> kept sure: to lay cables.',
    ]);
  });

  test('a list goes on under a heading that is struck out; under one that stands it begins anew', () => {
    expect(saidOfTwo({ text: [{ del: 'noting' }], mark: 'del' })).toEqual([]);
    expect(saidOfTwo({ text: ['noting'] })).toEqual([
      'list-end-punctuation 7',
      'label-sequence 9',
      'reference-mismatch 10',
    ]);
  });

  test('a label that alone changes is a renumbering; automatic numbers serve where none is typed', () => {
    const { record } = word([
      { text: ['MOD\tOCP/12A1/1'] },
      { text: ['RESOLUTION 5 (Oslo, 2018)'] },
      { text: ['Cables'] },
      { text: [opening] },
      { text: ['resolves'], style: 'Call' },
      { text: [{ ins: '1\tto wait;' }], mark: 'ins' },
      { text: [{ del: '1' }, { ins: '2' }, '\tto lay cables;'] },
      { text: ['to chart reefs.'], number: '3.' },
    ]);
    expect(everyClause(record.proposals[0]?.text).map(shown)).toEqual([
      '∅>1 inserted sure: {+to wait;+}',
      '1>2 renumbered sure: to lay cables;',
      '3.>3. kept sure: to chart reefs.',
    ]);
  });

  test('paragraphs split and joined by revised marks', () => {
    const { record } = word([
      { text: ['MOD\tOCP/12A1/1'] },
      { text: ['RESOLUTION 5 (Oslo, 2018)'] },
      { text: ['Cables'] },
      { text: [opening] },
      { text: ['resolves'], style: 'Call' },
      // The mark after "ships" is inserted: one paragraph in the base, two in the proposed text.
      { text: ['1\tto send ships'], mark: 'ins' },
      { text: [{ ins: '2\t' }, ' and boats;'] },
      // The mark after "reefs" is deleted: two paragraphs in the base, one in the proposed text.
      { text: ['3\tto chart reefs'], mark: 'del' },
      { text: [{ del: '4\tto chart' }, ' and shoals.'] },
    ]);
    expect(
      everyClause(record.proposals[0]?.text).map((one) => [one.label.before, one.before, one.label.after, one.after]),
    ).toEqual([
      ['1', 'to send ships and boats;', '1', 'to send ships'],
      [null, null, '2', 'and boats;'],
      ['3', 'to chart reefs', '3', 'to chart reefs and shoals.'],
      ['4', 'to chart and shoals.', null, null],
    ]);
  });

  test('a label struck out with its tab, labels before a mere blank', () => {
    const { record } = word([
      ...head,
      { text: ['considering'], style: 'Call' },
      { text: [{ ins: 'a) ' }, 'that cables are long', { del: ',' }, { ins: ';' }] },
      { text: [{ ins: 'b) that buoys drift,' }], mark: 'ins' },
      { text: ['resolves'], style: 'Call' },
      { text: [{ del: '1\t' }, 'to lay cables', { del: ';' }, { ins: ',' }] },
      { text: [{ del: '2\tto chart reefs.' }], mark: 'del' },
      { text: ['requests'], style: 'Call' },
      { text: ['1 to sail;'] },
      { text: [{ ins: '2 to rest;' }], mark: 'ins' },
      { text: [{ del: '2' }, { ins: '3' }, ' to land.'] },
    ]);
    expect(everyClause(record.proposals[0]?.text).map(shown)).toEqual([
      '>a) changed sure: that cables are long[-,-]{+;+}',
      '∅>b) inserted sure: {+that buoys drift,+}',
      '1> changed sure: to lay cables[-;-]{+,+}',
      '2>∅ deleted sure: [-to chart reefs.-]',
      '1>1 kept sure: to sail;',
      '∅>2 inserted sure: {+to rest;+}',
      '2>3 renumbered sure: to land.',
    ]);
  });

  test('law: whatever is inserted, struck out and renumbered, both texts come back', () => {
    const words = fc.array(fc.constantFrom('cables', 'ships', '2018', 'islands', 'of', 'Lagos,', 'to'), {
      minLength: 1,
      maxLength: 6,
    });
    const piece = fc.tuple(fc.constantFrom('same', 'same', 'ins', 'del'), words).map(([kind, list]): Piece => {
      const text = ` ${list.join(' ')}`;
      return kind === 'ins' ? { ins: text } : kind === 'del' ? { del: text } : text;
    });
    const clause = fc.record({
      kind: fc.constantFrom('both', 'both', 'ins', 'del'),
      pieces: fc.array(piece, { minLength: 1, maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(clause, { minLength: 1, maxLength: 8 }), (clauses) => {
        let old = 0;
        let next = 0;
        const truth: (string | null)[][] = [];
        const made = clauses.map(({ kind, pieces }): WordParagraph => {
          if (kind !== 'ins') old++;
          if (kind !== 'del') next++;
          const side = (left: 'ins' | 'del'): string =>
            `to sail${pieces.map((one) => (typeof one === 'string' ? one : left in one ? '' : Object.values(one).join(''))).join('')};`;
          if (kind !== 'both') {
            const all = `to sail${pieces.map((one) => (typeof one === 'string' ? one : Object.values(one).join(''))).join('')};`;
            truth.push(kind === 'ins' ? [null, `${next}`, null, all] : [`${old}`, null, all, null]);
            const label = kind === 'ins' ? next : old;
            return { text: [kind === 'ins' ? { ins: `${label}\t${all}` } : { del: `${label}\t${all}` }], mark: kind };
          }
          truth.push([`${old}`, `${next}`, side('ins'), side('del')]);
          const label: Piece[] = old === next ? [`${old}`] : [{ del: `${old}` }, { ins: `${next}` }];
          return { text: [...label, '\tto sail', ...pieces, ';'] };
        });
        const { record } = word([...head, { text: ['resolves'], style: 'Call' }, ...made]);
        expect(
          everyClause(record.proposals[0]?.text).map((one) => [
            one.label.before,
            one.label.after,
            one.before,
            one.after,
          ]),
        ).toEqual(truth);
      }),
    );
  });
});
