import { expect, test } from 'vitest';
import { findingsOf } from '../testing/linted.ts';
import { sourceOfWord, type Piece } from '../testing/documents.ts';
import { periodLeftBehind } from './period-left-behind.ts';

const plan = (...clause: Piece[]) =>
  sourceOfWord([
    { text: ['MOD\tXYZ/12A1/1'] },
    { text: ['RESOLUTION 5 (Lagos, 2014)'] },
    { text: ['Plan for ', { del: '2015-2018' }, { ins: '2019-2022' }] },
    { text: ['resolves'] },
    { text: clause },
  ]);

test('the old period in a decision, with the mend', () => {
  const [finding] = findingsOf(periodLeftBehind, plan('to carry out the plan for 2015-2018.'));
  expect(finding?.lines).toEqual([5, 5]);
  expect(finding?.mend).toMatchObject({ from: '2015-2018', to: '2019-2022' });
});

test('the new period, another period', () => {
  expect(
    findingsOf(periodLeftBehind, plan('to carry out the plan for 2019-2022 and the survey of 2015-2017.')),
  ).toEqual([]);
});
