/** Words and addresses that the pages of a cycle share. */
export { printedMonth } from '#kernel/dates.ts';

export const stateWords = { done: 'done', now: 'now', ahead: 'ahead' };

/** Where each thing that waits is done, behind the address of the cycle. */
export const addressOfWaiting: Record<string, string> = {
  'requests-close': '#stage-draft',
  'to-screen': '/screening',
  answered: '/screening',
  unanswered: '#stage-asked',
  unreleased: '/decisions',
  'to-circulate': '/decisions',
  'without-offers': '#stage-circulated',
  'to-settle': '#stage-circulated',
  'to-complete': '#stage-in-mission',
};

export const roleWords = {
  applicant: 'the applicant',
  offerer: 'the offering organisation',
  secretariat: 'the secretariat',
};

export const kindWords = { application: 'Application form', 'assistance-plan': 'Assistance plan' };

export const levelWords = { info: 'Note', warning: 'Look at this', error: 'Wrong' };
