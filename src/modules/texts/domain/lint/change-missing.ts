import type { Clause, LegalText, Proposal } from '#kernel/reading/index.ts';
import { linesOfCode } from './code-line.ts';
import type { Rule } from './rule.ts';

function isChanged(text: LegalText, { title, revision }: Proposal): boolean {
  const sections = [...text.sections, ...text.annexes.flatMap((annex) => annex.sections)];
  const named = revision.before !== null && revision.after !== null && revision.before.year !== revision.after.year;
  return named || title.before !== title.after || sections.some(({ clauses }) => clauses.some(isTouched));
}

function isTouched(clause: Clause): boolean {
  return clause.status !== 'kept' || clause.children.some(isTouched);
}

export const changeMissing: Rule = {
  name: 'change-missing',
  level: 'warning',
  explanation: 'A modification is proposed, and nothing in its text is changed: the marks may have been lost.',
  proposal: ({ proposal, printed }) => {
    const { action, text, reference } = proposal;
    const hasWords = text !== null && (text.sections.length > 0 || text.annexes.length > 0);
    return action === 'MOD' && hasWords && !isChanged(text, proposal)
      ? [{ lines: linesOfCode(printed), message: `${reference} is a modification, and no change shows in its text.` }]
      : [];
  },
};
