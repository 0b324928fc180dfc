/**
 * Pairs of words with a blank between them of which a sentence holds one: two prepositions ("for of the"), two
 * quantities ("some all members"), two small numbers ("within 6 9 months"), two forms of one word ("region regions"),
 * two participles ("been adopted revised by"), two things in the plural ("the surveys reports of"). Each family says
 * where its words do follow one another.
 */
import type { Certainty } from '#kernel/reading/index.ts';
import { isEnglish } from '../words/lexicon.ts';

/** Why two words side by side cannot both stand. */
export interface PairReason {
  certainty: Certainty;
  evidence: string;
}

/** The words around a pair: what stands before the first and behind the second, in small letters where they are. */
export interface Surroundings {
  before: string;
  after: string;
}

const listOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const prepositions = listOf('for by with from in at on under into through within among towards');
/** "instead of for", "because of from": the first of them takes "of" with it. */
const takesOf =
  /\b(?:instead|because|out|ahead|regardless|irrespective|independent|independently|speaking|aware)[ \u00a0]$/u;
const quantities = listOf('some any every each several many all few both');
const behindBe = /\b(?:be|been|being|is|are|was|were)[ \u00a0]$/u;
const endsPhrase = /^(?:[,;.:]|[ \u00a0](?:by|in|at|on|to|for|before|after|as|with|within|and|or|until|under)\b|$)/u;
/** Participles that begin a phrase behind another one: "is calculated based on". */
const phraseParticiples = listOf(
  'based related compared combined followed associated concerned needed required provided',
);
/** Participles that another one completes: "shall be considered unauthorized". */
const completed = listOf('considered deemed declared found kept left made presumed held reported');
const opensNoun = /\b(?:the|its|their|our|these|those|all|some|most|several|many|of|such|other)[ \u00a0]$/u;
/** Plurals that stand before another noun as they are. */
const attributivePlurals =
  /(?:ics|ss|us|is|headquarters|premises|communications|operations|systems|sports|savings|goods|customs|news|means|series|services|resources|nations|rights|states|members|affairs|works|relations|data|statistics|sales|arms|standards|users|women|others|various|previous|always|perhaps|besides|as|this|thus)$/u;
const forms = /(?:ing|es|ed|s|d|e)$/;

/** The reason why two words in small letters cannot both stand; `null` where they can. */
export function pairReason(first: string, second: string, around: () => Surroundings): PairReason | null {
  if (first === second) return null;
  if (second === 'of' && prepositions.has(first))
    return { certainty: 'likely', evidence: 'two prepositions side by side' };
  if (first === 'of' && (second === 'for' || second === 'with' || second === 'from')) {
    return takesOf.test(around().before) ? null : { certainty: 'guess', evidence: 'two prepositions side by side' };
  }
  if (quantities.has(first) && quantities.has(second))
    return { certainty: 'likely', evidence: 'two quantities side by side' };
  if (first.length < 5 || second.length < 4) return null;
  if (areForms(first, second)) {
    return /\b(?:to|not)[ \u00a0]$/u.test(around().before)
      ? null
      : { certainty: 'likely', evidence: 'two forms of one word' };
  }
  if (first.endsWith('ed') && second.endsWith('ed') && !phraseParticiples.has(second) && !completed.has(first)) {
    const { before, after } = around();
    return behindBe.test(before) && endsPhrase.test(after)
      ? { certainty: 'likely', evidence: 'two participles side by side' }
      : null;
  }
  if (first.endsWith('s') && second.endsWith('s') && isPlural(first) && isPlural(second)) {
    const { before, after } = around();
    return opensNoun.test(before) && endsNoun.test(after)
      ? { certainty: 'guess', evidence: 'two things in the plural side by side' }
      : null;
  }
  return null;
}

const endsNoun =
  /^(?:[,;.:]|[ \u00a0](?:of|in|for|to|by|on|at|and|or|that|which|who|with|from|within|between|shall|should|may|must|will|can|are|have|were|under|as)\b|$)/u;

function isPlural(word: string): boolean {
  return word.length > 4 && !attributivePlurals.test(word) && isEnglish(word);
}

/** "promote promotes", "region regions": the same stem with other endings, none of them a word of another kind. */
function areForms(first: string, second: string): boolean {
  const stem = first.replace(forms, '');
  return stem.length >= 4 && stem === second.replace(forms, '') && isEnglish(first) && isEnglish(second);
}

const numbers = /(?<=\p{Ll}[ \u00a0])(\d{1,2})([ \u00a0])(\d{1,2})(?=[ \u00a0]\p{Ll}{3,})/dgu;
/** Words that a number is the name of: "paragraph 6 9", "on 6 9 May" are no quantities. */
const naming =
  /(?:annex|article|chapter|clause|goal|group|item|number|objective|outcome|output|paragraph|part|question|resolution|resolves|section|table|target|and|on|[a-z]\))[ \u00a0]$/iu;

/** Two small numbers before one thing: "within 6 9 months". Spans of the two numbers. */
export function doubledNumbers(text: string): { first: [number, number]; second: [number, number] }[] {
  if (!/\d[ \u00a0]\d/.test(text)) return [];
  return [...text.matchAll(numbers)].flatMap((match) => {
    const first = match.indices?.[1];
    const second = match.indices?.[3];
    if (first === undefined || second === undefined || match[1] === match[3]) return [];
    return naming.test(text.slice(Math.max(0, match.index - 24), match.index)) ? [] : [{ first, second }];
  });
}
