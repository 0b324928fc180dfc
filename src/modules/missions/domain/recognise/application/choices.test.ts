/** Choices made otherwise than by a tick: by underlining, by striking out, in columns for yes and no. */
import { expect, test } from 'vitest';
import type { MissionApplication } from '#kernel/reading/missions.ts';
import { cell, paragraph, row, run, table } from '../../../../../testing/docx.ts';
import { docxSource, textSource } from '../../../../../testing/source.ts';
import { missionApplicationRecogniser as recogniser } from '../recognisers.ts';

const head = ['Country: Palau', 'Organisation: Weather Service', 'Title: Radar data for all'];
const before = [
  '1. What is the policy issue?',
  'Radar data stay in one office.',
  '2. Please describe the actions for which you need support',
  'Advice.',
  '3. How does the support contribute to policy?',
  'It opens the data.',
  '4. What policies and laws are in place today?',
  'None.',
  '5. Stakeholders',
  'Airport',
];
const after = ['7. Timeline: please propose dates', 'May 2027'];
const lines = (texts: readonly string[]): string => texts.map((text) => paragraph(text)).join('');

async function outcomes(question: string, answer: string): Promise<MissionApplication['expectedOutcomes']> {
  const body = lines([...head, ...before, question]) + answer + lines(after);
  return recogniser.recognise(await docxSource({ body })).record.expectedOutcomes;
}

const given = (...codes: string[]) => ({ state: 'given', codes, candidate: null });

test('struck out, where the question asks for it; else only a candidate', async () => {
  const list = ['Awareness', 'Training', 'Analysis report', 'Policy design', 'Others'];
  const struck = list
    .map((option) =>
      paragraph({}, run(option, option === 'Training' || option === 'Policy design' ? '' : '<w:strike/>')),
    )
    .join('');
  expect(await outcomes('6. Expected outcomes (delete what does not apply)', struck)).toEqual(
    given('training', 'policy_design'),
  );
  expect((await outcomes('6. Expected outcomes', struck)).state).toBe('unknown');
});

test('underlined among options on one line', async () => {
  const line = paragraph(
    {},
    run('Awareness / Training / ') + run('Drafting regulations', '<w:u w:val="single"/>') + run(' / Systems / Others'),
  );
  expect(await outcomes('6. Expected outcomes (please underline)', line)).toEqual(given('drafting_regulations'));
  expect(await outcomes('6. Expected outcomes', line)).toMatchObject({
    state: 'unknown',
    candidate: ['drafting_regulations'],
  });
});

const cells = (...texts: string[]): string => row(texts.map((text) => cell(text)));

test('columns headed Yes and No', async () => {
  const answer = table(
    cells('Outcome', 'Yes', 'No'),
    cells('Awareness', '', 'x'),
    cells('Training', 'x', ''),
    cells('Policy design', '✓', ''),
    cells('Others', '', 'x'),
  );
  expect(await outcomes('6. What outcomes do you expect?', answer)).toEqual(given('training', 'policy_design'));
});

const marked = (...texts: string[]): Promise<MissionApplication['expectedOutcomes']> =>
  outcomes('6. Expected outcomes', lines(texts));

test('a cross beside check marks says no; alone it is a tick', async () => {
  expect(await marked('✓ Awareness', '✓ Analysis report', '✗ Training')).toEqual(given('awareness', 'analysis_report'));
  expect(await marked('✗ Awareness', 'Analysis report', '✗ Training')).toEqual(given('awareness', 'training'));
  expect(await marked('☑ Awareness', '☐ Analysis report', '☒ Training')).toEqual(given('awareness', 'training'));
});

test('a request behind a colon is part of the question', () => {
  const form = [...head, ...before, '6. Expected outcomes', '[x] Training', ...after].join('\n');
  const { record, placed } = recogniser.recognise(textSource(`Application form No. 1\n${form}`));
  expect(record.answers.timeline).toMatchObject({
    question: 'Timeline: please propose dates',
    text: ['May 2027'],
  });
  expect(record.answers.support_action.text).toEqual(['Advice.']);
  expect(record.answers.policy_situation.text).toEqual(['None.']);
  expect(placed.has(1)).toBe(false);
});

test('other words and another order, the head numbered too', () => {
  const { record } = recogniser.recognise(
    textSource(`Request for advisory services
1. Country: Marshall Islands
2. Requesting institution: Telecommunications Authority
3. Title of request: Number portability
4. Background and current situation
Two operators serve the country.
5. Problem to be solved
Customers cannot keep their number.
6. Assistance requested
An adviser for three weeks
7. Expected results
☐ Awareness raising
☒ Draft regulation
8. How the results will be used
The board will decide.
9. Partners
Both operators
10. Preferred dates
Second quarter of 2027
`),
  );
  expect([record.country.iso2, record.organisation, record.title]).toEqual([
    'MH',
    'Telecommunications Authority',
    'Number portability',
  ]);
  expect(Object.values(record.answers).map(({ numberPrinted, text }) => [numberPrinted, text[0]])).toEqual([
    ['5.', 'Customers cannot keep their number.'],
    ['6.', 'An adviser for three weeks'],
    ['8.', 'The board will decide.'],
    ['4.', 'Two operators serve the country.'],
    ['9.', 'Both operators'],
    ['7.', '☐ Awareness raising'],
    ['10.', 'Second quarter of 2027'],
  ]);
  expect(record.expectedOutcomes).toEqual(given('drafting_regulations'));
  expect(record.timeline.map(({ from, to }) => [from, to])).toEqual([['2027-04', '2027-06']]);
});
