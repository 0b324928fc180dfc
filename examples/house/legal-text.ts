/**
 * Resolutions as data, and the changes that somebody proposes to them. Labels and the signs at the ends of clauses are
 * not written down: they follow from the place of a clause, in the text as it was and in the text as proposed.
 */

/** "(Rev. Suva, 2021)". */
export interface Revision {
  place: string;
  year: number;
  revised: boolean;
}

/** A clause without its label and without the sign at its end; `[^name]` refers to a note of the text. */
export type ClauseText = string | { text: string; parts: string[] };

export interface SectionText {
  heading: string;
  clauses: ClauseText[];
}

/** A part of an annex: lines without labels that lead in, then a list, then a table. */
export interface AnnexSection {
  heading: string;
  lead: string[];
  items: string[];
  table?: { widths: number[]; headings: string[]; rows: string[][] };
}

export interface ResolutionText {
  /** A number, or the working name of a draft ("NIC-1"). */
  number: number | string;
  revision: Revision;
  title: string;
  preamble: SectionText[];
  operative: SectionText[];
  annex?: { title: string; sections: AnnexSection[] };
  /** Footnotes by name. */
  notes?: Record<string, string>;
}

/**
 * Words that take the place of others; the old ones must stand in the clause once. What both share at their ends stays
 * unchanged, whole words of it or, with `letters`, also parts of words.
 */
export type Replacement = readonly [old: string, next: string, by?: 'letters'];

/**
 * One change to a text. Clauses are named by heading and label in the base text: "considering c", "resolves 2.1",
 * "annex 1 b" (the item of the first part of the annex), "annex 1 lead 1". A clause alone under its heading is "… 1".
 */
export type Edit =
  | { in: string; change: Replacement[]; author?: number }
  /** `behind` names a clause, or a heading for the first place under it. */
  | { add: ClauseText; behind: string; byEnter?: true; undone?: string }
  | { drop: string }
  | { move: string; behind: string }
  | { section: SectionText; behind: string }
  | { row: string[]; behindRow: number; inAnnexPart: number }
  | { dropRow: number; inAnnexPart: number };

export type Fate = 'kept' | 'inserted' | 'deleted' | 'moved-from' | 'moved-to';

export interface DraftClause {
  /** As {@link Edit} names it; `null` for a clause that the base text does not have. */
  id: string | null;
  text: string;
  fate: Fate;
  changes: Replacement[];
  author?: number;
  parts: DraftClause[];
  /** Made by pressing Enter behind the clause before it, so that clause's mark is the inserted one. */
  byEnter: boolean;
  /** Words that one author added at the end and another struck out again. */
  undone: string | null;
}

export interface DraftSection {
  kind: 'preamble' | 'operative' | 'annex';
  heading: string;
  fate: 'kept' | 'inserted';
  lead: DraftClause[];
  clauses: DraftClause[];
  table: { widths: number[]; headings: string[]; rows: DraftRow[] } | null;
}

export interface DraftRow {
  cells: string[];
  fate: 'kept' | 'inserted' | 'deleted';
}

export interface DraftText {
  base: ResolutionText;
  sections: DraftSection[];
  annex: DraftSection[];
}

const letters = 'abcdefghijklmnopqrstuvwxyz';
const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii'];

/** The label of the clause at a place, counted from 0; parts of a clause carry its label in operative sections. */
export function labelAt(kind: DraftSection['kind'], index: number, outer: string | null): string {
  if (kind === 'operative') return outer === null ? String(index + 1) : `${outer}.${index + 1}`;
  return outer === null ? `${letters.charAt(index)})` : `${romans[index] ?? ''})`;
}

function clause(text: ClauseText, id: string | null, fate: Fate): DraftClause {
  const parts = typeof text === 'string' ? [] : text.parts;
  return {
    id,
    text: typeof text === 'string' ? text : text.text,
    fate,
    changes: [],
    parts: parts.map((part, index) => clause(part, id === null ? null : `${id}.${index + 1}`, fate)),
    byEnter: false,
    undone: null,
  };
}

function section(
  kind: DraftSection['kind'],
  { heading, clauses }: SectionText,
  fate: 'kept' | 'inserted',
): DraftSection {
  const named = clauses.map((text, index) => {
    const label = labelAt(kind, index, null).replace(')', '');
    return clause(text, fate === 'inserted' ? null : `${heading} ${clauses.length === 1 ? '1' : label}`, fate);
  });
  return { kind, heading, fate, lead: [], clauses: named, table: null };
}

function annexSection({ heading, lead, items, table }: AnnexSection, index: number): DraftSection {
  const id = `annex ${index + 1}`;
  return {
    kind: 'annex',
    heading,
    fate: 'kept',
    lead: lead.map((text, at) => clause(text, `${id} lead ${at + 1}`, 'kept')),
    clauses: items.map((text, at) => clause(text, `${id} ${letters.charAt(at)}`, 'kept')),
    table: table === undefined ? null : { ...table, rows: table.rows.map((cells) => ({ cells, fate: 'kept' })) },
  };
}

