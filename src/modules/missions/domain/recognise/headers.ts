/** The head of an application: which country, which organisation, what title. */
import type { FormLine } from './form-lines.ts';

export type HeaderKind = 'country' | 'organisation' | 'title';

export interface Header {
  kind: HeaderKind;
  /** Index of the label's line in the lines given. */
  at: number;
  value: string;
  /** Indices of the lines that the value stands in; the label's own line included where it stands there. */
  lines: number[];
}

const whose =
  '(?:(?:requesting|applicant|applying|beneficiary|recipient|host|submitting|responsible|lead|your|nominating|sponsoring|designated|implementing|offering)\\s)?';
const nameOf = '(?:names? of (?:the )?)?';
const body =
  '(?:organi[sz]ation|institution|ministry|administration|agency|entity|authority|applicant|department|office|regulator|operator)';
const state = '(?:country|member state|member country|member|economy|state|territory)';
const project =
  '(?:proposed )?(?:project|proposal|request|mission|assistance|activity|assignment|task|support|study)s?';

const labels: Record<HeaderKind, string> = {
  country: `${nameOf}${whose}${state}(?:\\s?(?:/|or|and)\\s?[\\p{L} ]{2,30})?(?: name)?`,
  organisation: `${nameOf}${whose}${body}(?:\\s?(?:/|,|or|and)\\s?${body}){0,3}(?: name)?`,
  title: `(?:titles?|names?|subject|topic) (?:of|for) (?:the )?${project}|${project} (?:title|name|topic)|(?:proposed )?(?:title|topic)`,
};
const kinds: HeaderKind[] = ['country', 'organisation', 'title'];
const whole = kinds.map((kind) => ({
  kind,
  pattern: new RegExp(`^(?:${labels[kind]})(?:\\s\\([^()]{1,60}\\))?\\s*:?$`, 'iu'),
}));
const inside = kinds.map((kind) => ({
  kind,
  pattern: new RegExp(`[\\s,;|]+(?<![\\p{L}\\p{N}])(?:${labels[kind]})\\s?:\\s`, 'iu'),
}));
/** Long labels that cannot be taken for the beginning of a value, for lines that lost their colon and their tab. */
const opening: { kind: HeaderKind; pattern: RegExp }[] = [
  { kind: 'country', pattern: /^names? of (?:the )?country:?\s+(?=\S)/iu },
  { kind: 'organisation', pattern: /^names? of (?:the )?organi[sz]ation:?\s+(?=\S)/iu },
  { kind: 'title', pattern: /^titles? of (?:the )?(?:projects?|proposals?|requests?|missions?):?\s+(?=\S)/iu },
];
const longestValue = 300;
/** A row of a head never has more lines than these. */
const longestRow = 60;

function kindOf(label: string): HeaderKind | null {
  return whole.find(({ pattern }) => pattern.test(label))?.kind ?? null;
}

/** All labels of heads between two lines, with what stands behind them. */
export function headersIn(lines: readonly FormLine[], from: number, to: number): Header[] {
  const found: Header[] = [];
  for (let at = from; at < to; at++) {
    const header = headerAt(lines, at, to);
    if (header !== null) found.push(...onOneLine(header));
  }
  return found;
}

/** "Organisation: Reef Office   Country: Samoa": another label of a head inside the value begins another field. */
function onOneLine(header: Header): Header[] {
  if (!header.value.includes(':')) return [header];
  const cuts = inside
    .filter(({ kind }) => kind !== header.kind)
    .flatMap(({ kind, pattern }) => {
      const match = pattern.exec(header.value);
      return match === null ? [] : [{ kind, from: match.index, to: match.index + match[0].length }];
    })
    .sort((a, b) => a.from - b.from);
  const values = [{ kind: header.kind, to: 0 }, ...cuts].map(({ kind, to }, at): Header => {
    const value = header.value.slice(to, cuts[at]?.from).trim();
    return { ...header, kind, value };
  });
  return values.filter(({ value }, at) => at === 0 || value !== '');
}

