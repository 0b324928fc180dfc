/** Makes the text that pages show from a text of the register: addresses, moves, tables, and what a view leaves out. */
import type { BothWords, Clause, Footnote, LegalText, Section, TextRun } from '#kernel/reading/index.ts';
import { comparedWords, keyOf, sameButForTheEnd } from '#modules/texts/index.ts';
import { addressedClauses } from '#modules/texts/server/index.ts';
import type { KeptClauses, LawClause, LawItem, LawNote, LawSection, LawText } from '#ui/law.ts';

/**
 * @param columns table column of the source's lines, where they stand in tables
 * @param only leave kept clauses out and say how many they are
 * @param known the lines of clauses that moved, where they are known; else they are found by their words
 */
export function lawOf(
  text: LegalText,
  columns: ReadonlyMap<number, number>,
  only: 'everything' | 'changes',
  known: readonly { deleted: number; inserted: number }[] | null = null,
): LawText {
  const addresses = new Map(addressedClauses(text).map(({ clause, path }) => [clause, path]));
  const moves = known === null ? movesIn(text) : movesAt(text, known);
  const marks = Map.groupBy(text.footnotes, (note) => note.line);

  const clauseOf = (clause: Clause): LawClause => {
    const other = moves.get(clause);
    return {
      type: 'clause',
      anchor: addresses.get(clause) ?? null,
      label: clause.label,
      status: clause.status,
      runs: clause.runs,
      endOfList: clause.before !== null && clause.after !== null && sameButForTheEnd(clause.before, clause.after),
      certainty: clause.certainty,
      line: clause.line,
      moved:
        other === undefined
          ? null
          : { to: clause.status === 'deleted', anchor: addresses.get(other.clause) ?? '', place: other.place },
      notes: marks.get(clause.line)?.map((note) => note.mark) ?? [],
      items: itemsOf(clause.children),
    };
  };
  const itemsOf = (clauses: readonly Clause[]): LawItem[] => {
    const items: LawItem[] = [];
    for (const group of grouped(clauses, columns)) {
      if (only === 'changes' && group.every(isKept))
        addKept(
          items,
          group.reduce((sum, clause) => sum + size(clause), 0),
        );
      else if (isTable(group, columns)) items.push({ type: 'table', rows: rowsOf(group, columns, clauseOf) });
      else items.push(...group.map(clauseOf));
    }
    return items;
  };
  const sectionOf = (section: Section): LawSection => ({
    heading: section.heading,
    headingRuns: headingRuns(section),
    status: section.status,
    line: section.line,
    anchor: `line-${section.line}`,
    items: itemsOf(section.clauses),
  });
  return {
    opening: runsOf(text.opening, text.changedOpening),
    sections: text.sections.map(sectionOf),
    annexes: text.annexes.map((annex) => ({
      heading: annex.heading,
      headingRuns: runsOf(annex.heading, annex.changedHeading),
      titleRuns: runsOf(annex.title, annex.changedTitle),
      line: annex.line,
      anchor: `annex-${annex.line}`,
      sections: annex.sections.map(sectionOf),
    })),
    footnotes: [
      ...text.footnotes.map(noteOf),
      ...(text.droppedFootnotes ?? []).map((note) =>
        noteOf({ ...note, changedText: { before: note.text, after: null } }),
      ),
    ],
  };
}

/** Words with their changes, where the text tells both. */
function runsOf(words: string | null, changed: BothWords | undefined): TextRun[] {
  return comparedWords(changed === undefined ? words : changed.before, changed === undefined ? words : changed.after)
    .runs;
}

function headingRuns({ heading, changedHeading, status }: Section): TextRun[] {
  if (changedHeading === undefined && status === 'inserted') return comparedWords(null, heading).runs;
  if (changedHeading === undefined && status === 'deleted') return comparedWords(heading, null).runs;
  return runsOf(heading, changedHeading);
}

function noteOf({ mark, text, changedText, line }: Footnote): LawNote {
  const { before, after } = changedText ?? { before: text, after: text };
  const plain = (words: string | null): string | null => (words === null ? null : withoutMark(words, mark));
  return { mark, runs: comparedWords(plain(before), plain(after)).runs, line, isKept: changedText === undefined };
}

/** The headings of a text, for finding one's way. */
export function contentsOf(text: LawText): { href: string; name: string }[] {
  return [
    ...headingsOf(text.sections),
    ...text.annexes.flatMap((annex) => [
      { href: `#${annex.anchor}`, name: annex.heading },
      ...headingsOf(annex.sections),
    ]),
  ];
}

