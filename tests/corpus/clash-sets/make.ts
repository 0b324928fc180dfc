/**
 * Makes files of one contribution from lines with marks, in the shapes in which contributions arrive: Word files with
 * revisions (our own XML, or made by the library `docx`), copies that lost the revision marks, and clean texts.
 *
 *   resolves
 *   1\tto sow {-three-}{+five+} fields;      words struck out and put in
 *   +2\tto reap them;                        a paragraph put in, with its mark; "-" one struck out
 *   {+bravely@B. Second+}                    put in by another author
 *   {+{-much-}+}                             put in by one author, struck out by another (not by the library)
 *   |12|Grain shall be dry.                  a row of a table; "+|" a row put in; ¶ parts paragraphs in a cell
 *   a field[^1]                              a footnote, whose text stands under `notes`
 */
import * as docx from 'docx';
import { buildDocx, cell, escapeXml, note, noteReference, row, style, table } from '../../../src/testing/docx.ts';

export interface Contribution {
  file: string;
  as: 'word' | 'word by docx' | 'flattened' | 'clean word' | 'clean text';
  lines: string;
  notes?: string[];
  /** Word styles by the beginnings of lines; without it no paragraph has a style. */
  styled?: boolean;
}

type Change = 'same' | 'inserted' | 'deleted' | 'both';
interface Piece {
  text: string;
  change: Change;
  author: string;
}
interface Line {
  change: Change;
  pieces: Piece[];
}

/** The text with each first string, which stands in it exactly once, replaced by the second. */
export function edited(base: string, ...edits: [find: string, put: string][]): string {
  return edits.reduce((text, [find, put]) => {
    if (text.split(find).length !== 2) throw new Error(`"${find}" stands ${text.split(find).length - 1} times`);
    return text.replace(find, () => put);
  }, base);
}

const marks = /\{\+\{-(.*?)-\}\+\}|\{\+(.*?)(?:@([^+@]*))?\+\}|\{-(.*?)(?:@([^@]*?))?-\}/g;

function piecesOf(text: string, whole: Change): Piece[] {
  const pieces: Piece[] = [];
  const add = (words: string | undefined, change: Change, author = 'A. First'): void => {
    if (words !== undefined && words !== '') pieces.push({ text: words, change, author });
  };
  let at = 0;
  for (const match of text.matchAll(marks)) {
    add(text.slice(at, match.index), whole);
    add(match[1], 'both');
    add(match[2], 'inserted', match[3]);
    add(match[4], 'deleted', match[5]);
    at = match.index + match[0].length;
  }
  add(text.slice(at), whole);
  return pieces;
}

function linesOf(text: string): Line[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const change: Change = line.startsWith('+') ? 'inserted' : line.startsWith('-') ? 'deleted' : 'same';
      return { change, pieces: piecesOf(change === 'same' ? line : line.slice(1), change) };
    });
}

const shown = (line: Line): string => line.pieces.map(({ text }) => text).join('');
const accepted = (line: Line): string =>
  line.pieces.flatMap(({ text, change }) => (change === 'same' || change === 'inserted' ? [text] : [])).join('');

/** The bytes of a contribution. */
export async function bytesOf(contribution: Contribution): Promise<Uint8Array> {
  const lines = linesOf(contribution.lines);
  switch (contribution.as) {
    case 'flattened':
      return Buffer.from(plain(lines.map(shown), contribution.notes));
    case 'clean text':
      return Buffer.from(plain(lines.filter(({ change }) => change !== 'deleted').map(accepted)));
    case 'clean word':
      return ownWord(
        contribution,
        lines
          .filter(({ change }) => change !== 'deleted')
          .map((line) => ({ change: 'same', pieces: [{ text: accepted(line), change: 'same', author: '' }] })),
      );
    case 'word':
      return ownWord(contribution, lines);
    case 'word by docx':
      return wordByDocx(lines);
  }
}

/** Notes as a copy prints them: number, mark and text where they are called. */
function plain(lines: string[], notes: string[] = []): string {
  return `${lines
    .map((line) =>
      line
        .replace(/^\|/, '\t')
        .replaceAll('|', '\n\t')
        .replaceAll(/\[\^(\d+)\]/g, (_, mark: string) => {
          const text = notes[Number(mark) - 1] ?? '';
          return `[footnoteRef:${Number(mark) + 1}]${mark} [${Number(mark) + 1}: ${mark}\t${text}]`;
        }),
    )
    .join('\n')}\n`;
}

let id = 0;
const by = (author: string): string => `w:id="${++id}" w:author="${escapeXml(author)}" w:date="2026-02-03T04:05:06Z"`;

