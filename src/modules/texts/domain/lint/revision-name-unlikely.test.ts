import { expect, test } from 'vitest';
import { found, resolution } from '../testing/linted.ts';
import { revisionNameUnlikely } from './revision-name-unlikely.ts';

test('a place with a year in which nobody met there', () => {
  expect(found(revisionNameUnlikely, resolution('resolves', 'to act under Resolution 7 (Rev. Busan, 2018).'))).toEqual([
    'to act under Resolution 7 (Rev. Busan, 2018).',
  ]);
});

test('a known meeting, an unknown place', () => {
  expect(
    found(
      revisionNameUnlikely,
      resolution(
        'resolves',
        'to act under Resolution 7 (Rev. Busan, 2014) and Resolution 8 (Oslo, 2017), and under the Final Acts (Geneva, 2006).',
      ),
    ),
  ).toEqual([]);
});

test('the conference that speaks, and years far from any that is known, are somebody else', () => {
  const text = resolution('resolves', 'to act under Resolution 7 (Nairobi, 2019).').replaceAll(
    'Oslo, 2018',
    'Busan, 2018',
  );
  expect(found(revisionNameUnlikely, text)).toEqual([]);
});
