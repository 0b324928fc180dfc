import { lintRules } from '#modules/texts/index.ts';
import type { PageServerLoad } from './$types';

type Rule = (typeof lintRules)[number];

/** What rules look at, in the order in which a drafter meets it. */
const kinds: readonly { name: string; holds: (rule: Rule) => boolean }[] = [
  { name: 'The file and the contribution', holds: ({ file, contribution }) => (file ?? contribution) !== undefined },
  { name: 'Each proposal', holds: ({ proposal, text }) => proposal !== undefined && text === undefined },
  { name: 'Citations of other texts', holds: ({ citations }) => citations !== undefined },
  { name: 'The text itself', holds: ({ text }) => text !== undefined },
];

export const load: PageServerLoad = () => {
  const told = new Set<string>();
  return {
    kinds: kinds.map(({ name, holds }) => {
      const rules = lintRules.filter((rule) => holds(rule) && !told.has(rule.name));
      for (const rule of rules) told.add(rule.name);
      return {
        name,
        rules: rules.map((rule) => ({ name: rule.name, level: rule.level, explanation: rule.explanation })),
      };
    }),
  };
};
