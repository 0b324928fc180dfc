import { expect, test } from 'vitest';
import type { Source } from '#formats/document/index.ts';
import { MeetingRecord } from '#kernel/reading/meetings.ts';
import { cell, paragraph, row, table } from '../../../../../testing/docx.ts';
import { docxSource, textSource } from '../../../../../testing/source.ts';
import { meetingReportRecogniser as recogniser } from '../recognisers.ts';

function read(source: Source) {
  expect(recogniser.suits(source).score).toBeGreaterThanOrEqual(0.5);
  const result = recogniser.recognise(source);
  MeetingRecord.parse(result.record);
  return result;
}

const cells = (...texts: string[]) => row(texts.map((text) => cell(text)));

/** Minutes: deciding sentences, a table of actions, participants in a table, an agenda over two days. */
async function minutes(): Promise<Source> {
  return docxSource({
    body: [
      paragraph('Minutes of the Third Session of the Island Spectrum Committee'),
      paragraph('Venue: Reef Hall, Port Vila, Vanuatu'),
      paragraph('Date: 4 to 5 March 2025'),
      paragraph('Present'),
      table(
        cells('No.', 'Name', 'Designation', 'Organisation', 'E-mail'),
        cells('1', 'Mr Jo Tabi', 'Engineer', 'Vanuatu Regulator (VR)', 'jo@vr.example'),
        cells('2', 'Ms Mere Ravu', 'Analyst', '', 'mere@vr.example'),
        cells('3', 'Dr Eva Lal (online)', 'Head of Unit', 'Oceanic Communications Union (OCU)', ''),
      ),
      paragraph('Discussion'),
      paragraph('1. The Chair spoke of interference.'),
      paragraph('2. The Committee agreed to share its measurements.'),
      paragraph('3. The Committee noted that:'),
      paragraph('a) two bands are free;'),
      paragraph('b) OCU will publish a map.'),
      paragraph('4. The Committee invited VR to report in 2026.'),
      paragraph('Action items'),
      table(
        cells('Action', 'Responsible', 'Due date'),
        cells('Send the measurements', 'VR', '30 April 2025'),
        cells('Draft the map', 'All members', '1 June 2025'),
      ),
      paragraph('Agenda'),
      table(
        cells('Time', 'Item', 'Lead'),
        row([cell('Tuesday, 4 March')]),
        cells('9.00 – 9.30 am', 'Opening', 'VR'),
        cells('9:30 am', 'Interference', 'OCU'),
        row([cell('Day 2: 5 March')]),
        cells('1:30 – 3:00 pm', 'Measurements', 'VR and OCU'),
        cells('', 'Any other business', ''),
      ),
      paragraph('Next meeting'),
      paragraph('The next meeting will be hosted by OCU in 2026.'),
    ].join(''),
  });
}

test('minutes in Word', async () => {
  const { record, findings } = read(await minutes());
  expect([record.series, record.number, record.date, record.place]).toEqual([
    'Island Spectrum Committee',
    3,
    '2025-03-04',
    'Reef Hall, Port Vila, Vanuatu',
  ]);
  expect(
    record.participants.map((one) => [one.name, one.honorific, one.organisation, one.role, one.online, one.contacts]),
  ).toEqual([
    ['Jo Tabi', 'Mr', 'VR', 'Engineer', false, 1],
    ['Mere Ravu', 'Ms', 'VR', 'Analyst', false, 1],
    ['Eva Lal', 'Dr', 'OCU', 'Head of Unit', true, 0],
  ]);
  expect(record.outcomes.map((one) => [one.number, one.kind, one.organisations, one.text])).toEqual([
    [1, 'agreement', [], 'The Committee agreed to share its measurements.'],
    [2, 'fact', [], 'two bands are free;'],
    [3, 'announcement', ['OCU'], 'OCU will publish a map.'],
    [4, 'invitation', ['VR'], 'The Committee invited VR to report in 2026.'],
    [5, 'agreement', ['VR'], 'Send the measurements; VR; 30 April 2025'],
    [6, 'agreement', ['All members'], 'Draft the map; All members; 1 June 2025'],
  ]);
  expect(record.agenda.map((one) => [one.start, one.end, one.title, one.organisations])).toEqual([
    ['09:00', '09:30', 'Opening', ['VR']],
    ['09:30', null, 'Interference', ['OCU']],
    ['13:30', '15:00', 'Measurements', ['VR', 'OCU']],
    [null, null, 'Any other business', []],
  ]);
  expect(record.next).toEqual({ number: 4, year: 2026, host: 'OCU' });
  expect(JSON.stringify([record, findings])).not.toContain('@');
});

test('decisions by number, participants with their body in brackets, a host for the next session', () => {
  const { record, placed } = read(
    textSource(`
MINUTES OF THE FIFTH SESSION OF THE REEF COMMITTEE
Apia, Samoa, from 4 to 6 March 2025

PRESENT:
Ms Ana Moana (OCU), Chair
Mr Jo Tabi (Vanuatu Regulator)

OPENING
The Chair opened the session at 9:00.

Decision 1: The Committee adopted its rules.
Decision 2: The Committee requested OCU to report on cables.

DATE AND PLACE OF NEXT SESSION
The Sixth Session will be held in Suva in March 2026, hosted by OCU.
`),
  );
  expect([record.series, record.number, record.date, record.place]).toEqual([
    'REEF COMMITTEE',
    5,
    '2025-03-04',
    'Apia, Samoa',
  ]);
  expect(record.participants.map((one) => [one.name, one.organisation, one.role])).toEqual([
    ['Ana Moana', 'OCU', 'Chair'],
    ['Jo Tabi', 'Vanuatu Regulator', null],
  ]);
  expect(record.outcomes.map((one) => [one.number, one.kind, one.organisations])).toEqual([
    [1, 'agreement', []],
    [2, 'invitation', ['OCU']],
  ]);
  expect(record.next).toEqual({ number: 6, year: 2026, host: 'OCU' });
  expect([8, 9].map((line) => placed.has(line))).toEqual([false, false]);
  expect([14, 15].map((line) => placed.has(line))).toEqual([true, true]);
});

test('day and place in a sentence, outcomes in a list under a deciding sentence', () => {
  const { record } = read(
    textSource(`
Report of the twenty-second meeting of the Atoll Coordination Mechanism

1. The Oceanic Communications Union convened the twenty-second meeting of the Mechanism at the Lagoon Hotel in Nauru on 14 December 2024, back to back with its yearly forum, which was attended by many.

2. Following its review of the work, the Committee heard statements.

3. The Committee agreed on the following next steps:
- to share all maps
- OCU plans to hold a course in 2025

LIST OF PARTICIPANTS
ATOLL WEATHER SERVICE (AWS)
Ms Sela Tau, Head of Data
Mr Pita Manu
`),
  );
  expect([record.series, record.number]).toEqual(['Atoll Coordination Mechanism', 22]);
  expect([record.date, record.place]).toEqual(['2024-12-14', 'Lagoon Hotel in Nauru']);
  expect(record.outcomes.map((one) => [one.number, one.kind, one.text])).toEqual([
    [1, 'agreement', 'to share all maps'],
    [2, 'announcement', 'OCU plans to hold a course in 2025'],
  ]);
  expect(record.participants.map((one) => [one.name, one.organisation, one.role])).toEqual([
    ['Sela Tau', 'AWS', 'Head of Data'],
    ['Pita Manu', 'AWS', null],
  ]);
});
