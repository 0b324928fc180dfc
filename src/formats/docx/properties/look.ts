/** How words look: the run properties that carry meaning, as set at one place (a style, a run). */
import type { RunStyle } from '../../document/index.ts';
import { child, childValue, onOff, type Element } from '../xml/element.ts';

/** Run properties as one place sets them; `undefined` leaves the decision to the next. */
export interface Look {
  bold?: boolean | undefined;
  italic?: boolean | undefined;
  /** Bold and italic of right-to-left and complex scripts are switches of their own. */
  boldComplex?: boolean | undefined;
  italicComplex?: boolean | undefined;
  strike?: boolean | undefined;
  doubleStrike?: boolean | undefined;
  hidden?: boolean | undefined;
  underline?: boolean | undefined;
  vertical?: 'superscript' | 'subscript' | 'baseline' | undefined;
  /** Set by w:rtl or w:cs: the complex switches count. */
  complex?: boolean | undefined;
}

type Switch = 'bold' | 'italic' | 'boldComplex' | 'italicComplex' | 'strike' | 'doubleStrike' | 'hidden';

/** Reads w:rPr. */
export function lookOf(rPr: Element | undefined): Look {
  const look: Look = {};
  for (const property of rPr?.children ?? []) {
    switch (property.name) {
      case 'w:b':
        look.bold = onOff(property);
        break;
      case 'w:i':
        look.italic = onOff(property);
        break;
      case 'w:bCs':
        look.boldComplex = onOff(property);
        break;
      case 'w:iCs':
        look.italicComplex = onOff(property);
        break;
      case 'w:strike':
        look.strike = onOff(property);
        break;
      case 'w:dstrike':
        look.doubleStrike = onOff(property);
        break;
      case 'w:vanish':
        look.hidden = onOff(property);
        break;
      case 'w:u':
        look.underline = (property.attributes['w:val'] ?? 'none') !== 'none';
        break;
      case 'w:vertAlign':
        look.vertical = verticalOf(property.attributes['w:val']);
        break;
      case 'w:rtl':
      case 'w:cs':
        look.complex = look.complex === true || onOff(property) === true;
        break;
      default:
    }
  }
  return look;
}

function verticalOf(value: string | undefined): Look['vertical'] {
  return value === 'superscript' || value === 'subscript' ? value : 'baseline';
}

/** What `over` sets, else what `under` sets: a style over the one it is based on. */
export function overlaid(over: Look, under: Look): Look {
  const look: Look = { ...under };
  for (const key of Object.keys(over) as (keyof Look)[]) {
    if (over[key] !== undefined) Object.assign(look, { [key]: over[key] });
  }
  return look;
}

/** Name of the character style of a run, by id; `undefined` when it has none. */
export function characterStyleId(rPr: Element | undefined): string | undefined {
  return childValue(rPr, 'w:rStyle');
}

/** The font that a run names directly for the characters of symbol fonts. */
export function fontOf(rPr: Element | undefined): string | undefined {
  const fonts = child(rPr, 'w:rFonts')?.attributes;
  return fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'];
}

/** The places that decide a run's look, nearest first. */
export interface Layers {
  direct: Look;
  character: Look;
  paragraph: Look;
  defaults: Look;
}

/**
 * A switch is what the run says; else on where the defaults say so; else the exclusive or of paragraph and character
 * style, so that an emphasis style inside a bold heading stands out by not being bold (ECMA-376 part 1, 17.7.3).
 */
function switched(layers: Layers, name: Switch): boolean {
  const { direct, character, paragraph, defaults } = layers;
  return direct[name] ?? (defaults[name] === true || (character[name] === true) !== (paragraph[name] === true));
}

/** The look that results, and whether the words are hidden. */
export function resolveLook(layers: Layers, name: string | null): { style: RunStyle; hidden: boolean } {
  const { direct, character, paragraph, defaults } = layers;
  const complex = direct.complex ?? character.complex ?? paragraph.complex ?? false;
  const vertical = direct.vertical ?? character.vertical ?? paragraph.vertical ?? defaults.vertical;
  return {
    style: {
      name,
      bold: switched(layers, complex ? 'boldComplex' : 'bold'),
      italic: switched(layers, complex ? 'italicComplex' : 'italic'),
      underline: direct.underline ?? character.underline ?? paragraph.underline ?? defaults.underline ?? false,
      strike: switched(layers, 'strike') || switched(layers, 'doubleStrike'),
      vertical: vertical === 'superscript' || vertical === 'subscript' ? vertical : null,
    },
    hidden: switched(layers, 'hidden'),
  };
}
