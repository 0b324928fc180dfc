/** How much one request asks for. */
import { splitLabel } from '#formats/document/labels.ts';

/** More single asks than one mission can carry. */
export const manyAsks = 8;

/**
 * Single asks in the lines of an answer. Where bullets hold a numbered list, the numbered items are the asks and the
 * bullets lead up to them.
 *
 * @param oneALine whether the form asked for one action a line, so that each line is one
 */
export function countAsks(lines: readonly string[], oneALine = false): number {
  const items = lines.filter((line) => line.trim() !== '').map((line) => splitLabel(line));
  const numbered = items.filter((item) => item.label !== null).length;
  const bulleted = items.filter((item) => item.bullet && item.label === null).length;
  return Math.max(numbered, bulleted, oneALine && numbered + bulleted === 0 ? items.length : 0);
}
