import { describe, expect, test } from 'vitest';
import type { LegalText } from '#kernel/reading/index.ts';
import { cleanClause } from '../register/sides.ts';
import { compareTexts } from './compare.ts';
import { inPrintedParts } from './printed-parts.ts';
import { summaryInWords } from './summary.ts';

const clauses = (...all: string[]) =>
  all.map((words, index) => cleanClause({ label: String(index + 1), words, line: index + 1, children: [] }));
const annex = (number: number, ...all: string[]): LegalText['annexes'][number] => ({
  heading: `ANNEX ${number}`,
  title: null,
  sections: [{ kind: 'annex', heading: null, status: 'kept', clauses: clauses(...all), line: 1 }],
  line: 1,
});
const whole: LegalText = {
  heading: 'RESOLUTION 3 (Oslo, 2018)',
  title: 'Reefs',
  opening: 'The Assembly (Oslo, 2018),',
  sections: [
    { kind: 'operative', heading: 'resolves', status: 'kept', clauses: clauses('to chart reefs by Annex 2.'), line: 4 },
  ],
  annexes: [annex(1, 'Reefs are named.', 'Names are short.'), annex(2, 'Charts are blue.', 'Charts are sold.')],
  footnotes: [],
};
const part: LegalText = {
  heading: null,
  title: null,
  opening: null,
  sections: [],
  annexes: [annex(2, 'Charts are green.', 'Charts are sold.')],
  footnotes: [],
};
const told = (from: LegalText, to: LegalText): string => {
  const { from: one, to: other } = inPrintedParts(from, to);
  return summaryInWords(compareTexts(one, other));
};

describe('a text of which only an annex is printed', () => {
  test('is compared with that annex, whichever of the two comes first', () => {
    expect(told(whole, part)).toBe('1 clause reworded');
    expect(told(part, whole)).toBe('1 clause reworded');
  });

  test('is compared with the whole where that has no such annex', () => {
    const other = { ...whole, annexes: [] };
    expect(inPrintedParts(other, part)).toEqual({ from: other, to: part });
  });

  test('two whole texts, and two parts, stay as they are', () => {
    expect(inPrintedParts(whole, whole)).toEqual({ from: whole, to: whole });
    expect(inPrintedParts(part, part)).toEqual({ from: part, to: part });
  });
});
