/** Reports of sessions as councils and banks write them: blocks of lines on each participant, people behind their organisation. */
import { expect, test } from 'vitest';
import { MeetingRecord } from '#kernel/reading/index.ts';
import { textSource } from '../../../../../testing/source.ts';
import { meetingReportRecogniser as recogniser } from '../recognisers.ts';

function read(text: string): MeetingRecord {
  const source = textSource(text);
  expect(recogniser.suits(source).score).toBeGreaterThanOrEqual(0.5);
  const { record } = recogniser.recognise(source);
  MeetingRecord.parse(record);
  return record;
}

const head = ({ series, number, date, place, host }: MeetingRecord): unknown[] => [series, number, date, place, host];
const people = (record: MeetingRecord): unknown[] =>
  record.participants.map((one) => [one.honorific, one.name, one.role, one.organisation]);
const outcomes = (record: MeetingRecord): unknown[][] =>
  record.outcomes.map(({ number, kind, text, organisations }) => [number, kind, text.slice(0, 40), organisations]);

test('a council: name, role and body on lines of their own, decisions under their number, four figures as times', () => {
  const record = read(`
SOUTHERN METEOROLOGICAL COUNCIL

EXPERT TEAM ON TROPICAL CYCLONE WARNINGS
ELEVENTH SESSION

Port Vila, Vanuatu, 3 to 6 November 2025

FINAL REPORT

EXECUTIVE SUMMARY

The Eleventh Session of the Expert Team on Tropical Cyclone Warnings took place in Port Vila, Vanuatu, at the invitation of the Vanuatu Meteorology and Geo-Hazards Department. It was attended by experts from six members.

DECISIONS AND RECOMMENDATIONS

Decision 1 (ET-11)
The Expert Team adopted the revised colour scheme for warnings.

Decision 2 (ET-11)
The Expert Team established a task group on impact-based forecasts, to be led by the Fiji Meteorological Service.

Recommendation 1 (ET-11)
That the Council publish the operations manual by March 2026.

Recommendation 2 (ET-11)
That members of the Council share radar data in real time.

REPORTS BY MEMBERS

Fiji Meteorological Service (FMS)
- FMS upgraded the radar in Nadi in 2024 with support from the Reef Development Bank.
- FMS will train forecasters from Tuvalu in 2026.

Tonga Meteorological Services (TMS)
- TMS installed five automatic weather stations on Vava'u in 2025.

AGENDA

Monday, 3 November
0900–0930	Opening ceremony
0930–1030	Reports by members
1100–1230	Colour scheme for warnings

Tuesday, 4 November
0900–1200	Impact-based forecasts
1330–1700	Task groups

LIST OF PARTICIPANTS

FIJI
Mr Viliame Tuisawau
Principal Scientific Officer
Fiji Meteorological Service
Nadi
Tel: +679 555 0101
Email: viliame@fms.example

Ms Salote Waqabaca
Senior Forecaster
Fiji Meteorological Service
Email: salote@fms.example

TONGA
Mr Sione Fakaosi
Chief Forecaster
Tonga Meteorological Services
Email: sione@tms.example

VANUATU
Ms Leitau Kalsakau
Director
Vanuatu Meteorology and Geo-Hazards Department
Email: leitau@vmgd.example

Mr Jean-Paul Garae
Forecaster
Vanuatu Meteorology and Geo-Hazards Department

REEF DEVELOPMENT BANK
Dr Hiroshi Tanaka
Climate Specialist

SECRETARIAT
Ms Mele Taufa
Programme Officer
Southern Meteorological Council

DATE AND PLACE OF THE NEXT SESSION
The Team accepted the offer of Tonga Meteorological Services to host the Twelfth Session in Nuku'alofa in 2026.
`);
  expect(head(record)).toEqual([
    'EXPERT TEAM ON TROPICAL CYCLONE WARNINGS',
    11,
    '2025-11-03',
    'Port Vila, Vanuatu',
    'Vanuatu Meteorology and Geo-Hazards Department',
  ]);
  expect(people(record)).toEqual([
    ['Mr', 'Viliame Tuisawau', 'Principal Scientific Officer', 'FMS'],
    ['Ms', 'Salote Waqabaca', 'Senior Forecaster', 'FMS'],
    ['Mr', 'Sione Fakaosi', 'Chief Forecaster', 'TMS'],
    ['Ms', 'Leitau Kalsakau', 'Director', 'Vanuatu Meteorology and Geo-Hazards Department'],
    ['Mr', 'Jean-Paul Garae', 'Forecaster', 'Vanuatu Meteorology and Geo-Hazards Department'],
    ['Dr', 'Hiroshi Tanaka', 'Climate Specialist', 'Reef Development Bank'],
    ['Ms', 'Mele Taufa', 'Programme Officer', 'Southern Meteorological Council'],
  ]);
  expect(outcomes(record)).toEqual([
    [1, 'agreement', 'The Expert Team adopted the revised colo', []],
    [2, 'agreement', 'The Expert Team established a task group', ['FMS']],
    [3, 'invitation', 'That the Council publish the operations ', []],
    [4, 'invitation', 'That members of the Council share radar ', []],
  ]);
  expect(record.next).toEqual({ number: 12, year: 2026, host: 'TMS' });
  expect(record.agenda.map(({ start, end, title }) => [start, end, title])).toEqual([
    ['09:00', '09:30', 'Opening ceremony'],
    ['09:30', '10:30', 'Reports by members'],
    ['11:00', '12:30', 'Colour scheme for warnings'],
    ['09:00', '12:00', 'Impact-based forecasts'],
    ['13:30', '17:00', 'Task groups'],
  ]);
  expect(record.activities.map(({ key, isActivity }) => [key, isActivity])).toEqual([
    ['FMS.1', true],
    ['FMS.2', true],
    ['TMS.1', true],
  ]);
});

