import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { describe, expect, test } from 'vitest';
import type { Clause, LegalText } from '#kernel/reading/index.ts';
import { sideOfText } from '../register/sides.ts';
import { documentOf, emptyDocument, rejected } from './document.ts';
import { edit } from './edit.ts';
import { addComment, addNote, commentsIn, resolveComment } from './notes.ts';
import { settle, suggestionsIn } from './suggest.ts';
import { addAnnex, addSection, changeDepth, joinBlock, moveClause, splitBlock } from './structure.ts';
import { act, anyDeed, block, handOf, placeOf, slice } from '../../../../testing/drafts/hands.ts';
import { anyText, countingIds, inLines, reefs } from '../../../../testing/drafts/texts.ts';
import { textOfDraft } from './text.ts';

const start = (): Node => documentOf(reefs(), countingIds());

/** "2 renumbered from 1: ~struck~ +new+ kept" for each clause of a section. */
function shown(doc: Node, base: Node, heading: string): string[] {
  const lines: string[] = [];
  const show = (clause: Clause, indent: string): void => {
    const { before, after } = clause.label;
    const words = clause.runs.map(({ text, change }) => {
      return change === 'same' ? text : change === 'deleted' ? `~${text}~` : `+${text}+`;
    });
    lines.push(`${indent}${before === after ? (after ?? '') : `${before ?? '·'}→${after ?? '·'}`}| ${words.join('')}`);
    for (const child of clause.children) show(child, `${indent}  `);
  };
  const sections = textOfDraft(doc, base).sections.filter((section) => section.heading === heading);
  for (const section of sections) for (const clause of section.clauses) show(clause, '');
  return lines;
}

describe('words', () => {
  test('that are replaced are struck, and the new ones stand behind them', () => {
    const tr = new Transform(start());
    const at = placeOf(tr.doc, 'old;');
    edit(tr, at, at + 3, slice('wrong'), handOf('Ana'));
    expect(shown(tr.doc, start(), 'considering')[1]).toBe('b)| that charts are ~old~+wrong+;');
    expect(suggestionsIn(tr.doc)).toMatchObject([{ author: 'Ana', deleted: 'old', inserted: 'wrong' }]);
  });

  test('of two hands that touch stay two suggestions', () => {
    const tr = new Transform(start());
    const at = placeOf(tr.doc, 'old;');
    edit(tr, at, at, slice('very '), handOf('Ana'));
    edit(tr, at + 5, at + 5, slice('very '), handOf('Ben'));
    expect(suggestionsIn(tr.doc).map(({ author, inserted }) => [author, inserted])).toEqual([
      ['Ana', 'very '],
      ['Ben', 'very '],
    ]);
  });

  test('that were just typed are gone when they are deleted', () => {
    const tr = new Transform(start());
    const at = placeOf(tr.doc, 'old;');
    edit(tr, at, at, slice('very '), handOf('Ana'));
    edit(tr, at, at + 5, slice(''), handOf('Ana'));
    expect(tr.doc.eq(start())).toBe(true);
  });

  test('over several clauses are struck in each, and the clauses stay', () => {
    const tr = new Transform(start());
    edit(tr, placeOf(tr.doc, 'break'), placeOf(tr.doc, 'charts are'), slice('move;'), handOf('Ana'));
    expect(shown(tr.doc, start(), 'considering').slice(0, 2)).toEqual([
      'a)| that reefs ~break cables;~+move;+',
      'b)| ~that ~charts are old;',
    ]);
  });

  test('that are taken back leave nothing behind, not even a blank', () => {
    const tr = new Transform(start());
    const at = placeOf(tr.doc, 'are old');
    edit(tr, at, at, slice('of 1950 '), handOf('Ana'));
    const [one] = suggestionsIn(tr.doc);
    settle(tr, one?.id ?? '', false);
    expect(tr.doc.eq(start())).toBe(true);
  });

  test('that are accepted are still changes of the base text', () => {
    const tr = new Transform(start());
    const at = placeOf(tr.doc, 'old;');
    edit(tr, at, at + 3, slice('wrong'), handOf('Ana'));
    settle(tr, suggestionsIn(tr.doc)[0]?.id ?? '', true);
    expect(suggestionsIn(tr.doc)).toEqual([]);
    expect(shown(tr.doc, start(), 'considering')[1]).toBe('b)| that charts are ~old~+wrong+;');
  });
});

