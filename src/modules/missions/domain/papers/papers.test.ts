import { describe, expect, test } from 'vitest';
import { linesOf } from '#formats/document/index.ts';
import { readDocx } from '#formats/docx/index.ts';
import { writeDocx } from '#formats/docx/write/index.ts';
import { noAnswer, type ApplicationContent } from '../forms/answers.ts';
import { usualSettings } from '../cycle/usual.ts';
import { usualApplicationForm, usualOfferForm } from '../forms/house-forms.ts';
import type { TableRow } from '../summary/table.ts';
import { introductionPaper } from './introduction.ts';
import { paperTemplate } from './paper.ts';
import { requestsPaper } from './requests.ts';
import { summaryPaper } from './summary.ts';

const row = (number: number, country: string, more: Partial<TableRow> = {}): TableRow => ({
  application: String(number),
  number,
  heading: null,
  country,
  organisation: `Office of ${country}`,
  title: `Request ${number}`,
  form: { country, organisation: `Office of ${country}`, title: `Request ${number}` },
  sameCountry: false,
  ...more,
});
const words = (document: Parameters<typeof writeDocx>[0]): string[] =>
  linesOf(readDocx(writeDocx(document, paperTemplate), 'paper.docx')).map(({ text }) => text.trim());
const content: ApplicationContent = {
  country: { printed: 'Fiji', iso2: 'FJ' },
  organisation: 'Office of Fiji',
  title: 'Request 1',
  answers: {
    policy_issue: { ...noAnswer, state: 'given', text: 'Warnings reach few.\nWrite to anna@example.int.' },
    support_action: { ...noAnswer, state: 'not-received' },
    stakeholders: noAnswer,
    expected_outcomes: { ...noAnswer, state: 'unknown', candidate: ['training'] },
  },
};
const form = usualApplicationForm('OCU Expert Mission 2027');

test('the summary prints each country once per group, and headings in the cell of the title', () => {
  const rows = [row(1, 'Fiji', { heading: 'Telecom related' }), row(2, 'Fiji', { sameCountry: true }), row(3, 'Tonga')];
  const lines = words(summaryPaper('OCU Expert Mission 2027', rows)).filter((line) => line !== '');
  const inRows = [lines.slice(0, 1), lines.slice(1, 5), lines.slice(5, 10), lines.slice(10, 13), lines.slice(13)];
  expect(inRows.map((row) => row.join(' | '))).toEqual([
    'Summary of requests for the OCU Expert Mission 2027',
    'No. | Country | Organisation | Title of the request',
    '1 | Fiji | Office of Fiji | Telecom related | Request 1',
    '2 | Office of Fiji | Request 2',
    '3 | Tonga | Office of Tonga | Request 3',
  ]);
});

const print = (answers: ApplicationContent['answers'] = {}): string[] =>
  words(
    requestsPaper({
      cycle: 'OCU Expert Mission 2027',
      organiser: 'OCU',
      offers: '2027-03-31',
      rows: [row(1, 'Fiji')],
      requests: [{ number: 1, content: { ...content, answers: { ...content.answers, ...answers } }, form }],
    }),
  );

describe('all requests in one file', () => {
  test('contacts are withheld', () => {
    expect(print().join('\n')).not.toContain('anna');
    expect(print()).toContain('Write to [contact withheld].');
  });
  test('lost ticks are unknown and no option looks empty', () => {
    expect(print()).toContain('Not known: the ticks were lost on the way. The applicant has been, or will be, asked.');
    expect(print().join('\n')).not.toMatch(/[☐☒]/u);
    const given = { expected_outcomes: { ...noAnswer, state: 'given' as const, chosen: ['others'], other: 'A talk' } };
    expect(print(given)).toEqual(expect.arrayContaining(['☐\tTraining', '☒\tOthers: A talk']));
  });
  test('blank, not received and not answered are three things', () => {
    const lines = print();
    expect(lines).toContain('Left blank. No other body takes part.');
    expect(lines).toContain('This question was not in what was received.');
    expect(lines).toContain('Not answered.');
  });
  test('each form begins a page', () => {
    const rule = paperTemplate.styles.find(({ id }) => id === 'Formtitle');
    expect(rule?.newPage).toBe(true);
    expect(print()).toContain('Request 1');
  });
});

test('the introduction says what the cycle is for, its days, its steps and what empty answers mean', () => {
  const settings = usualSettings('OCU', { offers: '2027-03-31', completion: '2027-12' });
  const lines = words(
    introductionPaper({
      cycle: 'OCU Expert Mission 2027',
      settings,
      plan: 'Strategic plan',
      application: form,
      offer: usualOfferForm('OCU Expert Mission 2027', 'OCU'),
    }),
  );
  for (const said of [
    'The cycle serves the Strategic plan.',
    '31 March 2027',
    'December 2027',
    'Sent to possible experts',
    'An empty answer means: The offering organisation bears all costs.',
  ]) {
    expect(lines).toContain(said);
  }
});
