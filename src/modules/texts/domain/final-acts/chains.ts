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

/** The labels around a paragraph; `null` where there is none. */
export interface LabelsAround {
  /** Its own. */
  own: PrintedLabel | null;
  /** Of the paragraph after it: where that goes on from the first, what stands inside does not. */
  next: PrintedLabel | null;
  /** The number of the clause that it is a part of, or that stands last before it. */
  outer: PrintedLabel | null;
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
 */
export function clausesInside(text: string, { own, next, outer }: LabelsAround): Cut[] {
  const firsts = own === null ? [] : ownChains(own);
  const number = outer === null || own?.families[0] === 'number' ? null : chainFrom(outer, 2);
  const open: Chain[] = number === null ? [...firsts] : [number, ...firsts];
  const all: Chain[] = [...open];
  const add = (chain: Chain): void => {
    open.push(chain);
    all.push(chain);
  };
  for (const found of text.matchAll(candidate)) {
    const printed = found[1] ?? '';
    const at = found.index + 1;
    const label = labelOf(`${printed}\t`, false);
    if (label === null || at < (own?.length ?? 0)) continue;
    const lead = text.slice(Math.max(0, found.index - farthestBack), found.index).trimEnd();
    const cut: Cut = { at, label: printed, words: found.index + found[0].length, heading: null };
    const after = text.slice(cut.words, cut.words + 40);
    if (goesOn(open, label, lead, after, cut)) continue;
    const begun = begins(open, label, lead, after, cut, text);
    if (begun !== null) add(begun);
  }
  const sure = all.filter(
    (chain) => chain.cuts.length >= chain.least && !(firsts.includes(chain) && isContradicted(chain, next)),
  );
  return sure.flatMap((chain) => chain.cuts).sort((one, other) => one.at - other.at);
}

/** Takes a label that is the next of an open list. */
function goesOn(open: Chain[], label: PrintedLabel, lead: string, after: string, cut: Cut): boolean {
  const at = open.findLastIndex((chain) => isNext(chain, label));
  const chain = open[at];
  if (chain === undefined) return false;
  const end = lead.replace(/\s(?:and|or)$/, '').at(-1) ?? '';
  const isBullet = /[•·]/.test(chain.closing);
  const ended =
    chain.family === 'mark' ? isBullet || /[;:,.]/.test(end) : end === ';' || (end === '.' && !abbreviation.test(lead));
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
  if (open.length >= deepest) return null;
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
  const length = headingAtEnd(lead);
  const chain = length === null ? null : chainFrom(label, 2);
  if (length === null || chain === null) return null;
  const from = cut.at - 1 - length;
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

/** How far before a label its heading may begin, in characters. */
const farthestBack = 400;
/** Lists inside lists. */
const deepest = 6;

/** How long the heading is that ends these words, after a comma or stop: "…, instructs the Secretary-General". */
export function headingAtEnd(words: string): number | null {
  const window = words.slice(-farthestBack);
  for (const found of [...window.matchAll(/[,.;]\s+(?=\p{Ll})/gu)].reverse()) {
    const phrase = window.slice(found.index + found[0].length);
    if (/[.;:]/.test(phrase.slice(0, -1)) || /\b(?:that|shall|which)\b/.test(phrase)) continue;
    const verb = openingVerb(phrase);
    if (verb === null || !verb.known) continue;
    if (verb.part === 'operative' || phrase.split(/\s+/).length <= 3) return phrase.length;
  }
  return null;
}

/** The paragraph after it counts on from the first label: what looks like the next ones inside belongs to the sentence. */
const isContradicted = (chain: Chain, next: PrintedLabel | null): boolean =>
  next !== null && chain.cuts[0]?.label === next.printed;

/** The list that the label of a paragraph belongs to; "v)" may come after iv) or after u). */
function ownChains(own: PrintedLabel): Chain[] {
  const first = chainFrom(own, 1);
  const roman = own.families.includes('roman') ? indexOf('roman', own.core) : null;
  if (first === null || first.family === 'roman' || roman === null) return first === null ? [] : [first];
  return [first, { ...first, family: 'roman', index: roman, cuts: [] }];
}
