import { expect, test } from 'vitest';
import type { Clause, LegalText } from '#kernel/reading/index.ts';
import { addressedClauses } from './paths.ts';

const clause = (label: string, children: Clause[] = []): Clause => ({
  label: { printed: label, before: label, after: label },
  status: 'kept',
  before: 'words',
  after: 'words',
  runs: [{ text: 'words', change: 'same' }],
  certainty: 'sure',
  line: 1,
  children,
});
const section = (heading: string | null, ...clauses: Clause[]): LegalText['sections'][number] => ({
  kind: 'operative',
  heading,
  status: 'kept',
  clauses,
  line: 1,
});
const text = (...sections: LegalText['sections']): LegalText => ({
  heading: null,
  title: null,
  opening: null,
  sections,
  annexes: [{ heading: 'ANNEX 1 to Resolution 4', title: null, line: 9, sections: [section(null, clause('a)'))] }],
  footnotes: [],
});

test('clauses have addresses that a person can guess', () => {
  const directors = [
    'instructs the Director of the Bureau for Development',
    'instructs the Director of the Bureau for Networks',
  ];
  const paths = addressedClauses(
    text(
      section('considering', clause('a)'), clause('b)')),
      section('resolves', clause('1'), clause('2', [clause('2.1'), clause('a)')])),
      section('invites the Council', clause('')),
      ...directors.map((heading) => section(heading, clause('1'))),
      section('resolves', clause('1'), clause('1')),
    ),
  ).map(({ path }) => path);
  expect(paths).toEqual([
    'considering-a',
    'considering-b',
    'resolves-1',
    'resolves-2',
    'resolves-2.1',
    'resolves-2-a',
    'invites-the-council',
    'instructs-the-director-of-the-bureau-for-development-1',
    'instructs-the-director-of-the-bureau-for-networks-1',
    'resolves-2-1',
    'resolves-2-1-2',
    'annex-1-a',
  ]);
});
