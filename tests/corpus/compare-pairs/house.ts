/** The texts of the pairs as plain text and as Word files of several houses. */
import {
  AlignmentType,
  Document,
  FootnoteReferenceRun,
  LevelFormat,
  Packer,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type IParagraphOptions,
} from 'docx';
import type { Line } from './notation.ts';

/** Labels typed with a tab and styles by id; Word's own numbering; labels in the left column of a table; no styles at all. */
export type House = 'typed' | 'numbered' | 'columns' | 'bare';
export const houses: readonly House[] = ['typed', 'numbered', 'columns', 'bare'];

/** The text as lines, as copied out of a mail. Notes stand at the end. */
export function asPlainText(lines: readonly Line[]): string {
  const notes = lines.filter((line) => line.kind === 'F');
  const body = lines.filter((line) => line.kind !== 'F');
  const printed = body.map((line) => {
    const words = line.words.replaceAll(/\^(\d)/gu, '$1');
    if (!line.kind.startsWith('*')) return line.kind === 'H' ? `\n${words}` : words;
    return line.label === '' ? words : `${line.label}\t${words}`;
  });
  const below = notes.map((line) => line.words.replace(/^(\d) /u, '$1\t'));
  return `${[...printed, ...(below.length > 0 ? ['____________', ...below] : [])].join('\n')}\n`;
}

const noted = (words: string, look: { italics?: boolean; bold?: boolean } = {}) =>
  words
    .split(/(\^\d)/u)
    .filter((piece) => piece !== '')
    .map((piece) =>
      /^\^\d$/u.test(piece) ? new FootnoteReferenceRun(Number(piece.slice(1))) : new TextRun({ text: piece, ...look }),
    );

const styleIds: Partial<Record<Line['kind'], string>> = {
  R: 'ResNo',
  T: 'Restitle',
  H: 'Call',
  A: 'AnnexNo',
  AT: 'Annextitle',
};

function headLine(line: Line, house: House): Paragraph {
  const style = styleIds[line.kind];
  const centred = ['R', 'T', 'A', 'AT'].includes(line.kind);
  const options: IParagraphOptions = {
    children: noted(line.words, house === 'bare' ? {} : { italics: line.kind === 'H', bold: centred }),
    ...(centred && house !== 'bare' ? { alignment: AlignmentType.CENTER } : {}),
    ...(house === 'typed' && style !== undefined ? { style } : {}),
  };
  return new Paragraph(options);
}

function clauseLine(line: Line, house: House, numbering: string | null): Paragraph {
  const level = line.kind.startsWith('*') ? line.kind.length - 1 : 0;
  const indent = house === 'bare' ? {} : { indent: { left: 567 * (level + 1), hanging: 567 } };
  if (house === 'numbered' && numbering !== null && line.label !== '')
    return new Paragraph({ children: noted(line.words), numbering: { reference: numbering, level } });
  const between = house === 'bare' ? [new TextRun(' ')] : [new TextRun({ children: [new Tab()] })];
  const label = line.label === '' ? [] : [new TextRun({ text: line.label, italics: house === 'typed' }), ...between];
  const style = house === 'typed' && level > 0 ? { style: `enumlev${level}` } : {};
  return new Paragraph({ children: [...label, ...noted(line.words)], ...indent, ...style });
}

/** A row of a table: the label left, the words right. */
function clauseRow(line: Line): TableRow {
  const left = new TableCell({
    children: [new Paragraph(line.label)],
    width: { size: 12, type: WidthType.PERCENTAGE },
  });
  return new TableRow({
    children: [left, new TableCell({ children: [new Paragraph({ children: noted(line.words) })] })],
  });
}

const formats: Readonly<Record<string, { format: (typeof LevelFormat)[keyof typeof LevelFormat]; text: string }>> = {
  'a)': { format: LevelFormat.LOWER_LETTER, text: '%N)' },
  'i)': { format: LevelFormat.LOWER_ROMAN, text: '%N)' },
  '1': { format: LevelFormat.DECIMAL, text: '%N' },
  '1.': { format: LevelFormat.DECIMAL, text: '%N.' },
  '–': { format: LevelFormat.BULLET, text: '–' },
};

/** The kind of numbering that gives such a label: "b)" of "a)", "2.1" of "1.1". */
function kindOf(label: string, level: number): string {
  if (/^\d+(?:\.\d+)+$/u.test(label)) return '1.1';
  if (level === 2 && /^[ivx]+\)$/u.test(label)) return 'i)';
  return label.replace(/^\d+/u, '1').replace(/^[a-z]+\)$/u, 'a)');
}

interface List {
  reference: string;
  kinds: string[];
}

/** Each section is a list of its own, in the kinds of numbers it shows. */
function listsOf(lines: readonly Line[]): { lists: List[]; of: Map<Line, string> } {
  const lists: List[] = [];
  const of = new Map<Line, string>();
  for (const line of lines) {
    if (line.kind === 'H' || line.kind === 'A') lists.push({ reference: `list${lists.length}`, kinds: [] });
    const list = lists.at(-1);
    if (!list || line.label === '') continue;
    const level = line.kind.length - 1;
    list.kinds[level] ??= kindOf(line.label, level);
    of.set(line, list.reference);
  }
  return { lists, of };
}

function levelOf(kind: string | undefined, level: number) {
  const places = Array.from({ length: level + 1 }, (_, at) => `%${at + 1}`).join('.');
  const known = formats[kind ?? 'a)'];
  const text = kind === '1.1' ? places : (known?.text ?? '%N)').replace('%N', `%${level + 1}`);
  const indent = { left: 567 * (level + 1), hanging: 567 };
  return { level, format: known?.format ?? LevelFormat.DECIMAL, text, style: { paragraph: { indent } } };
}

/** The text as a Word file of a house. */
export async function asWord(lines: readonly Line[], house: House): Promise<Uint8Array> {
  const { lists, of } = listsOf(lines);
  const children: (Paragraph | Table)[] = [];
  let rows: TableRow[] = [];
  const closeTable = () => {
    if (rows.length > 0) children.push(new Table({ rows, width: { size: 100, type: WidthType.PERCENTAGE } }));
    rows = [];
  };
  for (const line of lines) {
    if (line.kind === 'F') continue;
    const isClause = line.kind.startsWith('*');
    if (isClause && house === 'columns' && line.label !== '') {
      rows.push(clauseRow(line));
      continue;
    }
    closeTable();
    children.push(isClause ? clauseLine(line, house, of.get(line) ?? null) : headLine(line, house));
  }
  closeTable();
  const footnotes = Object.fromEntries(
    lines
      .filter((line) => line.kind === 'F')
      .map((line) => [line.words.slice(0, 1), { children: [new Paragraph(line.words.slice(2))] }]),
  );
  const numbering = {
    config: lists.map(({ reference, kinds }) => ({ reference, levels: [0, 1, 2].map((at) => levelOf(kinds[at], at)) })),
  };
  const paragraphStyles = ['ResNo', 'Restitle', 'Call', 'AnnexNo', 'Annextitle', 'enumlev1', 'enumlev2'].map((id) => ({
    id,
    name: id.replace('enumlev', 'enumlev_'),
    basedOn: 'Normal',
  }));
  const document = new Document({ styles: { paragraphStyles }, footnotes, numbering, sections: [{ children }] });
  return new Uint8Array(await Packer.toBuffer(document));
}
