import fc from 'fast-check';
import { expect, test } from 'vitest';
import { timesIn } from '../recognise/timeline.ts';
import { readLines } from './times.ts';

const read = (text: string) =>
  readLines(text).map(({ line, times, tellsWhat }) => [
    line,
    tellsWhat ? 'what' : times.map(({ from, to, precision }) => `${from}/${to} ${precision}`).join(' '),
  ]);

test('each line is shown with what it was read as', () => {
  expect(read('March: visit\n\nJuly – August 2027: workshop\nto be agreed\nwe are ready')).toEqual([
    ['March: visit', '2027-03/2027-03 month'],
    ['July – August 2027: workshop', '2027-07/2027-08 month'],
    ['to be agreed', 'null/null flexible'],
    ['we are ready', ''],
  ]);
});

test('a line below a bare time says what is due then', () => {
  expect(read('May 2027\nTalks with operators')).toEqual([
    ['May 2027', '2027-05/2027-05 month'],
    ['Talks with operators', 'what'],
  ]);
});

test('two times in one line, and the same line twice', () => {
  expect(read('May 2027; June 2027\nMay 2027\nMay 2027')).toEqual([
    ['May 2027; June 2027', '2027-05/2027-05 month 2027-06/2027-06 month'],
    ['May 2027', '2027-05/2027-05 month'],
    ['May 2027', '2027-05/2027-05 month'],
  ]);
});

test('no time is lost between the lines', () => {
  const piece = fc.constantFrom('May 2027', 'June', ': ', 'talks', ' – ', '; ', 'two weeks', 'asap', '\n', ' ', '2028');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const text = pieces.join('');
      const lines = text
        .split('\n')
        .map((line) => ({ text: line.trim(), what: null }))
        .filter((line) => line.text !== '');
      expect(readLines(text).flatMap(({ times }) => times)).toEqual(timesIn(lines));
    }),
  );
});
