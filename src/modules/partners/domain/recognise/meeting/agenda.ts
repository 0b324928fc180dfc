/** The programme of a meeting: rows of a table, also broken by a page, or timed and numbered lines. */
import { rowsOf, type TableRow } from '#formats/document/rows.ts';
import type { Finding, MeetingRecord, Media } from '#kernel/reading/index.ts';
import type { MeetingLine } from './meeting-lines.ts';
import type { Register } from './organisations.ts';
import { timesAt } from './times.ts';

type Item = MeetingRecord['agenda'][number];

export interface ReadAgenda {
  items: Item[];
  placed: number[];
  findings: Finding[];
}

/** Reads the agenda between two lines. */
export function readAgenda(lines: readonly MeetingLine[], media: Media, register: Register): ReadAgenda {
  const result: ReadAgenda = { items: [], placed: [], findings: [] };
  const paragraphs = new Map(lines.flatMap((line) => line.sources.map((source) => [source.number, line] as const)));
  const rows = rowsOf(
    lines.flatMap((line) => line.sources),
    media,
  )
    .filter((row) => row.tabbed && row.lines.length > 0)
    .flatMap((row) => parted(row, paragraphs));
  const inRows = new Set(rows.flatMap((row) => row.lines));
  const column = titleColumn(rows);
  const timeless = timeColumn(rows);
  const others = lines.filter((line) => !line.blank && !inRows.has(line.number));
  const figures = areTimes(others.map((line) => line.text));
  const entries = [
    ...rows.map((row) => rowEntry(cellsOf(row, timeless, paragraphs), row, column, register)),
    ...others.map((line) => lineEntry(line, figures)),
  ].sort((a, b) => (a.lines[0] ?? 0) - (b.lines[0] ?? 0));
  for (const entry of entries) add(entry, result, register);
  // Lines above the first item that hold neither a time nor a number are an introduction.
  return { ...result, findings: checks(result.items) };
}

interface Entry {
  start: string | null;
  end: string | null;
  /** The words behind time and number. */
  text: string;
  /** All words, those of other columns included: who presents stands there. */
  all: string;
  lines: number[];
  kind: 'item' | 'continuation' | 'header' | 'day' | 'words';
}

const header =
  /^(?:time|hours?|date|no\.?|item|session|programme|program|agenda|activit(?:y|ies)|topics?|subjects?|speakers?|presenters?|lead|remarks|title|documents?|moderators?|facilitators?|responsib\w+|led by|presented by)\b[^.]{0,30}$/iu;
const day = /^(?:day\s+(?:\d|one|two|three|four|five)\b.*|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.{0,60})$/iu;

/** The column that a header row names as that of the items; `null` without one. */
function titleColumn(rows: readonly TableRow[]): number | null {
  for (const row of rows) {
    if (row.cells.length < 3 || !isHeader(row)) continue;
    const at = row.cells.findIndex((cell) =>
      /^(?:items?|agenda|programme|program|sessions?|activit(?:y|ies)|topics?|subjects?|title)\b/iu.test(cell.text),
    );
    if (at !== -1) return at;
  }
  return null;
}

function isHeader(row: { cells: readonly { text: string }[] }): boolean {
  const filled = row.cells.filter((cell) => cell.text !== '');
  return filled.length > 1 && filled.every((cell) => header.test(cell.text) && timesAt(cell.text) === null);
}

/** A row of a printed page that holds several: each of its cells has as many paragraphs as there are times. */
function parted(row: TableRow, paragraphs: ReadonlyMap<number, MeetingLine>): TableRow[] {
  const cells = row.cells.map(({ lines }) => [...new Set(lines.flatMap((line) => paragraphs.get(line) ?? []))]);
  const times = cells.find((lines) => lines.length > 1 && lines.every(({ text }) => timesAt(text) !== null));
  if (times === undefined || cells.some((lines) => lines.length !== 0 && lines.length !== times.length)) return [row];
  return times.map((_, at) => {
    const here = cells.map((lines) => lines[at]);
    return {
      ...row,
      cells: here.map((line) => ({ text: line?.text ?? '', lines: line?.sources.map(({ number }) => number) ?? [] })),
      lines: here.flatMap((line) => line?.sources.map(({ number }) => number) ?? []).sort((a, b) => a - b),
    };
  });
}

