/** The cost lines of a plan of assistance: what for, how much, and who pays. */
import type { Finding } from '#kernel/reading/index.ts';
import type { AssistancePlan, Media } from '#kernel/reading/index.ts';
import { fold } from '#formats/document/index.ts';
import { splitLabel } from '#formats/document/labels.ts';
import { rowsOf } from '#formats/document/rows.ts';
import { amountsIn, decimal, isCurrency } from '#kernel/money.ts';
import type { FormLine } from '../form-lines.ts';
import { isHint } from './form.ts';
import { payersOf, type Parties } from './payers.ts';

type Cost = AssistancePlan['costs'][number];
type Payers = Cost['payers'];

export interface ReadCosts {
  costs: Cost[];
  placed: number[];
  findings: Finding[];
}

const categories: [Cost['category'], RegExp][] = [
  [
    'travel',
    /\b(?:travels?|air ?fares?|airfares?|flights?|tickets?|per diem|dsa|(?:daily |subsistence |travel )*allowances?|subsistence|accommodation|hotels?|lodging|visas?|transport\w*)\b/iu,
  ],
  [
    'fee',
    /\b(?:consult\w+|fees?|honorari\w+|remuneration|salar\w+|man[- ]?days?|person[- ]?days?|(?:staff|working) time|expert (?:time|services?)|services?)\b/iu,
  ],
  ['documentation', /\b(?:document\w*|printing|publications?|translations?|reports?|materials?|stationery)\b/iu],
  [
    'logistics',
    /\b(?:logistic\w*|venues?|rooms?|halls?|interpretation|catering|equipment|devices?|refreshments?|rental|arrangements?)\b/iu,
  ],
];

/** The kind of cost a description speaks of. */
export function categoryOf(description: string): Cost['category'] {
  return categories.find(([, pattern]) => pattern.test(description))?.[0] ?? 'other';
}

interface Entry {
  description: string;
  amountText: string;
  payerText: string | null;
  currency: string | null;
  lines: number[];
}

/** Reads the answer to the question on costs. */
export function readCosts(lines: readonly FormLine[], media: Media, parties: Parties): ReadCosts {
  const { entries, headerLines } = entriesOf(lines, media);
  const result: ReadCosts = { costs: [], placed: headerLines, findings: [] };
  const totals: { amount: Cost['amount']; lines: number[] }[] = [];
  for (const entry of entries) {
    const printed = amountsIn(entry.amountText);
    const amount = amountOf(entry, printed.at(-1)?.amount ?? null);
    if (/^(?:grand |sub-?|overall )?total\b|\bin total\b/iu.test(entry.description)) {
      totals.push({ amount, lines: entry.lines });
      continue;
    }
    const payers = payersOf(entry.payerText ?? entry.description, entry.payerText !== null, parties);
    result.costs.push({ category: categoryOf(entry.description), description: entry.description, amount, payers });
    for (const one of entry.lines) result.placed.push(one);
    if (amount === null && /\d/u.test(entry.amountText)) result.findings.push(unread(entry));
    for (const one of wrongShares(payers, entry.lines)) result.findings.push(one);
  }
  for (const one of totals.flatMap((total) => differingTotal(total, result.costs))) result.findings.push(one);
  return result;
}

function unread(entry: Entry): Finding {
  const lines: [number, number] = [entry.lines[0] ?? 1, entry.lines.at(-1) ?? 1];
  return {
    rule: 'amount-not-read',
    level: 'warning',
    lines,
    message: 'The amount can be read in more than one way, or its currency is not printed.',
  };
}

function wrongShares(payers: Payers, lines: readonly number[]): Finding[] {
  const sum = payers.reduce((total, payer) => total + (payer.share ?? 0), 0);
  if (payers.length === 0 || payers.some((payer) => payer.share === null) || Math.abs(sum - 1) < 0.005) return [];
  const message = `The shares of the payers add up to ${Math.round(sum * 100)} %.`;
  return [{ rule: 'shares-differ', level: 'warning', lines: [lines[0] ?? 1, lines.at(-1) ?? 1], message }];
}

/** Compares a printed total with the sum of the lines, where all of them are read and in one currency. */
function differingTotal(total: { amount: Cost['amount']; lines: number[] }, costs: readonly Cost[]): Finding[] {
  const { amount } = total;
  if (amount === null || costs.length === 0 || !costs.every((cost) => cost.amount?.currency === amount.currency))
    return [];
  const sum = costs.reduce((cents, cost) => cents + Math.round(Number(cost.amount?.value ?? 0) * 100), 0);
  if (sum === Math.round(Number(amount.value) * 100)) return [];
  const message = `The total of ${amount.value} ${amount.currency} differs from the sum of the lines, ${(sum / 100).toFixed(2)}.`;
  return [
    { rule: 'cost-total-differs', level: 'warning', lines: [total.lines[0] ?? 1, total.lines.at(-1) ?? 1], message },
  ];
}

