/**
 * The Word reader against docxodus on made-up tracked documents: base and proposed side must have the same words in
 * the same paragraphs, in the body and in the notes. Empty paragraphs are not compared: fields without result and the
 * like leave them in one program and not in another.
 */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sideParagraphs, sideParagraphsOf, stands, type Block, type Side } from '#formats/document/index.ts';
import { readDocx } from '#formats/docx/index.ts';
import { buildDocx } from '../../src/testing/docx.ts';
import { docxodusText } from './judges/docxodus.ts';
import { trackedDocument } from './tracked-documents.ts';

const sides: readonly Side[] = ['base', 'proposed'];
const filled = (paragraphs: readonly string[]): string[] =>
  paragraphs.map((text) => text.replace(/\s+/gu, '')).filter((text) => text !== '');
const words = (blocks: readonly Block[], side: Side): string[] =>
  filled(sideParagraphsOf(blocks, side).map(({ text }) => text));

describe('made-up tracked documents', () => {
  test('have the same words in the same paragraphs as docxodus gives them', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(trackedDocument, async (parts) => {
        const bytes = buildDocx(parts);
        const document = readDocx(bytes, 'x.docx');
        for (const side of sides) {
          const theirs = await docxodusText(bytes, side);
          expect(words(document.blocks, side)).toEqual(filled(theirs.body));
          for (const { kind, id, blocks } of document.notes) {
            const note = theirs.notes.get(`${kind} ${id}`);
            if (note !== undefined) expect(words(blocks, side).join('')).toBe(filled(note).join(''));
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  test('lose nothing: every word of a side stands in the text as it stands, in the same order', () => {
    fc.assert(
      fc.property(trackedDocument, (parts) => {
        const document = readDocx(buildDocx(parts), 'x.docx');
        const all = sideParagraphs(document, null).flatMap(({ text }) => Array.from(text));
        for (const side of sides) {
          let at = 0;
          for (const character of sideParagraphs(document, side).flatMap(({ text }) => Array.from(text))) {
            while (at < all.length && all[at] !== character) at++;
            expect(all[at++]).toBe(character);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test('have numbers only where their mark stands, and lines that count through', () => {
    fc.assert(
      fc.property(trackedDocument, (parts) => {
        const document = readDocx(buildDocx(parts), 'x.docx');
        const lines: number[] = [];
        const walk = (blocks: readonly Block[]): void => {
          for (const block of blocks) {
            if (block.kind === 'table') {
              block.rows.forEach((row) => row.cells.forEach((cell) => walk(cell.blocks)));
              continue;
            }
            lines.push(block.line);
            for (const side of sides) if (!stands(block.mark, side)) expect(block.number[side]).toBeNull();
          }
        };
        walk(document.blocks);
        expect(lines).toEqual(lines.map((_, index) => index + 1));
      }),
      { numRuns: 100 },
    );
  });
});
