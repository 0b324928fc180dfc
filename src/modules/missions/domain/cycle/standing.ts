/** Where a cycle stands, from the survey to the report: a row of steps with their days and how many got there. */
import type { Deadlines } from './cycle.ts';

/** A request or an offer as far as it is counted. */
export interface Counted {
  stage: string;
}

export interface Step {
  key: 'survey' | 'requests' | 'screening' | 'circulation' | 'offers' | 'settled' | 'missions' | 'completed';
  name: string;
  /** The day, or the month, that belongs to it. */
  day: string | null;
  /** How many got here; `null` where nothing is counted, or the viewer may not know. */
  count: number | null;
  /** What is counted: "received". */
  counted: string | null;
  state: 'done' | 'now' | 'ahead';
}

/** Stages in which a request is not, or no longer, in the cycle's work. */
const apart = new Set(['draft', 'declined', 'withdrawn']);
/** Stages of requests behind each step. */
const behind = {
  screened: new Set(['screened', 'circulated', 'matched', 'in-mission', 'completed']),
  circulated: new Set(['circulated', 'matched', 'in-mission', 'completed']),
  matched: new Set(['matched', 'in-mission', 'completed']),
  begun: new Set(['in-mission', 'completed']),
  completed: new Set(['completed']),
};

/**
 * @param today "2027-03-01"
 * @param work requests and offers; `null` for a viewer who sees the days only
 */
export function standing(
  deadlines: Deadlines,
  today: string,
  work: { applications: readonly Counted[]; offers: readonly Counted[] } | null,
): Step[] {
  const requests = (work?.applications ?? []).filter(({ stage }) => !apart.has(stage));
  const among = (stages: ReadonlySet<string>): number => requests.filter(({ stage }) => stages.has(stage)).length;
  const offers = (work?.offers ?? []).filter(({ stage }) => !['draft', 'withdrawn'].includes(stage)).length;
  const past = (day: string | null): boolean => day !== null && today.slice(0, day.length) > day;
  const steps: (Omit<Step, 'state'> & { isDone: boolean })[] = [
    {
      key: 'survey',
      name: 'Survey',
      day: deadlines.survey,
      count: null,
      counted: null,
      isDone: requests.length > 0 || (deadlines.survey !== null && today >= deadlines.survey),
    },
    {
      key: 'requests',
      name: 'Requests',
      day: deadlines.applications,
      count: requests.length,
      counted: 'received',
      isDone: past(deadlines.applications) || among(behind.circulated) > 0,
    },
    {
      key: 'screening',
      name: 'Screening',
      day: null,
      count: among(behind.screened),
      counted: 'accepted',
      isDone: requests.length > 0 && among(behind.screened) === requests.length,
    },
    {
      key: 'circulation',
      name: 'Circulation',
      day: null,
      count: among(behind.circulated),
      counted: 'sent round',
      isDone: requests.length > 0 && among(behind.circulated) === requests.length,
    },
    {
      key: 'offers',
      name: 'Offers',
      day: deadlines.offers,
      count: offers,
      counted: 'received',
      isDone: past(deadlines.offers),
    },
    {
      key: 'settled',
      name: 'Coordination',
      day: null,
      count: among(behind.matched),
      counted: 'settled',
      isDone: among(behind.matched) > 0 && among(behind.matched) === requests.length,
    },
    {
      key: 'missions',
      name: 'Missions',
      day: null,
      count: among(behind.begun),
      counted: 'begun',
      isDone: among(behind.begun) > 0 && among(behind.begun) === requests.length,
    },
    {
      key: 'completed',
      name: 'Completion',
      day: deadlines.completion,
      count: among(behind.completed),
      counted: 'completed',
      isDone: past(deadlines.completion) || (requests.length > 0 && among(behind.completed) === requests.length),
    },
  ];
  // What lies before the last step that is done is done too, as far as the whole goes.
  const last = steps.findLastIndex(({ isDone }) => isDone);
  return steps.map(({ isDone, ...step }, index) => ({
    ...step,
    count: work === null ? null : step.count,
    counted: work === null ? null : step.counted,
    // Who sees the days only cannot tell what lags behind.
    state:
      isDone || (work === null && index < last)
        ? 'done'
        : index > last
          ? index === last + 1
            ? 'now'
            : 'ahead'
          : 'now',
  }));
}

/** Whether a request was sent round, so that others may know of it. */
export function isSentRound(stage: string): boolean {
  return behind.circulated.has(stage);
}

/** Whether a request is in the cycle's work: sent in, and neither declined nor withdrawn. */
export function isInWork(stage: string): boolean {
  return !apart.has(stage);
}
