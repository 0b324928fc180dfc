import { expect, test } from 'vitest';
import { noAnswer, type ApplicationContent } from './answers.ts';
import { usualApplicationForm } from './house-forms.ts';
import { missing } from './missing.ts';

const form = usualApplicationForm('Expert Mission');
const empty: ApplicationContent = { country: { printed: '', iso2: null }, organisation: '', title: ' ', answers: {} };
const said = (text: string) => ({ ...noAnswer, state: 'given' as const, text });
const whole: ApplicationContent = {
  country: { printed: 'Fiji', iso2: 'FJ' },
  organisation: 'Ministry of Works',
  title: 'Rules for cable landings',
  answers: {
    policy_issue: said('a'),
    support_action: said('b'),
    policy_contribution: said('c'),
    policy_situation: said('d'),
    expected_outcomes: { ...noAnswer, state: 'given', chosen: ['training'] },
    timeline: said('May 2027'),
  },
};

test('all that is missing is told at once', () => {
  expect(missing(form, empty).map(({ key }) => key)).toEqual([
    'country',
    'organisation',
    'title',
    'policy_issue',
    'support_action',
    'policy_contribution',
    'policy_situation',
    'expected_outcomes',
    'timeline',
  ]);
  expect(missing(form, empty)[3]?.words).toBe('Question 1 is not answered.');
});

test('a question that need not be answered is not missed', () => {
  expect(missing(form, whole)).toEqual([]);
});

test('lost ticks are no answer', () => {
  const lost = { ...noAnswer, state: 'unknown' as const, candidate: ['training'] };
  const content = { ...whole, answers: { ...whole.answers, expected_outcomes: lost } };
  expect(missing(form, content)).toEqual([
    { key: 'expected_outcomes', words: 'Question 6: the tick marks were lost.' },
  ]);
});

const ticks = (chosen: string[], other: string | null) =>
  missing(form, {
    ...whole,
    answers: { ...whole.answers, expected_outcomes: { ...noAnswer, state: 'given', chosen, other } },
  }).map(({ words }) => words);

test('“Others” and the words beside it belong together', () => {
  expect(ticks(['others'], ' ')).toEqual(['Question 6: “Others” is ticked, and not said what.']);
  expect(ticks(['training'], 'A visit')).toEqual(['Question 6: words stand beside “Others”, which is not ticked.']);
  expect(ticks(['others'], 'A visit')).toEqual([]);
});
