import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asking, asObjects, asTable, listing, selected, type ListDefinition } from './listing.ts';

interface Island {
  slug: string;
  name: string;
  group: string | null;
  masts: number | null;
}

const islands: Island[] = [
  { slug: 'a', name: 'Île Verte', group: 'North', masts: 12 },
  { slug: 'b', name: 'Tarn 10', group: 'South', masts: null },
  { slug: 'c', name: 'Tarn 9', group: 'South', masts: 3 },
  { slug: 'd', name: 'Ketu', group: null, masts: 3 },
];

const definition: ListDefinition<Island> = {
  name: 'islands',
  columns: [
    { key: 'name', name: 'Island', value: (row) => row.name },
    { key: 'group', name: 'Group', value: (row) => row.group, choice: true },
    { key: 'masts', name: 'Masts', value: (row) => row.masts },
  ],
  address: (row) => `/islands/${row.slug}`,
  order: 'name',
};

const shown = (search: string): string[] =>
  listing(definition, islands, new URLSearchParams(search)).rows.map((row) => row.slug);

describe('a list', () => {
  test('stands in its own order, numbers in words by their size', () => {
    expect(shown('')).toEqual(['a', 'd', 'c', 'b']);
  });

  test('is sorted both ways, with what is not said last', () => {
    expect(shown('sort=masts')).toEqual(['c', 'd', 'a', 'b']);
    expect(shown('sort=-masts')).toEqual(['a', 'c', 'd', 'b']);
  });

  test('is narrowed by words without regard to accents and case, and by choices', () => {
    expect(shown('words=ile')).toEqual(['a']);
    expect(shown('words=tarn+south')).toEqual(['c', 'b']);
    expect(shown('group=South')).toEqual(['c', 'b']);
    expect(shown('group=not+said')).toEqual(['d']);
    expect(shown('group=East')).toEqual([]);
  });

  test('offers the values that occur, and the one asked for even where it does not', () => {
    const { choices, filtered, total, all } = listing(definition, islands, new URLSearchParams('group=East'));
    expect(choices).toEqual([
      {
        key: 'group',
        name: 'Group',
        chosen: 'East',
        values: [
          { value: 'East', count: 0 },
          { value: 'North', count: 1 },
          { value: 'not said', count: 1 },
          { value: 'South', count: 2 },
        ],
      },
    ]);
    expect({ filtered, total, all }).toEqual({ filtered: true, total: 0, all: 4 });
  });

  test('a row with several values in a column is chosen by each of them', () => {
    const several: ListDefinition<Island> = {
      ...definition,
      columns: [
        { key: 'name', name: 'Island', value: (row) => row.name },
        {
          key: 'letters',
          name: 'Letters',
          value: (row) => Array.from(row.group ?? '').join(', '),
          each: (row) => Array.from(row.group ?? ''),
          choice: true,
        },
      ],
    };
    const list = listing(several, islands, new URLSearchParams('letters=N'));
    expect(list.rows.map(({ slug }) => slug)).toEqual(['a']);
    expect(list.choices[0]?.values.find(({ value }) => value === 'o')).toEqual({ value: 'o', count: 3 });
    expect(list.choices[0]?.values.find(({ value }) => value === 'not said')).toEqual({ value: 'not said', count: 1 });
  });

  test('is paged by fifty; a page that is not there is the nearest one', () => {
    const many = Array.from({ length: 120 }, (_, index) => ({
      slug: String(index),
      name: `Isle ${index}`,
      group: null,
      masts: index,
    }));
    const at = (page: string) => listing(definition, many, new URLSearchParams({ page }));
    expect([at('1').rows.length, at('3').rows.length, at('3').pages]).toEqual([50, 20, 3]);
    expect([at('9').page, at('-1').page, at('x').page, at('1.5').page]).toEqual([3, 1, 1, 1]);
    expect(at('2').rows[0]?.name).toBe('Isle 50');
  });

  test('takes anything for an address', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (search) => {
        const list = listing(definition, islands, new URLSearchParams(search));
        expect(list.total).toBeLessThanOrEqual(list.all);
        expect(list.rows.length).toBeLessThanOrEqual(list.total);
      }),
    );
  });
});

test('one thing asked differently keeps the rest and starts again at the first page', () => {
  expect(asking('?group=South&page=2', { sort: '-name' })).toBe('?group=South&sort=-name');
  expect(asking('?group=South&sort=name', { group: '' })).toBe('?sort=name');
});

describe('what is exported', () => {
  test('is what is shown, with addresses', () => {
    const { found } = selected(definition, islands, new URLSearchParams('group=South'));
    expect(asTable(definition, found, 'https://ocu.example')).toEqual({
      heads: ['Island', 'Group', 'Masts', 'Address'],
      rows: [
        { cells: ['Tarn 9', 'South', 3], address: 'https://ocu.example/islands/c' },
        { cells: ['Tarn 10', 'South', null], address: 'https://ocu.example/islands/b' },
      ],
    });
    expect(asObjects(definition, found, 'https://ocu.example')[1]).toEqual({
      name: 'Tarn 10',
      group: 'South',
      masts: null,
      address: 'https://ocu.example/islands/b',
    });
  });
});
