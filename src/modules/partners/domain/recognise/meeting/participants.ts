/** The list of participants: a list under the names of organisations, or a table. Contacts are counted and dropped. */
import { rowsOf, type TableRow } from '#formats/document/rows.ts';
import { countryCode } from '#kernel/countries.ts';
import { withholdContacts } from '#kernel/contacts.ts';
import type { Finding, Media } from '#kernel/reading/index.ts';
import { fromInline, inlineLists, type Inline } from './inline-people.ts';
import type { MeetingLine } from './meeting-lines.ts';
import { takeApart, type Register } from './organisations.ts';
import { body, clean, isContactLine, onlineMark, withoutOnline, type ReadParticipants } from './participant-words.ts';
import { endsWithRole, hasHonorific, readPerson, startsWithRole, type Person } from './people.ts';

/** Everything printed on one participant. */
interface Entry {
  organisation: string;
  /** What stands above is a country or a secretariat: a body named with the person says more. */
  loose: boolean;
  online: boolean;
  lines: MeetingLine[];
}

/** Reads the participants between two lines. */
export function readParticipants(lines: readonly MeetingLine[], media: Media, register: Register): ReadParticipants {
  const result: ReadParticipants = { participants: [], placed: [], findings: [] };
  const table = participantTable(lines, media);
  const inline = table === null ? inlineLists(lines) : new Map<MeetingLine, Inline>();
  for (const [line, list] of inline) fromInline(line, list, register, result);
  const others = lines.filter((line) => !inline.has(line));
  const entries = table === null ? listed(others, register, result) : [];
  if (table === null) registerRepeated(entries, register);
  if (table !== null) fromTable(table, register, result);
  for (const entry of entries) fromList(entry, register, result);
  return result;
}

// ---------------------------------------------------------------- a list

/** What several people without a heading have as the last part of their line is where they are from. */
function registerRepeated(entries: readonly Entry[], register: Register): void {
  const counts = new Map<string, number>();
  for (const { organisation, lines } of entries) {
    const parts = organisation === '' ? clean(lines[0]?.words ?? '').split(/\s*,\s*/u) : [];
    const last = parts.at(-1) ?? '';
    if (parts.length > 2 && /^\p{Lu}/u.test(last) && !startsWithRole(last))
      counts.set(last, (counts.get(last) ?? 0) + 1);
  }
  for (const [name, count] of counts) if (count > 1) register.add(name);
}

function listed(lines: readonly MeetingLine[], register: Register, result: ReadParticipants): Entry[] {
  const entries: Entry[] = [];
  // Where fewer people have a number or an honorific than have none, these do not tell where a person begins.
  const count = (starts: (line: MeetingLine) => boolean): number => lines.filter(starts).length;
  const marked =
    count(isMarkedStart) > count((line) => !isMarkedStart(line) && (isBareStart(line) || isBracketed(line)));
  let organisation: { key: string; loose: boolean; online: boolean } | null = null;
  let open: Entry | null = null;
  for (const [at, line] of lines.entries()) {
    if (line.blank) continue;
    const adjacent = lines[at - 1]?.blank === false;
    if (groups.test(line.words)) {
      open = null;
      organisation = null;
      continue;
    }
    if (marked ? isMarkedStart(line) : isStart(lines, at)) {
      open = {
        organisation: organisation?.key ?? '',
        loose: organisation?.loose ?? true,
        online: organisation?.online ?? false,
        lines: [line],
      };
      entries.push(open);
    } else if (
      open !== null &&
      (isContactLine(line) || (adjacent && !isOrganisation(line) && !isBody(lines, at, marked)))
    ) {
      open.lines.push(line);
    } else if (isOrganisation(line) || isBody(lines, at, marked) || (!adjacent && startsList(lines, at, marked))) {
      const name = withoutOnline(line.words).trim();
      const loose = countryCode(name) !== null || /^(?:the )?secretariat\s*:?$/iu.test(name);
      organisation = { key: register.add(name), loose, online: onlineMark.test(line.words) };
      open = null;
      result.placed.push(line.number);
    } else open = null;
  }
  return entries;
}

