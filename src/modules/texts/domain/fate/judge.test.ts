import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge } from './judge.ts';

const base = 'that reefs shall be charted every four years;';

describe('a rewording', () => {
  test('is adopted when its words stand, whatever signs end the clause', () => {
    const said = judge(
      base,
      'that reefs shall be charted every two years;',
      'that reefs shall be charted every two years,',
    );
    expect(said).toEqual({ fate: 'adopted', share: 1, standing: ['two'], missing: [] });
  });

  test('is adopted beside the words of others', () => {
    const proposed = 'that reefs and cables shall be charted every four years;';
    const adopted = 'that reefs and cables shall be charted and published every four years;';
    expect(judge(base, proposed, adopted)).toMatchObject({ fate: 'adopted', standing: ['and cables'] });
  });

  test('is adopted with changes when part of its words stand, and says which', () => {
    const proposed = 'that reefs shall be charted every four years and the charts published as open data;';
    const adopted = 'that reefs shall be charted every four years and the charts kept;';
    expect(judge(base, proposed, adopted)).toEqual({
      fate: 'adopted-with-changes',
      share: 1 / 4,
      standing: ['and the charts'],
      missing: ['published as open data'],
    });
  });

  test('is adopted with changes when the words to be replaced stand as well', () => {
    const adopted = 'that reefs shall be charted every four or two years;';
    expect(judge(base, 'that reefs shall be charted every two years;', adopted).fate).toBe('adopted-with-changes');
  });

  test('is adopted with changes when somebody put words between', () => {
    const proposed = 'that reefs shall be charted every four years by boat or drone;';
    const adopted = 'that reefs shall be charted every four years by boat, satellite or drone;';
    expect(judge(base, proposed, adopted)).toMatchObject({ fate: 'adopted-with-changes', share: 1 });
  });

  test('is not adopted when the base stands, when others changed it, and when the clause is gone', () => {
    const proposed = 'that reefs shall be charted each month;';
    for (const adopted of [base, 'that reefs shall be charted every six years;', null]) {
      expect(judge(base, proposed, adopted).fate).toBe('not-adopted');
    }
  });

  test('does not take words of the base for its own', () => {
    const proposed = 'that reefs and charted reefs shall be charted every four years;';
    expect(judge(base, proposed, base)).toMatchObject({ fate: 'not-adopted', share: 0 });
  });
});

describe('a deletion', () => {
  test('of a clause is adopted when the clause is gone', () => {
    expect(judge(base, null, null).fate).toBe('adopted');
    expect(judge(base, null, 'that reefs shall be charted every six years;').fate).toBe('not-adopted');
  });

  test('of words is adopted when they are gone, with changes when some are', () => {
    const long = 'that reefs, cables, wrecks and lights shall be charted;';
    const proposed = 'that reefs shall be charted;';
    expect(judge(long, proposed, proposed).fate).toBe('adopted');
    expect(judge(long, proposed, 'that reefs and lights shall be charted;')).toMatchObject({
      fate: 'adopted-with-changes',
      standing: ['cables, wrecks'],
      missing: ['and lights'],
    });
    expect(judge(long, proposed, long).fate).toBe('not-adopted');
  });
});

describe('a new clause', () => {
  const clause = 'to publish the charts of all reefs as open data;';

  test('is adopted word for word, else with changes', () => {
    expect(judge(null, clause, 'to publish the charts of all reefs as open data.').fate).toBe('adopted');
    expect(judge(null, clause, 'to publish the charts of all reefs and cables as open data.').fate).toBe(
      'adopted-with-changes',
    );
    expect(judge(null, clause, 'to keep boats;').fate).toBe('not-adopted');
    expect(judge(null, clause, null)).toMatchObject({ fate: 'not-adopted', missing: [clause] });
  });
});

describe('laws', () => {
  const words = fc
    .array(fc.constantFrom('the', 'reef', 'cable', 'of', 'charts', 'two', 'four', 'and'), {
      minLength: 1,
      maxLength: 12,
    })
    .map((all) => all.join(' '));

  test('what is adopted as proposed is adopted; what stays as it was is not', () => {
    fc.assert(
      fc.property(words, words, (before, proposed) => {
        fc.pre(before !== proposed);
        expect(judge(before, proposed, proposed).fate).toBe('adopted');
        expect(judge(before, proposed, before).fate).toBe('not-adopted');
        expect(judge(null, proposed, proposed).fate).toBe('adopted');
      }),
    );
  });

  test('nothing throws, and parts are parts', () => {
    const any = fc.option(fc.string(), { nil: null });
    fc.assert(
      fc.property(any, any, any, (before, proposed, adopted) => {
        const { share } = judge(before, proposed, adopted);
        expect(share === null || (share >= 0 && share <= 1)).toBe(true);
      }),
    );
  });

  test('a clause of a hundred thousand words is judged at once', () => {
    const start = performance.now();
    expect(judge(long('a'), long('b'), long('c')).fate).toBe('not-adopted');
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

function long(word: string): string {
  return Array.from({ length: 100_000 }, (_, index) => `${word}${index}`).join(' ');
}
