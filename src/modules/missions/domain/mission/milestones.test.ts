import { describe, expect, test } from 'vitest';
import { daysAfter, lastOf, yearAfter } from './days.ts';
import {
  detailOf,
  kindOfWords,
  originallyOn,
  proposedBy,
  spanOf,
  stateOn,
  stepInWords,
  type Milestone,
} from './milestones.ts';

const step = (more: Partial<Milestone> = {}): Milestone => ({
  id: 'step-1',
  kind: 'workshop',
  what: '',
  on: '2027-05-14',
  moves: [],
  doneOn: null,
  dropped: null,
  ...more,
});
const when = (printed: string, from: string | null, to: string | null = from, what: string | null = null) => ({
  printed,
  from,
  to,
  precision: 'month' as const,
  what,
});

const move = (from: string, to: string) => ({ from, to, reason: 'x', by: 'A', at: '2027-01-01T00:00:00.000Z' });

const told = (what: string): string[] => [
  stepInWords({ kind: 'workshop', what }),
  detailOf({ kind: 'workshop', what }),
];

test('a step is told once, whatever its words repeat of its kind', () => {
  expect(told('')).toEqual(['Workshop', '']);
  expect(told('workshop')).toEqual(['Workshop', '']);
  expect(told('workshop in Suva')).toEqual(['Workshop in Suva', 'workshop in Suva']);
  expect(told('two days with the operators')).toEqual([
    'Workshop: two days with the operators',
    'two days with the operators',
  ]);
});

describe('how a step stands on a day', () => {
  test('a day is late the day after it, a month the day after its last', () => {
    expect(stateOn(step(), '2027-05-14')).toBe('planned');
    expect(stateOn(step(), '2027-05-15')).toBe('late');
    expect(stateOn(step({ on: '2027-05' }), '2027-05-31')).toBe('planned');
    expect(stateOn(step({ on: '2027-05' }), '2027-06-01')).toBe('late');
  });

  test('what happened later is not known on an earlier day', () => {
    const done = step({ doneOn: '2027-06-02' });
    expect(stateOn(done, '2027-06-02')).toBe('done');
    expect(stateOn(done, '2027-06-01')).toBe('late');
    expect(stateOn(done, '2027-05-01')).toBe('planned');
    const dropped = step({ dropped: { on: '2027-04-30', reason: 'Not needed', by: 'A' } });
    expect(stateOn(dropped, '2027-04-29')).toBe('planned');
    expect(stateOn(dropped, '2027-12-01')).toBe('dropped');
  });

  test('the date planned at the beginning is kept through moves', () => {
    expect(
      originallyOn(step({ on: '2027-08', moves: [move('2027-05-14', '2027-06'), move('2027-06', '2027-08')] })),
    ).toBe('2027-05-14');
    expect(originallyOn(step())).toBe('2027-05-14');
  });

  test('the whole runs from the first day to the last, without what was dropped', () => {
    const dropped = { on: '2027-01-01', reason: 'x', by: 'A' };
    expect(spanOf([step({ on: '2027-02' }), step(), step({ on: '2029-01', dropped })])).toEqual({
      from: '2027-02-01',
      to: '2027-05-14',
    });
    expect(spanOf([])).toBeNull();
  });
});

describe('steps that a schedule proposes', () => {
  test('one for each time with a date, at its end; the others are left to a person', () => {
    const schedule = [
      when('May – June 2027: site visit', '2027-05', '2027-06', 'site visit'),
      when('as early as possible: hearing', null, null, 'hearing'),
      when('August 2027: draft report', '2027-08', '2027-08', 'draft report'),
    ];
    expect(proposedBy(schedule).map(({ id, kind, on }) => [id, kind, on])).toEqual([
      ['step-1', 'site-visit', '2027-06'],
      ['step-2', 'draft-report', '2027-08'],
    ]);
  });

  test('nothing is proposed twice, not even when it was moved meanwhile', () => {
    const schedule = [when('August 2027', '2027-08', '2027-08', 'workshop')];
    const [known] = proposedBy(schedule);
    const moved: Milestone = {
      ...known!,
      on: '2027-10',
      moves: [{ from: '2027-08', to: '2027-10', reason: 'x', by: 'A', at: '2027-01-01T00:00:00.000Z' }],
    };
    expect(proposedBy(schedule, [moved])).toEqual([]);
  });

  test.each([
    ['Comments on the draft', 'feedback'],
    ['Final report', 'final-report'],
    ['Drafting of the report', 'draft-report'],
    ['Questionnaire to operators', 'questionnaire'],
    ['Training for the regulator', 'workshop'],
    ['Interviews with ministries', 'hearing'],
    ['Assessment of the law', 'analysis'],
    ['Ceremony', 'other'],
  ])('“%s” is %s', (words, kind) => expect(kindOfWords(words)).toBe(kind));
});

test('days of the calendar', () => {
  expect(lastOf('2028-02')).toBe('2028-02-29');
  expect(lastOf('2027-12')).toBe('2027-12-31');
  expect(yearAfter('2028-02-29')).toBe('2029-02-28');
  expect(yearAfter('2027-03-01')).toBe('2028-03-01');
  expect(daysAfter('2027-12-31', 1)).toBe('2028-01-01');
});
