import type { Rule } from './rule.ts';

export const reasonsEmpty: Rule = {
  name: 'reasons-empty',
  level: 'info',
  explanation: '"Reasons:" stands with nothing after it: write them, or take the line out.',
  proposal: ({ proposal: { action, reference, parts }, printed }) =>
    printed !== null && parts.reasons !== null && !printed.bounds.reasoned && (action === 'MOD' || action === 'ADD')
      ? [{ lines: parts.reasons, message: `${reference} announces reasons and gives none.` }]
      : [],
};
