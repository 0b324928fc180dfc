/** A mission as it is carried out, from the agreement to what became of the advice. */
import { z } from 'zod';
import { Nomination } from '../forms/answers.ts';
import { Day, yearAfter } from './days.ts';
import type { Milestone } from './milestones.ts';

export const MissionStage = z.enum(['agreement', 'agreed', 'under-way', 'reported', 'closed', 'cancelled']);
export type MissionStage = z.infer<typeof MissionStage>;

export const missionStageNames: Record<MissionStage, string> = {
  agreement: 'Agreement being written',
  agreed: 'Agreed',
  'under-way': 'Under way',
  reported: 'Reported',
  closed: 'Closed',
  cancelled: 'Cancelled',
};

/** Where a mission may go from each stage, and what the button says. */
export const missionMoves: Record<MissionStage, readonly { to: MissionStage; label: string; reason: boolean }[]> = {
  agreement: [
    { to: 'agreed', label: 'The agreement is signed', reason: false },
    { to: 'cancelled', label: 'Cancel the mission', reason: true },
  ],
  agreed: [
    { to: 'under-way', label: 'The mission begins', reason: false },
    { to: 'agreement', label: 'Go back to the agreement', reason: true },
    { to: 'cancelled', label: 'Cancel the mission', reason: true },
  ],
  'under-way': [
    { to: 'reported', label: 'The final report is there', reason: false },
    { to: 'cancelled', label: 'Cancel the mission', reason: true },
  ],
  reported: [
    { to: 'closed', label: 'Close the mission', reason: true },
    { to: 'under-way', label: 'It goes on', reason: true },
  ],
  closed: [{ to: 'reported', label: 'Open it again', reason: true }],
  cancelled: [],
};

export const MissionManner = z.enum(['site', 'virtual', 'both']);
export type MissionManner = z.infer<typeof MissionManner>;

export const mannerNames: Record<MissionManner, string> = {
  site: 'On site',
  virtual: 'Virtual',
  both: 'On site and virtual',
};

export const MissionDetails = z
  .object({
    /** As printed; the ids stand on the record. */
    beneficiary: z.string().trim().min(1, 'Enter who receives the mission.').max(300),
    offerers: z.array(z.object({ id: z.uuid().nullable(), name: z.string().trim().min(1).max(300) })),
    manner: MissionManner,
    place: z.string().trim().max(300, 'Use at most 300 characters.'),
    start: Day.nullable(),
    end: Day.nullable(),
    experts: z.array(Nomination),
    /** What everybody may read, once it is shown. */
    publicSummary: z.string().trim().max(5000, 'Use at most 5,000 characters.'),
    /** Whether everybody may read title, country, organisations, dates, stage and the public summary. */
    summaryShown: z.boolean(),
    /** Why it was cancelled or went back, by the latest move that needed a reason. */
    reason: z.string(),
  })
  .refine(({ start, end }) => start === null || end === null || start <= end, {
    error: 'The mission ends before it begins.',
    path: ['end'],
  });
export type MissionDetails = z.infer<typeof MissionDetails>;

export const Closing = z.object({ on: Day, by: z.string(), note: z.string() });
export type Closing = z.infer<typeof Closing>;

export const AdviceState = z.enum(['adopted', 'partly', 'not-yet', 'dropped']);
export type AdviceState = z.infer<typeof AdviceState>;

export const adviceNames: Record<AdviceState, string> = {
  adopted: 'Adopted',
  partly: 'Partly adopted',
  'not-yet': 'Not yet',
  dropped: 'Dropped',
};

/** One piece of advice, and what became of it. */
export const Advice = z.object({
  /** Stable within the mission: "advice-1". */
  id: z.string(),
  text: z.string().trim().min(1).max(1000),
  /** `null` until the beneficiary has answered. */
  state: AdviceState.nullable(),
  words: z.string().trim().max(3000, 'Use at most 3,000 characters.'),
  /** A page that shows it. */
  evidence: z
    .string()
    .trim()
    .max(500)
    .refine((text) => text === '' || /^https?:\/\/[^\s]+$/i.test(text), 'Enter an address that begins with https://.'),
  answered: z.object({ on: Day, by: z.string() }).nullable(),
});
export type Advice = z.infer<typeof Advice>;

export const FollowUp = z.object({ advice: z.array(Advice) });
export type FollowUp = z.infer<typeof FollowUp>;

/** What a rule on missions needs to know of one. */
export interface MissionFacts {
  id: string;
  stage: MissionStage;
  details: MissionDetails;
  milestones: readonly Milestone[];
  followUp: FollowUp;
  closing: Closing | null;
  evaluationBy: string | null;
}

/** The day on which the final report was there; `null` while it is not. */
export function reportedOn(milestones: readonly Milestone[]): string | null {
  const days = milestones.flatMap(({ kind, doneOn }) => (kind === 'final-report' && doneOn !== null ? [doneOn] : []));
  return days.toSorted().at(-1) ?? null;
}

/** A year after the final report, or after the closing where no report has a day; `null` before either. */
export function followUpDue({ milestones, closing }: Pick<MissionFacts, 'milestones' | 'closing'>): string | null {
  const from = reportedOn(milestones) ?? closing?.on ?? null;
  return from === null ? null : yearAfter(from);
}

/** Whether the advice still waits for an answer. */
export const followUpOpen = ({ advice }: FollowUp): boolean =>
  advice.length === 0 || advice.some(({ state }) => state === null);

/** What has to be there before a mission is closed. */
export interface ChecklistItem {
  what: string;
  met: boolean;
}

export function checklistOf(mission: MissionFacts & { costs: { closed: boolean } }): ChecklistItem[] {
  return [
    { what: 'The final report is there', met: reportedOn(mission.milestones) !== null },
    { what: 'The costs are closed', met: mission.costs.closed },
    { what: 'Both sides are asked for their evaluation', met: mission.evaluationBy !== null },
  ];
}
