import { describe, expect, test } from 'vitest';
import type { Source } from '#formats/document/index.ts';
import { MeetingRecord } from '#kernel/reading/meetings.ts';
import { textSource } from '../../../../../testing/source.ts';
import { meetingReportRecogniser as recogniser } from '../recognisers.ts';

function read(source: Source) {
  expect(recogniser.suits(source).score).toBeGreaterThanOrEqual(0.5);
  const result = recogniser.recognise(source);
  MeetingRecord.parse(result.record);
  return { ...result, rules: result.findings.map((finding) => finding.rule) };
}

/** Agencies report in lists; participants under the names of their organisations, contacts on the next line. */
const report = `
Fourth Meeting of the Oceanic Agencies Forum on Connectivity

Hosted by the Oceanic Communications Union
at the OCU House

28 May – 1 June 2024, Suva, Fiji

Main outcomes

1. 4 participants from 3 organisations shared their plans.
2. Participants agreed to keep a common calendar,
which OCU will maintain.
3. UNREEF invited all agencies to its forum.
5. Some agencies lack staff.
6. Reef University offered to host the next Fifth Meeting in 2025.

Highlights

OCU outlined its activities, including:

a) OCU launched the Island Cable Project in Tonga and Niue in 2023, in partnership with UN REEF, Moana Networks and local governments.
b) OCU's objective is to connect every island.
c) OCU plans the following courses in 2024:
- Spectrum monitoring
- Rural broadband
d) A drill takes place on 3 July with emergency teams,
organised by OCU.

The REEF reported on the following:
(i) REEF is based on four pillars.
(ii) REEF and OCU collected statistics.

List of Participants

OCEANIC COMMUNICATIONS UNION (OCU)
1. Ms Ana Moana, Director
Email: ana.moana@ocu.example
2. Mr. Sione Vaka Programme Officer
Tel: +679 330 0000 / 330 0001

UNITED NATIONS REEF PROGRAMME (UNREEF) (Online)
3. Prof. Dr. Leilani Faleolo-Smith, Senior Adviser, Cables,
Pacific Office (Apia), E-mail: leialni [at] reef
.org

Reef University
4. Mr Tomasi Vea, Lecturer
`;

describe('a report in lists', () => {
  const { record, findings, rules, placed } = read(textSource(report));

  test('head', () => {
    expect([record.series, record.number, record.date]).toEqual([
      'Oceanic Agencies Forum on Connectivity',
      4,
      '2024-05-28',
    ]);
    expect([record.place, record.host]).toEqual(['Suva, Fiji', 'Oceanic Communications Union']);
    expect(record.next).toEqual({ number: 5, year: 2025, host: 'Reef University' });
  });

  test('one key for each organisation, the one printed most', () => {
    expect(record.organisations).toEqual([
      { key: 'OCU', name: 'OCEANIC COMMUNICATIONS UNION', variants: [] },
      { key: 'REEF', name: 'UNITED NATIONS REEF PROGRAMME', variants: ['UNREEF'] },
      { key: 'Reef University', name: 'Reef University', variants: [] },
    ]);
  });

  test('participants', () => {
    expect(record.participants).toEqual([
      {
        name: 'Ana Moana',
        honorific: 'Ms',
        organisation: 'OCU',
        role: 'Director',
        online: false,
        contacts: 1,
        line: 36,
      },
      {
        name: 'Sione Vaka',
        honorific: 'Mr.',
        organisation: 'OCU',
        role: 'Programme Officer',
        online: false,
        contacts: 2,
        line: 38,
      },
      {
        name: 'Leilani Faleolo-Smith',
        honorific: 'Prof. Dr.',
        organisation: 'REEF',
        role: 'Senior Adviser, Cables, Pacific Office (Apia)',
        online: true,
        contacts: 1,
        line: 42,
      },
      {
        name: 'Tomasi Vea',
        honorific: 'Mr',
        organisation: 'Reef University',
        role: 'Lecturer',
        online: false,
        contacts: 0,
        line: 47,
      },
    ]);
  });

  test('outcomes', () => {
    expect(record.outcomes.map((one) => [one.number, one.kind, one.organisations, one.line])).toEqual([
      [1, 'fact', [], 10],
      [2, 'agreement', ['OCU'], 11],
      [3, 'invitation', ['REEF'], 13],
      [5, 'problem', [], 14],
      [6, 'offer', ['Reef University'], 15],
    ]);
    expect(record.outcomes[1]?.text).toBe('Participants agreed to keep a common calendar, which OCU will maintain.');
  });

  test('activities and statements', () => {
    expect(record.activities.map((one) => [one.key, one.isActivity, one.line])).toEqual([
      ['OCU.a', true, 21],
      ['OCU.b', false, 22],
      ['OCU.c', true, 23],
      ['OCU.c.1', true, 24],
      ['OCU.c.2', true, 25],
      ['OCU.d', true, 26],
      ['REEF.i', false, 30],
      ['REEF.ii', true, 31],
    ]);
    expect(record.activities[0]).toMatchObject({
      countries: ['TO', 'NU'],
      years: [2023],
      partners: ['REEF', 'Moana Networks'],
    });
    expect(record.activities[5]).toMatchObject({
      text: 'A drill takes place on 3 July with emergency teams, organised by OCU.',
      topics: ['emergency_telecom'],
      years: [],
    });
    expect(record.activities[7]?.partners).toEqual(['OCU']);
  });

  test('checks', () => {
    expect(rules.toSorted()).toEqual([
      'date-without-year',
      'name-differs-from-address',
      'organisation-without-report',
      'outcome-number-missing',
      'outcome-without-names',
      'participant-split-guessed',
    ]);
  });

  test('everything is placed, and no contact is in record or findings', () => {
    const lines = report.replace(/^\n/u, '').split('\n');
    expect(lines.flatMap((line, at) => (line.trim() !== '' && !placed.has(at + 1) ? [line] : []))).toEqual([]);
    expect(JSON.stringify([record, findings])).not.toMatch(/@|330|leialni/);
  });
});

