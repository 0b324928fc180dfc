/**
 * What each proponent changes in each clause of a text being consolidated. Labels, signs at the ends of clauses, white
 * space, references that follow a renumbering, and the name of the revision are no changes.
 */
import type {
  ClauseVersion,
  ConsolidatedText,
  ContestedClause,
  ContestedPassage,
  ContestedSection,
  ClausePlace,
  Relation,
} from '#kernel/reading/index.ts';
import { fold } from '#formats/document/index.ts';
import { componentsOf, editsBetween, isClash, type Component, type Edit } from './edits.ts';
import {
  coreOf,
  referenceFinder,
  stretchesInBase,
  stretchesInVersion,
  targetKey,
  type Reference,
  type Targets,
} from './references.ts';
import { wordingOf, type Stretch, type Token, type Wording } from './wording.ts';

/** What one proponent does to some words. */
export interface Amendment {
  by: string;
  gone: boolean;
  /** Gone with the part of the text that a proposal would suppress. */
  suppressed?: true;
  edits: readonly Edit[];
  /** Where it moves the clause to. */
  place: ClausePlace | null;
}

/** Words of the base with all that is done to them. */
export interface Contest {
  base: Wording;
  /** Of those who change something, in the order of their names. */
  amendments: readonly Amendment[];
  /** The places in the words where changes of those who amend them meet or stand alone. */
  components: readonly Component[];
  /** All wordings that proponents print, also where they change nothing that counts. */
  wordings: ReadonlyMap<string, Wording>;
}

export interface Contests {
  ofClause(clause: ContestedClause): Contest;
  /** @param named the words name a revision, which is no change */
  ofPassage(passage: ContestedPassage, named: boolean): Contest;
  /** The words of a new clause with the clauses that its references mean. */
  inserted(words: string, by: string): Wording;
}

/** Prepares the references of the base and of each proponent; each clause is then looked at once, when it is asked for. */
export function contestsOf(draft: ConsolidatedText): Contests {
  const find = referenceFinder(headingsOf(draft));
  const targets = new Map([null, ...draft.proponents].map((by) => [by, targetsOf(draft, by)]));
  const none: Targets = new Map();
  const made = new Map<ContestedClause, Contest>();
  return {
    ofClause(clause) {
      const known = made.get(clause) ?? contestOfClause(clause, find, (by) => targets.get(by) ?? none);
      made.set(clause, known);
      return known;
    },
    ofPassage: contestOfPassage,
    inserted: (words, by) => wordingOf(words, stretchesInBase(find(words), targets.get(by) ?? none)),
  };
}

function headingsOf(draft: ConsolidatedText): Set<string> {
  const headings = draft.sections.flatMap(({ heading }) => [
    heading.words,
    ...heading.versions.map((version) => version.words),
  ]);
  return new Set(headings.flatMap((heading) => (heading === null ? [] : [fold(heading)])));
}

/** Which clause a label under a heading means, in the base or as one proponent would have it. */
function targetsOf(draft: ConsolidatedText, by: string | null): Targets {
  const targets = new Map<string, string>();
  const twice = new Set<string>();
  const set = (heading: string, label: string, id: string): void => {
    const key = targetKey(heading, label);
    if (coreOf(label) === '' || twice.has(key)) return;
    if (targets.has(key)) {
      targets.delete(key);
      twice.add(key);
    } else targets.set(key, id);
  };
  const headings = new Map<string, string>();
  const visit = (clauses: readonly ContestedClause[], heading: string, isTop: boolean): void => {
    for (const { id, label, versions, children } of clauses) {
      const version = versions.find((one) => one.by === by);
      const own = version === undefined ? label : version.label;
      const standsHere = (version?.place ?? null) === null;
      if (own !== null && standsHere && (isTop || own.includes('.'))) set(heading, own, id);
      visit(children, heading, false);
    }
  };
  for (const section of draft.sections) {
    const heading = headingFor(section, by);
    headings.set(section.id, heading);
    visit(section.clauses, heading, true);
  }
  for (const insertion of draft.insertions) {
    if (insertion.by !== by) continue;
    const { section, under } = insertion.place;
    for (const { id, label } of insertion.clauses) {
      if (under === null || label.includes('.')) set(headings.get(section) ?? '', label, id);
    }
  }
  return targets;
}

