import { expect, test } from 'vitest';
import { collectEvidence } from '../flattened/evidence.ts';
import { linesOfText, sourceOfText } from '../testing/documents.ts';
import { passagesOf } from '../words/passages.ts';
import { placeSpelling } from './place-spelling.ts';

function slips(...lines: string[]): string[] {
  const passages = passagesOf(linesOfText(lines.join('\n')));
  return (
    placeSpelling.file?.({ ...sourceOfText('-'), passages, evidence: collectEvidence(lines), left: [] }) ?? []
  ).map(({ message }) => message.split(',')[0] ?? '');
}

const often = (place: string): string[] => Array.from({ length: 4 }, () => `the session (${place}, 2017) in ${place}`);

test('a slip in a name of several words is seen by the words beside it, however short or English', () => {
  expect(slips(...often('Port Vila'), 'as agreed (Rev. Port Villa, 2017)')).toEqual(['"Villa" looks like "Vila"']);
  expect(slips(...often('Buenos Aires'), 'the Buenos Aries Declaration', 'born under Aries')).toEqual([
    '"Aries" looks like "Aires"',
  ]);
  expect(slips(...often('Port Vila'), 'the Pert Vila plan')).toEqual(['"Pert" looks like "Port"']);
});

test('a long word is seen alone; short, usual and accented ones are left', () => {
  expect(slips(...often('Hammamet'), 'the Hamammet plan')).toEqual(['"Hamammet" looks like "Hammamet"']);
  expect(slips(...often('Port Vila'), 'a Villa by the sea', 'the Post office')).toEqual([]);
  expect(slips(...often('Lima'), 'Lime is a fruit')).toEqual([]);
  expect(slips(...often('Yaoundé'), 'in Yaounde')).toEqual([]);
});
