/** Reads the report of a meeting. */
import type { Source } from '#formats/document/index.ts';
import { withWholeParagraphs } from '#formats/document/paragraphs.ts';
import type { Finding, Media, MeetingRecord } from '#kernel/reading/index.ts';
import { activityOf, itemsIn, registerIntroductions } from './activities.ts';
import { readAgenda, type ReadAgenda } from './agenda.ts';
import { checkMeeting } from './checks.ts';
import { fromInline, inlineAttendance } from './inline-people.ts';
import { meetingLines, type MeetingLine } from './meeting-lines.ts';
import { nextOf } from './next-meeting.ts';
import { Register } from './organisations.ts';
import { nextMeetingLabel, readActions, readDecisions, readOutcomes, type ReadOutcomes } from './outcomes.ts';
import type { ReadParticipants } from './participant-words.ts';
import { readParticipants } from './participants.ts';
import { sectionsOf, type Section, type SectionKind } from './sections.ts';
import { timesAt } from './times.ts';
import { readTitle } from './title.ts';

export interface ReadMeeting {
  record: MeetingRecord;
  placed: Set<number>;
  findings: Finding[];
}

/** Reads the lines of a source as a meeting's report. */
export function readMeeting(source: Source): ReadMeeting {
  const lines = meetingLines(source);
  const sections = sectionsOf(lines);
  const parts = new Parts(lines, sections);
  const { media } = source.document;
  const register = new Register();
  const people = readPeople(parts, media, register);
  for (const part of parts.of('highlights')) registerIntroductions(part, register);
  linkAbbreviations(lines, register);
  const keys = register.settleKeys(lines.map((line) => line.text));
  const title = readTitle(lines, sections[0]?.heading ?? lines.length);
  const outcomes = readAllOutcomes(parts, media, register);
  const items = itemsIn(parts.reported(), register);
  const agenda = readBestAgenda(parts, media, register);
  const labelled = lines.filter((line) => nextMeetingLabel.test(line.words));
  const nextLines = [...parts.of('next').flat(), ...labelled].map(({ text, number }) => ({ text, line: number }));
  const next = nextOf([...outcomes.outcomes, ...nextLines], title.number, title.date, register);
  const record: MeetingRecord = {
    series: title.series,
    number: title.number,
    date: title.date,
    place: title.place,
    host: title.host,
    organisations: register.list(),
    participants: people.participants.map((person) => ({
      ...person,
      organisation: keys.get(person.organisation) ?? person.organisation,
    })),
    outcomes: outcomes.outcomes,
    activities: items.items.map((item) => activityOf(item, register)),
    agenda: agenda.items,
    next: next?.next ?? null,
  };
  const placed = new Set([...title.placed, ...people.placed, ...outcomes.placed, ...items.placed, ...agenda.placed]);
  if (next !== null) placed.add(next.line);
  for (const line of parts.usedHeadings(placed)) placed.add(line);
  return {
    record,
    placed: withWholeParagraphs(placed, lines),
    findings: [...people.findings, ...agenda.findings, ...checkMeeting(record, lines)],
  };
}

/** The lines of a report by its parts. */
class Parts {
  readonly lines: readonly MeetingLine[];
  readonly #sections: readonly Section[];

  constructor(lines: readonly MeetingLine[], sections: readonly Section[]) {
    this.lines = lines;
    this.#sections = sections;
  }

  /** The lines of each part of a kind, without the heading. */
  of(kind: SectionKind): MeetingLine[][] {
    return this.#sections
      .filter((section) => section.kind === kind)
      .map((section) => this.lines.slice(section.from, section.to));
  }

  /** The lines that stand in no part of these kinds. */
  outside(kinds: readonly SectionKind[]): MeetingLine[] {
    const inside = new Set<number>();
    for (const section of this.#sections) {
      if (kinds.includes(section.kind)) for (let index = section.from; index < section.to; index++) inside.add(index);
    }
    return this.lines.filter((_, index) => !inside.has(index));
  }

  /** Where organisations report: their own part, else whatever is none of the others. */
  reported(): readonly MeetingLine[] {
    const own = this.of('highlights');
    return own.length > 0 ? own.flat() : this.outside(['participants', 'agenda', 'outcomes', 'actions', 'next']);
  }