test('a bank: people in brackets behind their organisation, what each will do', () => {
  const record = read(`
Reef Development Bank (RDB)

Summary Record: Second Quarterly Development Partners' Coordination Meeting on Digital Infrastructure

Wednesday 18 June 2025, 14:00-16:00
Virtual meeting

Participants:
RDB: Emeka Obiora (Country Director), Lucía Fernández (Economist), Tan Wei Ming (Digital Specialist)
Ministry of Finance (MoF): Hon. Pita Lolohea (Minister), Sela Mahe
Islands Telecom Regulator (ITR): Taniela Fusimalohi (CEO)
Northern Aid Agency (NAA): Ingrid Solberg, Kari Nygård
European Cooperation Office (ECO): Jean-Baptiste Moreau

1. Introduction

The Minister opened the meeting and thanked partners for their support.

2. Updates from partners

RDB
The RDB loan for the second submarine cable became effective in May 2025. Disbursement stands at 12%.

NAA
NAA finances a digital skills programme in eight schools until 2027. NAA is in partnership with Islands University.

ECO
ECO is preparing a feasibility study on e-government with ITR.

3. Key points and agreed follow-up

• RDB will share the procurement schedule with all partners by 15 July 2025.
• MoF will convene a meeting on electricity tariffs in August.
• ITR and ECO will prepare joint terms of reference for the feasibility study.
• NAA offered to finance the translation of training material.
• Partners agreed to use one reporting template from 2026.
• Concern was raised about the late delivery of landing station equipment.

4. Next meeting

The third quarterly meeting is scheduled for 17 September 2025 and will be hosted by NAA.
`);
  expect(head(record)).toEqual([
    "Development Partners' Coordination Meeting on Digital Infrastructure",
    2,
    '2025-06-18',
    'Virtual meeting',
    null,
  ]);
  expect(people(record)).toEqual([
    [null, 'Emeka Obiora', 'Country Director', 'RDB'],
    [null, 'Lucía Fernández', 'Economist', 'RDB'],
    [null, 'Tan Wei Ming', 'Digital Specialist', 'RDB'],
    ['Hon.', 'Pita Lolohea', 'Minister', 'MoF'],
    [null, 'Sela Mahe', null, 'MoF'],
    [null, 'Taniela Fusimalohi', 'CEO', 'ITR'],
    [null, 'Ingrid Solberg', null, 'NAA'],
    [null, 'Kari Nygård', null, 'NAA'],
    [null, 'Jean-Baptiste Moreau', null, 'ECO'],
  ]);
  expect(outcomes(record)).toEqual([
    [1, 'announcement', 'RDB will share the procurement schedule ', ['RDB']],
    [2, 'announcement', 'MoF will convene a meeting on electricit', ['MoF']],
    [3, 'announcement', 'ITR and ECO will prepare joint terms of ', ['ITR', 'ECO']],
    [4, 'offer', 'NAA offered to finance the translation o', ['NAA']],
    [5, 'agreement', 'Partners agreed to use one reporting tem', []],
    [6, 'problem', 'Concern was raised about the late delive', []],
  ]);
  expect(record.next).toEqual({ number: 3, year: 2025, host: 'NAA' });
});

