import { expect, test } from 'vitest';
import type { Clause, LegalText } from '#kernel/reading/index.ts';
import { splitsOf } from './splits.ts';

function clause(certainty: Clause['certainty'], status: Clause['status'], children: Clause[] = []): Clause {
  const label = { printed: '1', before: '1', after: '1' };
  return { label, status, before: 'x', after: 'x', runs: [], certainty, line: 3, children };
}

test('the doubtful clauses of a text, sub-clauses behind the clause they belong to', () => {
  const text: LegalText = {
    heading: null,
    title: null,
    opening: null,
    sections: [
      {
        kind: 'operative',
        heading: 'resolves',
        status: 'changed',
        line: 2,
        clauses: [
          clause('likely', 'kept', [clause('likely', 'changed')]),
          clause('guess', 'kept'),
          clause('sure', 'changed'),
        ],
      },
    ],
    annexes: [],
    footnotes: [],
  };
  expect(splitsOf(text).map(({ path, doubtful }) => [path, doubtful])).toEqual([
    ['/sections/0/clauses/0', false],
    ['/sections/0/clauses/0/children/0', true],
    ['/sections/0/clauses/1', true],
    ['/sections/0/clauses/2', false],
  ]);
});