/** The column headed "Time", or the first one where ranges stand in it, where four figures are a time. */
function timeColumn(rows: readonly TableRow[]): number {
  const head = rows.find((row) => isHeader(row));
  const named = head?.cells.findIndex((cell) => /^(?:time|hours?)\b/iu.test(cell.text)) ?? -1;
  return named === -1 && areTimes(rows.map((row) => row.cells[0]?.text ?? '')) ? 0 : named;
}

/** Whether texts begin with ranges of four figures that are times: at least two, and not all could be years. */
function areTimes(texts: readonly string[]): boolean {
  const ranges = texts.filter((text) => figuresRange.test(text));
  return ranges.length > 1 && ranges.some((text) => !/^(?:19|20)/u.test(text));
}

const figuresRange = /^(?:[01]\d|2[0-4])[0-5]\d\s?[-–—]\s?(?:[01]\d|2[0-4])[0-5]\d(?=\s|$)/u;

interface Cell {
  text: string;
  /** The first paragraph, and those that it cannot end at; who presents stands below. */
  first: string;
}

function cellsOf(row: TableRow, time: number, paragraphs: ReadonlyMap<number, MeetingLine>): Cell[] {
  return row.cells.map((cell, at) => {
    const text = at === time && fourFigures.test(cell.text) ? `${cell.text} hrs` : cell.text;
    const lines = [...new Set(cell.lines.flatMap((line) => paragraphs.get(line) ?? []))];
    return { text, first: lines.length > 1 ? firstOf(lines.map((line) => line.text)) : text };
  });
}

const fourFigures = /^(?:[01]\d|2[0-4])[0-5]\d(?:\s?[-–—]\s?(?:[01]\d|2[0-4])[0-5]\d)?$/u;
const goesOn =
  /(?:[,:&–-]|\b(?:of|and|or|the|a|an|in|on|for|to|with|by))$|^(?:session|part|item|agenda item|day) \S{1,4}$/iu;

function firstOf(paragraphs: readonly string[]): string {
  const end = paragraphs.findIndex((text, at) => !goesOn.test(text) && !/^\p{Ll}/u.test(paragraphs[at + 1] ?? ''));
  return paragraphs.slice(0, end === -1 ? undefined : end + 1).join(' ');
}

function rowEntry(row: readonly Cell[], { lines }: TableRow, column: number | null, register: Register): Entry {
  const cells = row.map((cell) => cell.text);
  const filled = cells.filter((cell) => cell !== '');
  const timed = cells.findIndex((cell) => timesAt(cell) !== null);
  const time = timed === -1 ? null : timesAt(cells[timed] ?? '');
  const words = cells.filter((cell, at) => cell !== '' && at !== timed).join(' ');
  const firsts = row.filter(({ text }, at) => text !== '' && at !== timed).map(({ first }) => first);
  const all = tidy(`${time?.rest ?? ''} ${words}`);
  const titled = column === null || column === timed ? '' : (row[column]?.first ?? '');
  const base = {
    start: time?.start ?? null,
    end: time?.end ?? null,
    text: titled === '' ? tidy(`${time?.rest ?? ''} ${firsts.join(' ')}`) : tidy(titled),
    all,
    lines,
  };
  if (time !== null) return { ...base, kind: 'item' };
  if (isHeader({ cells: row })) return { ...base, kind: 'header' };
  if (filled.length === 1 && day.test(filled[0] ?? '')) return { ...base, kind: 'day' };
  if (/^\d{1,2}[.)]?$/u.test(cells[0] ?? '') && filled.length > 1) {
    return { ...base, text: titled === '' ? tidy(firsts.slice(1).join(' ')) : base.text, kind: 'item' };
  }
  // A row without a time that goes on with a list, or names a body and nothing else, belongs to the row above.
  const [only = ''] = filled;
  const presents = filled.length === 1 && register.keyOf(only) !== null;
  const below = cells[0] === '' && (presents || /^(?:\d{1,2}[.)]|[a-z][.)]|[-–•·▪])\s?/u.test(only));
  return { ...base, kind: below ? 'continuation' : 'item' };
}

