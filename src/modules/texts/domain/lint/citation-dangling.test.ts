import { expect, test } from 'vitest';
import { citationFindings } from '../testing/cited.ts';
import { resolution } from '../testing/linted.ts';
import { citationDangling } from './citation-dangling.ts';

const known = resolution('noting', 'a)\tthat reefs grow;', 'b)\tthat cables age,', 'resolves', 'to chart reefs.');

test('a clause that the cited text does not have', () => {
  const [finding] = citationFindings(citationDangling, 'as in noting c) of Resolution 5 (Rev. Oslo, 2018)', [known]);
  expect(finding?.message).toBe('(Rev. Oslo, 2018) of the cited text has no "noting c)".');
});

test('a text that a proposal would suppress', () => {
  const gone = 'SUP\tXYZ/12A1/3\nRESOLUTION 9 (Lagos, 2014)\nFlags\nReasons: Done.';
  const [finding] = citationFindings(citationDangling, 'as Resolution 9 (Lagos, 2014) asks', [gone]);
  expect(finding?.message).toContain('XYZ/12A1/3 proposes to suppress it');
});

test('a clause that it has, a text that nobody knows', () => {
  expect(citationFindings(citationDangling, 'as in noting b) of Resolution 5 (Rev. Oslo, 2018)', [known])).toEqual([]);
  expect(citationFindings(citationDangling, 'as in noting c) of Resolution 6 (Rev. Oslo, 2018)', [known])).toEqual([]);
  expect(citationFindings(citationDangling, 'as in noting c) of Resolution 5 (Lagos, 2014)', [known])).toEqual([]);
});
