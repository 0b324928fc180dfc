/** The levels of a plan: their keys, their names in the words of the plan, their order. */
import type { PlanLevel } from '#kernel/reading/index.ts';
import type { Draft, Item } from './draft.ts';
import { keyOfWords, type Subject } from './words.ts';

/**
 * The key of each element's level: its head noun, and its whole name where the plan has two levels of one noun
 * ("Strategic Objective 1", "Specific Objective 1.1").
 */
export function settleKeys(items: readonly Item[]): Map<Item, string> {
  const names = new Map<string, Map<string, Set<number>>>();
  for (const item of items) {
    if (item.level === null || item.code === null || !item.worded) continue;
    const ofKey = names.get(item.level.key) ?? new Map<string, Set<number>>();
    names.set(item.level.key, ofKey);
    const name = item.level.name.toLowerCase();
    ofKey.set(name, (ofKey.get(name) ?? new Set()).add(item.code.segments.length));
  }
  const split = new Set<string>();
  for (const [key, ofKey] of names) {
    const lengths = [...ofKey.values()];
    const total = new Set(lengths.flatMap((set) => [...set])).size;
    if (ofKey.size > 1 && total === lengths.reduce((sum, set) => sum + set.size, 0)) split.add(key);
  }
  return new Map(
    items.map((item) => {
      const key = item.level?.key ?? '';
      return [item, split.has(key) && item.level !== null ? keyOfWords(item.level.name) : key];
    }),
  );
}

/** The levels in use, in the plan's own words, those at the top first. Places the lines that named them. */
export function levelsOf(draft: Draft, keys: ReadonlyMap<Item, string>, depthOf: (item: Item) => number): PlanLevel[] {
  const levels = new Map<string, { subject: Subject; names: Map<string, number>; depth: number }>();
  for (const item of draft.items) {
    const key = keys.get(item) ?? '';
    if (item.level === null) continue;
    const level = levels.get(key) ?? { subject: item.level.subject, names: new Map<string, number>(), depth: 99 };
    levels.set(key, level);
    level.depth = Math.min(level.depth, depthOf(item));
    level.names.set(item.level.name, level.names.get(item.level.name) ?? 0);
  }
  for (const { name, lines } of draft.named) {
    const level = levels.get(name.key) ?? levels.get(keyOfWords(name.name));
    level?.names.set(name.name, (level.names.get(name.name) ?? 0) + 1);
    const beside = name.subject === 'risk' ? draft.risks : name.subject === 'indicator' ? draft.indicators : [];
    if (level !== undefined || beside.length > 0) for (const line of lines) draft.placed.add(line);
  }
  return [...levels]
    .map(([key, { subject, names, depth }]) => ({ key, name: bestName(names), role: roleOf(subject), depth }))
    .sort((a, b) => a.depth - b.depth)
    .map(({ key, name, role }) => ({ key, name, role }));
}

function capitals(name: string): number {
  return name.match(/[A-Z]/g)?.length ?? 0;
}

/** The name that headings use most; among equals the longest, and that with more capitals. */
function bestName(names: ReadonlyMap<string, number>): string {
  const sorted = [...names].sort(
    ([a, countA], [b, countB]) => countB - countA || b.length - a.length || capitals(b) - capitals(a),
  );
  return sorted[0]?.[0] ?? '';
}

function roleOf(subject: Subject): PlanLevel['role'] {
  return subject === 'indicator' || subject === 'risk' ? 'other' : subject;
}
