/**
 * Labels of clauses: "a)", "(a)", "1", "1.", "5.1", "iv)", "3 bis", dashes and bullets. In a flattened revision a label
 * may hold an old and a new one ("fg)", "1213"); what it then means is decided by the chain of the whole list.
 */

import { fold } from '#formats/document/index.ts';

/** How the items of a list are counted. `mark`: dashes and bullets, which are not counted. */
export type Family = 'letter' | 'number' | 'decimal' | 'roman' | 'mark';

export interface PrintedLabel {
  /** As printed, without the white space after it: "fg)", "1011", "–". */
  printed: string;
  /** The counting part: "fg", "1011", "5.1"; the mark itself for dashes and bullets. */
  core: string;
  /** What stands before and after the counting part: "(" and ")", "" and ".". */
  opening: string;
  closing: string;
  /** " bis", " ter" … as printed, or "". */
  repetition: string;
  /** What the core can be by its characters alone; single letters such as "i" can be a letter or a roman number. */
  families: readonly Family[];
  /** Characters of the text that the label and the white space after it take. */
  length: number;
}

const mark = /^[ \t\u00a0]*([-–—‒−•·●○▪■◦‣*+\uf0b7\uf02d])(?:[ \t\u00a0]+|(?<=[•·●○▪■◦‣\uf0b7])(?=\S))/u;
const closed =
  /^[ \t\u00a0]*(\(?)([a-z]{1,2}|zaa|[ivxlc]{1,12}|\d{1,6}|\d{1,3}(?:\.\d{1,4}){1,4})([ \u00a0]?(?:bis|ter|quater))?([ \u00a0]?\))[ \t\u00a0]*/u;
const numbered =
  /^[ \t\u00a0]*()(\d{1,3}(?:\.\d{1,4}){1,4}|\d{1,8})([ \u00a0]?(?:bis|ter|quater))?(\.?)(?:[ \u00a0]*\t|[ \u00a0]{2,})[ \t\u00a0]*/u;
const spaced = /^[ \t\u00a0]*()(\d{1,3}(?:\.\d{1,3}){1,4}|\d{1,4})([ \u00a0]?(?:bis|ter|quater))?(\.?)[ \u00a0](?=\S)/u;
/** A label retyped as a whole, the old one still beside it: "i)h)", "(a)(b)", and with tabs "7", "8". */
const retyped =
  /^[ \t\u00a0]*(\(?)([a-z]{1,2}|[ivxl]{1,6}|\d{1,3})(\))[ \u00a0]?\1([a-z]{1,2}|[ivxl]{1,6}|\d{1,3})\)[ \t\u00a0]+(?=\S)/u;
const retypedNumber = /^[ \u00a0]*()(\d{1,3})(\.?)[ \u00a0]*\t[ \u00a0]*(\d{1,3})\3[ \u00a0]*\t[ \t\u00a0]*(?=\p{L})/u;
const lettered = /^[ \t\u00a0]*()([a-z]|[ivx]{1,6})(\.)[ \t\u00a0]+/u;

/** The label at the start of a paragraph, or `null`. `loose` also takes a number before a mere blank. */
export function labelOf(text: string, loose = true): PrintedLabel | null {
  const marked = mark.exec(text);
  if (marked !== null) {
    const [whole, core = ''] = marked;
    return {
      printed: core,
      core,
      opening: '',
      closing: '',
      repetition: '',
      families: ['mark'],
      length: whole.length,
    };
  }
  const two = twoLabels(text);
  if (two !== null) return two;
  const found = closed.exec(text) ?? numbered.exec(text) ?? lettered.exec(text) ?? (loose ? spaced.exec(text) : null);
  if (found === null) return null;
  const [whole, opening = '', core = '', repetition = '', closing = ''] = found;
  const families = familiesOf(core);
  if (families.length === 0) return null;
  if (opening === '(' && !closing.includes(')')) return null;
  return {
    printed: `${opening}${core}${repetition}${closing}`.trim(),
    core,
    opening,
    closing: closing.trim(),
    repetition,
    families,
    length: whole.length,
  };
}

/** Two labels side by side as one fused label, so that the chain of the list can tell old from new. */
function twoLabels(text: string): PrintedLabel | null {
  const found = retyped.exec(text) ?? retypedNumber.exec(text);
  if (found === null) return null;
  const [whole, opening = '', first = '', closing = '', second = ''] = found;
  const core = first + second;
  const families = familiesOf(core);
  if (first === second || families.length === 0) return null;
  return { printed: fold(whole), core, opening, closing, repetition: '', families, length: whole.length };
}

function familiesOf(core: string): Family[] {
  if (/^\d+$/.test(core)) return ['number'];
  if (/^[\d.]+$/.test(core)) return ['decimal'];
  const roman = /^[ivxlc]+$/.test(core);
  if (core.length > 4) return roman ? ['roman'] : [];
  return roman ? ['letter', 'roman'] : ['letter'];
}

/** The core of the label with position `index` (from 1) in a list of a family; `prefix` is "5." for 5.1, 5.2 …. */
export function coreAt(family: Family, index: number, prefix = ''): string {
  switch (family) {
    case 'letter':
      return index <= 26
        ? String.fromCharCode(96 + index)
        : coreAt('letter', Math.floor((index - 1) / 26)) + coreAt('letter', ((index - 1) % 26) + 1);
    case 'roman':
      return romanOf(index);
    case 'number':
      return String(index);
    case 'decimal':
      return `${prefix}${index}`;
    case 'mark':
      return '';
  }
}

const numerals: readonly (readonly [number, string])[] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function romanOf(value: number): string {
  let rest = value;
  let text = '';
  for (const [worth, numeral] of numerals) {
    while (rest >= worth && text.length < 20) {
      text += numeral;
      rest -= worth;
    }
  }
  return text;
}

/** The position that a plain core of a family has, or `null` when it is not one label of that family. */
export function indexOf(family: Family, core: string): number | null {
  switch (family) {
    case 'letter': {
      if (!/^[a-z]{1,2}$/.test(core)) return null;
      let index = 0;
      for (const letter of core) index = index * 26 + letter.charCodeAt(0) - 96;
      return index;
    }
    case 'roman': {
      for (let index = 1; index <= 60; index++) if (romanOf(index) === core) return index;
      return null;
    }
    case 'number':
      return /^\d{1,4}$/.test(core) ? Number(core) : null;
    case 'decimal': {
      const last = core.split('.').at(-1) ?? '';
      return /^\d{1,4}$/.test(last) ? Number(last) : null;
    }
    case 'mark':
      return null;
  }
}
