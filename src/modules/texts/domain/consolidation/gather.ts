/** Lays proposals on a base text: what each proponent makes of each clause, and what it puts where. */
import { slugOf } from '#kernel/ids.ts';
import type {
  ConsolidatedText,
  ContestedClause,
  ContestedPassage,
  ContestedSection,
  Insertion,
  LegalText,
  ClausePlace,
  ProposalAction,
} from '#kernel/reading/index.ts';
import { fold } from '#formats/document/index.ts';
import { compare } from '../clashes/edits.ts';
import { keyOf } from '../comparison/likeness.ts';
import { outlineOf, type Outline } from '../comparison/outline.ts';
import { identityOf, nameOfInstrument } from '../register/identity.ts';
import { againstBase, type AgainstBase } from './against-base.ts';
import { commonBase, contentOf } from './common-base.ts';
import { suppressPart, suppressesAll } from './suppressed-parts.ts';
import { hasChanges, isFlattened, printedSides } from './printed-sides.ts';
import { gatherNotes } from './gather-notes.ts';
import { carriedOver, holds, joinVersion } from './join-versions.ts';

/** One proposal on an instrument. */
export interface Contribution {
  proponent: string;
  /** `null` where no text is printed. */
  text: LegalText | null;
  action: ProposalAction;
  reference: string;
  /** "Annex 1", "No. 79A": the part of the text that it is about, where it is not the whole. */
  part?: string | null;
}

/**
 * All proposals on one instrument, laid on its base text. The order of the contributions does not matter.
 * @param base a clean text, such as {@link baseOf} makes
 * @param instrument "Resolution 11"; read from the base where it is not given
 */
export function consolidate(
  base: LegalText,
  contributions: readonly Contribution[],
  instrument?: string,
): ConsolidatedText {
  const outline = outlineOf(base);
  const identity = instrument === undefined ? identityOf(base) : null;
  const draft = skeletonOf(base, outline, instrument ?? (identity === null ? '' : nameOfInstrument(identity)));
  const sorted = [...contributions].sort(
    (one, other) =>
      compare(one.proponent, other.proponent) ||
      compare(one.reference, other.reference) ||
      compare(one.text === null ? '' : contentOf(one.text), other.text === null ? '' : contentOf(other.text)),
  );
  draft.proponents = unique(sorted.map(({ proponent }) => proponent));
  draft.suppressedBy = unique(sorted.filter(suppressesAll).map(({ proponent }) => proponent));
  const clauses = clausesOf(draft);
  for (const one of sorted) {
    const { proponent, text, action } = one;
    if (action === 'SUP' && !suppressesAll(one)) suppressPart(draft, clauses, { base, ...one });
    if (text === null || action === 'NOC' || action === 'SUP') continue;
    const stand = againstBase(base, text, action === 'ADD');
    gather(draft, clauses, { stand, by: proponent, isFlattened: isFlattened(text) });
  }
  return draft;
}

/** The base text of contributions where none is given: what they themselves delete and keep. */
export function baseOf(contributions: readonly Contribution[]): LegalText {
  const all = contributions.flatMap(({ text, action }) =>
    text === null || action === 'NOC' || action === 'ADD' ? [] : [text],
  );
  const changed = all.filter(hasChanges);
  const [flattened, sure] = [changed.filter(isFlattened), changed.filter((text) => !isFlattened(text))];
  return changed.length === 0 ? commonBase(all.map(baseIn)) : commonBase(sure.map(baseIn), flattened.map(baseIn));
}

const baseIn = (text: LegalText): LegalText => printedSides(text).base;
const unique = (names: readonly string[]): string[] => [...new Set(names)].sort(compare);
const passage = (words: string | null): ContestedPassage => ({ words, versions: [] });

function skeletonOf(base: LegalText, outline: Outline, instrument: string): ConsolidatedText {
  const free = eachOnce();
  const made: ContestedClause[] = outline.clauses.map(({ path, label, words, line }) => ({
    id: path,
    label,
    words,
    line,
    versions: [],
    children: [],
  }));
  made.forEach((clause, index) => {
    clause.children = (outline.children[index] ?? []).flatMap((child) => made[child] ?? []);
  });
  const annexes = outline.annexes.map(({ heading, title }, index) => ({
    id: free(slugOf(heading.replace(/\bto\b.*$/i, ''), 24) || 'annex'),
    heading: passage(heading),
    title: passage(title),
    proposed: [],
    line: base.annexes[index]?.line ?? 1,
  }));
  const sections = outline.sections.map(({ section, annex, clauses }): ContestedSection => {
    const within = annex === null ? null : (annexes[annex]?.id ?? null);
    return {
      id: free(`${within === null ? '' : `${within}-`}${slugOf(section.heading ?? 'text', 80) || 'text'}`),
      kind: section.kind,
      annex: within,
      heading: passage(section.heading),
      proposed: [],
      clauses: clauses.flatMap((clause) => made[clause] ?? []),
      line: section.line,
    };
  });
  return {
    instrument,
    proponents: [],
    suppressedBy: [],
    heading: passage(base.heading),
    title: passage(base.title),
    opening: passage(base.opening),
    sections,
    annexes,
    footnotes: base.footnotes.map(({ mark, text, line }) => ({ mark, note: passage(text), line })),
    insertions: [],
    settled: {},
  };
}