function xmlOf({ text, change, author }: Piece): string {
  const gone = change === 'deleted' || change === 'both';
  const inside = text
    .split(/(\[\^\d+\]|\t)/)
    .filter((part) => part !== '')
    .map((part) => {
      const called = /^\[\^(\d+)\]$/.exec(part);
      if (called !== null) return noteReference('footnote', Number(called[1]) + 1);
      if (part === '\t') return '<w:r><w:tab/></w:r>';
      const element = gone ? 'delText' : 't';
      return `<w:r><w:${element} xml:space="preserve">${escapeXml(part)}</w:${element}></w:r>`;
    })
    .join('');
  const deleted = gone ? `<w:del ${by(change === 'both' ? 'B. Second' : author)}>${inside}</w:del>` : inside;
  return change === 'inserted' || change === 'both' ? `<w:ins ${by(author)}>${deleted}</w:ins>` : deleted;
}

function styleOf(text: string): string | null {
  if (/^(MOD|ADD|SUP|NOC)\b/.test(text)) return 'Proposal';
  if (/^(DRAFT NEW )?(RESOLUTION|DECISION|RECOMMENDATION)\b/i.test(text)) return 'ResNo';
  if (/^ANNEX\b/i.test(text)) return 'AnnexNo';
  if (text.startsWith('Reasons:')) return 'Reasons';
  return null;
}

function ownParagraph(line: Line, styled: boolean): string {
  const mark =
    line.change === 'inserted'
      ? `<w:ins ${by('A. First')}/>`
      : line.change === 'deleted'
        ? `<w:del ${by('A. First')}/>`
        : '';
  const name = styled ? styleOf(shown(line)) : null;
  const properties = `${name === null ? '' : `<w:pStyle w:val="${name}"/>`}${mark === '' ? '' : `<w:rPr>${mark}</w:rPr>`}`;
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${line.pieces.map(xmlOf).join('')}</w:p>`;
}

/** Cells of a row from its pieces: "|" parts them. */
function cellsOf(line: Line): Piece[][] {
  const cells: Piece[][] = [];
  for (const piece of line.pieces) {
    piece.text.split('|').forEach((text, index) => {
      if (index > 0) cells.push([]);
      if (text !== '') cells.at(-1)?.push({ ...piece, text });
    });
  }
  return cells;
}

function ownRow(line: Line): string {
  const cells = cellsOf(line).map((pieces) => {
    const paragraphs: Piece[][] = [[]];
    for (const piece of pieces) {
      piece.text.split('¶').forEach((text, index) => {
        if (index > 0) paragraphs.push([]);
        paragraphs.at(-1)?.push({ ...piece, text });
      });
    }
    return cell(paragraphs.map((one) => ownParagraph({ change: line.change, pieces: one }, false)).join(''));
  });
  if (line.change === 'inserted') return row(cells, { mark: 'ins' });
  return row(cells, line.change === 'deleted' ? { mark: 'del' } : {});
}

function ownWord({ notes = [], styled = false }: Contribution, lines: Line[]): Uint8Array {
  let body = '';
  let rows: string[] = [];
  for (const line of [...lines, null]) {
    if (line !== null && line.pieces[0]?.text.startsWith('|') === true) {
      rows.push(ownRow(line));
      continue;
    }
    if (rows.length > 0) body += table(...rows);
    rows = [];
    if (line !== null) body += ownParagraph(line, styled);
  }
  return buildDocx({
    body,
    ...(styled
      ? { styles: ['Proposal', 'ResNo', 'AnnexNo', 'Reasons'].map((one) => style('paragraph', one, one)).join('') }
      : {}),
    ...(notes.length === 0
      ? {}
      : {
          footnotes: notes
            .map((text, index) =>
              note(
                'footnote',
                index + 2,
                `<w:p><w:r><w:footnoteRef/></w:r>${piecesOf(` ${text}`, 'same').map(xmlOf).join('')}</w:p>`,
              ),
            )
            .join(''),
        }),
  });
}

async function wordByDocx(lines: Line[]): Promise<Uint8Array> {
  const date = '2026-02-03T04:05:06Z';
  const track = (author: string): { id: number; author: string; date: string } => ({ id: ++id, author, date });
  const runOf = ({ text, change, author }: Piece): docx.ParagraphChild => {
    if (change === 'same') return new docx.TextRun(text);
    if (change === 'deleted') return new docx.DeletedTextRun({ text, ...track(author) });
    return new docx.InsertedTextRun({ text, ...track(author) });
  };
  const children = lines.map(
    (line) =>
      new docx.Paragraph({
        children: line.pieces.map(runOf),
        ...(line.change === 'inserted' ? { run: { insertion: track('A. First') } } : {}),
        ...(line.change === 'deleted' ? { run: { deletion: track('A. First') } } : {}),
      }),
  );
  return new Uint8Array(await docx.Packer.toBuffer(new docx.Document({ sections: [{ children }] })));
}

export interface ClashSet {
  name: string;
  files: Contribution[];
  base?: Contribution[];
  /**
   * By instrument, the rows that are right: "section | label | proponents | relation". "+" is a place where something is
   * inserted, "" a clause without label.
   */
  expected: Record<string, string[]>;
  /** What is known to be wrong: rows that are missed, and rows that are found in their place or beside them. */
  known?: Record<string, { missed?: string[]; wrong?: string[] }>;
  /** By instrument, words that must stand in the reason of a row: "resolves | 2" → words. */
  why?: Record<string, Record<string, string[]>>;
}
