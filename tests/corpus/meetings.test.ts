import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { linesOf, type Source } from '#formats/document/index.ts';
import { readText } from '#formats/text/reader.ts';
import { MeetingRecord } from '#kernel/reading/index.ts';
import { meetingReportRecogniser } from '#modules/partners/index.ts';

const folder = new URL('../../../shared/sources/', import.meta.url);
const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : [];
const file = (start: string): string => {
  const name = names.find((one) => one.startsWith(start));
  return name === undefined ? '' : readFileSync(new URL(name, folder), 'utf8');
};
const sourceOf = (text: string): Source => {
  const document = readText(text, 'source.txt');
  return { document, lines: linesOf(document) };
};
const tally = (values: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
};

describe.skipIf(file('002') === '')('real sources, meeting of 13 March 2023 (../shared is absent)', () => {
  const source = sourceOf(file('002') || 'absent');
  const { record, findings, placed } = meetingReportRecogniser.recognise(source);
  const text = (line: number): string => (source.lines[line - 1]?.text ?? '').trim();
  const person = (line: number) => record.participants.find((one) => one.line === line);
  const activity = (key: string) => record.activities.find((one) => one.key === key);
  const lines = (rule: string): (number | undefined)[] =>
    findings.filter((one) => one.rule === rule).map((one) => one.lines?.[0]);

  test('is the report of a meeting', () => {
    MeetingRecord.parse(record);
    expect(meetingReportRecogniser.suits(source).score).toBe(1);
  });

  test('head and next meeting', () => {
    expect(record.series).toBe(text(5).replace(/^.* Meeting of the /u, ''));
    expect([record.number, record.date, record.host]).toEqual([27, '2023-03-13', 'Asia-Pacific Telecommunity']);
    expect(record.place).toBe('APT Headquarters in Bangkok, Thailand');
    expect(record.next).toEqual({ number: 28, year: 2024, host: 'ESCAP' });
  });

  test('nine organisations under one key each', () => {
    expect(record.organisations.map((one) => one.key).toSorted()).toEqual([
      'APT',
      'ESCAP',
      'ICAO',
      'ITU',
      'UN Women',
      'UNCDF',
      'UNPOG',
      'UNU',
      'WFP',
    ]);
    expect(record.organisations.find((one) => one.key === 'ESCAP')?.variants).toEqual(['UNESCAP']);
    expect(record.organisations.find((one) => one.key === 'UNU')).toMatchObject({
      name: 'UN University- Macao',
      variants: ['UNU Macau'],
    });
  });

  test('22 participants, each with one contact withheld', () => {
    expect(record.participants).toHaveLength(22);
    expect(tally(record.participants.map((one) => one.organisation))).toEqual({
      ITU: 3,
      ESCAP: 5,
      ICAO: 1,
      UNCDF: 1,
      WFP: 1,
      'UN Women': 1,
      UNPOG: 1,
      UNU: 2,
      APT: 7,
    });
    expect(tally(record.participants.map((one) => String(one.contacts)))).toEqual({ '1': 22 });
    expect(record.participants.filter((one) => one.online).map((one) => one.line)).toEqual([140]);
    expect(record.participants.every((one) => one.honorific !== null && one.role !== null)).toBe(true);
    expect(tally(record.participants.map((one) => one.honorific ?? ''))).toEqual({
      Ms: 4,
      'Ms.': 5,
      'Mr.': 10,
      'Dr.': 3,
    });
  });

  test('names without a comma before the role, roles over two lines', () => {
    // "2. Mr. Given Family Role …": the third and fourth word are the name.
    const named = (line: number): string => text(line).split(' ').slice(2, 4).join(' ').replace('.', '');
    for (const line of [100, 125, 135]) expect(person(line)?.name).toBe(named(line));
    expect(person(100)?.role).toMatch(/^Programme Coordinator \(/u);
    expect(person(125)?.role).toMatch(/^Regional Coordinator for/u);
    expect(person(135)?.role).toMatch(/^Regional Director/u);
    expect(person(130)?.role).toBe(`${text(130).replace(/^.*?, |,$/gu, '')}, ${text(131).replace(/, Email.*$/u, '')}`);
    expect(lines('participant-split-guessed')).toEqual([100, 125]);
  });

  test('seven outcomes', () => {
    expect(record.outcomes.map((one) => [one.number, one.kind, one.organisations])).toEqual([
      [1, 'fact', []],
      [2, 'view', []],
      [3, 'consideration', []],
      [4, 'announcement', ['ESCAP']],
      [5, 'problem', []],
      [6, 'agreement', ['ITU']],
      [7, 'offer', ['ESCAP']],
    ]);
    expect(lines('outcome-without-names')).toEqual([16]);
    expect(lines('participant-count-differs')).toEqual([]);
  });

  test('40 lettered activities of eight organisations and two under one of them', () => {
    expect(record.activities).toHaveLength(42);
    expect(
      tally(record.activities.filter((one) => /^[^.]+\.[a-z]$/u.test(one.key)).map((one) => one.organisation)),
    ).toEqual({
      ESCAP: 4,
      ITU: 7,
      APT: 7,
      UNPOG: 5,
      ICAO: 4,
      UNCDF: 3,
      WFP: 4,
      UNU: 6,
    });
    expect(record.activities.filter((one) => one.key.startsWith('UNPOG.c')).map((one) => one.key)).toEqual([
      'UNPOG.c',
      'UNPOG.c.1',
      'UNPOG.c.2',
    ]);
    expect(lines('organisation-without-report')).toEqual([135]);
  });

  test('30 activities and 12 statements', () => {
    expect(record.activities.filter((one) => !one.isActivity).map((one) => one.key)).toEqual([
      'ITU.a',
      'ITU.c',
      'APT.a',
      'APT.c',
      'APT.d',
      'UNPOG.a',
      'UNPOG.b',
      'UNCDF.a',
      'UNCDF.b',
      'UNCDF.c',
      'UNU.a',
      'UNU.c',
    ]);
  });

  test('what the activities name', () => {
    expect(activity('ESCAP.a')).toMatchObject({ countries: ['KR'], years: [2022, 2024] });
    expect(activity('ICAO.c')?.countries).toEqual(['LA', 'CN']);
    expect(activity('WFP.a')?.countries).toEqual(['AF', 'BD']);
    expect(activity('WFP.b')?.countries).toEqual(['BT', 'PH', 'TO']);
    expect(activity('WFP.c')?.partners).toEqual(['AHA Centres', 'Emergency.lu', 'Ericsson Response', 'Palantir']);
    expect(activity('UNPOG.e')?.partners).toEqual(['ITU', 'UN Women']);
    expect(activity('UNU.a')?.countries).toEqual([]);
    expect(activity('UNU.d')?.countries).toEqual(['MO']);
    expect(activity('UNU.e')?.partners).toEqual(['ITU']);
    expect(activity('ITU.d')?.topics).toContain('smart_cities');
    expect(activity('ESCAP.c')?.topics).toEqual(['intl_connectivity']);
    expect(lines('date-without-year')).toEqual([88]);
  });

  test('seven items of the programme, one table broken by a page', () => {
    expect(record.agenda.map((one) => [one.start, one.end, one.organisations.join(' ')])).toEqual([
      ['08:30', '09:00', ''],
      ['09:00', '09:20', 'APT ESCAP ITU'],
      ['09:20', '10:00', 'ESCAP ITU APT'],
      ['10:00', '11:30', ''],
      ['10:00', '11:30', 'UNPOG ICAO UNCDF WFP UN Women UNU'],
      ['11:30', '11:45', ''],
      ['11:45', null, 'ESCAP ITU APT'],
    ]);
    expect(record.agenda[4]?.title).toBe('Other agencies');
    expect(lines('agenda-time-doubled')).toEqual([190]);
    expect(lines('agenda-end-missing')).toEqual([196]);
  });

  test('the same person as Dr. and as Mr., a name and its address that differ', () => {
    expect(lines('honorific-differs')).toEqual([188]);
    expect(lines('name-differs-from-address')).toEqual([168]);
  });

  test('only the two bare words "Annex" are left over', () => {
    const left = source.lines
      .filter((line) => line.text.trim() !== '' && !placed.has(line.number))
      .map((line) => line.number);
    expect(left).toEqual([92, 174]);
  });

  test('none of the 22 addresses is in the recognition', () => {
    const addresses = new Set(file('002').match(/[\w.-]+@[\w-]+(?:\.[\w-]+)+/gu));
    expect(addresses.size).toBe(22);
    const told = JSON.stringify([record, findings]);
    expect(
      [...addresses].filter((address) => told.includes(address) || told.includes(address.split('@')[0] ?? '#')),
    ).toEqual([]);
  });
});

describe.skipIf(names.length < 5)('real sources of other kinds (../shared is absent)', () => {
  test.each(['000', '001', '003', '004'])('%s is no report of a meeting', (start) => {
    expect(meetingReportRecogniser.suits(sourceOf(file(start))).score).toBeLessThan(0.5);
  });
});
