/** The lists of a document (word/numbering.xml): abstract lists, and the lists that use and override them. */
import { child, childValue, integer, onOff, type Element } from '../xml/element.ts';
import { fontOf } from './look.ts';
import { indentOf } from './paragraph.ts';
import { symbolText } from '../../document/symbols.ts';

/** One level of a list. */
export interface Level {
  start: number;
  format: string;
  /** Pattern with %1 … %9 for the numbers of the levels; a bullet's own characters. */
  text: string;
  /** All numbers decimal, whatever the levels say (w:isLgl). */
  legal: boolean;
  /** The level (1-based) that starts this one anew; 0 for none, `null` for any level above. */
  restart: number | null;
  /** Id of the paragraph style that is this level. */
  style: string | undefined;
  indent: number | null;
}

/** A list as paragraphs name it. */
export interface List {
  id: number;
  /** Lists of one abstract list count together. */
  abstractId: string;
  levels: ReadonlyMap<number, Level>;
  /** Levels that begin anew, with their first number, when this list is used for the first time. */
  startOverrides: ReadonlyMap<number, number>;
}

interface AbstractList {
  levels: Map<number, Level>;
  /** The numbering style that really defines the list (w:numStyleLink). */
  styleLink: string | undefined;
}

export const deepestLevel = 8;
const largestStart = 32_767;
const longestPattern = 255;

export class Numbering {
  readonly #abstract = new Map<string, AbstractList>();
  /** Which abstract list defines a numbering style (w:styleLink). */
  readonly #byStyle = new Map<string, string>();
  readonly #lists = new Map<number, { element: Element; list: List | null }>();

  /** Takes one child of w:numbering. */
  add(element: Element): void {
    if (element.name === 'w:abstractNum') {
      const id = element.attributes['w:abstractNumId'] ?? '';
      this.#abstract.set(id, { levels: levelsOf(element), styleLink: childValue(element, 'w:numStyleLink') });
      const style = childValue(element, 'w:styleLink');
      if (style !== undefined) this.#byStyle.set(style, id);
    } else if (element.name === 'w:num') {
      const id = integer(element.attributes['w:numId']);
      if (id !== null) this.#lists.set(id, { element, list: null });
    }
  }

  /** The list of this id; `null` for 0 and for ids that the document does not define. */
  list(id: number): List | null {
    const entry = this.#lists.get(id);
    if (entry === undefined || id === 0) return null;
    entry.list ??= this.#make(id, entry.element);
    return entry.list;
  }

  #make(id: number, element: Element): List {
    let abstractId = childValue(element, 'w:abstractNumId') ?? '';
    let abstract = this.#abstract.get(abstractId);
    const linked = this.#byStyle.get(abstract?.styleLink ?? '');
    if (abstract?.levels.size === 0 && linked !== undefined) {
      abstractId = linked;
      abstract = this.#abstract.get(linked);
    }
    const levels = new Map(abstract?.levels ?? []);
    const startOverrides = new Map<number, number>();
    for (const override of element.children) {
      const level = integer(override.attributes['w:ilvl']);
      if (override.name !== 'w:lvlOverride' || level === null) continue;
      const own = child(override, 'w:lvl');
      if (own !== undefined) levels.set(level, levelOf(own));
      const start = integer(childValue(override, 'w:startOverride'));
      if (start !== null) startOverrides.set(level, clampStart(start));
    }
    return { id, abstractId, levels, startOverrides };
  }
}

function levelsOf(element: Element): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const one of element.children) {
    const index = integer(one.attributes['w:ilvl']);
    if (one.name === 'w:lvl' && index !== null && index >= 0 && index <= deepestLevel) levels.set(index, levelOf(one));
  }
  return levels;
}

function levelOf(element: Element): Level {
  const format = childValue(element, 'w:numFmt') ?? 'decimal';
  const pattern = (childValue(element, 'w:lvlText') ?? '').slice(0, longestPattern);
  const picture = child(element, 'w:lvlPicBulletId') !== undefined;
  return {
    start: clampStart(integer(childValue(element, 'w:start')) ?? 0),
    format,
    text: picture ? '•' : format === 'bullet' ? symbolText(pattern, fontOf(child(element, 'w:rPr'))) : pattern,
    legal: onOff(child(element, 'w:isLgl')) ?? false,
    restart: integer(childValue(element, 'w:lvlRestart')),
    style: childValue(element, 'w:pStyle'),
    indent: indentOf(child(element, 'w:pPr')),
  };
}

function clampStart(start: number): number {
  return Math.min(largestStart, Math.max(0, start));
}
