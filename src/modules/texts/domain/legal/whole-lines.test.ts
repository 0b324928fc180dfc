import { expect, test } from 'vitest';
import { sourceOfText } from '../testing/documents.ts';
import { readInstrument } from '../testing/recognisers.ts';
import { wholeLines } from './whole-lines.ts';

const broken = `RESOLUTION 5 (Rev. Oslo, 2018)

Cables to remote islands and the ships that lay them

The Plenipotentiary Conference of the Oceanic Communications Union (Oslo, 2018),

considering
a) that the cables that reach the remote islands of the northern and of the southern
ocean have become very old and that the ships that could lay new ones are few and
far between;
b) that the islands have asked for new cables at each of the last three conferences,
resolves
1 that the Union shall lay new cables to all of the islands which have asked for one,
in the order in which they have asked for them,
instructs the Secretary-General, in close cooperation with the Directors of the three
Offices
1 to buy ships;
2 to report each year to the Council on the cables laid and on the ships kept.
`;

test('clauses and headings broken by the width of a page are whole', () => {
  const { record, placed } = readInstrument(sourceOfText(broken));
  expect(record.sections.map((section) => [section.heading, section.clauses.map((clause) => clause.line)])).toEqual([
    ['considering', [8, 11]],
    ['resolves', [13]],
    ['instructs the Secretary-General, in close cooperation with the Directors of the three Offices', [17, 18]],
  ]);
  expect(record.sections[0]?.clauses[0]?.after).toBe(
    'that the cables that reach the remote islands of the northern and of the southern ocean have become very old and that the ships that could lay new ones are few and far between;',
  );
  expect(placed.size).toBe(broken.split('\n').filter((line) => line !== '').length);
});

test('where lines are paragraphs they stay apart', () => {
  const text = Array.from(
    { length: 30 },
    (_, index) => `${index + 1}\tto lay cables, ${'and more cables '.repeat(index)}`,
  );
  const { passages, linesOf } = wholeLines(sourceOfText(text.join('\n')));
  expect(passages.map((passage) => [passage.line, passage.lastLine])).toEqual(
    text.map((_, index) => [index + 1, index + 1]),
  );
  expect([...linesOf(new Set([3]))]).toEqual([3]);
});
