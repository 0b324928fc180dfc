import { z } from 'zod';
import { Finding, LineNumber } from './common.ts';
import { MeetingRecord } from './meetings.ts';
import { AssistancePlan, MissionApplication, MissionCallRecord } from './missions.ts';
import { PlanRecord } from './plans.ts';
import { SupportReply } from './support.ts';
import { InstrumentsRecord, LegalText, ProposalsRecord } from './texts.ts';

/** `akn` (Akoma Ntoso) is beyond the contract of `throughline read --json`, as is the kind `instruments`. */
export const Media = z.enum(['text', 'docx', 'pdf', 'xlsx', 'akn']);
export type Media = z.infer<typeof Media>;

export const ReadingKind = z.enum([
  'proposals',
  'plan',
  'mission-call',
  'mission-application',
  'assistance-plan',
  'meeting-report',
  'instrument',
  'instruments',
  'support-reply',
  'unknown',
]);
export type ReadingKind = z.infer<typeof ReadingKind>;

/** The schema of the record of each kind; the one place that says which record belongs to which kind. */
export const recordOf = {
  proposals: ProposalsRecord,
  plan: PlanRecord,
  'mission-call': MissionCallRecord,
  'mission-application': MissionApplication,
  'assistance-plan': AssistancePlan,
  'meeting-report': MeetingRecord,
  instrument: LegalText,
  instruments: InstrumentsRecord,
  'support-reply': SupportReply,
  unknown: z.null(),
} as const satisfies Record<ReadingKind, z.ZodType>;

/** The record that belongs to a kind. */
export type RecordOf<K extends ReadingKind> = z.infer<(typeof recordOf)[K]>;

/** Any record of a recognised file. */
export type AnyRecord = NonNullable<RecordOf<ReadingKind>>;

/**
 * What intake understood of one file, before anything is stored. Each non-blank line of the source is either placed
 * in the record or listed in `unplaced`: `lines.placed + unplaced.length === lines.total`.
 */
export const Reading = z.object({
  source: z.object({ name: z.string(), media: Media, bytes: z.int(), sha256: z.string() }),
  kind: ReadingKind,
  record: z
    .union([
      ProposalsRecord,
      PlanRecord,
      MissionCallRecord,
      MissionApplication,
      AssistancePlan,
      MeetingRecord,
      LegalText,
      InstrumentsRecord,
      SupportReply,
    ])
    .nullable(),
  lines: z.object({ total: z.int(), placed: z.int() }),
  unplaced: z.array(z.object({ line: LineNumber, text: z.string() })),
  findings: z.array(Finding),
});
export type Reading = z.infer<typeof Reading>;