/** A text with the changes that somebody proposes to it, clause by clause. */
export function draftOf(base: ResolutionText, edits: readonly Edit[]): DraftText {
  const draft: DraftText = {
    base,
    sections: [
      ...base.preamble.map((one) => section('preamble', one, 'kept')),
      ...base.operative.map((one) => section('operative', one, 'kept')),
    ],
    annex: (base.annex?.sections ?? []).map(annexSection),
  };
  for (const edit of edits) apply(edit, draft);
  return draft;
}

function apply(edit: Edit, draft: DraftText): void {
  if ('in' in edit) {
    const found = place(draft, edit.in).found;
    found.changes.push(...edit.change);
    if (edit.author !== undefined) found.author = edit.author;
  } else if ('add' in edit) {
    const made = clause(edit.add, null, 'inserted');
    made.byEnter = edit.byEnter ?? false;
    made.undone = edit.undone ?? null;
    insert(draft, edit.behind, made);
  } else if ('drop' in edit) setFate(place(draft, edit.drop).found, 'deleted');
  else if ('move' in edit) {
    const { found } = place(draft, edit.move);
    const copy = clause(
      found.parts.length === 0 ? found.text : { text: found.text, parts: found.parts.map((part) => part.text) },
      null,
      'moved-to',
    );
    setFate(found, 'moved-from');
    insert(draft, edit.behind, copy);
  } else if ('section' in edit) {
    const at = draft.sections.findIndex((one) => one.heading === edit.behind);
    const before = draft.sections[at];
    if (before === undefined) throw new Error(`No section "${edit.behind}".`);
    draft.sections.splice(at + 1, 0, section(before.kind, edit.section, 'inserted'));
  } else {
    const rows = draft.annex[edit.inAnnexPart - 1]?.table?.rows;
    if (rows === undefined) throw new Error(`No table in part ${edit.inAnnexPart} of the annex.`);
    if ('row' in edit) rows.splice(edit.behindRow, 0, { cells: edit.row, fate: 'inserted' });
    else {
      const dropped = rows[edit.dropRow - 1];
      if (dropped !== undefined) dropped.fate = 'deleted';
    }
  }
}

function setFate(one: DraftClause, fate: Fate): void {
  one.fate = fate;
  for (const part of one.parts) setFate(part, fate);
}

function lists(draft: DraftText): DraftClause[][] {
  return [...draft.sections, ...draft.annex].flatMap((one) => [
    one.lead,
    one.clauses,
    ...one.clauses.map((inner) => inner.parts),
  ]);
}

function place(draft: DraftText, id: string): { list: DraftClause[]; at: number; found: DraftClause } {
  for (const list of lists(draft)) {
    const at = list.findIndex((one) => one.id === id);
    const found = list[at];
    if (found !== undefined) return { list, at, found };
  }
  throw new Error(`No clause "${id}" in ${String(draft.base.number)}.`);
}

/** Behind a clause and what was already put behind it, or first under a heading. */
function insert(draft: DraftText, behind: string, made: DraftClause): void {
  const heading = draft.sections.find((one) => one.heading === behind);
  if (heading !== undefined) {
    heading.clauses.unshift(made);
    return;
  }
  const { list, at } = place(draft, behind);
  let next = at + 1;
  while (list[next]?.id === null) next++;
  list.splice(next, 0, made);
}

/** The text as it would stand with all changes made: what a conference adopts. */
export function adopted(draft: DraftText, revision: Revision, title = draft.base.title): ResolutionText {
  const { base } = draft;
  const sections = (kind: DraftSection['kind']): SectionText[] =>
    draft.sections
      .filter((one) => one.kind === kind)
      .map((one) => ({ heading: one.heading, clauses: standing(one.clauses).map(textOf) }));
  return {
    number: base.number,
    revision,
    title,
    preamble: sections('preamble'),
    operative: sections('operative'),
    ...(base.notes === undefined ? {} : { notes: base.notes }),
    ...(base.annex === undefined
      ? {}
      : { annex: { title: base.annex.title, sections: draft.annex.map(adoptedAnnex) } }),
  };
}

function adoptedAnnex({ heading, lead, clauses, table }: DraftSection): AnnexSection {
  const rows = table?.rows.filter((row) => row.fate !== 'deleted').map((row) => row.cells);
  return {
    heading,
    lead: standing(lead).map(proposedText),
    items: standing(clauses).map(proposedText),
    ...(table === null || rows === undefined ? {} : { table: { ...table, rows } }),
  };
}

function standing(clauses: readonly DraftClause[]): DraftClause[] {
  return clauses.filter((one) => one.fate !== 'deleted' && one.fate !== 'moved-from');
}

function textOf(one: DraftClause): ClauseText {
  const parts = standing(one.parts);
  return parts.length === 0 ? proposedText(one) : { text: proposedText(one), parts: parts.map(proposedText) };
}

function proposedText({ text, changes }: DraftClause): string {
  return changes.reduce((words, [old, next]) => {
    mustStandOnce(words, old);
    return words.replace(old, () => next);
  }, text);
}

/** Guards the data: a change of words that do not stand in the clause would go unnoticed. */
export function mustStandOnce(words: string, old: string): void {
  if (old === '' || words.split(old).length !== 2) throw new Error(`"${old}" does not stand once in "${words}".`);
}
