import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '#formats/document/index.ts';
import type { TextRun } from '#kernel/reading/index.ts';
import { sourceOfWord, type WordParagraph } from '../testing/documents.ts';
import { passagesOf } from './passages.ts';
import { baseOf, cutStart, foldRuns, printedOf, proposedOf } from './runs.ts';

function sides(paragraphs: WordParagraph[]): [string | null, string | null][] {
  return passagesOf(sourceOfWord(paragraphs).lines).map((passage) => [passage.base, passage.proposed]);
}

describe('paragraphs on both sides', () => {
  test('a paragraph typed after another takes the old mark with it', () => {
    // Word marks the first mark as inserted and lets the new words end with the old one.
    expect(sides([{ text: ['ships'], mark: 'ins' }, { text: [{ ins: 'boats' }] }])).toEqual([
      ['ships', 'ships'],
      [null, 'boats'],
    ]);
  });

  test('a paragraph deleted with the mark before it', () => {
    expect(sides([{ text: ['ships'], mark: 'del' }, { text: [{ del: 'boats' }] }])).toEqual([
      ['ships', 'ships'],
      ['boats', null],
    ]);
  });

  test('words inserted and deleted again are in neither text', () => {
    const [passage] = passagesOf(sourceOfWord([{ text: ['ships', { ins: ' and boats' }] }]).lines);
    expect(passage?.base).toBe('ships');
    expect(passage?.proposed).toBe('ships and boats');
    expect(passage?.revised).toBe(true);
  });
});

describe('laws', () => {
  const piece = fc.oneof(
    fc.constantFrom('a ', 'b ', 'c'),
    fc.record({ ins: fc.constantFrom('x ', 'y') }),
    fc.record({ del: fc.constantFrom('o ', 'p') }),
  );
  const paragraph: fc.Arbitrary<WordParagraph> = fc.record(
    { text: fc.array(piece, { maxLength: 4 }), mark: fc.constantFrom<'ins' | 'del'>('ins', 'del') },
    { requiredKeys: ['text'] },
  );

  test('all words of each side stand in exactly one passage of that side', () => {
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 8 }), (paragraphs) => {
        const made = paragraphs.map(({ text, mark }): WordParagraph =>
          mark === undefined ? { text } : { text, mark },
        );
        const passages = passagesOf(sourceOfWord(made).lines);
        const whole = (side: 'ins' | 'del'): string =>
          made
            .flatMap(({ text }) =>
              text.map((one) => (typeof one === 'string' ? one : side in one ? Object.values(one).join('') : '')),
            )
            .join('')
            .replaceAll(' ', '');
        expect(
          passages
            .map((one) => one.base ?? '')
            .join('')
            .replaceAll(' ', ''),
        ).toBe(whole('del'));
        expect(
          passages
            .map((one) => one.proposed ?? '')
            .join('')
            .replaceAll(' ', ''),
        ).toBe(whole('ins'));
        for (const one of passages) {
          expect(baseOf(one.runs).trim()).toBe((one.base ?? '').trim());
          expect(proposedOf(one.runs).trim()).toBe((one.proposed ?? '').trim());
        }
      }),
    );
  });

  const runs = fc.array(
    fc.record({
      text: fc.constantFrom('ab', ' ', 'c d', '  e', 'f'),
      change: fc.constantFrom<TextRun['change']>('same', 'inserted', 'deleted'),
    }),
    { maxLength: 8 },
  );

  test('cutting a label off leaves the rest of each side', () => {
    fc.assert(
      fc.property(runs, fc.nat(6), fc.nat(6), (made, base, proposed) => {
        const { rest } = cutStart(made, base, proposed);
        expect(baseOf(rest)).toBe(baseOf(made).slice(base));
        expect(proposedOf(rest)).toBe(proposedOf(made).slice(proposed));
      }),
    );
  });

  test('folding changes nothing but white space', () => {
    fc.assert(
      fc.property(runs, (made) => {
        const folded = foldRuns(made);
        expect(fold(printedOf(folded))).toBe(fold(printedOf(made)));
        expect(baseOf(folded).replaceAll(' ', '')).toBe(baseOf(made).replaceAll(' ', ''));
        expect(proposedOf(folded).replaceAll(' ', '')).toBe(proposedOf(made).replaceAll(' ', ''));
      }),
    );
  });
});
