import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runsBetween, settled } from './settle.ts';

test('changes are told word by word', () => {
  expect(runsBetween('to report each year to the Council;', 'to report twice a year to the Council,')).toEqual([
    { text: 'to report ', change: 'same' },
    { text: 'each', change: 'deleted' },
    { text: 'twice a', change: 'inserted' },
    { text: ' year to the Council', change: 'same' },
    { text: ';', change: 'deleted' },
    { text: ',', change: 'inserted' },
  ]);
});

test('the runs always give both texts', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
      const runs = runsBetween(before, after);
      const side = (left: string): string =>
        runs
          .filter((run) => run.change !== left)
          .map((run) => run.text)
          .join('');
      expect([side('inserted'), side('deleted')]).toEqual([before, after]);
    }),
  );
});

test('a settled clause has the status that its texts and labels say, and is sure', () => {
  const clause = {
    label: { printed: 'fg)', before: 'f)', after: 'g)' },
    status: 'changed',
    before: 'the same words;',
    after: 'the same words;',
    runs: [],
    certainty: 'guess',
    line: 1,
    children: [],
  } as const;
  const settle = (change: object) => settled({ ...clause, runs: [], children: [], ...change });
  expect(settle({})).toMatchObject({ status: 'renumbered', certainty: 'sure' });
  expect(settle({ label: { printed: 'f)', before: 'f)', after: 'f)' } }).status).toBe('kept');
  expect(settle({ before: null })).toMatchObject({
    status: 'inserted',
    runs: [{ text: 'the same words;', change: 'inserted' }],
  });
  expect(settle({ after: null }).status).toBe('deleted');
  expect(settle({ after: 'other words;' }).status).toBe('changed');
});
