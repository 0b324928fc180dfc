import { describe, expect, test } from 'vitest';
import type { Milestone } from './milestones.ts';
import { dutiesOn, type MissionForDuties } from './reminders.ts';

const step = (id: string, kind: Milestone['kind'], on: string, doneOn: string | null = null): Milestone => ({
  id,
  kind,
  what: '',
  on,
  moves: [],
  doneOn,
  dropped: null,
});
const mission = (more: Partial<MissionForDuties> = {}): MissionForDuties => ({
  id: 'm',
  stage: 'under-way',
  details: {
    beneficiary: 'Fiji',
    offerers: [],
    manner: 'site',
    place: '',
    start: null,
    end: null,
    experts: [],
    publicSummary: '',
    summaryShown: false,
    reason: '',
  },
  milestones: [],
  followUp: { advice: [] },
  closing: null,
  evaluationBy: null,
  agreement: null,
  evaluatedBy: [],
  sides: ['fiji', 'institute'],
  ...more,
});
const said = (missions: MissionForDuties[], day: string): string[] =>
  dutiesOn(missions, day).map(
    ({ kind, due, overdue, whom }) => `${kind} ${due}${overdue ? ' late' : ''} ${whom.join('+')}`,
  );

describe('what is due on a day', () => {
  test('steps, two weeks ahead and from then on; feedback is the beneficiary’s', () => {
    const milestones = [
      step('step-1', 'workshop', '2027-05-20'),
      step('step-2', 'feedback', '2027-05'),
      step('step-3', 'analysis', '2027-04', '2027-04-10'),
      step('step-4', 'final-report', '2027-09'),
    ];
    expect(said([mission({ milestones })], '2027-05-05')).toEqual([]);
    expect(said([mission({ milestones })], '2027-05-21')).toEqual([
      'milestone 2027-05-20 late offerer+secretariat',
      'milestone 2027-05-31 beneficiary+secretariat',
    ]);
    expect(said([mission({ milestones, stage: 'cancelled' })], '2027-12-01')).toEqual([]);
  });

  test('a signature is asked of those who have not signed', () => {
    const agreement = { madeOn: '2027-01-01', unsigned: ['fiji'], unsignedSides: ['beneficiary' as const] };
    expect(said([mission({ stage: 'agreement', agreement })], '2027-01-23')).toEqual([
      'sign 2027-01-22 late beneficiary',
    ]);
    expect(said([mission({ stage: 'agreed', agreement })], '2027-01-23')).toEqual([]);
  });

  test('an evaluation is asked of the side that is silent', () => {
    const asked = mission({ stage: 'reported', evaluationBy: '2027-06-10', evaluatedBy: ['fiji'] });
    expect(dutiesOn([asked], '2027-06-01').map(({ kind, organisations }) => [kind, organisations])).toEqual([
      ['evaluate', ['institute']],
    ]);
    expect(said([mission({ evaluationBy: '2027-06-10', evaluatedBy: ['fiji', 'institute'] })], '2027-07-01')).toEqual(
      [],
    );
  });

  test('a year after the final report somebody asks what became of the advice, until all is answered', () => {
    const milestones = [step('step-1', 'final-report', '2027-05-20', '2027-05-18')];
    const closed = mission({
      stage: 'closed',
      milestones,
      closing: { on: '2027-07-01', by: 'A', note: 'Done' },
      evaluationBy: '2027-06-10',
      evaluatedBy: ['fiji', 'institute'],
    });
    expect(said([closed], '2028-05-03')).toEqual([]);
    expect(said([closed], '2028-05-04')).toEqual(['follow-up 2028-05-18 beneficiary+secretariat']);
    const advice = [
      {
        id: 'advice-1',
        text: 'x',
        state: 'adopted' as const,
        words: '',
        evidence: '',
        answered: { on: '2028-05-01', by: 'A' },
      },
    ];
    expect(said([{ ...closed, followUp: { advice } }], '2028-06-01')).toEqual([]);
  });

  test('nothing is asked twice under one name', () => {
    const milestones = [step('step-1', 'workshop', '2027-05'), step('step-2', 'workshop', '2027-05')];
    const keys = dutiesOn([mission({ milestones })], '2027-06-15').map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
