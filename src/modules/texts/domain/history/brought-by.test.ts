import { describe, expect, test } from 'vitest';
import { broughtBy } from './brought-by.ts';

const base = 'to chart reefs every four years;';

describe('who brought the words of a clause', () => {
  test('the one whose proposal puts them in', () => {
    const adopted = 'to chart reefs and cables every two years;';
    const brought = broughtBy(base, adopted, [
      { by: 'NIC', before: base, proposed: 'to chart reefs every two years;' },
      { by: 'SSF', before: base, proposed: 'to chart reefs and cables each month;' },
    ]);
    expect(brought).toEqual([
      { words: 'and cables', by: [{ by: 'SSF', share: 1, words: ['and cables'] }] },
      { words: 'two', by: [{ by: 'NIC', share: 1, words: ['two'] }] },
    ]);
  });

  test('several, the larger part first, with how much of the words each has', () => {
    const adopted = 'to publish charts of reefs, cables and lights;';
    const brought = broughtBy(null, adopted, [
      { by: 'NIC', before: null, proposed: 'to publish charts;' },
      { by: 'SSF', before: null, proposed: 'to publish charts of cables and lights;' },
    ]);
    expect(brought.map(({ by }) => by.map(({ by, share, words }) => [by, share, words]))).toEqual([
      [
        ['SSF', 4 / 5, ['to publish charts of', 'cables and lights']],
        ['NIC', 2 / 5, ['to publish charts']],
      ],
    ]);
  });

  test('nobody: the conference made them', () => {
    const brought = broughtBy(base, 'to chart reefs from the air every four years;', [
      { by: 'NIC', before: base, proposed: 'to chart reefs every two years;' },
    ]);
    expect(brought).toEqual([{ words: 'from the air', by: [] }]);
  });

  test('what a proposal keeps of the base brings nothing', () => {
    const kept = [{ by: 'NIC', before: base, proposed: base }];
    expect(broughtBy('to keep boats;', base, kept)).toEqual([{ words: 'chart reefs every four years', by: [] }]);
    expect(broughtBy(base, base, kept)).toEqual([]);
  });
});
