import { describe, expect, test } from 'vitest';
import { MissionApplication } from '#kernel/reading/missions.ts';
import { cell, control, paragraph, row, table } from '../../../../../testing/docx.ts';
import { docxSource, textSource } from '../../../../../testing/source.ts';
import type { Source } from '#formats/document/index.ts';
import { missionApplicationRecogniser as recogniser } from '../recognisers.ts';

function read(source: Source) {
  expect(recogniser.suits(source).score).toBeGreaterThanOrEqual(0.5);
  const result = recogniser.recognise(source);
  MissionApplication.parse(result.record);
  return { ...result, rules: result.findings.map((finding) => finding.rule) };
}

const counts = (record: MissionApplication): number[] =>
  Object.values(record.answers).map((answer) => answer.text.length);

/** A form of another body: other words, other order, letters as numbers, ticks in brackets. */
const advisory = `
Oceanic Communications Union
Request for an advisory mission

Requesting country: Republic of Fiji
Ministry or agency: Department of Communications (DOC)
Title of the request: Rules for shared towers

(A) What problem do you want the mission to address?
Towers are built side by side because sharing is not regulated.

(B) Which results do you expect? Tick all that apply.
[x] Workshop for staff and operators
[ ] Training course
[X] Study of the market
[ ] Legal drafting (law or regulation)
[ ] National strategy or policy
[ ] Software
[ ] Other: ______

(C) When should the mission take place?
14–25 October 2024

(D) What kind of assistance do you request?
1. Review of the draft
2. Advice on prices

(E) Describe the present status: measures taken so far and what is outstanding.
A draft was prepared in 2022.
It is pending in Parliament.

(F) How will the results contribute to national policy making?
They will be used for the tower code.

(G) Which other institutions will be involved?
Tower operators

Signature: ____________
Date: 3 May 2024
`;

describe('a form of another body', () => {
  const { record, placed, rules } = read(textSource(advisory));

  test('head', () => {
    expect(record.country).toEqual({ printed: 'Republic of Fiji', iso2: 'FJ' });
    expect(record.organisation).toBe('Department of Communications (DOC)');
    expect(record.title).toBe('Rules for shared towers');
  });

  test('questions are known by their words, whatever their order and numbers', () => {
    expect(
      Object.entries(record.answers).map(([key, answer]) => [key, answer.numberPrinted, answer.text.length]),
    ).toEqual([
      ['policy_issue', '(A)', 1],
      ['support_action', '(D)', 2],
      ['policy_contribution', '(F)', 1],
      ['policy_situation', '(E)', 2],
      ['stakeholders', '(G)', 1],
      ['expected_outcomes', '(B)', 7],
      ['timeline', '(C)', 1],
    ]);
    expect(record.answers.stakeholders).toEqual({
      numberPrinted: '(G)',
      question: 'Which other institutions will be involved?',
      lines: [35, 35],
      text: ['Tower operators'],
    });
  });

  test('ticks and dates', () => {
    expect(record.expectedOutcomes).toEqual({
      state: 'given',
      codes: ['awareness', 'analysis_report'],
      candidate: null,
    });
    expect(record.timeline).toEqual([
      { printed: '14–25 October 2024', from: '2024-10', to: '2024-10', precision: 'day', what: null },
    ]);
  });

  test('signature and date belong to no answer and stay left over', () => {
    expect([37, 38].map((line) => placed.has(line))).toEqual([false, false]);
    expect(record.lines).toEqual([4, 35]);
    expect(rules).toEqual([]);
  });
});

/** Renumbered, one question gone, one added, one asked for twice over a page, no ticks. */
const retyped = `
Name of Country:\tTONGA
Name of Organization:\tMinistry of Information
Title of the projects\tSubmarine cable\t

3) Please identify the policy issue to be solved.

- The cable is a single point of failure
7) Please specify the support action wanted.
- Study funded by the Oceanic Bank of Reconstruction.
 - i. Risk map
 - ii. Options

8) Please describe where the policy stands and its remaining gaps; what is the situation?
8.1 A study was carried out by Moana Consulting, see attached.
9) Please name a contact for your host.
The Permanent Secretary
10) Please name the stakeholders, besides yourself, who should take part in the work of the
mission, whoever they are.
Ministry of Information, and the operator
11) Please tick the outcomes that you expect.
- Awareness programme such as workshop
- Training
- Support for drafting regulations
Only training and workshop
12) Please propose a timeline.
- Flexible
`;

