/** What a person should look at in a meeting's report: its parts against one another. No message holds a contact. */
import { findContacts } from '#kernel/contacts.ts';
import type { Finding, MeetingRecord } from '#kernel/reading/index.ts';
import type { MeetingLine } from './meeting-lines.ts';

type Level = Finding['level'];

/** All checks on a report. */
export function checkMeeting(record: MeetingRecord, lines: readonly MeetingLine[]): Finding[] {
  return [
    ...head(record),
    ...counts(record),
    ...silent(record),
    ...outcomes(record),
    ...honorifics(record, lines),
    ...spelling(record, lines),
    ...datesWithoutYear(record),
  ];
}

function finding(rule: string, level: Level, line: number | null, message: string): Finding {
  return { rule, level, lines: line === null ? null : [line, line], message };
}

function head(record: MeetingRecord): Finding[] {
  const missing = [
    record.series === '' ? 'the name of the meeting' : null,
    record.date === '' ? 'its day' : null,
    record.place === null ? 'its place' : null,
  ].filter((part) => part !== null);
  return missing.length === 0
    ? []
    : [finding('meeting-head-incomplete', 'warning', null, `Not found: ${missing.join(', ')}.`)];
}

/** "22 participants from 9 organisations" against the list. */
function counts(record: MeetingRecord): Finding[] {
  if (record.participants.length === 0)
    return [finding('participants-missing', 'info', null, 'The file holds no list of participants.')];
  const listed = record.participants.length;
  const from = new Set(record.participants.map((person) => person.organisation)).size;
  return record.outcomes.flatMap(({ text, line }) => {
    const people = Number(
      /\b(\d{1,4})\s(?:participants|delegates|representatives|attendees)\b/iu.exec(text)?.[1] ?? listed,
    );
    const bodies = Number(
      /\bfrom\s(\d{1,4})\s(?:\w+\s)?(?:organi[sz]ations|agencies|entities|countries|members)\b/iu.exec(text)?.[1] ??
        from,
    );
    if (people === listed && bodies === from) return [];
    const message = `The text counts ${people} participants from ${bodies} organisations, the list has ${listed} from ${from}.`;
    return [finding('participant-count-differs', 'warning', line, message)];
  });
}

/** Organisations that took part and are not reported on, where others are. */
function silent(record: MeetingRecord): Finding[] {
  const reported = new Set(record.activities.map((activity) => activity.organisation));
  if (reported.size < 2) return [];
  const present = new Map(record.participants.map((person) => [person.organisation, person.line]));
  return [...present]
    .filter(([organisation]) => organisation !== '' && !reported.has(organisation))
    .map(([organisation, line]) =>
      finding('organisation-without-report', 'info', line, `${organisation} took part, but nothing is reported of it.`),
    );
}

function outcomes(record: MeetingRecord): Finding[] {
  const found: Finding[] = [];
  for (const { text, organisations, line, number } of record.outcomes) {
    if (
      organisations.length === 0 &&
      /^(?:some|several|a number of|various|certain|many) (?:\w+ )?(?:organi[sz]ations|agencies|participants|members|countries)\b/iu.test(
        text,
      )
    ) {
      found.push(
        finding(
          'outcome-without-names',
          'info',
          line,
          `Outcome ${number} speaks of some organisations and names none.`,
        ),
      );
    }
  }
  record.outcomes.forEach((outcome, at) => {
    const before = record.outcomes[at - 1];
    if (before !== undefined && outcome.number > before.number + 1) {
      found.push(
        finding(
          'outcome-number-missing',
          'info',
          outcome.line,
          `No outcome stands between ${before.number} and ${outcome.number}.`,
        ),
      );
    }
  });
  return found;
}

/** The same person with another honorific elsewhere. */
function honorifics(record: MeetingRecord, lines: readonly MeetingLine[]): Finding[] {
  const people = new Map(record.participants.map((person) => [person.name.toLowerCase(), person]));
  const found: Finding[] = [];
  const titled = /\b(Mr|Mrs|Ms|Miss|Dr|Prof)\b\.?\s+((?:\p{Lu}[\p{L}’'-]*\s+){1,4}\p{Lu}[\p{L}’'-]*)/gu;
  for (const line of lines) {
    for (const [, title = '', words = ''] of line.text.matchAll(titled)) {
      const person = personIn(words, people);
      const listed = person?.honorific?.replace('.', '') ?? title;
      if (person === undefined || person.line === line.number || listed === title) continue;
      const message = `${person.name} is "${person.honorific ?? ''}" in the list of participants and "${title}" here.`;
      found.push(finding('honorific-differs', 'info', line.number, message));
    }
  }
  return found;
}

/** The person whose whole name begins these words. */
function personIn<T>(words: string, people: ReadonlyMap<string, T>): T | undefined {
  const parts = words.toLowerCase().split(/\s+/u);
  for (let length = parts.length; length > 1; length--) {
    const person = people.get(parts.slice(0, length).join(' '));
    if (person !== undefined) return person;
  }
  return undefined;
}

/** A name that is spelt otherwise in the person's address; the address itself is never told. */
function spelling(record: MeetingRecord, lines: readonly MeetingLine[]): Finding[] {
  const byNumber = new Map(lines.map((line, index) => [line.number, index]));
  return record.participants.flatMap((person, at) => {
    const from = byNumber.get(person.line) ?? 0;
    const next = record.participants[at + 1];
    const to = Math.min(from + 4, next === undefined ? lines.length : (byNumber.get(next.line) ?? lines.length));
    const text = lines
      .slice(from, to)
      .map((line) => line.text)
      .join('\n');
    const parts = findContacts(text)
      .filter((contact) => contact.kind === 'e-mail')
      .flatMap((contact) => (contact.value.split(/[@＠]/u)[0] ?? '').toLowerCase().split(/[^\p{L}]+/u));
    const names = person.name.toLowerCase().split(/[^\p{L}]+/u);
    const twisted = names.some(
      (name) =>
        name.length >= 5 && parts.some((part) => part !== name && !names.includes(part) && isTwisted(part, name)),
    );
    return twisted
      ? [
          finding(
            'name-differs-from-address',
            'info',
            person.line,
            `A name of ${person.name} is spelt otherwise in the address.`,
          ),
        ]
      : [];
  });
}

/** The same letters in another order, or one letter exchanged. */
function isTwisted(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const differing = Array.from(a).filter((letter, at) => letter !== b[at]).length;
  return differing === 1 || (differing === 2 && sorted(a) === sorted(b));
}

function sorted(word: string): string {
  return Array.from(word).sort().join('');
}

/** "on the 25th of April" in a report that names no year with it. */
function datesWithoutYear(record: MeetingRecord): Finding[] {
  const dayOnly =
    /\b\d{1,2}(?:st|nd|rd|th)?(?:\sof)?\s(?:January|February|March|April|May|June|July|August|September|October|November|December)\b(?!\s*,?\s*\d{4})/u;
  return record.activities.flatMap(({ text, line, years }) =>
    years.length === 0 && dayOnly.test(text)
      ? [finding('date-without-year', 'info', line, 'A day is named without its year.')]
      : [],
  );
}
