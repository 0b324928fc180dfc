/** Cost lines and experts as they are typed in a form, and back. What cannot be read is refused at its field. */
import { decimal, isCurrency } from '#kernel/money.ts';
import { refuse } from '#kernel/problem.ts';
import { CostCategory, type CostLine, type Nomination, type Payer } from '../forms/answers.ts';
import { tidied } from '../forms/change.ts';
import { sameNumber } from './amounts.ts';
import { countedShares, wholeLine } from './bearing.ts';
import { computedAmount } from './checks.ts';

/** A payer and its share in per cent, as typed; "?" where the share is not known. */
export interface TypedShare {
  /** `organiser`, `offerer`, `beneficiary`, or the id or the name of another organisation. */
  who: string;
  share: string;
}

/** A cost line as typed. */
export interface TypedLine {
  id: string;
  category: string;
  text: string;
  quantity: string;
  unit: string;
  price: string;
  amount: string;
  currency: string;
  shares: TypedShare[];
}

/** An expert as typed. Ways to reach people leave this form for the directory, and never come back into it. */
export interface TypedExpert {
  name: string;
  organisation: string;
  role: string;
  person: string | null;
  email: string;
  telephone: string;
}

/** The three sides that bear costs in every offer. */
export const sides = ['organiser', 'offerer', 'beneficiary'] as const;

/** "33.33" for 3333 hundredths of a per cent. */
export const typedShare = (share: number | null): string => (share === null ? '?' : String(share / 100));

/** Shares that somebody stated: neither implied by a blank nor agreed on. */
const stated = ({ payers }: Pick<CostLine, 'payers'>): Payer[] =>
  countedShares({ payers: payers.filter(({ basis }) => basis === 'asked' || basis === 'offered') });

/** A cost line as a form shows it. */
export function typedLine(line: CostLine): TypedLine {
  const { id, category, text, quantity, unit, price, amount } = line;
  return {
    id,
    category,
    text,
    quantity: quantity ?? '',
    unit: unit ?? '',
    price: price ?? '',
    amount: amount?.value ?? '',
    currency: amount?.currency ?? '',
    shares: stated(line).map(({ who, share }) => ({ who, share: typedShare(share) })),
  };
}

/** Whether nothing was typed in a line: then it is none. A currency alone is what the form proposes. */
export function isEmptyLine({ text, quantity, unit, price, amount, shares }: TypedLine): boolean {
  return [text, quantity, unit, price, amount, ...shares.map(({ share }) => share)].every(
    (typed) => typed.trim() === '',
  );
}

/** Lines as they are compared: without empty ones, with their payers in one order and no empty shares. */
export const seenLines = (lines: readonly TypedLine[]): TypedLine[] =>
  lines
    .filter((line) => !isEmptyLine(line))
    .map((line) => ({
      ...line,
      shares: line.shares
        .filter(({ share }) => share.trim() !== '')
        .sort((one, other) => (one.who < other.who ? -1 : 1)),
    }));

/** Rows of experts as they are compared: without empty ones. */
export const seenExperts = (people: readonly TypedExpert[]): TypedExpert[] =>
  people.filter(({ name, organisation, email, telephone }) => [name, organisation, email, telephone].join('') !== '');

/** An expert as a form shows it. How to reach a person that was typed once is not shown again. */
export const typedExpert = ({ name, organisation, role, person }: Nomination): TypedExpert => ({
  name,
  organisation,
  role: role ?? '',
  person,
  email: '',
  telephone: '',
});

/**
 * The cost line that was typed. An amount that was computed before follows its quantity and price.
 * @param before the line as it was; shares that were not touched keep their ground
 * @throws Refusal `bad-number`, `bad-currency`, `bad-share`, `quantity-missing`, `payer-missing`, with the field
 */
export function lineFrom(typed: TypedLine, before: CostLine | null): CostLine {
  const at = (name: string): string => `${typed.id}.${name}`;
  const quantity = numberFrom(typed.quantity, at('quantity'));
  const price = numberFrom(typed.price, at('price'));
  const stated = numberFrom(typed.amount, at('amount'));
  const computed = computedAmount({ quantity, price });
  const value = amountOf(stated, computed, before);
  if (price !== null && value === null) {
    refuse('quantity-missing', 'A price needs its quantity.', 'Enter how many, or the amount.', {
      field: at('quantity'),
    });
  }
  const currency = typed.currency.trim().toUpperCase();
  if (value !== null && !isCurrency(currency)) {
    refuse('bad-currency', `“${typed.currency.trim()}” is no currency.`, 'Enter its three letters, such as USD.', {
      field: at('currency'),
    });
  }
  const category = CostCategory.safeParse(typed.category);
  const unit = typed.unit.trim();
  return {
    id: typed.id,
    category: category.success ? category.data : 'other',
    text: tidied(typed.text)
      .replace(/\s*\n\s*/gu, ' ')
      .slice(0, 500),
    quantity,
    unit: unit === '' ? null : unit.slice(0, 60),
    ...(price !== null || before?.price !== undefined ? { price } : {}),
    amount: value === null ? null : { value, currency },
    payers: payersFrom(typed, before),
  };
}

