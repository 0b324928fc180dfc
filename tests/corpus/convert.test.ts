/** `throughline convert`: each format from real files, on the command line; and that what is written is what was read. */
import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fold, linesOf, sideParagraphs } from '#formats/document/index.ts';
import { readDocx } from '#formats/docx/index.ts';
import { writeDocx } from '#formats/docx/write/index.ts';
import { writeHtml } from '#formats/html/index.ts';
import { typstSource } from '#formats/typst/index.ts';
import { asContract } from '#kernel/reading/index.ts';
import { understand } from '#modules/intake/domain/understand.ts';
import { printing, printPdf } from '#platform/print/index.ts';
import { withRealRevisions } from '#modules/texts/index.ts';
import { buildDocx } from '../../src/testing/docx.ts';
import { trackedDocument } from './tracked-documents.ts';

const contribution = 'examples/files/NIC-12A1 contribution.docx';
const circular = 'examples/files/Circular on parking.docx';
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'throughline-convert-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function convert(...args: string[]): { code: number | null; out: Buffer; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/main.ts', 'convert', ...args], {
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: status, out: stdout, said: stderr.toString() };
}

describe('the command', { timeout: 60_000 }, () => {
  test('writes Word from a flattened copy, told by the ending of the file', () => {
    const out = path.join(folder, 'copy.docx');
    expect(convert('examples/files/NIC-12A1 flattened copy.txt', '-o', out).code).toBe(0);
    const lines = linesOf(readDocx(readFileSync(out), 'copy.docx'));
    const heading = lines.find(({ text }) => /^RESOLUTION 4/i.test(text));
    expect(heading?.paragraph.style.name).toBe('Res_No');
    expect(
      heading?.paragraph.runs
        .filter(({ marks }) => marks.length > 0)
        .map(({ text, marks }) => [marks[0]?.kind, marks[0]?.author, fold(text).toUpperCase()]),
    ).toEqual([
      ['deleted', 'NIC', 'SUVA, 2021'],
      ['inserted', 'NIC', 'APIA, 2025'],
    ]);
  });

  test('writes the clean text of one side', () => {
    const { code, out } = convert(contribution, '--to', 'docx', '--side', 'proposed');
    expect(code).toBe(0);
    const clean = readDocx(out, 'x.docx');
    const wanted = sideParagraphs(readDocx(readFileSync(contribution), 'x.docx'), 'proposed').map(({ text }) => text);
    expect(sideParagraphs(clean, null).map(({ text }) => text)).toEqual(wanted);
  });

  test('writes Akoma Ntoso and JSON of texts', () => {
    expect(convert(contribution, '--to', 'akn').out.toString()).toContain(
      '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">',
    );
    const { kind } = JSON.parse(convert(contribution, '--to', 'json').out.toString()) as { kind: string };
    expect(kind).toBe('proposals');
  });

  test('refuses what cannot be: no legal text as Akoma Ntoso, unknown formats, the file itself', () => {
    const akn = convert(circular, '--to', 'akn');
    expect([akn.code, akn.said]).toEqual([2, expect.stringContaining('Choose docx, html, pdf or json.')]);
    expect(convert(circular, '--to', 'odt').said).toContain('Formats: docx, akn, html, pdf, json.');
    expect(convert(circular, '--to', 'docx', '-o', circular).said).toContain('overwrite');
    expect(convert(circular, '--to', 'json', '--side', 'base').code).toBe(2);
  });
});

describe('written and read again', () => {
  const files = globSync('examples/files/*.docx');

  test.each(files)('%s has the same reading as Word', (file) => {
    const document = readDocx(readFileSync(file), 'x.docx');
    const { record } = understand(document);
    const again = readDocx(writeDocx(withRealRevisions(document, record)), 'x.docx');
    expect(asContract(understand(again).record)).toEqual(asContract(record));
  });

  test('no made-up document stops the other writers', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(trackedDocument, (parts) => {
        const document = readDocx(buildDocx(parts), 'x.docx');
        expect(writeHtml(document)).toContain('</html>');
        if (printing().available) expect(printPdf(typstSource(document)).length).toBeGreaterThan(500);
      }),
      { numRuns: 60 },
    );
  });
});
