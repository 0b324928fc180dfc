import { expect, test } from 'vitest';
import { citationFindings } from '../testing/cited.ts';
import { resolution } from '../testing/linted.ts';
import { citationImpossible } from './citation-impossible.ts';

const messages = (words: string, known: string[] = []): string[] =>
  citationFindings(citationImpossible, words, known).map(({ level, message }) => `${level}: ${message}`);

test('a body that did not meet there in that year; an unconfirmed calendar warns', () => {
  expect(messages('as Resolution 30 (Rev. Hyderabad, 2014) of WTDC asks')).toEqual([
    'warning: "Resolution 30 (Rev. Hyderabad, 2014)": no WTDC met in (Hyderabad, 2014). Known: Hyderabad, 2010; Dubai, 2014.',
  ]);
  expect(messages('as Resolution 11 (Rev. Busan, 2018) asks')).toHaveLength(1);
});

test('unknown is not impossible', () => {
  expect(messages('as Resolution 11 (Rev. Busan, 2014) asks')).toEqual([]);
  expect(messages('as Resolution 11 (Rev. Oslo, 2018) asks')).toEqual([]);
  expect(messages('as Resolution 11 (Geneva, 2020) asks')).toEqual([]);
  expect(messages('as Resolution 11 (Nairobi, 2023) asks')).toEqual([]);
  expect(messages('as Resolution 11 (Rev. Montreux, 1965) of the Plenipotentiary Conference asks')).toEqual([]);
  expect(messages('as Resolution 30 (Rev. Hyderabat, 2010) of WTDC asks')).toEqual([]);
});

test('what is known to have been adopted there speaks for it', () => {
  const known = resolution('resolves', 'to chart reefs.')
    .replaceAll('Oslo, 2018', 'Busan, 2018')
    .replace('Assembly of the Oceanic Communications Union', 'Plenipotentiary Conference');
  expect(messages('as Resolution 5 (Rev. Busan, 2018) asks', [known])).toEqual([]);
});
