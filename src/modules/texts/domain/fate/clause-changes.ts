/** The changes of clauses that a proposal asks for, each with the clause of the adopted text that it is. */
import type { Clause, LegalText, Section } from '#kernel/reading/index.ts';
import { alignTexts, placedClauses } from '../comparison/align.ts';
import { addressedClauses } from '../register/paths.ts';
import { sidesOfText } from '../register/sides.ts';
import { isChange, judged, judgedMove, type Asked, type ChangeFate } from './change.ts';
import { counterparts, phraseFinder, placeOf, shortAnnex } from './counterparts.ts';
import { commonWords, keyOf, weightOfAll, wordsIn } from './words.ts';

interface Placed {
  path: string;
  section: Section;
  clause: Clause;
  /** Index among the clauses of the base side, and of the proposed side; `null` where it is not in it. */
  inBase: number | null;
  inProposed: number | null;
}

/**
 * @param base the register's own text of the revision that the proposal would change, `null` where it has none
 * @param adopted `null` where the register does not know it: then every change is unknown
 */
export function clauseChanges(text: LegalText, base: LegalText | null, adopted: LegalText | null): ChangeFate[] {
  const placed = placedIn(text);
  const sides = sidesOfText(text);
  const known = baseWords(sides.base, base);
  const stands = standsIn(sides, adopted, known.all);
  const moves = movesAmong(placed);
  const annexes = annexesOf(text);
  const changes: ChangeFate[] = [];
  for (const one of placed) {
    const { clause, section, path, inBase } = one;
    const from = moves.from.get(clause);
    if (moves.gone.has(clause) || !isChange(clause.before, clause.after)) continue;
    const before = (inBase === null ? null : known.of[inBase]) ?? clause.before;
    // What is read as new and stands in the base was misread, or is copied within the text: nothing can be told.
    const copied = from === undefined && before === null && known.has(clause.after);
    const asked: Asked = {
      of: 'clause',
      path,
      place: placeIn(clause, section, annexes.get(section) ?? null),
      before,
      proposed: clause.after,
      doubtful: copied || clause.certainty === 'guess',
      line: clause.line,
    };
    const adoptedClause = copied ? undefined : stands(one, asked);
    changes.push(
      from === undefined
        ? judged(asked, adoptedClause)
        : judgedMove({ ...asked, from: from.heading, to: section.heading }, adoptedClause),
    );
  }
  return changes;
}

function placedIn(text: LegalText): Placed[] {
  let [atBase, atProposed] = [0, 0];
  return addressedClauses(text).map(({ path, section, clause }) => ({
    path,
    section,
    clause,
    inBase: clause.before === null ? null : atBase++,
    inProposed: clause.after === null ? null : atProposed++,
  }));
}

/** The register's own words of each base clause; a copy without revision marks may misread them. */
function baseWords(side: LegalText, base: LegalText | null) {
  const shown = placedClauses(side).map(({ words }) => words);
  if (base === null) return { of: [], all: shown, has: () => false };
  const aligned = alignTexts(side, base);
  const known = aligned.to.clauses.map(({ words }) => words);
  const keys = new Set(known.filter(isSentence).map(keyOf));
  return {
    of: counterparts(aligned).map((at) => (at === null ? null : (known[at] ?? null))),
    all: [...shown, ...known],
    has: (words: string | null) => words !== null && keys.has(keyOf(words)),
  };
}

/** Finds the adopted clause: by the base clause, by the proposed one, then by phrases that are new. */
function standsIn(sides: { base: LegalText; proposed: LegalText }, adopted: LegalText | null, base: readonly string[]) {
  if (adopted === null) return () => undefined;
  const ofBase = alignTexts(sides.base, adopted);
  const [byBase, byProposed] = [counterparts(ofBase), counterparts(alignTexts(sides.proposed, adopted))];
  const later = ofBase.to.clauses;
  const find = phraseFinder(later, base);
  return ({ inBase, inProposed }: Placed, { before, proposed }: Asked) => {
    const candidates = [
      inBase === null ? null : byBase[inBase],
      inProposed === null ? null : byProposed[inProposed],
      proposed === null ? null : find(proposed),
    ];
    for (const at of candidates) {
      const clause = at === null || at === undefined ? undefined : later[at];
      if (clause !== undefined && mayBe(before, proposed, clause.words)) return clause;
    }
    return null;
  };
}

/** Whether an adopted clause can be the one in question: no mere echo, and not the citation of another text. */
function mayBe(before: string | null, proposed: string | null, adopted: string): boolean {
  if (proposed === null && before !== null && citesAnother(before, adopted)) return false;
  return [before, proposed].some((words) => words !== null && containment(words, adopted) >= 1 / 3);
}

/** Part of the shorter wording that stands in the other. */
function containment(one: string, other: string): number {
  const [words, others] = [wordsIn(one), wordsIn(other)];
  const all = Math.min(weightOfAll(words), weightOfAll(others));
  const common = commonWords(words, others).flatMap(([index]) => words[index] ?? []);
  return all === 0 ? 1 : weightOfAll(common) / all;
}

/** "Resolution 172 (…), on reefs" and "Resolution 70/125, on reefs" are alike and two different clauses. */
function citesAnother(one: string, other: string): boolean {
  const [cited, citedThere] = [one, other].map(
    (words) =>
      /^.{0,60}?\b(?:resolution|decision|recommendation|article)s?\s+([\p{Lu}\d][\p{Lu}\d/.-]*)/iu.exec(words)?.[1],
  );
  return cited !== undefined && citedThere !== undefined && cited !== citedThere;
}

/** Clauses taken out in one place and put in, with the same words, at one other. */
function movesAmong(placed: readonly Placed[]): { gone: Set<Clause>; from: Map<Clause, Section> } {
  const gone = new Set<Clause>();
  const from = new Map<Clause, Section>();
  const deleted = new Map<string, Placed[]>();
  for (const one of placed) {
    if (one.clause.before === null || one.clause.after !== null || !isSentence(one.clause.before)) continue;
    const key = keyOf(one.clause.before);
    const at = deleted.get(key);
    if (at === undefined) deleted.set(key, [one]);
    else at.push(one);
  }
  for (const { clause, section } of placed) {
    if (clause.before !== null || clause.after === null) continue;
    const [source, ...others] = deleted.get(keyOf(clause.after)) ?? [];
    if (source === undefined || others.length > 0 || source.section === section || gone.has(source.clause)) continue;
    gone.add(source.clause);
    from.set(clause, source.section);
  }
  return { gone, from };
}

function annexesOf(text: LegalText): Map<Section, string> {
  return new Map(
    text.annexes.flatMap(({ heading, sections }) => sections.map((section) => [section, heading] as const)),
  );
}

/** Where a change is, by the labels of the base text; a new clause by its own. */
function placeIn({ label, before }: Clause, { heading }: Section, annex: string | null): string {
  if (before !== null) return placeOf({ annex, heading, label: label.before ?? '' });
  const where = placeOf({ annex, heading, label: '' }) || shortAnnex(annex ?? '');
  return (label.after ?? '') === '' ? where : `${where}, new ${label.after}`;
}

/** Fewer words than these stand in many places by chance: cells of tables, "text to be added". */
const isSentence = (words: string): boolean => wordsIn(words).length >= 5;
