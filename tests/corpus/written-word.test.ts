/** The Word writer: what is written is read back as it was, for made-up documents and for real ones. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sideParagraphs, type Document } from '#formats/document/index.ts';
import { readDocx } from '#formats/docx/index.ts';
import { writeDocx } from '#formats/docx/write/index.ts';
import { readText } from '#formats/text/reader.ts';
import { buildDocx } from '../../src/testing/docx.ts';
import { trackedDocument } from './tracked-documents.ts';
import { faultsOf } from './valid-word.ts';
import { said } from './written-word.ts';

const again = (document: Document): Document => readDocx(writeDocx(document), document.name);

/** The lines of a document without what XML cannot hold. */
const words = (one: Document): string[] =>
  sideParagraphs(one, null).map(({ text }) =>
    text.replace(/(?![\t\n\r\u007f-\u009f])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu, '').replaceAll('\r', '\n'),
  );

const files = ['examples/files', '../shared/corpus/docx'].flatMap((folder) =>
  globSync('*.docx', { cwd: folder })
    .filter((name) => !name.startsWith('poi-'))
    .map((name) => path.join(folder, name)),
);

describe('written and read again', () => {
  test('made-up documents with every kind of revision are the same', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(trackedDocument, (parts) => {
        const document = readDocx(buildDocx(parts), 'x.docx');
        expect(said(again(document))).toEqual(said(document));
        expect(faultsOf(writeDocx(document))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test.each(files)('%s is the same, on both sides and line by line', (file) => {
    const document = readDocx(readFileSync(file), path.basename(file));
    const copy = again(document);
    for (const side of ['base', 'proposed', null] as const)
      expect(sideParagraphs(copy, side)).toEqual(sideParagraphs(document, side));
    expect(said(copy)).toEqual(said(document));
    expect(faultsOf(writeDocx(document))).toEqual([]);
  });

  test('content controls of the examples come back with what was filled in', () => {
    for (const file of files.filter((name) => name.startsWith('examples'))) {
      const document = readDocx(readFileSync(file), path.basename(file));
      expect(again(document).controls).toEqual(document.controls);
    }
  });

  test('a note inside a note, which Word does not know, keeps its words', () => {
    const text = 'reefs[footnoteRef:1]1 [1: 1\tAtolls[footnoteRef:2]2 too. [2: 2\tAll of them.]]';
    const written = again(readText(text, 'x.txt'));
    expect(
      written.notes[0]?.blocks.map((block) =>
        block.kind === 'paragraph' ? block.runs.map((run) => run.text).join('') : '',
      ),
    ).toEqual(['Atolls2 [All of them.] too.']);
  });

  test('any text comes back line by line, but for characters that XML cannot hold', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (lines) => {
        const text = `x${lines.join('\n')}`;
        const document = readText(text, 'x.txt');
        expect(words(again(document))).toEqual(words(document));
      }),
    );
  });

  test('the same document gives the same bytes', () => {
    const document = readText('MOD\tOCU/1/1\nRESOLUTION 1', 'x.txt');
    expect(writeDocx(document)).toEqual(writeDocx(document));
  });
});
