import { Transform } from 'prosemirror-transform';
import { describe, expect, test } from 'vitest';
import { documentOf } from './document.ts';
import { edit } from './edit.ts';
import { labelsOf } from './outline.ts';
import { followedLabel, isStray, markReferences, referencesIn, targetsIn } from './references.ts';
import { moveClause } from './structure.ts';
import { block, handOf, placeOf, slice } from '../../../../testing/drafts/hands.ts';
import { countingIds, reefs } from '../../../../testing/drafts/texts.ts';

const start = () => documentOf(reefs(), countingIds());
const targets = targetsIn(start(), labelsOf(start(), start()));
const found = (words: string): string[] =>
  referencesIn(words, targets).map(({ from, to, target }) => `${words.slice(from, to)} ${target}`);

describe('references are found', () => {
  test.each([
    ['as described in considering a) above,', ['a) c-considering-a']],
    ['considering a) and c) above', ['a) c-considering-a', 'c) c-considering-c']],
    ['under resolves 2.1;', ['2.1 c-resolves-2.1']],
    ['considering z) above', []],
    ['considering that reefs a) break', []],
    ['resolves 2000 things', []],
  ])('%s', (words, expected) => {
    expect(found(words)).toEqual(expected);
  });

  test('not under a heading that stands twice with the same label', () => {
    const text = reefs();
    const doc = documentOf({ ...text, sections: [...text.sections, ...text.sections.slice(0, 1)] }, countingIds());
    expect(referencesIn('considering a) above', targetsIn(doc, labelsOf(doc, doc)))).toEqual([]);
  });
});

/** The words of references with what they have to show now, and those whose clause is gone. */
function state(tr: Transform): string[] {
  const labels = labelsOf(tr.doc, start());
  const said: string[] = [];
  tr.doc.descendants((node) => {
    if (node.marks.some((mark) => mark.type.name === 'reference')) {
      said.push(`${node.text}${isStray(node, labels) ? ' stray' : ` ${followedLabel(node, labels) ?? 'as it is'}`}`);
    }
    return true;
  });
  return said;
}

test('a reference follows its clause within the list, and is stray where the clause left it', () => {
  const tr = new Transform(start());
  expect(state(tr)).toEqual(['c) as it is', 'b) as it is', '2 as it is']);
  moveClause(tr, block(tr.doc, 'that surveys').at, 'up');
  expect(state(tr)).toEqual(['c) b)', 'b) c)', '2 as it is']);
  moveClause(tr, block(tr.doc, 'that charts').at, 'down');
  expect(state(tr)).toEqual(['c) b)', 'b) stray', '2 as it is']);
  const lay = block(tr.doc, 'to lay cables');
  edit(tr, lay.at + 1, lay.at + lay.block.nodeSize - 1, slice(''), handOf('Ana'));
  expect(state(tr).at(-1)).toBe('2 stray');
});

test('what is typed is linked as it reads then, and linked again when it is typed on', () => {
  const tr = new Transform(start());
  const type = (words: string, before: string): void => {
    const at = placeOf(tr.doc, before);
    edit(tr, at, at, slice(words), handOf('Ana'));
    markReferences(tr, block(tr.doc, 'that surveys').at, targetsIn(tr.doc, labelsOf(tr.doc, start())));
  };
  type(', as resolves 2', ' are dear');
  expect(state(tr)[0]).toBe('2 as it is');
  const marked = tr.steps.length;
  type('.1 above', ' are dear');
  expect(state(tr)[0]).toBe('2.1 as it is');
  expect(tr.steps.length).toBeGreaterThan(marked + 1);
  const linked = tr.steps.length;
  type('x', 'dear,');
  expect(tr.steps.length).toBe(linked + 1);
  type('0', ' above');
  expect(state(tr)[0]).toBe('c) as it is');
});
