/** An offer as its pages print it. */
import { printedAmount, printedShare, type BorneLine } from '#modules/missions/index.ts';
import type { OfferView } from '#modules/missions/server/index.ts';

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
  /** "2 flights × 900". */
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

function printedLine(
  { line, shares }: BorneLine,
  state: OfferView['bearing']['state'],
  payerName: OfferView['payerName'],
): PrintedLine {
  const { id, category, text, quantity, unit, price, amount } = line;
  const many = [quantity, unit].filter((part) => part !== null).join(' ');
  return {
    id,
    kind: categories[category],
    text,
    detail: [many, price ?? null].filter((part) => part !== null && part !== '').join(' × '),
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
