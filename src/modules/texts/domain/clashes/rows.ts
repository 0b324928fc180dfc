/** The rows of a clash map: the clauses of the base that somebody touches, and the places where something is inserted. */
import type {
  ClashMap,
  ClashRow,
  ConsolidatedText,
  ContestedClause,
  ContestedPassage,
  ContestedSection,
  Relation,
} from '#kernel/reading/index.ts';
import { keyOf } from '../comparison/likeness.ts';
import { contestsOf, relationOf, type Contest, type Contests } from './contests.ts';
import { isClash } from './edits.ts';
import { insertionsByPlace, placeKey, relationAt, type GroupAtPlace } from './insertions.ts';
import { quoted, replacement, sentence } from './why.ts';

/** What a proponent does to a place, in one word or two. */
export type Deed = 'amends' | 'deletes' | 'moves' | 'moves and amends' | 'inserts' | 'suppresses' | 'suppresses all';

/** A row that also says what each of its proponents does. */
export type RowWithDeeds = ClashRow & { deeds: Record<string, Deed> };
export type MapWithDeeds = Omit<ClashMap, 'rows'> & { rows: RowWithDeeds[] };

interface Making {
  draft: ConsolidatedText;
  contests: Contests;
  places: ReturnType<typeof insertionsByPlace>;
  rows: RowWithDeeds[];
}

/** Who touches what of an instrument, and how that goes together. */
export function clashMapOf(draft: ConsolidatedText): ClashMap {
  const { rows, ...map } = clashMapWithDeeds(draft);
  const plain = rows.map(({ section, label, text, proponents, relation, why }) => ({
    section,
    label,
    text,
    proponents,
    relation,
    why,
  }));
  return { ...map, rows: plain };
}

/** The same, with what each proponent does in each row. */
export function clashMapWithDeeds(draft: ConsolidatedText): MapWithDeeds {
  const making: Making = { draft, contests: contestsOf(draft), places: insertionsByPlace(draft), rows: [] };
  if (draft.heading.words !== null) passageRow(making, 'heading', null, draft.heading, true);
  if (draft.title.words !== null) passageRow(making, 'title', null, draft.title, false);
  if (draft.opening.words !== null) passageRow(making, 'opening', null, draft.opening, true);
  for (const section of draft.sections) if (section.annex === null) sectionRows(making, section);
  for (const annex of draft.annexes) {
    const heading = annex.heading.words ?? '';
    passageRow(making, heading, null, annex.heading, true);
    passageRow(making, heading, null, annex.title, false);
    for (const section of draft.sections) if (section.annex === annex.id) sectionRows(making, section);
  }
  for (const { mark, note } of draft.footnotes) passageRow(making, 'footnotes', mark, note, false);
  suppression(making);
  return { instrument: draft.instrument, proponents: draft.proponents, rows: making.rows };
}

function sectionRows(making: Making, section: ContestedSection): void {
  const heading = headingOf(making.draft, section);
  const annex = making.draft.annexes.find(({ id }) => id === section.annex);
  const annexGoneBy = deletersOf(annex?.heading.versions ?? []);
  if (section.proposed.length === 0 && section.heading.words !== null && !goesWithClauses(section)) {
    passageRow(making, heading, null, section.heading, false);
  }
  const visit = (clauses: readonly ContestedClause[], under: string | null, goneBy: readonly string[]): void => {
    placeRow(making, { section, under, behind: null }, goneBy);
    for (const clause of clauses) {
      const gone = deletersOf(clause.versions);
      // An annex that is suppressed is told once; of its clauses only those that others amend.
      const isTold = clause.versions.every(({ by, suppressed }) => suppressed && annexGoneBy.includes(by));
      if (!isTold) clauseRow(making, heading, clause, making.contests.ofClause(clause));
      visit(clause.children, clause.id, [...new Set([...goneBy, ...gone])]);
      placeRow(making, { section, under, behind: clause.id }, goneBy);
    }
  };
  visit(section.clauses, null, deletersOf(section.heading.versions));
}

