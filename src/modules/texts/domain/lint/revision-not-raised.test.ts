import { expect, test } from 'vitest';
import { findingsOf } from '../testing/linted.ts';
import { sourceOfWord, type Piece } from '../testing/documents.ts';
import { revisionNotRaised } from './revision-not-raised.ts';

const both: Piece[] = [{ del: 'Lagos, 2014' }, { ins: 'Oslo, 2018' }];

const modified = (heading: Piece[], opening: Piece[]) =>
  sourceOfWord([
    { text: ['MOD\tXYZ/12A1/1'] },
    { text: ['RESOLUTION 5 (Rev. ', ...heading, ')'] },
    { text: ['Reefs'] },
    { text: ['The Assembly of the Oceanic Communications Union (', ...opening, '),'] },
    { text: ['resolves'] },
    { text: ['to chart ', { ins: 'all ' }, 'reefs.'] },
  ]);

test('the heading, or the opening, still names the conference before', () => {
  const [heading] = findingsOf(revisionNotRaised, modified(['Lagos, 2014'], both));
  expect(heading?.lines).toEqual([2, 2]);
  expect(heading?.mend).toMatchObject({ from: '(Rev. Lagos, 2014)', to: '(Rev. Oslo, 2018)' });
  const [opening] = findingsOf(revisionNotRaised, modified(both, ['Lagos, 2014']));
  expect(opening?.lines).toEqual([4, 4]);
  expect(opening?.mend).toMatchObject({ from: '(Lagos, 2014)', to: '(Oslo, 2018)' });
});

test('both raised; both left where no proposal raises its own', () => {
  expect(findingsOf(revisionNotRaised, modified(both, both))).toEqual([]);
  expect(findingsOf(revisionNotRaised, modified(['Lagos, 2014'], ['Lagos, 2014']))).toEqual([]);
});