test('a retyped form: strange numbers, an unknown question, a wrapped question, a sentence instead of ticks', () => {
  const { record, rules, findings, placed } = read(textSource(retyped));
  expect(record.country.iso2).toBe('TO');
  expect(record.title).toBe('Submarine cable');
  expect(counts(record)).toEqual([1, 3, 0, 1, 1, 4, 1]);
  expect(record.answers.policy_contribution).toEqual({ numberPrinted: null, question: '', lines: null, text: [] });
  expect(record.answers.stakeholders.question).toBe(
    'Please name the stakeholders, besides yourself, who should take part in the work of the mission, whoever they are.',
  );
  expect(record.expectedOutcomes).toEqual({ state: 'given', codes: ['awareness', 'training'], candidate: null });
  expect(record.timeline).toEqual([{ printed: 'Flexible', from: null, to: null, precision: 'flexible', what: null }]);
  expect(rules.toSorted()).toEqual([
    'applicant-is-stakeholder',
    'attachment-missing',
    'earlier-work',
    'numbering-irregular',
    'other-funder',
    'question-missing',
    'question-unknown',
    'timeline-no-date',
  ]);
  expect(findings.find((one) => one.rule === 'question-unknown')?.lines).toEqual([15, 15]);
  expect(placed.has(16)).toBe(false);
  expect(findings.find((one) => one.rule === 'other-funder')?.message).toContain('Oceanic Bank of Reconstruction.');
  expect(findings.find((one) => one.rule === 'earlier-work')?.message).toContain('Moana Consulting.');
});

const checkbox = (checked: boolean, glyph = checked ? '☒' : '☐') =>
  control(
    { kind: `<w14:checkbox><w14:checked w14:val="${checked ? 1 : 0}"/></w14:checkbox>` },
    `<w:r><w:t>${glyph}</w:t></w:r>`,
  );

const tableForm = (boxes: [boolean, string?][]) => {
  const options = [
    'Awareness workshop',
    'Training',
    'Analysis report',
    'Draft regulations',
    'Policy design',
    'Systems',
    'Others',
  ];
  return docxSource({
    body: [
      paragraph('Application for a Telecom Advisory Mission'),
      table(
        row([cell('Country'), cell('Vanuatu')]),
        row([cell('Organisation'), cell('Telecom Regulator of Vanuatu')]),
        row([cell('Project title'), cell('Numbering plan')]),
        row([
          cell('Problem to be addressed by the mission'),
          cell(paragraph('Numbers run out.') + paragraph('Portability is asked for.')),
        ]),
        row([cell('Assistance requested'), cell('Draft of a plan')]),
        row([cell('Benefits for national policy'), cell('')]),
        row([cell('Current situation'), cell('Plan of 2009 in force')]),
        row([cell('Stakeholders'), cell('Two operators')]),
        row([
          cell('Expected outcomes'),
          cell(options.map((option, at) => paragraph(checkbox(...(boxes[at] ?? [false])), ` ${option}`)).join('')),
        ]),
        row([cell('Preferred dates'), cell('Q1 2025')]),
      ),
    ].join(''),
  });
};

describe('a Word form as a table of labels and answers', () => {
  test('ticks by property and glyph', async () => {
    const { record, rules } = read(await tableForm([[true], [false], [true], [false], [false], [false], [false]]));
    expect([record.country.iso2, record.organisation, record.title]).toEqual([
      'VU',
      'Telecom Regulator of Vanuatu',
      'Numbering plan',
    ]);
    expect(counts(record)).toEqual([2, 1, 0, 1, 1, 7, 1]);
    expect(record.answers.policy_issue.text).toEqual(['Numbers run out.', 'Portability is asked for.']);
    expect(record.expectedOutcomes).toEqual({
      state: 'given',
      codes: ['awareness', 'analysis_report'],
      candidate: null,
    });
    expect(record.timeline[0]).toMatchObject({ from: '2025-01', to: '2025-03', precision: 'quarter' });
    expect(rules).toEqual(['answer-blank']);
  });

  test('no box ticked is blank, not unknown', async () => {
    const { record, rules } = read(await tableForm([]));
    expect(record.expectedOutcomes).toEqual({ state: 'blank', codes: [], candidate: null });
    expect(rules).toContain('no-option-ticked');
  });

  test('property and glyph that disagree are not decided', async () => {
    const { record, rules } = read(await tableForm([[true], [false, '☒'], [true, '☐']]));
    expect(record.expectedOutcomes).toEqual({ state: 'unknown', codes: [], candidate: ['awareness', 'training'] });
    expect(rules).toContain('tick-disagrees');
  });
});

