import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { amountsIn, decimal } from './money.ts';

test.each([
  ['USD 1,500', '1500', 'USD'],
  ['1 500 EUR', '1500', 'EUR'],
  ['1\u00a0500 €', '1500', 'EUR'],
  ['THB 20,000.-', '20000', 'THB'],
  ['US$3,250.50 for two flights', '3250.50', 'USD'],
  ["CHF 1'234'567.80", '1234567.80', 'CHF'],
  ['EUR 1.500,00', '1500.00', 'EUR'],
  ['EUR 12.345.678', '12345678', 'EUR'],
  ['A$ 900', '900', 'AUD'],
  ['€45,5', '45.5', 'EUR'],
  ['about 200 US dollars', '200', 'USD'],
  ['KRW 2,000,000', '2000000', 'KRW'],
])('%j is %s %s', (text, value, currency) => {
  expect(amountsIn(text).map((found) => found.amount)).toEqual([{ value, currency }]);
});

test.each([
  'US$ 3k',
  '$500',
  'EUR 1.500',
  '¥900',
  'USD 100 per day',
  '5 days x USD 100',
  'USD 1,000-1,500',
  'USD 1.5 million',
  'EUR 15,00,000',
  '300 dollars',
])('not guessed: %j', (text) => {
  expect(amountsIn(text).map((found) => found.amount)).toEqual([null]);
});

test.each(['ICT 2024', '12 experts for 3 days', 'ABC 500', 'in 2023', ''])('no money in %j', (text) => {
  expect(amountsIn(text)).toEqual([]);
});

test('several amounts of one line', () => {
  expect(amountsIn('Flights USD 1,200, hotel EUR 300').map((found) => found.amount?.value)).toEqual(['1200', '300']);
});

test('a number printed with any of the usual marks is read back', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 999_999_999 }),
      fc.integer({ min: 0, max: 99 }),
      fc.constantFrom(',', ' ', "'"),
      (whole, cents, mark) => {
        const part = String(cents).padStart(2, '0');
        expect(decimal(`${String(whole).replace(/\B(?=(\d{3})+$)/gu, mark)}.${part}`)).toBe(`${whole}.${part}`);
      },
    ),
  );
});

test('long texts take time in proportion to their length', () => {
  for (const mess of ['1,', '1 ', 'USD ', '1 000 ', '$', 'USD 1 x ']) {
    const start = performance.now();
    amountsIn(mess.repeat(100_000));
    expect(performance.now() - start, mess).toBeLessThan(2000);
  }
});
