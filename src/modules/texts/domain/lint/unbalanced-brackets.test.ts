import { expect, test } from 'vitest';
import { found, resolution } from '../testing/linted.ts';
import { unbalancedBrackets } from './unbalanced-brackets.ts';

test('a bracket opened, one closed, a quotation mark alone', () => {
  expect(
    found(
      unbalancedBrackets,
      resolution('resolves', '1\tto chart (all reefs;', '2\tto mark them) well;', '3\tto call them “old reefs.'),
    ),
  ).toEqual(['1 to chart (all reefs;', '2 to mark them) well;', '3 to call them “old reefs.']);
});

test('labels that are cited close nothing; a quotation may span clauses', () => {
  expect(
    found(
      unbalancedBrackets,
      resolution(
        'noting',
        'a)\tthat reefs grow;',
        'b)\tthat reefs age,',
        'resolves',
        '1\tto act under noting a) and b) above (see § 78a) of the plan);',
        '2\tto read “that reefs grow;',
        '3\tthat reefs age”.',
      ),
    ),
  ).toEqual([]);
});
