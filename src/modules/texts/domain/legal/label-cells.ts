/**
 * Lists laid out as tables: the label stands in a cell of its own, the words in the cell beside it. Such a row is one
 * clause. Pages that a converter took apart by columns look the same.
 */
import { labelOf } from '../labels/label.ts';
import { wordsOf, type Passage } from '../words/passages.ts';

/** The passages with each label in a cell of its own taken as the number of the words beside it. */
export function withLabelCells(passages: readonly Passage[]): Passage[] {
  const out: Passage[] = [];
  passages.forEach((passage, index) => {
    const before = passages[index - 1];
    const after = passages[index + 1];
    if (after !== undefined && isLabelOf(passage, after)) return;
    out.push(before !== undefined && isLabelOf(before, passage) ? numbered(passage, before) : passage);
  });
  return out;
}

/** A cell with a label and nothing else, then words in the next cell of the row that have no label of their own. */
function isLabelOf(label: Passage, words: Passage): boolean {
  if (label.cell === null || words.cell === null) return false;
  if (label.cell.table !== words.cell.table || label.cell.row !== words.cell.row) return false;
  if (label.cell.column !== 0 || words.cell.column !== 1) return false;
  const sides = [label.base, label.proposed].filter((side) => side !== null);
  if (!sides.every(isLabel) || !/\p{L}/u.test(wordsOf(words))) return false;
  return words.number.base === null && words.number.proposed === null && labelOf(wordsOf(words), false) === null;
}

function isLabel(text: string): boolean {
  const bare = text.trim();
  return labelOf(`${bare}\t`, false)?.length === bare.length + 1;
}

function numbered(passage: Passage, label: Passage): Passage {
  return {
    ...passage,
    number: {
      base: passage.base === null ? null : (label.base?.trim() ?? null),
      proposed: passage.proposed === null ? null : (label.proposed?.trim() ?? null),
    },
    otherLines: [...passage.otherLines, label.line, ...label.otherLines],
  };
}
