/** Reports in further layouts: numbered paragraphs of a session, lines typed by hand, notes of a call. */
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
const outcomes = (record: MeetingRecord): unknown[] =>
  record.outcomes.map(({ number, kind, text, organisations }) => [number, kind, text.slice(0, 40), organisations]);

test('a commission: numbered paragraphs of a session, names without honorifics above roles', () => {
  const record = read(`
WESTERN OCEAN FISHERIES COMMISSION

SCIENTIFIC COMMITTEE
FOURTEENTH REGULAR SESSION
Mombasa, Kenya
8 – 11 September 2025

SUMMARY REPORT

AGENDA ITEM 1 — OPENING OF THE MEETING

1. The Fourteenth Regular Session of the Scientific Committee (SC14) was held in Mombasa, Kenya, from 8 to 11 September 2025, hosted by the Kenya Fisheries Service.

2. The Chair, Dr. Abdulrahman Mwinyi (Tanzania), opened the meeting.

AGENDA ITEM 2 — DATA AND STATISTICS

3. The Secretariat presented catch estimates for 2024.

4. SC14 noted that catches of yellowfin tuna fell by 8 per cent in 2024.

5. SC14 agreed that longline logbooks shall be submitted in electronic form from 2027.

AGENDA ITEM 3 — STOCK ASSESSMENT

6. SC14 recommended that the Commission set a catch limit of 40,000 tonnes.

7. The Seychelles Fishing Authority offered to provide tagging data.

8. SC14 requested the Secretariat to prepare a work plan for skipjack before June 2026.

AGENDA ITEM 4 — OTHER MATTERS

9. Mauritius expressed concern about abandoned drifting devices.

AGENDA ITEM 5 — FUTURE MEETINGS

10. SC14 accepted the offer of the Maldives to host the Fifteenth Regular Session in 2026.

ATTACHMENT A

LIST OF PARTICIPANTS

CHAIRPERSON

Abdulrahman Mwinyi
Tanzania Fisheries Research Institute

KENYA

Wanjiru Kamau
Director of Research
Kenya Fisheries Service
P.O. Box 100, Mombasa

Otieno Odhiambo
Research Scientist
Kenya Fisheries Service

MALDIVES

Aishath Shifana
Fisheries Officer
Ministry of Ocean Resources

MAURITIUS

Priya Ramgoolam
Scientific Officer
Albion Research Centre

SEYCHELLES

Jean-Claude Hoareau
Chief Executive
Seychelles Fishing Authority

OBSERVERS

OCEAN WATCH ALLIANCE

Sarah Whitfield
Policy Adviser

SECRETARIAT

Rajiv Menon
Executive Director
`);
  expect(head(record)).toEqual(['SCIENTIFIC COMMITTEE', 14, '2025-09-08', 'Mombasa, Kenya', 'Kenya Fisheries Service']);
  expect(people(record)).toEqual([
    [null, 'Abdulrahman Mwinyi', null, 'Tanzania Fisheries Research Institute'],
    [null, 'Wanjiru Kamau', 'Director of Research', 'Kenya Fisheries Service'],
    [null, 'Otieno Odhiambo', 'Research Scientist', 'Kenya Fisheries Service'],
    [null, 'Aishath Shifana', 'Fisheries Officer', 'Ministry of Ocean Resources'],
    [null, 'Priya Ramgoolam', 'Scientific Officer', 'Albion Research Centre'],
    [null, 'Jean-Claude Hoareau', 'Chief Executive', 'Seychelles Fishing Authority'],
    [null, 'Sarah Whitfield', 'Policy Adviser', 'OCEAN WATCH ALLIANCE'],
    [null, 'Rajiv Menon', 'Executive Director', 'SECRETARIAT'],
  ]);
  expect(outcomes(record)).toEqual([
    [1, 'fact', 'SC14 noted that catches of yellowfin tun', []],
    [2, 'agreement', 'SC14 agreed that longline logbooks shall', []],
    [3, 'invitation', 'SC14 recommended that the Commission set', []],
    [4, 'offer', 'The Seychelles Fishing Authority offered', ['Seychelles Fishing Authority']],
    [5, 'invitation', 'SC14 requested the Secretariat to prepar', []],
    [6, 'problem', 'Mauritius expressed concern about abando', ['Mauritius']],
    [7, 'offer', 'SC14 accepted the offer of the Maldives ', ['Maldives']],
  ]);
  expect(record.next).toEqual({ number: 15, year: 2026, host: 'Maldives' });
});

