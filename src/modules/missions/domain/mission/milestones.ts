/** Milestones of a mission: planned days or months, every change of them kept, their state on any day computed. */
import { z } from 'zod';
import type { When } from '#kernel/reading/index.ts';
import { Day, firstOf, lastOf, Planned } from './days.ts';

export const MilestoneKind = z.enum([
  'site-visit',
  'hearing',
  'questionnaire',
  'analysis',
  'workshop',
  'draft-report',
  'feedback',
  'final-report',
  'other',
]);
export type MilestoneKind = z.infer<typeof MilestoneKind>;

export const milestoneNames: Record<MilestoneKind, string> = {
  'site-visit': 'Site visit',
  hearing: 'Hearing',
  questionnaire: 'Questionnaire',
  analysis: 'Analysis',
  workshop: 'Workshop',
  'draft-report': 'Draft report',
  feedback: 'Feedback on the draft',
  'final-report': 'Final report',
  other: 'Other step',
};

/** Words of one's own beside the name of the kind; empty where they only say the kind again. */
export const detailOf = ({ kind, what }: Pick<Milestone, 'kind' | 'what'>): string =>
  what.toLowerCase() === milestoneNames[kind].toLowerCase() ? '' : what;

/** "Analysis: the law in force", or "Workshop in Suva" where the words name the kind themselves. */
export function stepInWords({ kind, what }: Pick<Milestone, 'kind' | 'what'>): string {
  const name = milestoneNames[kind];
  if (what === '') return name;
  if (!what.toLowerCase().startsWith(name.toLowerCase())) return `${name}: ${what}`;
  return `${what.charAt(0).toUpperCase()}${what.slice(1)}`;
}

/** One change of a planned date. */
export const DateMove = z.object({
  from: Planned,
  to: Planned,
  reason: z.string(),
  by: z.string(),
  /** ISO time. */
  at: z.string(),
});
export type DateMove = z.infer<typeof DateMove>;

export const Milestone = z.object({
  /** Stable within the mission: "step-1". */
  id: z.string(),
  kind: MilestoneKind,
  /** In words of one's own; may be empty. */
  what: z.string().trim().max(500, 'Use at most 500 characters.'),
  on: Planned,
  /** Oldest first; `from` of the first is the date that was planned at the beginning. */
  moves: z.array(DateMove),
  doneOn: Day.nullable(),
  dropped: z.object({ on: Day, reason: z.string(), by: z.string() }).nullable(),
});
export type Milestone = z.infer<typeof Milestone>;

export type MilestoneState = 'planned' | 'done' | 'late' | 'dropped';

export const stateNames: Record<MilestoneState, string> = {
  planned: 'planned',
  done: 'done',
  late: 'late',
  dropped: 'dropped',
};

/** How a milestone stands on a day; what happened later is not known on that day. */
export function stateOn({ on, doneOn, dropped }: Milestone, day: string): MilestoneState {
  if (doneOn !== null && doneOn <= day) return 'done';
  if (dropped !== null && dropped.on <= day) return 'dropped';
  return lastOf(on) < day ? 'late' : 'planned';
}

/** The date that was planned at the beginning. */
export const originallyOn = ({ on, moves }: Milestone): Planned => moves[0]?.from ?? on;

/** By their planned time, the earlier first; of the same time, as they were entered. */
export function inOrder(milestones: readonly Milestone[]): Milestone[] {
  return milestones.toSorted((one, other) => lastOf(one.on).localeCompare(lastOf(other.on)));
}

/** First and last day of the mission as its milestones plan it; `null` without any that is not dropped. */
export function spanOf(milestones: readonly Milestone[]): { from: string; to: string } | null {
  const held = milestones.filter(({ dropped }) => dropped === null);
  if (held.length === 0) return null;
  return {
    from: held.map(({ on }) => firstOf(on)).reduce((one, other) => (one < other ? one : other)),
    to: held.map(({ on }) => lastOf(on)).reduce((one, other) => (one > other ? one : other)),
  };
}

/** The next free id of a list whose ids are "step-1", "step-2". */
export function nextId(prefix: string, things: readonly { id: string }[]): string {
  const numbers = things.map(({ id }) => Number(id.slice(prefix.length + 1))).filter(Number.isInteger);
  return `${prefix}-${Math.max(0, ...numbers) + 1}`;
}

/** What words of a schedule are about; the first that fits counts. */
const kinds: readonly [MilestoneKind, RegExp][] = [
  ['draft-report', /\bdraft(?:ing)?\b[^.;]{0,40}\breports?\b|\breports?\b[^.;]{0,20}\bdraft/iu],
  ['feedback', /\bfeedback\b|\bcomments?\b|\breview of the (?:draft|report)/iu],
  ['final-report', /\breports?\b/iu],
  ['questionnaire', /\bquestionnaires?\b|\bsurveys?\b/iu],
  ['workshop', /\bworkshops?\b|\bseminars?\b|\btrainings?\b|\bcourses?\b/iu],
  ['site-visit', /\bvisits?\b|\bon[- ]?site\b|\bmission to\b|\btravel/iu],
  ['hearing', /\bhearings?\b|\binterviews?\b|\bconsultations?\b|\btalks?\b|\bmeetings?\b/iu],
  ['analysis', /\banaly[sz]\w+|\bassess\w+|\breviews?\b|\bstud(?:y|ies)\b|\bresearch\b/iu],
];

/** A kind of milestone by the words of a schedule. */
export const kindOfWords = (words: string): MilestoneKind =>
  kinds.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other';

/**
 * Milestones proposed by the schedule of an offer: one for each time that names a date; its end where it is a range.
 * Times without a date are left to a person.
 */
export function proposedBy(schedule: readonly When[], known: readonly Milestone[] = []): Milestone[] {
  const proposed: Milestone[] = [];
  for (const { printed, what, from, to } of schedule) {
    const on = Planned.safeParse(to ?? from);
    if (!on.success) continue;
    const words = (what ?? printed).trim().slice(0, 500);
    const twin = [...known, ...proposed].some((one) => one.what === words && originallyOn(one) === on.data);
    if (twin) continue;
    proposed.push({
      id: nextId('step', [...known, ...proposed]),
      kind: kindOfWords(words),
      what: words,
      on: on.data,
      moves: [],
      doneOn: null,
      dropped: null,
    });
  }
  return proposed;
}
