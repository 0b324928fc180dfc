import { expect, test } from 'vitest';
import { found, resolution } from '../testing/linted.ts';
import { unknownSectionVerb } from './unknown-section-verb.ts';

test('a verb misspelt', () => {
  expect(
    found(
      unknownSectionVerb,
      resolution('consdering', 'a)\tthat reefs grow;', 'b)\tthat cables age,', 'resolves', 'to draw them anew.'),
    ),
  ).toEqual(['consdering']);
});

test('a usual verb with an adverb', () => {
  expect(
    found(
      unknownSectionVerb,
      resolution(
        'further considering',
        'a)\tthat reefs grow;',
        'b)\tthat cables age,',
        'strongly urges Member States',
        'to draw them anew.',
      ),
    ),
  ).toEqual([]);
});
