import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstRows, movedRow, tableOf, type ToSum } from './table.ts';

const id = (number: number): string => `00000000-0000-7000-8000-00000000000${number}`;
const request = (position: number, country: string, title = `Request ${position}`): ToSum => ({
  id: id(position),
  position,
  country,
  organisation: `Office of ${country}`,
  title,
});
const requests = [request(2, 'Fiji'), request(1, 'Fiji'), request(3, 'Tonga')];

test('without anything kept, the table prints the forms, each country once per group', () => {
  const table = tableOf(requests, firstRows(requests, []));
  expect(table.map(({ number, country, sameCountry, title }) => [number, sameCountry ? '' : country, title])).toEqual([
    [1, 'Fiji', 'Request 1'],
    [2, '', 'Request 2'],
    [3, 'Tonga', 'Request 3'],
  ]);
});

test('a call that was read gives its headings, and its own words beside those of the form', () => {
  const printed = [
    {
      number: 3,
      country: 'Kingdom of Tonga',
      organisation: 'Tonga Works',
      title: 'Request 3',
      heading: 'Telecom related',
    },
  ];
  const [row] = tableOf(requests, firstRows(requests, printed)).slice(2);
  expect(row).toMatchObject({
    heading: 'Telecom related',
    country: 'Kingdom of Tonga',
    organisation: 'Tonga Works',
    title: 'Request 3',
    form: { country: 'Tonga', organisation: 'Office of Tonga' },
  });
});

test('rows whose request left fall out, new ones come last', () => {
  const kept = firstRows(requests, []).reverse();
  const now = [...requests.slice(1), request(4, 'Samoa')];
  expect(tableOf(now, kept).map(({ title }) => title)).toEqual(['Request 3', 'Request 1', 'Request 4']);
});

test('moving keeps all rows, and up undoes down', () => {
  const rows = firstRows(requests, []);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3 }), fc.constantFrom<1 | -1>(1, -1), (which, by) => {
      const moved = movedRow(rows, id(which), by);
      expect(moved.map(({ application }) => application).sort()).toEqual([id(1), id(2), id(3)]);
      const isAtEnd = moved.every((row, index) => row === rows[index]);
      expect(movedRow(moved, id(which), by === 1 ? -1 : 1)).toEqual(
        isAtEnd ? movedRow(rows, id(which), by === 1 ? -1 : 1) : rows,
      );
    }),
  );
});
