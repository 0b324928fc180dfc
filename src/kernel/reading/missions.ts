import { z } from 'zod';
import { LineNumber, LineRange } from './common.ts';

/** The seven questions of an application, whatever number is printed before them. */
export const QuestionKey = z.enum([
  'policy_issue',
  'support_action',
  'policy_contribution',
  'policy_situation',
  'stakeholders',
  'expected_outcomes',
  'timeline',
]);
export type QuestionKey = z.infer<typeof QuestionKey>;

export const OutcomeCode = z.enum([
  'awareness',
  'training',
  'analysis_report',
  'drafting_regulations',
  'policy_design',
  'systems',
  'others',
]);
export type OutcomeCode = z.infer<typeof OutcomeCode>;

/** A time as the source words it; months as "2023-04". `null` where the words name no date. */
export const When = z.object({
  printed: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  precision: z.enum(['day', 'month', 'quarter', 'year', 'start-of-year', 'onwards', 'asap', 'flexible', 'duration']),
  what: z.string().nullable(),
});
export type When = z.infer<typeof When>;

export const Answer = z.object({
  /** Kept, never trusted: real forms are renumbered by hand. */
  numberPrinted: z.string().nullable(),
  question: z.string(),
  lines: LineRange.nullable(),
  text: z.array(z.string()),
});
export type Answer = z.infer<typeof Answer>;

/** Which form a file says it is, where it is one of ours. */
export const FormOfFile = z.object({
  cycle: z.string(),
  version: z.int(),
  /** The last part of the address of the request or offer that it was made of; `null` for an empty form. */
  online: z.string().nullable(),
});
export type FormOfFile = z.infer<typeof FormOfFile>;

/** One application for an expert mission. */
export const MissionApplication = z.object({
  country: z.object({ printed: z.string(), iso2: z.string().length(2).nullable() }),
  organisation: z.string(),
  title: z.string(),
  answers: z.record(QuestionKey, Answer),
  /** `unknown`: the tick marks were lost; `codes` is then empty and weak evidence stands in `candidate`. */
  expectedOutcomes: z.object({
    state: z.enum(['given', 'blank', 'unknown']),
    codes: z.array(OutcomeCode),
    candidate: z.array(OutcomeCode).nullable(),
  }),
  timeline: z.array(When),
  /** Absent where the file names no form of ours. */
  form: FormOfFile.optional(),
  lines: LineRange,
});
export type MissionApplication = z.infer<typeof MissionApplication>;

/** A call for expert missions: letter, summary of needs, applications, empty form for offers. */
export const MissionCallRecord = z.object({
  programme: z.string(),
  year: z.int(),
  letter: z
    .object({
      reference: z.string(),
      date: z.string(),
      subject: z.string(),
      deadline: z.string().nullable(),
      signatory: z.string(),
      to: z.array(z.string()),
      cc: z.array(z.string()),
      enclosures: z.array(z.string()),
    })
    .nullable(),
  summary: z.array(
    z.object({
      number: z.int(),
      country: z.string(),
      organisation: z.string(),
      title: z.string(),
      heading: z.string().nullable(),
      line: LineNumber,
    }),
  ),
  applications: z.array(MissionApplication),
  assistancePlanForm: z
    .object({ fields: z.array(z.object({ number: z.string(), label: z.string() })), expertRows: z.int() })
    .nullable(),
});
export type MissionCallRecord = z.infer<typeof MissionCallRecord>;

/** A filled plan of assistance: what an organisation offers for a request, and who pays. */
export const AssistancePlan = z.object({
  interest: z.string().nullable(),
  details: z.array(z.string()),
  schedule: z.array(When),
  outcomes: z.array(z.string()),
  others: z.array(z.string()),
  costs: z.array(
    z.object({
      category: z.enum(['travel', 'fee', 'documentation', 'logistics', 'other']),
      description: z.string(),
      /** Decimal as text, currency by ISO 4217. */
      amount: z.object({ value: z.string(), currency: z.string() }).nullable(),
      payers: z.array(z.object({ who: z.string(), share: z.number().nullable() })),
    }),
  ),
  /** `blank` has a meaning of its own on the form: the offering side bears all costs. */
  requestedFromOrganiser: z.object({ state: z.enum(['given', 'blank', 'not-received']), items: z.array(z.string()) }),
  experts: z.array(z.object({ name: z.string(), organisation: z.string() })),
  /** Absent where the file names no form of ours. */
  form: FormOfFile.optional(),
});
export type AssistancePlan = z.infer<typeof AssistancePlan>;
