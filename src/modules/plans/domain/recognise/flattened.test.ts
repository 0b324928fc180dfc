import { describe, expect, test } from 'vitest';
import { flattenedRevisions } from './flattened.ts';

const found = (...texts: string[]): number[] =>
  flattenedRevisions(texts.map((text, index) => ({ line: index + 1, text }))).map((finding) => finding.lines?.[0] ?? 0);

describe('traces of revisions', () => {
  test.each([
    ['two periods', 'for the period 2016-2019 2020-2023'],
    ['a year and a place', '(Rev. Lima, 2014Oslo, 2018)'],
    ['punctuation twice', 'open harbours, . Later'],
    ['a comma after a conjunction', 'challenges and , harbours'],
    ['two modal verbs', 'members may will report'],
  ])('%s', (_, text) => {
    expect(found(text)).toEqual([1]);
  });

  test('two words of the text fused where English does not join them', () => {
    expect(found('disaster reductionmanagement', 'the reduction of risk', 'its management')).toEqual([1]);
    expect(found('disaster reductionmanagement', 'the reduction of risk')).toEqual([]);
  });

  test('an initial before the word that replaced it', () => {
    expect(found('Eemergency help', 'in an emergency')).toEqual([1]);
    expect(found('Oolong tea', 'no such word')).toEqual([]);
  });

  test.each([
    'cybersecurity, cyber threats and security',
    'stakeholders hold stakes for all holders',
    'broadband on a broad band',
    'the years 2016-2019 and 2020-2023',
    'one, two; three. Four',
    'Prices (in 2014 USD)',
  ])('“%s” is plain', (text) => {
    expect(found(text, text)).toEqual([]);
  });
});