test('paragraphs under the name of each organisation; participants without numbers and honorifics', () => {
  const source = textSource(`
Report of the 12th Annual Consultation on Weather Data

2 September 2024

Participants

ATOLL WEATHER SERVICE (AWS)
Pita Manu, Forecaster
Sela Tau, Head of Data

REEF OBSERVATORY
Jon Ferro, Researcher

Updates from agencies

AWS
AWS runs two stations in Kiribati.

It plans a third one with Reef Observatory in 2025.

Reef Observatory:
There is a lack of buoys.

Conclusions
The meeting decided:
- to meet again
- to invite Palau
`);
  const { record } = read(source);
  expect([record.series, record.number]).toEqual(['Annual Consultation on Weather Data', 12]);
  expect(record.participants.map((one) => [one.name, one.organisation, one.role])).toEqual([
    ['Pita Manu', 'AWS', 'Forecaster'],
    ['Sela Tau', 'AWS', 'Head of Data'],
    ['Jon Ferro', 'Reef Observatory', 'Researcher'],
  ]);
  expect(record.activities.map((one) => [one.key, one.isActivity, one.countries, one.partners])).toEqual([
    ['AWS.1', true, ['KI'], []],
    ['AWS.2', true, [], ['Reef Observatory']],
    ['Reef Observatory.1', false, [], []],
  ]);
  expect(record.outcomes.map((one) => [one.number, one.kind, one.text])).toEqual([
    [1, 'agreement', 'to meet again'],
    [2, 'invitation', 'to invite Palau'],
  ]);
});

test('an agenda broken by a page, with a repeated head, a list that goes on and tags of a conversion', () => {
  const source = textSource(`
Second Meeting of the Postal Forum
10 June 2024, Apia

Participants
1. Ms Ana Moana, Director, Oceanic Communications Union (OCU)
2. Mr Jo Tabi, Engineer, Vanuatu Regulator (VR)

Provisional Programme
TIME\tPROGRAMME
0830-0900 hrs\tRegistration
09:00 – 09:30\tReports <ol style="x">1. OCU2. VR</ol>

TIME\tPROGRAMME
\t3. Others
10h00\tClosing • Ms Ana Moana
`);
  const { record, rules } = read(source);
  expect(record.participants.map((one) => [one.organisation, one.role])).toEqual([
    ['OCU', 'Director'],
    ['VR', 'Engineer'],
  ]);
  expect(record.agenda).toEqual([
    { start: '08:30', end: '09:00', title: 'Registration', organisations: [], line: 10 },
    { start: '09:00', end: '09:30', title: 'Reports', organisations: ['OCU', 'VR'], line: 11 },
    { start: '10:00', end: null, title: 'Closing', organisations: [], line: 15 },
  ]);
  expect(rules).toContain('agenda-end-missing');
});

test.each([
  [
    'a resolution',
    'RESOLUTION 7\nThe Conference,\nconsidering\na) that organisations report, including:\n\nb) more,\nresolves\n1 to agree',
  ],
  [
    'a plan',
    'STRATEGIC PLAN 2024-2026\nOutcomes\n1. Better nets\n2. More nets\nProgramme\n1. Nets\nActivities\na) one\nb) two',
  ],
  ['nothing', 'word'],
])('%s is no report of a meeting', (_, text) => {
  expect(recogniser.suits(textSource(text)).score).toBeLessThan(0.5);
});

test('a long file takes time in proportion to its length', () => {
  for (const unit of [
    '1. Ms Ana Moana, Director\n',
    'BODY NUMBER ONE (BNO)\n',
    '9:00 Opening\n',
    'Participants\n',
    'OCU reported:\na) something\n\n',
    'The meeting agreed to go on.\n',
  ]) {
    const head =
      'First Meeting of the Forum\n1 May 2024\n\nParticipants\n1. Ms Ana Moana, Director\n2. Mr Jo Tabi, Engineer\n';
    const source = textSource(head + unit.repeat(Math.ceil(300_000 / unit.length)));
    const start = performance.now();
    recogniser.suits(source);
    recogniser.recognise(source);
    expect(performance.now() - start, unit).toBeLessThan(5000);
  }
});