describe('clauses', () => {
  test('are split; the new one is counted, references follow', () => {
    const tr = new Transform(start());
    splitBlock(tr, placeOf(tr.doc, ' break cables'), handOf('Ana'));
    expect(shown(tr.doc, start(), 'considering')).toEqual([
      'a)| that reefs~ break cables;~',
      '·→b)| +break cables;+',
      'b)→c)| that charts are old;',
      'c)→d)| that surveys are dear,',
    ]);
    expect(shown(tr.doc, start(), 'noting')).toEqual(['| the need described in considering ~c)~+d)+ above,']);
    expect(shown(tr.doc, start(), 'resolves')[0]).toBe('1| to chart all reefs, as considering ~b)~+c)+ demands;');
  });

  test('that were split and are joined again are as they were', () => {
    const tr = new Transform(start());
    const at = splitBlock(tr, placeOf(tr.doc, ' break cables'), handOf('Ana')) ?? 0;
    expect(joinBlock(tr, at - 1, handOf('Ana'))).not.toBeNull();
    expect(tr.doc.eq(start())).toBe(true);
  });

  test('are joined: the later one is struck, its words follow the earlier one', () => {
    const tr = new Transform(start());
    joinBlock(tr, block(tr.doc, 'that charts').at, handOf('Ana'));
    expect(shown(tr.doc, start(), 'considering')).toEqual([
      'a)| that reefs break cables;+ that charts are old;+',
      'b)→·| ~that charts are old;~',
      'c)→b)| that surveys are dear,',
    ]);
  });

  test('begin behind a clause, and below one that ends in a colon; what is empty is not in the text', () => {
    const tr = new Transform(start());
    const lay = block(tr.doc, 'to lay cables:');
    const at = splitBlock(tr, lay.at + lay.block.nodeSize - 1, handOf('Ana')) ?? 0;
    expect(shown(tr.doc, start(), 'resolves')).toEqual(shown(start(), start(), 'resolves'));
    edit(tr, at, at, slice('at low tide;'), handOf('Ana'));
    expect(shown(tr.doc, start(), 'resolves').slice(1, 4)).toEqual([
      '2| to lay cables:',
      '  ·→2.1| +at low tide;+',
      '  2.1→2.2| in deep water;',
    ]);
  });

  test('move with their sub-clauses; labels below and references follow', () => {
    const tr = new Transform(start());
    expect(moveClause(tr, block(tr.doc, 'to lay cables:').at, 'up')).not.toBeNull();
    expect(shown(tr.doc, start(), 'resolves')).toEqual([
      '1→·| ~to chart all reefs, as considering b) demands;~',
      '2→1| to lay cables:',
      '  2.1→1.1| in deep water;',
      '  2.2→1.2| away from anchorages;',
      '·→2| +to chart all reefs, as considering b) demands;+',
      '3| to act each year under resolves ~2~+1+.',
    ]);
  });

  test('move under the next heading and back', () => {
    const tr = new Transform(start());
    const at = moveClause(tr, block(tr.doc, 'that surveys').at, 'down') ?? -1;
    expect(shown(tr.doc, start(), 'noting')).toEqual([
      '·→a)| +that surveys are dear,+',
      '→b)| the need described in considering c) above,',
    ]);
    expect(shown(tr.doc, start(), 'considering').at(-1)).toBe('c)→·| ~that surveys are dear,~');
    moveClause(tr, at, 'up');
    expect(tr.doc.eq(start())).toBe(true);
  });

  test('become sub-clauses, not deeper than one below the clause above', () => {
    const tr = new Transform(start());
    const at = block(tr.doc, 'to act').at;
    expect(changeDepth(tr, at, 1)).toBe(true);
    expect(shown(tr.doc, start(), 'resolves').slice(-2)).toEqual([
      '3→·| ~to act each year under resolves 2.~',
      '  ·→2.3| +to act each year under resolves 2.+',
    ]);
    expect(changeDepth(tr, at, 1)).toBe(true);
    expect(changeDepth(tr, at, 1)).toBe(false);
    expect(changeDepth(tr, block(tr.doc, 'that reefs').at, 1)).toBe(false);
  });
});

