/** A list of members as people have it, pasted or as a file: what each row says, and everything that is wrong in it. */
import { countryCode } from '#kernel/countries.ts';
import { wordsOfValue, type SheetValue, type Workbook } from '#formats/sheets/workbook.ts';
import { Category, kindNames, OrganisationKind, type CategoryNames, type MembershipTerms } from './memberships.ts';

/** One row of the list; what it leaves empty is `null`. */
export interface MemberRow extends MembershipTerms {
  /** As a spreadsheet counts, from 1. */
  row: number;
  name: string;
  key: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  kind: OrganisationKind | null;
}

/** Something that is wrong in a row, in words. */
export interface RowProblem {
  row: number;
  message: string;
}

/** The words by which columns are known, folded. */
const columns = {
  name: ['name', 'organisation', 'organization', 'administration', 'member'],
  key: ['short name', 'abbreviation', 'acronym'],
  country: ['country', 'country or area', 'economy'],
  category: ['category', 'membership', 'status'],
  fellowship: ['fellowship', 'fellowships', 'entitled to fellowships', 'fellowship entitled'],
  from: ['from', 'since', 'joined', 'date of joining', 'first day'],
  to: ['to', 'until', 'left', 'last day'],
  kind: ['kind', 'type', 'kind of organisation'],
} as const;
type Column = keyof typeof columns;

const plain = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_]+/gu, ' ')
    .trim();

/** What a table says. The first row names the columns, in any order; others than those known are told. */
export function readMembers(
  { sheets }: Workbook,
  names: CategoryNames,
): { rows: MemberRow[]; problems: RowProblem[]; ignored: string[] } {
  const [head, ...rest] = sheets[0]?.rows ?? [];
  const ignored: string[] = [];
  const places = new Map<Column, number>();
  for (const { column, value } of head?.cells ?? []) {
    const words = wordsOf(value);
    const known = (Object.keys(columns) as Column[]).find((one) => columns[one].some((name) => name === plain(words)));
    if (known === undefined) ignored.push(words);
    else if (!places.has(known)) places.set(known, column);
  }
  const lacking = (['name', 'category'] as const).filter((column) => !places.has(column));
  if (lacking.length > 0) {
    const message = `The first row has to name the columns; ${lacking.map((one) => `“${one}”`).join(' and ')} is missing.`;
    return { rows: [], problems: [{ row: head?.number ?? 1, message }], ignored };
  }
  const read = rest.map(({ number, cells }) => {
    const cell = (column: Column): string => {
      const found = cells.find((one) => one.column === places.get(column));
      return found === undefined ? '' : wordsOf(found.value).trim();
    };
    return readRow(number, cell, names);
  });
  return { rows: read.flatMap(({ row }) => row ?? []), problems: read.flatMap(({ problems }) => problems), ignored };
}

/** Days that a spreadsheet keeps with an hour are days. */
const wordsOf = (value: SheetValue): string => (value.kind === 'date' ? value.date.slice(0, 10) : wordsOfValue(value));

function readRow(
  row: number,
  cell: (column: Column) => string,
  names: CategoryNames,
): { row: MemberRow | null; problems: RowProblem[] } {
  const problems: RowProblem[] = [];
  const wrong = (message: string): null => {
    problems.push({ row, message });
    return null;
  };
  const name = cell('name');
  if (name === '') wrong('The name is missing.');
  if (name.length > 300) wrong('The name is longer than 300 letters.');
  const category = categoryOf(cell('category'), names) ?? wrong(`“${cell('category')}” is no category of the house.`);
  const printed = cell('country');
  const country = printed === '' ? null : (countryOf(printed) ?? wrong(`“${printed}” is no country that is known.`));
  const fellowship = yesOrNo(cell('fellowship'));
  if (fellowship === undefined) wrong(`“${cell('fellowship')}” says neither yes nor no about fellowships.`);
  const day = (column: 'from' | 'to'): string | null => {
    const words = cell(column);
    if (words === '') return null;
    return isDay(words) ? words : wrong(`“${words}” is no day such as 2027-03-31.`);
  };
  const [from, to] = [day('from'), day('to')];
  if (from !== null && to !== null && from > to) wrong('The last day is before the first one.');
  const kind =
    cell('kind') === '' ? null : (kindOf(cell('kind')) ?? wrong(`“${cell('kind')}” is no kind of organisation.`));
  if (problems.length > 0 || category === null) return { row: null, problems };
  const key = cell('key');
  const made = { row, name, key: key === '' ? null : key.slice(0, 60), country, kind, category, from, to };
  return { row: { ...made, fellowship: fellowship ?? null }, problems };
}

function categoryOf(words: string, names: CategoryNames): Category | null {
  const wanted = plain(words);
  return (
    Category.options.find((key) => [key, names[key].one, names[key].many].some((name) => plain(name) === wanted)) ??
    null
  );
}

const countryOf = (printed: string): string | null => (/^[A-Z]{2}$/.test(printed) ? printed : countryCode(printed));

/** `null`: not known; `undefined`: neither yes nor no. */
function yesOrNo(words: string): boolean | null | undefined {
  const said = plain(words);
  if (said === '' || said === 'unknown' || said === '?') return null;
  if (['yes', 'y', 'true', '1', 'entitled'].includes(said)) return true;
  return ['no', 'n', 'false', '0', 'not entitled'].includes(said) ? false : undefined;
}

function isDay(words: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(words)) return false;
  const at = new Date(`${words}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(words);
}

function kindOf(words: string): OrganisationKind | null {
  const wanted = plain(words);
  return OrganisationKind.options.find((key) => plain(key) === wanted || plain(kindNames[key]) === wanted) ?? null;
}
