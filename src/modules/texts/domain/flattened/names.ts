/**
 * Fused names of revisions and conferences: "(Rev. Busan, 2014DUBAI, 2018)", "(Rev. DubaiBuenos Aires, 20142017)",
 * "(Busan, 2014Rev. Dubai, 2018)", "(Rev. Buenos Aires, 2017)(Dubai, 2014)", "the Dubai Buenos Aires Action Plan",
 * "WTDC1417". The older year is the old one, in whichever order they are printed.
 */
import { fullYear, properName } from '../words/revision.ts';
import { learn, learnedOrder, type Evidence } from './evidence.ts';
import { alternatives, replaced, type Seam } from './seams.ts';

type Span = [from: number, to: number];

const bracketed = /\(([^()]{6,100})\)/gu;
const place = String.raw`\p{L}[\p{L} \u00a0.'’‑-]{0,60}?`;
const year = String.raw`(?:19|20)\d\d`;
/** Every pattern of fused names holds two years. */
const severalYears = new RegExp(String.raw`${year}[^]*?${year}`);
const twoNames = new RegExp(
  String.raw`^(\s*)(rev\.?\s*)?(${place})\s*,?\s*(${year})(\s*)(rev\.?\s*)?(${place})\s*,?\s*(${year})\s*$`,
  'iud',
);
const twoYears = new RegExp(String.raw`^\s*(?:rev\.?\s*)?(${place})\s*,\s*(${year})\s?(${year})\s*$`, 'iud');
const yearsOnly = new RegExp(String.raw`^\s*rev\.?\s*(${year})\s?(${year})\s*$`, 'iud');
const sideBySide = new RegExp(
  String.raw`\((\s*(?:rev\.?\s*)?${place},\s*(${year})\s*)\)[ \u00a0]?\((\s*(?:rev\.?\s*)?${place},\s*(${year})\s*)\)`,
  'giud',
);

/** Seams in names of revisions. With `learning`, what is unambiguous is remembered as evidence. */
export function revisionSeams(text: string, evidence: Evidence, learning = false): Seam[] {
  if (!/\d{4}/.test(text)) return [];
  const seams: Seam[] = [];
  for (const match of text.matchAll(bracketed)) {
    const [, inside = ''] = match;
    if (!severalYears.test(inside)) continue;
    const at = match.index + 1;
    const seam = namesSeam(text, inside, at, evidence, learning) ?? yearsSeam(text, inside, at, evidence, learning);
    if (seam !== null) seams.push(...seam);
  }
  for (const match of /\)[ \u00a0]?\(/.test(text) ? text.matchAll(sideBySide) : []) {
    const [, , first = '', , second = ''] = match;
    const left = match.indices?.[1];
    const right = match.indices?.[3];
    if (left === undefined || right === undefined || first === second) continue;
    const spans: [Span, Span] = [
      [left[0] - 1, left[1] + 1],
      [right[0] - 1, right[1] + 1],
    ];
    seams.push(
      alternatives(text, spans[0], spans[1], first < second, 'likely', 'two revisions of one text side by side'),
    );
  }
  return seams;
}

/** "Busan, 2014Dubai, 2018": two whole names. */
function namesSeam(text: string, inside: string, at: number, evidence: Evidence, learning: boolean): Seam[] | null {
  const found = twoNames.exec(inside);
  if (found === null) return null;
  const [, , rev1, place1 = '', year1 = '', gap = '', rev2, place2 = '', year2 = ''] = found;
  // "Geneva, 2003 and Tunis, 2005" is a list.
  if (gap !== '' && rev2 === undefined && !/^\p{Lu}/u.test(place2)) return null;
  const span = (group: number): Span => found.indices?.[group] ?? [0, 0];
  const shared = rev1 !== undefined && rev2 === undefined;
  const first: Span = [at + (rev1 !== undefined && !shared ? span(2)[0] : span(3)[0]), at + span(4)[1]];
  const second: Span = [at + (rev2 === undefined ? span(7)[0] : span(6)[0]), at + span(8)[1]];
  const firstIsOld = year1 <= year2;
  if (learning && year1 !== year2) {
    const [old, next] = firstIsOld ? [place1, place2] : [place2, place1];
    learn(evidence, properName(old), properName(next));
    learn(evidence, firstIsOld ? year1 : year2, firstIsOld ? year2 : year1);
  }
  const certainty = year1 === year2 ? 'guess' : 'sure';
  return [alternatives(text, first, second, firstIsOld, certainty, 'two names of revisions in one pair of brackets')];
}

