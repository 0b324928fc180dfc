import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { baseOf, proposedOf } from '../words/runs.ts';
import { interleaved } from './interleaved.ts';

const told = (printed: string, before: string, after: string): string | null =>
  interleaved(printed, before, after)
    ?.map(({ text, change }) => (change === 'same' ? text : `${change === 'deleted' ? '-' : '+'}${text}`))
    .join('|') ?? null;

describe('two wordings in the words that print both', () => {
  test('labels', () => {
    expect(told('fg)', 'f)', 'g)')).toBe('-f|+g|)');
    expect(told('1213', '12', '13')).toBe('-12|+13');
    expect(told('(a)(b)', '(a)', '(b)')).toBe('-(a)|+(b)');
    expect(told('21', '2', '1')).toBe('-2|+1');
  });

  test('headings', () => {
    expect(
      told(
        'RESOLUTION 5 (Rev. Lagos, 2014Oslo, 2018)',
        'RESOLUTION 5 (Rev. Lagos, 2014)',
        'RESOLUTION 5 (Rev. Oslo, 2018)',
      ),
    ).toBe('RESOLUTION 5 (Rev. |-Lagos, 2014|+Oslo, 2018|)');
    expect(told('Cables and reefs', 'Cables', 'Cables and reefs')).toBe('Cables|+ and reefs');
  });

  test('words that are not made of the two are not taken apart', () => {
    expect(told('reefs', 'cables', 'reefs')).toBeNull();
    expect(told('x'.repeat(3000), 'x'.repeat(3000), 'x')).toBeNull();
  });

  test('what was put together is taken apart, whatever it is', () => {
    const runs = fc.array(
      fc.record({
        text: fc.string({ unit: fc.constantFrom('a', 'b', ' ', '😀'), minLength: 1 }),
        change: fc.constantFrom('same', 'inserted', 'deleted'),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(runs, (all) => {
        const printed = all.map(({ text }) => text).join('');
        const made = interleaved(printed, baseOf(all), proposedOf(all)) ?? [];
        expect([baseOf(made), proposedOf(made), made.map(({ text }) => text).join('')]).toEqual([
          baseOf(all),
          proposedOf(all),
          printed,
        ]);
      }),
    );
  });
});
