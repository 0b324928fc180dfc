import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TextRun } from '#kernel/reading/index.ts';
import { baseOf, printedOf, proposedOf } from '../words/runs.ts';
import { splitWithBase } from './with-base.ts';
import { splitWithBaseAndAdopted } from './with-both.ts';

function shown(runs: readonly TextRun[] | null): string | null {
  if (runs === null) return null;
  return runs
    .map(({ text, change }) => (change === 'same' ? text : change === 'deleted' ? `[-${text}-]` : `{+${text}+}`))
    .join('');
}

describe('with the base', () => {
  test('what is left over was inserted, in the fewest pieces, at the borders of words', () => {
    expect(shown(splitWithBase('the cable to the island', 'the new cable to the outer island'))).toBe(
      'the{+ new+} cable to the{+ outer+} island',
    );
    expect(shown(splitWithBase('a ship', 'a ship and a ship'))).toBe('{+a ship and +}a ship');
    expect(shown(splitWithBase('it promotes trade', 'it promotesing trade'))).toBe('it promotes{+ing+} trade');
  });

  test('a base that is not contained is no base', () => {
    expect(splitWithBase('the islands', 'the island')).toBeNull();
    expect(splitWithBase('', 'all new')).toEqual([{ text: 'all new', change: 'inserted' }]);
  });
});

describe('with the base and the adopted text', () => {
  test('old and new words are told apart whatever their order', () => {
    const both = splitWithBaseAndAdopted;
    expect(shown(both('(Rev. Lagos, 2014)', '(Rev. Lagos, 2014Oslo, 2018)', '(Rev. Oslo, 2018)'))).toBe(
      '(Rev. [-Lagos, 2014-]{+Oslo, 2018+})',
    );
    expect(shown(both('the Lagos Plan', 'the OsloLagos Plan', 'the Oslo Plan'))).toBe('the {+Oslo+}[-Lagos-] Plan');
    expect(shown(both('to evaluate it', 'to evaluatinge it', 'to evaluating it'))).toBe('to evaluat{+ing+}[-e-] it');
  });

  test('texts that do not fit give nothing', () => {
    expect(splitWithBaseAndAdopted('one two', 'one two three', 'four')).toBeNull();
    expect(splitWithBaseAndAdopted('one', 'one two', 'one')).toBeNull();
  });
});

describe('laws, on texts flattened as Word copies them', () => {
  const word = fc.constantFrom(
    'cable',
    'ship',
    'island',
    'the',
    'of',
    'to',
    'survey',
    'surveys',
    '2014',
    '2018',
    'and',
  );
  const change = fc.constantFrom<TextRun['change']>('same', 'same', 'same', 'deleted', 'inserted');
  const runs = fc
    .array(fc.tuple(word, change), { minLength: 1, maxLength: 25 })
    .map((pieces) =>
      pieces.map(([text, kind], index): TextRun => ({ text: index === 0 ? text : ` ${text}`, change: kind })),
    );

  test('the base comes back, and nothing of the flattened text is lost', () => {
    fc.assert(
      fc.property(runs, (made) => {
        const base = baseOf(made).trim();
        const split = splitWithBase(base, printedOf(made));
        expect(split).not.toBeNull();
        expect(baseOf(split ?? [])).toBe(base);
        expect(printedOf(split ?? [])).toBe(printedOf(made).trim());
      }),
    );
  });

  test('both texts come back', () => {
    fc.assert(
      fc.property(runs, (made) => {
        const base = baseOf(made).trim();
        const adopted = proposedOf(made).trim();
        const split = splitWithBaseAndAdopted(base, printedOf(made), adopted);
        fc.pre(split !== null);
        expect(baseOf(split)).toBe(base);
        expect(proposedOf(split)).toBe(adopted);
        expect(printedOf(split)).toBe(printedOf(made).trim());
      }),
    );
  });

  test('a text that was not changed is kept whole', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), (words) => {
        const text = words.join(' ');
        expect(splitWithBaseAndAdopted(text, text, text)).toEqual([{ text, change: 'same' }]);
      }),
    );
  });

  test('long texts are split in bounded time and memory', () => {
    const base = 'the cable reaches the outer island and the ship returns '.repeat(400);
    const flat = base.replaceAll('outer', 'outer northern');
    const started = performance.now();
    expect(baseOf(splitWithBase(base, flat) ?? [])).toBe(base.trim());
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
