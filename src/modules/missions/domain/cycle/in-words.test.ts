import { expect, test } from 'vitest';
import { Form } from '../forms/form.ts';
import { usualApplicationForm } from '../forms/house-forms.ts';
import { CycleSettings } from './cycle.ts';
import { issueInWords } from './in-words.ts';
import { usualSettings } from './usual.ts';

const said = (settings: unknown): string => {
  const [issue] = CycleSettings.safeParse(settings).error?.issues ?? [];
  return issue === undefined ? '' : issueInWords(issue);
};
const usual = usualSettings('The Union');

test.each([
  [{ ...usual, organiser: ' ' }, 'Enter the name of the organisation.'],
  [{ ...usual, weights: { ...usual.weights, theme: 101 } }, 'Enter a number up to 100: the points for the theme.'],
  [{ ...usual, deadlines: { ...usual.deadlines, offers: '31.3.2027' } }, 'Enter a day, such as 2027-03-31.'],
  [{ ...usual, deadlines: { ...usual.deadlines, completion: '2027-13' } }, 'Enter a month, such as 2027-12.'],
  [
    { ...usual, applications: usual.applications.map((stage) => ({ ...stage, staffLabel: '' })) },
    'Enter the label for the secretariat.',
  ],
  [{ ...usual, applications: usual.applications.slice(0, 2) }, 'A move leads to a stage that is not there.'],
])('%#', (settings, words) => {
  expect(said(settings)).toBe(words);
});

test('the usual settings and forms are what the schema allows', () => {
  expect(said(usual)).toBe('');
  expect(Form.safeParse(usualApplicationForm('OCU Expert Mission 2027')).success).toBe(true);
});
