/**
 * One line of a converted text: takes the converter's marks out of it and keeps what they say. The marks met in real
 * files: `[bookmark: name]`, `[image: name]`, `[footnoteRef:2]1 … [2: 1 <tab>the note]`, and paired `**` and `*` for
 * bold and italic. A mark that does not fit its pattern stays in the text as it is.
 */
import { plainRun, plainStyle, type Run, type RunStyle } from '../document/index.ts';

/** What stood in a line. */
export interface ParsedLine {
  runs: Run[];
  bookmarks: string[];
  notes: { id: string; mark: string; text: string }[];
  /** Whether any mark was taken out, so that the raw line differs from the runs. */
  marked: boolean;
}

const bookmark = /\[bookmark: ([^\]\n]*)\]/g;
const reference = /\[(footnote|endnote)Ref:(\d+)\]/g;
const emphasis = /(?<=^|[\s(["'“‘\t])(\*{1,3})(?=[^\s*])([^*]*[^\s*])\1(?=$|[\s)\]"'”’.,;:!?])/g;

/** Reads one line without its line end and without the leading tab of a table cell. */
export function parseLine(raw: string): ParsedLine {
  if (!raw.includes('[') && !raw.includes('*')) {
    return { runs: raw === '' ? [] : [plainRun(raw)], bookmarks: [], notes: [], marked: false };
  }
  const bookmarks: string[] = [];
  const text = raw.replace(bookmark, (_, name: string) => {
    bookmarks.push(name);
    return '';
  });
  const { body, notes } = takeNotes(text);
  const runs = splitReferences(body, notes);
  return { runs, bookmarks, notes, marked: runs.map((run) => run.text).join('') !== raw };
}

/** Takes the bodies of notes, `[2: 1 <tab>text]`, out of a line; only of those that the same line refers to. */
function takeNotes(text: string): { body: string; notes: ParsedLine['notes'] } {
  const notes: ParsedLine['notes'] = [];
  const ids = [...text.matchAll(reference)].map((match) => match[2] ?? '');
  let body = text;
  for (const id of ids) {
    const opening = new RegExp(`\\s*\\[${id}:`).exec(body);
    if (opening === null) continue;
    const end = closingBracket(body, opening.index + opening[0].length);
    if (end === -1) continue;
    const inside = body.slice(opening.index + opening[0].length, end);
    const [, mark = '', words = ''] = /^\s*([0-9]{1,3}|[*†‡§]+|[a-z]\)?(?=\s))?\s*([\s\S]*)$/.exec(inside) ?? [];
    notes.push({ id, mark, text: words.trim() });
    body = body.slice(0, opening.index) + body.slice(end + 1).replace(/^ +$/, '');
  }
  return { body, notes };
}

/** Index of the bracket that closes one opened before `from`, or -1. */
function closingBracket(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '[') depth++;
    else if (text[at] === ']' && --depth === 0) return at;
  }
  return -1;
}

/** Cuts a line at its note references; the printed mark after a reference becomes the text of the reference's run. */
function splitReferences(body: string, notes: ParsedLine['notes']): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (const match of body.matchAll(reference)) {
    const [whole, kind, id = ''] = match;
    runs.push(...splitEmphasis(body.slice(from, match.index)));
    from = match.index + whole.length;
    const mark = notes.find((note) => note.id === id)?.mark ?? '';
    const printed = mark !== '' && body.startsWith(mark, from) ? mark : '';
    from += printed.length;
    runs.push({
      ...plainRun(printed),
      style: { ...plainStyle, vertical: 'superscript' },
      note: { kind: kind === 'endnote' ? 'endnote' : 'footnote', id },
    });
  }
  runs.push(...splitEmphasis(body.slice(from)));
  return runs;
}

/** Turns paired emphasis marks into styled runs; a lone mark is text. */
function splitEmphasis(text: string): Run[] {
  if (!text.includes('*')) return text === '' ? [] : [plainRun(text)];
  const runs: Run[] = [];
  let from = 0;
  for (const match of text.matchAll(emphasis)) {
    const [whole, marks = '', words = ''] = match;
    if (match.index > from) runs.push(plainRun(text.slice(from, match.index)));
    runs.push({ ...plainRun(words), style: styleOf(marks.length) });
    from = match.index + whole.length;
  }
  if (from < text.length) runs.push(plainRun(text.slice(from)));
  return runs;
}

function styleOf(marks: number): RunStyle {
  return { ...plainStyle, bold: marks >= 2, italic: marks !== 2 };
}
