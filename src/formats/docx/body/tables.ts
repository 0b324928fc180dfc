/** Tables (w:tbl): rows and cells with their revisions; cells hold blocks like the body does. */
import type { Block, Cell, Paragraph, RevisionMark, Row, Table } from '../../document/index.ts';
import { child, childValue, descend, integer, onOff, type Element } from '../xml/element.ts';
import type { Place } from './place.ts';
import { revisionKind } from './revisions.ts';
import type { Story } from './story.ts';

/** Reads what stands in a cell. */
export type ReadBlocks = (elements: readonly Element[], story: Story, place: Place) => Block[];

/** More columns than Word allows (63) are not believed. */
const mostColumns = 63;

/** Reads a w:tbl. */
export function readTable(element: Element, story: Story, place: Place, readBlocks: ReadBlocks): Table {
  const reader = new TableReader(story, readBlocks);
  reader.rowsOf(element.children, place);
  const tblPr = child(element, 'w:tblPr');
  if (child(tblPr, 'w:tblPrChange') ?? descend(element, 'w:tblGrid', 'w:tblGridChange')) {
    flagFirst(reader.rows.flatMap((row) => row.cells.flatMap((cell) => cell.blocks)));
  }
  return { kind: 'table', rows: reader.rows };
}

class TableReader {
  readonly rows: Row[] = [];
  readonly #story: Story;
  readonly #readBlocks: ReadBlocks;

  constructor(story: Story, readBlocks: ReadBlocks) {
    this.#story = story;
    this.#readBlocks = readBlocks;
  }

  /** Rows may stand inside content controls and custom XML; so may cells. */
  rowsOf(elements: readonly Element[], place: Place): void {
    for (const element of elements) {
      if (element.name === 'w:tr') this.#row(element, place);
      else this.#wrapper(element, place, (inner, at) => this.rowsOf(inner, at));
    }
  }

  #wrapper(element: Element, place: Place, read: (inner: readonly Element[], at: Place) => void): void {
    const { controls, revisions } = this.#story.shared;
    const kind = revisionKind(element);
    if (element.name === 'w:sdt') {
      const control = controls.open(element, place.control);
      read(child(element, 'w:sdtContent')?.children ?? [], { ...place, control });
    } else if (kind !== undefined) {
      read(element.children, { ...place, marks: revisions.inside(place.marks, revisions.mark(element, kind)) });
    } else if (!this.#story.anchor(element, true) && !element.name.endsWith('Pr')) {
      read(element.children, place);
    }
  }

  #row(element: Element, place: Place): void {
    const trPr = child(element, 'w:trPr');
    const marks = this.#marksOf(trPr, place);
    const cells: Cell[] = [];
    this.#cellsOf(element.children, { ...place, around: [...place.around, ...marks] }, cells);
    if (child(trPr, 'w:trPrChange') ?? descend(element, 'w:tblPrEx', 'w:tblPrExChange')) {
      flagFirst(cells.flatMap((cell) => cell.blocks));
    }
    this.rows.push({ cells, header: onOff(child(trPr, 'w:tblHeader')) ?? false, marks });
  }

  #cellsOf(elements: readonly Element[], place: Place, cells: Cell[]): void {
    for (const element of elements) {
      if (element.name === 'w:tc') cells.push(this.#cell(element, place));
      else this.#wrapper(element, place, (inner, at) => this.#cellsOf(inner, at, cells));
    }
  }

  #cell(element: Element, place: Place): Cell {
    const tcPr = child(element, 'w:tcPr');
    const marks = this.#marksOf(tcPr, place);
    const around = [...place.around, ...marks];
    const blocks = this.#readBlocks(element.children, this.#story, { ...place, around });
    if (child(tcPr, 'w:tcPrChange') ?? child(tcPr, 'w:cellMerge')) flagFirst(blocks);
    const merge = child(tcPr, 'w:vMerge');
    const tracked = child(tcPr, 'w:cellMerge')?.attributes['w:vMerge'];
    return {
      blocks,
      span: Math.min(mostColumns, Math.max(1, integer(childValue(tcPr, 'w:gridSpan')) ?? 1)),
      continuesAbove: tracked === 'cont' || (merge !== undefined && merge.attributes['w:val'] !== 'restart'),
      marks,
    };
  }

  /** The revisions of a row (w:ins, w:del) or a cell (w:cellIns, w:cellDel). */
  #marksOf(properties: Element | undefined, { marks: outer }: Place): readonly RevisionMark[] {
    const { revisions } = this.#story.shared;
    let marks = outer;
    for (const one of properties?.children ?? []) {
      const kind = revisionKind(one);
      if (kind !== undefined) marks = revisions.inside(marks, revisions.mark(one, kind));
    }
    return marks;
  }
}

/** A changed look of a table, row or cell is noted at its first paragraph. */
function flagFirst(blocks: readonly Block[]): void {
  const first = blocks.find((block): block is Paragraph => block.kind === 'paragraph');
  if (first !== undefined) first.formatChanged = true;
}
