import { z } from 'zod';
import { Certainty, LineNumber, LineRange } from './common.ts';
import { PlanRecord } from './plans.ts';

/** A revision of an instrument: where and when it was adopted, or last revised (`revised`, printed "Rev."). */
export const Revision = z.object({ place: z.string(), year: z.int(), revised: z.boolean() });
export type Revision = z.infer<typeof Revision>;

/** Whether a stretch of words stands in both texts, only in the proposed one, or only in the base. */
export const Change = z.enum(['same', 'inserted', 'deleted']);
export type Change = z.infer<typeof Change>;

/** Words with their change, in the order of the document. */
export const TextRun = z.object({ text: z.string(), change: Change });
export type TextRun = z.infer<typeof TextRun>;

/**
 * A clause's label: as printed, and in each of the two texts. `null`: the clause is not in that text;
 * the empty string: it is there without a label.
 */
export const Label = z.object({ printed: z.string(), before: z.string().nullable(), after: z.string().nullable() });
export type Label = z.infer<typeof Label>;

const clauseFields = {
  label: Label,
  status: z.enum(['kept', 'changed', 'renumbered', 'inserted', 'deleted']),
  /** The words in the base text, without the label; `null` where the clause is not in it. */
  before: z.string().nullable(),
  /** The words in the proposed text, without the label; `null` where the clause is not in it. */
  after: z.string().nullable(),
  runs: z.array(TextRun),
  certainty: Certainty,
  /** What a doubtful reading rests on, in words for people; beyond the contract. */
  evidence: z.array(z.string()).optional(),
  line: LineNumber,
};

/** One clause of a legal text; its sub-clauses are its children. */
export interface Clause {
  label: Label;
  status: 'kept' | 'changed' | 'renumbered' | 'inserted' | 'deleted';
  before: string | null;
  after: string | null;
  runs: TextRun[];
  certainty: Certainty;
  evidence?: string[] | undefined;
  line: number;
  children: Clause[];
}
export const Clause: z.ZodType<Clause> = z.object({
  ...clauseFields,
  get children() {
    return z.array(Clause);
  },
});

/**
 * Words of a heading, title, opening or note that differ between the base and the proposed text; `null` where that text
 * has none. Fields of this type are beyond the contract of `throughline read --json`, which tells the proposed words
 * only ({@link asContract}); they stand only where the two differ.
 */
export const BothWords = z.object({ before: z.string().nullable(), after: z.string().nullable() });
export type BothWords = z.infer<typeof BothWords>;

/** The clauses under one heading ("considering", "resolves", "instructs the Secretary-General"). */
export const Section = z.object({
  kind: z.enum(['preamble', 'operative', 'annex']),
  /** The heading in the proposed text; `null` for annex text that stands before any heading. */
  heading: z.string().nullable(),
  changedHeading: BothWords.optional(),
  status: z.enum(['kept', 'changed', 'inserted', 'deleted']),
  clauses: z.array(Clause),
  line: LineNumber,
});
export type Section = z.infer<typeof Section>;

export const Annex = z.object({
  heading: z.string(),
  changedHeading: BothWords.optional(),
  title: z.string().nullable(),
  changedTitle: BothWords.optional(),
  sections: z.array(Section),
  line: LineNumber,
});
export type Annex = z.infer<typeof Annex>;

export const Footnote = z.object({
  mark: z.string(),
  text: z.string(),
  changedText: BothWords.optional(),
  line: LineNumber,
});
export type Footnote = z.infer<typeof Footnote>;

/** A resolution, decision, recommendation or the like, as it would stand if the proposal were adopted, with its changes. */
export const LegalText = z.object({
  heading: z.string().nullable(),
  changedHeading: BothWords.optional(),
  title: z.string().nullable(),
  changedTitle: BothWords.optional(),
  opening: z.string().nullable(),
  changedOpening: BothWords.optional(),
  sections: z.array(Section),
  annexes: z.array(Annex),
  footnotes: z.array(Footnote),
  /** Notes of the base text that the proposed text has no more; beyond the contract. */
  droppedFootnotes: z.array(Footnote).optional(),
});
export type LegalText = z.infer<typeof LegalText>;

