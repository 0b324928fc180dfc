/** Notes, comments, headers and footers as parts of the package. */
import type { Block, Comment, Note, Paragraph } from '../../document/index.ts';
import { blocksXml, paragraphXml } from './blocks.ts';
import { commentIds, PartWriter, type FileWriter } from './part.ts';
import { unknownAuthor } from './revisions.ts';
import type { PlacedNote } from './survey.ts';
import { attribute, wordsXml } from './xml.ts';

/** A part beside the body: its name without ending, its kind, the XML inside its root. */
export interface Aside {
  name: string;
  kind: 'footnotes' | 'endnotes' | 'comments' | 'header' | 'footer';
  xml: string;
  part: PartWriter;
}

/** Width of the text in notes and margins, for tables in them; twentieths of a point. */
const width = 9000;

/** The notes of each kind that there are, after the two separators that Word expects. */
export function notesParts(file: FileWriter): Aside[] {
  return (['footnote', 'endnote'] as const).flatMap((kind): Aside[] => {
    const notes = file.survey.notes.filter(({ note }) => note.kind === kind);
    if (notes.length === 0) return [];
    const part = new PartWriter(file, 'aside');
    const separators = separator(kind, -1, 'separator') + separator(kind, 0, 'continuationSeparator');
    return [
      { name: `${kind}s`, kind: `${kind}s`, xml: separators + notes.map((one) => noteXml(one, part)).join(''), part },
    ];
  });
}

function separator(kind: Note['kind'], id: number, type: 'separator' | 'continuationSeparator'): string {
  return `<w:${kind} w:type="${type}" w:id="${id}"><w:p><w:r><w:${type}/></w:r></w:p></w:${kind}>`;
}

/** A typed mark is repeated before the words of its note, unless they begin with it; a counted one is a field of Word. */
function noteXml({ note, id, typedMark }: PlacedNote, part: PartWriter): string {
  const { styles } = part.file;
  const kind = note.kind === 'footnote' ? 'Footnote' : 'Endnote';
  const blocks: Block[] = note.blocks.length > 0 ? note.blocks : [emptyParagraph];
  const [first, ...rest] = blocks.map((block) => styledAs(block, styles.idOf(`${kind}Text`)));
  const words = first?.kind === 'paragraph' ? first.runs.map(({ text }) => text).join('') : '';
  const look = `<w:rPr><w:rStyle w:val="${attribute(styles.idOf(`${kind}Reference`))}"/></w:rPr>`;
  const printed =
    typedMark === null
      ? `<w:r>${look}<w:${note.kind}Ref/></w:r>`
      : words.startsWith(typedMark)
        ? ''
        : `<w:r>${look}${wordsXml(typedMark, false)}</w:r><w:r><w:tab/></w:r>`;
  const begin =
    first?.kind === 'paragraph'
      ? paragraphXml(first, part, [], printed)
      : blocksXml(first === undefined ? [] : [first], part, width);
  const end = blocks.at(-1)?.kind === 'paragraph' ? '' : '<w:p/>';
  return `<w:${note.kind} w:id="${id}">${begin}${blocksXml(rest, part, width)}${end}</w:${note.kind}>`;
}

const emptyParagraph: Paragraph = {
  kind: 'paragraph',
  line: 0,
  style: { id: null, name: null, outlineLevel: null },
  number: { base: null, proposed: null },
  runs: [],
  mark: [],
  formatChanged: false,
  rightToLeft: false,
  indent: null,
  page: null,
  raw: null,
};

/** Paragraphs without a style of their own get the one of their place. */
function styledAs(block: Block, id: string): Block {
  if (block.kind === 'table' || block.style.id !== null) return block;
  return { ...block, style: { id, name: null, outlineLevel: null } };
}

/** The comments, if there are any. */
export function commentsPart(file: FileWriter): Aside[] {
  const { comments } = file.document;
  if (comments.length === 0) return [];
  const part = new PartWriter(file, 'aside');
  const ids = commentIds(file.document);
  const xml = comments.map((comment) => commentXml(comment, ids.get(comment) ?? 0, part)).join('');
  return [{ name: 'comments', kind: 'comments', xml, part }];
}

const isDate = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/;

function commentXml({ author, initials, date, blocks }: Comment, id: number, part: PartWriter): string {
  const when = date !== null && isDate.test(date) ? ` w:date="${date}"` : '';
  const short = initials === null ? '' : ` w:initials="${attribute(initials)}"`;
  const style = part.file.styles.idOf('CommentText');
  const content = blocksXml(
    blocks.map((block) => styledAs(block, style)),
    part,
    width,
  );
  const end = blocks.at(-1)?.kind === 'paragraph' ? '' : '<w:p/>';
  return `<w:comment w:id="${id}" w:author="${attribute(author ?? unknownAuthor)}"${when}${short}>${content}${end}</w:comment>`;
}

/** Headers and footers, one part each. */
export function marginParts(file: FileWriter): Aside[] {
  const counts = { header: 0, footer: 0 };
  return file.document.margins.map(({ kind, blocks }) => {
    const part = new PartWriter(file, 'margin');
    const style = file.styles.idOf(kind === 'header' ? 'Header' : 'Footer');
    const xml = blocksXml(
      blocks.map((block) => styledAs(block, style)),
      part,
      width,
    );
    const end = blocks.at(-1)?.kind === 'paragraph' ? '' : '<w:p/>';
    return { name: `${kind}${++counts[kind]}`, kind, xml: xml + end, part };
  });
}
