/** The parts of a meeting's report, by the headings that such reports use. */
import type { MeetingLine } from './meeting-lines.ts';
import { isTitle } from './title.ts';

export type SectionKind = 'outcomes' | 'actions' | 'highlights' | 'participants' | 'agenda' | 'next' | 'other';

export interface Section {
  kind: SectionKind;
  /** Index of the heading. */
  heading: number;
  /** Indices of the lines below it, the end exclusive. */
  from: number;
  to: number;
}

/** Words before a heading that do not change what it heads. */
const lead =
  '(?:annex(?:e|ure)? ?[\\dA-Z]{0,3}\\s?[:.–-]?\\s?|appendix ?[\\dA-Z]{0,3}\\s?[:.–-]?\\s?|agenda item \\d+\\s?[:.—–-]\\s?)?(?:the )?';
const tail = '(?: (?:of|from|for|in|at|on|to|by|with|during)\\b.{0,80})?\\s*:?';
const kinds: { kind: SectionKind; pattern: RegExp }[] = [
  {
    kind: 'actions',
    pattern: heading(
      '(?:agreed |follow[- ]?up |key )?action(?:s| items?| points?| list| plan)?(?: (?:and|&) .{2,30})?|list of (?:agreed )?actions?|follow[- ]?up(?: actions?| matters)?|next steps',
    ),
  },
  {
    kind: 'outcomes',
    pattern: heading(
      '(?:key |main |summary (?:of )?(?:the )?|agreed |overall |meeting )?(?:(?:decisions|conclusions|resolutions) (?:taken|made|reached|adopted)|outcomes?|conclusions?|decisions?|recommendations?|agreements?|takeaways?|(?:key |main )(?:points|messages|findings)|way forward|results|resolutions adopted)(?: (?:and|&) .{2,40})?',
    ),
  },
  {
    kind: 'highlights',
    pattern: heading(
      "(?:key )?highlights(?: (?:and|&) .{2,60})?|tour de table|round ?table|information sharing|(?:agency |country |partner |members?'? )?(?:updates|reports|presentations|statements|briefings)|(?:current |ongoing |planned |recent )?activities",
    ),
  },
  {
    kind: 'participants',
    pattern: heading(
      '(?:final |provisional |draft )?(?:list of )?(?:participants|attendees|attendance|delegates|representatives|members present|those present|present|in attendance|attending|who (?:attended|took part))',
    ),
  },
  {
    kind: 'next',
    pattern: heading(
      '(?:date|time|venue)(?:,? (?:and|&)? ?(?:date|time|place|venue))? (?:of|for) (?:the )?next (?:meeting|session)|next (?:meeting|session|call)|(?:upcoming|future) (?:meetings?|sessions?)',
    ),
  },
  {
    kind: 'agenda',
    pattern: heading(
      '(?:tentative |provisional |draft |adopted |final |annotated |meeting |detailed )?(?:agenda|programme|program|timetable|run of show|schedule)(?: (?:and|&) .{2,40})?',
    ),
  },
  {
    kind: 'other',
    pattern: heading(
      'annex(?:e|ure)? ?[\\dA-Z]{0,3}|appendix ?[\\dA-Z]{0,3}|opening(?: (?:session|remarks|of the meeting))?|closing(?: (?:session|remarks|of the meeting))?|introduction|background|summary|discussions?|adoption of the agenda|any other (?:business|matters)|apologies|absent|excused|election of .{2,40}|references?|contacts?|acknowledge?ments?',
    ),
  },
];

function heading(words: string): RegExp {
  return new RegExp(`^${lead}(?:${words})${tail}$`, 'iu');
}

/** What a line heads; `null` for lines that are no heading of a part. */
export function headingKind(line: MeetingLine): SectionKind | null {
  if (line.blank || line.bullet || line.tabbed || line.cell !== null || line.text.length > 110) return null;
  // A sentence, or an item of a list in small letters, is no heading.
  if (
    /[.;,]$/u.test(line.text) ||
    /^\(?[a-z]{1,2}[.)]/u.test(line.label ?? '') ||
    !/^(?:\d{1,2}(?:\.\d{1,2})?\s)?\p{Lu}/u.test(line.words)
  )
    return null;
  // "1 Attendance": numbers of sections are also printed without a stop.
  const words = line.words.length <= 80 ? line.words.replace(/^\d{1,2}(?:\.\d{1,2})?\s+(?=\p{Lu})/u, '') : line.words;
  const kind = kinds.find(({ pattern }) => pattern.test(words))?.kind ?? null;
  // "Summary of the Third Meeting of …" is the title of the report.
  return kind === 'other' && isTitle(line.text) ? null : kind;
}

/** The parts in order. Each runs to the next heading; what stands before the first one is in none. */
export function sectionsOf(lines: readonly MeetingLine[]): Section[] {
  const headings = lines.flatMap((line, index) => {
    const kind = headingKind(line);
    return kind === null ? [] : [{ kind, index }];
  });
  const sections = headings.map(({ kind, index }, at): Section => ({
    kind,
    heading: index,
    from: index + 1,
    to: headings[at + 1]?.index ?? lines.length,
  }));
  const kept: Section[] = [];
  for (const section of sections) if (!isItemOfList(lines, section, kept.at(-1))) kept.push(section);
  return kept;
}

/** "3. Next steps" inside a numbered agenda is an item of it, not a heading: the part above runs on. */
function isItemOfList(lines: readonly MeetingLine[], section: Section, before: Section | undefined): boolean {
  const line = lines[section.heading];
  if (before?.kind !== 'agenda' || line?.label === null || line === undefined) return false;
  const label = Number.parseInt(line.label.replace(/\D/gu, ''), 10);
  const above = lines.slice(Math.max(before.from, section.heading - 6), section.heading).findLast((one) => !one.blank);
  const follows = Number.parseInt((above?.label ?? '').replace(/\D/gu, ''), 10) === label - 1;
  const runsOn = label === 1 || follows;
  if (runsOn) before.to = section.to;
  return runsOn;
}