/** What is stated counts; what was computed from quantity and price before is computed again. */
function amountOf(stated: string | null, computed: string | null, before: CostLine | null): string | null {
  if (stated === null || computed === null || before === null || before.amount === null) return stated ?? computed;
  const was = computedAmount(before);
  const followed = was !== null && sameNumber(was, before.amount.value) && sameNumber(stated, before.amount.value);
  return followed && !sameNumber(computed, stated) ? computed : stated;
}

function numberFrom(typed: string, field: string): string | null {
  const text = typed.trim();
  if (text === '') return null;
  return (
    decimal(text) ??
    refuse('bad-number', `“${text}” cannot be read as a number in one way only.`, 'Enter it like 12500 or 1250.50.', {
      field,
    })
  );
}

function payersFrom(typed: TypedLine, before: CostLine | null): Payer[] {
  const known = before === null ? [] : stated(before);
  const said = typed.shares.flatMap(({ who, share }, index): Payer[] => {
    const name = who.trim();
    const field = `${typed.id}.share.${index}`;
    if (share.trim() === '') return [];
    if (name === '')
      refuse('payer-missing', 'A share has no payer.', 'Name the organisation that bears it.', { field });
    const hundredths = shareFrom(share, field);
    const same = known.find((payer) => payer.who === name && payer.share === hundredths);
    return [same ?? { who: name, share: hundredths, basis: basisOf(name) }];
  });
  if (new Set(said.map(({ who }) => who)).size !== said.length) {
    refuse('payer-twice', 'One payer is named twice in a line.', 'Give it one share.', { field: typed.id });
  }
  const kept = (before?.payers ?? []).filter(
    (payer) =>
      payer.basis === 'agreed' ||
      payer.basis === 'implied-by-blank' ||
      said.some(({ who, share }) => who === payer.who && known.some((one) => one.who === who && one.share === share)),
  );
  return [...kept, ...said.filter((payer) => !kept.includes(payer))];
}

/** The offering organisation offers its own share, and that of others who help it; the two other sides are asked. */
const basisOf = (who: string): Payer['basis'] => (who === 'organiser' || who === 'beneficiary' ? 'asked' : 'offered');

/** "33.33 %" as hundredths of a per cent. @throws Refusal `bad-share` */
export function shareFrom(typed: string, field: string): number | null {
  const text = typed.replace('%', '').trim();
  if (text === '?') return null;
  const number = decimal(text);
  const share = number === null ? Number.NaN : Math.round(Number(number) * 100);
  if (!(share >= 0 && share <= wholeLine)) {
    refuse('bad-share', `“${typed.trim()}” is no share.`, 'Enter per cent from 0 to 100, with at most two decimals.', {
      field,
    });
  }
  return share;
}

/** Experts as they are kept: whoever stays under the same name stays the same person. */
export function expertsFrom(typed: readonly TypedExpert[], before: readonly Nomination[]): Nomination[] {
  return typed
    .filter(({ name, organisation, email, telephone }) =>
      [name, organisation, email, telephone].some((word) => word !== ''),
    )
    .map(({ name, organisation, role, person }, index) => {
      if (name.trim() === '') {
        refuse('name-missing', 'An expert has no name.', 'Enter the name, or empty the whole row.', {
          field: `expert.${index}.name`,
        });
      }
      const known = before.find((one) => one.person !== null && one.person === person && one.name === name.trim());
      return {
        name: name.trim().slice(0, 200),
        organisation: organisation.trim().slice(0, 200),
        role: role === 'lead' || role === 'expert' || role === 'backup' ? role : null,
        person: known?.person ?? null,
      };
    });
}

/** An id for a new line of these: "line-4". */
export function freeLineId(ids: readonly string[]): string {
  const numbers = ids.map((id) => Number(/^line-(\d{1,6})$/u.exec(id)?.[1] ?? 0));
  return `line-${Math.max(0, ...numbers) + 1}`;
}
