import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CostLine } from '../forms/answers.ts';
import { sumsOf } from '../offers/amounts.ts';
import { ActualLine, missionTotals, notSaid } from './costs.ts';

const line = (value: string, currency: string, shares: readonly [who: string, share: number][]): CostLine => ({
  id: 'line-1',
  category: 'travel',
  text: 'Air fares',
  quantity: null,
  unit: null,
  amount: { value, currency },
  payers: shares.map(([who, share]) => ({ who, share, basis: 'agreed' })),
});
const paid = (value: string, currency: string, payer: string): ActualLine => ({
  id: 'paid-1',
  text: 'Air fares',
  planned: 'line-1',
  amount: { value, currency },
  on: '2027-01-02',
  payer,
  voucher: '',
});

describe('costs by payer and currency', () => {
  test('plan beside what was paid', () => {
    const plan = [
      line('1000.00', 'USD', [
        ['offerer', 7500],
        ['beneficiary', 2500],
      ]),
      line('80.50', 'EUR', [['offerer', 10_000]]),
    ];
    const payments = [paid('800.25', 'USD', 'offerer'), paid('40.00', 'CHF', 'organiser')];
    expect(missionTotals({ plan, paid: payments })).toEqual([
      { payer: 'organiser', currency: 'CHF', planned: '0', paid: '40.00', difference: '40.00' },
      { payer: 'offerer', currency: 'EUR', planned: '80.50', paid: '0', difference: '-80.50' },
      { payer: 'beneficiary', currency: 'USD', planned: '250.00', paid: '0', difference: '-250.00' },
      { payer: 'offerer', currency: 'USD', planned: '750.00', paid: '800.25', difference: '50.25' },
    ]);
  });

  test('what no share covers is nobody’s, and stands there as such', () => {
    const totals = missionTotals({ plan: [line('100.00', 'USD', [['organiser', 6000]])], paid: [] });
    expect(totals.find(({ payer }) => payer === notSaid)?.planned).toBe('40.00');
  });

  test('a line without an amount is in no sum', () => {
    expect(missionTotals({ plan: [{ ...line('1', 'USD', []), amount: null }], paid: [] })).toEqual([]);
  });

  test('amounts are refused that are no decimals, and currencies of no three letters', () => {
    expect(ActualLine.safeParse(paid('1e3', 'USD', 'organiser')).success).toBe(false);
    expect(ActualLine.safeParse(paid('-5', 'USD', 'organiser')).success).toBe(false);
    expect(ActualLine.safeParse(paid('5', 'dollars', 'organiser')).success).toBe(false);
  });
});

const cents = fc.integer({ min: 0, max: 10_000_000 }).map((number) => (number / 100).toFixed(2));
const currency = fc.constantFrom('USD', 'EUR', 'JPY');
const payer = fc.constantFrom('organiser', 'offerer', 'beneficiary');
const shares = fc.integer({ min: 0, max: 10_000 }).map((one): [string, number][] => [
  ['organiser', one],
  ['offerer', 10_000 - one],
]);
const inCents = (value: string): bigint => {
  const [whole = '0', part = ''] = value.replace('-', '').split('.');
  const number = BigInt(whole) * 1_000_000n + BigInt(part.padEnd(6, '0'));
  return value.startsWith('-') ? -number : number;
};

describe('laws of sums', () => {
  test('over all payers the plan makes the sum of its lines, currency by currency; payments too', () => {
    const plans = fc.array(fc.tuple(cents, currency, shares).map(([value, code, all]) => line(value, code, all)));
    const payments = fc.array(fc.tuple(cents, currency, payer).map(([value, code, who]) => paid(value, code, who)));
    fc.assert(
      fc.property(plans, payments, (plan, paid) => {
        const totals = missionTotals({ plan, paid });
        for (const code of ['USD', 'EUR', 'JPY']) {
          const of = (key: 'planned' | 'paid' | 'difference'): bigint =>
            totals.filter((total) => total.currency === code).reduce((sum, total) => sum + inCents(total[key]), 0n);
          const sum = (amounts: readonly { value: string; currency: string }[]): bigint =>
            inCents(sumsOf(amounts).find((one) => one.currency === code)?.value ?? '0');
          expect(of('planned')).toBe(sum(plan.flatMap(({ amount }) => amount ?? [])));
          expect(of('paid')).toBe(sum(paid.map(({ amount }) => amount)));
          expect(of('difference')).toBe(of('paid') - of('planned'));
        }
      }),
    );
  });

  test('the order of lines changes nothing', () => {
    const lines = fc.array(fc.tuple(cents, currency, shares).map(([value, code, all]) => line(value, code, all)));
    fc.assert(
      fc.property(lines, (plan) => {
        expect(missionTotals({ plan: plan.toReversed(), paid: [] })).toEqual(missionTotals({ plan, paid: [] }));
      }),
    );
  });
});
