/** Reports as other bodies write them: attendance on one line, delegations, other honorifics, other agendas. */
import { describe, expect, test } from 'vitest';
import type { Source } from '#formats/document/index.ts';
import { MeetingRecord } from '#kernel/reading/index.ts';
import { cell, paragraph, row, table } from '../../../../../testing/docx.ts';
import { docxSource, textSource } from '../../../../../testing/source.ts';
import { meetingReportRecogniser as recogniser } from '../recognisers.ts';

function read(source: Source): MeetingRecord {
  expect(recogniser.suits(source).score).toBeGreaterThanOrEqual(0.5);
  const { record } = recogniser.recognise(source);
  MeetingRecord.parse(record);
  return record;
}

const people = (record: MeetingRecord): unknown[] =>
  record.participants.map((one) => [one.honorific, one.name, one.role, one.organisation]);
const agenda = (record: MeetingRecord): unknown[] =>
  record.agenda.map((item) => [item.start, item.end, item.title, item.organisations]);

test('minutes with the attendance on one line, decisions inside paragraphs', () => {
  const record = read(
    textSource(`
Minutes of the Twelfth Meeting of the Reef Forum
Date and time: Monday, 2 February 2026, 14.00–16.30
Place: online
Present: Ana Moana (OCU), Sione Vaka (OCU), Mele Tupou (Reef Bank)
Apologies: Ioane Leota (SCC)
1. Cable faults
OCU reported on the faults of 2025. The meeting agreed to publish the figures.
2. Funding
Reef Bank offered to pay for two studies.
3. Next meeting
The next meeting will be hosted by the Reef Bank on 1 June 2026.
`),
  );
  expect([record.series, record.number, record.date, record.place]).toEqual(['Reef Forum', 12, '2026-02-02', 'online']);
  expect(people(record)).toEqual([
    [null, 'Ana Moana', null, 'OCU'],
    [null, 'Sione Vaka', null, 'OCU'],
    [null, 'Mele Tupou', null, 'Reef Bank'],
  ]);
  expect(record.outcomes.map(({ text, kind }) => [text, kind])).toEqual([
    ['The meeting agreed to publish the figures.', 'agreement'],
    ['Reef Bank offered to pay for two studies.', 'offer'],
  ]);
  expect(record.next).toEqual({ number: 13, year: 2026, host: 'Reef Bank' });
});

test('delegations of countries, roles in brackets, the number below the name', () => {
  const record = read(
    textSource(`
Pacific Lights Council
Second Assembly

Nuku'alofa, Tonga, 10 March 2027

Conclusions
- The Assembly adopted the plan for 2028.
- Fiji announced that it will host a course in June 2027.

List of delegates
FIJI
Mr Jone RABUKA (Head of delegation)
Ms Lupe FALEAFA (Adviser)
KIRIBATI
Hon. Tebano TIRO, Minister of Ports
`),
  );
  expect([record.series, record.number, record.place]).toEqual(['Pacific Lights Council', 2, "Nuku'alofa, Tonga"]);
  expect(people(record)).toEqual([
    ['Mr', 'Jone RABUKA', 'Head of delegation', 'Fiji'],
    ['Ms', 'Lupe FALEAFA', 'Adviser', 'Fiji'],
    ['Hon.', 'Tebano TIRO', 'Minister of Ports', 'KIRIBATI'],
  ]);
  expect(record.outcomes.map((one) => one.organisations)).toEqual([[], ['Fiji']]);
});

test('honorifics of many tongues, also behind the name; organisations behind the role', () => {
  const record = read(
    textSource(`
Report on the Sixth Session of the Committee on Island Statistics
Koror, Palau
22 August 2026

Decisions taken
Decision 1: The handbook is approved.
Decision 2: The Statistics House collects the data at the invitation of members.

Attendees
1. Datuk Dr. Ahmad bin Salleh, Chairman, Statistics House
2. Mdm. Siti binti Omar, Analyst, Statistics House
3. FINAU Salote (Ms), Adviser, Reef Bank
4. Ratu Epeli, Adviser, Reef Bank
5. Rev. Tione Faupula, Trustee, Reef Bank
`),
  );
  expect([record.series, record.place, record.date]).toEqual([
    'Committee on Island Statistics',
    'Koror, Palau',
    '2026-08-22',
  ]);
  expect(people(record)).toEqual([
    ['Datuk Dr.', 'Ahmad bin Salleh', 'Chairman', 'Statistics House'],
    ['Mdm.', 'Siti binti Omar', 'Analyst', 'Statistics House'],
    ['Ms', 'FINAU Salote', 'Adviser', 'Reef Bank'],
    ['Ratu', 'Epeli', 'Adviser', 'Reef Bank'],
    ['Rev.', 'Tione Faupula', 'Trustee', 'Reef Bank'],
  ]);
  expect(record.outcomes.map(({ number, text }) => [number, text])).toEqual([
    [1, 'The handbook is approved.'],
    [2, 'The Statistics House collects the data at the invitation of members.'],
  ]);
});

