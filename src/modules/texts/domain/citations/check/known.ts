/** What is known of other texts, whatever it comes from: the register, files that are given, the calendar of conferences. */
import type { Conference } from '#data/conferences.ts';
import type { InstrumentKind, Revision } from '#kernel/reading/index.ts';

/** A revision of an instrument that was adopted. */
export interface KnownRevision {
  revision: Revision;
  /** The labels of its clauses by heading, both in lower case, labels without brackets; `null` where its words are not known. */
  clauses: ReadonlyMap<string, ReadonlySet<string>> | null;
}

export interface KnownInstrument {
  kind: InstrumentKind;
  number: string | null;
  /** The conference or assembly, by its name; `null` where unknown. */
  body: string | null;
  /** Its code in citations ("PP"); `null` for bodies that have none. */
  code: string | null;
  /** Adopted revisions, oldest first. */
  revisions: readonly KnownRevision[];
  /** Who takes it away, in words: "it was suppressed at (Oslo, 2018)", "XYZ/12A1/3 proposes to suppress it"; `null` where it stands. */
  suppressed: string | null;
}

/** Answers what is known; what it does not know is unknown, never absent. */
export interface KnownTexts {
  /** The instruments of a kind and number, of all bodies. */
  named(kind: string, number: string): readonly KnownInstrument[];
  /** Whether a body is known to have adopted texts there and then, by the instruments that are known. */
  hasMet(body: string | null, revision: Revision): boolean;
  calendar: readonly Conference[];
}

/** Known texts from a list of instruments. Those that are the same by kind, number and body become one. */
export function knownTexts(instruments: readonly KnownInstrument[], calendar: readonly Conference[]): KnownTexts {
  const byName = new Map<string, KnownInstrument[]>();
  const met = new Set<string>();
  for (const one of instruments) {
    if (one.number === null) continue;
    const key = nameKey(one.kind, one.number);
    const list = byName.get(key) ?? [];
    const same = list.findIndex((known) => known.body === one.body || known.body === null || one.body === null);
    if (same < 0) list.push(one);
    else list[same] = joined(list[same] ?? one, one);
    byName.set(key, list);
    for (const { revision } of one.revisions) met.add(meetingKey(one.body, revision));
  }
  return {
    named: (kind, number) => byName.get(nameKey(kind, number)) ?? [],
    hasMet: (body, revision) => met.has(meetingKey(body, revision)),
    calendar,
  };
}

const nameKey = (kind: string, number: string): string => `${kind} ${number.toLowerCase().replaceAll('‑', '-')}`;
const meetingKey = (body: string | null, { place, year }: Revision): string =>
  `${body ?? ''}|${plainPlace(place)}|${year}`;

function joined(one: KnownInstrument, other: KnownInstrument): KnownInstrument {
  const revisions = [...one.revisions];
  for (const more of other.revisions) {
    const at = revisions.findIndex(({ revision }) => sameRevision(revision, more.revision));
    if (at < 0) revisions.push(more);
    else if (revisions[at]?.clauses === null) revisions[at] = more;
  }
  return {
    ...one,
    body: one.body ?? other.body,
    code: one.code ?? other.code,
    revisions: revisions.sort((left, right) => left.revision.year - right.revision.year),
    suppressed: one.suppressed ?? other.suppressed,
  };
}

/** The same place and year, whatever the capitals and accents. */
export function sameRevision(one: Pick<Revision, 'place' | 'year'>, other: Pick<Revision, 'place' | 'year'>): boolean {
  return one.year === other.year && plainPlace(one.place) === plainPlace(other.place);
}

/** A place's name for comparing: letters only, lower case, no accents. */
export function plainPlace(place: string): string {
  return place
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();
}