/** A number or an honorific stands before a person. */
function isMarkedStart(line: MeetingLine): boolean {
  if (line.blank) return false;
  return /^\(?\d{1,4}[.)]?\)?$/u.test(line.label ?? '') ? /^\p{L}/u.test(line.words) : hasHonorific(line.words);
}

/** "Ana Moana, Director", in lists without numbers and honorifics. */
function isBareStart(line: MeetingLine): boolean {
  if (line.blank || isOrganisation(line)) return false;
  const person = readPerson(line.words);
  return person !== null && person.role !== null;
}

/** A name in capitals or with its abbreviation at the end. */
function isOrganisation(line: MeetingLine): boolean {
  const words = withoutOnline(line.words).trim();
  if (words.length > 160 || words.includes('@') || /\d{4}/u.test(words)) return false;
  if (groups.test(words)) return false;
  const letters = words.replace(/\P{L}/gu, '');
  const capitals = letters.length > 1 && letters === letters.toUpperCase() && !/[,.]$/u.test(words);
  return (
    capitals ||
    line.heading ||
    countryCode(words) !== null ||
    (/\([A-Z][A-Za-z&/-]{1,14}\)$/u.test(words) && !words.includes(','))
  );
}

/** Headings over several organisations. */
const groups =
  /^(?:(?:associate |affiliate |full )?members?(?: states| countries)?|observers?|delegations?|participants?|(?:invited )?(?:guests|speakers|experts)|resource persons?|chair(?:person|man)?s?|host|(?:international |regional |other )?organi[sz]ations|others?)\s*:?$/iu;

/** Whether the next non-blank line begins with a person, so that this one names where they are from. */
function startsList(lines: readonly MeetingLine[], at: number, marked: boolean): boolean {
  const line = lines[at];
  const next = lines.slice(at + 1, at + 5).find((one) => !one.blank);
  if (
    line === undefined ||
    next === undefined ||
    groups.test(line.words) ||
    line.words.length > 120 ||
    /[.;]$/u.test(line.words)
  )
    return false;
  return marked ? isMarkedStart(next) : isStart(lines, lines.indexOf(next, at));
}

/** Where not every person has a number or an honorific. */
function isStart(lines: readonly MeetingLine[], at: number): boolean {
  const line = lines[at];
  return (
    line !== undefined && (isMarkedStart(line) || isBareStart(line) || isBracketed(line) || isNameAlone(lines, at))
  );
}

/** "- Ana Moana (Reef Bank)", an item of a list. */
function isBracketed(line: MeetingLine): boolean {
  if (line.blank || (!line.bullet && line.label === null)) return false;
  const [, name = ''] = /^([^(),:]{4,60}) \(\p{Lu}[^()]{1,80}\)$/u.exec(withoutOnline(line.words)) ?? [];
  const person = name === '' || body.test(name) ? null : readPerson(name);
  return person !== null && person.role === null && (person.name.includes(' ') || person.honorific !== null);
}

/** A name alone on its line, at the beginning of a block whose next line says what the person is, or where from. */
function isNameAlone(lines: readonly MeetingLine[], at: number): boolean {
  const line = lines[at];
  const next = lines[at + 1];
  if (line === undefined || next === undefined || next.blank || lines[at - 1]?.blank === false) return false;
  if (isOrganisation(line) || bodyLine.test(line.words) || startsWithRole(line.words)) return false;
  const person = readPerson(line.words);
  if (person === null || person.role !== null || person.name.split(' ').length < 2) return false;
  if (startsWithRole(next.words) || endsWithRole(next.words)) return true;
  return !next.words.includes(',') && bodyLine.test(next.words) && !isOrganisation(next);
}

