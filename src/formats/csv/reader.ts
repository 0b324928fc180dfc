/** Reads comma-separated values as people have them: any usual separator, quotes, line ends and encodings. */
import { refuse } from '#kernel/problem.ts';
import { looksLikeText, describeKind } from '../kinds.ts';
import { largestText } from '../text/decode.ts';
import { columnLetters, mostColumns, type SheetCell, type SheetRow, type Workbook } from '../sheets/workbook.ts';

/** Cells that are read at most. */
const mostCells = 1_000_000;

/**
 * A file of separated values as a workbook of one sheet; every cell is words. Rows are counted as a spreadsheet would.
 * What was written by {@link writeCsv} loses the apostrophe again that kept it from being computed.
 * @throws Refusal `not-text`, `too-large`, `empty`
 */
export function readCsv(bytes: Uint8Array, name: string): Workbook {
  if (bytes.length === 0) refuse('empty', 'The file is empty.', 'Send it again.', { file: name });
  if (bytes.length > largestText) {
    refuse('too-large', 'The table is larger than 64 MB.', 'Split it into several files.', { file: name });
  }
  const { text, remark } = decoded(bytes, name);
  const separator = separatorOf(text);
  const { lines, open } = separated(text, separator, name);
  const rows = lines.flatMap((values, index): SheetRow[] => {
    const number = index + 1;
    const cells = values.flatMap((value, at): SheetCell[] => {
      const words = /^'+\s*[=+\-@＝＋－＠\t\r]/.test(value) ? value.slice(1) : value;
      if (words === '') return [];
      const address = `${columnLetters(at + 1)}${number}`;
      return [{ address, column: at + 1, value: { kind: 'text', text: words }, computed: false, link: null }];
    });
    return cells.length === 0 ? [] : [{ number, hidden: false, cells }];
  });
  const remarks = [remark, open ? 'A quotation mark is opened and never closed; all behind it is one value.' : null];
  return {
    media: 'csv',
    name,
    sheets: [{ name: '', hidden: false, rows, merged: [], hiddenColumns: [] }],
    remarks: remarks.filter((one) => one !== null),
  };
}

/** UTF-8; UTF-16 where its mark says so; else Windows-1252, as Excel in the west saves, with a remark. */
function decoded(bytes: Uint8Array, name: string): { text: string; remark: string | null } {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  if (wide === null && !looksLikeText(bytes)) {
    refuse('not-text', `The file is ${describeKind(bytes)}, not a table of text.`, 'Save it as CSV or .xlsx.', {
      file: name,
    });
  }
  try {
    return { text: new TextDecoder(wide ?? 'utf-8', { fatal: true }).decode(bytes), remark: null };
  } catch {
    return {
      text: new TextDecoder(wide ?? 'windows-1252').decode(bytes),
      remark: `The file is not ${wide === null ? 'UTF-8; it was read as Windows-1252' : 'sound UTF-16'}: look at accents and other signs.`,
    };
  }
}

const separators = [',', ';', '\t'] as const;

/**
 * The separator that cuts the first lines most evenly: the one that most lines have equally often. "sep=;" in the first
 * line says it outright, as Excel understands.
 */
function separatorOf(text: string): string {
  const said = /^\uFEFF?sep=([,;\t])\r?\n/i.exec(text)?.[1];
  if (said !== undefined) return said;
  const sample = text.slice(0, 64 * 1024).replace(/"(?:[^"]|"")*"/g, '');
  const lines = sample
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 50);
  const worth = separators.map((separator) => {
    const counts = new Map<number, number>();
    for (const line of lines) {
      const count = line.split(separator).length - 1;
      if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1);
    }
    return {
      separator,
      evenly: Math.max(0, ...[...counts].map(([count, times]) => times * (1 + Math.min(count, 50) / 100))),
    };
  });
  return worth.reduce((best, one) => (one.evenly > best.evenly ? one : best)).separator;
}

/** The values of each line; `open` where a quotation never ends. One pass, whatever the text. */
function separated(text: string, separator: string, file: string): { lines: string[][]; open: boolean } {
  const lines: string[][] = [];
  let line: string[] = [];
  let cells = 0;
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  if (/^\uFEFF?sep=[,;\t]\r?\n/i.test(text.slice(0, 10))) at = text.indexOf('\n') + 1;
  const special = new RegExp(`[${separator}\r\n]`, 'g');
  let open = false;
  while (at < text.length) {
    let value = '';
    if (text[at] === '"') {
      const quoted = quotation(text, at);
      value = quoted.value;
      open = quoted.open;
      at = quoted.after;
    }
    special.lastIndex = at;
    const next = special.exec(text);
    const end = next?.index ?? text.length;
    value += text.slice(at, end);
    line.push(value);
    if (++cells > mostCells || line.length > mostColumns) {
      refuse('too-large', 'The table has more cells than are read.', 'Split it into several files.', { file });
    }
    at = end + 1;
    if (next?.[0] === separator && at < text.length) continue;
    if (next?.[0] === separator) line.push('');
    if (next?.[0] === '\r' && text[at] === '\n') at++;
    lines.push(line);
    line = [];
  }
  return { lines, open };
}

/** What stands between quotation marks from `start`, two of them for one. */
function quotation(text: string, start: number): { value: string; after: number; open: boolean } {
  const pieces: string[] = [];
  let from = start + 1;
  for (;;) {
    const end = text.indexOf('"', from);
    if (end === -1) return { value: [...pieces, text.slice(from)].join('"'), after: text.length, open: true };
    pieces.push(text.slice(from, end));
    if (text[end + 1] !== '"') return { value: pieces.join('"'), after: end + 1, open: false };
    from = end + 2;
  }
}
