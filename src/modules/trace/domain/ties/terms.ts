/** Words that tell what a sentence is about, and the sentences they stand in. */
import { foldWords } from '../query.ts';

/** A sentence, or a line, with where it stands in its text: [from, to) in UTF-16 units. */
export interface Sentence {
  text: string;
  from: number;
  to: number;
}

/** A full stop behind these ends no sentence. */
const abbreviated = '(?<!\\b(?:Rev|Nos?|Arts?|Dr|Mr|Mrs|Ms|St|Vol|Sec|cf|para|paras))';
const sentence = new RegExp(`[^\\n]+?(?:(?:${abbreviated}\\.|[;?!])(?=\\s+\\p{Lu}|\\s*$)|(?=\\n|$))`, 'gmu');

/** The sentences of a text: lines, and what full stops, question and exclamation marks part; in order. */
export function sentencesOf(text: string): Sentence[] {
  const found: Sentence[] = [];
  for (const match of text.matchAll(sentence)) {
    const words = match[0].trim();
    if (words === '') continue;
    const from = match.index + match[0].indexOf(words);
    found.push({ text: words, from, to: from + words.length });
  }
  return found;
}

/** Words that stand everywhere and speak for nothing, whatever the register holds. */
const empty = new Set(
  (
    'about above across after against along already also although among another appropriate around because been before ' +
    'being below between both could country countries development each enable ensure establish every field following ' +
    'from further have help including into issue issues make member members more most need needs national other over ' +
    'please possible present project provide regarding related relevant request same several should some such support ' +
    'than that their them then there these they this those through under until using very well were what when where ' +
    'which while will with within without would year years your'
  ).split(' '),
);

/** A term with the place of its word. */
export interface PlacedTerm {
  term: string;
  from: number;
  to: number;
}

/**
 * The terms of a text in order, folded, without endings that only change the number or form of a word; short and empty
 * words are left out.
 */
export function placesOfTerms(text: string): PlacedTerm[] {
  const found: PlacedTerm[] = [];
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]{4,40}/gu)) {
    const word = foldWords(match[0]);
    if (empty.has(word) || /^\d+$/.test(word)) continue;
    found.push({ term: stemOf(word), from: match.index, to: match.index + match[0].length });
  }
  return found;
}

/** The same, without their places. */
export const termsOf = (text: string): string[] => placesOfTerms(text).map(({ term }) => term);

/** "policies" and "policy", "regulations" and "regulating" are one term. Never shorter than four letters. */
export function stemOf(word: string): string {
  const bare = word
    .replace(/ies$/, 'y')
    .replace(/(?<=ss|sh|ch|x)es$/, '')
    .replace(/(?<=[^s])s$/, '');
  for (const ending of ['ations', 'ation', 'ings', 'ing', 'ers', 'er', 'ed', 'e']) {
    if (bare.endsWith(ending) && bare.length - ending.length >= 4) return bare.slice(0, -ending.length);
  }
  return bare;
}

/**
 * How much a term says: the rarer among the things compared, the more. Hundredths of a natural logarithm, whole numbers.
 * @param things how many things there are
 * @param having in how many of them the term stands
 */
export function weightOf(things: number, having: number): number {
  return Math.max(0, Math.round(100 * Math.log((things + 1) / (having + 0.5))));
}
