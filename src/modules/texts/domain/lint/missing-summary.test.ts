import { expect, test } from 'vitest';
import { found } from '../testing/linted.ts';
import { missingSummary } from './missing-summary.ts';

const one = (serial: number, summary: string): string =>
  [summary, 'PROPOSAL', `NOC\tXYZ/12A1/${serial}`, `RESOLUTION ${serial}`, 'Reefs', 'Reasons: Good.', '* * * * *'].join(
    '\n',
  );

test('one of three has no summary', () => {
  const text = [one(1, 'Summary:\nReefs.'), one(2, ''), one(3, 'Summary:\nCables.')].join('\n');
  expect(found(missingSummary, text)).toEqual(['NOC XYZ/12A1/2']);
});

test('none has one: that is the house', () => {
  expect(found(missingSummary, [one(1, ''), one(2, '')].join('\n'))).toEqual([]);
});
