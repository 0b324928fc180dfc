import { describe, expect, test } from 'vitest';
import { Register } from './organisations.ts';
import { kindOf } from './outcomes.ts';
import { readPerson } from './people.ts';
import { isStatement } from './statements.ts';
import { timesAt } from './times.ts';

describe('times of an agenda', () => {
  test.each([
    ['9:00 – 9:20 Opening', '09:00', '09:20', 'Opening'],
    ['09.00-10.30: Session', '09:00', '10:30', 'Session'],
    ['2:00 – 3:30 pm Tea', '14:00', '15:30', 'Tea'],
    ['11:00 – 1:30 pm', '11:00', '13:30', ''],
    ['9 am to 5 pm Course', '09:00', '17:00', 'Course'],
    ['12 pm – 1 pm Lunch', '12:00', '13:00', 'Lunch'],
    ['0900 - 1030 hrs Session', '09:00', '10:30', 'Session'],
    ['14h30 Closing', '14:30', null, 'Closing'],
    ['(10:15) Coffee', '10:15', null, 'Coffee'],
  ])('%j', (text, start, end, rest) => {
    expect(timesAt(text)).toEqual({ start, end, rest });
  });

  test.each(['1. Opening', '2024 budget', '10 participants', '3 – 5 experts', '25:00 x', 'Opening 9:00'])(
    'none in %j',
    (text) => {
      expect(timesAt(text)).toBeNull();
    },
  );
});

describe('people', () => {
  test.each([
    ['Ms Ana Moana, Director of Spectrum', 'Ms', 'Ana Moana', 'Director of Spectrum', false],
    ['Mr. Sione Vaka Programme Officer', 'Mr.', 'Sione Vaka', 'Programme Officer', true],
    ['Ms Mere Ravu. Regional Coordinator', 'Ms', 'Mere Ravu', 'Regional Coordinator', true],
    ['Ms Eva Lal ,Director a.i', 'Ms', 'Eva Lal', 'Director a.i', false],
    ['H.E. Mr. Jo de la Cruz – Minister', 'H.E. Mr.', 'Jo de la Cruz', 'Minister', false],
    ['TABI, Jo (Mr), Engineer', 'Mr', 'Jo TABI', 'Engineer', false],
    ["Dr Leilani O'Brien-Smith", 'Dr', "Leilani O'Brien-Smith", null, false],
    ['Pita Manu, Forecaster', null, 'Pita Manu', 'Forecaster', false],
  ])('%j', (text, honorific, name, role, guessed) => {
    expect(readPerson(text)).toEqual({ honorific, name, role, guessed });
  });

  test.each(['OCEANIC COMMUNICATIONS UNION (OCU)', 'the meeting went on, and on', 'Fiji', '', '12 May 2024, Suva'])(
    'nobody in %j',
    (text) => {
      expect(readPerson(text)).toBeNull();
    },
  );
});

test.each([
  ['The group agreed to meet again.', 'agreement'],
  ['It was decided that a list be kept.', 'agreement'],
  ['OCU offered to host the course.', 'offer'],
  ['OCU plans to hold a forum and invites all.', 'announcement'],
  ['All agencies were encouraged to send data.', 'invitation'],
  ['Members shared the view that maps help.', 'view'],
  ['Two agencies are considering how to work together.', 'consideration'],
  ['Data are not well shared, which leads to duplication.', 'problem'],
  ['Nine agencies took part.', 'fact'],
])('kind of %j is %s', (text, kind) => {
  expect(kindOf(text)).toBe(kind);
});

test.each([
  ['OCU launched a course on islands.', false],
  ['OCU is drafting its plan for 2027.', false],
  ['The objectives of the project are to train staff and to write a report.', false],
  ['OCU is researching whether reefs carry cables.', false],
  ["OCU's mission is to connect islands.", true],
  ['OCU is mandated to serve its members.', true],
  ['OCU is a regional body for islands.', true],
  ['Recent data show that 3 million people are offline.', true],
  ['It is important to share data.', true],
  ['OCU values open data.', true],
  ['There is still a gap in funds.', true],
  ['Because of storms the work has been slow.', true],
  ['OCU has the Vision and the Strategy for reefs.', true],
])('%j: a statement is %s', (text, statement) => {
  expect(isStatement(text)).toBe(statement);
});

describe('organisations', () => {
  const register = new Register();
  for (const name of [
    'UNITED NATIONS REEF PROGRAMME (UNREEF)',
    'Oceanic Union (OU)',
    'UN SEA',
    'World Health Office (WHO)',
    'Atoll College- Apia (ATC)',
  ]) {
    register.add(name);
  }
  register.link('United Nations Reef Programme', 'REEF');
  const keys = register.settleKeys(['REEF and REEF met UN Sea', 'OU; UNREEF; REEF']);

  test('keys are the short forms printed most often', () => {
    expect([...keys.values()]).toEqual(['REEF', 'OU', 'UN Sea', 'WHO', 'ATC']);
  });

  test('found with an office or a place behind the name, in capitals or not', () => {
    expect(
      ['ATC Apia', 'UN Sea', 'OU Pacific Regional Office', 'oceanic union', 'UNWHO', 'Other Union'].map((name) =>
        register.keyOf(name),
      ),
    ).toEqual(['ATC', 'UN Sea', 'OU', 'OU', 'WHO', null]);
  });

  test('mentions: whole words, abbreviations in capitals only', () => {
    expect(register.named('People who met REEF and the Oceanic Union, not OUR.')).toEqual(['REEF', 'OU']);
  });
});
