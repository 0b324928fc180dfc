/** The clauses of a consolidated text in their order: those of the base, what is put between them, what is moved. */
import type {
  ConsolidatedText,
  ContestedClause,
  ContestedSection,
  ClausePlace,
  ConflictChoice,
} from '#kernel/reading/index.ts';
import {
  areVariants,
  insertionsByPlace,
  placeKey,
  type GroupAtPlace,
  type InsertedClause,
} from '../clashes/insertions.ts';
import { compare } from '../clashes/edits.ts';
import { hashOf } from './gather.ts';
import type { Verdict, Verdicts } from './verdicts.ts';

/** A new clause with all who propose it. */
export interface Cluster {
  clause: InsertedClause;
  by: string[];
  /** The index among the alternatives of a conflict between new clauses that are variants of one another. */
  variant: number;
  conflict: { id: string; settled: ConflictChoice | null; clusters: readonly Cluster[] } | null;
}

/** A clause in its place. */
export interface Placed {
  id: string;
  /** The clause of the base; `null` for a new one. */
  clause: ContestedClause | null;
  verdict: Verdict | null;
  cluster: Cluster | null;
  stands: boolean;
  /** It was moved away from here, and stands elsewhere. */
  movedAway: boolean;
  children: Placed[];
}

export interface PlacedSection {
  section: ContestedSection;
  clauses: Placed[];
}

/** Every clause of the base is in it once where it stands, whatever moves are proposed. */
export function arranged(draft: ConsolidatedText, verdicts: Verdicts): PlacedSection[] {
  const first = arrangedBut(draft, verdicts, new Set());
  const lost = first.moved.filter((id) => !first.placed.has(id));
  // Two proponents may move two clauses under one another: then both stay.
  return lost.length === 0 ? first.sections : arrangedBut(draft, verdicts, new Set(lost)).sections;
}

function arrangedBut(
  draft: ConsolidatedText,
  verdicts: Verdicts,
  staying: ReadonlySet<string>,
): { sections: PlacedSection[]; moved: string[]; placed: ReadonlySet<string> } {
  const byId = new Map<string, ContestedClause>();
  const index = (clauses: readonly ContestedClause[]): void => {
    for (const clause of clauses) {
      byId.set(clause.id, clause);
      index(clause.children);
    }
  };
  for (const { clauses } of draft.sections) index(clauses);
  const insertions = insertionsByPlace(draft);
  const homes = homesOf(insertions);
  const placed = new Set<string>();
  const moved: string[] = [];

  const putAt = (place: ClausePlace): Placed[] => {
    const key = placeKey(place);
    const found = insertions.get(key);
    if (found === undefined) return [];
    const clusters = clustersOf(found.groups, { key, homes }, draft.settled);
    const seen = new Set<string>();
    return found.groups.flatMap(({ clauses }) =>
      clauses.flatMap((inserted): Placed[] => {
        const { id } = inserted;
        if (seen.has(id) || placed.has(id)) return [];
        const clause = inserted.moved && !staying.has(id) ? byId.get(id) : undefined;
        const cluster = clusters.get(id) ?? null;
        if (clause === undefined && cluster === null) return [];
        if (clause !== undefined) {
          const verdict = verdicts(clause);
          if (!verdict.stands || verdict.place === null || placeKey(verdict.place) !== key) return [];
        }
        seen.add(id);
        placed.add(id);
        return [clause === undefined ? newClause(inserted, cluster, place) : baseClause(clause, place.section)];
      }),
    );
  };
  const newClause = (inserted: InsertedClause, cluster: Cluster | null, place: ClausePlace): Placed => ({
    id: inserted.id,
    clause: null,
    verdict: null,
    cluster,
    stands: cluster === null || isTaken(cluster),
    movedAway: false,
    children: putAt({ section: place.section, under: inserted.id, behind: null }),
  });
  const baseClause = (clause: ContestedClause, section: string): Placed => {
    const verdict = clause.versions.length === 0 ? null : verdicts(clause);
    return {
      id: clause.id,
      clause,
      verdict,
      cluster: null,
      stands: verdict?.stands ?? true,
      movedAway: false,
      children: list(clause.children, section, clause.id),
    };
  };
  const away = (clause: ContestedClause): Placed => ({
    id: clause.id,
    clause,
    verdict: verdicts(clause),
    cluster: null,
    stands: false,
    movedAway: true,
    children: [],
  });
  const list = (clauses: readonly ContestedClause[], section: string, under: string | null): Placed[] => [
    ...putAt({ section, under, behind: null }),
    ...clauses.flatMap((clause) => {
      const isMoved = clause.versions.some(({ place }) => place !== null) && !staying.has(clause.id);
      const isAway = isMoved && movesAway(verdicts(clause));
      if (isAway) moved.push(clause.id);
      return [isAway ? away(clause) : baseClause(clause, section), ...putAt({ section, under, behind: clause.id })];
    }),
  ];
  const sections = inOrder(draft.sections).map((section) => ({
    section,
    clauses: list(section.clauses, section.id, null),
  }));
  return { sections, moved, placed };
}

