import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linesOf, sideParagraphs, type Document } from '#formats/document/index.ts';
import { readDocx } from '#formats/docx/index.ts';
import { pdfReader } from '#formats/pdf/index.ts';
import { readText } from '#formats/text/reader.ts';
import { typstSource } from '#formats/typst/index.ts';
import { buildDocx, cell, paragraph, row, table } from '../../testing/docx.ts';
import { printing, printPdf } from './index.ts';

const state = printing();
const squeezed = (text: string): string => text.replace(/[\s\u00ad-]+/gu, '');
const pages = (document: Document): Uint8Array => printPdf(typstSource(document));
const wordsOf = async (pdf: Uint8Array): Promise<string> =>
  squeezed(
    linesOf(await pdfReader.read(pdf, 'x.pdf'))
      .map(({ text }) => text)
      .join(' '),
  );

describe.skipIf(!state.available)(`pages (${state.available ? 'typesetter found' : state.why})`, () => {
  test('hold every word of both texts of a contribution', async () => {
    const document = readDocx(readFileSync('examples/files/NIC-12A1 contribution.docx'), 'x.docx');
    const printed = (await wordsOf(pages(document))).toLowerCase();
    // Sentences of clauses that the width of the page does not part from their labels.
    const sentences = sideParagraphs(document, null)
      .filter(({ cell: place }) => place === null)
      .map(({ text }) =>
        squeezed(text.slice(text.indexOf('\t') + 1))
          .toLowerCase()
          .slice(0, 30),
      )
      .filter((words) => words.length === 30);
    const lost = sentences.filter((words) => !printed.includes(words));
    expect(sentences.length).toBeGreaterThan(150);
    expect(lost).toEqual([]);
  });

  test('no words are instructions: they stand there as they are', async () => {
    const evil = '#read("/etc/passwd") $x^2$ #{panic()} */ // _a_ *b* @label <key> `raw` ~ \\ [ ] " #import "x.typ"';
    const printed = await wordsOf(pages(readText(`x ${evil.replaceAll('*', '+')}`, 'x.txt')));
    expect(printed).toBe(squeezed(`x ${evil.replaceAll('*', '+')}`));
  });

  test('any words in any script can be set', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (lines) => {
        const pdf = pages(readText(`Привет مرحبا 中文 ${lines.join('\n')}`, 'x.txt'));
        expect(new TextDecoder().decode(pdf.subarray(0, 5))).toBe('%PDF-');
      }),
      { numRuns: 40 },
    );
  });

  test('tables in tables, spans beyond the rows and merged cells can be set', () => {
    let inner = table(row([cell('deep')]));
    for (let depth = 0; depth < 12; depth++)
      inner = table(row([cell(inner + paragraph('after')), cell('x', '<w:gridSpan w:val="40"/>')]));
    const uneven = table(row([cell('a', '<w:gridSpan w:val="3"/>')]), row([cell('b', '<w:vMerge/>'), cell('c')]));
    expect(pages(readDocx(buildDocx({ body: inner + paragraph('') + uneven }), 'x.docx')).length).toBeGreaterThan(1000);
  });

  test('the same document gives the same pages', () => {
    const document = readText('RESOLUTION 5\nto chart reefs', 'x.txt');
    expect(pages(document)).toEqual(pages(document));
  });

  test('what cannot be set is refused in words', () => {
    expect(() => printPdf('#panic("no")')).toThrow('The pages of this document could not be set.');
  });
});
