/**
 * One line of a converted text: takes the converter's marks out of it and keeps what they say. The marks met in real
 * files: `[bookmark: name]`, `[footnoteRef:2]1 … [2: 1 <tab>the note]`, and paired `**` and `*` for bold and italic.
 * A mark that does not fit its pattern stays in the text as it is. Time grows with the length of the line alone, for a
 * line may be a whole file.
 */
import { plainRun, plainStyle, type Run, type RunStyle } from '../document/index.ts';

/** What stood in a line. */
export interface ParsedLine {
  runs: Run[];
  bookmarks: string[];
  notes: ParsedNote[];
  /** Whether any mark was taken out, so that the raw line differs from the runs. */
  marked: boolean;
}

export interface ParsedNote {
  id: string;
  /** As printed. */
  mark: string;
  runs: Run[];
}

const bookmark = /\[bookmark: ([^[\]\n]*)\]/g;
const reference = /\[(footnote|endnote)Ref:(\d{1,9})\]/g;
const emphasis = /(?<=^|[\s(["'“‘\t])(\*{1,3})(?=[^\s*])([^*]*[^\s*])\1(?=$|[\s)\]"'”’.,;:!?])/g;
/** Notes inside notes; deeper ones stay text. */
const deepest = 3;

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
  const { runs, notes } = parseNotes(text, 0);
  return { runs, bookmarks, notes, marked: runs.map((run) => run.text).join('') !== raw };
}

/** Takes the bodies of notes out of a text and ties them to their references. */
function parseNotes(text: string, depth: number): { runs: Run[]; notes: ParsedNote[] } {
  const { body, bodies } = depth > deepest ? { body: text, bodies: [] } : takeBodies(text);
  const notes: ParsedNote[] = [];
  const marks = new Map<string, string>();
  for (const { id, inside } of bodies) {
    const [, mark = '', words = ''] = /^\s*([0-9]{1,3}|[*†‡§]+|[a-z]\)?(?=\s))?\s*([\s\S]*)$/.exec(inside) ?? [];
    if (!marks.has(id)) marks.set(id, mark);
    const inner = parseNotes(words.trimEnd(), depth + 1);
    notes.push({ id, mark, runs: inner.runs });
    for (const note of inner.notes) notes.push(note);
  }
  return { runs: splitReferences(body, marks), notes };
}

interface NoteBody {
  id: string;
  /** Between the colon and the closing bracket. */
  inside: string;
}

/** Cuts out `[2: …]`, each with the blanks before it, where the same text refers to note 2; of nested ones the outer. */
function takeBodies(text: string): { body: string; bodies: NoteBody[] } {
  const referred = new Map<string, number>();
  for (const [, , id = ''] of text.matchAll(reference)) referred.set(id, (referred.get(id) ?? 0) + 1);
  if (referred.size === 0) return { body: text, bodies: [] };
  const bodies: NoteBody[] = [];
  let body = '';
  let from = 0;
  for (const { start, end, id, inside } of bracketed(text, referred)) {
    const left = referred.get(id) ?? 0;
    if (start < from || left === 0) continue;
    referred.set(id, left - 1);
    bodies.push({ id, inside });
    body += text.slice(from, start).trimEnd();
    from = end;
  }
  const rest = text.slice(from);
  return { body: body + (from > 0 && /^ +$/.test(rest) ? '' : rest), bodies };
}

interface Bracketed extends NoteBody {
  start: number;
  /** Place after the closing bracket. */
  end: number;
}

/** The closed brackets that begin like a note that is referred to, in the order in which they open. */
function bracketed(text: string, referred: ReadonlyMap<string, number>): Bracketed[] {
  const found: Bracketed[] = [];
  const open: { start: number; depth: number; id: string }[] = [];
  let depth = 0;
  for (const { 0: sign, index, 1: id } of text.matchAll(/\[(?:(\d{1,9}):)?|\]/g)) {
    if (sign !== ']') {
      if (id !== undefined && referred.has(id)) open.push({ start: index, depth, id });
      depth++;
      continue;
    }
    if (depth > 0) depth--;
    while ((open.at(-1)?.depth ?? -1) > depth) open.pop();
    const last = open.at(-1);
    if (last?.depth !== depth) continue;
    open.pop();
    const inside = { start: last.start, end: index + 1, id: last.id };
    found.push({ ...inside, inside: text.slice(last.start + last.id.length + 2, index) });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Cuts a line at its note references; the printed mark after a reference becomes the text of the reference's run. */
function splitReferences(body: string, marks: ReadonlyMap<string, string>): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (const match of body.matchAll(reference)) {
    const [whole, kind, id = ''] = match;
    splitEmphasis(body.slice(from, match.index), runs);
    from = match.index + whole.length;
    const mark = marks.get(id) ?? '';
    const printed = mark !== '' && body.startsWith(mark, from) ? mark : '';
    from += printed.length;
    runs.push({
      ...plainRun(printed),
      style: { ...plainStyle, vertical: 'superscript' },
      note: { kind: kind === 'endnote' ? 'endnote' : 'footnote', id },
    });
  }
  splitEmphasis(body.slice(from), runs);
  return runs;
}

/** Adds a text to runs and turns paired emphasis marks into styles; a lone mark is text. */
function splitEmphasis(text: string, runs: Run[]): void {
  let from = 0;
  if (text.includes('*')) {
    for (const match of text.matchAll(emphasis)) {
      const [whole, marks = '', words = ''] = match;
      if (match.index > from) runs.push(plainRun(text.slice(from, match.index)));
      runs.push({ ...plainRun(words), style: styleOf(marks.length) });
      from = match.index + whole.length;
    }
  }
  if (from < text.length) runs.push(plainRun(text.slice(from)));
}

function styleOf(marks: number): RunStyle {
  return { ...plainStyle, bold: marks >= 2, italic: marks !== 2 };
}
