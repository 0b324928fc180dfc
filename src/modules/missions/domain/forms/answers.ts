/**
 * What is answered in an application and in a plan of assistance, however it came: typed in the browser, read from Word
 * by its controls or by the words of its questions, or read out of a call. A value that was lost stays unknown.
 */
import { z } from 'zod';
import { LineRange, When } from '#kernel/reading/index.ts';

/**
 * `blank`: asked and left empty, which may mean something; `unknown`: there was an answer and it was lost, as tick marks
 * are; `not-received`: the question was not in what came.
 */
export const AnswerState = z.enum(['given', 'blank', 'unknown', 'not-received']);
export type AnswerState = z.infer<typeof AnswerState>;

/** How an answer came to us. */
export const AnswerWay = z.enum(['typed', 'word-control', 'question-words', 'order', 'read']);
export type AnswerWay = z.infer<typeof AnswerWay>;

export const GivenAnswer = z.object({
  state: AnswerState,
  /** Paragraphs, one a line; the empty string without any. */
  text: z.string(),
  /** Codes of the options ticked, in the order of the form. */
  chosen: z.array(z.string()),
  /** What stands beside a free option. */
  other: z.string().nullable(),
  /** Weak evidence for lost ticks: shown as a question, never taken as an answer. */
  candidate: z.array(z.string()).nullable(),
  times: z.array(When),
  /** As printed on the form it came from; numbers are kept, never trusted. */
  printed: z.object({ number: z.string().nullable(), question: z.string() }).nullable(),
  how: AnswerWay,
  /** The file it was read from, and the lines there. */
  source: z.uuid().nullable(),
  lines: LineRange.nullable(),
  /** Counts the changes of this one answer, so that two people (or a Word copy) are told when they cross. */
  revision: z.int().nonnegative(),
});
export type GivenAnswer = z.infer<typeof GivenAnswer>;

/** An answer not given yet. */
export const noAnswer: GivenAnswer = {
  state: 'blank',
  text: '',
  chosen: [],
  other: null,
  candidate: null,
  times: [],
  printed: null,
  how: 'typed',
  source: null,
  lines: null,
  revision: 0,
};

/** Answers by the keys of the form's questions. */
export const Answers = z.record(z.string(), GivenAnswer);
export type Answers = z.infer<typeof Answers>;

/** What an application says. */
export const ApplicationContent = z.object({
  country: z.object({ printed: z.string(), iso2: z.string().length(2).nullable() }),
  organisation: z.string(),
  title: z.string(),
  answers: Answers,
});
export type ApplicationContent = z.infer<typeof ApplicationContent>;

export const CostCategory = z.enum(['travel', 'fee', 'documentation', 'logistics', 'other']);
export type CostCategory = z.infer<typeof CostCategory>;

/** Who bears a part of a cost line, and on which ground we say so. */
export const Payer = z.object({
  /** `organiser`, `offerer`, `beneficiary`, or the id of another organisation. */
  who: z.string(),
  /** Hundredths of the line, 0 to 10000; `null` where it is not said. The shares of an agreed line make 10000. */
  share: z.int().min(0).max(10000).nullable(),
  basis: z.enum(['asked', 'offered', 'agreed', 'implied-by-blank']),
});
export type Payer = z.infer<typeof Payer>;

export const CostLine = z.object({
  /** Stable within the plan: "line-1". */
  id: z.string(),
  category: CostCategory,
  text: z.string(),
  /** Decimal as text. */
  quantity: z.string().nullable(),
  unit: z.string().nullable(),
  /** Of one unit, in the currency of the amount; decimal as text. */
  price: z.string().nullable().exactOptional(),
  /** Of the whole line. Decimal as text, currency by ISO 4217; `null` where it is not said or cannot be read. */
  amount: z.object({ value: z.string(), currency: z.string() }).nullable(),
  payers: z.array(Payer),
});
export type CostLine = z.infer<typeof CostLine>;

/** An expert named in a plan. Ways to reach people are kept apart, in the directory, for the secretariat only. */
export const Nomination = z.object({
  name: z.string(),
  organisation: z.string(),
  role: z.enum(['lead', 'expert', 'backup']).nullable(),
  /** The person in the directory, once known. */
  person: z.uuid().nullable(),
});
export type Nomination = z.infer<typeof Nomination>;

/** What a plan of assistance says. `answers.requested` holds the state of "what should the organiser pay". */
export const OfferContent = z.object({
  /** As printed; the organisation's id stands on the record. */
  organisation: z.string(),
  answers: Answers,
  costs: z.array(CostLine),
  experts: z.array(Nomination),
});
export type OfferContent = z.infer<typeof OfferContent>;