test('a session: delegations on one line each, what was agreed inside paragraphs', () => {
  const record = read(`
Northern Basin Fisheries Commission
Compliance Sub-Committee

Record of the Fifth Session

Held in Walvis Bay, Namibia, on 21-22 April 2026
Host: Ministry of Fisheries and Marine Resources, Namibia

PARTICIPANTS

Members
Namibia: Ms. Ndapewa Shikongo (Head of Delegation), Mr. Tangeni Amupolo (Inspector)
South Africa: Dr. Thandiwe Nkosi (Deputy Director), Mr. Pieter van der Merwe
Angola: Mr. João Domingos Cardoso (Legal Adviser)

Observers
Blue Seas Foundation: Ms. Hannah Lindgren

Secretariat
Mr. Carlos Ndongala, Compliance Manager
Ms. Yuki Mori, Data Officer

PROCEEDINGS

1. Opening
The Chair, Ms. Shikongo, opened the session at 09:00.

2. Vessel monitoring
The Sub-Committee reviewed vessel monitoring data for 2025 and agreed to raise the reporting rate to once an hour.
Angola informed the session that its monitoring centre will open in September 2026.

3. Port inspections
The Sub-Committee recommended that members inspect at least 10 per cent of landings.
South Africa offered to train inspectors in Cape Town.

4. Date of the next session
The Sixth Session will be held in Luanda, Angola, in April 2027.
`);
  expect(head(record)).toEqual([
    'Compliance Sub-Committee',
    5,
    '2026-04-21',
    'Walvis Bay, Namibia',
    'Ministry of Fisheries and Marine Resources, Namibia',
  ]);
  expect(people(record)).toEqual([
    ['Ms.', 'Ndapewa Shikongo', 'Head of Delegation', 'Namibia'],
    ['Mr.', 'Tangeni Amupolo', 'Inspector', 'Namibia'],
    ['Dr.', 'Thandiwe Nkosi', 'Deputy Director', 'South Africa'],
    ['Mr.', 'Pieter van der Merwe', null, 'South Africa'],
    ['Mr.', 'João Domingos Cardoso', 'Legal Adviser', 'Angola'],
    ['Ms.', 'Hannah Lindgren', null, 'Blue Seas Foundation'],
    ['Mr.', 'Carlos Ndongala', 'Compliance Manager', 'Secretariat'],
    ['Ms.', 'Yuki Mori', 'Data Officer', 'Secretariat'],
  ]);
  expect(outcomes(record).map((one) => one.slice(0, 2))).toEqual([
    [1, 'agreement'],
    [2, 'invitation'],
    [3, 'offer'],
  ]);
  expect(record.next).toEqual({ number: 6, year: 2027, host: null });
});
