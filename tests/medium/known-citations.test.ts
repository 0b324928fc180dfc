/** Citations of a contribution, checked by what the register knows of the cited texts. */
import { beforeAll, expect, test } from 'vitest';
import type { Finding } from '#kernel/reading/index.ts';
import { readFileWhole } from '#modules/intake/index.ts';
import { accept, reading, showTo, takeIn } from '#modules/intake/server/index.ts';
import { checkedFindings, textsIn } from '#modules/texts/index.ts';
import { knownCitations } from '#modules/texts/server/index.ts';
import { useDatabase, viewerWith } from '../../src/testing/database.ts';

const database = useDatabase();
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const adopted = (place: string, year: number): string =>
  [
    `RESOLUTION 5 (Rev. ${place}, ${year})`,
    'Reefs',
    `The Assembly of the Oceanic Communications Union (${place}, ${year}),`,
    'noting',
    'a)\tthat reefs grow;',
    'b)\tthat cables age,',
    'resolves',
    'to chart reefs.',
  ].join('\n');
const citing = (year: number): string =>
  [
    'ADD\tXYZ/12A1/1',
    'Draft New Resolution [XYZ-1]',
    'Cables',
    `The Assembly of the Oceanic Communications Union (Oslo, ${year}),`,
    'resolves',
    '1\tto act as in noting c) of Resolution 5 (Rev. Lagos, 2014);',
    '2\tto follow Resolution 5 (Rev. Lagos, 2014).',
  ].join('\n');

/** Resolution 5 for everybody; Resolution 6, newest revision, for the secretariat. */
const register = [
  { number: 5, place: 'Lagos', year: 2014, visibility: 'public' },
  { number: 5, place: 'Accra', year: 2016, visibility: 'public' },
  { number: 6, place: 'Lagos', year: 2014, visibility: 'public' },
  { number: 6, place: 'Accra', year: 2016, visibility: 'secretariat' },
] as const;

beforeAll(async () => {
  const context = database.context();
  for (const { number, place, year, visibility } of register) {
    const bytes = bytesOf(adopted(place, year).replace('RESOLUTION 5', `RESOLUTION ${number}`));
    const { reading: id } = await takeIn(context, { name: `Resolution ${number} ${year}.txt`, bytes });
    await showTo(context, id ?? '', (await reading(context, id ?? '')).reading.version, visibility);
    await accept(context, id ?? '', (await reading(context, id ?? '')).reading.version);
  }
});

async function told(text: string, role: 'administrator' | 'public'): Promise<string[]> {
  const read = await readFileWhole(bytesOf(text), 'citing.txt');
  const context = database.context(viewerWith(role));
  const known = await knownCitations(context, read.citations, textsIn(read.reading.record));
  const findings: Finding[] = checkedFindings({ ...read.reading, citations: read.citations, lines: read.lines }, known);
  return findings
    .filter(({ rule }) => rule.startsWith('citation-'))
    .map(({ rule, lines }) => `${rule} ${lines?.[0] ?? ''}`);
}

test('a newer revision and an absent clause are known from the register', async () => {
  expect(await told(citing(2018), 'administrator')).toEqual([
    'citation-dangling 6',
    'citation-stale 6',
    'citation-stale 7',
  ]);
});

test('what a later conference adopted makes no citation of an earlier proposal stale', async () => {
  expect(await told(citing(2015), 'administrator')).toEqual(['citation-dangling 6']);
});

test('at intake the reading tells of it', async () => {
  const context = database.context();
  const taken = await takeIn(context, { name: 'citing.txt', bytes: bytesOf(citing(2018)) });
  const { reading: row } = await reading(context, taken.reading ?? '');
  expect(row.reading.findings.map(({ rule }) => rule)).toContain('citation-stale');
});

test('what the viewer may not see is not told', async () => {
  const six = citing(2018).replaceAll('Resolution 5', 'Resolution 6');
  expect(await told(six, 'administrator')).toContain('citation-stale 7');
  expect(await told(six, 'public')).toEqual(['citation-dangling 6']);
});
