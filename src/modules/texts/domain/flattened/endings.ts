/** The sign a clause ends with, and pairs of signs that a changed place in the list has left: ",;" and ";,". */
import { replaced, type Seam } from './seams.ts';

const pair = /([,;.:])[ \u00a0]?([,;.:])[\s\u200b]*$/u;
const single = /([,;.:])[\s\u200b]*$/u;
const abbreviation = /(?:\b(?:etc|al|inc|ltd|no|e\.g|i\.e|cf|viz|res|rev|vol|art|\p{Lu})\.)[ \u00a0]?[,;:]\s*$/iu;

/** ";", ",", "." or ":", both signs of a pair in the order printed, or "" for none. */
export function endingOf(text: string): string {
  const tail = text.slice(-24);
  const two = pair.exec(tail);
  if (two !== null && two[1] !== two[2] && !abbreviation.test(tail)) return `${two[1]}${two[2]}`;
  return single.exec(tail)?.[1] ?? '';
}

/** The seam in a pair of signs at the end; `firstIsOld` as the list says. */
export function endingSeam(text: string, firstIsOld: boolean): Seam | null {
  const tailFrom = Math.max(0, text.length - 24);
  const tail = text.slice(tailFrom);
  const two = pair.exec(tail);
  if (two === null || endingOf(text).length !== 2) return null;
  const first = tailFrom + two.index;
  const second = tailFrom + two.index + two[0].trimEnd().length - 1;
  const left = [first, first + 1] as const;
  const right = [second, second + 1] as const;
  return firstIsOld
    ? replaced(left, right, 'sure', 'two signs at the end of the clause')
    : replaced(right, left, 'sure', 'two signs at the end of the clause');
}
