/**
 * Rows of tables, however the source draws them: real cells (Word, and texts with one cell a line), or cells separated
 * by tabs in a line (PDF, texts of PDFs).
 */
import type { Media } from '#kernel/reading/index.ts';
import { fold, isBlank, textOf, type Line } from './lines.ts';

export interface RowCell {
  /** Proposed side, white space folded; the paragraphs of the cell joined by one blank. */
  text: string;
  /** Non-blank lines of the cell. */
  lines: number[];
}

export interface TableRow {
  /** In the order of the columns; empty cells are there with an empty text. */
  cells: RowCell[];
  /** Non-blank lines of the row, ascending. */
  lines: number[];
  /** False for a lone line among tabbed ones: it has no columns of its own. */
  tabbed: boolean;
}

/** The words of a line as they stand after all revisions, tabs and spaces folded. */
export function wordsOf(line: Line): string {
  return fold(textOf(line.paragraph.runs, 'proposed'));
}

/**
 * The words of a line with their tabs, also the tab that began a cell of a text. Only there does a tab at the beginning
 * mean an empty first column.
 */
function tabbedWords(line: Line): string {
  const words = textOf(line.paragraph.runs, 'proposed');
  return line.cell?.first === true ? `\t${words}` : words;
}

/**
 * The rows in these neighbouring lines; lines that stand in no table make none. In Word and PDF the cells of the tree
 * make the rows, and tabs outside a table make cells. In a text a block of lines without a blank line between them is
 * a table when any of them holds a tab inside: then each line is a row; otherwise its cells are those of the tree.
 */
export function rowsOf(lines: readonly Line[], media: Media): TableRow[] {
  const rows: TableRow[] = [];
  for (const block of media === 'text' ? blocksOf(lines) : runsOf(lines)) {
    for (const one of isTabbed(block, media) ? block.map(splitTabs) : cellRows(block)) rows.push(one);
  }
  return rows;
}

/** Neighbouring lines without a blank line between them. */
function blocksOf(lines: readonly Line[]): Line[][] {
  const blocks: Line[][] = [[]];
  for (const line of lines) {
    if (isBlank(line.text)) blocks.push([]);
    else blocks.at(-1)?.push(line);
  }
  return blocks.filter((block) => block.length > 0);
}

/** Neighbouring lines that all stand in tables, and each tabbed line outside of tables alone. */
function runsOf(lines: readonly Line[]): Line[][] {
  const runs: Line[][] = [];
  let inTable = false;
  for (const line of lines) {
    if (line.cell !== null && inTable) runs.at(-1)?.push(line);
    else if (line.cell !== null || hasColumns(line)) runs.push([line]);
    inTable = line.cell !== null;
  }
  return runs;
}

function isTabbed(block: readonly Line[], media: Media): boolean {
  return media === 'text' ? block.some(hasColumns) : block.length === 1 && block[0]?.cell === null;
}

/** Whether a line holds several columns by itself. */
function hasColumns(line: Line): boolean {
  return /\S[^\S\n]*\t|^\t+\S/u.test(textOf(line.paragraph.runs, 'proposed'));
}

function splitTabs(line: Line): TableRow {
  const words = tabbedWords(line);
  const cells = words.split('\t').map((text) => ({ text: fold(text), lines: isBlank(text) ? [] : [line.number] }));
  return { cells, lines: [line.number], tabbed: words.includes('\t') };
}

function cellRows(lines: readonly Line[]): TableRow[] {
  const rows: { cells: { texts: string[]; lines: number[] }[]; lines: number[] }[] = [];
  let current: { table: number; row: number } | null = null;
  for (const line of lines) {
    if (line.cell === null) continue;
    const { table, row, column } = line.cell;
    if (current === null || current.table !== table || current.row !== row) {
      rows.push({ cells: [], lines: [] });
      current = { table, row };
    }
    const target = rows.at(-1);
    if (target === undefined) continue;
    while (target.cells.length <= column) target.cells.push({ texts: [], lines: [] });
    const words = wordsOf(line);
    if (isBlank(words)) continue;
    target.cells[column]?.texts.push(words);
    target.cells[column]?.lines.push(line.number);
    target.lines.push(line.number);
  }
  return rows.map((row) => ({
    cells: row.cells.map((cell) => ({ text: joinedText(cell.texts), lines: cell.lines })),
    lines: row.lines,
    tabbed: true,
  }));
}

/** Texts of lines as one; a hyphen at the end of a line keeps its place. */
function joinedText(texts: readonly string[]): string {
  return texts
    .map((text, at) => (at === 0 || /\p{L}-$/u.test(texts[at - 1]?.slice(-2) ?? '') ? text : ` ${text}`))
    .join('');
}
