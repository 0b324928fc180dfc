import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { trackedDocument } from '../../../tests/corpus/tracked-documents.ts';
import { buildDocx, inserted, note, noteReference, paragraph, run } from '../../testing/docx.ts';
import { readDocx } from '../docx/index.ts';
import { documentOnSide } from './clean.ts';
import { sideParagraphs } from './sides.ts';

describe('a document on one side', () => {
  test('has the paragraphs that the side has, and no marks', () => {
    fc.assert(
      fc.property(trackedDocument, fc.constantFrom('base', 'proposed'), (parts, side) => {
        const document = readDocx(buildDocx(parts), 'x.docx');
        const clean = documentOnSide(document, side);
        const text = (one: typeof document, of: 'base' | 'proposed' | null): string[] =>
          sideParagraphs(one, of).map((each) => each.text);
        expect(text(clean, null)).toEqual(text(document, side));
        expect(JSON.stringify(clean)).not.toContain('"kind":"inserted"');
      }),
      { numRuns: 200 },
    );
  });

  test('has only the notes that it refers to', () => {
    const body = paragraph(run('reefs'), inserted(noteReference('footnote', 1)));
    const document = readDocx(buildDocx({ body, footnotes: note('footnote', 1, 'New.') }), 'x.docx');
    expect(documentOnSide(document, 'base').notes).toEqual([]);
    expect(documentOnSide(document, 'proposed').notes).toHaveLength(1);
  });
});