test('a new text is written from nothing: headings say by their verb how their clauses are counted', () => {
  const tr = new Transform(emptyDocument());
  const hand = handOf('Ana', false);
  const write = (at: number | null, words: string): number => edit(tr, at ?? 0, at ?? 0, slice(words), hand);
  const next = (at: number): number | null => splitBlock(tr, at, hand);
  write(1, 'RESOLUTION NIC-1');
  let at = write(addSection(tr, 1, hand), 'considering');
  for (const words of ['that reefs move;', 'that charts do not,']) at = write(next(at), words);
  at = write(addSection(tr, at, hand), 'instructs the Council');
  for (const words of ['to chart:', 'all reefs;', 'all wrecks.']) at = write(next(at), words);
  at = write(addAnnex(tr, hand), 'ANNEX 1');
  write(at + 2, 'Places to chart');
  write(next(at + 2 + 'Places to chart'.length), 'The outer bay.');
  tr.doc.check();
  const text = textOfDraft(tr.doc, null);
  expect(text.sections.map(({ kind, heading, status }) => [kind, heading, status])).toEqual([
    ['preamble', 'considering', 'inserted'],
    ['operative', 'instructs the Council', 'inserted'],
  ]);
  const labels = text.sections.map(({ clauses }) =>
    clauses.flatMap(({ label, children }) => [label.after, ...children.map((child) => child.label.after)]),
  );
  expect(labels).toEqual([
    ['a)', 'b)'],
    ['', '–', '–'],
  ]);
  expect(text.annexes).toMatchObject([
    {
      heading: 'ANNEX 1',
      title: 'Places to chart',
      sections: [{ kind: 'annex', clauses: [{ after: 'The outer bay.' }] }],
    },
  ]);
});

test('a note has a sign where it hangs, a number of its own, and goes with its sign', () => {
  const tr = new Transform(start());
  const at = placeOf(tr.doc, ' break cables');
  const words = addNote(tr, at, handOf('Ana')) ?? 0;
  edit(tr, words, words, slice('Charted ones too.'), handOf('Ana'));
  const { footnotes, sections } = textOfDraft(tr.doc, start());
  expect(footnotes).toEqual([
    {
      mark: '1',
      text: 'Charted ones too.',
      changedText: { before: null, after: 'Charted ones too.' },
      line: sections[0]?.clauses[0]?.line,
    },
  ]);
  edit(tr, at, at + 1, slice(''), handOf('Ana'));
  expect(tr.doc.eq(start())).toBe(true);
});

test('comments lie over words, one over another, and are taken off one by one', () => {
  const tr = new Transform(start());
  const at = placeOf(tr.doc, 'charts are old');
  const one = addComment(tr, at, at + 6, 'Which charts?', handOf('Ana'));
  addComment(tr, at, at + 14, 'All of them.', handOf('Ben'));
  expect(commentsIn(tr.doc).map(({ author, text, words }) => [author, text, words])).toEqual([
    ['Ana', 'Which charts?', 'charts'],
    ['Ben', 'All of them.', 'charts are old'],
  ]);
  expect(textOfDraft(tr.doc, start())).toEqual(reefs());
  resolveComment(tr, one);
  expect(commentsIn(tr.doc).map(({ author }) => author)).toEqual(['Ben']);
});

/** What a clean text says, without the lines at which it says it. */
const said = (text: LegalText): unknown =>
  JSON.parse(JSON.stringify({ ...inLines(text), footnotes: text.footnotes.map(({ mark, text }) => [mark, text]) }));

describe('law: whatever hands do', () => {
  const deeds = fc.array(anyDeed(['type', 'delete', 'split', 'join', 'up', 'down', 'in', 'out', 'accept', 'reject']), {
    minLength: 1,
    maxLength: 12,
  });

  test('the base of the drafted text is the base text, and the document stays sound', () => {
    fc.assert(
      fc.property(anyText, deeds, fc.boolean(), (text, deeds, suggest) => {
        const base = documentOf(text, countingIds());
        const tr = new Transform(base);
        const hand = handOf('Ana', suggest);
        deeds.forEach((deed, index) => act(tr, deed, `word${index} `, hand));
        tr.doc.check();
        const drafted = textOfDraft(tr.doc, base);
        expect(said(sideOfText(drafted, 'base'))).toEqual(said(sideOfText(text, 'base')));
        // Every step can be taken back: what was there is there again.
        for (const step of tr.steps.map((step, index) => step.invert(tr.docs[index] ?? base)).toReversed())
          tr.step(step);
        expect(tr.doc.eq(base)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('without structure changed, taking back all suggestions gives the base', () => {
    fc.assert(
      fc.property(anyText, fc.array(anyDeed(['type', 'delete', 'split']), { maxLength: 12 }), (text, deeds) => {
        const base = documentOf(text, countingIds());
        const tr = new Transform(base);
        deeds.forEach((deed, index) => act(tr, deed, `word${index} `, handOf('Ana')));
        expect(textOfDraft(rejected(tr.doc), base)).toEqual(textOfDraft(base, base));
      }),
      { numRuns: 200 },
    );
  });
});
