import { expect, test } from 'vitest';
import { citationFindings } from '../testing/cited.ts';
import { resolution } from '../testing/linted.ts';
import { citationStale } from './citation-stale.ts';

const newer = resolution('resolves', 'to chart reefs.');
const older = newer.replaceAll('Oslo, 2018', 'Lagos, 2014');

test('an older revision than the newest, with the mend', () => {
  const [finding] = citationFindings(citationStale, 'as Resolution 5 (Rev. Lagos, 2014) asks', [older, newer]);
  expect(finding?.level).toBe('warning');
  expect(finding?.message).toBe(
    '"Resolution 5 (Rev. Lagos, 2014)" is not the newest text: it was revised as (Rev. Oslo, 2018).',
  );
  expect(finding?.mend).toMatchObject({ from: '(Rev. Lagos, 2014)', to: '(Rev. Oslo, 2018)' });
});

test('the base text that is only known by name makes it a note', () => {
  const other = newer.replace('RESOLUTION 5', 'RESOLUTION 6').replaceAll('Oslo, 2018', 'Lagos, 2014');
  const [finding] = citationFindings(citationStale, 'as Resolution 5 (Rev. Lagos, 2014) asks', [newer, other]);
  expect(finding?.level).toBe('info');
});

test('a meeting that nobody knows may be one of the body that speaks; one of another body is not', () => {
  const [finding] = citationFindings(citationStale, 'as Resolution 5 (Rev. Accra, 2011) asks', [newer]);
  expect(finding?.level).toBe('info');
  expect(finding?.message).toMatch(/, if it is one of the Assembly of the Oceanic Communications Union\.$/);
  const [own] = citationFindings(citationStale, 'as Resolution 5 (Rev. Accra, 2011) of this Assembly asks', [newer]);
  expect(own?.level).toBe('warning');
  expect(citationFindings(citationStale, 'as Resolution 5 (Rev. Hyderabad, 2010) asks', [newer])).toEqual([]);
});

test('the newest, another body, a text that is only proposed, no revision at all', () => {
  expect(citationFindings(citationStale, 'as Resolution 5 (Rev. Oslo, 2018) asks', [older, newer])).toEqual([]);
  expect(citationFindings(citationStale, 'as WTDC Resolution 5 (Rev. Lagos, 2014) asks', [older, newer])).toEqual([]);
  expect(citationFindings(citationStale, 'as Resolution 5 asks', [older, newer])).toEqual([]);
  const proposed = `MOD\tXYZ/12A1/1\n${newer.replaceAll('Oslo, 2018', 'Lagos, 2014Oslo, 2018')}`;
  expect(citationFindings(citationStale, 'as Resolution 5 (Rev. Lagos, 2014) asks', [proposed])).toEqual([]);
});

test('of a list only the finding, for its brackets belong to all', () => {
  const found = citationFindings(citationStale, 'as Resolutions 4 and 5 (Rev. Lagos, 2014) ask', [older, newer]);
  expect(found.map(({ mend }) => mend)).toEqual([undefined]);
});
