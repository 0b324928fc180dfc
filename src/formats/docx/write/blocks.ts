/** Paragraphs and tables as XML, the properties in the order that the schema wants. */
import {
  stands,
  type Block,
  type Cell,
  type Paragraph,
  type RevisionMark,
  type Row,
  type Table,
} from '../../document/index.ts';
import { numbersOf } from './lists.ts';
import type { PartWriter } from './part.ts';
import { controlXml, runsXml } from './runs.ts';
import { around, attribute, switched, valued } from './xml.ts';

/** Revisions of the row and the cell around, which decide whether a paragraph is in a side. */
type Around = readonly RevisionMark[];

/** Blocks in order, in a story `width` wide (twentieths of a point). */
export function blocksXml(blocks: readonly Block[], part: PartWriter, width: number, outer: Around = []): string {
  let xml = '';
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at];
    if (block === undefined) break;
    const control = controlOver(blocks, at, part);
    if (control === null) {
      xml += block.kind === 'paragraph' ? paragraphXml(block, part, outer) : tableXml(block, part, width, outer);
      continue;
    }
    const inside = control.paragraphs.map((one) => paragraphXml(one, part, outer)).join('');
    xml += controlXml(part.control(control.index), inside, part);
    at += control.paragraphs.length - 1;
  }
  return xml;
}

/** The content control that holds this paragraph and the following ones, and nothing else. */
function controlOver(
  blocks: readonly Block[],
  at: number,
  part: PartWriter,
): { index: number; paragraphs: Paragraph[] } | null {
  const first = blocks[at];
  if (first?.kind !== 'paragraph' || !part.isBody) return null;
  const index = first.runs[0]?.control ?? null;
  const lines = index === null || part.writes(index) ? null : part.control(index).lines;
  if (index === null || lines === null || lines[0] !== first.line) return null;
  const paragraphs: Paragraph[] = [];
  for (const block of blocks.slice(at, at + lines[1] - lines[0] + 1)) {
    const held =
      block.kind === 'paragraph' && block.runs.every(({ control }) => control === index || part.writes(control));
    if (!held) return null;
    paragraphs.push(block);
  }
  return paragraphs.at(-1)?.line === lines[1] ? { index, paragraphs } : null;
}

/** One paragraph; `lead` is XML that stands before its words. */
export function paragraphXml(paragraph: Paragraph, part: PartWriter, outer: Around = [], lead = ''): string {
  const { before, behind } = part.anchorsAt(paragraph.line);
  const { revisions } = part.file;
  const words = part.isMargin && isPageNumber(paragraph) ? pageField(paragraph, part) : runsXml(paragraph, part);
  const properties = around('pPr', propertiesXml(paragraph, part, outer));
  const begins = revisions.movesBegin(paragraph.mark);
  const ends = revisions.movesEnd(paragraph.mark);
  return `<w:p>${properties}${before}${lead}${words}${begins}${behind}</w:p>${ends}`;
}

function propertiesXml(paragraph: Paragraph, part: PartWriter, outer: Around): string {
  const { styles, revisions, lists } = part.file;
  const { style, mark, rightToLeft } = paragraph;
  const implied = styles.paragraph(style.id);
  const there = (side: 'base' | 'proposed'): boolean => stands(mark, side) && stands(outer, side);
  const number = numbersOf(paragraph, there('base'), there('proposed'));
  const numbered = number.base !== null || number.proposed !== null;
  const styleXml =
    style.id === null || style.id === styles.idOf('Normal') ? '' : `<w:pStyle w:val="${attribute(style.id)}"/>`;
  const bidi = rightToLeft ? switched('bidi', true) : '';
  const rest = bidi + indentXml(paragraph, implied.left, numbered);
  const level =
    style.outlineLevel === implied.outlineLevel || style.id === null
      ? ''
      : valued('outlineLvl', style.outlineLevel ?? 9);
  const before =
    number.base === number.proposed
      ? ''
      : `<w:pPrChange ${revisions.nobody()}><w:pPr>${styleXml}${lists.reference(number.base)}${rest}${level}</w:pPr></w:pPrChange>`;
  return (
    styleXml +
    (numbered ? lists.reference(number.proposed) : '') +
    rest +
    level +
    around('rPr', revisions.ofMark(mark)) +
    before
  );
}

/** Where words follow a label, the further lines begin where the words do. */
const labelled = /^[^\t]{1,10}\t/;

function indentXml({ indent, runs }: Paragraph, implied: number | null, numbered: boolean): string {
  if (indent === null || indent === (implied ?? 0)) return '';
  const start = runs
    .slice(0, 4)
    .map(({ text }) => text.slice(0, 12))
    .join('');
  const hanging = indent > 0 && (numbered || labelled.test(start)) ? Math.min(indent, 794) : 0;
  return `<w:ind w:left="${indent}" ${hanging > 0 ? `w:hanging="${hanging}"` : 'w:firstLine="0"'}/>`;
}

/** A line of a header or footer that is nothing but the number of a page, perhaps between dashes. */
function isPageNumber({ runs }: Paragraph): boolean {
  return (
    /^[-–—\s]*\d{1,4}[-–—\s]*$/.test(runs.map(({ text }) => text).join('')) &&
    runs.every(({ marks }) => marks.length === 0)
  );
}

function pageField(paragraph: Paragraph, part: PartWriter): string {
  const [before = '', number = '', behind = ''] = paragraph.runs
    .map(({ text }) => text)
    .join('')
    .split(/(\d+)/);
  const run = (text: string): Paragraph => {
    const [first] = paragraph.runs;
    return first === undefined ? paragraph : { ...paragraph, runs: [{ ...first, text }] };
  };
  return `${runsXml(run(before), part)}<w:fldSimple w:instr=" PAGE ">${runsXml(run(number), part)}</w:fldSimple>${runsXml(run(behind), part)}`;
}

