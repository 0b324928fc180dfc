/** What waits for the secretariat in a cycle. */
import { isInWork } from './standing.ts';
import type { Deadlines } from './cycle.ts';

/** One thing to do. */
export interface Waiting {
  key:
    | 'requests-close'
    | 'to-screen'
    | 'unanswered'
    | 'answered'
    | 'unreleased'
    | 'to-circulate'
    | 'without-offers'
    | 'to-settle'
    | 'to-complete';
  /** In words: "3 requests are to be screened". */
  text: string;
  count: number;
  /** Whether a day has passed by which it should have been done. */
  isLate: boolean;
}

/** A request as far as its next step depends on it. */
export interface RequestAt {
  id: string;
  stage: string;
  /** Whether a decision is taken and not told. */
  isDecided: boolean;
  /** Questions without an answer. */
  openQuestions: number;
  /** Answers that came, and on which nothing was decided yet. */
  newAnswers: number;
  /** Offers that answer it. */
  offers: number;
}

/** @param today "2027-03-01" */
export function waiting(deadlines: Deadlines, today: string, requests: readonly RequestAt[]): Waiting[] {
  const late = (day: string | null): boolean => day !== null && today.slice(0, day.length) > day;
  const items: Waiting[] = [];
  const add = (
    key: Waiting['key'],
    found: readonly RequestAt[],
    words: (isOne: boolean) => string,
    isLate = false,
  ): void => {
    if (found.length > 0) {
      items.push({ key, text: `${found.length} ${words(found.length === 1)}.`, count: found.length, isLate });
    }
  };
  const live = requests.filter(({ stage }) => isInWork(stage));
  const drafts = requests.filter(({ stage }) => stage === 'draft');
  if (late(deadlines.applications)) {
    add(
      'requests-close',
      drafts,
      (one) => `${one ? 'request was' : 'requests were'} not sent in by the last day`,
      true,
    );
  }
  add(
    'to-screen',
    live.filter(({ stage, isDecided }) => stage === 'submitted' && !isDecided),
    (one) => `${one ? 'request is' : 'requests are'} to be screened`,
    late(deadlines.applications),
  );
  add(
    'answered',
    live.filter(({ newAnswers }) => newAnswers > 0),
    (one) => `${one ? 'applicant has' : 'applicants have'} answered your questions`,
  );
  add(
    'unanswered',
    live.filter(({ openQuestions }) => openQuestions > 0),
    (one) => `${one ? 'request waits' : 'requests wait'} for the applicant's answer`,
    late(deadlines.applications),
  );
  add(
    'unreleased',
    requests.filter(({ isDecided }) => isDecided),
    (one) => `${one ? 'decision is' : 'decisions are'} taken and not told`,
  );
  add(
    'to-circulate',
    live.filter(({ stage, isDecided }) => stage === 'screened' && !isDecided),
    (one) => `${one ? 'accepted request is' : 'accepted requests are'} to be circulated`,
  );
  const circulated = live.filter(({ stage }) => stage === 'circulated');
  add(
    'without-offers',
    circulated.filter(({ offers }) => offers === 0),
    (one) => `${one ? 'request has' : 'requests have'} no offer`,
    late(deadlines.offers),
  );
  add(
    'to-settle',
    circulated.filter(({ offers }) => offers > 0),
    (one) => `${one ? 'request has offers' : 'requests have offers'} that are to be settled`,
    late(deadlines.offers),
  );
  if (late(deadlines.completion)) {
    add(
      'to-complete',
      live.filter(({ stage }) => stage === 'matched' || stage === 'in-mission'),
      (one) => `${one ? 'mission was' : 'missions were'} not completed by the end of the cycle`,
      true,
    );
  }
  return items;
}
