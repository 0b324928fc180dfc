import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Node } from 'prosemirror-model';
import { LegalText } from '#kernel/reading/index.ts';
import { documentOf, rejected } from './document.ts';
import { schema } from './schema.ts';
import { textOfDraft } from './text.ts';
import { anyText, countingIds, inLines, reefs, section } from '../../../../testing/drafts/texts.ts';

describe('a text as a document', () => {
  test('and back is the same text', () => {
    const doc = documentOf(reefs(), countingIds());
    doc.check();
    expect(textOfDraft(doc, doc)).toEqual(reefs());
  });

  test('law: every clean text comes back as it was, also from the document as JSON', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const doc = documentOf(text, countingIds());
        doc.check();
        const kept = Node.fromJSON(schema, JSON.parse(JSON.stringify(doc.toJSON())));
        const back = textOfDraft(kept, kept);
        expect(back).toEqual(text);
        expect(LegalText.parse(back)).toEqual(back);
        expect(rejected(doc).eq(doc)).toBe(true);
      }),
    );
  });

  test('a new text is inserted as a whole', () => {
    const text = inLines({ ...reefs(), sections: [section('operative', 'resolves', '1| to chart;', '2| to lay.')] });
    const made = textOfDraft(documentOf(text, countingIds()), null);
    expect(made.changedTitle).toEqual({ before: null, after: 'Charting of reefs' });
    expect(made.sections[0]?.status).toBe('inserted');
    expect(made.sections[0]?.clauses.map((clause) => [clause.label.before, clause.label.after, clause.before])).toEqual(
      [
        [null, '1', null],
        [null, '2', null],
      ],
    );
  });
});
