import { describe, expect, test } from 'vitest';
import { linesOf, type Document } from '../../document/index.ts';
import {
  buildDocx,
  cell,
  deleted,
  inserted,
  list,
  paragraph,
  row,
  style,
  table,
  type LevelOptions,
  type ParagraphOptions,
} from '../../../testing/docx.ts';
import { readDocx } from '../reader.ts';
import { numeral } from './numerals.ts';

const read = (body: string, numbering: string, styles = ''): Document =>
  readDocx(buildDocx({ body, numbering, styles }), 'x.docx');
const item = (level: number, id = 1, options: ParagraphOptions = {}): string =>
  paragraph({ numbering: { id, level }, ...options }, 'x');
const sides = (document: Document): [string | null, string | null][] =>
  linesOf(document).map(({ paragraph: { number } }) => [number.base, number.proposed]);
const numbers = (body: string, numbering: string, styles = ''): (string | null)[] =>
  linesOf(read(body, numbering, styles)).map((line) => line.paragraph.number.proposed);

const outline: LevelOptions[] = [
  { format: 'decimal', text: '%1' },
  { format: 'decimal', text: '%1.%2' },
  { format: 'decimal', text: '%1.%2.%3' },
];

describe('numerals', () => {
  test.each([
    ['decimal', 12, '12'],
    ['decimalZero', 7, '07'],
    ['decimalZero', 12, '12'],
    ['lowerLetter', 26, 'z'],
    ['lowerLetter', 27, 'aa'],
    ['upperLetter', 53, 'AAA'],
    ['lowerLetter', 781, '781'],
    ['lowerLetter', 0, '0'],
    ['lowerRoman', 4, 'iv'],
    ['upperRoman', 1994, 'MCMXCIV'],
    ['upperRoman', 40_000, '40000'],
    ['ordinal', 1, '1st'],
    ['ordinal', 22, '22nd'],
    ['ordinal', 113, '113th'],
    ['none', 5, ''],
    ['bullet', 5, ''],
    ['chicago', 5, '**'],
    ['japaneseCounting', 3, '3'],
  ])('%s %i is %s', (format, value, printed) => expect(numeral(value, format)).toBe(printed));
});

const restart = (value: number): string =>
  list(1, [outline[0]!, outline[1]!, { ...outline[2]!, properties: `<w:lvlRestart w:val="${value}"/>` }]);

// The expected numbers of the next tests are those of docxodus 12.6 and LibreOffice 7.4 where the two agree.
describe('counting', () => {
  test('levels restart below the one that is used', () => {
    expect(numbers([0, 1, 1, 2, 0, 1].map((level) => item(level)).join(''), list(1, outline))).toEqual([
      '1',
      '1.1',
      '1.2',
      '1.2.1',
      '2',
      '2.1',
    ]);
  });

  test('a level that was skipped counts as used once', () => {
    expect(numbers([1, 0, 1, 2].map((level) => item(level)).join(''), list(1, outline))).toEqual([
      '1.1',
      '2',
      '2.1',
      '2.1.1',
    ]);
    expect(numbers([2, 1, 0].map((level) => item(level)).join(''), list(1, outline))).toEqual(['1.1.1', '1.2', '2']);
  });

  test('lists of one abstract list count together; an override starts anew once', () => {
    const numbering =
      list(1, outline) +
      '<w:num w:numId="9"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>' +
      '<w:num w:numId="8"><w:abstractNumId w:val="1"/></w:num>';
    const body = [1, 1, 9, 1, 9, 8].map((id) => item(0, id)).join('');
    expect(numbers(body, numbering)).toEqual(['1', '2', '5', '6', '7', '8']);
  });

  test('an override of a lower level holds at every restart', () => {
    const numbering =
      list(1, outline) +
      '<w:num w:numId="9"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="4"/></w:lvlOverride></w:num>';
    const body = item(0, 9) + item(1, 9) + item(1, 9) + item(0, 9) + item(1, 9);
    expect(numbers(body, numbering)).toEqual(['1', '1.4', '1.5', '2', '2.4']);
  });

  test('w:lvlRestart says after which level to restart, 0 never', () => {
    const body = [0, 1, 2, 1, 2, 0, 2].map((level) => item(level)).join('');
    expect(numbers(body, restart(1))).toEqual(['1', '1.1', '1.1.1', '1.2', '1.2.2', '2', '2.1.1']);
    expect(numbers(body, restart(0)).at(-1)).toBe('2.1.3');
  });

  test('formats, legal numbers, bullets in patterns, text of a level without number', () => {
    const levels: LevelOptions[] = [
      { format: 'upperRoman', text: 'Part %1' },
      { format: 'bullet', text: '\uf0b7', properties: '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>' },
      { format: 'lowerLetter', text: '%1.%2%3)', properties: '<w:isLgl/>' },
      { format: 'none', text: 'Note' },
    ];
    const body = [0, 0, 1, 2, 3].map((level) => item(level)).join('');
    expect(numbers(body, list(1, levels))).toEqual(['Part I', 'Part II', '•', '2.1)', 'Note']);
  });

  test('a number that no document means is not made a mile long', () => {
    const huge = list(1, [{ format: 'upperRoman', text: '%1', start: 2_000_000_000 }]);
    expect(numbers(item(0), huge)[0]?.length).toBeLessThan(60);
  });
});

