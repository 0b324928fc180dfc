import { wordsOf } from '../words/passages.ts';
import { lineRange } from './lists.ts';
import { referencesOf, relabelled } from './references.ts';
import type { Issue, LintedProposal, LintedText, Rule } from './rule.ts';

/** References to clauses that do not stand in the proposed text. */
function broken(text: LintedText): Issue[] {
  const { all, became, standing } = referencesOf(text);
  return all.flatMap((reference) => {
    const { heading, number, label, printed, clause } = reference;
    const known = standing.get(heading);
    if (known === undefined || known.has(label)) return [];
    const old = became.get(`${heading} ${label}`);
    const now = old?.label ?? null;
    const fate = old === undefined ? '' : now === null ? ' The clause was deleted.' : ` It is now ${heading} ${now}.`;
    const mend =
      now === null || now === '' ? undefined : relabelled(reference, now, `${heading} ${label} is now ${now}.`);
    const message = `"${printed}" refers to ${heading} ${number}, which is not in the proposed text.${fate}`;
    return [{ lines: lineRange(clause.line), message, mend }];
  });
}

/** "Proposal XYZ/12A1/4 - Summary:" over the proposal with the code XYZ/12A1/5. */
function summaryOfAnother({ proposal, printed }: LintedProposal): Issue[] {
  const first = printed?.bounds.summary[0];
  if (first === undefined) return [];
  const named = /Proposals?\s+([A-Z]{2,8}\/[A-Z0-9/]{2,30})/u.exec(wordsOf(first).slice(0, 400))?.[1];
  if (named === undefined || named === proposal.reference) return [];
  const message = `The summary is headed ${named}, the proposal is ${proposal.reference}.`;
  return [{ lines: lineRange(first.line), message }];
}

export const referenceMismatch: Rule = {
  name: 'reference-mismatch',
  level: 'warning',
  explanation: 'A reference names a clause, or a summary a proposal, that is not there.',
  text: broken,
  proposal: summaryOfAnother,
};