/** The name of a body between two persons, where nothing but its words sets it apart. */
function isBody(lines: readonly MeetingLine[], at: number, marked: boolean): boolean {
  const line = lines[at];
  const before = lines[at - 1];
  if (line === undefined || before === undefined || line.words.includes(',') || line.words.split(' ').length > 10)
    return false;
  // The last line of a block belongs to the person above it.
  if (!before.blank && !isContactLine(before) && lines[at + 1]?.blank !== false) return false;
  return (body.test(line.words) || isContactLine(before)) && startsList(lines, at, marked);
}

function fromList(entry: Entry, register: Register, result: ReadParticipants): void {
  const [first] = entry.lines;
  if (first === undefined) return;
  // An address may run over the end of a line.
  const words = [first.words, ...entry.lines.slice(1).map((line) => line.text)].join('\n');
  const { text, count } = withholdContacts(words);
  const online = entry.online || onlineMark.test(text);
  const withoutMark = withoutOnline(text);
  const read =
    inBlock(withoutMark.split('\n').map(clean), entry, register) ?? personAndBody(clean(withoutMark), entry, register);
  if (read === null) return;
  const { person, ...place } = read;
  result.participants.push({
    name: person.name,
    honorific: person.honorific,
    ...place,
    online,
    contacts: count,
    line: first.number,
  });
  for (const one of entry.lines.map((line) => line.number)) result.placed.push(one);
  if (person.guessed) result.findings.push(guessed(person, first.number));
}

interface Placed {
  person: Person;
  organisation: string;
  role: string | null;
}

/** A block of lines: the name alone, then what the person is, where from, and an address; `null` for other entries. */
function inBlock(lines: readonly string[], entry: Entry, register: Register): Placed | null {
  const [first = '', ...rest] = lines;
  const below = rest.filter((line) => line !== '');
  const person = readPerson(first);
  const [next = ''] = below;
  if (person === null || person.role !== null || next === '' || /^\p{Ll}/u.test(next)) return null;
  const isRole = startsWithRole(next) || endsWithRole(next);
  const own = below.slice(isRole ? 1 : 0, 3).find((line) => bodyLine.test(line) && !startsWithRole(line));
  if (!isRole && own === undefined) return null;
  const organisation = own === undefined || !entry.loose ? entry.organisation : register.add(own);
  return { person, organisation, role: isRole ? next : null };
}

/** A person with role and organisation, the latter from the heading, the last part of the role, or brackets at the end. */
function personAndBody(text: string, { organisation: known, loose }: Entry, register: Register): Placed | null {
  // "Jone Rabuka (Head of delegation)" under the name of the delegation.
  const [, named = '', role = ''] = known === '' ? [] : (/^([^(),]{4,80}?)\s*\(([^()]{2,80})\)$/u.exec(text) ?? []);
  const titled = named === '' ? null : readPerson(named);
  if (titled !== null && titled.role === null) return { person: titled, organisation: known, role };
  const person = readPerson(text);
  const place = person === null || (known !== '' && !loose) ? null : fromRole(person, register);
  if (person !== null && known !== '' && (place === null || place.organisation === ''))
    return { person, organisation: known, role: person.role };
  if (person !== null && place !== null && place.organisation !== '') return { person, ...place };
  const [, before = '', name = '', rest = ''] =
    /^(.{4,80}?)\s*\((\p{Lu}[^()]{1,60})\)(?:\s*[,;–-]\s*(.+))?$/u.exec(text) ?? [];
  const bracketed = readPerson(before);
  if (bracketed === null) return person === null ? null : { person, organisation: '', role: person.role };
  return {
    person: bracketed,
    organisation: known === '' ? register.add(name) : known,
    role: rest === '' ? bracketed.role : rest,
  };
}

/** A body on a line of its own. */
const bodyLine = new RegExp(`${body.source}|\\b(?:services?|division|bureau|trust)\\b`, 'iu');

