/** Paragraphs and tables as HTML. */
import { houseTemplate, ruleOf } from '../docx/write/index.ts';
import type { Block, Cell, Paragraph, Run, Table } from '../document/index.ts';
import { attributes } from './escape.ts';
import { revisedHtml, runsHtml, wordsHtml, type PageLinks } from './runs.ts';

/** What a page knows while it is written. */
export interface Page extends PageLinks {
  /** The level of a heading where it stands: none is left out on the way down. */
  heading(wanted: number): number;
  /** Ids of the bookmarks that stand on a line; each line is asked once. */
  anchors(line: number): readonly string[];
}

export function blocksHtml(blocks: readonly Block[], page: Page): string {
  return blocks
    .map((block) => (block.kind === 'paragraph' ? paragraphHtml(block, page) : tableHtml(block, page)))
    .join('\n');
}

/** Headings of texts by their style; others by their outline level. The first level belongs to the page. */
const headings: ReadonlyMap<string, number> = new Map([
  ['Title', 2],
  ['Source', 2],
  ['Proposal', 2],
  ['ResNo', 2],
  ['AnnexNo', 2],
  ['Restitle', 3],
  ['Annextitle', 3],
  ['Call', 4],
  ['Headingb', 3],
  ['Headingi', 4],
]);

export function paragraphHtml(paragraph: Paragraph, page: Page): string {
  const { runs, rightToLeft, style, mark } = paragraph;
  const anchors = page.anchors(paragraph.line).map((id) => `<span${attributes({ id })}></span>`);
  if (runs.length === 0 && paragraph.number.proposed === null && paragraph.number.base === null)
    return anchors.join('');
  const rule = ruleOf(houseTemplate, 'paragraph', style.id, style.name);
  const level =
    headings.get(rule?.id ?? '') ?? (style.outlineLevel === null ? null : Math.min(6, style.outlineLevel + 2));
  const isHeading = level !== null && runs.some(({ text }) => text.trim() !== '');
  const depth = /^enumlev([1-3])$/.exec(rule?.id ?? '')?.[1];
  const classes = [
    depth === undefined ? null : `level-${depth}`,
    rule?.id === 'Call' ? 'call' : null,
    rule?.align === 'center' ? 'centre' : null,
    rule?.capitals === true ? 'capitals' : null,
    isHeading ? 'plain' : null,
  ].filter((name) => name !== null);
  const content = contentOf(paragraph, depth !== undefined, page);
  const signs = markSigns(paragraph, mark.length > 0);
  const element = isHeading ? `h${page.heading(level)}` : 'p';
  const about = { class: classes.join(' '), dir: rightToLeft ? 'rtl' : null };
  return `<${element}${attributes(about)}>${anchors.join('')}${numberHtml(paragraph)}${content}${signs}</${element}>`;
}

/** The label of a list item stands in a column of its own: what comes before the first tab, on both sides. */
function contentOf({ runs }: Paragraph, isItem: boolean, page: Page): string {
  const at = runs.findIndex(({ text }) => text.includes('\t'));
  const run = runs[at];
  if (!isItem || run === undefined || at > 3) return runsHtml(runs, page);
  const cut = run.text.indexOf('\t');
  const before: Run = { ...run, text: run.text.slice(0, cut) };
  const behind: Run = { ...run, text: run.text.slice(cut + 1) };
  const label = [...runs.slice(0, at), before].filter(({ text, note }) => text !== '' || note !== null);
  if (label.reduce((length, { text }) => length + text.length, 0) > 14) return runsHtml(runs, page);
  const rest = [behind, ...runs.slice(at + 1)].filter(({ text, note }) => text !== '' || note !== null);
  return `<span class="label">${runsHtml(label, page)} </span>${runsHtml(rest, page)}`;
}

/** Automatic numbers of both texts. */
function numberHtml({ number: { base, proposed }, mark, runs }: Paragraph): string {
  if (base === null && proposed === null) return '';
  const [by] = [...mark, ...runs.flatMap((run) => run.marks)];
  const who = { author: by?.author ?? null, date: by?.date ?? null, move: null };
  const html =
    base === proposed
      ? wordsHtml(base ?? '')
      : (base === null ? '' : revisedHtml({ kind: 'deleted', ...who }, wordsHtml(base))) +
        (proposed === null ? '' : revisedHtml({ kind: 'inserted', ...who }, wordsHtml(proposed)));
  return `<span class="label">${html} </span>`;
}

/** A paragraph mark that came or went is shown where the words do not show it. */
function markSigns({ mark, runs }: Paragraph, revised: boolean): string {
  const [first] = mark;
  if (!revised || first === undefined || runs.every(({ marks }) => marks.some(({ kind }) => kind === first.kind)))
    return '';
  return mark.reduceRight(
    (content, one) => revisedHtml(one, content),
    '<span class="mark" aria-label="paragraph mark" role="img">¶</span>',
  );
}

function tableHtml({ rows }: Table, page: Page): string {
  const skipped = new Set<Cell>();
  const spans = rowSpans(
    rows.map((row) => row.cells),
    skipped,
  );
  const html = rows.map(({ cells, header, marks }) => {
    const [mark] = marks;
    const title =
      mark === undefined
        ? null
        : `Row ${/inserted|to$/.test(mark.kind) ? 'inserted' : 'deleted'}${mark.author === null ? '' : ` by ${mark.author}`}`;
    const inside = cells
      .filter((cell) => !skipped.has(cell))
      .map((cell) => cellHtml(cell, header, spans.get(cell) ?? 1, page));
    return `<tr${attributes({ title })}>${inside.join('')}</tr>`;
  });
  return `<div class="scroll" tabindex="0" role="group" aria-label="Table"><table>\n${html.join('\n')}\n</table></div>`;
}

function cellHtml(cell: Cell, header: boolean, rowspan: number, page: Page): string {
  const element = header ? 'th' : 'td';
  const about = {
    scope: header ? 'col' : null,
    colspan: cell.span > 1 ? cell.span : null,
    rowspan: rowspan > 1 ? rowspan : null,
  };
  return `<${element}${attributes(about)}>${blocksHtml(cell.blocks, page)}</${element}>`;
}

/** How many rows each cell takes; those that only continue one above are skipped, unless they hold words. */
function rowSpans(rows: readonly (readonly Cell[])[], skipped: Set<Cell>): Map<Cell, number> {
  const spans = new Map<Cell, number>();
  let above = new Map<number, Cell>();
  for (const cells of rows) {
    const here = new Map<number, Cell>();
    let column = 0;
    for (const cell of cells) {
      const over = above.get(column);
      const merges = cell.continuesAbove && over !== undefined && over.span === cell.span && isEmpty(cell);
      if (merges) {
        skipped.add(cell);
        spans.set(over, (spans.get(over) ?? 1) + 1);
      }
      here.set(column, merges ? over : cell);
      column += Math.max(1, cell.span);
    }
    above = here;
  }
  return spans;
}

function isEmpty({ blocks }: Cell): boolean {
  return blocks.every((block) => block.kind === 'paragraph' && block.runs.every(({ text }) => text.trim() === ''));
}
