import { expect, test } from 'vitest';
import { asActivity, type PublicMission } from './iati.ts';

const mission: PublicMission = {
  slug: 'warnings-in-tonga',
  title: 'Rules for licensing',
  summary: '',
  beneficiary: 'Ministry of Tides',
  country: 'TO',
  offerers: ['Reef Institute'],
  organiser: 'The Union',
  stage: 'under-way',
  start: '2027-05-03',
  end: '2027-06-30',
};

/** Kinds of days of a mission. */
const days = (more: Partial<PublicMission>) => asActivity({ ...mission, ...more }).dates.map(({ type }) => type);

test('days that have come are actual, others planned', () => {
  expect(days({})).toEqual(['actual-start', 'planned-end']);
  expect(days({ stage: 'agreed' })).toEqual(['planned-start', 'planned-end']);
  expect(days({ stage: 'closed' })).toEqual(['actual-start', 'actual-end']);
  expect(days({ start: null, end: null })).toEqual([]);
});

test('says who helps, in which country, on what, and invents nothing', () => {
  expect(asActivity(mission)).toMatchObject({
    name: 'warnings-in-tonga',
    description: 'Expert mission for Ministry of Tides.',
    status: 2,
    participating: [
      { name: 'The Union', role: 'extending', ref: null },
      { name: 'Reef Institute', role: 'implementing', ref: null },
    ],
    countries: ['TO'],
    topics: [{ code: 'licensing' }],
    budgets: [],
    spent: [],
  });
});
