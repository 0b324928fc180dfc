/**
 * Finds where clauses stand run together in one paragraph: "9 that …; 10 that …; 11 that …". A label counts only in a
 * chain, each the next of the one before ("1.1" under "1", "b)" after "a)"), set off by the punctuation of a list.
 */
import { coreAt, indexOf, labelOf, type Family, type PrintedLabel } from '../labels/label.ts';
import { openingVerb } from '../legal/vocabulary.ts';

/** Where a clause begins inside a paragraph. */
export interface Cut {
  /** Index of the label; of the heading before it, where one stands there. */
  at: number;
  label: string;
  /** Index of the first word after the label. */
  words: number;
  /** The heading that stands between the clause before and this one ("instructs the Secretary-General"). */
  heading: string | null;
}

interface Chain {
  family: Family;
  closing: string;
  /** Of the item that stands last. */
  index: number;
  /** "5." for 5.1, 5.2. */
  prefix: string;
  cuts: Cut[];
  /** It begins with the label of the paragraph itself, or with a heading: then one further item is enough. */
  least: number;
}

const candidate = /\s(\(?\d{1,2}(?:\.\d{1,2}){0,3}|\(?[a-z]\)|\(?[ivx]{1,5}\)|[-–—•·])\s+(?=[\p{L}"“(])/gu;
/** Words of a sentence that is ordered or stated: what stands after a label. */
const clauseWords =
  /^(?:to|that|the|in|on|an?|its?|for|by|with|within|as|any|all|each|whether|how|when|where|\p{Ll}{3,})\b/u;
const abbreviation = /\b(?:Nos?|Arts?|Rev|paras?|pp?|Vol|Fig|Res|Rec|cf|vs?|Annex)\.$/i;

/**
 * The clauses inside a paragraph, in order; empty where nothing is sure.
 * @param own label of the paragraph; `null` without one
 * @param next label of the paragraph after it: where that goes on from the first, what stands inside does not
 */
export function clausesInside(text: string, own: PrintedLabel | null, next: PrintedLabel | null): Cut[] {
  const open: Chain[] = [];
  const all: Chain[] = [];
  const add = (chain: Chain): void => {
    open.push(chain);
    all.push(chain);
  };
  const first = own === null ? null : chainFrom(own, 1);
  if (first !== null) add(first);
  for (const found of text.matchAll(candidate)) {
    const printed = found[1] ?? '';
    const at = found.index + 1;
    const label = labelOf(`${printed}\t`, false);
    if (label === null || at < (own?.length ?? 0)) continue;
    const lead = text.slice(0, found.index).trimEnd();
    const cut: Cut = { at, label: printed, words: found.index + found[0].length, heading: null };
    const after = text.slice(cut.words, cut.words + 40);
    if (goesOn(open, label, lead, after, cut)) continue;
    const begun = begins(open, label, lead, after, cut, text);
    if (begun !== null) add(begun);
  }
  const sure = all.filter((chain) => chain.cuts.length >= chain.least && !contradicted(chain, first, next));
  return sure.flatMap((chain) => chain.cuts).sort((one, other) => one.at - other.at);
}

/** Takes a label that is the next of an open list. */
function goesOn(open: Chain[], label: PrintedLabel, lead: string, after: string, cut: Cut): boolean {
  const at = open.findLastIndex((chain) => isNext(chain, label));
  const chain = open[at];
  if (chain === undefined) return false;
  const end = lead.replace(/\s(?:and|or)$/, '').at(-1) ?? '';
  const ended = chain.family === 'mark' ? /[;:,.]/.test(end) : end === ';' || (end === '.' && !abbreviation.test(lead));
  if (!ended || (isCounted(chain.family) && !clauseWords.test(after))) return false;
  chain.cuts.push(cut);
  if (chain.family !== 'mark') chain.index++;
  open.length = at + 1;
  return true;
}

const isCounted = (family: Family): boolean => family === 'number' || family === 'decimal';

function isNext({ family, closing, index, prefix }: Chain, label: PrintedLabel): boolean {
  if (label.families.includes('mark')) return family === 'mark' && closing === label.core;
  return closing === closingOf(label) && label.core === coreAt(family, index + 1, prefix);
}

/** A label that begins a list: after a colon inside a clause, or after a heading that stands in the paragraph. */
function begins(
  open: readonly Chain[],
  label: PrintedLabel,
  lead: string,
  after: string,
  cut: Cut,
  text: string,
): Chain | null {
  const isDecimal = label.families.includes('decimal');
  if (isDecimal) {
    const number = open.findLast((chain) => isCounted(chain.family));
    const parent = number === undefined ? '' : `${number.prefix}${number.index}.`;
    if (parent === '' || label.core !== `${parent}1` || !/[:;.]$/.test(lead)) return null;
    return { family: 'decimal', closing: closingOf(label), index: 1, prefix: parent, cuts: [cut], least: 2 };
  }
  if (lead.endsWith(':') && !label.families.includes('number')) {
    const chain = chainFrom(label, 2);
    return chain === null ? null : { ...chain, cuts: [cut] };
  }
  if (!/^(?:1|a)$/.test(label.core) || !/^(?:to|that|the)\b/.test(after)) return null;
  const from = headingBefore(lead);
  const chain = from === null ? null : chainFrom(label, 2);
  if (from === null || chain === null) return null;
  const heading = text.slice(from, cut.at).trim().replace(/,$/, '');
  return { ...chain, cuts: [{ ...cut, at: from, heading }] };
}

/** A list of which the label is the first to be seen. */
function chainFrom(label: PrintedLabel, least: number): Chain | null {
  const [family] = label.families;
  if (family === undefined || label.repetition !== '') return null;
  if (family === 'mark') return { family, closing: label.core, index: 0, prefix: '', cuts: [], least };
  const roman = /^i+$/.test(label.core) && label.families.includes('roman') ? 'roman' : family;
  const index = indexOf(roman, label.core);
  if (index === null) return null;
  const prefix = family === 'decimal' ? label.core.slice(0, label.core.lastIndexOf('.') + 1) : '';
  return { family: roman, closing: closingOf(label), index, prefix, cuts: [], least };
}

const closingOf = (label: PrintedLabel): string => `${label.opening}${label.closing.replace('.', '')}`;

/** Longest heading that is found inside a paragraph, in characters. */
const longest = 330;

/** Where a heading begins that ends the words given, after a comma or stop: "…, instructs the Secretary-General". */
export function headingBefore(lead: string): number | null {
  const from = Math.max(0, lead.length - longest);
  const window = lead.slice(from);
  for (const found of [...window.matchAll(/[,.;]\s+(?=\p{Ll})/gu)].reverse()) {
    const at = found.index + found[0].length;
    const phrase = window.slice(at);
    if (/[.;:]/.test(phrase.slice(0, -1)) || /\b(?:that|shall|which)\b/.test(phrase)) continue;
    const verb = openingVerb(phrase);
    if (verb === null || !verb.known) continue;
    if (verb.part === 'operative' || phrase.split(/\s+/).length <= 3) return from + at;
  }
  return null;
}

/** The paragraph after it counts on from the first label: what looks like the next ones inside belongs to the sentence. */
function contradicted(chain: Chain, first: Chain | null, next: PrintedLabel | null): boolean {
  return chain === first && next !== null && chain.cuts[0]?.label === next.printed;
}
