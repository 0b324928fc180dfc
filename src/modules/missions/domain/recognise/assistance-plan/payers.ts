/** Who pays, as the words beside a cost say it. */
import type { AssistancePlan } from '#kernel/reading/index.ts';
import { countriesIn } from '#kernel/countries.ts';

type Payers = AssistancePlan['costs'][number]['payers'];

/** Names that stand for the three sides in this plan. */
export interface Parties {
  /** Abbreviations of the organiser of the mission, as the form names it. */
  organiser: string[];
  /** Organisations of the experts. */
  offerer: string[];
  /** Countries the plan is for, ISO 3166-1 alpha-2. */
  beneficiary: string[];
}

/** Where a line without a column for payers names one: in brackets at its end, or behind words of paying. */
const paying =
  /\b(?:to be )?(?:paid|borne|covered|funded|financed|met|provided|sponsored|supported|charged)\s+(?:by|from|to)\s+(?:the\s+)?([^,;.()]{2,80})/iu;
const bracketed = /\(([^()]{2,60})\)\s*[.;]?$/u;
/** "The experts bear all costs": who pays before the word for it. */
const bearing =
  /(?:^|[;:.,]\s)((?:\p{L}[\p{L}.'’-]*\s){1,6}?)(?:will |shall |would |can )?(?:bears?|pays?|covers?|meets?|finances?|funds?)\s+(?:all|the|its|their|our|these|this|for)\b/iu;
/** What the offering side gives without pay. */
const free = /\b(?:in[- ]kind|pro bono|free of charge|at no (?:cost|charge))\b/iu;
const shareBefore =
  /(\d{1,3}(?:[.,]\d+)?)\s?%\s*(?:by|from|:|–|-|=)?\s*(?:the\s+)?([\p{L}][^,;%()\d]{1,60}?)(?=\s*(?:[,;/+&()]|and\b|$))/giu;
const shareAfter = /([\p{L}][^,;%()\d:]{1,60}?)\s*[:(–-]?\s*(\d{1,3}(?:[.,]\d+)?)\s?%/giu;

/**
 * The payers a text names.
 *
 * @param stated true for a cell that holds nothing but payers
 */
export function payersOf(text: string, stated: boolean, parties: Parties): Payers {
  const words = text.trim();
  if (words === '') return [];
  const shared = shares(words, parties);
  if (shared.length > 0) return shared;
  if (!stated && free.test(words)) return [{ who: 'offerer', share: 1 }];
  const named = stated
    ? words
    : (paying.exec(words)?.[1] ?? bearing.exec(words)?.[1] ?? bracketed.exec(words)?.[1] ?? null);
  if (named === null) return [];
  const known = named
    .split(/\s*(?:,|;|\/|\+|&|\band\b)\s*/u)
    .map((name) => who(name, parties))
    .filter((name, at, all): name is string => name !== null && all.indexOf(name) === at);
  if (known.length > 0) return known.map((name) => ({ who: name, share: known.length === 1 ? 1 : null }));
  return stated || paying.test(words) ? [{ who: named.trim(), share: 1 }] : [];
}

function shares(words: string, parties: Parties): Payers {
  const first = [...words.matchAll(shareBefore)].map((match) => ({ name: match[2] ?? '', share: match[1] ?? '' }));
  const pairs =
    first.length > 0
      ? first
      : [...words.matchAll(shareAfter)].map((match) => ({ name: match[1] ?? '', share: match[2] ?? '' }));
  return pairs.flatMap(({ name, share }) => {
    const cleaned = name.replace(/^(?:.*\b(?:by|from)\s+(?:the\s+)?)/iu, '').trim();
    const side = who(cleaned, parties) ?? (cleaned === '' ? null : cleaned);
    return side === null ? [] : [{ who: side, share: Number(share.replace(',', '.')) / 100 }];
  });
}

/** Which of the three sides a name means; `null` for other names. */
function who(name: string, parties: Parties): string | null {
  const text = name.trim().replace(/^the\s+/iu, '');
  const is = (names: readonly string[]): boolean =>
    names.some(
      (one) => one !== '' && new RegExp(`(?<![\\p{L}\\p{N}])${escaped(one)}(?![\\p{L}\\p{N}])`, 'iu').test(text),
    );
  if (is(parties.organiser) || /\borgani[sz]ers?\b|\bsecretariat\b/iu.test(text)) return 'apt';
  // "Institute" is short for the experts' own, "Ministry" for the side that asked.
  const isShort = text.length > 3 && !text.includes(' ');
  const own = parties.offerer.some((one) =>
    one
      .toLowerCase()
      .split(/\P{L}+/u)
      .includes(text.toLowerCase()),
  );
  if (isShort && own) return 'offerer';
  const asking =
    /\b(?:beneficiar\w+|recipient|host|requesting|local (?:side|government|authorit\w+))\b|^(?:ministry|government|administration)$/iu;
  if (asking.test(text)) return 'beneficiary';
  if (countriesIn(text).some((country) => parties.beneficiary.includes(country.iso2))) return 'beneficiary';
  const ourselves =
    /^(?:us|we|ours?(?: own)?(?: (?:organi[sz]ation|side|company|funds?|budget|costs?))?|own (?:funds?|budget|costs?|resources|contributions?)|self(?:[- ]funded)?|in[- ]kind|experts?(?:' organi[sz]ation)?|offer(?:er|or|ing (?:side|organi[sz]ation)))$/iu;
  return is(parties.offerer) || ourselves.test(text) ? 'offerer' : null;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}
