import { describe, expect, test } from 'vitest';
import { applied, componentsOf, editsBetween, isClash, transferred } from './edits.ts';
import { printed, signOf, wordingOf } from './wording.ts';

const tokens = (words: string) => wordingOf(words).tokens;
const shown = (base: string, after: string): string[] =>
  editsBetween(tokens(base), tokens(after)).map(({ from, to, given }) => `${from}-${to} ${printed(given)}`.trim());

describe('wordings', () => {
  test('the sign at the end is what follows from the place in a list', () => {
    expect(
      [
        'that reefs grow;',
        'that reefs grow; and',
        'that reefs grow, or',
        'for each island:',
        'the Union.',
        'no sign',
        'rum and',
        '…',
      ].map(signOf),
    ).toEqual([';', '; and', ', or', ':', '.', '', '', '']);
  });

  test('quotes, hyphens and white space are compared in one form', () => {
    expect(shown('the “new” ship‑yard  of Oslo', 'the "new" ship-yard of Oslo;')).toEqual([]);
  });
});

describe('edits', () => {
  test('are counted in words of the base', () => {
    expect(shown('every four years', 'every two years')).toEqual(['1-2 two']);
    expect(shown('before the Council', 'before the Council and shall be published')).toEqual([
      '3-3 and shall be published',
    ]);
    expect(shown('one two three', 'two three')).toEqual(['0-1']);
  });

  test('two replacements with a small word between them are one', () => {
    expect(shown('the costs of travel rise', 'the prices of cables rise')).toEqual(['1-4 prices of cables']);
    expect(shown('the costs with travel rise', 'the prices with cables rise')).toEqual(['1-2 prices', '3-4 cables']);
  });

  test('made again give the wording they were taken from, with its white space', () => {
    const [base, after] = [tokens('on the (old) telecommunication/ICT data'), tokens('on ICT data (2020)')];
    expect(printed(applied(base, editsBetween(base, after)))).toBe('on ICT data (2020)');
  });

  test('are carried over from a misread copy to the base', () => {
    const [copy, base] = [tokens('that charts af reefs are old'), tokens('that all charts of reefs are old')];
    const edits = editsBetween(copy, tokens('that charts af reefs and cables are outdated'));
    expect(printed(applied(base, transferred(edits, copy, base)))).toBe(
      'that all charts of reefs and cables are outdated',
    );
  });
});

describe('components', () => {
  const base = tokens('one two three four five');
  const of = (...versions: string[]): string[] =>
    componentsOf(base, new Map(versions.map((words, index) => [`P${index}`, editsBetween(base, tokens(words))]))).map(
      (component) =>
        `${component.from}-${component.to} ${isClash(component) ? 'clash' : 'agreed'} ${[...component.readings].map(([by, reading]) => `${by}=${printed(reading)}`).join(' | ')}`,
    );

  test('changes of words apart are compatible, of the same words clash unless they are the same', () => {
    expect(of('one 2 three four five', 'one two three 4 five')).toEqual(['1-2 agreed P0=2', '3-4 agreed P1=4']);
    expect(of('one 2 three four five', 'one zwei three four five')).toEqual(['1-2 clash P0=2 | P1=zwei']);
    expect(of('one 2 three four five', 'one 2 three four five')).toEqual(['1-2 agreed P0=2 | P1=2']);
  });

  test('changes of neighbouring words are of different words', () => {
    expect(of('one 2 three four five', 'one two 3 four five')).toEqual(['1-2 agreed P0=2', '2-3 agreed P1=3']);
  });

  test('insertions clash with another at the place, and with a change of the word that they belong to', () => {
    expect(of('one 2 three four five', 'one nearly two three four five')).toEqual(['1-2 clash P0=2 | P1=nearly two']);
    expect(of('one 2 three four five', 'one two nearly three four five')).toEqual([
      '1-2 agreed P0=2',
      '2-2 agreed P1=nearly',
    ]);
    expect(of('one 2 three four five', 'one two and more three four five')).toEqual([
      '1-2 clash P0=2 | P1=two and more',
    ]);
    expect(of('one two 3 four five', 'one two and more three four five')).toEqual([
      '2-2 agreed P1=and more',
      '2-3 agreed P0=3',
    ]);
    expect(of('one two three four 5', 'one two three four five daily')).toEqual(['4-5 clash P0=5 | P1=five daily']);
    expect(of('one three four five', 'one nearly two three four five')).toEqual(['1-2 clash P0= | P1=nearly two']);
    expect(of('one two new three four five', 'one two other three four five')).toEqual(['2-2 clash P0=new | P1=other']);
  });
});
