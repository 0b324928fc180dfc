/**
 * Fused and doubled words: "evaluationreview", "promotesing", "recommendationsRecommendations", "the a gender
 * perspective", "plenipotentiary Plenipotentiary". How far the change reaches to both sides cannot be seen, so most of
 * these are guesses. Lost hyphens ("crossborder", "ITUcoordinated") and names with capitals inside are not seams.
 */
import type { Certainty } from '#kernel/reading/index.ts';
import { isEnglish } from '../words/lexicon.ts';
import { isWord, typesFirst, type Evidence } from './evidence.ts';
import { alternatives, replaced, type Seam } from './seams.ts';
import { doubledSeam, modals } from './side-by-side.ts';

const letters = /\p{L}+/gu;
const longest = 40;

/** First parts that are written together with what follows, with a hyphen or without. */
const prefixes = new Set(
  `anti auto bi bio by co counter cross cyber de dis eco electro ex extra for fore geo hyper il im in infra inter intra
  ir macro mal mega meta micro mid mini mis mono multi nano neo non off on out over para per photo poly post pre pro
  proto pseudo quasi radio re semi socio sub super supra sur tele trans tri ultra un under uni up vice well whole
  wide`.split(/\s+/),
);
/** Second parts that make a compound of what precedes. */
const compounding = new Set(
  `able based border building centred centered centric coordinated cutting driven enabled facing free friendly funded
  term level led like making minded oriented owned party people ready related scale sensitive setting sharing
  side specific stage supported table time use user ware ways wide wise work works year years
  ability able after away back bed beds blog board book day down drop fall fold ful fully ground hand haul head hold
  hood house in land less line lines man mark men ness net off on out over page pages place point power proof room
  ship shop space spaces stream tool tools top under up ward wards way woman women word worthy
  ably box boxes conference conferences conferencing holder holders keeper keepers maker makers map maps owner owners
  set sets standing taker takers`.split(/\s+/),
);
/** Short words that may begin what replaces, or end what is replaced; other words of one or two letters may not. */
const small = new Set(
  `a an and any are as at be by for from had has have he in into is it its may no not of off on or our per such than
  that the their them then these they this those through to up us was we were what when which while who will with all
  can could should would shall must might each both more most some via`.split(/\s+/),
);
/** Those of them that only join other words. */
const joining = new Set(
  `a an and at by for from in into its of on or our that the their these this those to under upon was were when which
  with can could should would shall must might may will`.split(/\s+/),
);
const endings = new Set([
  'e',
  's',
  'es',
  'ed',
  'd',
  'ing',
  'ion',
  'ions',
  'ation',
  'al',
  'ly',
  'ity',
  'er',
  'ers',
  'y',
  'ies',
  'ment',
  'ive',
  'ance',
  'ence',
  'ise',
  'ize',
  'able',
  'ant',
  'or',
]);

/** Seams in words of a text. */
export function wordSeams(text: string, evidence: Evidence): Seam[] {
  const seams: Seam[] = [];
  let previous: RegExpExecArray | null = null;
  for (const match of text.matchAll(letters)) {
    const seam = doubledSeam(text, previous, match, evidence) ?? knownSeam(text, match[0], match.index, evidence);
    if (seam !== null) seams.push(seam);
    previous = match;
  }
  return seams;
}

function knownSeam(text: string, word: string, at: number, evidence: Evidence): Seam | null {
  if (word.length < 4 || evidence.whole.has(word)) return null;
  const seam = fusedSeam(text, word, at, evidence);
  if (seam === null) evidence.whole.add(word);
  return seam;
}

/** A stretch of letters that is no word, cut where both parts are. */
function fusedSeam(text: string, word: string, at: number, evidence: Evidence): Seam | null {
  if (word.length < 4 || word.length > longest) return null;
  const low = word.toLowerCase();
  if (word === low) {
    if (isWord(evidence, low) || isDerived(low) || isAddress(text, at)) return null;
    return editedInside(low, at, evidence) ?? lowerSeam(text, low, at, evidence);
  }
  return capitalSeam(text, word, at, evidence);
}

