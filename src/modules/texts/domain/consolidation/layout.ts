/**
 * A consolidated text as people read it: each clause with its new label, who wants which words, the alternatives where
 * they do not agree, and the conflicts. All of it follows from the {@link ConsolidatedText}.
 */
import type { ConsolidatedText, ContestedPassage, ContestedSection, ConflictChoice } from '#kernel/reading/index.ts';
import { contestsOf, type Contests } from '../clashes/contests.ts';
import { arranged, inOrder, type Placed } from './arrangement.ts';
import { hashOf } from './gather.ts';
import { labelsOf, ordinalLabel, patternOf, type Pattern } from './numbering.ts';
import { piecesOf, piecesOfInserted, piecesOfPassage, type Pen, type Piece } from './pieces.ts';
import { verdictOnPassage, verdictsOf, type Verdict } from './verdicts.ts';
import { rolesOf, viewsOf } from './views.ts';
import { signFor } from './signs.ts';

/** One of the wordings between which somebody has to choose. */
export interface Alternative {
  by: string[];
  /** "2", "2bis", "2ter". */
  label: string;
  /** The clause is taken away. */
  gone: boolean;
  /** The heading or clause it is moved to, where that is disputed. */
  movedTo: string | null;
  pieces: Piece[];
}

/** Something that people do not agree on, by a name that stays while the dispute is the same. */
export interface Conflict {
  id: string;
  /** "resolves 2". */
  place: string;
  alternatives: { by: string[]; words: string | null }[];
  settled: ConflictChoice | null;
}

export interface LaidClause {
  id: string;
  /** `null` for a new clause. */
  base: { label: string; words: string } | null;
  /** The new label. */
  label: string;
  fate: 'kept' | 'amended' | 'inserted' | 'deleted' | 'moved' | 'moved-away';
  /** Whether it is in the consolidated text; true while it is disputed. */
  stands: boolean;
  /** Who inserts, deletes or moves it. */
  by: string[];
  /** The wording; while it is disputed, that of the base with what is agreed. */
  pieces: Piece[];
  /** Empty where nothing is disputed, or where it is settled. */
  alternatives: Alternative[];
  /** The open conflict it belongs to. */
  conflict: string | null;
  line: number;
  children: LaidClause[];
}

export interface LaidPassage {
  pieces: Piece[];
  stands: boolean;
  conflict: string | null;
  alternatives: Alternative[];
}

export interface LaidSection {
  id: string;
  kind: ContestedSection['kind'];
  annex: string | null;
  heading: LaidPassage | null;
  by: string[];
  clauses: LaidClause[];
  line: number;
}

export interface Layout {
  /** Who would suppress the text that others amend; `open` while that is not settled, `suppressed` when it is gone. */
  suppression: {
    by: string[];
    against: string[];
    conflict: string | null;
    state: 'none' | 'open' | 'suppressed' | 'kept';
  };
  heading: LaidPassage;
  title: LaidPassage;
  opening: LaidPassage;
  sections: LaidSection[];
  annexes: { id: string; heading: LaidPassage; title: LaidPassage; by: string[]; line: number }[];
  footnotes: { mark: string; note: LaidPassage; line: number }[];
  conflicts: Conflict[];
}