/** The clauses of the base in the order of its outline. */
function clausesOf(draft: ConsolidatedText): ContestedClause[] {
  const all: ContestedClause[] = [];
  const visit = (clauses: readonly ContestedClause[]): void => {
    for (const clause of clauses) {
      all.push(clause);
      visit(clause.children);
    }
  };
  for (const section of draft.sections) visit(section.clauses);
  return all;
}

function gather(
  draft: ConsolidatedText,
  clauses: readonly ContestedClause[],
  { stand, by, isFlattened }: { stand: AgainstBase; by: string; isFlattened: boolean },
): void {
  const { proposed, outline, copy } = stand;
  const baseSections = draft.sections.filter((section) => section.proposed.length === 0);
  const baseAnnexes = draft.annexes.filter((annex) => annex.proposed.length === 0);
  for (const part of ['heading', 'title', 'opening'] as const) {
    // A part of a text is often printed without its title: that takes nothing away.
    if (proposed[part] !== null) noteChange(draft[part], copy[part], proposed[part], by);
  }
  gatherNotes(draft.footnotes, copy.footnotes, proposed.footnotes, by);
  const annexes = partsOf(stand.annexes, baseAnnexes, (at, behind) => {
    const { heading = '', title = null } = outline.annexes[at] ?? {};
    const id = `new-${slugOf(heading.replace(/\bto\b.*$/i, ''), 24) || 'annex'}`;
    let annex = draft.annexes.find((one) => one.id === id);
    if (annex === undefined) {
      annex = {
        id,
        heading: passage(heading),
        title: passage(title),
        proposed: [],
        line: proposed.annexes[at]?.line ?? 1,
      };
      draft.annexes.push(annex);
    }
    annex.proposed.push({ by, behind, at });
    return annex.id;
  });
  stand.annexes.forEach((base, at) => {
    const annex = baseAnnexes[base ?? -1];
    const printed = stand.printedAnnexes.get(base ?? -1);
    if (annex === undefined) return;
    noteChange(annex.heading, printed?.heading ?? annex.heading.words, outline.annexes[at]?.heading ?? null, by);
    noteChange(annex.title, printed?.title ?? annex.title.words, outline.annexes[at]?.title ?? null, by);
  });
  const sections = partsOf(stand.sections, baseSections, (at, behind) => {
    const { section, annex } = outline.sections[at] ?? {};
    const within = annex === null || annex === undefined ? null : (annexes[annex] ?? null);
    const id = `new-${within === null ? '' : `${within}-`}${slugOf(section?.heading ?? 'text', 80) || 'text'}`;
    let made = draft.sections.find((one) => one.id === id);
    if (made === undefined) {
      const { kind = 'operative', heading = null, line = 1 } = section ?? {};
      made = { id, kind, annex: within, heading: passage(heading), proposed: [], clauses: [], line };
      draft.sections.push(made);
    }
    if (!made.proposed.some((one) => one.by === by)) made.proposed.push({ by, behind, at });
    return made.id;
  });
  gatherHeadings(baseSections, stand, by);
  const places = gatherInsertions(draft, clauses, stand, { sections, by });
  gatherVersions(clauses, stand, { places, by, isFlattened });
  goneAnnexes(baseAnnexes, stand, by);
}

/** The identifiers of the parts of a proposed text; what is new gets its own, behind the part of the base it follows. */
function partsOf(
  parts: readonly (number | null)[],
  base: readonly { id: string }[],
  add: (at: number, behind: string | null) => string,
): string[] {
  let behind: string | null = null;
  return parts.map((index, at) => {
    const known = index === null ? undefined : base[index]?.id;
    if (known === undefined) return add(at, behind);
    behind = known;
    return known;
  });
}

function noteChange(passage: ContestedPassage, before: string | null, after: string | null, by: string): void {
  if (before === after || (after === null && before === null)) return;
  if (!passage.versions.some((version) => version.by === by)) passage.versions.push({ by, words: after });
}

function gatherHeadings(sections: readonly ContestedSection[], stand: AgainstBase, by: string): void {
  const kept = new Set<number>();
  stand.sections.forEach((base, at) => {
    if (base === null) return;
    kept.add(base);
    const section = sections[base];
    if (section === undefined) return;
    const before = stand.printedSections.get(base) ?? section.heading.words;
    noteChange(section.heading, before, stand.outline.sections[at]?.section.heading ?? null, by);
  });
  for (const [base, heading] of stand.printedSections) {
    const section = sections[base];
    if (section !== undefined && heading !== null && !kept.has(base)) noteChange(section.heading, heading, null, by);
  }
}

function goneAnnexes(annexes: readonly ConsolidatedText['annexes'][number][], stand: AgainstBase, by: string): void {
  annexes.forEach((annex, index) => {
    const gone = stand.printedAnnexes.has(index) && !stand.annexes.includes(index);
    if (gone) noteChange(annex.heading, annex.heading.words, null, by);
  });
}