test('an organisation and its people on one line; actions without a verb of agreement', () => {
  const record = read(
    textSource(`
Record of the Third Meeting of the Outer Islands Group
Date: 2026-03-11

In attendance
Reef Bank – Ana Moana, Sione Vaka
OCU – Mele Tupou (remote)
Coast Guard: Tevita Kolo, Captain; Jone Rabuka, Engineer

Action points
- OCU to send the map by 20 March 2026
- Reef Bank to ask for offers
The next call is planned for 8 April 2026.
`),
  );
  expect(people(record)).toEqual([
    [null, 'Ana Moana', null, 'Reef Bank'],
    [null, 'Sione Vaka', null, 'Reef Bank'],
    [null, 'Mele Tupou', null, 'OCU'],
    [null, 'Tevita Kolo', 'Captain', 'Coast Guard'],
    [null, 'Jone Rabuka', 'Engineer', 'Coast Guard'],
  ]);
  expect(record.participants.map((one) => one.online)).toEqual([false, false, true, false, false]);
  expect(record.outcomes.map(({ kind, text, organisations }) => [kind, text, organisations])).toEqual([
    ['agreement', 'OCU to send the map by 20 March 2026', ['OCU']],
    ['agreement', 'Reef Bank to ask for offers', ['Reef Bank']],
  ]);
});

const cells = (...texts: string[]): string =>
  row(
    texts.map((text) =>
      cell(
        text
          .split('/')
          .map((one) => paragraph(one))
          .join(''),
      ),
    ),
  );

test('the number of the meeting below the name of its body; decisions with letters before their numbers', () => {
  const record = read(
    textSource(`
Steering Committee of the Reef Cable Project
Minutes of the 4th meeting
12 October 2026, 10:00–12:00, Tarawa, Kiribati

Attendance
Ministry of Infrastructure (MoI): Mr. Ioane Leota; Ms. Bwena Tito
Reef Bank (RB): Dr. Lupe Faleafa (online)

Decisions
D1. The survey report is approved.
D2. RB agreed to pay by 30 November 2026.

Next meeting
The 5th meeting will be hosted by RB in January 2027.
`),
  );
  expect([record.series, record.number]).toEqual(['Steering Committee of the Reef Cable Project', 4]);
  expect(people(record)).toEqual([
    ['Mr.', 'Ioane Leota', null, 'MoI'],
    ['Ms.', 'Bwena Tito', null, 'MoI'],
    ['Dr.', 'Lupe Faleafa', null, 'RB'],
  ]);
  expect(record.outcomes.map(({ number, text, organisations }) => [number, text, organisations])).toEqual([
    [1, 'The survey report is approved.', []],
    [2, 'RB agreed to pay by 30 November 2026.', ['RB']],
  ]);
  expect(record.next).toEqual({ number: 5, year: 2027, host: 'RB' });
});

test('a summary that is the title; roles in brackets on one line; a forum is called by its whole name', () => {
  const record = read(
    textSource(`
Summary of the 15th Regional Regulators' Forum
Nadi, Fiji, 3 August 2026

Participants
- Reef Bank: Ana Moana (Director), Sione Vaka (Economist)
- OCU: Lupe Faleafa (Officer)

Key points
- Reef Bank plans to finance a cable to Niue in 2028.
- OCU considers a study on prices.
`),
  );
  expect([record.series, record.number, record.date]).toEqual(["Regional Regulators' Forum", 15, '2026-08-03']);
  expect(people(record)).toEqual([
    [null, 'Ana Moana', 'Director', 'Reef Bank'],
    [null, 'Sione Vaka', 'Economist', 'Reef Bank'],
    [null, 'Lupe Faleafa', 'Officer', 'OCU'],
  ]);
  expect(record.outcomes.map(({ kind, organisations }) => [kind, organisations])).toEqual([
    ['announcement', ['Reef Bank']],
    ['consideration', ['OCU']],
  ]);
});

test('a session by its number in capitals, lettered decisions under one sentence, groups over delegations', () => {
  const record = read(
    textSource(`
PACIFIC WATER COUNCIL
TWENTY-THIRD SESSION
Port Moresby, Papua New Guinea, 6 to 8 April 2027

Decisions
2. The Council:
(a) adopted the work programme for 2028;
(b) welcomed the offer of Samoa to host the twenty-fourth session in 2029.

List of participants
MEMBERS
Papua New Guinea
Hon. Peter Kila, Minister for Water
Samoa
Mr. Tavita Sio, Chief Executive Officer
OBSERVERS
Reef Bank
Dr. Lupe Faleafa, Economist
`),
  );
  expect([record.series, record.number]).toEqual(['PACIFIC WATER COUNCIL', 23]);
  expect(people(record)).toEqual([
    ['Hon.', 'Peter Kila', 'Minister for Water', 'Papua New Guinea'],
    ['Mr.', 'Tavita Sio', 'Chief Executive Officer', 'Samoa'],
    ['Dr.', 'Lupe Faleafa', 'Economist', 'Reef Bank'],
  ]);
  expect(record.organisations.map((one) => one.key)).toEqual(['Papua New Guinea', 'Samoa', 'Reef Bank']);
  expect(record.outcomes.map(({ text, kind, organisations }) => [text, kind, organisations])).toEqual([
    ['adopted the work programme for 2028;', 'agreement', []],
    ['welcomed the offer of Samoa to host the twenty-fourth session in 2029.', 'offer', ['Samoa']],
  ]);
  expect(record.next).toEqual({ number: 24, year: 2029, host: 'Samoa' });
});

