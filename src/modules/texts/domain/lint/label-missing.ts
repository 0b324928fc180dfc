import type { Clause } from '#kernel/reading/index.ts';
import { indexOf } from '../labels/label.ts';
import { labelIn, lineRange, listsOf, sectionsOf } from './lists.ts';
import type { Rule } from './rule.ts';

function positionOf(clause: Clause | undefined): number | null {
  const label = clause === undefined ? null : labelIn(clause);
  const family = label?.families[0];
  return label === null || family === undefined ? null : indexOf(family, label.core);
}

export const labelMissing: Rule = {
  name: 'label-missing',
  level: 'info',
  explanation:
    'A clause has no label although those before and after it have: the mark may have been lost, and nobody can refer to it.',
  text: ({ proposed, guessed }) =>
    [...listsOf(sectionsOf(proposed))].flatMap((clauses) =>
      clauses.flatMap((clause, index) => {
        const before = positionOf(clauses[index - 1]);
        const after = positionOf(clauses[index + 1]);
        if (clause.label.after !== '' || before === null || after === null || after <= before) return [];
        if (guessed.has(clause.line)) return [];
        const [one, other] = [clauses[index - 1]?.label.after ?? '', clauses[index + 1]?.label.after ?? ''];
        return [{ lines: lineRange(clause.line), message: `No label stands here, between ${one} and ${other}.` }];
      }),
    ),
};
