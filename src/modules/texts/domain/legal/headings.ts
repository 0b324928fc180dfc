/**
 * Which lines of a text are headings of its sections, titles of annexes, and the like. Signs, strongest first: the
 * paragraph style of the house template; a verb of the known families on a line of its own; the shape of such a line.
 */
import { labelOf } from '../labels/label.ts';
import { wordsOf, type Passage } from '../words/passages.ts';
import { openingVerb, type Part } from './vocabulary.ts';

/** Longest heading of a section: long lists of addressees are real. In characters. */
const longestHeading = 330;

const clauseStart = /^(?:to|that|the|a|an|of|its|each|within|by|for)\b/i;

/** True when the paragraph style, by id or name, is one of these (lower case, no blanks). */
export function hasStyle(passage: Passage, names: RegExp): boolean {
  return passage.styles.some((style) => names.test(style));
}

export interface SectionHeading {
  part: Part | 'either';
  /** Heading text, as it stands on the proposed side. */
  text: string;
}

/**
 * Reads a passage as the heading of a section. `next` is what follows: a heading without anything under it is none.
 * Words after the verb name whom it addresses, so a clause that merely begins like a heading is told by its end.
 */
export function sectionHeading(passage: Passage, next: Passage | undefined): SectionHeading | null {
  const text = wordsOf(passage).trim();
  if (text.length === 0 || text.length > longestHeading) return null;
  const verb = openingVerb(text);
  if (hasStyle(passage, /^call$/)) return { part: verb?.part ?? 'operative', text };
  if (verb === null || /[.;]$/.test(text)) return null;
  if (hasStyle(passage, /^(?:enumlev|normal(?:after|_after)?title|reasons|restitle|rectitle|annextitle)/)) return null;
  const label = labelOf(text, false);
  if (label !== null) return null;
  const words = text.split(/\s+/);
  const rest = words.slice(verb.verbWords).join(' ');
  if (!verb.known) return next !== undefined && hasShape(words, rest, next) ? { part: verb.part, text } : null;
  return fitsVerb(verb.part, text, words, rest, next) ? { part: verb.part, text } : null;
}

/** Words that may follow a verb of the preamble in a heading: "noting with appreciation", "having regard to". */
const furtherWords =
  /^(?:(?:account|again|also|and|appreciation|approval|as|concern|consideration|deep|examined|following|further|furthermore|gratitude|great|grave|having|in|into|interest|mind|moreover|note|noted|noting|of|particular|received|recalling|recognizing|regard|regret|satisfaction|serious|taken|taking|that|the|to|well|with|considered|considering)(?:\s+|$))*$/i;
/** "to" and a verb that is not itself an order begins what is ordered: such a line is a clause. */
const orderedAction =
  /(?<!\b(?:according|addition|pursuant|regard|relation|respect|response|subject))\s+to\s+(?!the\b|adopt|appeal|approve|ask|authori[sz]e|call|direct|encourage|endorse|entrust|express|instruct|invite|note|recommend|request|support|thank|urge)[a-z]/i;

function fitsVerb(
  part: Part | 'either',
  text: string,
  words: readonly string[],
  rest: string,
  next: Passage | undefined,
): boolean {
  // "considering," and "RESOLVES:" stand alone; with more words a comma or colon at the end makes a clause.
  if (/[,:]$/.test(text)) return words.length <= 4 && furtherWords.test(rest.slice(0, -1));
  if (next === undefined) return false;
  if (part === 'preamble' || part === 'either') return words.length <= 9 && furtherWords.test(rest);
  return !/\b(?:that|shall|should|must)\b/i.test(rest) && !orderedAction.test(` ${rest}`);
}

/** An unknown verb is a heading by its shape alone: short, in lower case or all capitals, clauses below. */
function hasShape(words: readonly string[], rest: string, next: Passage): boolean {
  const first = words[0] ?? '';
  const consistent = first === first.toLowerCase() || words.every((word) => word === word.toUpperCase());
  if (!consistent || words.length > 6 || /[,:)]$/.test(words.at(-1) ?? '')) return false;
  if (/\b(?:that|which)\b/i.test(rest)) return false;
  const below = wordsOf(next).trim();
  return !isSeparator(below) && (labelOf(below, false) !== null || clauseStart.test(below));
}

const annexLine =
  /^(?:annex|appendix|attachment|schedule|anexo|annexe)\b(?:\s+(?:\d{1,3}|[A-Z]|[ivxlc]+)(?:\s*bis|\s*ter)?)?\s*(?:$|\(|to\b|of\b|[-–—:])/i;

/** True for the line that begins an annex: "ANNEX 1 TO RESOLUTION 5 (Rev. …)", "Annex", "APPENDIX B". */
export function isAnnexHeading(passage: Passage): boolean {
  if (hasStyle(passage, /^(?:annexno|appendixno|annex_?no)/)) return true;
  const text = wordsOf(passage).trim();
  return text.length <= 160 && annexLine.test(text) && !/[.;,]$/.test(text);
}

/** A row of stars, dashes or underscores that keeps two parts apart. */
export function isSeparator(text: string): boolean {
  return /^[\s*_=~–—-]{3,}$/.test(text) && /[*_=~–—-]/.test(text);
}

const instrument =
  /^(?:draft\s+)?(?:new\s+|revised\s+|proposed\s+|revision\s+(?:of|to)\s+)*(resolution|decision|recommendation|opinion|declaration|constitution|convention)\b/i;

/** The number of a text and, in brackets, its revision; then nothing but a mark of a note, or a title after a dash. */
const number =
  /^(?:(?:itu[-‑ ]?[rtd]|no\.?)\s*)?(?:\[[^\]]{1,40}\]|[A-Z]{0,8}[ .\-/]?\d[\dA-Za-z./‑-]{0,14}(?:\(\d{1,3}\))?(?:\s*bis)?)\s*(?:\([^()]{2,120}\)\s*){0,2}(?:[*†‡\d]{0,3}|[–—:-]\s.{0,90})$/i;

/** True for the line that names the instrument: "RESOLUTION 5 (Rev. …)", "Draft New Resolution [XYZ-1]". */
export function isInstrumentHeading(passage: Passage): boolean {
  if (hasStyle(passage, /^(?:resno|recno|decno|opino|resnobr|decisionno|res_?no|rec_?no)/)) return true;
  const text = wordsOf(passage).replaceAll('\u00a0', ' ').trim();
  if (text.length > 140 || /[.;,]$/.test(text)) return false;
  const found = instrument.exec(text);
  if (found === null) return false;
  const rest = text.slice(found[0].length).trim();
  const name = found[1] ?? '';
  if (/^(?:constitution|convention)$/i.test(name)) return name === name.toUpperCase() && text === text.toUpperCase();
  if (rest === '') return text === text.toUpperCase() || /^draft/i.test(text);
  return number.test(rest);
}
