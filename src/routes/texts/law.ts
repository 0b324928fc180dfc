/** Makes the text that pages show from a text of the register: addresses, moves, tables, and what a view leaves out. */
import type { Clause, LegalText, Section } from '#kernel/reading/index.ts';
import { addressedClauses } from '#modules/texts/server/index.ts';
import type { KeptClauses, LawClause, LawItem, LawSection, LawText } from '#ui/law.ts';

/**
 * @param columns table column of the source's lines, where they stand in tables
 * @param only leave kept clauses out and say how many they are
 */
export function lawOf(text: LegalText, columns: ReadonlyMap<number, number>, only: 'everything' | 'changes'): LawText {
  const addresses = new Map(addressedClauses(text).map(({ clause, path }) => [clause, path]));
  const moves = movesIn(text);
  const marks = Map.groupBy(text.footnotes, (note) => note.line);

  const clauseOf = (clause: Clause): LawClause => {
    const other = moves.get(clause);
    return {
      type: 'clause',
      anchor: addresses.get(clause) ?? null,
      label: clause.label,
      status: clause.status,
      runs: clause.runs,
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
    status: section.status,
    line: section.line,
    anchor: `line-${section.line}`,
    items: itemsOf(section.clauses),
  });
  return {
    opening: text.opening,
    sections: text.sections.map(sectionOf),
    annexes: text.annexes.map((annex) => ({
      heading: annex.heading,
      title: annex.title,
      line: annex.line,
      anchor: `annex-${annex.line}`,
      sections: annex.sections.map(sectionOf),
    })),
    footnotes: text.footnotes.map((note) => ({ ...note, text: withoutMark(note.text, note.mark) })),
  };
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
    const key = words === null ? '' : comparable(words);
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

/** Words without regard to case, white space and the sign at the end, which follows from the place in the list. */
function comparable(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.,;:]+$/, '')
    .toLowerCase();
}

/** A note often repeats its mark in its own words. */
function withoutMark(text: string, mark: string): string {
  return text.startsWith(`${mark} `) ? text.slice(mark.length + 1).trim() : text;
}