const text = (tag: string, words: string, placeholder = false) =>
  control({ tag: `2024/v1/${tag}`, kind: '<w:text/>', placeholder }, `<w:r><w:t>${words}</w:t></w:r>`);
const block = (tag: string, ...words: string[]) =>
  control({ tag: `2024/v1/${tag}` }, words.map((one) => paragraph(one)).join(''));

test('a Word form with tagged controls: prompts are blanks, tags help where the words do not', async () => {
  const source = await docxSource({
    body: [
      paragraph('Country: ', text('country', 'Samoa')),
      paragraph('Organisation: ', text('organisation', 'Office of the Regulator')),
      paragraph('Title: ', text('title', 'Click to enter text', true)),
      paragraph('Tell us what bothers you'),
      block('q1', 'Interference', 'Illegal repeaters'),
      paragraph('Please specify the support action wanted.'),
      block('q2', 'Monitoring plan'),
      paragraph('How will the outcome of the work help the policy?'),
      control({ tag: '2024/v1/q3', placeholder: true }, paragraph('Click to enter text')),
      paragraph('Please describe the situation and what remains.'),
      block('q4', 'No monitoring station'),
      paragraph('Please list stakeholders.'),
      paragraph('The police'),
      paragraph('Possible timeline: ', text('q7', 'May 2025')),
    ].join(''),
  });
  const { record, rules } = read(source);
  expect([record.country.iso2, record.organisation, record.title]).toEqual(['WS', 'Office of the Regulator', '']);
  expect(record.answers.policy_issue).toEqual({
    numberPrinted: null,
    question: 'Tell us what bothers you',
    lines: [5, 6],
    text: ['Interference', 'Illegal repeaters'],
  });
  expect(counts(record)).toEqual([2, 1, 0, 1, 1, 0, 1]);
  expect(record.answers.timeline).toEqual({
    numberPrinted: null,
    question: 'Possible timeline',
    lines: [15, 15],
    text: ['May 2025'],
  });
  expect(rules).toEqual(['head-incomplete', 'question-missing', 'answer-blank']);
});

test('an applicant writes a letter with the form: still an application', () => {
  const letter =
    '5 May 2024\n\nDear Sir,\n\nSubject: Our request\n\nPlease find our form below.\n\nYours sincerely,\n\nAna Moana\n\n';
  const { record } = read(textSource(letter + advisory.trimStart()));
  expect(record.title).toBe('Rules for shared towers');
});

const box = (checked: boolean, words: string) => paragraph(checkbox(checked), ` ${words}`);

test('check boxes inside a control of several lines; what will be annexed elsewhere is no attachment', async () => {
  const source = await docxSource({
    body: [
      paragraph('Country: Niue'),
      paragraph('1) Please describe the problem.'),
      paragraph('The contract will be annexed to the licences.'),
      paragraph('2) Please specify the help you need.'),
      paragraph('A model, see the attached list'),
      paragraph('3) Please tick the outcomes that you expect.'),
      control({ tag: 'form/1/expected_outcomes' }, box(false, 'Training') + box(true, 'Systems')),
      paragraph('4) Timeline'),
      control({ tag: 'form/1/timeline' }, paragraph('May 2026')),
    ].join(''),
  });
  const { record, findings } = read(source);
  expect(record.answers.expected_outcomes).toEqual({
    numberPrinted: '3)',
    question: 'Please tick the outcomes that you expect.',
    lines: [7, 8],
    text: ['☐ Training', '☒ Systems'],
  });
  expect(record.expectedOutcomes.codes).toEqual(['systems']);
  expect(findings.filter((one) => one.rule === 'attachment-missing').map((one) => one.lines)).toEqual([[5, 5]]);
});

test('contacts are never in the record', () => {
  const { record, findings } = read(
    textSource(retyped.replace('The cable is', 'Ask ana.moana@ocu.example, tel. 330 0000: the cable is')),
  );
  expect(JSON.stringify([record, findings])).not.toMatch(/ana\.moana|ocu\.example|330 0000/);
  expect(record.answers.policy_issue.text[0]).toContain('[contact withheld], tel. [contact withheld]');
});

test.each([
  [
    'a resolution',
    'RESOLUTION 7\nThe Conference,\nconsidering\na) that stakeholders exist,\nresolves\n1 to act by 2025',
  ],
  [
    'a plan',
    '1. Background\nThe current situation is good.\n2. Expected outcomes\nMore of it.\n3. Timeline\n2025\n4. Stakeholders\nAll.',
  ],
  ['nothing', 'word'],
])('%s is no application', (_, text) => {
  expect(recogniser.suits(textSource(text)).score).toBeLessThan(0.5);
});
