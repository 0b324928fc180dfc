/**
 * Two invented calls, each judged before it was run: what screening, topics, kinds of help and matching find of what a
 * reader expects. The figures may only rise; docs/matching.md says what they were at first sight.
 */
import { expect, test } from 'vitest';
import { firstCandidates } from './strangers-set/first-candidates.ts';
import { firstRequests } from './strangers-set/first-requests.ts';
import { figures, type Count } from './strangers-set/measure.ts';
import { secondCandidates, secondRequests } from './strangers-set/second.ts';

const first = figures(firstRequests, firstCandidates);
const second = figures(secondRequests, secondCandidates);

/** At least so many right, of what should be found, and at most so many found beside them. */
function atLeast(count: Count, right: number, wrong: number): void {
  expect({ missing: Math.max(0, right - count.right), wrong: Math.max(0, count.found - count.right - wrong) }).toEqual({
    missing: 0,
    wrong: 0,
  });
}

test('screening finds what a reader finds, and nothing else', () => {
  for (const { missing, wrong } of [...first.details.findings, ...second.details.findings]) {
    expect({ missing, wrong: wrong.map(({ text }) => text) }).toEqual({ missing: [], wrong: [] });
  }
  expect([first.screening.wanted, second.screening.wanted]).toEqual([25, 14]);
});

test('topics: those at the core, and all of them', () => {
  atLeast(first.core, 27, 0);
  atLeast(first.all, 35, 1);
  atLeast(second.core, 7, 0);
  atLeast(second.all, 8, 0);
});

test('kinds of help asked for, and statements that are no activity', () => {
  atLeast(first.kinds, 28, 0);
  atLeast(second.kinds, 13, 0);
  atLeast(first.statements, 2, 0);
  atLeast(second.statements, 1, 0);
});

test('who must not be proposed', () => {
  expect([first, second].map(({ details }) => details.toBar.filter((one) => !details.barred.includes(one)))).toEqual([
    [],
    [],
  ]);
  // The reader had not thought of these, and they are right: the expert is away in all months that are asked for.
  expect(first.details.barred.filter((one) => !first.details.toBar.includes(one))).toEqual(
    ['r5', 'r9', 'r11', 'r14'].map((request) => `${request} e3 unavailable`),
  );
});

test('useful among the first three, first places, the best one', () => {
  expect(first.useful).toBeGreaterThanOrEqual(14);
  expect(first.shown - first.useful).toBeLessThanOrEqual(8);
  expect(first.first).toBeGreaterThanOrEqual(9);
  expect(first.bestShown).toBeGreaterThanOrEqual(10);
  expect(second.useful).toBeGreaterThanOrEqual(5);
  expect(second.shown - second.useful).toBeLessThanOrEqual(0);
  expect([second.first, second.bestShown]).toEqual([3, 3]);
});

test('the score is the sum of what is shown', () => {
  for (const { rankings } of [first.details, second.details]) {
    for (const { parts, penalties, score } of rankings.flatMap(({ matches, barred }) => [...matches, ...barred])) {
      for (const { points, reasons, assumed } of parts) {
        expect(points).toBe(reasons.reduce((sum, one) => sum + one.points, assumed?.points ?? 0));
      }
      const sum = parts.reduce((all, { points }) => all + points, 0);
      expect(score).toBe(Math.max(0, sum - penalties.reduce((all, { points }) => all + points, 0)));
    }
  }
});