function headingFor({ heading }: ContestedSection, by: string | null): string {
  const version = heading.versions.find((one) => one.by === by);
  return fold((version === undefined ? heading.words : version.words) ?? '');
}

function contestOfClause(
  clause: ContestedClause,
  find: (words: string) => Reference[],
  targets: (by: string | null) => Targets,
): Contest {
  const references = find(clause.words);
  const stretches = stretchesInBase(references, targets(null));
  const base = wordingOf(clause.words, stretches);
  const wordings = new Map<string, Wording>();
  const read = (version: ClauseVersion): Amendment => {
    const { by, words, place, suppressed } = version;
    if (words === null) return { by, gone: true, edits: [], place: null, ...(suppressed ? { suppressed } : {}) };
    const own = stretchesInVersion(find(words), targets(by), { references, stretches });
    const wording = words === clause.words ? base : wordingOf(words, own);
    wordings.set(by, wording);
    return { by, gone: false, edits: wording === base ? [] : editsBetween(base.tokens, wording.tokens), place };
  };
  return contest(base, clause.versions.map(read), wordings);
}

function contestOfPassage({ words, versions }: ContestedPassage, named: boolean): Contest {
  const base = wordingOf(words ?? '', named ? revisionsIn(words ?? '') : []);
  const wordings = new Map<string, Wording>();
  const amendments = versions.map(({ by, words: own }): Amendment => {
    if (own === null) return { by, gone: true, edits: [], place: null };
    const wording = wordingOf(own, named ? revisionsIn(own) : []);
    wordings.set(by, wording);
    return { by, gone: false, edits: editsBetween(lowerCase(base.tokens), lowerCase(wording.tokens)), place: null };
  });
  return contest(base, amendments, wordings);
}

/** Headings come in capitals or not. */
const lowerCase = (tokens: readonly Token[]): Token[] =>
  tokens.map((token) => ({ ...token, key: token.key.toLowerCase() }));

const revision = /\((?:[^()\d]{0,60}(?:19|20)\d\d|rev\.\s?wrc-?\d\d)\s{0,3}\)/giu;

/** "(Rev. Suva, 2021)" as one token: a new name of the revision follows from the conference. */
function revisionsIn(words: string): Stretch[] {
  return [...words.matchAll(revision)].map(({ 0: text, index }) => ({
    from: index,
    to: index + text.length,
    key: '(revision)',
    target: null,
  }));
}

function contest(base: Wording, all: readonly Amendment[], wordings: ReadonlyMap<string, Wording>): Contest {
  const amendments = all
    .filter(({ gone, edits, place }) => gone || edits.length > 0 || place !== null)
    .sort((one, other) => (one.by < other.by ? -1 : 1));
  const editsBy = new Map(amendments.flatMap(({ by, edits }) => (edits.length > 0 ? [[by, edits] as const] : [])));
  return { base, amendments, components: componentsOf(base.tokens, editsBy), wordings };
}

/** How the changes to one clause go together. */
export function relationOf({ amendments, components }: Contest): Relation {
  if (amendments.length < 2) return 'single';
  const gone = amendments.filter((one) => one.gone).length;
  if (gone === amendments.length) return 'same';
  if (amendments.some(({ suppressed }) => suppressed)) return 'suppressed-and-amended';
  if (gone > 0) return 'deleted-and-amended';
  const places = new Set(amendments.map(({ place }) => JSON.stringify(place)));
  const moves = amendments.filter(({ place }) => place !== null);
  const movesApart = new Set(moves.map(({ place }) => JSON.stringify(place))).size > 1;
  if (movesApart || components.some(isClash)) return 'clash';
  const isShared = components.every(({ readings }) => readings.size === amendments.length);
  return isShared && places.size === 1 ? 'same' : 'compatible';
}
