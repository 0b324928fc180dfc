/** Makes what rules look at: both sides of each text, its clauses in one list, the habits of a contribution. */
import type { Clause, LegalText, Proposal, Section } from '#kernel/reading/index.ts';
import type { Changes } from '../legal/changes.ts';
import type { DraftText } from '../legal/draft.ts';
import type { ReadProposal } from '../proposals/read.ts';
import { sidesOfText } from '../register/sides.ts';
import { revisionIn } from '../words/revision.ts';
import type { Habits, LintedClause, LintedProposal, LintedText } from './rule.ts';

/** What is known of a text beyond its words. */
export interface AboutText {
  action?: Proposal['action'] | null;
  isPart?: boolean;
  /** How it was read from a file. */
  read?: { draft: DraftText; changes: Pick<Changes, 'notes'> } | null;
}

export function lintedText(text: LegalText, { action = null, isPart = false, read = null }: AboutText): LintedText {
  const all = [...clausesOf(text)];
  return {
    text,
    ...sidesOfText(text),
    clauses: all.flatMap(({ words, ...one }) => (words === null ? [] : [{ ...one, words }])),
    action,
    isPart,
    at: { heading: read?.draft.heading?.line ?? null, opening: read?.draft.opening[0]?.line ?? null },
    guessed: new Map(all.flatMap(({ clause }) => (clause.certainty === 'guess' ? [[clause.line, clause]] : []))),
    evidence: evidenceOf(read?.changes.notes ?? []),
  };
}

type AnyClause = Omit<LintedClause, 'words'> & { words: string | null };

function evidenceOf(notes: Changes['notes']): Map<number, string[]> {
  const why = new Map<number, string[]>();
  for (const { certainty, line, evidence } of notes) {
    if (certainty !== 'guess') continue;
    const known = why.get(line) ?? [];
    if (!known.includes(evidence)) why.set(line, [...known, evidence]);
  }
  return why;
}

/** Clauses of both sides; those that are gone have no words. */
function* clausesOf({ sections, annexes }: LegalText): Generator<AnyClause> {
  for (const section of sections) yield* within(section.clauses, section, false);
  for (const annex of annexes) for (const section of annex.sections) yield* within(section.clauses, section, true);
}

function* within(clauses: readonly Clause[], section: Section, inAnnex: boolean): Generator<AnyClause> {
  for (const clause of clauses) {
    yield { clause, words: clause.after, section, inAnnex };
    yield* within(clause.children, section, inAnnex);
  }
}

/** The proposals of a contribution; `read` are the same proposals as they were read from a file, in the same order. */
export function lintedProposals(
  proposals: readonly Proposal[],
  read: readonly ReadProposal[] | null = null,
): LintedProposal[] {
  const habits = habitsOf(proposals);
  return proposals.map((proposal, index) => {
    const printed = read?.[index] ?? null;
    const { action, target } = proposal;
    const about = { action, isPart: target.part !== null, read: printed };
    return { proposal, text: proposal.text === null ? null : lintedText(proposal.text, about), printed, habits };
  });
}

function habitsOf(proposals: readonly Proposal[]): Habits {
  const most = (test: (one: Proposal) => boolean): boolean => proposals.filter(test).length * 2 > proposals.length;
  return {
    summaries: most(({ parts }) => parts.summary !== null),
    bookmarks: most(({ bookmark }) => bookmark !== null),
    raised: proposals.some(
      ({ revision: { before, after } }) => before !== null && after !== null && before.year < after.year,
    ),
  };
}

/** The year of the conference that is to adopt a text, from its opening and heading. */
export function yearOf({ proposed }: LintedText): number | null {
  const years = [proposed.opening, proposed.heading].flatMap((words) => revisionIn(words ?? '')?.year ?? []);
  return years.length === 0 ? null : Math.max(...years);
}