/** Lays a consolidated text out. */
export function layoutOf(draft: ConsolidatedText): Layout {
  const contests = contestsOf(draft);
  const sections = arranged(draft, verdictsOf(draft, contests));
  const views = viewsOf(draft);
  const roles = rolesOf(sections);
  const labels = new Map<string, string>();
  const usual = new Map<ContestedSection['kind'], Pattern>();
  for (const { section } of sections) {
    const pattern = usual.has(section.kind) ? null : patternOf(section.id, views);
    if (pattern !== null) usual.set(section.kind, pattern);
  }
  const label = (list: readonly Placed[], container: string, outer: string | null, like: Pattern | null): void => {
    const standing = list.flatMap((placed) => standingIn(placed));
    const numbered = standing.map(({ id, cluster }) => ({
      id,
      alternativeOf: cluster?.conflict?.settled === null ? cluster.conflict.id : null,
    }));
    for (const [id, own] of labelsOf(numbered, container, outer, views, like)) labels.set(id, own);
    for (const placed of standing) label(placed.children, placed.id, labels.get(placed.id) ?? '', null);
  };
  for (const { section, clauses } of sections) label(clauses, section.id, null, usual.get(section.kind) ?? null);
  const pen: Pen = { contests, labels, signOf: (id) => signFor(id, roles.get(id), views) };
  const conflicts: Conflict[] = [];
  const suppression = suppressionOf(draft, conflicts);
  const passage = (one: ContestedPassage, id: string, named: boolean): LaidPassage =>
    laidPassage(draft, contests, { passage: one, id, named }, conflicts);
  const [heading, title, opening] = [
    passage(draft.heading, 'heading', true),
    passage(draft.title, 'title', false),
    passage(draft.opening, 'opening', true),
  ];
  const laid = sections.map(({ section, clauses }): LaidSection => {
    const named = section.heading.words ?? section.heading.versions[0]?.words ?? '';
    const isNew = section.proposed.length > 0;
    const own = keptAlive(passage(section.heading, section.id, false), section.heading, clauses);
    return {
      id: section.id,
      kind: section.kind,
      annex: section.annex,
      heading: named === '' ? null : isNew ? inserted(own, named, section.proposed) : own,
      by: section.proposed.map(({ by }) => by).sort(),
      clauses: clauses.map((one) => laidClause(one, named, pen, conflicts)),
      line: section.line,
    };
  });
  const clausesIn = (annex: string): Placed[] =>
    sections.flatMap(({ section, clauses }) => (section.annex === annex ? clauses : []));
  return {
    suppression,
    heading,
    title,
    opening,
    sections: laid,
    annexes: inOrder(draft.annexes).map(({ id, heading, title, proposed, line }) => ({
      id,
      heading:
        proposed.length > 0
          ? inserted(null, heading.words ?? '', proposed)
          : keptAlive(passage(heading, id, true), heading, clausesIn(id)),
      title: proposed.length > 0 ? inserted(null, title.words ?? '', proposed) : passage(title, `${id}-title`, false),
      by: proposed.map(({ by }) => by).sort(),
      line,
    })),
    footnotes: draft.footnotes.map(({ mark, note, line }) => ({
      mark,
      note: passage(note, `note-${hashOf(note.words ?? note.versions[0]?.words ?? '')}`, false),
      line,
    })),
    conflicts,
  };
}

/** A heading stays as long as somebody else wants something under it. */
function keptAlive(heading: LaidPassage, passage: ContestedPassage, clauses: readonly Placed[]): LaidPassage {
  if (heading.stands || passage.words === null) return heading;
  const goneBy = new Set(passage.versions.flatMap(({ by, words }) => (words === null ? [by] : [])));
  const isWanted = clauses
    .flatMap(standingIn)
    .some(({ clause, cluster }) =>
      clause === null
        ? cluster?.by.some((by) => !goneBy.has(by))
        : clause.versions.some(({ by, words }) => words === null && goneBy.has(by)),
    );
  if (!isWanted) return heading;
  return { ...heading, stands: true, pieces: [{ text: passage.words, change: 'same', by: [] }] };
}

/** A clause where it stands; where it does not, those under it that do. */
export function standingIn(placed: Placed): Placed[] {
  return placed.stands ? [placed] : placed.children.flatMap(standingIn);
}

function inserted(known: LaidPassage | null, words: string, by: readonly { by: string }[]): LaidPassage {
  if (known?.pieces.some(({ change }) => change !== 'same') === true) return known;
  const names = by.map((one) => one.by).sort();
  return {
    pieces: words === '' ? [] : [{ text: words, change: 'inserted', by: names }],
    stands: words !== '',
    conflict: null,
    alternatives: [],
  };
}

function laidPassage(
  draft: ConsolidatedText,
  contests: Contests,
  asked: { passage: ContestedPassage; id: string; named: boolean },
  conflicts: Conflict[],
): LaidPassage {
  const { passage, id } = asked;
  if (passage.versions.length === 0) {
    const words = passage.words ?? '';
    return {
      pieces: words === '' ? [] : [{ text: words, change: 'same', by: [] }],
      stands: passage.words !== null,
      conflict: null,
      alternatives: [],
    };
  }
  const verdict = verdictOnPassage(draft, contests, asked);
  const alternatives = (verdict.conflict?.variants ?? []).map((variant, index): Alternative => ({
    by: variant.by,
    label: ordinalLabel('', index),
    gone: variant.gone,
    movedTo: null,
    pieces: variant.gone ? [] : piecesOfPassage(passage, verdict, variant),
  }));
  const conflict = noteConflict(verdict, id, alternatives, conflicts);
  return {
    pieces: piecesOfPassage(passage, verdict, verdict.chosen),
    stands: verdict.stands,
    conflict,
    alternatives: conflict === null ? [] : alternatives,
  };
}

