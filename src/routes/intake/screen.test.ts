import { describe, expect, test } from 'vitest';
import type { Element } from '#modules/intake/server/index.ts';
import { mapOf, needs, questionOf, safeQuestion, screenOf, tallyOf } from './screen.ts';

const element = (name: string, line: number, certainty: Element['certainty'], status = 'changed'): Element => ({
  path: `/x/${line}`,
  name,
  line,
  depth: 1,
  main: null,
  fields: [],
  runs: null,
  certainty,
  evidence: [],
  status,
  removable: true,
});

const elements = [
  element('Clause 1', 3, 'sure'),
  element('Clause 2', 5, 'likely'),
  element('Clause 3', 6, 'likely', 'kept'),
  element('Clause 4', 9, 'guess', 'kept'),
  element('Footnote 1', 10, null),
];
const lines = needs({
  findings: [
    { rule: 'a-warning', level: 'warning', lines: [5, 7], message: 'Look.' },
    { rule: 'a-note', level: 'info', lines: [3, 3], message: 'Note.' },
    { rule: 'of-the-whole', level: 'error', lines: null, message: 'Whole.' },
  ],
  unplaced: [
    { line: 1, text: 'OCU' },
    { line: 9, text: '***' },
  ],
  elements,
  total: 12,
});

test('a line needs what is most pressing in it', () => {
  expect([...lines].sort(([a], [b]) => a - b)).toEqual([
    [1, 'left-over'],
    [5, 'look'],
    [9, 'doubt'],
  ]);
});

test('the map has one stretch for so many lines', () => {
  expect(mapOf(12, lines, 4)).toEqual([
    { first: 1, need: 'left-over' },
    { first: 4, need: 'look' },
    { first: 7, need: 'doubt' },
    { first: 10, need: 'none' },
  ]);
  expect(mapOf(2800, lines).length).toBeLessThanOrEqual(90);
  expect(mapOf(0, new Map())).toEqual([]);
});

test('what was understood in numbers', () => {
  expect(tallyOf(elements)).toEqual([
    { name: 'Clause', count: 4, doubtful: 2 },
    { name: 'Footnote', count: 1, doubtful: 0 },
  ]);
});

const of = (search: string, total = 343) => screenOf(new URLSearchParams(search), total, lines);

describe('the screen an address asks for', () => {
  test('is a stretch of the file', () => {
    expect(of('')).toMatchObject({ choice: { first: 1, last: 60 }, before: null, after: '?from=61' });
    expect(of('from=301')).toMatchObject({ choice: { first: 301, last: 343 }, before: '?from=241', after: null });
    expect(of('from=301').said).toBe('Lines 301–343 of 343');
    expect(of('from=9000').choice).toEqual({ first: 1, last: 60 });
    expect(of('', 0).said).toBe('No lines');
  });

  test('or only the lines that need a look', () => {
    expect(of('show=doubtful')).toMatchObject({ choice: { only: [5, 9] }, said: '1–2 of 2 lines', after: null });
    expect(of('show=left-over').choice).toEqual({ only: [1] });
    expect(of('show=dreams').show).toBe('everything');
  });

  test('a line is found among its neighbours', () => {
    expect(questionOf(60)).toBe('?from=1#L60');
    expect(questionOf(61)).toBe('?from=61#L61');
  });

  test('nothing but a question comes back from a form', () => {
    expect(safeQuestion('?show=doubtful&from=61')).toBe('?show=doubtful&from=61');
    expect(safeQuestion('//evil.example')).toBe('');
    expect(safeQuestion('?a=b\r\nSet-Cookie: x')).toBe('');
  });
});