/** "promotesing": two endings on one stem. Which ending is old cannot be seen. */
function editedInside(word: string, at: number, evidence: Evidence): Seam | null {
  for (let stem = word.length - 2; stem >= 4; stem--) {
    for (let cut = stem + 1; cut < word.length; cut++) {
      const first = word.slice(stem, cut);
      const second = word.slice(cut);
      if (!endings.has(first) || !endings.has(second)) continue;
      if (!isWord(evidence, word.slice(0, stem) + first) || !isWord(evidence, word.slice(0, stem) + second)) continue;
      // Typed before the old ending is taken out, "ing" stands before "e"; otherwise the old one stands first.
      const insertedFirst = typesFirst(evidence) || (first === 'ing' && second === 'e');
      const left = [at + stem, at + cut] as const;
      const right = [at + cut, at + word.length] as const;
      const why = `two endings on "${word.slice(0, stem)}"`;
      return insertedFirst ? replaced(right, left, 'guess', why) : replaced(left, right, 'guess', why);
    }
  }
  return null;
}

/** "evaluationreview", "provideto". */
function lowerSeam(text: string, word: string, at: number, evidence: Evidence): Seam | null {
  let best: { cut: number; score: number } | null = null;
  for (let cut = 1; cut < word.length; cut++) {
    const first = word.slice(0, cut);
    const second = word.slice(cut);
    if (!canStand(first) || !canStand(second)) continue;
    if (joining.has(first) && joining.has(second)) return joined(text, at, at + cut, at + word.length, evidence);
    if (prefixes.has(first) || compounding.has(second) || compounding.has(second.replace(/s$/, ''))) continue;
    if (evidence.neighbours.has(`${first} ${second}`)) return null;
    // Two long words that are no usual compound need not stand elsewhere.
    const score = used(evidence, first) + used(evidence, second) + (isOddPair(first, second) ? 0.4 : 0);
    if (score > (best?.score ?? 1)) best = { cut, score };
  }
  if (best === null) return null;
  const sameStem = commonStart(word.slice(0, best.cut), word.slice(best.cut)) >= 4;
  const modal = modals.has(word.slice(0, best.cut)) && modals.has(word.slice(best.cut));
  return cutAt(text, at, at + best.cut, at + word.length, sameStem || modal ? 'likely' : 'guess', evidence);
}

/** "ofin", "theirits": two words that only join others are never written together. */
function joined(text: string, from: number, cut: number, to: number, evidence: Evidence): Seam {
  const isOldFirst = !typesFirst(evidence);
  return alternatives(text, [from, cut], [cut, to], isOldFirst, 'likely', `"${text.slice(from, to)}" is two words`);
}

const suffix =
  /(?:abilit(?:y|ies)|able|al|ally|ation|ations|dom|ed|er|ers|ful|hood|ing|isation|ised|ising|ism|ist|ists|ity|ive|ization|ized|izing|less|like|ly|ment|ments|ness|or|s|ship|ships|ward|wards|wise)$/;

const doing = /(?:ing|ers?|ed)$/;

/** Two long words of one kind: compounds mostly are a thing and what is done with it ("crowdsourcing"). */
function isOddPair(first: string, second: string): boolean {
  return first.length > 4 && second.length > 4 && (!doing.test(second) || doing.test(first));
}

/** A word that the list lacks and that is made of one it has: "mentorship", "repositioned". */
function isDerived(word: string): boolean {
  const plain = word.replace(
    /^(?:re|un|non|pre|co|inter|multi|sub|over|under|mis|dis|anti|extra|micro|cyber|bio|geo)/,
    '',
  );
  if (plain !== word && plain.length > 3 && isEnglish(plain)) return true;
  const stem = plain.replace(suffix, '');
  // An ending does not follow another one ("promotesing"), and a silent e gives way to one ("promoteing").
  if (stem === plain || stem.length < 4 || /(?:[^su]s|ed|ing)$/.test(stem)) return false;
  if (stem.endsWith('e') && /^(?:able|al|ation|ed|er|ing|ity|ive|or)/.test(plain.slice(stem.length))) return false;
  return isEnglish(stem) || isEnglish(`${stem}e`);
}

