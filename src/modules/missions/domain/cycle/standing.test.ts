import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSentRound, standing } from './standing.ts';
import { waiting, type RequestAt } from './waiting.ts';

const deadlines = { survey: '2026-12-12', applications: '2027-01-31', offers: '2027-03-31', completion: '2027-12' };
const at = (stage: string, more: Partial<RequestAt> = {}): RequestAt => ({
  id: stage,
  stage,
  isDecided: false,
  openQuestions: 0,
  newAnswers: 0,
  offers: 0,
  ...more,
});

const state = (today: string, key: string) => standing(deadlines, today, null).find((step) => step.key === key)?.state;
const overdue = (today: string) => waiting(deadlines, today, [at('in-mission')]).map(({ key }) => key);

describe('where a cycle stands', () => {
  const work = {
    applications: ['draft', 'submitted', 'circulated', 'matched', 'completed', 'withdrawn'].map((stage) => ({ stage })),
    offers: [{ stage: 'received' }, { stage: 'draft' }],
  };
  test('counts those that got to a step, and says what comes now', () => {
    const row = standing(deadlines, '2027-02-20', work);
    expect(row.map(({ name, count, state }) => `${name} ${count ?? ''} ${state}`)).toEqual([
      'Survey  done',
      'Requests 4 done',
      'Screening 3 now',
      'Circulation 3 ahead',
      'Offers 1 ahead',
      'Coordination 2 ahead',
      'Missions 1 ahead',
      'Completion 1 ahead',
    ]);
  });
  test('a viewer who sees the days only learns no number', () => {
    expect(standing(deadlines, '2027-02-20', null).every(({ count }) => count === null)).toBe(true);
  });
  test('the last day itself is not past, nor the last month', () => {
    expect(state('2027-03-31', 'offers')).not.toBe('done');
    expect(state('2027-04-01', 'offers')).toBe('done');
    expect(state('2027-12-31', 'completed')).not.toBe('done');
    expect(state('2028-01-01', 'completed')).toBe('done');
  });
  test('only what was sent round is known to others', () => {
    expect(['draft', 'submitted', 'asked', 'screened', 'declined', 'withdrawn'].filter(isSentRound)).toEqual([]);
    expect(['circulated', 'matched', 'in-mission', 'completed'].every(isSentRound)).toBe(true);
  });
});

describe('what waits', () => {
  test('nothing in a cycle without requests', () => {
    expect(waiting(deadlines, '2027-02-20', [])).toEqual([]);
  });
  test('each thing once, with its number, late when its day has passed', () => {
    const list = waiting(deadlines, '2027-04-01', [
      at('draft'),
      at('submitted'),
      at('submitted', { isDecided: true }),
      at('asked', { openQuestions: 2 }),
      at('screened'),
      at('circulated'),
      at('circulated', { offers: 2 }),
      at('withdrawn', { openQuestions: 1 }),
    ]);
    expect(list.map(({ text, isLate }) => `${text}${isLate ? ' late' : ''}`)).toEqual([
      '1 request was not sent in by the last day. late',
      '1 request is to be screened. late',
      "1 request waits for the applicant's answer. late",
      '1 decision is taken and not told.',
      '1 accepted request is to be circulated.',
      '1 request has no offer. late',
      '1 request has offers that are to be settled. late',
    ]);
  });
  test('missions that should be over', () => {
    expect(overdue('2027-12-31')).toEqual([]);
    expect(overdue('2028-01-01')).toEqual(['to-complete']);
  });
  test('it does not depend on the order of the requests', () => {
    const any = fc.constantFrom('draft', 'submitted', 'asked', 'screened', 'circulated').map((stage) => at(stage));
    fc.assert(
      fc.property(fc.array(any), (requests) => {
        expect(waiting(deadlines, '2027-02-20', [...requests].reverse())).toEqual(
          waiting(deadlines, '2027-02-20', requests),
        );
      }),
    );
  });
});
