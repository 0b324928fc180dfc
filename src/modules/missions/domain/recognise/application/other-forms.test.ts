import { describe, expect, test } from 'vitest';
import type { Source } from '#formats/document/index.ts';
import { MissionApplication } from '#kernel/reading/missions.ts';
import { cell, paragraph, row, table } from '../../../../../testing/docx.ts';
import { docxSource, textSource } from '../../../../../testing/source.ts';
import { missionApplicationRecogniser as recogniser } from '../recognisers.ts';

function read(source: Source) {
  expect(recogniser.suits(source).score).toBeGreaterThanOrEqual(0.5);
  const result = recogniser.recognise(source);
  MissionApplication.parse(result.record);
  return { ...result, rules: result.findings.map((finding) => finding.rule) };
}

const counts = (record: MissionApplication): number[] =>
  Object.values(record.answers).map((answer) => answer.text.length);
const cells = (...texts: string[]) => row(texts.map((text) => cell(text)));
const inner = (...rows: string[]) => cell(table(...rows) + paragraph(''));

describe('forms of yet other bodies', () => {
  test('lettered sections, ticks in round brackets', () => {
    const { record, placed } = read(
      textSource(`
PACIFIC WEATHER ORGANISATION, REQUEST FORM

Member: Samoa
Applicant institution: Samoa Weather Division
Project title: Rain radar

Section A – Background and current situation
There is no radar at present.
Section B – Problem to be addressed
Floods are not seen in time.
Section C – Assistance requested
An expert for siting the radar.
Section D – Expected outputs (tick as appropriate)
( ) Awareness raising
(x) Training of staff
(x) Feasibility study
( ) Other (please specify): ......
Section E – Contribution to national policies
It serves the disaster plan.
Section F – Partner institutions to be involved
Water Authority
Section G – Proposed period
From March 2025, for six weeks
Section H – Contact person
Ioane Tuala
`),
    );
    expect([record.country.iso2, record.organisation, record.title]).toEqual([
      'WS',
      'Samoa Weather Division',
      'Rain radar',
    ]);
    expect(Object.values(record.answers).map((answer) => [answer.numberPrinted, answer.text.length])).toEqual([
      ['Section B –', 1],
      ['Section C –', 1],
      ['Section E –', 1],
      ['Section A –', 1],
      ['Section F –', 1],
      ['Section D –', 4],
      ['Section G –', 1],
    ]);
    expect(record.expectedOutcomes.codes).toEqual(['training', 'analysis_report']);
    expect(record.timeline[0]).toMatchObject({ from: '2025-03', to: null, precision: 'onwards' });
    expect([24, 25].map((line) => placed.has(line))).toEqual([false, false]);
  });

  test('plain questions, options with yes and no, a question of its own at the end', () => {
    const { record, rules } = read(
      textSource(`
Name of applicant administration: Postal Administration of Palau
Country (Member): Palau
Title of proposal: Addressing system

1. What is the issue your post is facing?
Streets have no names.
2. What type of support do you need?
(a) Advice
(b) Pilot
3. How would the results be used in your national policy?
In the postal law.
4. What has been done so far? What remains to be done?
A law was drafted.
5. Who are the partners or stakeholders?
Municipalities
6. What outputs do you expect?
Training: Yes
Workshop: No
Legal draft: Yes
7. When do you want the mission to start?
Second half of 2026; about 10 working days
8. Will you provide an interpreter?
Yes
`),
    );
    expect(record.country.iso2).toBe('PW');
    expect(counts(record)).toEqual([1, 2, 1, 1, 1, 3, 1]);
    expect(record.expectedOutcomes.codes).toEqual(['training', 'drafting_regulations']);
    expect(record.timeline.map((when) => [when.printed, when.from, when.precision])).toEqual([
      ['Second half of 2026', '2026-07', 'quarter'],
      ['about 10 working days', null, 'duration'],
    ]);
    expect(rules).toEqual(['question-unknown']);
  });

  test('a Word table of number, question and answer; options and times in tables of their own', async () => {
    const source = await docxSource({
      body: [
        table(
          cells('Country', 'Tuvalu'),
          cells('Ministry', 'Ministry of Fisheries'),
          cells('Title of request', 'Landing data'),
        ),
        table(
          cells('No.', 'Question', 'Answer'),
          cells('1', 'Which policy problem needs support?', 'No data on landings'),
          cells('2', 'Type of assistance requested', 'A data expert'),
          cells('3', 'Contribution of the results to policy', 'Better quotas'),
          cells('4', 'Present situation and remaining gaps', 'Paper forms'),
          cells('5', 'Stakeholders', 'Island councils'),
          row([
            cell('6'),
            cell('Expected outcomes'),
            inner(cells('Workshop', ''), cells('Training', 'X'), cells('Policy', 'X'), cells('Other', '')),
          ]),
          row([
            cell('7'),
            cell('Timeline'),
            inner(
              cells('Activity', 'Start', 'End'),
              cells('Survey', 'May 2026', 'July 2026'),
              cells('Report', '', 'September 2026'),
            ),
          ]),
        ),
      ].join(''),
    });
    const { record } = read(source);
    expect(Object.values(record.answers).map((answer) => answer.numberPrinted)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
    ]);
    expect(record.answers.policy_issue.text).toEqual(['No data on landings']);
    expect(record.expectedOutcomes.codes).toEqual(['training', 'policy_design']);
    expect(record.timeline.map((when) => [when.from, when.to, when.what])).toEqual([
      ['2026-05', '2026-07', 'Survey'],
      ['2026-09', '2026-09', 'Report'],
    ]);
  });
});
