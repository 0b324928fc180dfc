/** Makes up tracked documents: bodies of Word files with every kind of revision in every place that Word puts one. */
import * as fc from 'fast-check';
import {
  cell,
  cellRevision,
  control,
  deleted,
  field,
  inserted,
  movedFrom,
  movedTo,
  note,
  noteReference,
  paragraph,
  row,
  run,
  table,
  type DocxParts,
  type RevisionElement,
} from '../../src/testing/docx.ts';

const word = fc.stringMatching(/^[a-z]{1,6} ?$/);
const notes = 3;

/** Words with revisions, as Word nests them: a deletion may stand inside an insertion or a move, not the other way. */
const revised = fc.oneof(
  word.map((text) => run(text)),
  fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => inserted(...words)),
  fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => deleted(...words)),
  fc.tuple(word, word).map(([kept, gone]) => inserted(kept, deleted(gone))),
  fc.tuple(word, fc.nat(1)).map(([text, name]) => movedFrom(`move${name}`, 500 + name, text)),
  fc.tuple(word, fc.nat(1)).map(([text, name]) => movedTo(`move${name}`, 600 + name, text)),
);

const inline = fc.oneof(
  { weight: 6, arbitrary: revised },
  revised.map((inside) => `<w:hyperlink w:anchor="a">${inside}</w:hyperlink>`),
  revised.map((inside) => control({ tag: 't', kind: '<w:text/>' }, inside)),
  revised.map((inside) => field('REF x', inside)),
  revised.map((inside) => `<w:smartTag w:element="e">${inside}</w:smartTag>`),
  fc.tuple(fc.nat(notes - 1), fc.nat(2)).map(([id, kind]) => {
    const reference = noteReference('footnote', id + 1);
    return kind === 0 ? reference : kind === 1 ? inserted(reference) : deleted(reference);
  }),
);

const mark = fc.oneof(
  { weight: 6, arbitrary: fc.constant<RevisionElement[]>([]) },
  fc.constantFrom<RevisionElement[]>(['ins'], ['del'], ['moveFrom'], ['moveTo'], ['ins', 'del']),
);

const words = fc
  .tuple(mark, fc.array(inline, { maxLength: 4 }))
  .map(([marks, pieces]) => paragraph({ mark: marks }, ...pieces));

const rowMark = fc.option(fc.constantFrom<'ins' | 'del'>('ins', 'del'), { nil: undefined, freq: 3 });
const cellMark = fc.oneof(
  { weight: 5, arbitrary: fc.constant('') },
  fc.constantFrom(cellRevision('cellIns'), cellRevision('cellDel')),
);

/**
 * A table from what its cells hold, behind a paragraph with a kept mark: what a deleted mark before a deleted table
 * means is docs/corner-cases/3-marks-before-tables.md.
 */
const tableOf = (cells: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(rowMark, fc.array(cells, { minLength: 1, maxLength: 3 })), { minLength: 1, maxLength: 3 })
    .map(
      (rows) =>
        paragraph(run('t')) +
        table(...rows.map(([marks, inside]) => row(inside, marks === undefined ? {} : { mark: marks }))),
    );

/** Word ends every cell and every body with a paragraph. */
const ended = (one: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(fc.array(one, { maxLength: 4 }), words).map(([many, last]) => many.join('') + last);

/** Cells with revisions hold no tables: docs/corner-cases/4-deleted-cells-in-nested-tables.md. */
const plainTable = tableOf(fc.tuple(cellMark, ended(words)).map(([properties, inside]) => cell(inside, properties)));
const innerTable = tableOf(ended(words).map((inside) => cell(inside)));
const nestedTable = tableOf(
  ended(fc.oneof({ weight: 3, arbitrary: words }, { weight: 1, arbitrary: innerTable })).map((inside) => cell(inside)),
);
const blocks = ended(
  fc.oneof(
    { weight: 6, arbitrary: words },
    { weight: 1, arbitrary: plainTable },
    { weight: 1, arbitrary: nestedTable },
  ),
);

/** The parts of a tracked document with a few footnotes. */
export const trackedDocument: fc.Arbitrary<DocxParts> = fc
  .tuple(blocks, fc.array(words, { minLength: notes, maxLength: notes }))
  .map(([body, inside]) => ({
    body: `${body}<w:sectPr/>`,
    styles: '',
    footnotes: inside.map((content, index) => note('footnote', index + 1, content)).join(''),
  }));
