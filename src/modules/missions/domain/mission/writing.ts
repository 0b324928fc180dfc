/** Papers of a mission as documents in house layout: titles, paragraphs, items and tables. */
import { plainStyle, type Cell, type Document, type Row, type Run, type Table } from '#formats/document/index.ts';
import { documentOf, paragraphOf, plainParagraph, type Published } from '#modules/texts/index.ts';

export type Part =
  | { kind: 'title' | 'subtitle' | 'heading' | 'subheading' | 'paragraph' | 'item' | 'note'; text: string }
  | { kind: 'table'; head: readonly string[]; rows: readonly (readonly string[])[]; caption?: string };

const styles = {
  title: 'Title',
  subtitle: 'Subtitle',
  heading: 'Heading1',
  subheading: 'Heading2',
  paragraph: 'Normal',
  item: 'enumlev1',
  note: 'Note',
} as const;

/** A paper by its parts. @param name of the file */
export function paperOf(parts: readonly Part[], name: string, title: string): Document {
  return documentOf(
    parts.flatMap((part): (Published | Table)[] => {
      if (part.kind === 'table') {
        const caption = part.caption === undefined ? [] : [block('Tabletitle', part.caption)];
        return [...caption, tableOf(part.head, part.rows)];
      }
      return [block(styles[part.kind], part.kind === 'item' ? `–\t${part.text}` : part.text)];
    }),
    { name, properties: { title } },
  );
}

const block = (style: string, words: string): Published => ({ blocks: [plainParagraph(style, words)], notes: [] });

const bold = (text: string): Run => ({
  text,
  marks: [],
  style: { ...plainStyle, bold: true },
  link: null,
  note: null,
  control: null,
});

const cell = (words: string, style: string): Cell => ({
  blocks: words
    .split('\n')
    .map((line) => (style === 'Tablehead' ? paragraphOf(style, [bold(line)]) : plainParagraph(style, line))),
  span: 1,
  continuesAbove: false,
  marks: [],
});

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): Table {
  const row = (cells: readonly string[], header: boolean): Row => ({
    header,
    marks: [],
    cells: head.map((_, index) => cell(cells[index] ?? '', header ? 'Tablehead' : 'Tabletext')),
  });
  return { kind: 'table', rows: [row(head, true), ...rows.map((cells) => row(cells, false))] };
}

/**
 * Words typed by a person as parts: a line that begins with "- " or "– " is an item; lines "| one | two |" one below
 * the other are a table whose first line is its head; any other line is a paragraph.
 */
export function partsOfWords(words: string): Part[] {
  const parts: Part[] = [];
  for (const line of words.split('\n').map((one) => one.trim())) {
    const last = parts.at(-1);
    if (line === '') continue;
    if (line.startsWith('|')) {
      const cells = line
        .replace(/^\||\|$/g, '')
        .split('|')
        .map((one) => one.trim());
      if (last?.kind === 'table') parts[parts.length - 1] = { ...last, rows: [...last.rows, cells] };
      else parts.push({ kind: 'table', head: cells, rows: [] });
    } else if (/^[-–] /.test(line)) {
      parts.push({ kind: 'item', text: line.slice(2).trim() });
    } else {
      parts.push({ kind: 'paragraph', text: line });
    }
  }
  return parts;
}

/** Cells as one line of a table in typed words; signs that part cells are left out of them. */
export const rowInWords = (cells: readonly string[]): string =>
  `| ${cells
    .map((cell) =>
      cell
        .replaceAll('|', '/')
        .replace(/[ \t\r\n]+/g, ' ')
        .trim(),
    )
    .join(' | ')} |`;
