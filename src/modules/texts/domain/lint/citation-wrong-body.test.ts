import { expect, test } from 'vitest';
import { citationFindings } from '../testing/cited.ts';
import { citationWrongBody } from './citation-wrong-body.ts';

const messages = (words: string): string[] =>
  citationFindings(citationWrongBody, words).map(({ level, message }) => `${level}: ${message}`);

test('another body met there in that year', () => {
  expect(messages('as Resolution 30 (Rev. Dubai, 2018) of WTDC asks')).toEqual([
    'warning: "Resolution 30 (Rev. Dubai, 2018)" is cited as of WTDC; in (Dubai, 2018) it was PP that met.',
  ]);
});

test('the right body, or one whose calendar nobody knows', () => {
  expect(messages('as Resolution 30 (Rev. Dubai, 2014) of WTDC asks')).toEqual([]);
  expect(messages('as Council Resolution 1332 (Dubai, 2018) asks')).toEqual([]);
});
