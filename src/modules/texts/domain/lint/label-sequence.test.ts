import { expect, test } from 'vitest';
import { found, resolution } from '../testing/linted.ts';
import { labelSequence } from './label-sequence.ts';

test('a label is left out, or the list starts again', () => {
  expect(found(labelSequence, resolution('resolves', '1\tto chart reefs;', '3\tto mark them.'))).toEqual([
    '1 to chart reefs;',
  ]);
});

test('a list that runs, sub-clauses that count anew, running paragraphs that count on', () => {
  expect(
    found(
      labelSequence,
      resolution(
        'noting',
        'a)\tthat reefs grow;',
        'b)\tthat cables age,',
        'resolves',
        '1\tto chart:',
        'a)\tnear reefs;',
        'b)\tfar reefs;',
        '2\tto mark them.',
      ),
    ),
  ).toEqual([]);
});

test('a line without label leads into a list of its own', () => {
  const annex = [
    'ANNEX TO RESOLUTION 5',
    'Rules',
    'For reefs:',
    'a)\tchart;',
    'b)\tname.',
    'For cables:',
    'a)\tlay;',
    'b)\tmend.',
  ];
  expect(found(labelSequence, resolution('resolves', 'to chart as in the Annex.', ...annex))).toEqual([]);
});