const of = (id: string, properties = ''): string => paragraph({ style: id, properties }, 'x');

describe('lists of styles', () => {
  const numbering = list(1, [
    { format: 'decimal', text: '%1.', properties: '<w:pStyle w:val="H1"/>' },
    { format: 'lowerLetter', text: '%2)', properties: '<w:pStyle w:val="H2"/>' },
  ]);
  const numPr = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>';
  const styles =
    style('paragraph', 'H1', 'heading 1', numPr) +
    style('paragraph', 'H2', 'heading 2', numPr) +
    style('paragraph', 'H2x', 'derived', '<w:basedOn w:val="H1"/>');

  test('take the level that names the style, and inherit', () => {
    expect(numbers(of('H1') + of('H2') + of('H2') + of('H2x'), numbering, styles)).toEqual(['1.', 'a)', 'b)', '2.']);
  });

  test('are left by numId 0', () => {
    const out = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>';
    expect(numbers(of('H1') + of('H1', out) + of('H1'), numbering, styles)).toEqual(['1.', null, '2.']);
  });

  test('may be defined by a numbering style', () => {
    const linked =
      '<w:abstractNum w:abstractNumId="4"><w:numStyleLink w:val="L"/></w:abstractNum><w:num w:numId="4"><w:abstractNumId w:val="4"/></w:num>' +
      '<w:abstractNum w:abstractNumId="5"><w:styleLink w:val="L"/><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="(%1)"/></w:lvl></w:abstractNum>';
    expect(numbers(item(0, 4), linked)).toEqual(['(3)']);
  });
});

const old = (numPr: string): string => `<w:pPrChange w:id="1" w:author="x"><w:pPr>${numPr}</w:pPr></w:pPrChange>`;

describe('each side counts for itself', () => {
  const numbering = list(1, [{ format: 'decimal', text: '%1.' }]);

  test('a deleted paragraph has its number on the base side and takes none on the other', () => {
    const gone = paragraph({ numbering: { id: 1, level: 0 }, mark: ['del'] }, deleted('x'));
    expect(sides(read(item(0) + gone + item(0), numbering))).toEqual([
      ['1.', '1.'],
      ['2.', null],
      ['3.', '2.'],
    ]);
  });

  test('an inserted one the other way round; one in neither side has none', () => {
    const came = paragraph({ numbering: { id: 1, level: 0 }, mark: ['ins'] }, inserted('x'));
    const never = paragraph({ numbering: { id: 1, level: 0 }, mark: ['ins', 'del'] }, inserted(deleted('x')));
    expect(sides(read(came + never + item(0), numbering))).toEqual([
      [null, '1.'],
      [null, null],
      ['1.', '2.'],
    ]);
  });

  test('rows count with their paragraphs', () => {
    const body = table(row([cell(item(0))], { mark: 'del' }), row([cell(item(0))]));
    expect(sides(read(body, numbering))).toEqual([
      ['1.', null],
      ['2.', '1.'],
    ]);
  });

  test('changed numbering gives the old number on the base side', () => {
    const both = numbering + list(2, [{ format: 'bullet', text: '-' }]);
    const wasBullet = old('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>');
    const wasPlain = old('');
    const body = item(0, 1, { properties: wasBullet }) + item(0, 1, { properties: wasPlain });
    expect(sides(read(body, both))).toEqual([
      ['-', '1.'],
      [null, '2.'],
    ]);
  });

  test('numbering that was added is not there on the base side', () => {
    const added = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins w:id="1" w:author="x"/></w:numPr>';
    expect(sides(read(paragraph({ properties: added }, 'x'), numbering))).toEqual([[null, '1.']]);
  });
});

test('lists that are not defined, and levels out of range, give no number and do no harm', () => {
  expect(numbers(item(0, 77) + item(99) + item(8), list(1, outline))).toEqual([null, null, null]);
});
