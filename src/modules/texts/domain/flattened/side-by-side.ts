/**
 * Old and new words with a blank between them, where no sentence can hold both: "the a gender perspective", "may will
 * contribute", "to facilitate support the work", "its their", "1 and, 2 and 3". Two words that can stand side by side
 * ("balance parity") show nothing. What is struck out stands first, unless the document's years show otherwise.
 */
import type { Certainty } from '#kernel/reading/index.ts';
import { typesFirst, type Evidence } from './evidence.ts';
import { pairReason } from './pairs.ts';
import { alternatives, type Edit, type Seam } from './seams.ts';

const listOf = (words: string): Set<string> => new Set(words.split(/\s+/));

/** Verbs before an infinitive without "to". */
export const modals = listOf('may might must shall should will would can could');
/** One of them at most stands before a noun. */
const determiners = listOf('a an the its their our your whose');
/** Each family: words of one place in a sentence that never follow one another. */
const families: readonly (readonly [name: string, words: ReadonlySet<string>])[] = [
  ['modal verbs', modals],
  ['articles', determiners],
  ['forms of "be"', listOf('is are was were')],
  ['forms of "have"', listOf('has have had')],
  ['pointing words', listOf('this these those')],
];
const familyOf = new Map(families.flatMap(([name, words]) => [...words].map((word) => [word, name] as const)));
const longestOfFamily = 6;
/** "had had" and the like are one word twice; of these pairs the second may be another sentence's. */
const together = listOf('have had');

/** Verbs of decisions as they stand after "to" and "shall", and that are nothing but verbs. */
const onlyVerbs = listOf(
  `accelerate accept accommodate achieve acknowledge adjust adopt advise allocate amend analyse analyze apply assess
  circulate collaborate collect communicate compile conclude confirm consider consolidate consult contribute convene
  convey cooperate create decide define deliver determine develop disseminate distribute eliminate enable encourage
  endorse enhance ensure establish evaluate examine execute expand explore extend facilitate finalize foster fulfil
  identify implement improve include incorporate inform initiate instruct integrate intensify introduce invite involve maintain
  mobilize observe organize oversee perform prepare preserve prevent prioritize produce promote propose protect provide
  publish pursue recognize recommend reduce reinforce require resolve revise stimulate strengthen submit suggest sustain
  transmit undertake uphold utilize`,
);
/** Verbs that are things or qualities as well: "barriers to study", "to provide complete texts". */
const alsoThings = listOf(
  `address advance approve complete conduct coordinate deploy draft elaborate follow guarantee guide hold increase keep
  launch lead note present raise report request review safeguard seek share stress study support take update urge
  welcome`,
);
const isVerb = (word: string): boolean => onlyVerbs.has(word) || alsoThings.has(word);
const opensObject = listOf('the a an its their our any those these');

/** Two words side by side of which only one can stand. `previous` and `match` are words of the text in order. */
export function doubledSeam(
  text: string,
  previous: RegExpExecArray | null,
  match: RegExpExecArray,
  evidence: Evidence,
): Seam | null {
  if (previous === null) return null;
  const first = previous[0];
  const second = match[0];
  const firstEnd = previous.index + first.length;
  const why = reasonFor(first, second, () => ({
    before: text.slice(Math.max(0, previous.index - 24), previous.index),
    after: text.slice(match.index + second.length, match.index + second.length + 12),
  }));
  if (why === null || !/^[ \u00a0]{1,2}$/.test(text.slice(firstEnd, match.index))) return null;
  return alternatives(
    text,
    [previous.index, firstEnd],
    [match.index, match.index + second.length],
    !typesFirst(evidence),
    why.certainty,
    why.evidence,
  );
}

interface Reason {
  certainty: Certainty;
  evidence: string;
}

