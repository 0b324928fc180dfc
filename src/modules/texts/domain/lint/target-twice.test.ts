import { expect, test } from 'vitest';
import { found } from '../testing/linted.ts';
import { targetTwice } from './target-twice.ts';

const on = (serial: number, heading: string): string =>
  [`NOC\tXYZ/12A1/${serial}`, heading, 'Reefs', 'Reasons: Good.', '* * * * *'].join('\n');

test('two proposals on one text', () => {
  expect(
    found(targetTwice, [on(1, 'RESOLUTION 5 (Lagos, 2014)'), on(2, 'RESOLUTION 5 (Lagos, 2014)')].join('\n')),
  ).toEqual(['NOC XYZ/12A1/2']);
});

test('two texts with one number, of two kinds', () => {
  expect(
    found(targetTwice, [on(1, 'RESOLUTION 5 (Lagos, 2014)'), on(2, 'DECISION 5 (Lagos, 2014)')].join('\n')),
  ).toEqual([]);
});
