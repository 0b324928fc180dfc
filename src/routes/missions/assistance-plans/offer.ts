/** An offer as its pages print it. */
import type { LineRange, When } from '#kernel/reading/index.ts';
import {
  printedAmount,
  printedShare,
  usualOfferForm,
  type AnswerState,
  type BorneLine,
  type ItemType,
} from '#modules/missions/index.ts';
import type { OfferView } from '#modules/missions/server/index.ts';
import type { Origins } from '../../origins.ts';

/** Kinds of cost, as the form words them. */
export const categories = {
  travel: 'Travel',
  fee: 'Fees',
  documentation: 'Documentation',
  logistics: 'Logistics',
  other: 'Other',
} as const;

/** On which ground a share is told. */
export const basisNames = {
  asked: 'asked',
  offered: 'offered',
  agreed: 'agreed',
  'implied-by-blank': 'by the blank answer',
} as const;

/** A cost line as a table prints it. */
export interface PrintedLine {
  id: string;
  kind: string;
  text: string;
  /** "2 flights × USD 900". */
  detail: string;
  amount: string | null;
  shares: { who: string; share: string; basis: string }[];
  /** What is said where nobody is named. */
  nobody: string;
}

/** The costs of an offer as tables print them. */
export function printedCosts({ bearing, totals, payerName }: OfferView) {
  return {
    words: bearing.words,
    state: bearing.state,
    lines: bearing.lines.map((line) => printedLine(line, bearing.state, payerName)),
    totals: totals.all.map(printedAmount),
    byPayer: totals.byPayer.map(({ who, basis, sums }) => ({
      who: payerName(who),
      basis: basisNames[basis],
      sums: sums.map(printedAmount),
    })),
    unborne: totals.unborne.map(printedAmount),
    withoutAmount: totals.withoutAmount,
  };
}

export type PrintedCosts = ReturnType<typeof printedCosts>;

/** "15 days" of the unit "day", which people write in the singular; units of other shapes stay as they were typed. */
const inNumber = (quantity: string | null, unit: string): string =>
  /^(?:day|night|week|month|hour|person|trip|flight|page|copy|set)$/i.test(unit) &&
  quantity !== null &&
  quantity !== '1'
    ? unit.replace(/([^aeiou])y$/i, '$1ie').replace(/$/, 's')
    : unit;

function printedLine(
  { line, shares }: BorneLine,
  state: OfferView['bearing']['state'],
  payerName: OfferView['payerName'],
): PrintedLine {
  const { id, category, text, quantity, unit, price, amount } = line;
  const many = [quantity, unit === null ? null : inNumber(quantity, unit)].filter((part) => part !== null).join(' ');
  const each =
    price === null || price === undefined || amount === null
      ? (price ?? null)
      : printedAmount({ ...amount, value: price });
  return {
    id,
    kind: categories[category],
    text,
    detail: [many, each].filter((part) => part !== null && part !== '').join(' × '),
    amount: amount === null ? null : printedAmount(amount),
    shares: shares.map(({ who, share, basis }) => ({
      who: payerName(who),
      share: share === null ? '' : printedShare(share),
      basis: basisNames[basis],
    })),
    nobody: state === 'unknown' || state === 'not-received' ? 'cannot be concluded' : 'nobody is named',
  };
}

/** Roles of experts in a mission. */
export const roleNames = { lead: 'leads', expert: 'expert', backup: 'stands in' } as const;

/** One answer on the page of an offer. */
export interface ShownAnswer {
  key: string;
  name: string;
  number: string;
  part: string | null;
  type: ItemType;
  state: AnswerState;
  blankMeans: string | null;
  lines: { words: string; at: LineRange | undefined }[];
  chosen: string[];
  times: (When & { at: LineRange | undefined })[];
}

/** Short names of the usual questions; others are called by their own words. */
const shortNames: Record<string, string> = {
  interest: 'Topic and country',
  details: 'Details',
  schedule: 'Schedule',
  outcomes: 'Outcomes',
  others: 'Other wishes',
  cost: 'Costs',
  requested: 'What the organiser should pay',
  experts: 'Experts',
};

/** Where a reading keeps what it read for a question. */
const readAs: Record<string, string> = { requested: 'requestedFromOrganiser.items' };

/** The answers of an offer in the order of its form; plans that belong to no cycle answer the usual questions. */
export function answersOfOffer({ offer, form }: OfferView, { at }: Origins): ShownAnswer[] {
  const items = form?.items ?? usualOfferForm('', 'the organiser').items;
  return items.map((item): ShownAnswer => {
    const answer = offer.content.answers[item.key];
    const field = readAs[item.key] ?? item.key;
    const lines = (answer?.text ?? '').split('\n').filter((line) => line.trim() !== '');
    return {
      key: item.key,
      name: shortNames[item.key] ?? item.question,
      number: item.number,
      part: item.part,
      type: item.type,
      state: answer?.state ?? 'not-received',
      blankMeans: item.blankMeans,
      lines: lines.map((words, index) => ({
        words,
        at: at(`${field}.${index}`) ?? (lines.length === 1 ? at(field) : undefined),
      })),
      chosen: (answer?.chosen ?? []).map((code) => item.options.find((one) => one.code === code)?.label ?? code),
      times: (answer?.times ?? []).map((when, index) => ({ ...when, at: at(`${item.key}.${index}.printed`) })),
    };
  });
}

/** Experts as a page shows them; how to reach them only for the secretariat. */
export function expertsOf({ offer, contacts }: OfferView, { at }: Origins) {
  return offer.content.experts.map(({ name, organisation, role, person }, index) => ({
    name,
    organisation,
    role: role === null ? null : roleNames[role],
    at: at(`experts.${index}.name`),
    ways:
      contacts === null || person === null
        ? null
        : (contacts.get(person) ?? []).map(({ kind, value }) => ({ kind, value })),
  }));
}

/** Who is asked to do what now, in a sentence for the viewer. */
export function nextOf({ offer, cycle, roles, findings }: OfferView): string | null {
  if (cycle === null) return roles.includes('secretariat') ? 'It came as a file, and belongs to no cycle yet.' : null;
  if (offer.stage === 'draft' && roles.includes('offerer')) {
    const open = findings.filter(({ rule }) => ['answer-missing', 'no-expert', 'no-request'].includes(rule)).length;
    return open === 0 ? 'It is complete. Send it in when you are ready.' : 'It is not complete yet.';
  }
  if (offer.stage === 'received' && roles.includes('secretariat')) {
    return 'Begin coordination: from then on the administration that asked sees it, with its costs.';
  }
  return null;
}
