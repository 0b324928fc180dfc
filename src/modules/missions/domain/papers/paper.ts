/** Papers of a cycle as documents: paragraphs by the styles of its template, tables of plain words. */
import {
  plainStyle,
  type Block,
  type Cell,
  type Document,
  type Paragraph,
  type Table,
} from '#formats/document/index.ts';
import type { HouseTemplate } from '#formats/docx/write/index.ts';
import { documentOf, paragraphOf, runsOf } from '#modules/texts/index.ts';
import { formTemplate } from '../forms/word/index.ts';

const titleOf = formTemplate.styles.find(({ id }) => id === 'Title');

/** The look of forms, with a title that begins a page and the words of a lost or missing answer. */
export const paperTemplate: HouseTemplate = {
  ...formTemplate,
  styles: [
    ...formTemplate.styles,
    { ...titleOf, id: 'Formtitle', name: 'Form title', kind: 'paragraph', newPage: true, outline: 0, size: 28 },
    {
      id: 'Missing',
      name: 'Missing answer',
      kind: 'paragraph',
      before: 40,
      after: 40,
      left: 567,
      italic: true,
      colour: '404040',
    },
    { id: 'Given', name: 'Given answer', kind: 'paragraph', before: 40, after: 40, left: 567 },
  ],
};

const rules = new Map(paperTemplate.styles.map((rule) => [rule.id, rule]));

/** A paragraph; what its style prints in bold or italics is so in every format. */
export function paragraph(style: string, words: string): Paragraph {
  const rule = rules.get(style);
  const look = { ...plainStyle, bold: rule?.bold === true, italic: rule?.italic === true };
  const made = paragraphOf(style, runsOf([{ text: words, change: 'same' }], { author: null, date: null }, look));
  return rule?.outline === undefined ? made : { ...made, style: { ...made.style, outlineLevel: rule.outline } };
}

/** Paragraphs of one style, one a line; empty lines are left out. */
export function paragraphs(style: string, words: string): Paragraph[] {
  return words
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => paragraph(style, line.trim()));
}

/**
 * A table; each cell holds paragraphs. @param widths shares of the columns
 */
export function table(rows: readonly (readonly Paragraph[][])[], widths: readonly number[], headed: boolean): Table {
  return {
    kind: 'table',
    widths,
    rows: rows.map((cells, index) => ({
      header: headed && index === 0,
      marks: [],
      cells: cells.map((blocks): Cell => ({
        blocks: blocks.length === 0 ? [paragraph('Tabletext', '')] : blocks,
        span: 1,
        continuesAbove: false,
        marks: [],
      })),
    })),
  };
}

/** A document of these blocks with page numbers. */
export function paper(name: string, title: string, blocks: readonly Block[]): Document {
  const parts = blocks.map((block) => (block.kind === 'table' ? block : { blocks: [block], notes: [] }));
  return documentOf(parts, { name, properties: { title } });
}