/** Adopted texts that stand in one document, such as the final acts of a conference; a kind beyond the contract. */
export const InstrumentsRecord = z.object({ texts: z.array(LegalText) });
export type InstrumentsRecord = z.infer<typeof InstrumentsRecord>;

export const InstrumentKind = z.enum(['constitution', 'convention', 'resolution', 'decision', 'recommendation']);
export type InstrumentKind = z.infer<typeof InstrumentKind>;

/** What a proposal asks: no change, modification, addition, suppression. */
export const ProposalAction = z.enum(['NOC', 'MOD', 'ADD', 'SUP']);
export type ProposalAction = z.infer<typeof ProposalAction>;

/** One proposal of a contribution to a conference. */
export const Proposal = z.object({
  serial: z.int(),
  /** As printed, without what follows '#': "XYZ/12A1/3". */
  reference: z.string(),
  externalId: z.string().nullable(),
  bookmark: z.string().nullable(),
  action: ProposalAction,
  target: z.object({
    kind: InstrumentKind,
    /** 11; "XYZ-1" for a draft new text; `null` for the Constitution and the Convention. */
    number: z.union([z.int(), z.string()]).nullable(),
    /** "Annex 1" where only a part is proposed to change. */
    part: z.string().nullable(),
    isNew: z.boolean(),
  }),
  title: z.object({ before: z.string().nullable(), after: z.string().nullable() }),
  revision: z.object({ before: Revision.nullable(), after: Revision.nullable() }),
  parts: z.object({
    summary: LineRange.nullable(),
    introduction: LineRange.nullable(),
    proposal: LineRange.nullable(),
    reasons: LineRange.nullable(),
  }),
  /** `null` for NOC. */
  text: LegalText.nullable(),
  /** Where the proposed text is itself a plan; line numbers of the same file. */
  plan: PlanRecord.nullable(),
  lines: LineRange,
});
export type Proposal = z.infer<typeof Proposal>;

/** A contribution document with its proposals. */
export const ProposalsRecord = z.object({
  document: z.object({ proponent: z.string().nullable(), number: z.int().nullable(), addendum: z.int().nullable() }),
  proposals: z.array(Proposal),
});
export type ProposalsRecord = z.infer<typeof ProposalsRecord>;

/** One citation of another text, or of a clause of the same text. */
export const Citation = z.object({
  line: LineNumber,
  text: z.string(),
  kind: z.enum([
    'resolution',
    'decision',
    'recommendation',
    'article',
    'provision',
    'wsis-line',
    'sdg-goal',
    'sdg-target',
    'sdg-indicator',
    'un-document',
    'question',
    'clause',
  ]),
  /** PP, WTSA, WTDC, RA, WRC, Council, UNGA, ECOSOC, CS, CV, RR …; `null` where nothing says which body. */
  body: z.string().nullable(),
  number: z.string(),
  revision: Revision.nullable(),
  /** The older revision where a flattened change shows both. */
  superseded: Revision.nullable(),
});
export type Citation = z.infer<typeof Citation>;

/** Fields that the register keeps and the contract of `throughline read --json` does not know. */
const beyondContract: ReadonlySet<string> = new Set([
  'evidence',
  'changedHeading',
  'changedTitle',
  'changedOpening',
  'changedText',
  'droppedFootnotes',
  'mend',
]);

/** A reading or record as the contract has it: without the fields that only the register keeps. */
export function asContract<T>(value: T): T {
  if (Array.isArray(value)) return value.map((item: unknown) => asContract(item)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !beyondContract.has(key))
      .map(([key, inner]) => [key, asContract(inner as unknown)]),
  ) as T;
}