const deletersOf = (versions: readonly { by: string; words: string | null }[]): string[] =>
  versions.flatMap(({ by, words }) => (words === null ? [by] : []));

/** A heading that is only struck out together with its clauses is told by their rows. */
function goesWithClauses({ heading, clauses }: ContestedSection): boolean {
  const gone = deletersOf(heading.versions);
  if (gone.length < heading.versions.length || clauses.length === 0) return false;
  return gone.every((by) =>
    clauses.every(({ versions }) => versions.some((version) => version.by === by && version.words === null)),
  );
}

function clauseRow(making: Making, section: string, clause: ContestedClause, contest: Contest): void {
  const { amendments } = contest;
  if (amendments.length === 0) return;
  const { suppressedBy } = making.draft;
  const touching = amendments.map(({ by }) => by);
  const suppressed = suppressedBy.filter((by) => !touching.includes(by));
  const parts = doings(contest);
  const told = suppressed.length === 0 ? parts : [{ by: suppressed, does: 'suppresses the whole text' }, ...parts];
  making.rows.push({
    section,
    label: clause.label,
    text: clause.words,
    proponents: [...new Set([...touching, ...suppressed])].sort(),
    relation: suppressed.length > 0 ? 'suppressed-and-amended' : relationOf(contest),
    why: sentence(told),
    deeds: { ...all(suppressed, 'suppresses all'), ...deedsOf(contest) },
  });
}

/** Headings, titles and notes are no clauses: a proposal to suppress the text does not count among those who touch them. */
function passageRow(
  making: Making,
  section: string,
  label: string | null,
  passage: ContestedPassage,
  named: boolean,
): void {
  const contest = making.contests.ofPassage(passage, named);
  if (contest.amendments.length === 0) return;
  const isNew = passage.words === null;
  making.rows.push({
    section,
    label: isNew ? null : label,
    text: passage.words,
    proponents: contest.amendments.map(({ by }) => by),
    relation: relationOf(contest),
    why: sentence(isNew ? added(passage) : doings(contest)),
    deeds: isNew
      ? all(
          contest.amendments.map(({ by }) => by),
          'inserts',
        )
      : deedsOf(contest),
  });
}

const added = ({ versions }: ContestedPassage): { by: string[]; does: string }[] =>
  versions.map(({ by, words }) => ({ by: [by], does: `adds ${quoted(words ?? '')}` }));

/** The same deed of several. */
const all = (proponents: readonly string[], deed: Deed): Record<string, Deed> =>
  Object.fromEntries(proponents.map((by) => [by, deed]));

/** What each does to words that the base has. */
function deedsOf({ amendments }: Contest): Record<string, Deed> {
  return Object.fromEntries(
    amendments.map(({ by, gone, suppressed, place, edits }): [string, Deed] => {
      if (gone) return [by, suppressed ? 'suppresses' : 'deletes'];
      if (place === null) return [by, 'amends'];
      return [by, edits.length === 0 ? 'moves' : 'moves and amends'];
    }),
  );
}

/** What each proponent does, those who do the same together; the words that they disagree about first. */
function doings({ base, amendments, components }: Contest): { by: string[]; does: string }[] {
  const inOrder = [...components].sort((one, other) => Number(isClash(other)) - Number(isClash(one)));
  const told = amendments.map(({ by, gone, suppressed, place }) => {
    const changes = inOrder.flatMap(({ from, to, readings }) => {
      const reading = readings.get(by);
      return reading === undefined ? [] : [replacement(base.tokens, from, to, reading)];
    });
    if (place !== null) changes.unshift('moves it');
    if (gone) return { by, does: suppressed ? 'suppresses it' : 'deletes it' };
    return { by, does: changes.join(' and ') };
  });
  const byDoing = Map.groupBy(told, ({ does }) => does);
  return [...byDoing].map(([does, members]) => ({ by: members.map(({ by }) => by), does }));
}

