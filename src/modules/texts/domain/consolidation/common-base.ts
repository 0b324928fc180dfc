/**
 * The base text that several proposals share, made of what they delete and keep. In principle all base sides are the
 * same text; in fact one prints a part only, another has other quotes or a misread word.
 */
import type { Clause, LegalText, Section } from '#kernel/reading/index.ts';
import { fold } from '#formats/document/index.ts';
import { compare } from '../clashes/edits.ts';
import { alignTexts } from '../comparison/align.ts';

/** A text without clauses: the base of what is new. */
export const emptyText: LegalText = {
  heading: null,
  title: null,
  opening: null,
  sections: [],
  annexes: [],
  footnotes: [],
};

/**
 * One base text of several: the fullest, with what only others print put in its place, each clause in the wording that
 * most of them give. The order of the texts does not matter.
 * @param texts clean texts
 * @param flattened texts read from copies without revision marks, where inserted words can pass for words of the base:
 *   they add sections that no other text has, and without other texts the shortest of their wordings counts
 */
export function commonBase(texts: readonly LegalText[], flattened: readonly LegalText[] = []): LegalText {
  if (texts.length === 0) return merged(flattened, shortest);
  const base = merged(texts, mostFrequent);
  if (flattened.length === 0) return base;
  const full = structuredClone(base);
  for (const { text } of inOrder(flattened)) lay(structuredClone(text), full, new Map(), true);
  return full;
}

/** The fullest first, the rest by what they say. */
function inOrder(texts: readonly LegalText[]): { text: LegalText; clauses: number; key: string }[] {
  return texts
    .map((text) => ({ text, clauses: clausesIn(text).length, key: texts.length > 1 ? contentOf(text) : '' }))
    .sort(
      (one, other) =>
        other.clauses - one.clauses ||
        compare(one.key, other.key) ||
        // The same words: only the lines on which they stand tell them apart.
        compare(JSON.stringify(one.text), JSON.stringify(other.text)),
    );
}

function merged(texts: readonly LegalText[], choose: (words: readonly string[]) => string): LegalText {
  const [first, ...others] = inOrder(texts);
  if (first === undefined) return emptyText;
  if (others.every(({ key }) => key === first.key)) return first.text;
  const base = structuredClone(first.text);
  const wordings = new Map<Clause, string[]>();
  for (const clause of clausesIn(base)) wordings.set(clause, [clause.before ?? '']);
  for (const { text } of others) lay(structuredClone(text), base, wordings, false);
  for (const [clause, words] of wordings) setWords(clause, choose(words));
  return base;
}

/**
 * Puts into the base what only the other text has, and counts how the other words what both have.
 * @param wholeSections takes sections that the base does not have, and nothing into those that it has
 */
function lay(other: LegalText, base: LegalText, wordings: Map<Clause, string[]>, wholeSections: boolean): void {
  const aligned = alignTexts(base, other);
  const [own, theirs] = [clausesIn(base), clausesIn(other)];
  const [ownSections, theirSections] = [sectionsIn(base), sectionsIn(other)];
  const counterpart = new Map<Clause, Clause>();
  for (const { from, to } of aligned.clauses) {
    const [mine, their] = [own[from ?? -1], theirs[to ?? -1]];
    if (mine === undefined || their === undefined) continue;
    counterpart.set(their, mine);
    wordings.get(mine)?.push(their.before ?? '');
  }
  const sectionOf = new Map<Section, Section>();
  for (const { from, to } of aligned.sections) {
    const [mine, their] = [ownSections[from ?? -1], theirSections[to ?? -1]];
    if (mine !== undefined && their !== undefined) sectionOf.set(their, mine);
  }
  const takeNew = (list: readonly Clause[], into: Clause[]): void => {
    let at = 0;
    for (const clause of list) {
      const mine = counterpart.get(clause);
      if (mine === undefined) {
        const children = clause.children;
        clause.children = [];
        into.splice(at, 0, clause);
        wordings.set(clause, [clause.before ?? '']);
        at++;
        takeNew(children, clause.children);
      } else {
        if (into.includes(mine)) at = into.indexOf(mine) + 1;
        takeNew(clause.children, mine.children);
      }
    }
  };
  const takeSections = (list: readonly Section[], into: Section[]): void => {
    let at = 0;
    for (const section of list) {
      let mine = sectionOf.get(section);
      const isNew = mine === undefined;
      if (mine === undefined) {
        mine = { ...section, clauses: [] };
        into.splice(at, 0, mine);
      }
      if (into.includes(mine)) at = into.indexOf(mine) + 1;
      if (isNew || !wholeSections) takeNew(section.clauses, mine.clauses);
    }
  };
  takeSections(other.sections, base.sections);
  const annexOf = new Map(aligned.annexes.map(({ from, to }) => [to, from]));
  const known = [...base.annexes];
  other.annexes.forEach((annex, index) => {
    const mine = known[annexOf.get(index) ?? -1] ?? { ...annex, sections: [] };
    if (!base.annexes.includes(mine)) base.annexes.push(mine);
    mine.title ??= annex.title;
    takeSections(annex.sections, mine.sections);
  });
  base.heading ??= other.heading;
  base.title ??= other.title;
  base.opening ??= other.opening;
  const notes = new Set(base.footnotes.map((note) => fold(note.text)));
  base.footnotes.push(...other.footnotes.filter((note) => !notes.has(fold(note.text))));
}

function setWords(clause: Clause, words: string): void {
  if (clause.before === words) return;
  clause.before = words;
  clause.after = words;
  clause.runs = words === '' ? [] : [{ text: words, change: 'same' }];
}

const shortest = (words: readonly string[]): string =>
  [...words].sort((one, other) => one.length - other.length || compare(one, other))[0] ?? '';

/** The wording that most give; of several the one that comes first. */
function mostFrequent(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const one of words) counts.set(one, (counts.get(one) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return [...counts].find(([, count]) => count === most)?.[0] ?? '';
}

/** All clauses of a clean text, sub-clauses behind the clause they belong to, annexes last. */
export function clausesIn(text: LegalText): Clause[] {
  const all: Clause[] = [];
  const visit = (clauses: readonly Clause[]): void => {
    for (const clause of clauses) {
      all.push(clause);
      visit(clause.children);
    }
  };
  for (const section of sectionsIn(text)) visit(section.clauses);
  return all;
}

/** All sections of a text, those of annexes last. */
export function sectionsIn(text: LegalText): Section[] {
  return [...text.sections, ...text.annexes.flatMap((annex) => annex.sections)];
}

/** Everything a text says, without the lines it stands on. */
export function contentOf(text: LegalText): string {
  const { heading, title, opening, annexes, footnotes } = text;
  return JSON.stringify([
    [heading, title, opening],
    text.sections.map(contentOfSection),
    annexes.map((annex) => [annex.heading, annex.title, annex.sections.map(contentOfSection)]),
    footnotes.map((note) => [note.mark, note.text]),
  ]);
}

const contentOfClause = ({ label, before, after, children }: Clause): unknown[] => [
  label.before,
  label.after,
  before,
  after,
  children.map(contentOfClause),
];

const contentOfSection = ({ kind, heading, clauses }: Section): unknown[] => [
  kind,
  heading,
  clauses.map(contentOfClause),
];
