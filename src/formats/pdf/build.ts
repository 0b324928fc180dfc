/** From the flow of pages to the blocks of a document, with their line numbers. */
import {
  fold,
  plainRun,
  textOf,
  type Block,
  type Cell,
  type Paragraph,
  type Row,
  type Run,
} from '../document/index.ts';
import type { Flow, FlowCell, FlowLine, FlowTable } from './layout.ts';
import { isRightToLeft, runsOf } from './words.ts';

/** Where a line stands on its page. */
interface Place {
  base: number;
  line: number;
}

export class Builder {
  readonly blocks: Block[] = [];
  /** Rows left out because they only repeat the head of their table on the next page. */
  repeatedHeads = 0;
  #line = 0;
  #page = 0;
  #origin = 0;
  #upright = true;
  readonly #places = new Map<number, Place[]>();
  readonly #controlLines = new Map<number, [number, number]>();
  readonly #noteLines = new Map<string, number>();
  #openTable: { xs: readonly number[]; rows: Row[]; page: number } | null = null;

  /** Adds what stands on a page; a table that goes on from the page before is joined to it. */
  addPage(page: number, flow: readonly Flow[]): void {
    this.#page = page;
    if (!this.#places.has(page)) this.#places.set(page, []);
    this.#origin = flow.reduce((least, item) => (item.kind === 'line' ? Math.min(least, item.left) : least), Infinity);
    this.#upright = true;
    flow.forEach((item, index) => {
      if (item.kind === 'table' && index === 0 && this.#continueTable(item)) return;
      const block = this.#block(item);
      this.blocks.push(block);
      const open = item.kind === 'table' && block.kind === 'table' && index === flow.length - 1;
      this.#openTable = open ? { xs: item.xs, rows: block.rows, page } : null;
    });
  }

  /** Adds words of the same page that run in another direction, and so stand at no height of it. */
  addTurned(flow: readonly Flow[]): void {
    this.#upright = false;
    for (const item of flow) this.blocks.push(this.#block(item));
  }

  /** First line of a page that stands at this height or lower; the last one above where none does. */
  lineAt(page: number, height: number): number | null {
    const places = this.#places.get(page);
    if (places === undefined) return null;
    const below = places.filter(({ base }) => base >= height);
    const nearest = below.reduce<Place | null>(
      (best, place) => (best === null || place.base < best.base ? place : best),
      null,
    );
    return (nearest ?? places.at(-1))?.line ?? null;
  }

  /** First and last line that hold words of a control. */
  linesOfControl(control: number): [number, number] | null {
    return this.#controlLines.get(control) ?? null;
  }

  /** The line that refers to a note. */
  lineOfNote(id: string): number | null {
    return this.#noteLines.get(id) ?? null;
  }

  #block(item: Flow): Block {
    if (item.kind === 'table') return { kind: 'table', rows: this.#rows(item) };
    return item.kind === 'gap' ? this.#paragraph([], 0, false) : this.#lineParagraph(item);
  }

  #lineParagraph(line: FlowLine): Paragraph {
    const texts = line.parts.flatMap(({ spans }) => spans.map((span) => span.text));
    const rightToLeft = isRightToLeft(texts);
    const runs: Run[] = [];
    const parts = line.parts.map(({ spans }) => runsOf(spans, rightToLeft));
    const separators = line.parts.slice(1).map(({ before }) => before);
    if (rightToLeft) {
      parts.reverse();
      separators.reverse();
    }
    parts.forEach((part, index) => {
      const separator = separators[index - 1];
      const last = runs.at(-1);
      if (separator !== undefined && last?.control === null) last.text += separator;
      else if (separator !== undefined) runs.push(plainRun(separator));
      runs.push(...part);
    });
    const paragraph = this.#paragraph(runs, line.left, rightToLeft);
    if (this.#upright) this.#places.get(this.#page)?.push({ base: line.base, line: paragraph.line });
    for (const { control, note } of runs) {
      if (control !== null) this.#noteControl(control, paragraph.line);
      if (note !== null) this.#noteLines.set(note.id, paragraph.line);
    }
    return paragraph;
  }

  #noteControl(control: number, line: number): void {
    const [first, last] = this.#controlLines.get(control) ?? [line, line];
    this.#controlLines.set(control, [Math.min(first, line), Math.max(last, line)]);
  }

  #paragraph(runs: Run[], left: number, rightToLeft: boolean): Paragraph {
    const indent = runs.length === 0 || !Number.isFinite(this.#origin) ? 0 : Math.round((left - this.#origin) * 20);
    return paragraphOf(++this.#line, runs, { page: this.#page, indent: Math.max(0, indent), rightToLeft });
  }

  #rows(table: FlowTable): Row[] {
    const rightToLeft = isRightToLeft(table.rows.flatMap((row) => row.flatMap((cell) => textsOf(cell.flow))));
    return table.rows.map((row) => ({
      cells: (rightToLeft ? row.toReversed() : row).map((cell) => this.#cell(cell)),
      header: false,
      marks: [],
    }));
  }

  #cell(cell: FlowCell): Cell {
    const outer = this.#origin;
    this.#origin = cell.flow.reduce(
      (least, item) => (item.kind === 'line' ? Math.min(least, item.left) : least),
      Infinity,
    );
    const blocks = cell.flow.map((item) => this.#block(item));
    this.#origin = outer;
    return { blocks, span: cell.span, continuesAbove: cell.continuesAbove, marks: [] };
  }

  /** Adds the rows to the table that ended the page before when the columns are the same. */
  #continueTable(table: FlowTable): boolean {
    const open = this.#openTable;
    if (open === null || open.page !== this.#page - 1 || !sameColumns(open.xs, table.xs)) return false;
    const [head] = open.rows;
    const [first, ...rest] = table.rows;
    const repeats =
      head !== undefined && first !== undefined && open.rows.length > 1 && rest.length > 0 && sayTheSame(head, first);
    if (repeats) {
      head.header = true;
      this.repeatedHeads++;
    }
    open.rows.push(...this.#rows({ ...table, rows: repeats ? rest : table.rows }));
    this.#openTable = { ...open, page: this.#page };
    return true;
  }
}

/** A paragraph that only has words. */
export function paragraphOf(
  line: number,
  runs: Run[],
  { page, indent, rightToLeft }: { page: number | null; indent: number | null; rightToLeft: boolean },
): Paragraph {
  return {
    kind: 'paragraph',
    line,
    style: { id: null, name: null, outlineLevel: null },
    number: { base: null, proposed: null },
    runs,
    mark: [],
    formatChanged: false,
    rightToLeft,
    indent,
    page,
    raw: null,
  };
}

function sameColumns(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((x, index) => Math.abs(x - (b[index] ?? Infinity)) < 3);
}

function sayTheSame(head: Row, row: readonly FlowCell[]): boolean {
  const before = fold(head.cells.map((cell) => printedIn(cell.blocks)).join(' '));
  const here = fold(row.flatMap((cell) => textsOf(cell.flow)).join(' '));
  return before !== '' && before.replace(/\s/gu, '') === here.replace(/\s/gu, '');
}

function printedIn(blocks: readonly Block[]): string {
  return blocks.map((block) => (block.kind === 'paragraph' ? textOf(block.runs) : '')).join(' ');
}

function textsOf(flow: readonly Flow[]): string[] {
  return flow.flatMap((item) => {
    if (item.kind === 'line') return item.parts.flatMap(({ spans }) => spans.map((span) => span.text));
    return item.kind === 'table' ? item.rows.flatMap((row) => row.flatMap((cell) => textsOf(cell.flow))) : [];
  });
}
