/**
 * Sums of money, exactly: decimals as text, never as floating-point numbers, and never two currencies in one sum.
 */
import type { Amount } from '#kernel/money.ts';

/** Decimals are counted in millionths, which holds every printed price. */
const places = 6;
const scale = 10n ** BigInt(places);

/** "1500.50" in millionths; `null` for what is no plain decimal. */
function counted(value: string): bigint | null {
  const match = /^(\d{1,15})(?:\.(\d{1,6}))?$/u.exec(value);
  if (match === null) return null;
  return BigInt(match[1] ?? '0') * scale + BigInt((match[2] ?? '').padEnd(places, '0'));
}

/** Millionths as a decimal, with as many places as it needs and at least as many as asked for. */
function written(number: bigint, least: number): string {
  const part = (number % scale).toString().padStart(places, '0').replace(/0+$/u, '').padEnd(least, '0');
  return `${number / scale}${part === '' ? '' : `.${part}`}`;
}

const placesOf = (value: string): number => value.split('.')[1]?.length ?? 0;

/** What several of a price make: "3" × "250.50" is "751.50". `null` where either is no plain decimal. */
export function product(quantity: string, price: string): string | null {
  const [many, one] = [counted(quantity), counted(price)];
  return many === null || one === null ? null : written((many * one) / scale, placesOf(price));
}

/** Whether two decimals are the same number: "100" and "100.00" are. */
export function sameNumber(one: string, other: string): boolean {
  const [first, second] = [counted(one), counted(other)];
  return first !== null && first === second;
}

/** Whether a decimal is greater than another. */
export function isMore(one: string, than: string): boolean {
  const [first, second] = [counted(one), counted(than)];
  return first !== null && second !== null && first > second;
}

/** One amount less another of the same currency: "-120.00" where the other is more; `null` for what is no plain decimal. */
export function difference(value: string, other: string): string | null {
  const [one, two] = [counted(value), counted(other)];
  if (one === null || two === null) return null;
  const least = Math.max(placesOf(value), placesOf(other));
  return one < two ? `-${written(two - one, least)}` : written(one - two, least);
}

/** The sums of amounts, one for each currency, in the order of the currencies' letters. */
export function sumsOf(amounts: readonly Amount[]): Amount[] {
  const sums = new Map<string, { number: bigint; places: number }>();
  for (const { value, currency } of amounts) {
    const number = counted(value);
    if (number === null) continue;
    const before = sums.get(currency) ?? { number: 0n, places: 0 };
    sums.set(currency, { number: before.number + number, places: Math.max(before.places, placesOf(value)) });
  }
  return [...sums]
    .map(([currency, sum]) => ({ value: written(sum.number, sum.places), currency }))
    .sort((one, other) => (one.currency < other.currency ? -1 : 1));
}

/** The smallest coin of a currency as places behind the point: 2 for EUR, 0 for JPY. */
function coinOf(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/**
 * The parts of an amount by shares in hundredths of a per cent, to the smallest coin. What rounding leaves goes to those
 * who lost most by it, the first of equals, so that shares of 10000 always make the whole amount.
 */
export function partsOf({ value, currency }: Amount, shares: readonly number[]): Amount[] {
  const number = counted(value);
  if (number === null) return [];
  const coin = 10n ** BigInt(places - Math.max(coinOf(currency), placesOf(value)));
  const whole = 10_000n * coin;
  const exact = shares.map((share) => number * BigInt(share));
  const parts = exact.map((part) => part / whole);
  const sum = exact.reduce((all, part) => all + part, 0n);
  const missing = Number(sum / whole - parts.reduce((all, part) => all + part, 0n));
  const byLoss = exact
    .map((part, at) => ({ at, loss: part % whole }))
    .sort((one, other) => (one.loss === other.loss ? one.at - other.at : one.loss < other.loss ? 1 : -1));
  for (const { at } of byLoss.slice(0, missing)) parts[at] = (parts[at] ?? 0n) + 1n;
  return parts.map((part) => ({ value: written(part * coin, placesOf(value)), currency }));
}

/** "USD 12,500.00". */
export function printedAmount({ value, currency }: Amount): string {
  const [whole = '', part] = value.split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, ',');
  return `${currency} ${grouped}${part === undefined ? '' : `.${part}`}`;
}

/** "33.33 %" for 3333 hundredths of a per cent. */
export function printedShare(share: number): string {
  return `${share / 100} %`;
}
