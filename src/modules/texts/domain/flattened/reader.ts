/**
 * Reads a flattened revision: a text copied without its revision marks, in which deleted and inserted words stand side
 * by side. Labels are read by the chains of their lists, words by their seams; every reading says how sure it is.
 */
import { fold } from '#formats/document/index.ts';
import type { Certainty, TextRun } from '#kernel/reading/index.ts';
import type { ChangeReader, ClauseReading } from '../legal/assemble.ts';
import { allSections, type DraftClause, type DraftSection, type DraftText } from '../legal/draft.ts';
import { wordsOf, type Passage } from '../words/passages.ts';
import type { TextYears } from './dated.ts';
import { endingOf, endingSeam } from './endings.ts';
import { printedFirst, type Evidence } from './evidence.ts';
import type { ListReading } from './list-reading.ts';
import { readLists } from './lists.ts';
import { factsOf, seamsIn, type ClauseFacts, type Witnessed } from './facts.ts';
import { revisionSeams } from './names.ts';
import { referenceSeams, renumberingsByHeading, type Renumbering } from './references.ts';
import { runsWith, weakest, withoutOverlap, type Seam } from './seams.ts';

/** What a reading without marks rests on, for the findings. */
export interface SeamNote {
  line: number;
  certainty: Certainty;
  evidence: string;
}

export interface FlattenedReader extends ChangeReader {
  notes: SeamNote[];
}

/** True when a text without marks shows that it is a flattened revision. */
export function isFlattened(draft: DraftText, evidence: Evidence): boolean {
  const passages = [...draft.opening, ...draft.annexes.map((annex) => annex.heading)];
  if (draft.heading !== null) passages.push(draft.heading);
  if (passages.some((passage) => revisionSeams(wordsOf(passage), evidence).length > 0)) return true;
  let signs = 0;
  for (const section of allSections(draft)) {
    for (const clause of section.clauses) {
      const text = wordsOf(clause.passage);
      if (endingOf(text).length === 2 || revisionSeams(text, evidence).length > 0) signs++;
      if (signs >= 3) return true;
    }
  }
  return false;
}

/** The texts at hand beside a copy: what they say of a clause, and of the words of a heading, title or opening. */
export interface Witness {
  clause(clause: DraftClause): Witnessed | null;
  /** `null` where nothing is known of the passage. */
  words(passage: Passage): { seams: Seam[]; text: string } | null;
}

const noWitness: Witness = { clause: () => null, words: () => null };

/** Makes the reader of one flattened text. `years` are those of the two texts, where their names say them. */
export function flattenedReader(
  draft: DraftText,
  evidence: Evidence,
  years: TextYears,
  witness: Witness = noWitness,
): FlattenedReader {
  const facts = factsOf(draft, evidence, years, (clause) => witness.clause(clause));
  const lists = readLists(allSections(draft), facts, printedFirst(evidence));
  const references = renumberingsByHeading(renumberings(allSections(draft), lists));
  const notes: SeamNote[] = [];
  const read = new Map<DraftClause, ClauseReading>();
  const words = (passage: Passage): TextRun[] => {
    const known = witness.words(passage);
    const text = known?.text ?? wordsOf(passage);
    const seams = known?.seams ?? seamsIn(text, evidence);
    notes.push(...seams.map(({ certainty, evidence }) => ({ line: passage.line, certainty, evidence })));
    return runsWith(text, seams);
  };
  const clause = (one: DraftClause): ClauseReading => {
    const known = read.get(one);
    if (known !== undefined) return known;
    const list = lists.get(one);
    const made = clauseReading(one, list, facts.get(one), references, notes);
    read.set(one, made);
    return made;
  };
  return { clause, words, notes };
}

function renumberings(sections: readonly DraftSection[], lists: ReadonlyMap<DraftClause, ListReading>): Renumbering[] {
  return sections.flatMap((section) => {
    if (section.heading === null) return [];
    const heading = fold(wordsOf(section.heading)).toLowerCase();
    return section.clauses.flatMap((clause) => {
      const reading = lists.get(clause);
      const core = clause.label?.core ?? '';
      if (reading === undefined || reading.coreBefore === null || reading.coreAfter === null) return [];
      const { coreBefore: before, coreAfter: after } = reading;
      return before !== after && (core === before + after || core === after + before)
        ? [{ heading, core, before, after }]
        : [];
    });
  });
}

function clauseReading(
  clause: DraftClause,
  list: ListReading | undefined,
  facts: ClauseFacts | undefined,
  references: ReturnType<typeof renumberingsByHeading>,
  notes: SeamNote[],
): ClauseReading {
  const text = facts?.text ?? wordsOf(clause.passage);
  const { before = '', after = '', certainty = 'likely', firstEndingIsOld = true } = list ?? {};
  const printed = facts?.printedLabel ?? '';
  const witnessed = facts?.witnessed ?? null;
  const { line } = clause.passage;
  const note = (seams: readonly Seam[]): string[] => {
    notes.push(...seams.map(({ certainty, evidence }) => ({ line, certainty, evidence })));
    return [...new Set(seams.map(({ evidence }) => evidence))];
  };
  if (before === null || after === null) {
    const change = before === null ? 'inserted' : 'deleted';
    const evidence = note([{ edits: [], certainty, evidence: reasonFor(change, witnessed) }]);
    return { printed, before, after, runs: [{ text, change }], certainty, evidence };
  }
  const renumbered = before === after ? [] : [`the labels of the list: ${before || 'none'} became ${after || 'none'}`];
  if (witnessed !== null && witnessed.seams !== null) {
    const { seams } = witnessed;
    const evidence = [...note(seams), ...renumbered];
    const limit = witnessed.settled ? 'sure' : 'likely';
    const weak = weakest([certainty, ...seams.map((seam) => seam.certainty)], limit);
    return { printed, before, after, runs: runsWith(text, seams), certainty: weak, evidence };
  }
  const ending = endingSeam(text, firstEndingIsOld);
  const seams = withoutOverlap([
    ...referenceSeams(text, references),
    ...(facts?.seams ?? []),
    ...(ending === null ? [] : [ending]),
  ]);
  return {
    printed,
    before,
    after,
    runs: runsWith(text, seams),
    certainty: certaintyOf(seams, certainty, facts?.dated === true),
    evidence: [...note(seams), ...renumbered],
  };
}

function reasonFor(change: 'inserted' | 'deleted', witnessed: Witnessed | null): string {
  if (witnessed?.base === null) return 'the base text does not have this clause';
  if (witnessed?.adopted === null) return 'the text adopted later does not have this clause';
  return `the labels of the list leave this clause ${change}`;
}

/** Words can be added and taken away without a trace, so of a clause in both texts no reading is sure. */
function certaintyOf(seams: readonly Seam[], chain: Certainty, dated: boolean): Certainty {
  if (seams.length === 0 && dated) return 'guess';
  return weakest([chain, ...seams.map((seam) => seam.certainty)], 'likely');
}
