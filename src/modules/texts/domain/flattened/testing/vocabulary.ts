/** Words of an invented federation of lighthouses, and the sentences that its resolutions are made of. */
import type { Chance } from './chance.ts';

const list = (words: string): readonly string[] => words.trim().split(/\s+/);

const things = list(`
  lanterns harbours keepers museums orchards bridges canals libraries ferries workshops vineyards lenses towers
  forecasts beacons pilots ledgers apprentices sailors cottages boilers stairways visitors schools families charts
  fishermen gardens festivals choirs clinics markets wells archives meadows journals carpenters cranes quays barges
  volunteers teachers engineers painters surveys inspections repairs licences auctions pensions contracts grants`);
const masses = list(`
  maintenance restoration safety heritage lighting training navigation tourism cooperation documentation insurance
  education housing recruitment research awareness drainage planting supervision transport`);
const qualities = list(`
  coastal wooden remote historic seasonal public regional modest reliable annual voluntary northern abandoned
  automatic bright costly damaged elderly foreign fragile gradual hollow inland joint local minor narrow permanent
  private rural skilled smaller temporary urgent vacant weekly`);
const verbs = list(`
  restore repaint inspect describe catalogue insure visit replace photograph measure dismantle reopen lend purchase
  translate exhibit light heat clean rebuild discuss record repair rename finance train reward host explain`);
const pastVerbs = list(`
  restored inspected described insured visited replaced measured reopened purchased translated lighted cleaned rebuilt
  discussed recorded repaired financed trained rewarded explained`);
const determiners = list('the all some its these most their');
const prepositions = list('of in for by from under');
const modals = list('shall should may must will can');
export const places = ['Valletta', 'Bergen', 'Tromsø', 'Porto Novo', 'Cork', 'New Haven', 'Gdansk', 'Ushuaia', 'Kobe'];
const ends = [
  'in good time',
  'without further cost',
  'as far as possible',
  'before the end of the year',
  'in each region',
  'with the help of the secretariat',
  'by appropriate means',
  'at the request of a member',
  'wherever the budget allows',
  'on an equal footing',
];

const preambleHeadings = list('considering recalling noting recognizing welcoming observing acknowledging emphasizing');
const operativeHeadings = [
  'resolves',
  'instructs the Secretary',
  'instructs the Board',
  'invites the members',
  'requests the Director of Towers',
  'invites the regional offices',
  'encourages the members',
  'urges the harbour offices',
  'instructs the Treasurer',
];

/** Headings of a text: some grounds, then some orders. */
export function headings(chance: Chance, count: number): string[] {
  const grounds = Math.max(1, Math.floor(count / 2));
  return [...chance.some(preambleHeadings, grounds), ...chance.some(operativeHeadings, count - grounds)];
}

function thing(chance: Chance): string {
  const quality = chance.is(0.5) ? `${chance.one(qualities)} ` : '';
  return chance.is(0.25) ? `${quality}${chance.one(masses)}` : `${quality}${chance.one(things)}`;
}

function phrase(chance: Chance): string {
  const start = chance.one(['the', 'all', 'some', 'its', 'these', 'most', 'the', 'the']);
  return `${start} ${thing(chance)}${chance.is(0.6) ? ` of ${chance.one(['the', 'its', 'their', 'all'])} ${thing(chance)}` : ''}`;
}

/** A citation of an earlier text of the same body. */
export function citation(chance: Chance, revision: string): string {
  return `Resolution ${chance.upTo(60) + 1} (Rev. ${revision}) of this Congress, on ${thing(chance)}`;
}

/** The words of one clause without the sign at its end. */
export function sentence(chance: Chance, order: boolean, revision: string): string[] {
  const year = Number(revision.slice(-4));
  const words = order ? orderedWords(chance, year) : groundWords(chance, revision, year);
  return words.split(' ');
}