function lineEntry(line: MeetingLine, figures: boolean): Entry {
  const time = timesAt(figures ? line.text.replace(figuresRange, '$& hrs') : line.text);
  const base = { start: time?.start ?? null, end: time?.end ?? null, all: tidy(line.text), lines: [line.number] };
  if (time !== null) return { ...base, text: tidy(time.rest), kind: 'item' };
  if (day.test(line.text)) return { ...base, text: line.text, kind: 'day' };
  if (/^\(?\d{1,2}[.)]*$/u.test(line.label ?? '')) return { ...base, text: tidy(line.words), kind: 'item' };
  return { ...base, text: line.text, kind: line.bullet || line.label !== null ? 'continuation' : 'words' };
}

function add(entry: Entry, result: ReadAgenda, register: Register): void {
  const last = result.items.at(-1);
  const organisations = register.named(entry.all);
  switch (entry.kind) {
    case 'item':
      if (entry.text === '' && entry.start === null) return;
      result.items.push({
        start: entry.start,
        end: entry.end,
        title: titleOf(entry.text),
        organisations,
        line: entry.lines[0] ?? 1,
      });
      break;
    case 'continuation':
      if (last === undefined) return;
      last.organisations = [...new Set([...last.organisations, ...organisations])];
      break;
    case 'words':
      // Below an item: who presents it, or the rest of a title that stands on a line of its own.
      if (last === undefined || (organisations.length === 0 && last.title !== '')) return;
      if (last.title === '') last.title = titleOf(entry.text);
      last.organisations = [...new Set([...last.organisations, ...organisations])];
      break;
    case 'header':
    case 'day':
      break;
  }
  for (const one of entry.lines) result.placed.push(one);
}

/** Without the tags that a conversion left behind, and with the items of a list apart. */
function tidy(text: string): string {
  return text
    .replace(/<\/?[a-z][^<>]{0,200}>/giu, ' ')
    .replace(/(?<=\p{L})(?=\d{1,2}\.\s?\p{Lu})/gu, ' ')
    .replace(/•/gu, ' • ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** What is printed before a list of presenters. */
function titleOf(text: string): string {
  const list = /\s(?:•|\d{1,2}\.\s?(?=\p{Lu}))/u.exec(` ${text}`);
  const title = list === null || list.index === 0 ? text : text.slice(0, list.index - 1);
  return title
    .replace(/^(?:\d{1,2}[.)]|•)\s/u, '')
    .replace(/[\s:–-]+$/u, '')
    .trim();
}

function checks(items: readonly Item[]): Finding[] {
  const found: Finding[] = [];
  items.forEach((item, at) => {
    const next = items[at + 1];
    const add = (rule: string, message: string): void => {
      found.push({ rule, level: 'info', lines: [item.line, next?.line ?? item.line], message });
    };
    if (next !== undefined && item.start !== null && item.start === next.start && item.end === next.end) {
      add(
        'agenda-time-doubled',
        `"${item.title}" and "${next.title}" have the same time; the first may be a heading over the second.`,
      );
    }
    if (next === undefined && item.start !== null && item.end === null)
      add('agenda-end-missing', `The last item, "${item.title}", has no end.`);
    if (item.start !== null && item.end !== null && item.end < item.start)
      add('agenda-time-backwards', `"${item.title}" ends before it begins.`);
  });
  return found;
}
