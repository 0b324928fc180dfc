/** Several participants on one line: "Harbour Board: Ana Moana, Director; Sione Vaka". */
import { withholdContacts } from '#kernel/contacts.ts';
import type { MeetingLine } from './meeting-lines.ts';
import type { Register } from './organisations.ts';
import { body, clean, isContactLine, onlineMark, withoutOnline, type ReadParticipants } from './participant-words.ts';
import { endsWithRole, hasHonorific, readPerson, startsWithRole } from './people.ts';

export interface Inline {
  /** As printed before the names; `null` where each name has its own in brackets. */
  organisation: string | null;
  people: { words: string; organisation: string | null }[];
}

const longestInline = 2000;

/** Words before a colon that name no organisation. */
const otherLabel =
  /^(?:tel|phone|mobile|fax|e-?mail|dates?|times?|venue|place|chair\w*|vice|co-?chair\w*|secretar\w+|rapporteurs?|moderators?|apologi\w+|absent|excused|notes?|contacts?|address|names?|organi[sz]ation|country|title|position|total|present|in attendance|participants|attendees)\b/iu;

/** Lines that name an organisation and its people: "Harbour Board: Ana Moana, Director; Sione Vaka". */
export function inlineLists(lines: readonly MeetingLine[]): Map<MeetingLine, Inline> {
  const found = new Map<MeetingLine, Inline>();
  for (const line of lines) {
    if (line.blank || line.cell !== null || line.words.length > longestInline || hasHonorific(line.words)) continue;
    const [, organisation = '', rest = ''] = /^(\p{Lu}[^:,;]{1,100}?)(?::| [–—-])\s+(\S.*)$/u.exec(line.words) ?? [];
    if (organisation === '' || otherLabel.test(organisation) || isContactLine(line)) continue;
    const people = peopleIn(rest, true);
    if (people !== null) found.set(line, { organisation, people });
  }
  return found;
}

/** "Ana Moana (OCU), Sione Vaka (OCU)" behind "Present:". */
export function inlineAttendance(line: MeetingLine): Inline | null {
  const list = attendance.exec(line.words)?.[1] ?? '';
  const people = list === '' || list.length > longestInline ? null : peopleIn(list);
  return people === null ? null : { organisation: null, people };
}

const attendance =
  /^(?:present|in attendance|participants|attendees|attendance|attending|members present)\s*:\s*(\S.*)$/iu;

/**
 * The people of a list, parted by semicolons, or by commas where nothing but names stands between them.
 *
 * @param ofOne all are of one organisation, printed before them
 */
function peopleIn(list: string, ofOne = false): Inline['people'] | null {
  const bySemicolon = list.split(/\s*;\s*(?:and\s+)?/u).filter((one) => one !== '');
  const pieces =
    bySemicolon.length > 1 ? bySemicolon : list.split(/\s*,\s*(?![^()]*\))(?:and\s+)?|\s+and\s+(?=\p{Lu})/u);
  const people = (isOneWithRole(pieces) ? [list] : pieces).map((piece) => {
    const [, before = piece, inside = null] = /^(.{3,80}?)\s*\((\p{Lu}[^()]{1,60})\)\.?$/u.exec(piece) ?? [];
    if (inside === null || onlineMark.test(`(${inside})`)) return { words: piece, organisation: null };
    // Under one name the brackets hold what people do there.
    const isRole = startsWithRole(inside) || (ofOne && endsWithRole(inside) && !body.test(inside));
    return { words: isRole ? `${before}, ${inside}` : before, organisation: isRole ? null : inside };
  });
  const good = people.every(({ words }) => {
    const person = readPerson(clean(withoutOnline(words)));
    return person !== null && (person.name.includes(' ') || person.honorific !== null);
  });
  return good ? people : null;
}

/** "Tevita Kolo, Captain": what follows the comma is no further name. */
function isOneWithRole(pieces: readonly string[]): boolean {
  return (
    pieces.length > 1 &&
    pieces.slice(1).every((piece) => {
      const words = piece.replace(/\s*\([^()]*\)\.?$/u, '');
      return readPerson(words) === null || startsWithRole(words);
    })
  );
}

/** Adds the people of such a line. */
export function fromInline(line: MeetingLine, list: Inline, register: Register, result: ReadParticipants): void {
  const key = list.organisation === null ? '' : register.add(list.organisation);
  for (const one of list.people) {
    const { text, count } = withholdContacts(one.words);
    const person = readPerson(clean(withoutOnline(text)));
    if (person === null) continue;
    result.participants.push({
      name: person.name,
      honorific: person.honorific,
      organisation: one.organisation === null ? key : register.add(one.organisation),
      role: person.role,
      online: onlineMark.test(one.words),
      contacts: count,
      line: line.number,
    });
  }
  result.placed.push(line.number);
}
