/**
 * Which columns of a list say what: known by their words, in any order, below any notes, under one or two rows of
 * headings. What is not known is shown as left over.
 */
import { columnLetters, wordsOfValue, type Sheet, type SheetRow } from '#formats/sheets/index.ts';

/** What a column may say. */
export type ColumnKey =
  | 'name'
  | 'given'
  | 'family'
  | 'kind'
  | 'organisation'
  | 'country'
  | 'nationality'
  | 'email'
  | 'telephone'
  | 'core'
  | 'topics'
  | 'modalities'
  | 'languages'
  | 'worked'
  | 'barred'
  | 'conflict'
  | 'away'
  | 'summary'
  | 'experience'
  | 'missions';

/** The wordings of headings; the first that fits counts, so the narrower ones come first. */
const wordings: readonly [key: ColumnKey, pattern: RegExp][] = [
  ['email', /\be ?mails?\b|\bmail address/],
  ['telephone', /\b(?:tele)?phone|\btel\b|\bmobile\b|\bcell\b/],
  ['given', /\b(?:given|first|fore) ?names?\b/],
  ['family', /\b(?:family|last) ?names?\b|\bsurname\b/],
  ['nationality', /\bnationalit|\bcitizenship\b/],
  ['barred', /\bbarred\b|\bmust not\b|\bexcluded countr|\bnot to be sent\b/],
  ['conflict', /\bconflicts?\b/],
  ['away', /\bunavailab|\bnot available\b|\bcannot come\b|\babsen/],
  ['missions', /\b(?:earlier|previous|past|former) missions?\b|^missions?$/],
  ['worked', /\bcountr(?:y|ies)\b.*\b(?:worked|experience)|\bworked in\b|\bexperience in countr/],
  ['languages', /\blanguages?\b/],
  ['core', /\b(?:main|core|primary|principal|known for)\b.*\b(?:topics?|areas?|expertise|fields?)?/],
  ['topics', /\btopics?\b|\bareas?\b|\bexpertise\b|\bspeciali[sz]|\bsubjects?\b|\bfields?\b/],
  [
    'modalities',
    /\bkinds? of help\b|\bmodalit|\b(?:kinds?|types?) of (?:help|support|assistance|service)|\bservices?\b/,
  ],
  ['kind', /^(?:kind|type)(?: of entry)?$|\bperson or organi[sz]ation\b/],
  ['summary', /\bsummary\b|\bprofile\b|\bbio(?:graphy|data)?\b|^about\b/],
  ['experience', /\bexperience\b|\btrack record\b|\bcareer\b|\bbackground\b/],
  [
    'name',
    /^(?:full )?names?$|\bname of (?:the )?(?:expert|person|consultant|speciali[sz]t)|\b(?:expert|person|consultant)s?(?: s)? name\b|^(?:expert|consultant|person)s?$/,
  ],
  [
    'organisation',
    /\borgani[sz]ations?\b|\binstitutions?\b|\bcompany\b|\bemployer\b|\baffiliation\b|\bagency\b|\bministry\b/,
  ],
  ['country', /^country\b|\bcountry of residence\b|\bbased in\b|^economy$/],
];

const folded = (heading: string): string =>
  heading
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\([^()]*\)/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What a heading means; `null` where it is not known. */
export function columnOf(heading: string): ColumnKey | null {
  const words = folded(heading);
  if (words === '' || words.length > 80) return null;
  return wordings.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** Where the table of a sheet begins, and what its columns say. */
export interface Headings {
  /** The last row of headings; data stand below. */
  row: number;
  known: Map<number, ColumnKey>;
  /** Columns with a heading that is not known, or that says what another does already. */
  leftOver: { column: string; heading: string }[];
}

/** Rows at the top of a sheet in which headings are looked for. */
const searched = 40;

/** The headings of a sheet; `null` where no row of it heads a list of people or organisations. */
export function headingsOf(sheet: Sheet): Headings | null {
  let best: { headings: Headings; worth: number } | null = null;
  const rows = sheet.rows.slice(0, searched);
  rows.forEach((row, at) => {
    const above = rows[at - 1];
    for (const headings of [asHeadings(sheet, null, row), above === undefined ? null : asHeadings(sheet, above, row)]) {
      if (headings === null) continue;
      const worth = headings.known.size;
      if (best === null || worth > best.worth) best = { headings, worth };
    }
  });
  return (best as { headings: Headings } | null)?.headings ?? null;
}

function asHeadings(sheet: Sheet, above: SheetRow | null, row: SheetRow): Headings | null {
  const own = new Map(row.cells.map(({ column, value }) => [column, wordsOfValue(value)]));
  if ([...own.values()].some((words) => words.length > 120 || words.includes('@'))) return null;
  const upper = above === null ? new Map<number, string>() : across(sheet, above);
  const known = new Map<number, ColumnKey>();
  const leftOver: Headings['leftOver'] = [];
  let hits = 0;
  for (const column of [...new Set([...own.keys(), ...upper.keys()])].sort((a, b) => a - b)) {
    const words = own.get(column) ?? '';
    const over = upper.get(column) ?? '';
    const mine = columnOf(words);
    const key = mine ?? columnOf(words === '' ? over : `${over} ${words}`);
    if (mine !== null) hits++;
    if (key !== null && ![...known.values()].includes(key)) known.set(column, key);
    else
      leftOver.push({
        column: columnLetters(column),
        heading: [over, words].filter((part) => part !== '').join(' – '),
      });
  }
  const keys = [...known.values()];
  const named = keys.includes('name') || keys.includes('family') || (keys.includes('organisation') && keys.length > 2);
  // A second row of headings says at least one thing of its own; a row of data does not.
  return named && keys.length >= 2 && hits > 0 ? { row: row.number, known, leftOver } : null;
}

/** The words of a row by column, those of merged cells over all columns that they span. */
function across({ merged }: Sheet, row: SheetRow): Map<number, string> {
  const words = new Map<number, string>();
  for (const { column, value } of row.cells) {
    const span = merged.find(
      ({ firstRow, lastRow, firstColumn }) => firstColumn === column && firstRow <= row.number && row.number <= lastRow,
    );
    const last = Math.min(span?.lastColumn ?? column, column + 100);
    for (let at = column; at <= last; at++) words.set(at, wordsOfValue(value));
  }
  return words;
}
