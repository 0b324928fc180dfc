/** What the words of each clause show by themselves, before its list is read. */
import { fold } from '#formats/document/index.ts';
import type { DraftClause, DraftText } from '../legal/draft.ts';
import { wordsOf, type Passage } from '../words/passages.ts';
import { cutStart } from '../words/runs.ts';
import { isYounger, looksForward, type TextYears } from './dated.ts';
import { endingOf } from './endings.ts';
import { collectEvidence, type Evidence } from './evidence.ts';
import { codeSeams, placeSeams, revisionSeams } from './names.ts';
import { numberSeams } from './numbers.ts';
import { runsWith, withoutOverlap, type Seam } from './seams.ts';
import { longerLists } from './side-by-side.ts';
import { wordSeams } from './words.ts';
import { yearSeams } from './years.ts';

/** All seams that the words themselves show, strongest first. */
export function seamsIn(text: string, evidence: Evidence): Seam[] {
  return withoutOverlap(seamCandidates(text, evidence));
}

/** The same before one of two that claim the same words is chosen. */
export function seamCandidates(text: string, evidence: Evidence): Seam[] {
  return [
    ...revisionSeams(text, evidence),
    ...yearSeams(text, evidence),
    ...codeSeams(text, evidence),
    ...numberSeams(text, evidence),
    ...placeSeams(text, evidence),
    ...longerLists(text),
    ...wordSeams(text, evidence),
  ];
}

/** Remembers what the lines of a document show without doubt, before any single clause is read. */
export function learnFrom(texts: readonly string[], evidence: Evidence): void {
  for (const text of texts) {
    for (const { edits, certainty } of [...revisionSeams(text, evidence, true), ...yearSeams(text, evidence, true)]) {
      if (certainty !== 'sure') continue;
      if (edits[0]?.change === 'deleted') evidence.order.deletedFirst++;
      else evidence.order.insertedFirst++;
    }
    numberSeams(text, evidence, true);
  }
}

/** What is known of a clause before its list is read. */
export interface ClauseFacts {
  /** Words without the label. */
  text: string;
  printedLabel: string;
  seams: Seam[];
  ending: string;
  /** The words, without those that a seam already explains, are younger than the base text. */
  dated: boolean;
  /** They are so from the first words on: the clause is about something younger, it does not only mention it. */
  aboutYounger: boolean;
  /** They look forward to a year between the two texts. */
  outdated: boolean;
  /** The clause that has the very same words: one was moved away from, the other to. */
  twin: DraftClause | null;
  /** What the texts at hand beside the copy say of it; `null` where there are none. */
  witnessed: Witnessed | null;
}

/** What the base text, and the text adopted later, say of a clause of the copy. */
export interface Witnessed {
  base: WitnessedSide;
  /** `'unknown'` where no adopted text is at hand, or it differs from the one proposed. */
  adopted: WitnessedSide;
  /** The changes of its folded words as the texts tell them; `null` where the words must tell by themselves. */
  seams: Seam[] | null;
  /** Both texts settle its words, so that nothing of the base can have been struck out unseen. */
  settled: boolean;
  /** Every line of the base was found in the copy, so that what is left over was inserted for sure. */
  complete: boolean;
}

/** The label and words that a clause has in a text; `null` where it is not in it. */
export type WitnessedSide = { label: string; words: string } | 'unknown' | null;

/** The facts of every clause of a text. */
export function factsOf(
  draft: DraftText,
  evidence: Evidence,
  years: TextYears,
  witness: (clause: DraftClause) => Witnessed | null = () => null,
): Map<DraftClause, ClauseFacts> {
  const facts = new Map<DraftClause, ClauseFacts>();
  const visit = (clauses: readonly DraftClause[]): void => {
    for (const one of clauses) {
      const length = one.label?.length ?? 0;
      const { cut } = cutStart(one.passage.runs, length, length);
      const witnessed = witness(one);
      const printed = wordsOf(one.passage).slice(length);
      const text = witnessed === null ? printed : fold(printed);
      const seams = witnessed?.seams ?? seamsIn(text, evidence);
      const plain = seams.length === 0 ? text : kept(text, seams);
      const undated = witnessed !== null && witnessed.base !== 'unknown';
      facts.set(one, {
        text,
        printedLabel: length === 0 ? (one.label?.printed ?? '') : fold(cut),
        seams,
        ending: endingOf(text),
        dated: !undated && isYounger(plain, years),
        aboutYounger: !undated && isYounger(plain.slice(0, 90), years),
        outdated: !undated && looksForward(plain, years),
        twin: null,
        witnessed,
      });
      visit(one.children);
    }
  };
  for (const section of draft.sections) visit(section.clauses);
  // In annexes (plans, tables) the same line may well stand twice.
  findTwins(facts);
  for (const { sections } of draft.annexes) for (const section of sections) visit(section.clauses);
  return facts;
}

/** Shorter clauses are repeated without having been moved. In characters. */
const shortestMoved = 40;

/** Clauses whose words stand exactly twice in a text, the signs at their ends aside. Bullets may say the same twice. */
function findTwins(facts: ReadonlyMap<DraftClause, ClauseFacts>): void {
  const byWords = new Map<string, DraftClause[]>();
  for (const [clause, { text }] of facts) {
    const words = fold(text)
      .toLowerCase()
      .replace(/[\s,;.:]{1,4}$/u, '');
    if (words.length < shortestMoved || clause.family === 'mark') continue;
    const known = byWords.get(words);
    if (known === undefined) byWords.set(words, [clause]);
    else known.push(clause);
  }
  for (const [one, other, third] of byWords.values()) {
    const first = one === undefined ? undefined : facts.get(one);
    const second = other === undefined ? undefined : facts.get(other);
    if (first === undefined || second === undefined || third !== undefined) continue;
    first.twin = other ?? null;
    second.twin = one ?? null;
  }
}

function kept(text: string, seams: readonly Seam[]): string {
  return runsWith(text, seams)
    .filter((run) => run.change === 'same')
    .map((run) => run.text)
    .join(' ');
}

/** The habits of a document, and what it shows without doubt. */
export function evidenceOf(passages: readonly Passage[]): Evidence {
  const texts = passages.map(wordsOf);
  const evidence = collectEvidence(texts);
  learnFrom(texts, evidence);
  return evidence;
}
