/**
 * Counts the numbered paragraphs of one side. A paragraph that is not in the side is not counted there, so each side
 * has the numbers it would print alone.
 */
import { deepestLevel, type List } from './numbering.ts';
import { numeral } from './numerals.ts';

interface State {
  /** The last number used on each level; absent where the next one starts anew. */
  values: Map<number, number>;
  /** Lists that have been met: the first use of a list applies its start overrides. */
  met: Set<number>;
}

export class Counters {
  readonly #states = new Map<string, State>();

  /** Counts a paragraph and gives its number as printed, without what separates it from the text. */
  next(list: List, level: number): string {
    const state = this.#stateOf(list);
    const before = state.values.get(level);
    for (let above = 0; above < level; above++) {
      // A level that was skipped counts as used once (docxodus and LibreOffice agree).
      if (!state.values.has(above)) state.values.set(above, startOf(list, above));
    }
    state.values.set(level, before === undefined ? startOf(list, level) : before + 1);
    for (let below = level + 1; below <= deepestLevel; below++) {
      const restart = list.levels.get(below)?.restart ?? null;
      if (restart === null || level < restart) state.values.delete(below);
    }
    return printed(list, level, state.values);
  }

  #stateOf(list: List): State {
    let state = this.#states.get(list.abstractId);
    if (state === undefined) {
      state = { values: new Map(), met: new Set() };
      this.#states.set(list.abstractId, state);
    }
    if (!state.met.has(list.id)) {
      state.met.add(list.id);
      for (const level of list.startOverrides.keys()) state.values.delete(level);
    }
    return state;
  }
}

function startOf(list: List, level: number): number {
  return list.startOverrides.get(level) ?? list.levels.get(level)?.start ?? 1;
}

/** Fills the pattern of the level; a bullet prints its own characters. */
function printed(list: List, level: number, values: ReadonlyMap<number, number>): string {
  const definition = list.levels.get(level);
  if (definition === undefined) return '';
  if (definition.format === 'bullet') return definition.text;
  return definition.text.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    const format = list.levels.get(index)?.format ?? 'decimal';
    const value = values.get(index) ?? startOf(list, index);
    const hasNumber = format !== 'bullet' && format !== 'none';
    return definition.legal && hasNumber ? String(value) : numeral(value, format);
  });
}
