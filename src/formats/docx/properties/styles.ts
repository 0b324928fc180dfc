/** The styles of a document (word/styles.xml) with what they inherit (w:basedOn). */
import type { ParagraphStyle, RunStyle } from '../../document/index.ts';
import { child, childValue, descend, onOff, type Element } from '../xml/element.ts';
import { characterStyleId, lookOf, overlaid, resolveLook, type Look } from './look.ts';
import { paragraphSettings, type ParagraphSettings } from './paragraph.ts';

/** A style with everything it inherits. */
export interface Style {
  id: string;
  name: string;
  look: Look;
  settings: ParagraphSettings;
}

interface Definition {
  element: Element;
  type: string;
  basedOn: string | undefined;
}

const noLook: Look = {};
const unknownStyle: ParagraphStyle = { id: null, name: null, outlineLevel: null };

export class Styles {
  readonly #definitions = new Map<string, Definition>();
  readonly #resolved = new Map<string, Style>();
  readonly #defaults = new Map<string, string>();
  readonly #paragraphStyles = new Map<string, ParagraphStyle>();
  readonly #runStyles = new Map<string, RunStyle>();
  #defaultLook: Look = noLook;
  #defaultSettings: ParagraphSettings = {};

  /** Takes one child of w:styles. */
  add(element: Element): void {
    if (element.name === 'w:docDefaults') {
      this.#defaultLook = lookOf(descend(element, 'w:rPrDefault', 'w:rPr'));
      this.#defaultSettings = paragraphSettings(descend(element, 'w:pPrDefault', 'w:pPr'));
    }
    const id = element.attributes['w:styleId'];
    if (element.name !== 'w:style' || id === undefined) return;
    const type = element.attributes['w:type'] ?? 'paragraph';
    this.#definitions.set(id, { element, type, basedOn: childValue(element, 'w:basedOn') });
    if (onOff(element, 'w:default') === true && element.attributes['w:default'] !== undefined) {
      this.#defaults.set(type, id);
    }
  }

  /** The id of the style that paragraphs have when they name none. */
  get defaultParagraph(): string | undefined {
    return this.#defaults.get('paragraph');
  }

  /** The style of this id with what it inherits; `undefined` when the document does not define it. */
  get(id: string | undefined): Style | undefined {
    if (id === undefined) return undefined;
    return this.#resolved.get(id) ?? this.#resolve(id);
  }

  /** Walks down to the first resolved ancestor and comes back up, so that long or circular chains do no harm. */
  #resolve(id: string): Style | undefined {
    const chain: string[] = [];
    const seen = new Set<string>();
    let at: string | undefined = id;
    while (at !== undefined && !seen.has(at) && !this.#resolved.has(at) && this.#definitions.has(at)) {
      chain.push(at);
      seen.add(at);
      at = this.#definitions.get(at)?.basedOn;
    }
    let parent = at === undefined || seen.has(at) ? undefined : this.#resolved.get(at);
    for (const one of chain.toReversed()) {
      const definition = this.#definitions.get(one);
      if (definition === undefined) continue;
      parent = inherited(one, definition, parent, this.#defaultSettings);
      this.#resolved.set(one, parent);
    }
    return parent?.id === id ? parent : undefined;
  }

  /** What the tree says of a paragraph's style; the same object for the same style. */
  paragraphStyle(id: string | undefined, outlineLevel: number | null | undefined): ParagraphStyle {
    const known = id ?? this.defaultParagraph;
    if (known === undefined && outlineLevel === undefined) return unknownStyle;
    const key = `${known ?? ''}\u0000${outlineLevel ?? ''}\u0000${outlineLevel === undefined ? 's' : 'd'}`;
    const before = this.#paragraphStyles.get(key);
    if (before !== undefined) return before;
    const style = this.get(known);
    const level =
      outlineLevel === undefined ? (style?.settings.outlineLevel ?? headingLevel(style?.name)) : outlineLevel;
    const made = { id: known ?? null, name: style?.name ?? null, outlineLevel: level };
    this.#paragraphStyles.set(key, made);
    return made;
  }

  /** The look of a run in a paragraph of style `paragraphId`; the same object for the same look. */
  runStyle(rPr: Element | undefined, paragraphId: string | undefined): { style: RunStyle; hidden: boolean } {
    const characterId = characterStyleId(rPr) ?? this.#defaults.get('character');
    const character = this.get(characterId);
    const name = characterStyleId(rPr) === undefined ? null : (character?.name ?? characterId ?? null);
    const layers = {
      direct: rPr === undefined ? noLook : lookOf(rPr),
      character: character?.look ?? noLook,
      paragraph: this.get(paragraphId ?? this.defaultParagraph)?.look ?? noLook,
      defaults: this.#defaultLook,
    };
    const { style, hidden } = resolveLook(layers, name);
    const { bold, italic, underline, strike, vertical } = style;
    const key = `${Number(bold)}${Number(italic)}${Number(underline)}${Number(strike)}${vertical ?? ''}\u0000${name ?? '\u0000'}`;
    const before = this.#runStyles.get(key);
    if (before !== undefined) return { style: before, hidden };
    this.#runStyles.set(key, style);
    return { style, hidden };
  }
}

function inherited(id: string, { element }: Definition, parent: Style | undefined, defaults: ParagraphSettings): Style {
  const own = paragraphSettings(child(element, 'w:pPr'));
  return {
    id,
    name: childValue(element, 'w:name') ?? id,
    look: overlaid(lookOf(child(element, 'w:rPr')), parent?.look ?? noLook),
    settings: { ...(parent?.settings ?? defaults), ...own },
  };
}

/** The built-in heading styles have their level by name where the file does not say it. */
function headingLevel(name: string | undefined): number | null {
  const level = /^heading ([1-9])$/i.exec(name ?? '')?.[1];
  return level === undefined ? null : Number(level) - 1;
}