function laidClause(placed: Placed, heading: string, pen: Pen, conflicts: Conflict[]): LaidClause {
  const { id, clause, verdict, cluster, stands, movedAway } = placed;
  const label = movedAway
    ? (clause?.label ?? '')
    : (pen.labels.get(id) ?? clause?.label ?? cluster?.clause.label ?? '');
  const place = `${heading} ${clause?.label ?? label}`.trim();
  const shared = { id, label, stands, line: clause?.line ?? cluster?.clause.line ?? 1 };
  const children = (): LaidClause[] => placed.children.map((child) => laidClause(child, heading, pen, conflicts));
  if (cluster !== null) {
    const open = cluster.conflict !== null && cluster.conflict.settled === null;
    if (cluster.conflict !== null && cluster.variant === 0) {
      const { id: name, clusters, settled } = cluster.conflict;
      conflicts.push({
        id: name,
        place: `${heading}, new clause`,
        alternatives: clusters.map((one) => ({ by: one.by, words: one.clause.words })),
        settled,
      });
    }
    return {
      ...shared,
      base: null,
      fate: 'inserted',
      by: cluster.by,
      pieces: piecesOfInserted(cluster, pen),
      alternatives: [],
      conflict: open ? (cluster.conflict?.id ?? null) : null,
      children: children(),
    };
  }
  const base = clause === null ? null : { label: clause.label, words: clause.words };
  if (verdict === null || clause === null || movedAway) {
    const pieces: Piece[] = clause === null ? [] : piecesOf(clause, null, null, pen);
    const by = movedAway ? (verdict?.movedBy ?? []) : [];
    return {
      ...shared,
      base,
      fate: movedAway ? 'moved-away' : 'kept',
      by,
      pieces,
      alternatives: [],
      conflict: null,
      children: children(),
    };
  }
  const alternatives = (verdict.conflict?.variants ?? []).map((variant, index): Alternative => ({
    by: variant.by,
    label: ordinalLabel(label, index),
    gone: variant.gone,
    movedTo: variant.place === null ? null : (variant.place.under ?? variant.place.section),
    pieces: variant.gone ? [] : piecesOf(clause, verdict, variant, pen),
  }));
  const conflict = noteConflict(verdict, place, alternatives, conflicts);
  const pieces = piecesOf(clause, verdict, verdict.chosen, pen);
  const isAmended = conflict !== null || pieces.some(({ change }) => change !== 'same');
  return {
    ...shared,
    base,
    fate: !stands ? 'deleted' : verdict.place !== null ? 'moved' : isAmended ? 'amended' : 'kept',
    by: stands ? verdict.movedBy : verdict.goneBy,
    pieces,
    alternatives: conflict === null ? [] : alternatives,
    conflict,
    children: children(),
  };
}

/** Lists a conflict; gives its name while it is open. */
function noteConflict(
  { conflict }: Verdict,
  place: string,
  alternatives: readonly Alternative[],
  conflicts: Conflict[],
): string | null {
  if (conflict === null) return null;
  conflicts.push({
    id: conflict.id,
    place,
    alternatives: alternatives.map(({ by, gone, pieces }) => ({ by, words: gone ? null : standingWords(pieces) })),
    settled: conflict.settled,
  });
  return conflict.settled === null ? conflict.id : null;
}

/** The words that stand when all changes are made. */
export function standingWords(pieces: readonly Piece[]): string {
  return pieces
    .filter(({ change }) => change !== 'deleted')
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** A proposal to suppress the whole text is a conflict where somebody else changes it. */
function suppressionOf(draft: ConsolidatedText, conflicts: Conflict[]): Layout['suppression'] {
  const { suppressedBy: by } = draft;
  if (by.length === 0) return { by, against: [], conflict: null, state: 'none' };
  const against = draft.proponents.filter((name) => !by.includes(name) && amends(draft, name));
  if (against.length === 0) return { by, against, conflict: null, state: 'suppressed' };
  const id = `whole-text~${hashOf(JSON.stringify([by, against]))}`;
  const settled = draft.settled[id] ?? null;
  conflicts.push({
    id,
    place: 'whole text',
    alternatives: [
      { by, words: null },
      { by: against, words: 'the text as amended' },
    ],
    settled,
  });
  if (settled === null) return { by, against, conflict: id, state: 'open' };
  const isGone = 'drop' in settled || ('take' in settled && settled.take === 0);
  return { by, against, conflict: null, state: isGone ? 'suppressed' : 'kept' };
}

/** Whether somebody proposes any change to the text. */
function amends(draft: ConsolidatedText, by: string): boolean {
  const has = ({ versions }: { versions: readonly { by: string }[] }): boolean => versions.some((one) => one.by === by);
  const clauses = (list: ContestedSection['clauses']): boolean =>
    list.some((clause) => has(clause) || clauses(clause.children));
  return (
    [draft.title, ...draft.footnotes.map(({ note }) => note)].some(has) ||
    draft.insertions.some((one) => one.by === by) ||
    draft.sections.some((section) => has(section.heading) || clauses(section.clauses))
  );
}
