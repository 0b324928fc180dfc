/**
 * Suggests what a request, a mission or an activity serves: elements of plans, clauses, texts. Each suggestion has its
 * reason in words and the two passages it rests on; without the passages there is no suggestion. A person decides.
 */
import { topics } from '#data/topics.ts';
import { topicsIn } from '#kernel/topics.ts';
import type { Reference } from '#kernel/reference.ts';
import { foldWords } from '../query.ts';
import { placesOfTerms, sentencesOf, termsOf, weightOf, type Sentence } from './terms.ts';

/** What is to be tied, field by field as its page shows it. */
export interface Asked {
  /** `core`: what it is about (title, what is asked for); the rest is said beside. */
  fields: readonly { key: string; name: string; text: string; core: boolean }[];
}

/** What it may be tied to. */
export interface Target extends Reference {
  address: string;
  /** "Action D.1.3", "Resolution 9, resolves 2", "Resolution 9 (Rev. Apia, 2025) – Warnings". */
  title: string;
  text: string;
}

/** Words of one of the two things, and where they stand. */
export interface Quoted {
  /** Key of the field of what is tied; `null` for the target. */
  field: string | null;
  text: string;
  from: number;
  to: number;
}

export interface Suggestion {
  target: Target;
  /** `named`: the request names it; `topic`: both are about the same; `phrase`: both use the same turn of words. */
  rule: 'named' | 'topic' | 'phrase';
  certainty: 'likely' | 'guess';
  /** For the order: what is named stands before what only sounds alike. */
  points: number;
  why: string;
  passages: [Quoted, Quoted];
}

/** A turn of words of so many terms in a row, in both, is no chance. */
const leastPhrase = 3;
/** A topic of more than a third of the things tells none of them apart; in small registers, of more than five. */
const tells = (things: number, having: number): boolean => having <= Math.max(5, things / 3);

interface Part {
  sentence: Sentence;
  terms: readonly string[];
  topics: readonly string[];
}

interface Prepared {
  target: Target;
  parts: Part[];
}

type Said = Part & { key: string; core: boolean };

/**
 * The best suggestions, strongest first.
 * @param most of each kind of target
 */
export function suggestTies(asked: Asked, targets: readonly Target[], most = 5): Suggestion[] {
  const prepared = targets.map((target): Prepared => ({ target, parts: sentencesOf(target.text).map(partOf) }));
  const said = asked.fields.flatMap(({ key, core, text }) =>
    sentencesOf(text).map((sentence): Said => ({ ...partOf(sentence), key, core })),
  );
  const weigh = weightsOf(prepared);
  const found = prepared.flatMap((one) => named(one, said) ?? byWords(one, said, weigh) ?? []);
  found.sort((a, b) => b.points - a.points || a.target.title.localeCompare(b.target.title, 'en', { numeric: true }));
  const counts = new Map<string, number>();
  return found.filter(({ target }) => {
    const count = (counts.get(target.kind) ?? 0) + 1;
    counts.set(target.kind, count);
    return count <= most;
  });
}

const partOf = (sentence: Sentence): Part => ({
  sentence,
  terms: termsOf(sentence.text),
  topics: topicsIn(sentence.text),
});

/** How much a topic, or a term, says among the targets; nothing where it stands in too many. */
function weightsOf(prepared: readonly Prepared[]): (kind: 'topic' | 'term', word: string) => number {
  const counts = new Map<string, number>();
  for (const { parts } of prepared) {
    const own = new Set(
      parts.flatMap(({ terms, topics }) => [
        ...terms.map((term) => `term ${term}`),
        ...topics.map((code) => `topic ${code}`),
      ]),
    );
    for (const key of own) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return (kind, word) => {
    const having = counts.get(`${kind} ${word}`) ?? 0;
    return having > 0 && tells(prepared.length, having) ? weightOf(prepared.length, having) : 0;
  };
}

// ---------------------------------------------------------------- named

/** What the names of things are made of; "Resolution 9" is not named by "Resolution 93". */
const boundary = (name: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}.])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+')}(?![\\p{L}\\p{N}]|\\.\\d)`,
    'u',
  );

function named({ target, parts }: Prepared, said: readonly Said[]): Suggestion | null {
  const names = namesOf(target);
  if (names === null) return null;
  const hit = said.find(({ sentence }) => names.every((name) => name.test(foldWords(sentence.text))));
  const first = parts[0]?.sentence;
  if (hit === undefined || first === undefined) return null;
  return {
    target,
    rule: 'named',
    certainty: 'likely',
    points: 100_000,
    why: `The request names ${target.title}.`,
    passages: [quoted(hit.key, hit.sentence), quoted(null, first)],
  };
}