test('sections numbered without a stop; place and day behind the number of the meeting', async () => {
  const body = [
    paragraph('OCU Working Group on Numbering (WGN)'),
    paragraph('Report of the 9th meeting, Honiara, 2–3 March 2027'),
    paragraph('1 Attendance'),
    table(
      cells('Organization', 'Representative', 'Position'),
      cells('Oceanic Communications Union (OCU)', 'Ms. Ana Moana', 'Programme Officer'),
      cells('Reef Telecom', 'Mr. Tom Kila (via Teams)', 'Manager'),
    ),
    paragraph('2 Outcomes'),
    paragraph('2.1 The guideline was adopted.'),
    paragraph('2.2 Reef Telecom invited members to test its portal.'),
    paragraph('3 Next meeting'),
    paragraph('The tenth meeting will take place in Apia in March 2028.'),
  ].join('');
  const record = read(await docxSource({ body }));
  expect([record.series, record.number, record.place, record.date]).toEqual([
    'OCU Working Group on Numbering (WGN)',
    9,
    'Honiara',
    '2027-03-02',
  ]);
  expect(people(record)).toEqual([
    ['Ms.', 'Ana Moana', 'Programme Officer', 'OCU'],
    ['Mr.', 'Tom Kila', 'Manager', 'Reef Telecom'],
  ]);
  expect(record.outcomes.map(({ kind }) => kind)).toEqual(['agreement', 'invitation']);
  expect(record.next).toEqual({ number: 10, year: 2028, host: null });
});

describe('agendas', () => {
  test('who presents stands in a paragraph of its own; four figures are times under "Time"', async () => {
    const body = [
      paragraph('First Meeting of the Harbour Twinning Network'),
      paragraph('Funafuti, Tuvalu, 9 September 2026'),
      paragraph('Tentative programme'),
      table(
        cells('Time', 'Programme'),
        cells('0900-0930', 'Welcome/Mr. Jone Rabuka, Ministry of Ports'),
        cells('0930-1030', 'Session 1:/Twinning so far/Coast University/Harbour Board'),
        cells('1030', 'Coffee'),
        cells('11.00', 'Plans for/the years from 2027/Moderator: Tide Office'),
      ),
      paragraph('Participants'),
      table(
        cells('Name and title', 'Institution'),
        cells('Mr. Jone Rabuka/Minister', 'Ministry of Ports'),
        cells('Lupe Faleafa', 'Coast University'),
        cells('Ana Moana, Engineer', 'Harbour Board'),
        cells('Mele Tupou', 'Tide Office'),
      ),
    ].join('');
    const record = read(await docxSource({ body }));
    expect(agenda(record)).toEqual([
      ['09:00', '09:30', 'Welcome', ['Ministry of Ports']],
      ['09:30', '10:30', 'Session 1: Twinning so far', ['Coast University', 'Harbour Board']],
      ['10:30', null, 'Coffee', []],
      ['11:00', null, 'Plans for the years from 2027', ['Tide Office']],
    ]);
    expect(people(record)).toEqual([
      ['Mr.', 'Jone Rabuka', 'Minister', 'Ministry of Ports'],
      [null, 'Lupe Faleafa', null, 'Coast University'],
      [null, 'Ana Moana', 'Engineer', 'Harbour Board'],
      [null, 'Mele Tupou', null, 'Tide Office'],
    ]);
  });

  test('rows that a page ran together are parted by their times', async () => {
    const body = [
      paragraph('First Meeting of the Harbour Network'),
      paragraph('Funafuti, Tuvalu, 9 September 2026'),
      paragraph('Programme'),
      table(
        cells('09:00 – 09:30/09:30 – 10:00', 'Registration/Opening'),
        cells('10:00 – 10:30/10:30 – 11:00', 'Only one title'),
      ),
    ].join('');
    const { record } = recogniser.recognise(await docxSource({ body }));
    expect(agenda(record).slice(0, 2)).toEqual([
      ['09:00', '09:30', 'Registration', []],
      ['09:30', '10:00', 'Opening', []],
    ]);
    expect(record.agenda).toHaveLength(3);
  });

  test('a numbered agenda runs on over items that are headings elsewhere', () => {
    const record = read(
      textSource(`
Report of the Ninth Meeting of the Search and Rescue Group
Place and date: Rarotonga, 3 June 2026

Main outcomes
1. The group agreed on one radio channel.
2. The group decided to drill twice a year.

Agenda
1. Opening
2. Radio channels
3. Any other business
4. Closing
`),
    );
    expect(record.place).toBe('Rarotonga');
    expect(record.agenda.map((item) => item.title)).toEqual([
      'Opening',
      'Radio channels',
      'Any other business',
      'Closing',
    ]);
  });
});
