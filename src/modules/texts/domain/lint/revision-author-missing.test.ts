import { expect, test } from 'vitest';
import { plainRun } from '#formats/document/index.ts';
import { collectEvidence } from '../flattened/evidence.ts';
import { linesOfText, sourceOfText } from '../testing/documents.ts';
import { revisionAuthorMissing } from './revision-author-missing.ts';

const words = (author: string | null) => {
  const [line] = linesOfText('to chart reefs.');
  const run = {
    ...plainRun('to chart reefs.'),
    marks: [{ kind: 'inserted' as const, author, date: null, move: null }],
  };
  return line === undefined ? [] : [{ ...line, paragraph: { ...line.paragraph, runs: [run] } }];
};
const lines = (author: string | null): unknown[] =>
  (
    revisionAuthorMissing.file?.({
      ...sourceOfText('-'),
      lines: words(author),
      passages: [],
      evidence: collectEvidence([]),
      left: [],
    }) ?? []
  ).map((issue) => issue.lines);

test('a revision without an author', () => {
  expect(lines(null)).toEqual([[1, 1]]);
  expect(lines(' ')).toEqual([[1, 1]]);
});

test('a revision with one', () => {
  expect(lines('A. Drafter')).toEqual([]);
});