/** What stands in the proposed text and not, or not there, in the base. Gives the places of clauses that were moved. */
function gatherInsertions(
  draft: ConsolidatedText,
  clauses: readonly ContestedClause[],
  stand: AgainstBase,
  { sections, by }: { sections: readonly string[]; by: string },
): Map<number, ClausePlace> {
  const { outline } = stand;
  const places = new Map<number, ClausePlace>();
  const free = eachOnce();
  const groupAt = groupsOf(draft, by);
  const bySection = new Map(draft.sections.map((one) => [one.id, one.clauses]));
  const visit = (list: readonly number[], section: string, under: string | null, isMovedAlong: boolean): void => {
    let behind: string | null = null;
    const siblings = under === null ? (bySection.get(section) ?? []) : [];
    for (const at of list) {
      const { base = null, moved = false } = stand.clauses[at] ?? {};
      const known = base === null ? undefined : clauses[base];
      const printed = outline.clauses[at];
      if (printed === undefined) continue;
      let id = known?.id;
      if (known === undefined || (moved && !isMovedAlong)) {
        const place: ClausePlace = { section, under, behind: behind ?? byNumber(printed.label, siblings) };
        id ??= free(`new-${hashOf(`${section}\n${under ?? ''}\n${keyOf(printed.words)}`)}`);
        if (base !== null && known !== undefined) places.set(base, place);
        const { label, words, line } = printed;
        groupAt(place).push({ id, label, words, line, moved: known !== undefined });
        visit(outline.children[at] ?? [], section, id, known !== undefined);
      } else {
        behind = known.id;
        visit(outline.children[at] ?? [], section, known.id, isMovedAlong);
      }
    }
  };
  outline.sections.forEach((section, index) => visit(section.clauses, sections[index] ?? '', null, false));
  return places;
}

/**
 * The provision of a treaty that a new one follows by its number, as 51A follows 51: a proposal to add a provision often
 * prints that one alone. Only a number with a letter says so.
 */
function byNumber(label: string, clauses: readonly ContestedClause[]): string | null {
  const number = /^(\d{1,4})[A-Z]{1,2}$/.exec(label)?.[1];
  if (number === undefined) return null;
  return clauses.findLast((clause) => /^(\d{1,4})[A-Z]{0,2}$/.exec(clause.label)?.[1] === number)?.id ?? null;
}

const keyOfPlace = ({ section, under, behind }: ClausePlace): string => JSON.stringify([section, under, behind]);

/** Gives the clauses that a proponent puts at a place. */
function groupsOf(draft: ConsolidatedText, by: string): (place: ClausePlace) => Insertion['clauses'] {
  const own = draft.insertions.filter((one) => one.by === by);
  const known = new Map(own.map((one) => [keyOfPlace(one.place), one.clauses]));
  return (place) => {
    const found = known.get(keyOfPlace(place));
    if (found !== undefined) return found;
    const made: Insertion = { by, place, clauses: [] };
    draft.insertions.push(made);
    known.set(keyOfPlace(place), made.clauses);
    return made.clauses;
  };
}

function gatherVersions(
  clauses: readonly ContestedClause[],
  stand: AgainstBase,
  { places, by, isFlattened }: { places: ReadonlyMap<number, ClausePlace>; by: string; isFlattened: boolean },
): void {
  const proposedOf = new Map(stand.clauses.map(({ base }, at) => [base, at]));
  for (const [index, copied] of stand.printed) {
    const clause = clauses[index];
    if (clause === undefined) continue;
    const proposed = stand.outline.clauses[proposedOf.get(index) ?? -1];
    if (proposed === undefined) {
      joinVersion(clause, { by, label: null, words: null, place: null });
      continue;
    }
    // In a flattened copy words that were inserted without a trace stand as words of the base.
    const isAsPrinted = fold(copied) === fold(clause.words) || (isFlattened && holds(copied, clause.words));
    const words = isAsPrinted ? proposed.words : carriedOver(clause.words, copied, proposed.words);
    const place = places.get(index) ?? null;
    if (words === clause.words && proposed.label === clause.label && place === null) continue;
    joinVersion(clause, { by, label: proposed.label, words, place });
  }
}

/** Gives each name out once: the second is "…-2". */
export function eachOnce(): (wanted: string) => string {
  const taken = new Map<string, number>();
  return (wanted) => {
    const count = (taken.get(wanted) ?? 0) + 1;
    taken.set(wanted, count);
    return count === 1 ? wanted : `${wanted}-${count}`;
  };
}

/** A short name for some words, the same on every computer (FNV-1a, 53 bits). */
export function hashOf(words: string): string {
  let [high, low] = [0x811c9dc5, 0xc9dc5118];
  for (let at = 0; at < words.length; at++) {
    const code = words.charCodeAt(at);
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ code ^ (high >>> 13), 0x01000193);
  }
  return ((high >>> 0) * 0x200000 + ((low >>> 0) & 0x1fffff)).toString(36);
}
