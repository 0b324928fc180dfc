import { expect, test } from 'vitest';
import { ordinalNumber, ordinalPattern } from './ordinals.ts';

test.each([
  ['27th', 27],
  ['Twenty Seventh', 27],
  ['twenty-eighth', 28],
  ['THIRD', 3],
  ['Twelfth', 12],
  ['fortieth', 40],
  ['ninety-ninth', 99],
  ['101 st', 101],
  ['twenty', null],
  ['seventh twenty', null],
  ['', null],
])('%j is %s', (words, number) => {
  expect(ordinalNumber(words)).toBe(number);
});

test('the pattern takes the whole ordinal', () => {
  expect(new RegExp(ordinalPattern, 'iu').exec('the Twenty-Second Meeting')?.[0]).toBe('Twenty-Second');
  expect(new RegExp(ordinalPattern, 'iu').exec('its 3rd session')?.[0]).toBe('3rd');
});
