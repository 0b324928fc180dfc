/** The costs of an offer in sums: by currency, by payer and ground, and what nobody bears yet. */
import type { Amount } from '#kernel/money.ts';
import type { CostLine, OfferContent, Payer } from '../forms/answers.ts';
import { partsOf, sumsOf } from './amounts.ts';
import { countedShares, wholeLine } from './bearing.ts';

export interface PayerTotal {
  who: string;
  basis: Payer['basis'];
  sums: Amount[];
}

export interface Totals {
  /** Of all lines with an amount, one for each currency. */
  all: Amount[];
  /** In the order in which payers first appear. */
  byPayer: PayerTotal[];
  /** What no share covers, or nobody said the share of. */
  unborne: Amount[];
  /** How many lines have no amount; the sums do not hold them. */
  withoutAmount: number;
}

/** The sums of an offer's costs. */
export function totalsOf({ costs }: Pick<OfferContent, 'costs'>): Totals {
  const byPayer = new Map<string, { who: string; basis: Payer['basis']; amounts: Amount[] }>();
  const unborne: Amount[] = [];
  for (const line of costs) {
    for (const { who, basis, amount } of borneBy(line)) {
      if (who === null) unborne.push(amount);
      else {
        const key = `${basis} ${who}`;
        const known = byPayer.get(key) ?? { who, basis, amounts: [] };
        known.amounts.push(amount);
        byPayer.set(key, known);
      }
    }
  }
  return {
    all: sumsOf(costs.flatMap(({ amount }) => amount ?? [])),
    byPayer: [...byPayer.values()].map(({ amounts, ...payer }) => ({ ...payer, sums: sumsOf(amounts) })),
    unborne: sumsOf(unborne).filter(({ value }) => !/^[0.]+$/u.test(value)),
    withoutAmount: costs.filter(({ amount }) => amount === null).length,
  };
}

/** A line's amount cut by its shares; the part that nobody bears has no payer. Shares of more than the line are not cut. */
export function borneBy(line: CostLine): { who: string | null; basis: Payer['basis']; amount: Amount }[] {
  const { amount } = line;
  if (amount === null) return [];
  const shares = countedShares(line).filter((payer): payer is Payer & { share: number } => payer.share !== null);
  const said = shares.reduce((all, { share }) => all + share, 0);
  const rest = Math.max(0, wholeLine - said);
  const payers = [...shares, ...(rest > 0 ? [{ who: null, basis: 'asked' as const, share: rest }] : [])];
  const parts = partsOf(
    amount,
    payers.map(({ share }) => share),
  );
  return payers.flatMap(({ who, basis }, at) => {
    const part = parts[at];
    return part === undefined ? [] : [{ who, basis, amount: part }];
  });
}