function placeRow(
  making: Making,
  place: { section: ContestedSection; under: string | null; behind: string | null },
  goneBy: readonly string[],
): void {
  const { draft, places } = making;
  const found = places.get(placeKey({ ...place, section: place.section.id }));
  const groups = (found?.groups ?? []).flatMap((group) => {
    const words = wordsOfGroup(making, group);
    return words.length === 0 ? [] : [{ by: group.by, words }];
  });
  if (groups.length === 0) return;
  const inserting = groups.map(({ by }) => by);
  const suppressed = draft.suppressedBy.filter((by) => !inserting.includes(by));
  const deleting = goneBy.filter((by) => !inserting.includes(by));
  const relation: Relation =
    suppressed.length > 0 ? 'suppressed-and-amended' : deleting.length > 0 ? 'deleted-and-amended' : relationAt(groups);
  const taking = [
    ...(suppressed.length > 0 ? [{ by: suppressed, does: 'suppresses the whole text' }] : []),
    ...(deleting.length > 0 ? [{ by: deleting, does: 'deletes what it would belong to' }] : []),
  ];
  const putting = insertedBy(groups);
  making.rows.push({
    section: headingOf(draft, place.section),
    label: null,
    text: null,
    proponents: [...new Set([...inserting, ...suppressed, ...deleting])].sort(),
    relation,
    why: sentence([...taking, ...putting]),
    deeds: { ...all(suppressed, 'suppresses all'), ...all(deleting, 'deletes'), ...all(inserting, 'inserts') },
  });
}

/** What each inserts, those who insert the same together; what only some insert first, then what all do. */
function insertedBy(groups: readonly { by: string; words: readonly string[] }[]): { by: string[]; does: string }[] {
  const keysOf = groups.map(({ words }) => new Set(words.map(keyOf)));
  const inAll = (words: string): boolean => keysOf.every((keys) => keys.has(keyOf(words)));
  const own = groups.map(({ by, words }) => ({ by, words: words.filter((one) => !inAll(one)) }));
  const byWords = Map.groupBy(
    own.filter(({ words }) => words.length > 0),
    ({ words }) => words.map(keyOf).join('\n'),
  );
  const shared = groups[0]?.words.filter(inAll) ?? [];
  return [
    ...[...byWords.values()].map((members) => ({
      by: members.map(({ by }) => by),
      does: inserts(members[0]?.words ?? []),
    })),
    ...(shared.length > 0 ? [{ by: groups.map(({ by }) => by), does: inserts(shared) }] : []),
  ];
}

function inserts([first = '', ...others]: readonly string[]): string {
  return `inserts ${quoted(first)}${others.length === 0 ? '' : ` and ${others.length} more`}`;
}

/** The heading; of the words of an annex before any heading "ANNEX 1". */
function headingOf({ annexes }: ConsolidatedText, { heading, annex }: ContestedSection): string {
  const own = heading.words ?? heading.versions[0]?.words ?? null;
  if (own !== null || annex === null) return own ?? '';
  const { heading: of } = annexes.find(({ id }) => id === annex) ?? {};
  return (of?.words ?? of?.versions[0]?.words ?? '').replace(/\s*(?:\(|\bto\b).*$/isu, '');
}

/** The words of new clauses with those of their sub-clauses. */
function wordsOfGroup(making: Making, { by, clauses }: GroupAtPlace): string[] {
  return clauses.flatMap((clause) => {
    if (clause.moved) return [];
    const under = making.places.get(placeKey({ section: '', under: clause.id, behind: null }));
    const inner = under?.groups.filter((group) => group.by === by) ?? [];
    return [clause.words, ...inner.flatMap((group) => wordsOfGroup(making, group))];
  });
}

/** Where those who touch the text would all suppress it, one row says so. */
function suppression({ draft, rows }: Making): void {
  const { suppressedBy } = draft;
  if (suppressedBy.length === 0 || rows.some(({ proponents }) => proponents.some((by) => !suppressedBy.includes(by)))) {
    return;
  }
  rows.push({
    section: 'whole text',
    label: null,
    text: null,
    proponents: suppressedBy,
    relation: suppressedBy.length > 1 ? 'same' : 'single',
    why: sentence([{ by: suppressedBy, does: 'suppresses the whole text' }]),
    deeds: all(suppressedBy, 'suppresses all'),
  });
}
