import { lineRange } from './lists.ts';
import { referencesOf, relabelled } from './references.ts';
import type { Issue, LintedText, Rule } from './rule.ts';

/** References kept as they were, though the clause they mean has another label now and theirs belongs to another clause. */
function leftBehind(text: LintedText): Issue[] {
  const { all, inBase, became, standing } = referencesOf(text);
  return all.flatMap((reference) => {
    const { heading, label, printed, clause } = reference;
    const key = `${heading} ${label}`;
    const old = became.get(key);
    const other = standing.get(heading)?.get(label);
    if (old === undefined || other === undefined || inBase.get(clause)?.has(key) !== true) return [];
    if (old.label === label || old.clause.line === other.line || old.clause.certainty === 'guess') return [];
    const now = old.label;
    const fate = now === null ? 'was deleted' : now === '' ? 'has no label any more' : `is now ${now}`;
    const message = `"${printed}" was kept, but ${heading} ${label} of the base text ${fate}; the label now belongs to "${(other.after ?? '').slice(0, 80)}".`;
    const mend =
      now === null || now === '' ? undefined : relabelled(reference, now, `${heading} ${label} is now ${now}.`);
    return [{ lines: lineRange(clause.line), message, mend }];
  });
}

export const referenceNotFollowed: Rule = {
  name: 'reference-not-followed',
  level: 'warning',
  explanation: 'A list was renumbered and a reference to it was not: it silently points to another clause.',
  text: leftBehind,
};
