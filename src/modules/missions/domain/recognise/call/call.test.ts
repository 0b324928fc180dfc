import { describe, expect, test } from 'vitest';
import type { Source } from '#formats/document/index.ts';
import { MissionCallRecord } from '#kernel/reading/missions.ts';
import { cell, paragraph, row, table } from '../../../../../testing/docx.ts';
import { docxSource, textSource } from '../../../../../testing/source.ts';
import {
  assistancePlanRecogniser,
  missionApplicationRecogniser,
  missionCallRecogniser as recogniser,
} from '../recognisers.ts';
import { programmeOf } from './programme.ts';

function read(source: Source) {
  const score = recogniser.suits(source).score;
  expect(score).toBeGreaterThanOrEqual(0.5);
  for (const other of [missionApplicationRecogniser, assistancePlanRecogniser])
    expect(other.suits(source).score).toBeLessThan(score - 0.1);
  const result = recogniser.recognise(source);
  MissionCallRecord.parse(result.record);
  return { ...result, rules: result.findings.map((finding) => finding.rule) };
}

const form = (country: string, organisation: string, title: string, time: string) => `
Name of Country:\t${country}
Name of Organization:\t${organisation}
Title of the project\t${title}

1) Please identify the policy issue to be solved.
- Shared towers
2) Please specify the support action you need.
- Advice
3) Please tell how the outcome helps policy making.
- It helps
4) Please describe the situation and what remains.
- Nothing yet
5) Please list the stakeholders.
- Reef Regulator
6) Please tick the outcomes that you expect.
- [x] Training
- [ ] Others
7) Please propose a timeline.
${time}
`;

const call = `
OCEANIC COMMUNICATIONS UNION
Our ref.: OCU/TC/2024/17

Suva, 5 February 2024

Excellency,

Subject: Invitation to support the OCU Advisory Mission 2024

In 2023 we wrote to you on 1 December 2023 about the survey. Please send the form (Annex C) to the
secretariat before 30 March 2024. No answer is expected later. Write to missions@ocu.example.

I. Background


II. Money
The union pays.

Yours faithfully,

(signed)
Sione Vaka
Director General

Enclosures:
Annex A: List of requests
Annex B: Application forms
Annex C: Plan of assistance for the OCU Advisory Mission 2024

To: Member States, Fiji and Samoa; Ministry of Posts and Telecommunications
cc: Tonga, Palau

List of requests for the OCU Advisory Mission 2024

No.\tMember\tInstitution\tTopic
Spectrum
1\tTonga\tReef Regulator\tShared towers and their
\t\t\tprices
2\t\tTonga Cable Ltd\tCable
Policy
3\tPalau\tMinistry of Infrastructure\tNumbering area:
\t\t\tNumbering plan
${form('TONGA', 'Reef Regulator', 'Shared towers and their prices', 'March 2024')}${form('Tonga', 'Tonga Cable Limited', 'Cable', 'April 2024')}${form('Palau', 'Ministry of Infrastructure', 'Numbering plan', 'As soon as possible')}
Plan of assistance for the OCU Advisory Mission 2024

A. Which request do you wish to support?
B. Describe your approach
C. Period of the assistance
D. Estimated costs
E. Proposed experts
Name\tInstitution\tTelephone
…\t…\t…
…\t…\t…
`;

describe('a call of another body', () => {
  const { record, rules, findings, placed } = read(textSource(call));

  test('letter', () => {
    expect([record.programme, record.year]).toEqual(['OCU Advisory Mission', 2024]);
    expect(record.letter).toEqual({
      reference: 'OCU/TC/2024/17',
      date: '2024-02-05',
      subject: 'Invitation to support the OCU Advisory Mission 2024',
      deadline: '2024-03-30',
      signatory: 'Sione Vaka',
      to: ['Member States', 'Fiji', 'Samoa', 'Ministry of Posts and Telecommunications'],
      cc: ['Tonga', 'Palau'],
      enclosures: [
        'Annex A: List of requests',
        'Annex B: Application forms',
        'Annex C: Plan of assistance for the OCU Advisory Mission 2024',
      ],
    });
  });

  test('summary: inherited country, heading rows, titles over two lines, headings inside a cell', () => {
    expect(record.summary.map((one) => [one.number, one.country, one.organisation, one.title, one.heading])).toEqual([
      [1, 'Tonga', 'Reef Regulator', 'Shared towers and their prices', 'Spectrum'],
      [2, 'Tonga', 'Tonga Cable Ltd', 'Cable', 'Spectrum'],
      [3, 'Palau', 'Ministry of Infrastructure', 'Numbering plan', 'Numbering area:'],
    ]);
  });

  test('applications and empty form', () => {
    expect(record.applications.map((one) => [one.country.iso2, one.title, one.timeline[0]?.from])).toEqual([
      ['TO', 'Shared towers and their prices', '2024-03'],
      ['TO', 'Cable', '2024-04'],
      ['PW', 'Numbering plan', null],
    ]);
    expect(record.assistancePlanForm).toEqual({
      fields: [
        { number: 'A', label: 'Which request do you wish to support?' },
        { number: 'B', label: 'Describe your approach' },
        { number: 'C', label: 'Period of the assistance' },
        { number: 'D', label: 'Estimated costs' },
        { number: 'E', label: 'Proposed experts' },
      ],
      expertRows: 2,
    });
  });

  test('checks', () => {
    expect(rules.toSorted()).toEqual([
      'applicant-is-stakeholder',
      'applicants-linked',
      'applicants-linked',
      'chapter-empty',
      'enclosure-not-found',
      'summary-case-differs',
      'summary-organisation-differs',
      'timeline-no-date',
      'timeline-right-after-deadline',
    ]);
    expect(findings.find((one) => one.rule === 'enclosure-not-found')?.message).toContain('"Application forms"');
  });

  test('the body of the letter stays left over, its address is nowhere', () => {
    expect([1, 6, 10, 13].map((line) => placed.has(line))).toEqual([false, false, false, false]);
    expect(JSON.stringify([record, findings])).not.toContain('missions@');
  });
});