/** Inside an address of the web. */
function isAddress(text: string, at: number): boolean {
  const start = text.slice(Math.max(0, at - 80), at);
  return /(?:\/\/|www\.|@)\S*$/.test(start);
}

function canStand(part: string): boolean {
  return part.length > 2 ? isEnglish(part) : small.has(part);
}

/** Words that the document uses elsewhere speak for a cut, unusual ones do not. */
function used(evidence: Evidence, part: string): number {
  const count = evidence.words.get(part) ?? 0;
  return count >= 2 ? 2 : count === 1 ? 1 : 0.4;
}

function commonStart(first: string, second: string): number {
  let length = 0;
  while (length < first.length && first.charAt(length) === second.charAt(length)) length++;
  return length;
}

/** A small letter right before a capital, or an acronym right before a small word. */
function capitalSeam(text: string, word: string, at: number, evidence: Evidence): Seam | null {
  if ((evidence.printed.get(word) ?? 0) > 2) return null;
  // "Cconference": only the first letter was changed.
  const rest = word.slice(2);
  if (word.charAt(0) !== word.charAt(1) && /^\p{Ll}{3,}$/u.test(rest) && isEnglish(word.slice(1).toLowerCase())) {
    const [first = '', second = ''] = word;
    if (first.toLowerCase() === second.toLowerCase()) {
      return alternatives(
        text,
        [at, at + 1],
        [at + 1, at + 2],
        !typesFirst(evidence),
        'likely',
        'one word with and without a capital',
      );
    }
  }
  const inner = /^(\p{Ll}{3,}|\p{Lu}\p{Ll}{2,})(\p{Lu}\p{L}*)$/u.exec(word);
  if (inner !== null) {
    const [, first = '', second = ''] = inner;
    const knownFirst = first === first.toLowerCase() ? isEnglish(first) : usedAlone(evidence, first);
    if (!knownFirst || !(usedAlone(evidence, second) || isEnglish(second.toLowerCase()))) return null;
    const oneWord = commonStart(first.toLowerCase(), second.toLowerCase()) >= Math.min(4, first.length);
    return cutAt(text, at, at + first.length, at + word.length, oneWord ? 'likely' : 'guess', evidence);
  }
  const acronym = /^(\p{Lu}{2,}s?)(\p{Ll}{2,})$/u.exec(word);
  if (acronym === null) return null;
  const [, first = '', second = ''] = acronym;
  if (!usedAlone(evidence, first) || compounding.has(second)) return null;
  const plural = first.endsWith('s');
  if (!small.has(second) && !(plural && isEnglish(second))) return null;
  return cutAt(text, at, at + first.length, at + word.length, 'guess', evidence);
}

function usedAlone(evidence: Evidence, word: string): boolean {
  return (evidence.printed.get(word) ?? 0) >= 2;
}

/**
 * The words on both sides of a cut are taken as the change, with what hangs on the first by a hyphen. Where the second
 * begins like a phrase that the first ends ("to provide|to ensure"), the change begins with that phrase.
 */
function cutAt(text: string, start: number, cut: number, end: number, certainty: Certainty, evidence: Evidence): Seam {
  let from = start;
  const suffix = /^[’']s?(?=$|[^\p{L}])/u.exec(text.slice(end, end + 3))?.[0] ?? '';
  while (from > 0 && /[\p{L}-]/u.test(text.charAt(from - 1)) && start - from < longest) from--;
  let to = end + suffix.length;
  if (text.slice(cut, end) === 'to') {
    const before = /\bto[ \u00a0]$/.exec(text.slice(Math.max(0, from - 3), from));
    const after = /^[ \u00a0]\p{L}+/u.exec(text.slice(end, end + longest));
    if (before !== null && after !== null) {
      from -= 3;
      to = end + after[0].length;
    }
  }
  const why = `"${text.slice(start, end)}" is two words`;
  return typesFirst(evidence)
    ? replaced([cut, to], [from, cut], certainty, why)
    : replaced([from, cut], [cut, to], certainty, why);
}
