import { expect, it } from 'vitest';
import { matchClauses } from './match.ts';

const clause = (heading: string | null, label: string, words: string) => ({ heading, label, words });

it('continues clauses over renumbering, rewording and another heading', () => {
  expect(
    matchClauses(
      [
        clause('noting', 'a)', 'that the cables of the northern islands fail in storms,'),
        clause('resolves', '1', 'to chart all reefs of the region;'),
        clause('resolves', '2', 'to report to the Assembly every two years.'),
      ],
      [
        clause('resolves', '1', 'to lend earth stations to schools;'),
        clause('resolves', '2', 'to chart all reefs of the region;'),
        clause('resolves', '3', 'to report to the Assembly each year;'),
        clause('recognizing', 'a)', 'that the cables of the northern islands fail in storms.'),
      ],
    ),
  ).toEqual([null, 1, 2, 0]);
});
