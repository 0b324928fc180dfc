import { describe, expect, test } from 'vitest';
import { EvaluationQuestions, inNumbers, opened, readable, secretariatSide, type Evaluation } from './evaluation.ts';

const state = { sides: ['fiji', 'institute'], term: '2027-03-31', today: '2027-03-10' };
const given = (side: string, shownTo: 'sides' | 'secretariat' = 'sides') => ({ side, shownTo });
const namesOf = (all: readonly { side: string }[]): string[] => all.map(({ side }) => side);

describe('who reads which evaluation', () => {
  test('one side alone opens nothing, whoever else has written', () => {
    const all = [given('fiji'), given(secretariatSide)];
    expect(opened(all, state)).toBe(false);
    expect(namesOf(readable(all, 'institute', state))).toEqual([]);
    expect(namesOf(readable(all, 'fiji', state))).toEqual(['fiji']);
    expect(namesOf(readable(all, secretariatSide, state))).toEqual(['fiji', 'secretariat']);
  });

  test('both sides open each other’s, and the secretariat’s', () => {
    const all = [given('fiji'), given('institute'), given(secretariatSide)];
    expect(namesOf(readable(all, 'fiji', state))).toEqual(['fiji', 'institute', 'secretariat']);
  });

  test('the end of the term opens what there is, on the day after', () => {
    const all = [given('fiji')];
    expect(namesOf(readable(all, 'institute', { ...state, today: '2027-03-31' }))).toEqual([]);
    expect(namesOf(readable(all, 'institute', { ...state, today: '2027-04-01' }))).toEqual(['fiji']);
  });

  test('what is for the secretariat only is never the other side’s', () => {
    const all = [given('fiji', 'secretariat'), given('institute')];
    expect(namesOf(readable(all, 'institute', { ...state, today: '2028-01-01' }))).toEqual(['institute']);
  });

  test('nobody else reads any', () => {
    const all = [given('fiji'), given('institute')];
    expect(readable(all, null, { ...state, today: '2028-01-01' })).toEqual([]);
    expect(readable(all, 'somebody-else', { ...state, today: '2028-01-01' })).toEqual([]);
  });
});

const scored = (score: number | null): Evaluation => ({
  scores: [{ key: 'fit', question: 'It fitted.', score }],
  text: '',
  shownTo: 'sides',
});

describe('evaluations in numbers', () => {
  test('no average of fewer than three; no answer is no zero', () => {
    expect(inNumbers([scored(5), scored(null), scored(2)])).toEqual([
      { key: 'fit', question: 'It fitted.', n: 2, average: null },
    ]);
    expect(inNumbers([scored(5), scored(4), scored(null), scored(2)])).toEqual([
      { key: 'fit', question: 'It fitted.', n: 3, average: '3.7' },
    ]);
  });
});

test('two questions of one name are refused', () => {
  expect(
    EvaluationQuestions.safeParse([
      { key: 'a', question: 'One?' },
      { key: 'a', question: 'Two?' },
    ]).success,
  ).toBe(false);
});
