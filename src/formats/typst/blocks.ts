/** Paragraphs and tables as content. */
import { ruleOf, type HouseTemplate } from '../docx/write/index.ts';
import type { Block, Cell, Paragraph, Row, Run, Table } from '../document/index.ts';
import { revised, runsContent, type NoteContent } from './runs.ts';
import { wordsContent } from './words.ts';

export interface Setting {
  template: HouseTemplate;
  note: NoteContent;
  /** How many tables stand around. */
  depth: number;
}

/** About as wide as a wide letter of a label. */
const letterWidth = 130;

/** What lies between two lines of a paragraph; space before a paragraph comes on top of it. */
const lineGap = 130;

/** Cells with less source than this stay on one page. */
const shortCell = 3000;

/** Tables deeper than this are set as plain paragraphs: no page has room for them. */
const deepest = 4;

export function blocksContent(blocks: readonly Block[], setting: Setting): string {
  return blocks
    .map((block) => (block.kind === 'paragraph' ? paragraphContent(block, setting) : tableContent(block, setting)))
    .join('');
}

const points = (twentieths: number): string => `${twentieths / 20}pt`;

function paragraphContent(paragraph: Paragraph, { template, note, depth }: Setting): string {
  const { runs, style, rightToLeft, indent, number } = paragraph;
  if (
    runs.every(({ text, note: reference }) => text.trim() === '' && reference === null) &&
    number.base === null &&
    number.proposed === null
  )
    return depth > 0 ? '' : '#v(4pt)\n';
  const rule = ruleOf(template, 'paragraph', style.id, style.name);
  const left = Math.min(indent ?? rule?.left ?? 0, 6000);
  const { label, length, rest } = labelled(paragraph, note);
  const hanging = label === '' ? 0 : Math.min(Math.max(left, 0), rule?.hanging ?? 794);
  const words =
    label === ''
      ? rest
      : hanging > length * letterWidth
        ? `#label(${points(hanging)}, [${label}]);${rest}`
        : `${label}#h(1em);${rest}`;
  const sized = lookOf(rule?.size, rule?.capitals === true, words);
  const level = style.outlineLevel === null ? null : style.outlineLevel + 1;
  const body = level === null ? sized : `#heading(level: ${level})[${sized}];`;
  const settings = [
    left > 0 ? `left: ${points(left)}` : '',
    hanging > 0 ? `hanging: ${points(hanging)}` : '',
    depth === 0 ? `above: ${points((rule?.before ?? 120) + lineGap)}` : `above: ${points(lineGap)}`,
    (rule?.after ?? 0) > 0 ? `below: ${points(rule?.after ?? 0)}` : '',
    rule?.align === 'center' ? 'to: center' : rightToLeft ? 'to: right' : '',
    rule?.keepNext === true && depth === 0 ? 'keep: true' : '',
  ].filter((one) => one !== '');
  const direction = rightToLeft ? `#text(dir: rtl)[${body}];` : body;
  const page = rule?.newPage === true && depth === 0 ? '#pagebreak(weak: true)\n' : '';
  return `${page}#paragraph(${settings.join(', ')})[${direction}]\n`;
}

function lookOf(halfPoints: number | undefined, capitals: boolean, words: string): string {
  const big = capitals ? `#upper[${words}];` : words;
  return halfPoints === undefined ? big : `#text(size: ${halfPoints / 2}pt)[${big}];`;
}

/** What stands before the first tab near the start is a label; so is an automatic number. */
function labelled(
  { runs, number, mark }: Paragraph,
  note: NoteContent,
): { label: string; length: number; rest: string } {
  const { base, proposed } = number;
  if (base !== null || proposed !== null) {
    const [by] = [...mark, ...runs.flatMap((run) => run.marks)];
    const who = { author: by?.author ?? null, date: null, move: null };
    const label =
      base === proposed
        ? wordsContent(base ?? '')
        : (base === null ? '' : revised([{ kind: 'deleted', ...who }], wordsContent(base))) +
          (proposed === null ? '' : revised([{ kind: 'inserted', ...who }], wordsContent(proposed)));
    return {
      label,
      length: (base ?? '').length + (base === proposed ? 0 : (proposed ?? '').length),
      rest: runsContent(runs, note),
    };
  }
  const at = runs.findIndex(({ text }) => text.includes('\t'));
  const run = runs[at];
  if (run === undefined || at > 3) return { label: '', length: 0, rest: runsContent(runs, note) };
  const cut = run.text.indexOf('\t');
  const before: Run[] = [...runs.slice(0, at), { ...run, text: run.text.slice(0, cut) }];
  const length = before.reduce((sum, { text }) => sum + text.length, 0);
  if (length === 0 || length > 14) return { label: '', length: 0, rest: runsContent(runs, note) };
  return {
    label: runsContent(before, note),
    length,
    rest: runsContent([{ ...run, text: run.text.slice(cut + 1) }, ...runs.slice(at + 1)], note),
  };
}

function tableContent({ rows }: Table, setting: Setting): string {
  const inside: Setting = { ...setting, depth: setting.depth + 1 };
  const columns = Math.max(1, ...rows.map(({ cells }) => cells.reduce((sum, { span }) => sum + Math.max(1, span), 0)));
  if (setting.depth >= deepest || columns > 30)
    return rows.flatMap(({ cells }) => cells.map((cell) => blocksContent(cell.blocks, setting))).join('');
  const lines = rows.map((row) => rowContent(row, columns, inside));
  const heads = rows.findIndex(({ header }) => !header);
  const headed =
    heads > 0 ? `table.header(${lines.slice(0, heads).join('')}), ${lines.slice(heads).join('')}` : lines.join('');
  return `#block(above: 8pt, below: 8pt, text(size: 10pt, table(columns: (${weights(rows, columns).join(', ')}), ${headed})))\n`;
}

function rowContent({ cells, header }: Row, columns: number, setting: Setting): string {
  let used = 0;
  const made = cells.map((cell) => {
    const span = Math.max(1, cell.span);
    used += span;
    const content = blocksContent(cell.blocks, setting);
    const settings = [
      span > 1 ? `colspan: ${span}` : '',
      cell.continuesAbove ? 'stroke: (top: none)' : '',
      content.length < shortCell ? 'breakable: false' : '',
    ];
    const given = settings.filter((one) => one !== '').join(', ');
    return `table.cell(${given})[${header ? `#strong[${content}];` : content}],`;
  });
  const missing = columns - used;
  return `${made.join('\n')}${missing > 0 ? `table.cell(colspan: ${missing})[],` : ''}\n`;
}

/** Columns share the width by their words, within reason. */
function weights(rows: readonly Row[], columns: number): string[] {
  const wanted = Array.from({ length: columns }, () => 8);
  for (const { cells } of rows) {
    let column = 0;
    for (const cell of cells) {
      if (cell.span <= 1) wanted[column] = Math.max(wanted[column] ?? 0, Math.min(45, longest(cell)));
      column += Math.max(1, cell.span);
    }
  }
  return wanted.map((one) => `${one + 4}fr`);
}

function longest({ blocks }: Cell): number {
  return blocks.reduce(
    (most, block) =>
      Math.max(most, block.kind === 'table' ? 45 : block.runs.reduce((sum, { text }) => sum + text.length, 0)),
    0,
  );
}