function headerAt(lines: readonly FormLine[], at: number, to: number): Header | null {
  const line = lines[at];
  if (line === undefined || line.blank || line.text.length > longestValue) return null;
  const [first = '', ...rest] = line.parts;
  const words = line.parts.length > 1 ? first : line.words;
  if (line.parts.length > 1) {
    const kind = kindOf(first.replace(/^\(?\w{1,2}[.)]\s/u, ''));
    const value = rest.filter((part) => part !== '').join(' ');
    return kind === null || kindOf(value) !== null ? null : wrapped(lines, { kind, at, value, lines: [at] }, to);
  }
  const colon = /^([^:]{2,60}):\s*(\S.*)$/u.exec(words);
  const kind = colon?.[1] === undefined ? null : kindOf(colon[1]);
  if (kind !== null) return wrapped(lines, { kind, at, value: colon?.[2] ?? '', lines: [at] }, to);
  const alone = kindOf(words);
  if (alone !== null) return below(lines, alone, at, to);
  for (const { kind: known, pattern } of opening) {
    if (pattern.test(words))
      return wrapped(lines, { kind: known, at, value: words.replace(pattern, ''), lines: [at] }, to);
  }
  return null;
}

/** The value in the next cell of the row, or in the next line. */
function below(lines: readonly FormLine[], kind: HeaderKind, at: number, to: number): Header | null {
  const label = lines[at];
  if (label === undefined) return null;
  const header: Header = { kind, at, value: '', lines: [at] };
  if (label.cell !== null) {
    const { table, row, column } = label.cell;
    if (column > 0 && !startsWithLabel(lines, at)) return null;
    const above = column === 0 ? brokenLabel(lines, at) : null;
    let beside = above !== null;
    if (above !== null) {
      header.value = above.map((index) => lines[index]?.text ?? '').join(' ');
      header.lines.push(...above);
    }
    for (let next = at + 1; next < Math.min(to, at + longestRow); next++) {
      const cell = lines[next]?.cell ?? null;
      if (cell?.table !== table || cell.row !== row) break;
      if (cell.column !== column + 1) continue;
      beside = true;
      const text = lines[next]?.text ?? '';
      if (text === '') continue;
      header.value = header.value === '' ? text : `${header.value} ${text}`;
      header.lines.push(next);
    }
    return beside && kindOf(header.value) === null ? header : null;
  }
  const next = lines.findIndex((line, index) => index > at && index < Math.min(to, at + 3) && !line.blank);
  const value = lines[next];
  // A label without a colon above some line is a label only in a table.
  if (value === undefined || !label.text.endsWith(':') || kindOf(value.words) !== null || value.text.endsWith(':'))
    return null;
  return { ...header, value: value.text, lines: [at, next] };
}

/**
 * A narrow column of a PDF breaks a label over two rows: "Name of" above "Organization:". The lines of the value beside
 * its first half; `null` where the label is whole.
 */
function brokenLabel(lines: readonly FormLine[], at: number): number[] | null {
  const own = lines[at]?.cell ?? null;
  const values: number[] = [];
  for (let back = at - 1; back >= Math.max(0, at - longestRow); back--) {
    const cell = lines[back]?.cell ?? null;
    if (own === null || cell?.table !== own.table || cell.row !== own.row - 1) return null;
    if (cell.column === 0)
      return /^(?:names?|titles?) (?:of|for)(?: the)?$/iu.test(lines[back]?.text ?? '') ? values : null;
    values.unshift(back);
  }
  return null;
}

/** In a row of several labels with their values the first cell is a label too; in a table of data it is not. */
function startsWithLabel(lines: readonly FormLine[], at: number): boolean {
  const own = lines[at]?.cell ?? null;
  let first = at;
  for (let back = at - 1; back >= Math.max(0, at - longestRow); back--) {
    const cell = lines[back]?.cell ?? null;
    if (own === null || cell?.table !== own.table || cell.row !== own.row) break;
    first = back;
  }
  return kindOf(lines[first]?.words ?? '') !== null;
}

/** Adds the lines on which a long value goes on. */
function wrapped(lines: readonly FormLine[], header: Header, to: number): Header {
  for (let next = header.at + 1; next < Math.min(to, header.at + 3); next++) {
    const line = lines[next];
    if (line === undefined || line.blank || line.parts.length > 1 || line.bullet || line.label !== null) break;
    const another = line.text.includes(':') || kindOf(line.words) !== null || line.cell?.first === true;
    if (another || opening.some(({ pattern }) => pattern.test(line.words)) || /^please\b/iu.test(line.words)) break;
    header.value = `${header.value} ${line.text}`;
    header.lines.push(next);
  }
  return header;
}
