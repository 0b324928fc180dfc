/** The problems of citations as findings: four rules share one look. */
import { checkCitations } from '../citations/check/check.ts';
import type { CitationProblem } from '../citations/check/problem.ts';
import { lineRange } from './lists.ts';
import type { Issue, LintedCitations } from './rule.ts';

const looked = new WeakMap<LintedCitations['citations'], Map<LintedCitations['known'], CitationProblem[]>>();

/** What rests on nothing that anybody confirmed is never an error. */
export function citationIssues(linted: LintedCitations, kind: CitationProblem['kind']): Issue[] {
  return problemsOf(linted)
    .filter((problem) => problem.kind === kind)
    .map(({ citation, certainty, message, mend }) => ({
      lines: lineRange(citation.line),
      message,
      ...(certainty === 'sure' ? {} : { level: kind === 'stale' ? ('info' as const) : ('warning' as const) }),
      mend: mend ?? undefined,
    }));
}

function problemsOf({ citations, known, document }: LintedCitations): CitationProblem[] {
  const byKnown = looked.get(citations) ?? new Map<LintedCitations['known'], CitationProblem[]>();
  looked.set(citations, byKnown);
  const problems = byKnown.get(known) ?? checkCitations(citations, known, document);
  byKnown.set(known, problems);
  return problems;
}