/** "DubaiBuenos Aires, 20142017", "Geneva, 20122015", "Rev. 20112016". */
function yearsSeam(text: string, inside: string, at: number, evidence: Evidence, learning: boolean): Seam[] | null {
  const bare = yearsOnly.exec(inside);
  const found = bare ?? twoYears.exec(inside);
  if (found === null) return null;
  const yearGroup = bare === null ? 2 : 1;
  const year1 = found[yearGroup] ?? '';
  const year2 = found[yearGroup + 1] ?? '';
  if (year1 === year2) return null;
  const span = (group: number): Span => {
    const [from, to] = found.indices?.[group] ?? [0, 0];
    return [at + from, at + to];
  };
  const old = year1 < year2 ? year1 : year2;
  const next = year1 < year2 ? year2 : year1;
  const years = alternatives(
    text,
    span(yearGroup),
    span(yearGroup + 1),
    year1 < year2,
    'sure',
    'two years of one revision',
  );
  if (bare !== null) return [years];
  const [placeFrom] = span(1);
  const cut = cutPlaces(found[1] ?? '', evidence);
  if (cut === null) return [years];
  const places = orderPlaces(cut, Number(old), Number(next), evidence);
  if (learning) {
    learn(evidence, places.firstIsOld ? cut.first : cut.second, places.firstIsOld ? cut.second : cut.first);
    learn(evidence, old, next);
  }
  const seam = alternatives(
    text,
    [placeFrom + cut.from, placeFrom + cut.firstEnd],
    [placeFrom + cut.secondStart, placeFrom + cut.to],
    places.firstIsOld,
    places.known ? 'sure' : 'likely',
    'two places of one revision',
  );
  return [{ ...seam, edits: [...seam.edits, ...years.edits] }];
}

interface PlacePair {
  first: string;
  second: string;
  from: number;
  firstEnd: number;
  secondStart: number;
  to: number;
}

/** Cuts "DubaiBuenos Aires" or "Dubai Buenos Aires" into two known places, or at a capital after a small letter. */
export function cutPlaces(words: string, evidence: Evidence): PlacePair | null {
  const pairAt = (firstEnd: number, secondStart: number): PlacePair => ({
    first: properName(words.slice(0, firstEnd)),
    second: properName(words.slice(secondStart)),
    from: 0,
    firstEnd,
    secondStart,
    to: words.length,
  });
  if (evidence.places.has(properName(words))) return null;
  let fallback: PlacePair | null = null;
  for (let cut = 2; cut < words.length - 1; cut++) {
    const blank = /[ \u00a0]/.test(words.charAt(cut));
    const pair = pairAt(cut, blank ? cut + 1 : cut);
    if (pair.first === pair.second) continue;
    if (evidence.places.has(pair.first) && evidence.places.has(pair.second)) return pair;
    if (/\p{Ll}\p{Lu}/u.test(words.slice(cut - 1, cut + 1))) fallback = pair;
  }
  return fallback;
}

function orderPlaces(pair: PlacePair, old: number, next: number, evidence: Evidence) {
  const fits = (name: string, year: number): number => (evidence.places.get(name)?.has(year) === true ? 1 : 0);
  const forward = fits(pair.first, old) + fits(pair.second, next);
  const backward = fits(pair.second, old) + fits(pair.first, next);
  if (forward !== backward) return { firstIsOld: forward > backward, known: Math.max(forward, backward) === 2 };
  const learned = learnedOrder(evidence, pair.first, pair.second);
  return { firstIsOld: learned >= 0, known: learned !== 0 };
}

const capitalised = /\p{Lu}[\p{L}‑-]*(?:[ \u00a0]{1,2}\p{Lu}[\p{L}‑-]*){0,4}/gu;

/** Two capitalised words in a row, or a capital after a small letter: without one no two places can meet. */
const placeAfterPlace = /\p{Ll}(?:[ \u00a0]{0,2})\p{Lu}/u;

