/** How much one request asks for. */
import { splitLabel } from '#formats/document/labels.ts';

/** More single asks than one mission can carry. */
export const manyAsks = 8;

const numbers =
  'eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(' ');
const many = new RegExp(
  `\\b(\\d{1,2}|${numbers.join('|')})\\s(?:(?:new|different|draft|separate|following|main|key|policy|legal|technical|national)\\s){0,2}(?:policies|regulations|by-?laws|laws|decrees|guidelines|standards|strategies|studies|requests|actions|work ?streams)\\b`,
  'giu',
);

/** How many a line says that there are: "eleven regulations"; nought where it says nothing. */
const announced = (line: string): number =>
  Math.max(
    0,
    ...[...line.matchAll(many)].map(([, number = '']) => Number(number) || numbers.indexOf(number.toLowerCase()) + 8),
  );

/** Items of a series that stands in one line, parted by semicolons. */
const series = (line: string): number => line.split(/;\s/u).filter((item) => item.trim() !== '').length;

/**
 * Single asks in the lines of an answer. Where bullets hold a numbered list, the numbered items are the asks and the
 * bullets lead up to them. A number that is said, and a series within a line, count as well.
 *
 * @param oneALine whether the form asked for one action a line, so that each line is one
 */
export function countAsks(lines: readonly string[], oneALine = false): number {
  const items = lines.filter((line) => line.trim() !== '').map((line) => splitLabel(line));
  const numbered = items.filter((item) => item.label !== null).length;
  const bulleted = items.filter((item) => item.bullet && item.label === null).length;
  return Math.max(
    ...lines.map((line) => Math.max(announced(line), series(line))),
    numbered,
    bulleted,
    oneALine && numbered + bulleted === 0 ? items.length : 0,
  );
}
