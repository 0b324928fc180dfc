/**
 * A cycle of missions as data: programme, year, the plan it serves, the stages of requests and offers with one label for
 * staff and one for everybody else, who may move what, and the deadlines. An organisation changes all of it on a page.
 */
import { z } from 'zod';

/** On whose behalf something is done in a cycle. */
export const CycleRole = z.enum(['applicant', 'offerer', 'secretariat']);
export type CycleRole = z.infer<typeof CycleRole>;

const Key = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/, 'Use small letters, digits and hyphens.');
const Day = z.iso.date('Enter a day, such as 2027-03-31.');

export const Move = z.object({
  /** Key of the stage that it leads to. */
  to: Key,
  /** What the button says: "Send it in". */
  label: z.string().trim().min(1).max(80),
  who: z.array(CycleRole).min(1),
  /** Whether a reason has to be given. */
  reason: z.boolean(),
  /** Decided now, told later: the others see the stage only once it is released. */
  heldBack: z.boolean(),
});
export type Move = z.infer<typeof Move>;

export const Stage = z.object({
  key: Key,
  staffLabel: z.string().trim().min(1).max(80),
  /** What the applicant, or the offering organisation, reads. */
  applicantLabel: z.string().trim().min(1).max(80),
  /** Whether those who wrote it may still change it. */
  open: z.boolean(),
  to: z.array(Move),
});
export type Stage = z.infer<typeof Stage>;

/** Stages in their usual order; the first is where everything begins. */
export const Workflow = z
  .array(Stage)
  .min(2)
  .refine((stages) => new Set(stages.map(({ key }) => key)).size === stages.length, 'Two stages have the same key.')
  .refine(
    (stages) => stages.every(({ to }) => to.every((move) => stages.some(({ key }) => key === move.to))),
    'A move leads to a stage that is not there.',
  );
export type Workflow = z.infer<typeof Workflow>;

export const Deadlines = z.object({
  /** The day of the survey letter. */
  survey: Day.nullable(),
  /** Requests by. */
  applications: Day.nullable(),
  /** Offers by. */
  offers: Day.nullable(),
  /** Missions completed by: "2027-12". */
  completion: z
    .string()
    .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'Enter a month, such as 2027-12.')
    .nullable(),
});
export type Deadlines = z.infer<typeof Deadlines>;

/** The parts of the matching score, each with its most points; shown and edited, not tuned. */
export const Weights = z.object({
  theme: z.int().min(0).max(100),
  help: z.int().min(0).max(100),
  place: z.int().min(0).max(100),
  time: z.int().min(0).max(100),
  language: z.int().min(0).max(100),
  record: z.int().min(0).max(100),
});
export type Weights = z.infer<typeof Weights>;

export const CycleSettings = z.object({
  /** Who runs the cycle, as forms and letters print it. */
  organiser: z.string().trim().min(1, 'Enter the name of the organisation.').max(200),
  /** What the cycle is for, in the words of its organiser: the page of the call and the introduction print it. */
  introduction: z.string().trim().max(20_000, 'The introduction is longer than 20 000 characters.'),
  applications: Workflow,
  offers: Workflow,
  deadlines: Deadlines,
  /** Whether everybody may read the page of the call. */
  publicPage: z.boolean(),
  /** Most that a mission may cost without anybody bearing it. */
  ceiling: z.object({ value: z.string(), currency: z.string().length(3) }).nullable(),
  weights: Weights,
});
export type CycleSettings = z.infer<typeof CycleSettings>;

/** The moves that a role may make from a stage. */
export function movesFrom(workflow: Workflow, stage: string, roles: readonly CycleRole[]): Move[] {
  const at = workflow.find(({ key }) => key === stage);
  return (at?.to ?? []).filter(({ who }) => who.some((role) => roles.includes(role)));
}

/** A stage by its key; `null` for one that a changed workflow no longer has. */
export function stageOf(workflow: Workflow, key: string): Stage | null {
  return workflow.find((stage) => stage.key === key) ?? null;
}

/** Stages with these keys have a meaning to the program; an organisation may relabel them and add others. */
export const knownStages = {
  /** Applications: being written · sent in · the secretariat asked something · accepted · sent round · an offer is settled
   * · mission under way · done · not taken up · taken back. */
  applications: [
    'draft',
    'submitted',
    'asked',
    'screened',
    'circulated',
    'matched',
    'in-mission',
    'completed',
    'declined',
    'withdrawn',
  ],
  /** Offers: being written · sent in · being settled with the applicant · agreed · not taken up · taken back. */
  offers: ['draft', 'received', 'coordination', 'agreed', 'not-taken', 'withdrawn'],
} as const;