/** "the Dubai Buenos Aires Action Plan", "Buenos AiresDubai Declaration": two known places with no comma between. */
export function placeSeams(text: string, evidence: Evidence): Seam[] {
  const seams: Seam[] = [];
  if (!placeAfterPlace.test(text)) return seams;
  for (const match of text.matchAll(capitalised)) {
    const words = match[0];
    if (words.length < 6 || words.length > 120) continue;
    const pair = leadingPair(words, evidence);
    if (pair === null) continue;
    const order = learnedOrder(evidence, pair.first, pair.second);
    const at = match.index;
    seams.push(
      alternatives(
        text,
        [at + pair.from, at + pair.firstEnd],
        [at + pair.secondStart, at + pair.to],
        order >= 0,
        order === 0 ? 'guess' : 'likely',
        `two places without a comma: ${pair.first}, ${pair.second}`,
      ),
    );
  }
  return seams;
}

/** Two known places somewhere in a row of capitalised words, one right after the other. */
function leadingPair(words: string, evidence: Evidence): PlacePair | null {
  const starts = [0, ...[...words.matchAll(/[ \u00a0](?=\p{Lu})/gu)].map((blank) => blank.index + 1)];
  for (const from of starts) {
    for (const first of placesAt(words, from, evidence)) {
      const firstEnd = from + first.length;
      const secondStart = firstEnd + (/^[ \u00a0]+/.exec(words.slice(firstEnd))?.[0].length ?? 0);
      for (const second of placesAt(words, secondStart, evidence)) {
        if (first === second) continue;
        return { first, second, from, firstEnd, secondStart, to: secondStart + second.length };
      }
    }
  }
  return null;
}

function placesAt(words: string, from: number, evidence: Evidence): string[] {
  const found: string[] = [];
  for (let to = words.length; to > from + 2; to--) {
    const name = words.slice(from, to);
    if (evidence.places.has(name)) found.push(name);
  }
  return found;
}

const code = /\b(\p{Lu}{2,6})([-‑ \u00a0]?)(\d{2})([ \u00a0]?)(\d{2})(?![\d/-])/dgu;
const shortCode = /\b(\p{Lu}{2,6})[-‑]?(\d{3})(?![\d/.-])/dgu;

/** "WTDC1417", "WTSA12 16", "WTDC-174": a conference with two two-digit years. */
export function codeSeams(text: string, evidence: Evidence): Seam[] {
  const seams: Seam[] = [];
  if (!/\d\d/.test(text)) return seams;
  for (const match of text.matchAll(code)) {
    const [, body = '', hyphen = '', first = '', gap = '', second = ''] = match;
    const known = evidence.codes.get(body);
    const left = match.indices?.[3];
    const right = match.indices?.[5];
    if (known === undefined || left === undefined || right === undefined) continue;
    // "WTSA2024" is one year; so is "PP 2018" with a blank.
    if (gap === '' && /^(?:19|20)/.test(first) && !(known.has(first) && known.has(second))) continue;
    if (/[ \u00a0]/.test(hyphen) && gap === '') continue;
    const span = fullYear(second) - fullYear(first);
    if (span <= 0 || span > 12) continue;
    const certainty = known.has(first) && known.has(second) ? 'sure' : 'likely';
    seams.push(alternatives(text, left, right, true, certainty, `two years of ${body}`));
  }
  for (const match of text.matchAll(shortCode)) {
    const [, body = '', digits = ''] = match;
    const at = match.indices?.[2]?.[0];
    const known = [...(evidence.codes.get(body) ?? [])];
    if (at === undefined || known.length < 2 || known.includes(digits)) continue;
    const seam = sharedDigit(digits, at, known);
    if (seam !== null) seams.push(seam);
  }
  return seams;
}

/** "174" is 14 and 17 with the 1 shared: which of the last two digits is old, the years tell. */
function sharedDigit(digits: string, at: number, known: readonly string[]): Seam | null {
  const [shared = '', second = '', third = ''] = digits;
  const years = [shared + second, shared + third];
  if (!years.every((year) => known.includes(year)) || second === third) return null;
  const secondSpan: Span = [at + 1, at + 2];
  const thirdSpan: Span = [at + 2, at + 3];
  return second < third
    ? replaced(secondSpan, thirdSpan, 'likely', 'two years share a digit')
    : replaced(thirdSpan, secondSpan, 'likely', 'two years share a digit');
}
