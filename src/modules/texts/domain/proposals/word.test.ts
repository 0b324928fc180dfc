import { describe, expect, test } from 'vitest';
import type { Recognition } from '#formats/document/index.ts';
import type { ProposalsRecord } from '#kernel/reading/index.ts';
import { sourceOfWord, type WordParagraph } from '../testing/documents.ts';
import { everyClause, readProposals, shown } from '../testing/recognisers.ts';

function word(paragraphs: WordParagraph[]): Recognition<ProposalsRecord> {
  return readProposals(sourceOfWord(paragraphs));
}

const opening = 'The Plenipotentiary Conference of the Oceanic Communications Union (Oslo, 2018),';

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
});
