/** Offers for one request side by side. */
import type { Amount } from '#kernel/money.ts';
import type { OfferContent } from '../forms/answers.ts';
import type { Form } from '../forms/form.ts';
import { printedAmount } from './amounts.ts';
import { whoBears } from './bearing.ts';
import { openLines } from './settling.ts';
import { totalsOf } from './totals.ts';

/** An offer that is compared. */
export interface ComparedOffer {
  content: OfferContent;
  form: Form | null;
  /** Who runs the cycle, as its form prints it. */
  organiser: string;
}

/** One row of the comparison: the same thing of each offer, in the order of the offers. */
export interface ComparisonRow {
  key:
    'costs' | 'organiser' | 'offerer' | 'beneficiary' | 'others' | 'nobody' | 'blank' | 'schedule' | 'experts' | 'open';
  name: string;
  values: string[];
  /** Whether the offers differ in it. */
  differs: boolean;
}

const none = '–';
const printed = (sums: readonly Amount[]): string => sums.map(printedAmount).join(' and ') || none;

/** What several offers cost, who bears it, when and with whom; sums of different currencies stand beside each other. */
export function compareOffers(offers: readonly ComparedOffer[]): ComparisonRow[] {
  const row = (key: ComparisonRow['key'], name: string, value: (offer: ComparedOffer) => string): ComparisonRow => {
    const values = offers.map(value);
    return { key, name, values, differs: new Set(values).size > 1 };
  };
  return [
    row('costs', 'All costs', ({ content }) => printed(totalsOf(content).all)),
    row('organiser', 'Borne by the organiser', ({ content }) => borneBy(content, (who) => who === 'organiser')),
    row('offerer', 'Borne by the offering side', ({ content }) => borneBy(content, (who) => who === 'offerer')),
    row('beneficiary', 'Borne by the receiving side', ({ content }) =>
      borneBy(content, (who) => who === 'beneficiary'),
    ),
    row('others', 'Borne by others', ({ content }) =>
      borneBy(content, (who) => !['organiser', 'offerer', 'beneficiary'].includes(who)),
    ),
    row('nobody', 'Borne by nobody yet', ({ content }) => printed(totalsOf(content).unborne)),
    row('blank', 'What the organiser is asked to pay', ({ content, form, organiser }) => {
      const { state, words } = whoBears(content, form, organiser);
      return state === 'given' ? (content.answers['requested']?.text ?? words) : words;
    }),
    row('schedule', 'Schedule', ({ content }) => monthsOf(content)),
    row('experts', 'Experts', ({ content }) => content.experts.map(({ name }) => name).join(', ') || none),
    row(
      'open',
      'Cost lines not agreed yet',
      ({ content }) => `${openLines(content).length} of ${content.costs.length}`,
    ),
  ];
}

function borneBy(content: OfferContent, isMeant: (who: string) => boolean): string {
  const found = totalsOf(content).byPayer.filter(({ who }) => isMeant(who));
  return (
    found
      .map(({ sums, basis }) => `${printed(sums)} (${basis === 'implied-by-blank' ? 'by the blank answer' : basis})`)
      .join('; ') || none
  );
}

/** "2026-05 to 2026-07": from the first month named to the last. */
function monthsOf({ answers }: OfferContent): string {
  const months = (answers['schedule']?.times ?? [])
    .flatMap(({ from, to }) => [from, to])
    .filter((month): month is string => month !== null)
    .map((month) => month.slice(0, 7))
    .sort();
  const [first] = months;
  const last = months.at(-1);
  if (first === undefined || last === undefined) return none;
  return first === last ? first : `${first} to ${last}`;
}
