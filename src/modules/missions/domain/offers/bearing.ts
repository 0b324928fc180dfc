/**
 * Who bears the costs of an offer. An empty answer to what the organiser should pay means something where the form says
 * so: the offering organisation bears all. A question that was not in what came, or whose answer was lost, means nothing.
 */
import type { AnswerState, CostLine, OfferContent, Payer } from '../forms/answers.ts';
import { asksForNothing } from '../forms/declining.ts';
import type { Form } from '../forms/form.ts';

/** Key of the question of what the organiser should pay. */
export const requestedKey = 'requested';
/** A whole line, in hundredths of a per cent. */
export const wholeLine = 10_000;

/** On which ground the shares of a line are told. */
export type Ground = 'agreed' | 'stated' | 'implied' | 'not-said';

export interface BorneLine {
  line: CostLine;
  /** The shares that count: those agreed on, else those stated with what a blank implies. */
  shares: Payer[];
  ground: Ground;
  /** Hundredths of the line that somebody bears; `null` where a payer is named without a share. */
  borne: number | null;
}

export interface Bearing {
  /** Of the answer to what the organiser should pay. */
  state: AnswerState;
  /** What an empty answer means by the form's words; `null` where the form gives it no meaning. */
  blankMeans: string | null;
  /** What the answer says, or what it means that there is none: a sentence for pages, letters and agreements. */
  words: string;
  lines: BorneLine[];
}

const sum = (payers: readonly Payer[]): number | null =>
  payers.some(({ share }) => share === null) ? null : payers.reduce((all, { share }) => all + (share ?? 0), 0);

/**
 * The shares of a line that count: those agreed on, where there are any; else what each payer offered, or was asked for
 * where it offered nothing, and what a blank implies beside that.
 */
export function countedShares({ payers }: Pick<CostLine, 'payers'>): Payer[] {
  const agreed = payers.filter(({ basis }) => basis === 'agreed');
  if (agreed.length > 0) return agreed;
  const offered = new Set(payers.filter(({ basis }) => basis === 'offered').map(({ who }) => who));
  return payers.filter(({ who, basis }) => basis !== 'asked' || !offered.has(who));
}

/** What an empty answer to the question means by this form; `null` without the question or a meaning. */
export function meaningOfBlank(form: Form | null): string | null {
  const meaning = form?.items.find(({ key }) => key === requestedKey)?.blankMeans ?? null;
  return meaning === '' ? null : meaning;
}

/** The state of the answer to what the organiser should pay; a question that nobody recorded was not in what came. */
export function requestedState({ answers }: OfferContent): AnswerState {
  return answers[requestedKey]?.state ?? 'not-received';
}

/** The question was left empty, or answered with "none": an answer of its own, with the same meaning. */
function nothingAsked({ answers }: OfferContent): boolean {
  const answer = answers[requestedKey];
  return answer?.state === 'blank' || (answer?.state === 'given' && asksForNothing(answer.text));
}

/** Who bears what, by the version of the form that was answered. @param organiser as the form prints it */
export function whoBears(content: OfferContent, form: Form | null, organiser = 'the organiser'): Bearing {
  const state = requestedState(content);
  const blankMeans = meaningOfBlank(form);
  return {
    state,
    blankMeans,
    words: wordsFor(nothingAsked(content) ? 'blank' : state, blankMeans, organiser) + groundOfBlank(content, form),
    lines: content.costs.map((line) => {
      const shares = countedShares(line);
      return { line, shares, ground: groundOf(shares), borne: sum(shares) };
    }),
  };
}

function groundOf(shares: readonly Payer[]): Ground {
  const [first] = shares;
  if (first === undefined) return 'not-said';
  if (first.basis === 'agreed') return 'agreed';
  return shares.every(({ basis }) => basis === 'implied-by-blank') ? 'implied' : 'stated';
}

function wordsFor(state: AnswerState, blankMeans: string | null, organiser: string): string {
  switch (state) {
    case 'given':
      return `The offer asks ${organiser} to pay what it names.`;
    case 'blank':
      return blankMeans === null
        ? `The offer asks ${organiser} for nothing.`
        : `The offer asks ${organiser} for nothing. By the words of the form: ${blankMeans}`;
    case 'unknown':
      return `What the offer asks ${organiser} to pay was lost. Nothing follows from that: the offering organisation has to say it again.`;
    case 'not-received':
      return `The question of what ${organiser} should pay was not in what came. Nothing can be concluded about who bears the costs.`;
  }
}

/**
 * What else is to be said of an empty answer that the form gives no meaning. A plan that came as a file and is tied to
 * no cycle has no form here; what its own words implied was read with its cost lines.
 */
function groundOfBlank(content: OfferContent, form: Form | null): string {
  if (!nothingAsked(content) || meaningOfBlank(form) !== null) return '';
  if (form !== null) return ' The form gives an empty answer no meaning, so it does not say who bears the costs.';
  const read = content.costs.some(({ payers }) => payers.some(({ basis }) => basis === 'implied-by-blank'));
  return read
    ? ' By the words of the form it came in, each cost is borne as its line says.'
    : ' It is tied to no form yet that would say who bears the costs then.';
}

/**
 * The costs with what an empty answer implies, and without what it implied before it was answered. Shares that somebody
 * stated or agreed on stay as they are; the offering side takes over what they leave.
 */
export function withImplied(content: OfferContent, form: Form | null): OfferContent {
  const implies = nothingAsked(content) && meaningOfBlank(form) !== null;
  return {
    ...content,
    costs: content.costs.map((line) => {
      const stated = line.payers.filter(({ basis }) => basis !== 'implied-by-blank');
      const said = sum(countedShares({ payers: stated.filter(({ basis }) => basis !== 'agreed') }));
      if (!implies || said === null || said >= wholeLine) return { ...line, payers: stated };
      const rest: Payer = { who: 'offerer', share: wholeLine - said, basis: 'implied-by-blank' };
      return { ...line, payers: [...stated, rest] };
    }),
  };
}
