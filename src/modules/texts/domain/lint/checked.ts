/** A file that was read, checked: the findings of its reading, and those on its citations by what is known of other texts. */
import type { AnyRecord, Citation, Clause, Finding, Revision } from '#kernel/reading/index.ts';
import type { KnownTexts } from '../citations/check/known.ts';
import { sidesOfText } from '../register/sides.ts';
import { textsOf, type TextOf } from '../register/texts-of.ts';
import { baseOf, proposedOf } from '../words/runs.ts';
import { lintCitations } from './lint.ts';
import { sectionsOf } from './lists.ts';
import { revisionOfHeading, revisionOfOpening } from './revisions.ts';

/** What is needed of a file. */
export interface CheckedFile {
  record: AnyRecord | null;
  findings: readonly Finding[];
  citations: readonly Citation[];
  /** Its lines in order from 1; `runs` where they show changes. */
  lines: readonly { words: string; runs: Clause['runs'] | null }[];
}

/** The words of a line in both texts; `null` for a text without it. */
interface Sides {
  before: string | null;
  after: string | null;
  /** Year of the base text where the clause stands in it. */
  since?: number | null;
}

/** The legal texts that a record holds; none for plans, missions and reports. */
export function textsIn(record: AnyRecord | null): TextOf[] {
  if (record === null) return [];
  return 'proposals' in record || 'opening' in record || 'texts' in record ? textsOf(record) : [];
}

/** All findings on a file, in the order of its lines. What rests on the calendar alone gives way to what names the citation. */
export function checkedFindings({ record, findings, citations, lines }: CheckedFile, known: KnownTexts): Finding[] {
  const texts = textsIn(record);
  const clauses = sidesByLine(texts);
  const sides = (line: number): Sides => clauses.get(line) ?? sidesOfLine(lines[line - 1]);
  const standing = citations.filter((citation) => !isGone(citation, sides(citation.line)));
  const onCitations = lintCitations(standing, known, {
    words: (line) => sides(line).after ?? '',
    since: ({ line, text }) =>
      sides(line).before?.includes(text) === true ? (clauses.get(line)?.since ?? null) : null,
    speaker: speakerIn(texts),
    own: texts.flatMap(conferencesOf),
  }).filter(
    // An introduction may well tell what stands in an older text.
    ({ rule, lines: at }) => !/stale|dangling/.test(rule) || (at !== null && clauses.has(at[0])),
  );
  const impossible = new Set(
    onCitations.flatMap(({ rule, lines: at }) => (/impossible|wrong/.test(rule) ? (at?.[0] ?? []) : [])),
  );
  const others = findings.filter(
    ({ rule, lines: at }) => rule !== 'revision-name-unlikely' || at === null || !impossible.has(at[0]),
  );
  return [...others, ...onCitations].sort((one, other) => (one.lines?.[0] ?? 0) - (other.lines?.[0] ?? 0));
}

/** The conferences that heading and opening of a text name, on both sides. */
function conferencesOf({ text }: TextOf): Revision[] {
  if (text === null) return [];
  const { base, proposed } = sidesOfText(text);
  return [base, proposed].flatMap((side) => [revisionOfHeading(side) ?? [], revisionOfOpening(side) ?? []].flat());
}

function speakerIn(texts: readonly TextOf[]): string | null {
  const bodies = new Set(texts.flatMap(({ identity }) => identity?.body ?? []));
  return bodies.size === 1 ? ([...bodies][0] ?? null) : null;
}

function sidesOfLine(line: CheckedFile['lines'][number] | undefined): Sides {
  if (line === undefined) return { before: null, after: null };
  if (line.runs === null) return { before: line.words, after: line.words };
  return { before: baseOf(line.runs), after: proposedOf(line.runs) };
}

function sidesByLine(texts: readonly TextOf[]): Map<number, Sides> {
  const sides = new Map<number, Sides>();
  const take = (clauses: readonly Clause[], since: number | null): void => {
    for (const { line, before, after, children } of clauses) {
      sides.set(line, { before, after, since: before === null ? null : since });
      take(children, since);
    }
  };
  for (const { text, identity } of texts) {
    if (text !== null) for (const { clauses } of sectionsOf(text)) take(clauses, identity?.revision?.year ?? null);
  }
  return sides;
}

/** A citation in words that the proposed text does not have. */
function isGone({ text }: Citation, { before, after }: Sides): boolean {
  if (after === null) return before !== null;
  return before?.includes(text) === true && !after.includes(text);
}