function amountOf(entry: Entry, printed: Cost['amount']): Cost['amount'] {
  if (printed !== null || entry.currency === null) return printed;
  const value = decimal(entry.amountText.trim());
  return value === null ? null : { value, currency: entry.currency };
}

/** Lines or rows of a table; in a table the header says which column holds what, and perhaps the currency. */
function entriesOf(lines: readonly FormLine[], media: Media): { entries: Entry[]; headerLines: number[] } {
  const rows = rowsOf(
    lines.flatMap((line) => line.sources),
    media,
  ).filter((row) => row.cells.filter((cell) => cell.text !== '').length > 1);
  const inRows = new Map(rows.flatMap((row) => row.lines.map((line) => [line, row] as const)));
  const entries: Entry[] = [];
  const headerLines: number[] = [];
  const done = new Set<unknown>();
  let columns: Columns | null = null;
  for (const line of lines) {
    const row = inRows.get(line.number);
    if (row === undefined) {
      const spaced = spacedEntry(line);
      if (spaced !== null) entries.push(spaced);
      else if (!isHint(line)) {
        for (const words of itemsOf(line.words))
          entries.push({
            description: words,
            amountText: words,
            payerText: null,
            currency: null,
            lines: [line.number],
          });
      }
      continue;
    }
    if (done.has(row)) continue;
    done.add(row);
    const cells = row.cells.map((cell) => cell.text);
    const header: Columns | null = columnsOf(cells);
    if (header === null) entries.push(rowEntry(cells, columns, row.lines));
    else {
      columns = header;
      for (const one of row.lines) headerLines.push(one);
    }
  }
  return { entries, headerLines };
}

/** "Air fares    USD 2,000    Reef Bank": columns that blanks keep apart, the middle one an amount. */
function spacedEntry(line: FormLine): Entry | null {
  const [source, ...others] = line.sources;
  if (source === undefined || others.length > 0 || source.text.length > longestItems) return null;
  const cells = source.text.trim().split(/[ \u00a0]{3,}/u);
  const [description = '', amountText = '', payerText = ''] = cells;
  if (cells.length !== 3 || amountsIn(amountText).length !== 1 || amountsIn(description).length > 0) return null;
  return {
    description: splitLabel(fold(description)).text,
    amountText,
    payerText,
    currency: null,
    lines: [line.number],
  };
}

/** "Travel AUD 2,000; fee AUD 4,000": several costs on one line, each with its amount. */
function itemsOf(words: string): string[] {
  const items = words
    .slice(0, longestItems)
    .split(/\s*;\s+/u)
    .filter((item) => item !== '');
  return words.length <= longestItems && items.every((item) => amountsIn(item).length > 0) ? items : [words];
}

const longestItems = 1000;

interface Columns {
  description: number;
  amount: number;
  payer: number;
  currency: string | null;
}

function columnsOf(cells: readonly string[]): Columns | null {
  const find = (pattern: RegExp): number => cells.findIndex((cell) => cell.length < 50 && pattern.test(cell));
  const total = find(/\b(?:amount|total|sum)\b/iu);
  const amount = total === -1 ? find(/^(?!.*\b(?:unit|rate|per)\b).*\b(?:costs?|price|estimate\w*|budget)\b/iu) : total;
  const payer = find(
    /\b(?:paid|pays?|payer|borne|bears?|covered|funded|source of funds?|charged|responsib\w+|contribution)\b/iu,
  );
  if (cells.some((cell) => /\d{2}/u.test(cell)) || (amount === -1 && payer === -1)) return null;
  // Beside a description "Item" is only its number.
  const described = find(/\b(?:descriptions?|particulars|details)\b/iu);
  const items = find(/\b(?:items?|category|type|expenses?|nature|purpose)\b/iu);
  const description = described === -1 || described === amount || described === payer ? items : described;
  const currency = /\b([A-Z]{3})\b/u.exec(cells[amount] ?? '')?.[1] ?? null;
  return {
    description: Math.max(description, 0),
    amount,
    payer,
    currency: currency !== null && isCurrency(currency) ? currency : null,
  };
}

function rowEntry(cells: readonly string[], columns: Columns | null, lines: number[]): Entry {
  if (columns === null) {
    const words = splitLabel(cells.filter((cell) => cell !== '').join(' ')).text;
    return { description: words, amountText: words, payerText: null, currency: null, lines };
  }
  return {
    description: splitLabel(cells[columns.description] ?? '').text,
    amountText: cells[columns.amount] ?? '',
    payerText: columns.payer === -1 ? null : (cells[columns.payer] ?? ''),
    currency: columns.currency,
    lines,
  };
}
