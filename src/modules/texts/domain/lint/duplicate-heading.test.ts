import { expect, test } from 'vitest';
import { found, resolution } from '../testing/linted.ts';
import { duplicateHeading } from './duplicate-heading.ts';

test('a heading twice', () => {
  expect(
    found(
      duplicateHeading,
      resolution(
        'noting',
        'a)\tthat reefs grow;',
        'b)\tthat cables age,',
        'recalling',
        'the charts,',
        'noting',
        'that charts fade,',
        'resolves',
        'to draw them anew.',
      ),
    ),
  ).toEqual(['noting']);
});

test('"noting further" is another heading; running paragraphs each have their verb', () => {
  expect(
    found(
      duplicateHeading,
      resolution(
        'noting',
        'a)\tthat reefs grow;',
        'b)\tthat cables age,',
        'noting further',
        'that charts fade,',
        'resolves',
        'to draw them anew.',
      ),
    ),
  ).toEqual([]);
});
