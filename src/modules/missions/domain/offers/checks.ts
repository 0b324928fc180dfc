/** What somebody should look at in an offer: costs that do not add up, dates that do not fit, what is missing. */
import type { Amount } from '#kernel/money.ts';
import type { Deadlines } from '../cycle/cycle.ts';
import type { CostLine, OfferContent } from '../forms/answers.ts';
import type { Form, FormItem } from '../forms/form.ts';
import { isMore, printedAmount, printedShare, product, sameNumber } from './amounts.ts';
import { countedShares, requestedState, wholeLine } from './bearing.ts';
import { totalsOf } from './totals.ts';

export interface OfferFinding {
  rule:
    | 'answer-missing'
    | 'amount-missing'
    | 'amount-differs'
    | 'shares-differ'
    | 'share-missing'
    | 'bearing-not-known'
    | 'over-the-ceiling'
    | 'after-completion'
    | 'before-deadline'
    | 'request-withdrawn'
    | 'no-request'
    | 'no-expert';
  /** One sentence for those who work on the offer. */
  text: string;
  /** Key of the question, or id of the cost line. */
  field: string | null;
}

/** What an offer is looked at against. */
export interface OfferSurroundings {
  form: Form | null;
  deadlines: Deadlines;
  ceiling: Amount | null;
  /** The requests it answers. */
  requests: readonly { title: string; stage: string }[];
}

/** All that should be looked at, in the order of the form. */
export function checksOfOffer(content: OfferContent, around: OfferSurroundings): OfferFinding[] {
  return [
    ...requestFindings(around.requests),
    ...missing(content, around.form?.items ?? []),
    ...scheduleFindings(content, around.deadlines),
    ...content.costs.flatMap(lineFindings),
    ...bearingFindings(content, around.ceiling),
  ];
}

function requestFindings(requests: OfferSurroundings['requests']): OfferFinding[] {
  if (requests.length === 0) {
    return [{ rule: 'no-request', text: 'The offer is not tied to any request.', field: 'applications' }];
  }
  return requests
    .filter(({ stage }) => stage === 'withdrawn' || stage === 'declined')
    .map(({ title, stage }) => ({
      rule: 'request-withdrawn',
      text: `The request “${title}” was ${stage === 'withdrawn' ? 'withdrawn by its applicant' : 'not taken up'}.`,
      field: 'applications',
    }));
}

function missing(content: OfferContent, items: readonly FormItem[]): OfferFinding[] {
  return items.flatMap((item): OfferFinding[] => {
    if (!item.required) return [];
    if (item.type === 'experts') {
      return content.experts.length > 0
        ? []
        : [{ rule: 'no-expert', text: `Question ${item.number}: no expert is named.`, field: item.key }];
    }
    const answered =
      item.type === 'costs'
        ? content.costs.length > 0
        : ['given', 'unknown'].includes(content.answers[item.key]?.state ?? 'blank');
    if (answered) return [];
    return [{ rule: 'answer-missing', text: `Question ${item.number} is not answered.`, field: item.key }];
  });
}

/** Months are compared with the month of the deadline: a mission may begin in the month in which offers close. */
function scheduleFindings(content: OfferContent, { offers, completion }: Deadlines): OfferFinding[] {
  return (content.answers['schedule']?.times ?? []).flatMap(({ printed, from, to }): OfferFinding[] => {
    const [first, last] = [from ?? to, to ?? from];
    const found: OfferFinding[] = [];
    if (completion !== null && last !== null && last.slice(0, 7) > completion) {
      const text = `“${printed}” is after ${completion}, by which missions are completed.`;
      found.push({ rule: 'after-completion', text, field: 'schedule' });
    }
    if (offers !== null && first !== null && first.slice(0, 7) < offers.slice(0, 7)) {
      const text = `“${printed}” is before offers are due (${offers}).`;
      found.push({ rule: 'before-deadline', text, field: 'schedule' });
    }
    return found;
  });
}

function lineFindings(line: CostLine): OfferFinding[] {
  const found: OfferFinding[] = [];
  const name = line.text === '' ? line.category : line.text;
  if (line.amount === null) {
    found.push({ rule: 'amount-missing', text: `No amount is given for “${name}”.`, field: line.id });
  } else {
    const computed = computedAmount(line);
    if (computed !== null && !sameNumber(computed, line.amount.value)) {
      const text = `“${name}”: ${line.quantity} × ${line.price} makes ${computed}, and ${line.amount.value} is stated.`;
      found.push({ rule: 'amount-differs', text, field: line.id });
    }
  }
  const shares = countedShares(line);
  if (shares.some(({ share }) => share === null)) {
    found.push({ rule: 'share-missing', text: `“${name}”: a payer is named without a share.`, field: line.id });
  } else if (shares.length > 0) {
    const said = shares.reduce((all, { share }) => all + (share ?? 0), 0);
    if (said !== wholeLine) {
      const text = `“${name}”: the shares make ${printedShare(said)}, not 100 %.`;
      found.push({ rule: 'shares-differ', text, field: line.id });
    }
  }
  return found;
}

/** What quantity and price of a line make; `null` where either is not given. */
export function computedAmount({ quantity, price }: Pick<CostLine, 'quantity' | 'price'>): string | null {
  return quantity === null || price === null || price === undefined ? null : product(quantity, price);
}

function bearingFindings(content: OfferContent, ceiling: Amount | null): OfferFinding[] {
  const found: OfferFinding[] = [];
  const state = requestedState(content);
  const open = content.costs.some((line) => line.payers.length === 0);
  if (open && (state === 'unknown' || state === 'not-received')) {
    const text =
      state === 'unknown'
        ? 'What the organiser is asked to pay was lost; nobody is known to bear the costs without a payer.'
        : 'The question of what the organiser should pay did not come; nobody is known to bear the costs without a payer.';
    found.push({ rule: 'bearing-not-known', text, field: 'requested' });
  }
  const over = ceiling === null ? null : costOverCeiling(content, ceiling);
  if (over !== null && ceiling !== null) {
    const text = `${printedAmount(over)} is borne by nobody; the ceiling of the cycle is ${printedAmount(ceiling)}.`;
    found.push({ rule: 'over-the-ceiling', text, field: 'cost' });
  }
  return found;
}

/**
 * What nobody bears of an offer, where that is more than a mission may cost without a payer: a hard bar for matching.
 * Only the currency of the ceiling is compared; amounts of other currencies are not converted.
 * @returns the sum that nobody bears, or `null` where it is within the ceiling
 */
export function costOverCeiling(content: Pick<OfferContent, 'costs'>, ceiling: Amount | null): Amount | null {
  if (ceiling === null) return null;
  const open = totalsOf(content).unborne.find(({ currency }) => currency === ceiling.currency);
  return open !== undefined && isMore(open.value, ceiling.value) ? open : null;
}
