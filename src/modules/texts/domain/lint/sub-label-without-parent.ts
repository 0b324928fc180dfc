import type { Clause } from '#kernel/reading/index.ts';
import { labelIn, lineRange } from './lists.ts';
import type { Issue, Rule } from './rule.ts';

/** Sub-clauses "5.1" under a clause that is not 5, and those before any clause 5. */
function strays(clauses: readonly Clause[], parent: string | null, guessed: ReadonlyMap<number, Clause>): Issue[] {
  const issues: Issue[] = [];
  const before = new Set(parent === null ? [] : [parent]);
  for (const clause of clauses) {
    const label = labelIn(clause);
    const core = label?.core ?? '';
    const prefix = core.slice(0, Math.max(core.lastIndexOf('.'), 0));
    if (prefix !== '' && !before.has(prefix) && !guessed.has(clause.line)) {
      const message =
        parent === null || parent === ''
          ? `${core} stands where no ${prefix} comes before it.`
          : `${core} stands under ${parent}.`;
      issues.push({ lines: lineRange(clause.line), message });
      // One finding a list: what follows hangs on the same label.
      before.add(prefix);
    }
    if (core !== '') before.add(core);
    issues.push(...strays(clause.children, core === '' ? parent : core, guessed));
  }
  return issues;
}

export const subLabelWithoutParent: Rule = {
  name: 'sub-label-without-parent',
  level: 'warning',
  explanation:
    'A sub-clause such as 5.1 does not stand under clause 5: the clause above it was renumbered, or is missing.',
  text: ({ proposed, guessed }) => proposed.sections.flatMap(({ clauses }) => strays(clauses, null, guessed)),
};
