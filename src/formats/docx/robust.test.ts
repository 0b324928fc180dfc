/** No file may crash the reader or make it slow: damaged ones are refused, odd ones are read in linear time. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from '#kernel/problem.ts';
import {
  buildDocx,
  control,
  deleted,
  docxFiles,
  field,
  fieldCharacter,
  inserted,
  list,
  movedFrom,
  movedTo,
  note,
  noteReference,
  paragraph,
  row,
  cell,
  run,
  style,
  table,
  type DocxParts,
} from '../../testing/docx.ts';
import { plainText } from '../document/index.ts';
import { accepts } from './accepts.ts';
import { readDocx } from './reader.ts';

const everything: DocxParts = {
  body:
    paragraph({ style: 'A', mark: ['del'], numbering: { id: 1, level: 0 } }, 'a ', deleted('b '), inserted('c')) +
    paragraph({ mark: ['moveFrom'] }, movedFrom('m', 1, 'moved')) +
    control({ tag: 't' }, paragraph(field('HYPERLINK "x"', 'link'), noteReference('footnote', 1))) +
    table(
      row([cell('x', '<w:gridSpan w:val="2"/>'), cell(table(row([cell('y')])) + paragraph('z'))], { mark: 'ins' }),
    ) +
    paragraph({ mark: ['moveTo'] }, movedTo('m', 5, 'moved'), '<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>') +
    '<w:sectPr/>',
  styles: style('paragraph', 'A', 'a', '<w:rPr><w:b/></w:rPr>'),
  numbering: list(1, [{ format: 'decimal', text: '%1.' }]),
  footnotes: note('footnote', 1, 'note'),
  comments: '<w:comment w:id="1"><w:p/></w:comment>',
};

/** Reads, and lets only refusals pass. */
function survives(bytes: Uint8Array): void {
  try {
    const document = readDocx(bytes, 'x.docx');
    for (const side of ['base', 'proposed', null] as const) expect(typeof plainText(document, side)).toBe('string');
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.problem.place.file).toBe('x.docx');
  }
  expect(typeof accepts(bytes, 'x.docx')).toBe('boolean');
}

const pieces =
  '<w:p>|</w:p>|<w:tbl>|</w:tc>|<w:ins w:id="1">|</w:ins>|<w:sdt>|<w:r/>|<w:del/>|<w:tr>|<|>|&|"|<!--|<![CDATA[|\u0000|<?x ?>|w:val="-99999999999"|<mc:AlternateContent>|<w:moveFromRangeStart/>|<w:fldChar w:fldCharType="begin"/>|<w:footnoteReference w:id="9"/>| xmlns:w="y"'.split(
    '|',
  );

describe('damaged files', () => {
  test('with wrong bytes are refused or read', () => {
    const bytes = buildDocx(everything);
    const damage = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(damage, fc.nat(bytes.length), (changes, length) => {
        const copy = Uint8Array.from(bytes);
        for (const [at, value] of changes) copy[at] = value;
        survives(copy);
        survives(copy.subarray(0, length));
      }),
      { numRuns: 150 },
    );
  });

  test('with wrong XML in any part are refused or read', () => {
    const files = Object.entries(docxFiles(everything));
    const change = fc.tuple(
      fc.nat(files.length - 1),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(40),
      fc.constantFrom(...pieces),
    );
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const damaged = Object.fromEntries(files);
        for (const [index, place, cut, piece] of changes) {
          const [name] = files[index]!;
          const xml = String(damaged[name]);
          const at = Math.floor(place * xml.length);
          damaged[name] = xml.slice(0, at) + piece + xml.slice(at + cut);
        }
        survives(buildDocx({ ...everything, files: damaged }));
      }),
      { numRuns: 400 },
    );
  });
});

const many = (count: number, one: (index: number) => string): string =>
  Array.from({ length: count }, (_, at) => one(at)).join('');

describe('odd files of some megabytes are read in good time', () => {
  test.each<[string, string]>([
    ['fields that never end', paragraph(many(40_000, () => fieldCharacter('begin') + run('x')))],
    [
      'moves that never end',
      paragraph(many(30_000, (at) => movedFrom(`m${at}`, at, 'x').replace(/<w:moveFromRangeEnd[^>]*>/, ''))),
    ],
    ['runs that all differ', paragraph(many(60_000, (at) => run('x', at % 2 === 0 ? '<w:b/>' : '')))],
    [
      'runs in one control',
      control(
        {},
        many(20_000, (at) => paragraph(run('x'), run('y', at % 2 === 0 ? '<w:i/>' : ''))),
      ),
    ],
    ['controls side by side', paragraph(many(30_000, () => control({}, run('x'))))],
    ['references to one note', paragraph(many(40_000, () => noteReference('footnote', 1)))],
    [
      'bookmarks and comments',
      paragraph(many(40_000, (at) => `<w:bookmarkStart w:id="${at}" w:name="b"/><w:commentRangeStart w:id="${at}"/>`)),
    ],
    ['deleted marks in a row', many(40_000, () => paragraph({ mark: ['del'] }, 'x'))],
    ['blanks', paragraph(`<w:r><w:t>${'\u00a0 '.repeat(1_000_000)}</w:t></w:r>`)],
    ['page breaks', paragraph(many(60_000, () => '<w:r><w:br w:type="page"/></w:r>'))],
    ['an instruction of quotes', paragraph(field(`HYPERLINK ${'"'.repeat(1_000_000)}`, 'x'))],
    ['numbered paragraphs', many(30_000, (at) => paragraph({ numbering: { id: 1, level: at % 9 } }, 'x'))],
    ['namespaces declared again and again', many(30_000, (at) => `<w:p xmlns:n${at}="u${at}"/>`)],
  ])('%s', { timeout: 20_000 }, (_, body) => {
    const bytes = buildDocx({ ...everything, body });
    const began = performance.now();
    plainText(readDocx(bytes, 'x.docx'), 'proposed');
    expect(performance.now() - began).toBeLessThan(4000);
  });
});
