/**
 * What a mission costs: the plan as it was agreed beside what was paid. Amounts are decimals and never mixed over
 * currencies; sums are exact.
 */
import { z } from 'zod';
import type { Amount } from '#kernel/money.ts';
import { CostLine } from '../forms/answers.ts';
import { difference, sumsOf } from '../offers/amounts.ts';
import { borneBy } from '../offers/totals.ts';
import { Day } from './days.ts';

/** What was really paid. */
export const ActualLine = z.object({
  /** Stable within the mission: "paid-1". */
  id: z.string(),
  text: z.string().trim().min(1, 'Say what was paid for.').max(500, 'Use at most 500 characters.'),
  /** Id of the planned line that it belongs to; `null` for what nobody planned. */
  planned: z.string().nullable(),
  amount: z.object({
    value: z.string().regex(/^\d{1,12}(?:\.\d{1,4})?$/, 'Enter an amount, such as 1250.50.'),
    currency: z.string().regex(/^[A-Z]{3}$/, 'Enter the three letters of a currency, such as USD.'),
  }),
  on: Day,
  /** `organiser`, `offerer`, `beneficiary`, or the id of an organisation. */
  payer: z.string().min(1, 'Say who paid.'),
  voucher: z.string().trim().max(300, 'Use at most 300 characters.'),
});
export type ActualLine = z.infer<typeof ActualLine>;

export const MissionCosts = z.object({
  plan: z.array(CostLine),
  paid: z.array(ActualLine),
  /** Said by the secretariat: nothing more will be paid. */
  closed: z.boolean(),
});
export type MissionCosts = z.infer<typeof MissionCosts>;

/** Nobody is named as payer, or a share is not said. */
export const notSaid = 'not-said';

/** What one payer bears in one currency. */
export interface CostTotal {
  payer: string;
  currency: string;
  /** Decimals as text. */
  planned: string;
  paid: string;
  /** Paid minus planned: "-120.00" when less was paid. */
  difference: string;
}

/** What one payer has among lines, in sums of each currency. */
const sums = (payer: string, lines: readonly { payer: string; amount: Amount }[]): Amount[] =>
  sumsOf(lines.filter((line) => line.payer === payer).map(({ amount }) => amount));

/** Totals by payer and currency, in the order of currencies and then of payers. */
export function missionTotals({ plan, paid }: Pick<MissionCosts, 'plan' | 'paid'>): CostTotal[] {
  const planned = plan
    .flatMap(borneBy)
    .map(({ who, amount }) => ({ payer: who ?? notSaid, amount }))
    .filter(({ payer, amount }) => payer !== notSaid || !/^[0.]+$/u.test(amount.value));
  const payers = [...new Set([...planned, ...paid].map(({ payer }) => payer))].toSorted();
  return payers
    .flatMap((payer): CostTotal[] => {
      const [plans, payments] = [sums(payer, planned), sums(payer, paid)];
      const currencies = [...new Set([...plans, ...payments].map(({ currency }) => currency))];
      return currencies.map((currency) => {
        const of = (all: readonly Amount[]): string => all.find((one) => one.currency === currency)?.value ?? '0';
        const [plan, payment] = [of(plans), of(payments)];
        return { payer, currency, planned: plan, paid: payment, difference: difference(payment, plan) ?? '' };
      });
    })
    .toSorted((one, other) => one.currency.localeCompare(other.currency));
}

/** What was paid for one planned line, by currency. */
export const paidFor = (line: string, paid: readonly ActualLine[]): Amount[] =>
  sumsOf(paid.filter(({ planned }) => planned === line).map(({ amount }) => amount));

/** Planned lines without an amount: they are in no total, and pages say so. */
export const withoutAmount = (plan: readonly CostLine[]): CostLine[] => plan.filter(({ amount }) => amount === null);
