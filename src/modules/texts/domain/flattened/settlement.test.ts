import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '#formats/document/index.ts';
import type { Clause, TextRun } from '#kernel/reading/index.ts';
import { shown } from '../testing/recognisers.ts';
import { baseOf, printedOf, proposedOf } from '../words/runs.ts';
import { settleClause, settlements } from './settlement.ts';

function clause(runs: TextRun[], before: string | null, after: string | null): Clause {
  const label = { printed: 'bc)', before, after };
  return {
    label,
    status: 'changed',
    before: before === null ? null : fold(baseOf(runs)),
    after: after === null ? null : fold(proposedOf(runs)),
    runs,
    certainty: 'guess',
    evidence: ['two years side by side'],
    line: 7,
    children: [],
  };
}

const changed = clause(
  [
    { text: 'the ', change: 'same' },
    { text: '2015', change: 'deleted' },
    { text: ' 2019', change: 'inserted' },
    { text: ' session;', change: 'same' },
  ],
  'b)',
  'c)',
);

test('each word settles a split in its way, and is sure', () => {
  const all = Object.fromEntries(settlements.map((how) => [how, shown(settleClause(changed, how))]));
  expect(all).toEqual({
    'as-read': 'b)>c) changed sure: the [-2015-]{+ 2019+} session;',
    wider: 'b)>c) changed guess: [-the 2015-]{+ 2019+} session;',
    exchanged: 'b)>c) changed sure: the {+2015+}[- 2019-] session;',
    kept: 'b)>c) renumbered sure: the 2015 2019 session;',
    inserted: '∅>c) inserted sure: {+the 2015 2019 session;+}',
    deleted: 'b)>∅ deleted sure: [-the 2015 2019 session;-]',
  });
  expect(settleClause(changed, 'as-read').evidence).toBeUndefined();
});

test('one more word is old, on the side away from the new words', () => {
  const typedFirst = clause(
    [
      { text: 'by gifts', change: 'inserted' },
      { text: 'voluntary', change: 'deleted' },
      { text: ' contributions of all members', change: 'same' },
    ],
    '',
    '',
  );
  const once = settleClause(typedFirst, 'wider');
  expect(shown(once)).toBe('> changed guess: {+by gifts+}[-voluntary contributions-] of all members');
  expect(shown(settleClause(once, 'wider'))).toBe(
    '> changed guess: {+by gifts+}[-voluntary contributions of-] all members',
  );
  expect(once.evidence).toEqual(['two years side by side']);
  const kept = clause([{ text: 'to sail', change: 'same' }], '', '');
  expect(settleClause(kept, 'wider').runs).toEqual(kept.runs);
});

test('a whole clause exchanged is old instead of new', () => {
  const added = clause([{ text: 'to sail.', change: 'inserted' }], null, 'c)');
  expect(shown(settleClause(added, 'exchanged'))).toBe('c)>∅ deleted sure: [-to sail.-]');
  expect(shown(settleClause(added, 'kept'))).toBe('c)>c) kept sure: to sail.');
});

test('no printed word is lost, and both texts follow from the runs', () => {
  const run = fc.record({
    text: fc.constantFrom('cable ', 'ship', ' reef', '2015', ' '),
    change: fc.constantFrom<TextRun['change']>('same', 'inserted', 'deleted'),
  });
  const label = fc.constantFrom<[string | null, string | null]>(['b)', 'c)'], [null, 'c)'], ['b)', null]);
  fc.assert(
    fc.property(
      fc.array(run, { minLength: 1 }),
      label,
      fc.constantFrom(...settlements),
      (runs, [before, after], how) => {
        const one = settleClause(clause(runs, before, after), how);
        expect(fold(printedOf(one.runs))).toBe(fold(printedOf(runs)));
        expect(one.before).toBe(one.label.before === null ? null : fold(baseOf(one.runs)));
        expect(one.after).toBe(one.label.after === null ? null : fold(proposedOf(one.runs)));
        expect(one.certainty).toBe(how === 'wider' ? 'guess' : 'sure');
      },
    ),
  );
});
