/** Words with their changes as `ins` and `del`, and the same changes once more as modifications of the metadata. */
import type { BothWords, Label, TextRun } from '#kernel/reading/index.ts';
import { element, type Markup } from '../xml/markup.ts';
import type { Ids } from './ids.ts';

/** One change: what happened, where, and the eIds of the words that went and came. */
export interface Modification {
  type: 'insertion' | 'repeal' | 'substitution' | 'renumbering';
  destination: string;
  old: string[];
  new: string[];
}

/** Words as inline markup; `old` and `new` are the eIds of what is deleted and inserted in them. */
export interface MarkedWords {
  markup: (Markup | string)[];
  old: string[];
  new: string[];
}

/** @param of eId of the element that the words stand in */
export function markedWords(runs: readonly TextRun[], of: string, ids: Ids): MarkedWords {
  const marked: MarkedWords = { markup: [], old: [], new: [] };
  for (const { text, change } of runs) {
    if (text === '') continue;
    if (change === 'same') {
      marked.markup.push(text);
      continue;
    }
    const [name, list] = change === 'inserted' ? (['ins', marked.new] as const) : (['del', marked.old] as const);
    const eId = ids.claim(`${of}__${name}_${list.length + 1}`);
    list.push(eId);
    marked.markup.push(element(name, { eId }, [text]));
  }
  return marked;
}

/** The modification that the changes of some words amount to; `null` where nothing is changed. */
export function modificationOf(words: MarkedWords, destination: string): Modification | null {
  const { old, new: added } = words;
  if (old.length === 0 && added.length === 0) return null;
  const type = added.length === 0 ? 'repeal' : old.length === 0 ? 'insertion' : 'substitution';
  return { type, destination, old, new: added };
}

/** The words of a heading or title as runs: what both begin and end with stays, what differs between is old and new. */
export function runsOfBoth(words: string | null, changed: BothWords | undefined): TextRun[] {
  if (changed === undefined) return words === null ? [] : [{ text: words, change: 'same' }];
  const before = piecesOf(changed.before);
  const after = piecesOf(changed.after);
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  const least = Math.min(before.length, after.length) - start;
  while (end < least && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const runs: TextRun[] = [
    { text: before.slice(0, start).join(''), change: 'same' },
    { text: before.slice(start, before.length - end).join(''), change: 'deleted' },
    { text: after.slice(start, after.length - end).join(''), change: 'inserted' },
    { text: before.slice(before.length - end).join(''), change: 'same' },
  ];
  return runs.filter(({ text }) => text !== '');
}

/** Words, each with the white space after it. */
const piecesOf = (text: string | null): string[] => text?.match(/\s*\S+\s*?(?=\s|$)/gu) ?? [];

/** A label as runs that print it as the source does, where that is possible ("fg)": the old f and the new g). */
export function runsOfLabel({ printed, before, after }: Label): TextRun[] {
  if (before === after) return before === null || before === '' ? [] : [{ text: before, change: 'same' }];
  const [old, added] = [before ?? '', after ?? ''];
  const ways = waysToPrint(old, added);
  const runs = ways.find((way) => way.map(({ text }) => text).join('') === printed) ?? ways[0] ?? [];
  return runs.filter(({ text }) => text !== '');
}

/** The two labels with a common end of each possible length, the plain one first, either of them leading. */
function waysToPrint(before: string, after: string): TextRun[][] {
  const ways: TextRun[][] = [];
  for (let length = 0; length <= Math.min(before.length, after.length); length++) {
    const end = before.slice(before.length - length);
    if (!after.endsWith(end)) break;
    const old: TextRun = { text: before.slice(0, before.length - length), change: 'deleted' };
    const added: TextRun = { text: after.slice(0, after.length - length), change: 'inserted' };
    const same: TextRun = { text: end, change: 'same' };
    ways.push([old, added, same], [added, old, same]);
  }
  return ways;
}