/** Where no heading names the organisation, the last part of the role does when it is the name of a body. */
function fromRole(person: Person, register: Register): { organisation: string; role: string | null } {
  const parts = (person.role ?? '').split(/\s*,\s*/u);
  // "Ministry of Health, Samoa" is one name.
  if (parts.length > 2 && countryCode(parts.at(-1) ?? '') !== null && body.test(parts.at(-2) ?? ''))
    parts.push(parts.splice(-2).join(', '));
  const last = parts.at(-1) ?? '';
  const known = register.keyOf(last);
  if (last === '' || (known === null && !body.test(last) && takeApart(last).abbreviation === null))
    return { organisation: '', role: person.role };
  const role = parts.slice(0, -1).join(', ');
  return { organisation: register.add(last), role: role === '' ? null : role };
}

function guessed(person: Person, line: number): Finding {
  const message = `Nothing parts name and role: read as "${person.name}" and "${person.role ?? ''}".`;
  return { rule: 'participant-split-guessed', level: 'info', lines: [line, line], message };
}

// ---------------------------------------------------------------- a table

interface Columns {
  name: number;
  organisation: number;
  role: number;
  honorific: number;
  rows: TableRow[];
  headerLines: number[];
}

function participantTable(lines: readonly MeetingLine[], media: Media): Columns | null {
  const rows = rowsOf(
    lines.flatMap((line) => line.sources),
    media,
  );
  for (const [at, row] of rows.slice(0, 10).entries()) {
    const find = (pattern: RegExp): number =>
      row.cells.findIndex((cell) => cell.text.length < 50 && pattern.test(cell.text));
    const name = find(/\b(?:names?|participants?|representatives?|delegates?|attendees?)\b/iu);
    const organisation = find(
      /\b(?:organi[sz]ation|agency|institution|affiliation|country|administration|entity|delegation|company|member)\b/iu,
    );
    const role = find(/\b(?:title|position|designation|role|function|job)\b/iu);
    if (name === -1 || (organisation === -1 && role === -1)) continue;
    const honorific = find(/^(?:mr|ms|salutation|prefix|title)\b/iu);
    return {
      name,
      organisation,
      // "Name and title": both stand in one cell.
      role: role === name ? -1 : role,
      honorific: honorific === role ? -1 : honorific,
      rows: rows.slice(at + 1),
      headerLines: row.lines,
    };
  }
  return null;
}

function fromTable(table: Columns, register: Register, result: ReadParticipants): void {
  for (const one of table.headerLines) result.placed.push(one);
  let organisation = '';
  for (const row of table.rows) {
    const at = (column: number): string => (column === -1 ? '' : (row.cells[column]?.text ?? ''));
    const filled = row.cells.filter((cell) => cell.text !== '');
    // A row of one cell names the organisation of the rows below it.
    if (filled.length === 1 && filled[0] !== undefined) {
      if (withholdContacts(filled[0].text).count > 0) continue;
      if (readPerson(filled[0].text)?.role !== undefined && hasHonorific(filled[0].text)) continue;
      organisation = register.add(withoutOnline(filled[0].text));
      for (const one of row.lines) result.placed.push(one);
      continue;
    }
    if (/\bnames?\b/iu.test(at(table.name)) && at(table.name).length < 30) continue;
    const printed = at(table.organisation);
    if (printed !== '' && table.role !== table.organisation) organisation = register.add(withoutOnline(printed));
    const all = withholdContacts(row.cells.map((cell) => cell.text).join('\n'));
    const person = readPerson(clean(withoutOnline(withholdContacts(at(table.name)).text)));
    if (person === null || row.lines[0] === undefined) continue;
    const printedRole = clean(withoutOnline(withholdContacts(at(table.role)).text));
    // "Designation and organisation" in one column.
    const both = table.role === table.organisation ? fromRole({ ...person, role: printedRole }, register) : null;
    const role = both === null ? printedRole : (both.role ?? '');
    result.participants.push({
      name: person.name,
      honorific: person.honorific ?? (at(table.honorific) === '' ? null : at(table.honorific)),
      organisation: both?.organisation ?? organisation,
      role: role === '' ? person.role : role,
      online: onlineMark.test(all.text),
      contacts: all.count,
      line: row.lines[0],
    });
    for (const one of row.lines) result.placed.push(one);
  }
}