/** All of these must stand in one sentence for the target to be named; `null` where it has no name of its own. */
function namesOf({ kind, title }: Target): RegExp[] | null {
  const folded = foldWords(title);
  if (kind === 'clause') {
    const [instrument, place] = folded.split(', ');
    return instrument === undefined || place === undefined || !/\d/.test(place)
      ? null
      : [boundary(instrument), boundary(place)];
  }
  if (kind === 'revision') {
    const [, instrument, revision] = /^(\p{L}+ [\p{L}\d-]+)(?: \((.+?)\))?(?: –|$)/u.exec(folded) ?? [];
    return instrument === undefined || revision === undefined ? null : [boundary(instrument), boundary(revision)];
  }
  if (kind === 'plan-node') {
    const code = /[\p{L}\d]+(?:[.-][\p{L}\d]+)+$/u.exec(folded)?.[0];
    return code === undefined ? null : [boundary(code), /\bplan\b|\bpillar\b|\bobjective\b|\boutcome\b|\baction\b/u];
  }
  return null;
}

// ---------------------------------------------------------------- about the same

/** A whole text speaks of too much to be meant by its words: it has to be named, or one of its clauses is. */
const byWords = (one: Prepared, said: readonly Said[], weigh: ReturnType<typeof weightsOf>): Suggestion | null =>
  one.target.kind === 'revision' ? null : (onTopic(one, said, weigh) ?? inPhrase(one, said));

/** The two sentences that share the topics that tell most; words in common bring them forward. */
function onTopic(
  { target, parts }: Prepared,
  said: readonly Said[],
  weigh: ReturnType<typeof weightsOf>,
): Suggestion | null {
  let best: { points: number; topics: string[]; one: Said; other: Part } | null = null;
  for (const one of said) {
    if (one.topics.length === 0) continue;
    for (const other of parts) {
      const topics = one.topics.filter((code) => other.topics.includes(code) && weigh('topic', code) > 0);
      // What is only said beside needs a second topic.
      if (topics.length === 0 || (!one.core && topics.length < 2)) continue;
      const ofTopics = topics.reduce((sum, code) => sum + weigh('topic', code), 0) * (one.core ? 2 : 1);
      const ofTerms = sharedTerms(one, other).reduce((sum, term) => sum + weigh('term', term), 0);
      const points = 10 * ofTopics + 6 * ofTerms;
      if (points > (best?.points ?? 0)) best = { points, topics, one, other };
    }
  }
  if (best === null) return null;
  const names = best.topics.map((code) => nameOf.get(code) ?? code);
  return {
    target,
    rule: 'topic',
    certainty: 'guess',
    points: best.points,
    why: `Both speak of ${listed(names)}.`,
    passages: [quoted(best.one.key, best.one.sentence), quoted(null, best.other.sentence)],
  };
}

/** Names of topics as they stand within a sentence: "ICT policy" keeps its capitals. */
const nameOf = new Map(
  topics.map(({ code, label }) => [
    code,
    /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label,
  ]),
);

function sharedTerms(one: Part, other: Part): string[] {
  const theirs = new Set(other.terms);
  return [...new Set(one.terms)].filter((term) => theirs.has(term));
}

/** The longest turn of words that a sentence of each has in common. */
function inPhrase({ target, parts }: Prepared, said: readonly Said[]): Suggestion | null {
  let best: { length: number; one: Said; other: Part; from: number } | null = null;
  for (const one of said) {
    for (const other of parts) {
      const { length, from } = longestRun(one.terms, other.terms);
      if (length >= leastPhrase && length > (best?.length ?? 0)) best = { length, one, other, from };
    }
  }
  if (best === null) return null;
  const { one, other, from, length } = best;
  return {
    target,
    rule: 'phrase',
    certainty: 'guess',
    points: length,
    why: `Both say “${asPrinted(one.sentence.text, from, length)}”.`,
    passages: [quoted(one.key, one.sentence), quoted(null, other.sentence)],
  };
}

/** The longest run of terms that stands in both lists, and where it begins in the first. */
function longestRun(one: readonly string[], other: readonly string[]): { length: number; from: number } {
  let best = { length: 0, from: 0 };
  let before: number[] = [];
  one.forEach((term, index) => {
    const now = other.map((same, at) => (same === term ? (before[at - 1] ?? 0) + 1 : 0));
    const length = Math.max(0, ...now);
    if (length > best.length) best = { length, from: index - length + 1 };
    before = now;
  });
  return best;
}

const quoted = (field: string | null, { text, from, to }: Sentence): Quoted => ({ field, text, from, to });

/** The words of a run of terms as a sentence prints them, with the small words between. */
function asPrinted(sentence: string, from: number, length: number): string {
  const places = placesOfTerms(sentence).slice(from, from + length);
  return sentence.slice(places[0]?.from ?? 0, places.at(-1)?.to ?? sentence.length);
}

function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
