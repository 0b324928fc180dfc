/** Amounts of money as people write them. What can be read in two ways is not read. */

/** Decimal as text ("1500.50"), currency by ISO 4217. */
export interface Amount {
  value: string;
  currency: string;
}

/** Words of money found in a text. */
export interface PrintedAmount {
  /** `null` where the words can be read in more than one way: "$500", "US$ 3k", "EUR 1.500", a range, a price per day. */
  amount: Amount | null;
  from: number;
  to: number;
}

const symbols: Record<string, string> = {
  US$: 'USD',
  A$: 'AUD',
  AU$: 'AUD',
  NZ$: 'NZD',
  HK$: 'HKD',
  S$: 'SGD',
  C$: 'CAD',
  CA$: 'CAD',
  FJ$: 'FJD',
  '€': 'EUR',
  '£': 'GBP',
  '฿': 'THB',
  '₩': 'KRW',
  '₹': 'INR',
  '₱': 'PHP',
  '₫': 'VND',
};
const names: [RegExp, string][] = [
  [/^euros?$/iu, 'EUR'],
  [/^(?:us|united states) dollars?$/iu, 'USD'],
  [/^australian dollars?$/iu, 'AUD'],
  [/^swiss francs?$/iu, 'CHF'],
  [/^(?:thai )?baht$/iu, 'THB'],
  [/^(?:japanese )?yen$/iu, 'JPY'],
];

const unit =
  '(?:[A-Z]{3}(?![A-Za-z])|(?:US|AU|A|NZ|HK|S|CA|C|FJ)\\$|[$€£¥฿₩₹₱₫]|(?:(?:US|United States|Australian) )?[Dd]ollars?|[Ee]uros?|(?:Swiss )?[Ff]rancs?|(?:Thai )?[Bb]aht|[Yy]en)';
const digits = "\\d[\\d,.'’\\u00a0\\u202f]{0,20}(?: \\d{3}(?!\\d)){0,4}(?:[.,]\\d{1,2})?";
const money = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(${unit})\\s?(${digits})|(?<![\\d.,])(${digits})\\s?(${unit}))(\\s?(?:k|K|m|M|mn|bn|thousand|million)\\b)?`,
  'gu',
);
/** Words that make a number the price of one of several. */
const each = /^\s?(?:\/|per\b|each\b|a day\b|x\s?\d|×|\*\s?\d|[-–—]\s?\d)|^\s?(?:to|or)\s\d/iu;
const times = /(?:\d|\bdays?|\bpersons?|\bexperts?|\bnights?|\bpax)\s?(?:x|×|\*|@)\s?$/iu;

let codes: ReadonlySet<string> | null = null;

/** Whether three letters are a currency of ISO 4217. */
export function isCurrency(code: string): boolean {
  codes ??= new Set(Intl.supportedValuesOf('currency'));
  return codes.has(code);
}

/** All amounts of money in a text, in order. A number without a currency is none. */
export function amountsIn(text: string): PrintedAmount[] {
  const found: PrintedAmount[] = [];
  for (const match of text.matchAll(money)) {
    const [whole, before, first, second, after, scale] = match;
    const printedUnit = before ?? after ?? '';
    if (/^[A-Z]{3}$/u.test(printedUnit) && !isCurrency(printedUnit)) continue;
    const to = match.index + whole.length;
    const value = decimal(first ?? second ?? '');
    const currency = currencyOf(printedUnit);
    const open =
      scale !== undefined ||
      each.test(text.slice(to, to + 12)) ||
      times.test(text.slice(Math.max(0, match.index - 12), match.index));
    found.push({
      amount: value === null || currency === null || open ? null : { value, currency },
      from: match.index,
      to,
    });
  }
  return found;
}

function currencyOf(printed: string): string | null {
  if (/^[A-Z]{3}$/u.test(printed)) return printed;
  return symbols[printed] ?? names.find(([pattern]) => pattern.test(printed))?.[1] ?? null;
}

/**
 * A number with its thousands marked as "1,500", "1 500", "1'500" or "1.500.000", and two or one decimals after "." or
 * ",". `null` for "1.500", which is one and a half to some and fifteen hundred to others, and for any other grouping.
 */
export function decimal(printed: string): string | null {
  const text = printed.replace(/[.,]?[-–—]?$/u, '').replace(/[\u00a0\u202f’]/gu, (mark) => (mark === '’' ? "'" : ' '));
  const grouped = /^(\d{1,3}(?:([ ,.'])\d{3})(?:\2\d{3})*)(?:([.,])(\d{1,2}))?$/u.exec(text);
  if (grouped !== null) {
    const [, whole = '', separator = '', point, part] = grouped;
    if (point === separator) return null;
    if (separator === '.' && point === undefined && whole.split('.').length === 2) return null;
    return `${whole.replace(/\D/gu, '')}${part === undefined ? '' : `.${part}`}`;
  }
  const plain = /^(\d+)(?:[.,](\d{1,2}))?$/u.exec(text);
  return plain === null ? null : `${plain[1] ?? ''}${plain[2] === undefined ? '' : `.${plain[2]}`}`;
}