const headingsOf = (sections: readonly LawSection[]): { href: string; name: string }[] =>
  sections.flatMap(({ anchor, heading }) => (heading === null ? [] : [{ href: `#${anchor}`, name: heading }]));

const isKept = (clause: Clause): boolean => clause.status === 'kept' && clause.children.every(isKept);
const size = (clause: Clause): number => clause.children.reduce((sum, child) => sum + size(child), 1);

function addKept(items: LawItem[], count: number): void {
  const last = items.at(-1);
  if (last?.type === 'kept')
    items[items.length - 1] = { type: 'kept', count: last.count + count } satisfies KeptClauses;
  else items.push({ type: 'kept', count });
}

/** Clauses one by one, and those of a table together. */
function grouped(clauses: readonly Clause[], columns: ReadonlyMap<number, number>): Clause[][] {
  const groups: Clause[][] = [];
  for (const clause of clauses) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    if (last !== undefined && before !== undefined && inTable(before, columns) && inTable(clause, columns)) {
      last.push(clause);
    } else {
      groups.push([clause]);
    }
  }
  return groups;
}

/** A labelled clause in a cell is still a clause. */
function inTable(clause: Clause, columns: ReadonlyMap<number, number>): boolean {
  const { before, after } = clause.label;
  return columns.has(clause.line) && (before ?? '') === '' && (after ?? '') === '' && clause.children.length === 0;
}

const isTable = (group: readonly Clause[], columns: ReadonlyMap<number, number>): boolean =>
  group.length > 1 && group.some((clause) => (columns.get(clause.line) ?? 0) > 0);

/** Cells follow each other in a row until the columns begin again; two paragraphs of one column share a cell. */
function rowsOf(
  group: readonly Clause[],
  columns: ReadonlyMap<number, number>,
  clauseOf: (clause: Clause) => LawClause,
): LawClause[][][] {
  const rows: LawClause[][][] = [];
  let last = Number.POSITIVE_INFINITY;
  for (const clause of group) {
    const column = columns.get(clause.line) ?? 0;
    const row = rows.at(-1);
    const cell = row?.at(-1);
    if (row === undefined || cell === undefined || column < last) rows.push([[clauseOf(clause)]]);
    else if (column === last) cell.push(clauseOf(clause));
    else row.push([clauseOf(clause)]);
    last = column;
  }
  return rows;
}

interface Place {
  clause: Clause;
  place: string;
}

/**
 * Words that were taken out in one place and put in, the same, at one other place: a move. Short clauses say too little
 * to tell.
 */
function movesIn(text: LegalText): Map<Clause, Place> {
  const deleted = new Map<string, Place[]>();
  const inserted = new Map<string, Place[]>();
  for (const { clause, section } of addressedClauses(text)) {
    const words = clause.status === 'deleted' ? clause.before : clause.status === 'inserted' ? clause.after : null;
    const key = words === null ? '' : keyOf(words);
    if (key.split(' ').length < 5) continue;
    const label = clause.label.after ?? clause.label.before ?? '';
    const place = { clause, place: `${section.heading ?? 'another place'} ${label}`.trim() };
    const among = clause.status === 'deleted' ? deleted : inserted;
    among.set(key, [...(among.get(key) ?? []), place]);
  }
  const moves = new Map<Clause, Place>();
  for (const [key, from] of deleted) {
    const to = inserted.get(key);
    const [taken] = from;
    const [put] = to ?? [];
    if (taken === undefined || put === undefined || from.length > 1 || to?.length !== 1) continue;
    moves.set(taken.clause, put);
    moves.set(put.clause, taken);
  }
  return moves;
}

/** Moves that are known by their lines, each of which is one clause's. */
function movesAt(text: LegalText, known: readonly { deleted: number; inserted: number }[]): Map<Clause, Place> {
  const places = new Map(
    addressedClauses(text).map(({ clause, section }): [number, Place] => {
      const label = clause.label.after ?? clause.label.before ?? '';
      return [clause.line, { clause, place: `${section.heading ?? 'another place'} ${label}`.trim() }];
    }),
  );
  const moves = new Map<Clause, Place>();
  for (const { deleted, inserted } of known) {
    const [taken, put] = [places.get(deleted), places.get(inserted)];
    if (taken === undefined || put === undefined) continue;
    moves.set(taken.clause, put);
    moves.set(put.clause, taken);
  }
  return moves;
}

/** A note often repeats its mark in its own words. */
function withoutMark(text: string, mark: string): string {
  return text.startsWith(`${mark} `) ? text.slice(mark.length + 1).trim() : text;
}
