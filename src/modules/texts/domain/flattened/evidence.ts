/**
 * What the whole document, and general knowledge, say about doubtful words: which words it uses elsewhere, which places
 * and years it names cleanly, which replacements it shows where nothing is in doubt.
 */
import { conferences } from '#data/conferences.ts';
import { isEnglish } from '../words/lexicon.ts';
import { properName } from '../words/revision.ts';

export interface Evidence {
  /** How often each word stands in the document, lower case. */
  words: Map<string, number>;
  /** The same for words with their capitals as printed. */
  printed: Map<string, number>;
  /** "private sector", "cross border": words found side by side, of those that were asked for. */
  neighbours: Set<string>;
  /** Periods written with a hyphen: "2016-2019". */
  periods: Set<string>;
  /** Places of conferences, as written, with the years named with them. */
  places: Map<string, Set<number>>;
  /** Bodies that are named with a two-digit year: "WTDC-14". */
  codes: Map<string, Set<string>>;
  /** Replacements seen where they are unambiguous: "Dubai>Buenos Aires", "2014>2017", how often. */
  learned: Map<string, number>;
  /** How often the deleted part was printed first, and the inserted one, where years tell which is which. */
  order: { deletedFirst: number; insertedFirst: number };
  /** Words, as printed, that were looked at and hold no seam: most words come many times. */
  whole: Set<string>;
}

const cleanRevision =
  /\(\s*(?:rev\.?\s*)?(\p{Lu}[\p{L}.'’‑-]*(?:[ \u00a0]\p{L}[\p{L}.'’‑-]*){0,3})\s*,\s*((?:19|20)\d\d)\s*\)/giu;
const cleanCode = /\b(\p{Lu}{2,6})[-‑](\d{2})(?!\d)/gu;
const period = /(?<!\d)((?:19|20)\d\d)\s?[-–‑]\s?((?:19|20)\d\d)(?!\d)/gu;
const wordPattern = /\p{L}[\p{L}’']*/gu;
const wordOrGap = /\p{L}[\p{L}’']*|\P{L}+/gu;

/** Reads the document's own habits out of its lines. */
export function collectEvidence(texts: readonly string[]): Evidence {
  const evidence: Evidence = {
    words: new Map(),
    printed: new Map(),
    neighbours: new Set(),
    periods: new Set(),
    places: new Map(),
    codes: new Map(),
    learned: new Map(),
    order: { deletedFirst: 0, insertedFirst: 0 },
    whole: new Set(),
  };
  for (const { place, year, body } of conferences) {
    addTo(evidence.places, place, year);
    addTo(evidence.codes, body, String(year).slice(2));
  }
  const wordsOfTexts = texts.map((text) => text.match(wordPattern) ?? []);
  texts.forEach((text, index) => {
    for (const word of wordsOfTexts[index] ?? []) count(evidence.printed, word);
    if (!/\d\d/.test(text)) return;
    for (const [, place = '', year] of text.matchAll(cleanRevision))
      addTo(evidence.places, properName(place), Number(year));
    for (const [, body = '', year = ''] of text.matchAll(cleanCode)) addTo(evidence.codes, body, year);
    for (const [, first, last] of text.matchAll(period)) evidence.periods.add(`${first}-${last}`);
  });
  for (const [word, uses] of evidence.printed) {
    const low = word.toLowerCase();
    evidence.words.set(low, (evidence.words.get(low) ?? 0) + uses);
  }
  findNeighbours(texts, wordsOfTexts, evidence);
  return evidence;
}

/** Only words whose fusion stands in the document can be in question, so only their pairs are looked for. */
function findNeighbours(texts: readonly string[], wordsOfTexts: readonly string[][], evidence: Evidence): void {
  const asked = new Set<string>();
  const secondParts = new Map<string, Set<string>>();
  for (const word of evidence.words.keys()) {
    if (word.length < 5 || word.length > 40 || isEnglish(word)) continue;
    for (let cut = 1; cut < word.length; cut++) {
      const first = word.slice(0, cut);
      const second = word.slice(cut);
      if (!evidence.words.has(first) || !evidence.words.has(second)) continue;
      addTo(secondParts, first, second);
      asked.add(`${first} ${second}`);
    }
  }
  if (asked.size === 0) return;
  const lower = new Map([...evidence.printed.keys()].map((word) => [word, word.toLowerCase()]));
  texts.forEach((text, index) => {
    const words = wordsOfTexts[index] ?? [];
    const holdsPair = words.some((word, at) =>
      secondParts.get(lower.get(word) ?? '')?.has(lower.get(words[at + 1] ?? '') ?? ''),
    );
    if (!holdsPair) return;
    // Words and what stands between them take turns.
    const pieces = text.match(wordOrGap) ?? [];
    for (let at = 0; at + 2 < pieces.length; at++) {
      if (pieces[at + 1]?.length !== 1) continue;
      const pair = `${pieces[at]?.toLowerCase()} ${pieces[at + 2]?.toLowerCase()}`;
      if (asked.has(pair)) evidence.neighbours.add(pair);
    }
  });
}

function addTo<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([value]));
  else known.add(value);
}

function count(map: Map<string, number>, key: string): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}

/** Remembers a replacement that was read without doubt. */
export function learn(evidence: Evidence, old: string, next: string): void {
  if (old !== next) count(evidence.learned, `${old}>${next}`);
}

/**
 * What the writers of a document print first, the words struck out or those put in their place, as its years show;
 * `null` where too few do. Words, labels and signs that could be read both ways are read so.
 */
export function printedFirst({ order }: Evidence): 'deleted' | 'inserted' | null {
  if (order.insertedFirst >= 2 && order.insertedFirst > 2 * order.deletedFirst) return 'inserted';
  return order.deletedFirst >= 2 && order.deletedFirst > 2 * order.insertedFirst ? 'deleted' : null;
}

/** Whether the writers type before they strike out; the other order is the rule where nothing shows it. */
export function typesFirst(evidence: Evidence): boolean {
  return printedFirst(evidence) === 'inserted';
}

/** Which way a pair was replaced elsewhere: 1 first to second, -1 second to first, 0 not known. */
export function learnedOrder(evidence: Evidence, first: string, second: string): -1 | 0 | 1 {
  const forward = evidence.learned.get(`${first}>${second}`) ?? 0;
  const backward = evidence.learned.get(`${second}>${first}`) ?? 0;
  return forward > backward ? 1 : backward > forward ? -1 : 0;
}

/** True for an English word, or one that the document uses elsewhere often enough not to be a seam itself. */
export function isWord(evidence: Evidence, word: string, leastUses = 3): boolean {
  return isEnglish(word) || (evidence.words.get(word) ?? 0) >= leastUses;
}
