import { expect, test } from 'vitest';
import { found } from '../testing/linted.ts';
import { missingBookmark } from './missing-bookmark.ts';

const mark = (name: string): string => `[bookmark: ${name}]`;
const one = (serial: number, summary: string): string =>
  [
    summary,
    'Reefs.',
    '',
    'PROPOSAL',
    `NOC\tXYZ/12A1/${serial}`,
    `RESOLUTION ${serial}`,
    'Reefs',
    'Reasons: Good.',
    '* * * * *',
  ].join('\n');

test('one of three has no bookmark', () => {
  const text = [one(1, `${mark('one')}Summary:`), one(2, 'Summary:'), one(3, `${mark('three')}Summary:`)].join('\n');
  expect(found(missingBookmark, text)).toEqual(['NOC XYZ/12A1/2']);
});

test('none has one: that is the house', () => {
  expect(found(missingBookmark, [one(1, 'Summary:'), one(2, 'Summary:')].join('\n'))).toEqual([]);
});