const head = (country: string, title: string) =>
  table(
    row([cell('Country'), cell(country)]),
    row([cell('Organisation'), cell('Ministry')]),
    row([cell('Project title'), cell(title)]),
  );

test('a Word call: summary and heads in tables, no letter', async () => {
  const questions = [
    'What problem should be addressed?',
    'What kind of assistance do you need?',
    'Which stakeholders are involved?',
    'When should it start?',
  ];
  const answers = ['Prices', 'Advice', 'Operators', 'June 2025'];
  const application = (country: string, title: string) =>
    head(country, title) + questions.map((one, at) => paragraph(one) + paragraph(answers[at] ?? '')).join('');
  const source = await docxSource({
    body: [
      paragraph('Summary of applications: Island Expert Programme 2025'),
      table(
        row([cell('#'), cell('Country'), cell('Organisation'), cell('Title')], { header: true }),
        row([cell('1'), cell('Niue'), cell('Ministry'), cell('Prices')]),
        row([cell('2'), cell(''), cell('Ministry'), cell('Postcodes')]),
      ),
      application('Niue', 'Prices'),
      application('Nauru', 'Postcodes'),
    ].join(''),
  });
  const { record, rules } = read(source);
  expect([record.programme, record.year, record.letter]).toEqual(['Island Expert Programme', 2025, null]);
  expect(record.summary.map((one) => [one.country, one.title])).toEqual([
    ['Niue', 'Prices'],
    ['Niue', 'Postcodes'],
  ]);
  expect(record.applications.map((one) => [one.country.iso2, one.answers.stakeholders.text])).toEqual([
    ['NU', ['Operators']],
    ['NR', ['Operators']],
  ]);
  expect(rules).toContain('summary-country-differs');
  expect(rules).toContain('letter-missing');
});

test.each([
  [
    ['Call for the 2025 Fellowship Exchange Programme', 'x'],
    { programme: 'Fellowship Exchange Programme', year: 2025 },
  ],
  [
    [
      'Introduction to the Reef Expert Mission in 2024',
      'the Reef Expert Mission in 2024',
      'In 2020 the Other Programme 2020',
    ],
    { programme: 'Reef Expert Mission', year: 2024 },
  ],
  [['The Support Facility'], { programme: 'Support Facility', year: null }],
  [['Strategic Plan 2021-2023'], null],
])('programme of %j', (texts, expected) => {
  expect(programmeOf(texts)).toEqual(expected);
});

test('a long file of heads and rows takes time in proportion to its length', () => {
  for (const unit of [
    form('Tonga', 'Ministry', 'Towers', 'May 2024'),
    'No.\tCountry\tTitle\n1\tTonga\tx\n\nword\n',
    'Assistance Plan\n',
    '1. Estimated costs\n',
  ]) {
    const source = textSource(unit.repeat(Math.ceil(400_000 / unit.length)));
    const start = performance.now();
    recogniser.suits(source);
    recogniser.recognise(source);
    expect(performance.now() - start, unit.slice(0, 30)).toBeLessThan(5000);
  }
});

const rowOf = (...texts: string[]) => row(texts.map((text) => cell(text)));
const paragraphsOf = (text: string): string =>
  text
    .trim()
    .split('\n')
    .map((line) => paragraph(line.replace('\t', ' ')))
    .join('');

test('names end where a table or a title begins; each form begins with its own title; "Applicant" is an organisation', async () => {
  const letter = `Our ref.: TW/2026/7
15 September 2026
Subject: Invitation to the Twinning Scheme 2026
Dear Colleagues,
The deadline is 1 December 2026.
Yours sincerely,
Mele Tupou
cc: Fiji, Samoa
Summary of requests`;
  const { record } = read(
    await docxSource({
      body: [
        paragraphsOf(letter),
        table(
          rowOf('Sr.', 'Applicant country', 'Applicant', 'Proposed twinning'),
          rowOf('1.', 'Fiji', 'Institute of Tides', 'A tide laboratory'),
          rowOf('2.', '', 'Coast University', 'A data course'),
        ),
        paragraph('APPLICATION FORM'),
        paragraphsOf(form('Fiji', 'Institute of Tides', 'A tide laboratory', 'May 2027').replace(/\n\n/gu, '\n')),
        paragraph('APPLICATION FORM'),
        paragraphsOf(form('Fiji', 'Coast University', 'A data course', 'June 2027').replace(/\n\n/gu, '\n')),
      ].join(''),
    }),
  );
  expect(record.letter?.cc).toEqual(['Fiji', 'Samoa']);
  expect(record.summary.map((line) => [line.number, line.country, line.organisation, line.title])).toEqual([
    [1, 'Fiji', 'Institute of Tides', 'A tide laboratory'],
    [2, 'Fiji', 'Coast University', 'A data course'],
  ]);
  expect(record.applications.map((one) => one.answers.timeline.text)).toEqual([['May 2027'], ['June 2027']]);
});
