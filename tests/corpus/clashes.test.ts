/**
 * Clash maps of the example contributions: exactly the clashes that examples/README.md plants, with and without the texts
 * in force, from Word files and from the flattened copy; and of the real proposals where they are at hand.
 */
import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { linesOf } from '#formats/document/index.ts';
import { readText } from '#formats/text/reader.ts';
import { ClashMap, type LegalText, type ProposalsRecord } from '#kernel/reading/index.ts';
import { clashMaps, conferenceMap, proposalsRecogniser, textsOf, type TextOf } from '#modules/texts/index.ts';
import { readExamples, type ReadExample } from './example-readings.ts';

let read: ReadExample[];
const texts = (...starts: string[]): TextOf[] =>
  read
    .filter(({ file }) => starts.some((start) => file.startsWith(start)))
    .flatMap(({ record }) => textsOf(record as ProposalsRecord | LegalText));
const nic = 'NIC-12A1 contribution';
const ssf = 'SSF-15A1 contribution';
const inForce = ['Resolution 4 (Rev. Suva', 'Resolution 9 (Rev. Suva', 'Resolution 12 (Suva', 'Resolution 17 (Suva'];

beforeAll(async () => {
  read = await readExamples();
});

/** Rows of the table in examples/README.md. */
function planted(): string[] {
  return readFileSync('examples/README.md', 'utf8')
    .split('\n')
    .filter((line) => /^\| Resolution \d/.test(line))
    .map((line) => {
      const [, instrument = '', clause = '', relation = ''] = line.split('|').map((cell) => cell.trim());
      return `${instrument}: ${clause}: ${relation}`;
    });
}

const met = (maps: readonly ClashMap[]): string[] =>
  maps.flatMap(({ instrument, rows }) =>
    rows
      .filter(({ relation }) => relation !== 'single')
      .map(({ section, label, relation }) => `${instrument}: ${`${section} ${label ?? '+'}`.trim()}: ${relation}`),
  );

describe('the example contributions', () => {
  test('clash where it is planted, and nowhere else', () => {
    const maps = clashMaps(texts(nic, ssf));
    expect(met(maps)).toEqual(planted());
    expect(planted()).toHaveLength(11);
    for (const map of maps) expect(ClashMap.parse(map)).toEqual(map);
  });

  test('clash in the same places when the texts in force are given', () => {
    expect(clashMaps(texts(nic, ssf), texts(...inForce))).toEqual(clashMaps(texts(nic, ssf)));
  });

  test('give the same maps in any order of the files', () => {
    expect(clashMaps([...texts(ssf), ...texts(nic)])).toEqual(clashMaps(texts(nic, ssf)));
  });

  test('are about seven instruments, also those that one group touches', () => {
    expect(
      clashMaps(texts(nic, ssf)).map(({ instrument, proponents, rows }) => [
        instrument,
        proponents.join(),
        rows.length,
      ]),
    ).toEqual([
      ['Constitution', 'NIC', 0],
      ['Resolution 4', 'NIC,SSF', 15],
      ['Resolution 9', 'NIC,SSF', 19],
      ['Resolution 12', 'NIC', 14],
      ['Resolution 17', 'NIC,SSF', 5],
      ['Resolution NIC-1', 'NIC', 11],
      ['Resolution SSF-1', 'SSF', 9],
    ]);
  });

  test('touch nothing by labels, signs and references that follow', () => {
    const [, four] = clashMaps(texts(nic));
    const touched = four?.rows.map(({ section, label }) => `${section} ${label ?? '+'}`) ?? [];
    expect(touched).not.toContain('considering c)');
    expect(touched).not.toContain('recognizing c)');
    expect(touched).not.toContain('instructs the Director of the Bureau for Development 5');
    expect(touched).not.toContain('invites the Council ');
    expect(four?.rows.every(({ relation, proponents }) => relation === 'single' && proponents.join() === 'NIC')).toBe(
      true,
    );
  });

  test('say why in the words in question', () => {
    const rows = clashMaps(texts(nic, ssf)).flatMap((map) =>
      map.rows.map((row) => ({ ...row, instrument: map.instrument })),
    );
    const why = (instrument: string, section: string, label: string | null): string | undefined =>
      rows.find((row) => row.instrument === instrument && row.section === section && row.label === label)?.why;
    expect(why('Resolution 4', 'resolves', '2')).toBe(
      'NIC: "every four years" becomes "every two years"; SSF: "every four years" becomes "each year".',
    );
    expect(why('Resolution 4', 'resolves', '4')).toBe('NIC, SSF: adds "and shall be published" behind "the Council".');
    expect(why('Resolution 9', 'invites Member States', '1')).toBe(
      'NIC: "four weeks" becomes "six weeks"; SSF: "four weeks" becomes "three weeks".',
    );
    expect(why('Resolution 9', 'resolves', '5')).toMatch(/^NIC: deletes it; SSF: adds /);
    expect(why('Resolution 12', 'noting', 'c)')).toBe('NIC: moves it.');
    expect(Math.max(...rows.map((row) => row.why.length))).toBeLessThanOrEqual(300);
  });

  test('of a whole conference: which instruments are touched by whom', () => {
    const [, four, , , seventeen] = conferenceMap(clashMaps(texts(nic, ssf)));
    expect(four?.touched).toEqual({ NIC: 11, SSF: 8 });
    expect(four?.relations).toMatchObject({ clash: 2, same: 1, compatible: 1, single: 11 });
    expect(seventeen?.relations['suppressed-and-amended']).toBe(4);
  });

  test('with the flattened copy in place of the Word file, the same clashes but one at most', () => {
    const found = met(clashMaps(texts('NIC-12A1 flattened', ssf)));
    const expected = planted();
    expect(found.filter((row) => !expected.includes(row))).toHaveLength(0);
    expect(expected.filter((row) => !found.includes(row)).length).toBeLessThanOrEqual(1);
  });
});

const file = '../shared/sources/003_e6762f12f0311554.txt';
const isThere = existsSync(file);

describe.skipIf(!isThere)('the 25 real proposals (skipped where ../shared is absent)', () => {
  const document = readText(isThere ? readFileSync(file, 'utf8') : 'absent', '003.txt');
  const found = textsOf(proposalsRecogniser.recognise({ document, lines: linesOf(document) }).record);

  test('of one proponent touch 24 instruments, and clash nowhere', () => {
    const maps = clashMaps(found);
    expect(maps).toHaveLength(24);
    expect(new Set(maps.flatMap(({ rows }) => rows.map(({ relation }) => relation)))).toEqual(new Set(['single']));
    expect(maps.flatMap(({ rows }) => rows).length).toBeGreaterThan(200);
  });
});