test('a union: lines typed by hand, the title over two of them, family names first', () => {
  const record = read(`
SOUTH SEAS POSTAL UNION

Report of the Ninth Meeting of the Standing
Committee on Postal Security

Port Moresby, Papua New Guinea
24 and 25 February 2026

Introduction

1. The Standing Committee on Postal Security held its ninth meeting in
Port Moresby from 24 to 25 February 2026 at the kind invitation of Post
PNG Limited. A list of participants is attached as Annex B.

2. Ms. Raka Vagi of Papua New Guinea was elected Chair.

Matters considered

3. The International Bureau introduced document SC/9/3 on the screening
of parcels. Tonga Post reported on the loss of registered items.

4. Post Fiji Limited offered to share its screening manual with other
members.

Decisions

The Committee:

1) decided to adopt the minimum standards for sorting offices as set
out in Annex A;

2) requested the International Bureau to carry out three audits before
the end of 2026;

3) agreed to hold joint training with the customs authorities; and

4) took note of the plan of Solomon Post to renew its sorting office.

Next meeting

The tenth meeting of the Committee will be held in Nuku'alofa in
February 2027 and hosted by Tonga Post.

Annex B
List of participants

Papua New Guinea
  VAGI, Raka (Ms.), Chief Security Officer, Post PNG Limited
  KILA, Morea (Mr.), Inspector, Post PNG Limited

Fiji
  NAISORO, Anare (Mr.), Manager Operations, Post Fiji Limited

Tonga
  TAUMOEPEAU, Siosaia (Mr.), Chief Executive Officer, Tonga Post
  HAVEA, 'Ana (Ms.), Security Officer, Tonga Post

Solomon Islands
  RAMO, Hilda (Ms.), Acting General Manager, Solomon Post

International Bureau
  LINDQVIST, Erik (Mr.), Programme Manager
  OYELARAN, Folasade (Dr.), Security Expert
`);
  expect(head(record)).toEqual([
    'Standing Committee on Postal Security',
    9,
    '2026-02-24',
    'Port Moresby, Papua New Guinea',
    'Post PNG Limited',
  ]);
  expect(people(record)).toEqual([
    ['Ms.', 'Raka VAGI', 'Chief Security Officer', 'Post PNG Limited'],
    ['Mr.', 'Morea KILA', 'Inspector', 'Post PNG Limited'],
    ['Mr.', 'Anare NAISORO', 'Manager Operations', 'Post Fiji Limited'],
    ['Mr.', 'Siosaia TAUMOEPEAU', 'Chief Executive Officer', 'Tonga Post'],
    ['Ms.', "'Ana HAVEA", 'Security Officer', 'Tonga Post'],
    ['Ms.', 'Hilda RAMO', 'Acting General Manager', 'Solomon Post'],
    ['Mr.', 'Erik LINDQVIST', 'Programme Manager', 'International Bureau'],
    ['Dr.', 'Folasade OYELARAN', 'Security Expert', 'International Bureau'],
  ]);
  expect(outcomes(record)).toEqual([
    [1, 'agreement', 'decided to adopt the minimum standards f', []],
    [2, 'invitation', 'requested the International Bureau to ca', ['International Bureau']],
    [3, 'agreement', 'agreed to hold joint training with the c', []],
    [4, 'fact', 'took note of the plan of Solomon Post to', ['Solomon Post']],
  ]);
  expect(record.next).toEqual({ number: 10, year: 2027, host: 'Tonga Post' });
});

test('notes of a call: people with their bodies in brackets', () => {
  const record = read(`
Meeting notes – Donor Coordination Group on Early Warning, 6th call

Date: 11 March 2026
Time: 9:30–10:45 (Suva time)
Platform: Zoom

Attendees:
- Marika Tuilagi (Reef Development Bank)
- Soo-jin Lee (Hanbit Cooperation Agency)
- Dr Ngozi Adebayo (Oceanic Health Agency)
- Mateus da Silva (Timor Disaster Office)
- Ellen Fisher (Northern Aid Agency, online)

Discussion

1. Siren network
Marika presented the status of the siren network. 34 of 50 sirens have been installed.

2. Cell broadcast
The Timor Disaster Office is testing cell broadcast with two operators.

Decisions and follow-up
- The group agreed to merge the two mapping exercises.
- Northern Aid Agency will finance ten more sirens.
- Reef Development Bank will circulate the siren map (by 20 March).
- Timor Disaster Office to share its test report (by 15 April).
- The Hanbit Cooperation Agency invited all members to a study visit in Busan in June 2026.

Next call: the 7th call will be hosted by the Oceanic Health Agency on 13 May 2026.
`);
  expect(head(record)).toEqual(['Donor Coordination Group on Early Warning', 6, '2026-03-11', 'Zoom', null]);
  expect(people(record)).toEqual([
    [null, 'Marika Tuilagi', null, 'Reef Development Bank'],
    [null, 'Soo-jin Lee', null, 'Hanbit Cooperation Agency'],
    ['Dr', 'Ngozi Adebayo', null, 'Oceanic Health Agency'],
    [null, 'Mateus da Silva', null, 'Timor Disaster Office'],
    [null, 'Ellen Fisher', null, 'Northern Aid Agency'],
  ]);
  expect(outcomes(record)).toEqual([
    [1, 'agreement', 'The group agreed to merge the two mappin', []],
    [2, 'announcement', 'Northern Aid Agency will finance ten mor', ['Northern Aid Agency']],
    [3, 'announcement', 'Reef Development Bank will circulate the', ['Reef Development Bank']],
    [4, 'agreement', 'Timor Disaster Office to share its test ', ['Timor Disaster Office']],
    [5, 'invitation', 'The Hanbit Cooperation Agency invited al', ['Hanbit Cooperation Agency']],
  ]);
  expect(record.next).toEqual({ number: 7, year: 2026, host: 'Oceanic Health Agency' });
});
