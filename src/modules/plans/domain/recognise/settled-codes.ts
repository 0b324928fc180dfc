/** Writes the codes of elements in the style of their level, and tells which of them are unique. */
import { canonicalCode, codeOf, keyOfCode, usualJoints, type Code } from './code.ts';
import { report, type Draft, type Item } from './draft.ts';
import { rankOf, type Ranks } from './ranks.ts';
import { isAlike } from './statement.ts';

/** A code as the record shows it. */
export interface SettledCode {
  printed: string;
  canonical: string;
  segments: readonly string[];
  /** Tells one element of the plan; list numbers under elements without codes do not. */
  unique: boolean;
}

/** The code of each element in the style of its level; `keys` are the levels of the elements. */
export function settleCodes(draft: Draft, keys: ReadonlyMap<Item, string>, ranks: Ranks): Map<Item, SettledCode> {
  const byLevel = new Map<string, Item[]>();
  for (const item of draft.items) {
    const key = keys.get(item) ?? '';
    const same = byLevel.get(key);
    if (same === undefined) byLevel.set(key, [item]);
    else same.push(item);
  }
  const settled = new Map<Item, SettledCode>();
  // Levels from the top, because a restarting number takes up the code of its parent.
  const ordered = [...byLevel].sort(([, a], [, b]) => rankOfItems(a, ranks) - rankOfItems(b, ranks));
  for (const [, items] of ordered) settleLevel(draft, items, settled);
  return settled;
}

function rankOfItems(items: readonly Item[], ranks: Ranks): number {
  const level = items[0]?.level ?? null;
  return level === null ? 9 : rankOf(ranks, level);
}

function settleLevel(draft: Draft, items: readonly Item[], settled: Map<Item, SettledCode>): void {
  const codes = items.flatMap((item) => (item.code === null ? [] : [item.code]));
  const usual = usualJoints(codes);
  const restarts = restartsUnderOwners(items);
  const several = numbersRepeat(items);
  for (const item of items) {
    if (item.code === null) continue;
    const { printed, segments } = item.code;
    const canonical = canonicalCode(item.code, usual);
    const above = item.owner === null ? undefined : settled.get(item.owner);
    const relative = item.listNumber ? item.owner !== null || several : restarts;
    if (!relative) {
      settled.set(item, { printed, canonical, segments, unique: true });
      if (!sameJoints(canonical, item.code)) reportIrregular(draft, item, canonical);
    } else if (above?.unique === true) {
      const inner = { canonical: `${above.canonical}.${canonical}`, segments: [...above.segments, ...segments] };
      settled.set(item, { printed, ...inner, unique: true });
    } else settled.set(item, { printed, canonical, segments, unique: false });
  }
}

function sameJoints(canonical: string, code: Code): boolean {
  return codeOf(canonical).joints.join('|') === code.joints.join('|');
}

function reportIrregular(draft: Draft, item: Item, canonical: string): void {
  const message = `“${item.code?.printed ?? ''}” is written unlike the other codes of its level; read as ${canonical}.`;
  report(draft, 'plan-code-irregular', 'info', item.line, message);
}

/** Whether list numbers without an owner come from several lists: the same number for different words. */
function numbersRepeat(items: readonly Item[]): boolean {
  const seen = new Map<string, Item>();
  for (const item of items) {
    if (item.code === null || !item.listNumber || item.owner !== null) continue;
    const key = keyOfCode(item.code.segments);
    const other = seen.get(key);
    if (other === undefined) seen.set(key, item);
    else if (!isAlike(other.text, item.text)) return true;
  }
  return false;
}

/** Whether a level numbers its elements anew under each parent: the same code under two of them, for different words. */
function restartsUnderOwners(items: readonly Item[]): boolean {
  const seen = new Map<string, Item>();
  for (const item of items) {
    if (item.code === null || item.listNumber) continue;
    const key = keyOfCode(item.code.segments);
    const other = seen.get(key);
    if (other === undefined) seen.set(key, item);
    else if (other.owner !== item.owner && !isAlike(other.text, item.text)) return true;
  }
  return false;
}