function groundWords(chance: Chance, revision: string, year: number): string {
  switch (chance.upTo(6)) {
    case 0:
      return citation(chance, revision);
    case 1:
      return `the report on ${phrase(chance)} that was discussed in ${year - 12 + chance.upTo(12)}`;
    case 2:
      return `that ${phrase(chance)} ${chance.one(modals)} be ${chance.one(pastVerbs)} ${chance.one(ends)}`;
    case 3:
      return `that ${2 + chance.upTo(40)} of ${phrase(chance)} are still ${chance.one(qualities)}`;
    case 4:
      return `that ${phrase(chance)} have been ${chance.one(pastVerbs)} by ${phrase(chance)} and that ${thing(chance)} ${chance.one(modals)} follow`;
    default:
      return `that ${phrase(chance)} depend on ${phrase(chance)}`;
  }
}

function orderedWords(chance: Chance, year: number): string {
  const subject = phrase(chance);
  switch (chance.upTo(5)) {
    case 0:
      return `to ${chance.one(verbs)} ${subject} ${chance.one(ends)}`;
    case 1:
      return `to ${chance.one(verbs)} and ${chance.one(verbs)} ${subject}, in particular ${phrase(chance)}`;
    case 2:
      return `to report to the next Congress on ${subject} and on ${phrase(chance)}`;
    case 3:
      return `that ${subject} ${chance.one(modals)} ${chance.one(verbs)} ${phrase(chance)} within ${2 + chance.upTo(20)} months`;
    default:
      return `to ${chance.one(verbs)} ${subject} until ${year + 1 + chance.upTo(3)} and to ${chance.one(verbs)} ${phrase(chance)}`;
  }
}

/** A word that can take the place of another: of its kind; `null` where its kind is not known. */
export function instead(chance: Chance, word: string): string | null {
  const plain = word.replace(/,$/, '');
  const sign = word.slice(plain.length);
  for (const kind of [things, masses, qualities, verbs, pastVerbs, modals, determiners, prepositions]) {
    if (kind.includes(plain)) return chance.other(kind, plain) + sign;
  }
  if (/^(?:19|20)\d\d$/.test(plain)) return String(Number(plain) + 1 + chance.upTo(6)) + sign;
  return /^\d+$/.test(plain) ? String(Number(plain) + 1 + chance.upTo(5)) + sign : null;
}

/** Words that can take the place of some, and how many they are; `null` where no phrase begins. */
export function phraseInstead(chance: Chance, words: readonly string[]): { taken: number; next: string } | null {
  const [first = ''] = words;
  const end = ends.find((one) => words.join(' ').startsWith(one));
  if (end !== undefined) return { taken: end.split(' ').length, next: chance.other(ends, end) };
  if (!determiners.includes(first)) return null;
  const noun = words.findIndex((word) => things.includes(word) || masses.includes(word));
  return noun < 1 || noun > 2 ? null : { taken: noun + 1, next: phrase(chance) };
}

/** A few words to put in at any place. */
export function addition(chance: Chance): string[] {
  switch (chance.upTo(4)) {
    case 0:
      return [chance.one(qualities)];
    case 1:
      return `and ${thing(chance)}`.split(' ');
    case 2:
      return chance.one(ends).split(' ');
    default:
      return `including ${phrase(chance)}`.split(' ');
  }
}

/** Another form of a word, as edits inside words make it; `null` where there is none. */
export function inflected(word: string): { stem: string; old: string; next: string } | null {
  if (things.includes(word) && word.endsWith('s') && !word.endsWith('ies') && !word.endsWith('ches'))
    return { stem: word.slice(0, -1), old: 's', next: '' };
  if (verbs.includes(word) && word.endsWith('e')) return { stem: word.slice(0, -1), old: 'e', next: 'ing' };
  if (pastVerbs.includes(word) && word.endsWith('ed')) return { stem: word.slice(0, -2), old: 'ed', next: 'ing' };
  return null;
}
