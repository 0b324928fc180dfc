import { describe, expect, test } from 'vitest';
import { countryNames } from '#data/countries.ts';
import { countriesIn, countryCode } from './countries.ts';

const rows = countryNames.trim().split('\n');

test('the table has each of the 249 codes of ISO 3166-1 once, and no name twice', () => {
  const codes = rows.map((row) => row.slice(0, 2));
  expect(new Set(codes).size).toBe(249);
  expect(codes).toEqual([...codes].sort());
  const names = rows.flatMap((row) => row.slice(3).split('|'));
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

test('each name in the table means its own country', () => {
  const wrong = rows.flatMap((row) =>
    row
      .slice(3)
      .split('|')
      .filter((name) => countryCode(name) !== row.slice(0, 2)),
  );
  expect(wrong).toEqual([]);
});

describe('the field of a form', () => {
  test.each([
    ['KIRIBATI', 'KI'],
    [' Papua  New Guinea ', 'PG'],
    ['P.R. China', 'CN'],
    ['Lao P.D.R.', 'LA'],
    ['Hong Kong, China', 'HK'],
    ['COTE D’IVOIRE', 'CI'],
    ['St. Kitts & Nevis', 'KN'],
    ['Royal Government of Bhutan', 'BT'],
    ['The Gambia', 'GM'],
    ['Fiji (Member)*', 'FJ'],
    ['IRAN (ISLAMIC REPUBLIC OF)', 'IR'],
    ['Turkiye', 'TR'],
    ['Fiji and Tonga', null],
    ['Oceania', null],
    ['', null],
  ])('%j is %s', (name, code) => {
    expect(countryCode(name)).toBe(code);
  });
});

test('countries named in a text, the longest name first', () => {
  const text =
    'From Papua New Guinea and American Samoa to Viet Nam; Seoul, Republic of Korea; the US, not us. Niger, Nigeria, jordan.';
  expect(countriesIn(text).map((one) => [one.iso2, text.slice(one.from, one.to)])).toEqual([
    ['PG', 'Papua New Guinea'],
    ['AS', 'American Samoa'],
    ['VN', 'Viet Nam'],
    ['KR', 'Republic of Korea'],
    ['US', 'US'],
    ['NE', 'Niger'],
    ['NG', 'Nigeria'],
  ]);
});