/** Most columns that Word allows. */
const mostColumns = 63;

function tableXml(table: Table, part: PartWriter, width: number, outer: Around): string {
  const rows = table.rows.filter(({ cells }) => cells.length > 0);
  if (rows.length === 0) return '';
  const widths = table.widths === undefined ? columnWidths(rows, width) : sharesOf(table.widths, width);
  const below = continuations(rows);
  const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((name) => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
    .join('');
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${sum(widths)}" w:type="dxa"/><w:tblBorders>${edges}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>` +
    `<w:tblGrid>${widths.map((one) => `<w:gridCol w:w="${one}"/>`).join('')}</w:tblGrid>` +
    `${rowsXml(rows, (row) => rowXml(row, widths, below, part, outer), part)}</w:tbl>`
  );
}

function sharesOf(shares: readonly number[], width: number): number[] {
  const all = sum(shares);
  return shares.map((one) => Math.max(20, Math.floor((one / all) * width)));
}

/** Rows in order; those that repeat stand in a section, each as an item of it. */
function rowsXml(rows: readonly Row[], one: (row: Row) => string, part: PartWriter): string {
  let xml = '';
  let open: string | null = null;
  for (const row of rows) {
    const section = row.repeats ?? null;
    if (section !== open) {
      if (open !== null) xml += '</w:sdtContent></w:sdt>';
      if (section !== null) xml += sectionBegin(section, part);
      open = section;
    }
    xml += section === null ? one(row) : `${itemBegin(part)}${one(row)}</w:sdtContent></w:sdt>`;
  }
  return open === null ? xml : `${xml}</w:sdtContent></w:sdt>`;
}

const sectionBegin = (tag: string, part: PartWriter): string =>
  `<w:sdt><w:sdtPr>${valued('tag', tag)}${idXml(part)}<w15:repeatingSection/></w:sdtPr><w:sdtContent>`;
const itemBegin = (part: PartWriter): string =>
  `<w:sdt><w:sdtPr>${idXml(part)}<w15:repeatingSectionItem/></w:sdtPr><w:sdtContent>`;
const idXml = (part: PartWriter): string => valued('id', part.file.revisions.nextId());

function rowXml(
  row: Row,
  widths: readonly number[],
  below: ReadonlySet<Cell>,
  part: PartWriter,
  outer: Around,
): string {
  const properties = `${row.header ? '<w:tblHeader/>' : ''}${part.file.revisions.ofRow(row.marks)}`;
  let column = 0;
  const cells = row.cells.map((cell) => {
    const span = Math.max(1, cell.span);
    const width = sum(widths.slice(column, column + span));
    column += span;
    return cellXml(cell, width, below.has(cell), part, [...outer, ...row.marks]);
  });
  return `<w:tr>${around('trPr', properties)}${cells.join('')}</w:tr>`;
}

function cellXml(cell: Cell, width: number, begins: boolean, part: PartWriter, outer: Around): string {
  const properties =
    `<w:tcW w:w="${width}" w:type="dxa"/>` +
    (cell.span > 1 ? valued('gridSpan', Math.min(mostColumns, cell.span)) : '') +
    (cell.continuesAbove ? '<w:vMerge/>' : begins ? '<w:vMerge w:val="restart"/>' : '') +
    part.file.revisions.ofCell(cell.marks);
  const content = blocksXml(cell.blocks, part, Math.max(width - 216, 200), [...outer, ...cell.marks]);
  // Word wants a paragraph at the end of every cell.
  const end = cell.blocks.at(-1)?.kind === 'paragraph' ? '' : '<w:p/>';
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content}${end}</w:tc>`;
}

/** The cells that others below go on with. */
function continuations(rows: readonly Row[]): Set<Cell> {
  const begins = new Set<Cell>();
  let above = new Map<number, Cell>();
  for (const row of rows) {
    const here = new Map<number, Cell>();
    let column = 0;
    for (const cell of row.cells) {
      const over = above.get(column);
      if (cell.continuesAbove && over !== undefined) begins.add(over);
      here.set(column, cell.continuesAbove && over !== undefined ? over : cell);
      column += Math.max(1, cell.span);
    }
    above = here;
  }
  for (const cell of begins) if (cell.continuesAbove) begins.delete(cell);
  return begins;
}

/** Columns are as wide as their words want, within reason: the widest line of cells that stand in one column alone. */
function columnWidths(rows: readonly Row[], width: number): number[] {
  const count = Math.max(...rows.map(({ cells }) => sum(cells.map(({ span }) => Math.max(1, span)))));
  const wanted = Array.from({ length: Math.min(count, 1000) }, () => 10);
  for (const { cells } of rows) {
    let column = 0;
    for (const { span, blocks } of cells) {
      if (span <= 1 && column < wanted.length)
        wanted[column] = Math.max(wanted[column] ?? 0, Math.min(45, widest(blocks)));
      column += Math.max(1, span);
    }
  }
  // A few characters more than the words, for the space at the edges.
  const all = sum(wanted) + 4 * wanted.length;
  return wanted.map((one) => Math.max(20, Math.floor(((one + 4) / all) * width)));
}

function widest(blocks: readonly Block[]): number {
  let most = 0;
  for (const block of blocks)
    if (block.kind === 'paragraph') most = Math.max(most, sum(block.runs.map(({ text }) => text.length)));
    else most = 45;
  return most;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
