/** Lines that print an element of a plan with the word of its level: "Objective a.1: …", "Pillar II – …". */
import { codedLine, codeOf, type Code } from './code.ts';
import { keyOfWords, levelNameAtStart, type LevelName } from './words.ts';

/** Words that stand for levels in one document only. */
export interface OwnWords {
  /** "SO" where the document says "Strategic Objective (SO)". */
  abbreviations: ReadonlyMap<string, LevelName>;
  /** Words that number its elements though no plan we know uses them: "Flagship". In lower case. */
  levels: ReadonlyMap<string, LevelName>;
}

/** A document without words of its own. */
export const noOwnWords: OwnWords = { abbreviations: new Map(), levels: new Map() };

export interface Worded {
  level: LevelName;
  code: Code | null;
  text: string;
}

const numberWords = 'One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve';
const afterName = new RegExp(
  `^\\s+(?:\\([A-Z]{2,5}s?\\)\\s*)?(?:No\\.?\\s*)?((?:[A-Za-z]{1,4}[.\\-]?)?\\d{1,3}(?:[.\\-/](?:\\d{1,3}|[A-Za-z](?![A-Za-z])))*[a-z]?|[IVX]{1,5}|[A-Za-z](?:[.\\-]\\d{1,3})*|${numberWords})(?![A-Za-z0-9%])\\s*([.:)–—-]*)\\s*`,
);
const plainNames = /^(?:value|principle|criterion|question|contribution|theme|support-service)$/;

/**
 * An element printed with its level, or `null`. Without punctuation after the code the words must begin like a title
 * ("Goal 5 Partnership"), so that sentences ("Output 2.1 will contribute …") are none.
 */
export function wordedLine(raw: string, own: OwnWords): Worded | null {
  const start = ownName(raw, own) ?? knownName(raw);
  if (start === null || start.level.plural) return null;
  const match = afterName.exec(start.rest);
  if (match === null) return uncoded(start.level, start.rest);
  const [whole, printed = '', marks = ''] = match;
  const text = start.rest.slice(whole.length).replace(/\s+/g, ' ').trim();
  if (marks === '' && !/^(?:[A-Z(["“‘]|$)/.test(text)) return null;
  if (marks === '' && /^[A-Za-z]$/.test(printed) && text !== '') return null;
  return { level: start.level, code: codeOfWords(printed), text };
}

/** "Two" counts like 2. */
function codeOfWords(printed: string): Code {
  const number = numberWords.split('|').indexOf(printed) + 1;
  return number === 0 ? codeOf(printed) : { ...codeOf(String(number)), printed };
}

function knownName(raw: string): { level: LevelName; rest: string } | null {
  if (!/^\s*[A-Z]/.test(raw)) return null;
  return levelNameAtStart(raw.trimStart());
}

/** A word that only this document uses, or its abbreviation glued to the number: "SO 1", "SO1.2". */
function ownName(raw: string, own: OwnWords): { level: LevelName; rest: string } | null {
  const [word = ''] = /^\s*[A-Z]{2,5}(?=[ .-]?\d)/.exec(raw) ?? [];
  const short = own.abbreviations.get(word.trim());
  if (short !== undefined) return { level: short, rest: ` ${raw.slice(word.length).replace(/^[ .-]/, '')}` };
  const [words = ''] = /^\s*[A-Z][A-Za-z-]+(?: [A-Za-z]+){0,2}(?= [0-9IVXA-Z])/.exec(raw) ?? [];
  const level = own.levels.get(words.trim().toLowerCase());
  return level === undefined ? null : { level, rest: raw.slice(words.length) };
}

/** "Programme: Digital skills", "Objective of the Organization: …". */
function uncoded(level: LevelName, rest: string): Worded | null {
  const match =
    /^(?:\s+of the (?:organi[sz]ation|union|secretariat|sub-?programme|programme|project|plan|strategy))?\s*(?::|\s[–—-]\s)\s*/i.exec(
      rest,
    );
  if (match === null || plainNames.test(level.key)) return null;
  const text = rest.slice(match[0].length).replace(/\s+/g, ' ').trim();
  return text === '' ? null : { level, code: null, text };
}

/** Words that number things which are no elements of a plan. */
const otherThings =
  /^(?:the )?(?:table|figure|fig|annex|appendix|chapter|section|article|resolution|decision|recommendation|question|part|page|box|note|step|phase|session|item|attachment|document|version|rule|paragraph|volume|number|no|day|week|month|quarter|year|class|group|option|example|case|map|chart|graph|form|sheet|slide|room|level|tier|stage|series|report|meeting|study group|working group|agenda item|proposal|sdg|sdgs|goal|act|law|directive|regulation|zone|region|round|category|type|lot|unit|schedule|january|february|march|april|may|june|july|august|september|october|november|december)$/i;
const numbered = /^([A-Z][A-Za-z-]+(?: [A-Za-z]+){0,2}) (\d{1,2}|[IVX]{1,4}|[A-Z])\s*(?:[:–—]|-\s|\.\s)\s*\S/;

/**
 * Words that number at least two elements from 1 (I, A) upwards in this document, and abbreviations that it gives its
 * own levels in brackets.
 */
export function ownWordsOf(texts: Iterable<string>): OwnWords {
  const counts = new Map<string, { printed: string; codes: Set<string> }>();
  const abbreviations = new Map<string, LevelName>();
  for (const text of texts) {
    for (const match of text.matchAll(/\(([A-Z]{2,5})s?\)/g)) {
      const level = abbreviated(text.slice(Math.max(0, match.index - 60), match.index), match[1] ?? '');
      if (level !== null) abbreviations.set(match[1] ?? '', level);
    }
    const [, words = '', code = ''] = numbered.exec(text.slice(0, 100)) ?? [];
    if (words === '' || otherThings.test(words) || levelNameAtStart(words) !== null) continue;
    const seen = counts.get(words.toLowerCase()) ?? { printed: words, codes: new Set() };
    seen.codes.add(code);
    counts.set(words.toLowerCase(), seen);
  }
  const levels = new Map<string, LevelName>();
  for (const [words, { printed, codes }] of counts) {
    if (!['1', 'I', 'A'].some((first) => codes.has(first)) || codes.size < 2) continue;
    const subject = /\barea$/.test(words) ? 'area' : 'other';
    levels.set(words, { key: keyOfWords(words), name: printed, subject, qualified: false, plural: false });
  }
  return { abbreviations, levels };
}

/** The level named right before a bracket whose letters are its initials. */
function abbreviated(before: string, letters: string): LevelName | null {
  const words = before.trim().split(/\s+/).slice(-letters.length);
  if (words.length !== letters.length) return null;
  if (words.map((word) => word.charAt(0).toUpperCase()).join('') !== letters) return null;
  const start = levelNameAtStart(words.join(' '));
  return start?.rest === '' ? { ...start.level, plural: false } : null;
}

/** A code in front of another ("1. R.1 (…)"): the number is the list's, the code is the element's. */
export function codedElement(raw: string): (ReturnType<typeof codedLine> & { skipped: string | null }) | null {
  const outer = codedLine(raw);
  if (outer === null) return null;
  const inner = outer.listNumber && /^\d/.test(outer.code.printed) ? codedLine(outer.text) : null;
  if (inner !== null && /^[A-Za-z]/.test(inner.code.printed) && !inner.listNumber) {
    return { ...inner, skipped: outer.code.printed };
  }
  return { ...outer, text: outer.text.replace(/\s+/g, ' '), skipped: null };
}
