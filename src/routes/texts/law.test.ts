import { describe, expect, test } from 'vitest';
import type { Clause, LegalText } from '#kernel/reading/index.ts';
import { contentsOf, lawOf } from './law.ts';

function clause(line: number, label: string, words: string, status: Clause['status'] = 'kept'): Clause {
  const inBase = status !== 'inserted';
  const inProposed = status !== 'deleted';
  return {
    label: { printed: label, before: inBase ? label : null, after: inProposed ? label : null },
    status,
    before: inBase ? words : null,
    after: inProposed ? words : null,
    runs: [{ text: words, change: status === 'inserted' ? 'inserted' : status === 'deleted' ? 'deleted' : 'same' }],
    certainty: 'sure',
    line,
    children: [],
  };
}

const text: LegalText = {
  heading: 'RESOLUTION 4 (Rev. Apia, 2025)',
  title: 'Masts on outer islands',
  opening: 'The Assembly,',
  sections: [
    {
      kind: 'preamble',
      heading: 'noting',
      status: 'changed',
      line: 3,
      clauses: [
        clause(4, 'a)', 'that masts are few;'),
        clause(5, 'b)', 'that visitors read no warnings sent in one language,', 'deleted'),
      ],
    },
    {
      kind: 'preamble',
      heading: 'recognizing',
      status: 'changed',
      line: 6,
      clauses: [
        clause(7, 'a)', 'that rain is frequent,'),
        clause(8, 'b)', 'that visitors read no warnings sent in one language.', 'inserted'),
      ],
    },
  ],
  annexes: [
    {
      heading: 'ANNEX 1',
      title: 'Masts',
      line: 10,
      sections: [
        {
          kind: 'annex',
          heading: null,
          status: 'kept',
          line: 11,
          clauses: [
            clause(11, '', 'The masts are:'),
            clause(12, '', 'Place'),
            clause(13, '', 'Height'),
            clause(14, '', 'Suva'),
            clause(15, '', 'North hill'),
            clause(16, '', '30 m'),
          ],
        },
      ],
    },
  ],
  footnotes: [{ mark: '1', text: '1 A mast is higher than ten metres.', line: 7 }],
};
const columns = new Map([
  [12, 0],
  [13, 1],
  [14, 0],
  [15, 0],
  [16, 1],
]);

describe('a text for its page', () => {
  const law = lawOf(text, columns, 'everything');

  test('has addresses for clauses and headings', () => {
    expect(law.sections[0]?.items.map((item) => item.type === 'clause' && item.anchor)).toEqual([
      'noting-a',
      'noting-b',
    ]);
    expect(contentsOf(law)).toEqual([
      { href: '#line-3', name: 'noting' },
      { href: '#line-6', name: 'recognizing' },
      { href: '#annex-10', name: 'ANNEX 1' },
    ]);
  });

  test('tells a move from a deletion and an insertion', () => {
    const [deleted, inserted] = [law.sections[0]?.items[1], law.sections[1]?.items[1]];
    expect(deleted).toMatchObject({ moved: { to: true, anchor: 'recognizing-b', place: 'recognizing b)' } });
    expect(inserted).toMatchObject({ moved: { to: false, anchor: 'noting-b', place: 'noting b)' } });
    expect(law.sections[0]?.items[0]).toMatchObject({ moved: null });
  });

  test('sets cells as a table, with two paragraphs of a cell together', () => {
    const items = law.annexes[0]?.sections[0]?.items ?? [];
    expect(items.map((item) => item.type)).toEqual(['clause', 'table']);
    const table = items[1];
    const words =
      table?.type === 'table' ? table.rows.map((row) => row.map((cell) => cell.map(({ line }) => line))) : [];
    expect(words).toEqual([
      [[12], [13]],
      [[14, 15], [16]],
    ]);
  });

  test('hangs a footnote on its clause and does not repeat its mark', () => {
    expect(law.sections[1]?.items[0]).toMatchObject({ notes: ['1'] });
    expect(law.footnotes[0]?.runs).toEqual([{ text: 'A mast is higher than ten metres.', change: 'same' }]);
  });

  test('says how many clauses are kept where only changes are shown', () => {
    const changes = lawOf(text, columns, 'changes');
    expect(changes.sections[0]?.items.map((item) => (item.type === 'kept' ? item.count : item.type))).toEqual([
      1,
      'clause',
    ]);
    expect(changes.annexes[0]?.sections[0]?.items).toEqual([{ type: 'kept', count: 6 }]);
  });

  test('takes two equal deletions for what they are', () => {
    const twice = structuredClone(text);
    twice.sections[0]?.clauses.push(clause(6, 'c)', 'that visitors read no warnings sent in one language;', 'deleted'));
    expect(lawOf(twice, columns, 'everything').sections[1]?.items[1]).toMatchObject({ moved: null });
  });

  test('shows words of headings, titles, openings and notes that changed', () => {
    const [noting] = text.sections;
    if (noting === undefined) throw new Error('the text has sections');
    const changed: LegalText = {
      ...text,
      changedOpening: { before: 'The Conference,', after: 'The Assembly,' },
      sections: [{ ...noting, changedHeading: { before: 'noting with concern', after: 'noting' } }],
      footnotes: [{ mark: '1', text: '1 High.', line: 4, changedText: { before: '2 Low.', after: '1 High.' } }],
      droppedFootnotes: [{ mark: '3', text: '3 Gone.', line: 5 }],
    };
    const shown = lawOf(changed, columns, 'everything');
    expect(shown.opening).toEqual([
      { text: 'The ', change: 'same' },
      { text: 'Conference', change: 'deleted' },
      { text: 'Assembly', change: 'inserted' },
      { text: ',', change: 'same' },
    ]);
    expect(shown.sections[0]?.headingRuns).toEqual([
      { text: 'noting', change: 'same' },
      { text: ' with concern', change: 'deleted' },
    ]);
    expect(shown.footnotes.map(({ runs }) => runs.map((run) => run.change))).toEqual([
      ['deleted', 'inserted', 'same'],
      ['deleted'],
    ]);
  });

  test('takes moves that are known, and tells an end of a list from rewording', () => {
    const known = structuredClone(text);
    const [first] = known.sections[0]?.clauses ?? [];
    if (first !== undefined) Object.assign(first, { status: 'changed', after: 'that masts are few,' });
    const shown = lawOf(known, columns, 'everything', [{ deleted: 5, inserted: 8 }]);
    expect(shown.sections[0]?.items).toMatchObject([
      { endOfList: true },
      { moved: { to: true, place: 'recognizing b)' }, endOfList: false },
    ]);
    expect(lawOf(known, columns, 'everything', []).sections[0]?.items[1]).toMatchObject({ moved: null });
  });
});