const movesAway = ({ stands, place }: Verdict): boolean => stands && place !== null;

/** Parts of the base with the new ones of each proponent behind the part that they follow. */
export function inOrder<
  Part extends { id: string; proposed: readonly { by: string; behind: string | null; at: number }[] },
>(parts: readonly Part[]): Part[] {
  const added = parts
    .filter(({ proposed }) => proposed.length > 0)
    .map((part) => {
      const [first] = [...part.proposed].sort((one, other) => compare(one.by, other.by));
      return { part, by: first?.by ?? '', behind: first?.behind ?? null, at: first?.at ?? 0 };
    })
    .sort((one, other) => compare(one.by, other.by) || one.at - other.at);
  const behind = Map.groupBy(added, (one) => one.behind);
  const those = (id: string | null): Part[] => (behind.get(id) ?? []).map(({ part }) => part);
  return [
    ...those(null),
    ...parts.filter(({ proposed }) => proposed.length === 0).flatMap((part) => [part, ...those(part.id)]),
  ];
}

/** Whether a new clause stands: undisputed, still disputed, or chosen. */
function isTaken({ conflict, variant }: Cluster): boolean {
  const settled = conflict?.settled ?? null;
  if (settled === null) return true;
  if ('take' in settled) return settled.take === variant;
  return 'words' in settled && variant === 0;
}

/** Where a new clause stands that several may want, and who they are. */
interface Home {
  key: string;
  by: string[];
}

/** The same clause at several places stands where most want it, of several such places where the first by name does. */
function homesOf(insertions: ReadonlyMap<string, { groups: readonly GroupAtPlace[] }>): Map<string, Home> {
  const wanted = new Map<string, { key: string; by: string[] }[]>();
  for (const [key, { groups }] of insertions) {
    for (const { by, clauses } of groups) {
      for (const { id, moved } of clauses) {
        if (moved) continue;
        const places = wanted.get(id) ?? [];
        wanted.set(id, places);
        const place = places.find((one) => one.key === key);
        if (place === undefined) places.push({ key, by: [by] });
        else place.by.push(by);
      }
    }
  }
  return new Map(
    [...wanted].map(([id, places]) => {
      const [first] = [...places].sort(
        (one, other) => other.by.length - one.by.length || compare(one.by[0] ?? '', other.by[0] ?? ''),
      );
      return [id, { key: first?.key ?? '', by: [...new Set(places.flatMap(({ by }) => by))].sort(compare) }];
    }),
  );
}

/** New clauses at one place: the same ones once, variants of one another as alternatives of a conflict. */
function clustersOf(
  groups: readonly GroupAtPlace[],
  { key, homes }: { key: string; homes: ReadonlyMap<string, Home> },
  settled: ConsolidatedText['settled'],
): Map<string, Cluster> {
  const clusters = new Map<string, Cluster>();
  for (const { clauses } of groups) {
    for (const clause of clauses) {
      if (clause.moved) continue;
      const home = homes.get(clause.id);
      if (home?.key !== key || clusters.has(clause.id)) continue;
      clusters.set(clause.id, { clause, by: home.by, variant: 0, conflict: null });
    }
  }
  const families: Cluster[][] = [];
  for (const cluster of clusters.values()) {
    const family = families.find(
      (members) =>
        members.every((other) => !other.by.some((by) => cluster.by.includes(by))) &&
        members.some((other) => areVariants(other.clause.words, cluster.clause.words)),
    );
    if (family === undefined) families.push([cluster]);
    else family.push(cluster);
  }
  for (const family of families) {
    if (family.length < 2) continue;
    const id = `${key.replaceAll(/[^a-z0-9-]+/g, '-').replaceAll(/^-|-$/g, '')}~${hashOf(family.map(({ clause }) => clause.id).join('\n'))}`;
    const choice = settled[id] ?? null;
    const isStale = choice !== null && 'take' in choice && choice.take >= family.length;
    const conflict = { id, settled: isStale ? null : choice, clusters: family };
    family.forEach((cluster, variant) => {
      cluster.variant = variant;
      cluster.conflict = conflict;
    });
  }
  return clusters;
}