  /** Headings of parts of which something was read. */
  usedHeadings(placed: ReadonlySet<number>): number[] {
    return this.#sections
      .filter(
        (section) =>
          section.kind !== 'other' &&
          this.lines.slice(section.from, section.to).some((line) => placed.has(line.number)),
      )
      .map((section) => this.lines[section.heading]?.number ?? 1);
  }
}

function readPeople(parts: Parts, media: Media, register: Register): ReadParticipants {
  const result: ReadParticipants = { participants: [], placed: [], findings: [] };
  for (const part of parts.of('participants')) {
    const read = readParticipants(part, media, register);
    for (const one of read.participants) result.participants.push(one);
    for (const one of read.placed) result.placed.push(one);
    for (const one of read.findings) result.findings.push(one);
  }
  for (const line of parts.outside(['participants'])) {
    const list = result.participants.length > 0 || line.blank ? null : inlineAttendance(line);
    if (list !== null) fromInline(line, list, register, result);
  }
  return result;
}

/** "Full Name (ABBR)" anywhere says that the abbreviation stands for the name. */
function linkAbbreviations(lines: readonly MeetingLine[], register: Register): void {
  for (const { text } of lines) {
    for (const match of text.matchAll(/\(([A-Z][A-Za-z&-]{0,12}[A-Z][A-Za-z&-]{0,12})\)/gu)) {
      const words = text
        .slice(Math.max(0, match.index - 160), match.index)
        .trim()
        .split(/\s+/u)
        .slice(-14);
      for (let from = 0; from < words.length; from++) register.link(words.slice(from).join(' '), match[1] ?? '');
    }
  }
}

function readAllOutcomes(parts: Parts, media: Media, register: Register): ReadOutcomes {
  const outcomes: ReadOutcomes['outcomes'] = [];
  const placed = new Set<number>();
  const add = (read: ReadOutcomes): void => {
    for (const outcome of read.outcomes) outcomes.push(outcome);
    for (const line of read.placed) placed.add(line);
  };
  const addPart = (part: readonly MeetingLine[]): void => {
    const next = (outcomes.at(-1)?.number ?? 0) + 1;
    add(readActions(part, media, register, next) ?? readOutcomes(part, register, next));
  };
  for (const part of parts.of('outcomes')) addPart(part);
  if (outcomes.length === 0) add(readDecisions(parts.outside(['participants', 'agenda']), register));
  for (const part of parts.of('actions')) {
    if (part.some((line) => placed.has(line.number))) continue;
    const before = outcomes.length;
    addPart(onlyItems(part));
    // What stands in a list of actions is agreed, whatever its words.
    for (const outcome of outcomes.slice(before)) outcome.kind = 'agreement';
  }
  return { outcomes, placed: [...placed] };
}

/** Without the sentences that stand behind the items of a list; all lines where there is no list. */
function onlyItems(part: readonly MeetingLine[]): readonly MeetingLine[] {
  if (!part.some(isItem)) return part;
  return part.filter((line) => isItem(line) || !/^\p{Lu}.*\.$/u.test(line.text));
}

function isItem(line: MeetingLine): boolean {
  return line.label !== null || line.bullet || line.cell !== null;
}

/** Of several programmes the one with the most times; without any heading, the timed lines of the file. */
function readBestAgenda(parts: Parts, media: Media, register: Register): ReadAgenda {
  const read = parts.of('agenda').map((part) => readAgenda(part, media, register));
  if (read.length === 0) {
    const lines = parts.outside(['participants', 'outcomes', 'actions', 'highlights']);
    const withTime = lines.flatMap((line, index) => (!line.blank && timesAt(line.text) !== null ? [index] : []));
    const [first, last] = [withTime[0], withTime.at(-1)];
    if (withTime.length >= 3 && first !== undefined && last !== undefined)
      read.push(readAgenda(lines.slice(first, last + 1), media, register));
  }
  const [best] = read.sort((a, b) => timed(b) - timed(a) || b.items.length - a.items.length);
  return best ?? { items: [], placed: [], findings: [] };
}

function timed(agenda: ReadAgenda): number {
  return agenda.items.filter((item) => item.start !== null).length;
}