function reasonFor(first: string, second: string, around: () => { before: string; after: string }): Reason | null {
  const family = first.length > longestOfFamily ? undefined : familyOf.get(first);
  if (family !== undefined && first !== second && familyOf.get(second) === family) {
    if (together.has(first) && together.has(second)) return null;
    return { certainty: 'likely', evidence: `two ${family} side by side` };
  }
  const pair = pairReason(first, second, around);
  if (pair !== null) return pair;
  if (first.length < 4 || second.length < 4) return null;
  if (isVerb(first) && first !== second && isVerb(second)) {
    const { before, after } = around();
    if (!isInfinitive(first, before)) return null;
    if (opensObject.has(/^[ \u00a0](\p{L}+)[ \u00a0]/u.exec(after)?.[1] ?? ''))
      return { certainty: 'likely', evidence: 'two verbs, one object' };
    // Without an object the second may be a thing ("to review support"), or the comma of a list be missing.
    const isWhole = /^[ \u00a0]\p{L}/u.test(after);
    return isWhole && onlyVerbs.has(second) ? { certainty: 'guess', evidence: 'two verbs side by side' } : null;
  }
  if (first !== second && (first.endsWith('s') || first.endsWith('ing')) && areFormsOfVerbs(first, second)) {
    const { before, after } = around();
    const isOrder = before === '' || (onlyVerbs.has(infinitive(first)) && onlyVerbs.has(infinitive(second)));
    if (isOrder && opensObject.has(/^[ \u00a0](\p{L}+)[ \u00a0]/u.exec(after)?.[1] ?? ''))
      return { certainty: 'likely', evidence: 'two verbs, one object' };
  }
  // One word with and without a capital. Most pairs of words are told apart by their lengths alone.
  if (first.length !== second.length || first === second) return null;
  const isCapital = first === first.toLowerCase() && first.slice(1) === second.slice(1);
  return isCapital && second.toLowerCase() === first
    ? { certainty: 'likely', evidence: 'one word with and without a capital' }
    : null;
}

/** "promotes fosters", "promoting fostering": the same form of two verbs. */
function areFormsOfVerbs(first: string, second: string): boolean {
  if (first.endsWith('ing') !== second.endsWith('ing') || !/(?:ing|s)$/.test(second)) return false;
  return isVerb(infinitive(first)) && isVerb(infinitive(second));
}

/** The verb of which a word is a form, as far as the lists know it; else the word. */
function infinitive(word: string): string {
  const stem = word.replace(/(?:ing|s)$/, '');
  return [stem, `${stem}e`, stem.replace(/(.)\1$/, '$1'), stem.replace(/e$/, '')].find(isVerb) ?? word;
}

/** "to" after a noun may be followed by a thing ("barriers to study"); at the start, after a sign and "and" it is not. */
function isInfinitive(verb: string, before: string): boolean {
  const opening = alsoThings.has(verb) ? /(?:^|[,;:][ \u00a0]|\b(?:and|or)[ \u00a0])to[ \u00a0]$/u : /\bto[ \u00a0]$/u;
  return opening.test(before) || modals.has(/(\p{L}+)[ \u00a0]$/u.exec(before)?.[1] ?? '');
}

const item = String.raw`(?:\d{1,4}|[a-z]\))`;
const longerList = new RegExp(
  String.raw`(?<![\p{L}\d.])${item}([ \u00a0]and)(,)[ \u00a0]${item}([ \u00a0]and[ \u00a0]${item})`,
  'dgu',
);

/** "resolves 1 and, 2 and 3": a list got one more member. */
export function longerLists(text: string): Seam[] {
  if (!text.includes(' and,')) return [];
  return [...text.matchAll(longerList)].map((match) => {
    const edit = (group: number, change: Edit['change']): Edit => {
      const [from, to] = match.indices?.[group] ?? [0, 0];
      return { from, to, change };
    };
    return {
      edits: [edit(1, 'deleted'), edit(2, 'inserted'), edit(3, 'inserted')],
      certainty: 'likely',
      evidence: 'a list with one more member',
    };
  });
}
