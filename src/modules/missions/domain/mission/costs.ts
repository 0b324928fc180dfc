/**
 * What a mission costs: the plan as it was agreed beside what was paid. Amounts are decimals and never mixed over
 * currencies; sums are exact.
 */
import { z } from 'zod';
import { CostLine } from '../forms/answers.ts';
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

/** Ten-thousandths of a ten-thousandth: amounts have four decimals, shares too. */
const scale = 8;
const unit = 10n ** BigInt(scale);

function scaled(value: string): bigint {
  const [whole = '0', part = ''] = value.replace(/^-/, '').split('.');
  const number = BigInt(whole) * unit + BigInt(part.padEnd(scale, '0').slice(0, scale));
  return value.startsWith('-') ? -number : number;
}

/** At least two decimals, more only where they are not zero. */
function unscaled(number: bigint): string {
  const whole = number < 0n ? -number : number;
  const part = (whole % unit).toString().padStart(scale, '0').replace(/0+$/, '').padEnd(2, '0');
  return `${number < 0n ? '-' : ''}${whole / unit}.${part}`;
}

/** The sum of decimals of one currency. */
export const sumOf = (values: readonly string[]): string =>
  unscaled(values.reduce((sum, value) => sum + scaled(value), 0n));

/** One decimal less another. */
export const lessThan = (value: string, other: string): string => unscaled(scaled(value) - scaled(other));

/**
 * The parts of a planned line by payer. A line whose payers do not say their shares is not divided: it is the one
 * payer's where there is one, and nobody's else; what shares leave open is nobody's too.
 */
export function partsOf({ amount, payers }: CostLine): { payer: string; currency: string; value: string }[] {
  if (amount === null) return [];
  const whole = scaled(amount.value);
  const [only] = payers;
  const shared =
    payers.length === 1 && only?.share === null
      ? [{ who: only.who, share: 10_000 }]
      : payers.flatMap(({ who, share }) => (share === null ? [] : [{ who, share }]));
  const parts = shared.map(({ who, share }) => ({ payer: who, value: (whole * BigInt(share)) / 10_000n }));
  const left = whole - parts.reduce((sum, { value }) => sum + value, 0n);
  return [...parts, ...(left === 0n ? [] : [{ payer: notSaid, value: left }])].map(({ payer, value }) => ({
    payer,
    currency: amount.currency,
    value: unscaled(value),
  }));
}

/** Totals by payer and currency, in the order of currencies and then of payers. */
export function totalsOf({ plan, paid }: Pick<MissionCosts, 'plan' | 'paid'>): CostTotal[] {
  const totals = new Map<string, { payer: string; currency: string; planned: string[]; paid: string[] }>();
  const at = (payer: string, currency: string) => {
    const key = `${currency} ${payer}`;
    const found = totals.get(key) ?? { payer, currency, planned: [], paid: [] };
    totals.set(key, found);
    return found;
  };
  for (const { payer, currency, value } of plan.flatMap(partsOf)) at(payer, currency).planned.push(value);
  for (const { payer, amount } of paid) at(payer, amount.currency).paid.push(amount.value);
  return [...totals.entries()]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([, total]) => {
      const [planned, paidSum] = [sumOf(total.planned), sumOf(total.paid)];
      return {
        payer: total.payer,
        currency: total.currency,
        planned,
        paid: paidSum,
        difference: lessThan(paidSum, planned),
      };
    });
}

/** What was paid for one planned line, by currency. */
export function paidFor(line: string, paid: readonly ActualLine[]): { currency: string; value: string }[] {
  const groups = Map.groupBy(
    paid.filter(({ planned }) => planned === line),
    ({ amount }) => amount.currency,
  );
  return [...groups].map(([currency, lines]) => ({ currency, value: sumOf(lines.map(({ amount }) => amount.value)) }));
}

/** Planned lines without an amount: they are in no total, and pages say so. */
export const withoutAmount = (plan: readonly CostLine[]): CostLine[] => plan.filter(({ amount }) => amount === null);
