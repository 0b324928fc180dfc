import type { Rule } from './rule.ts';

export const openingMissing: Rule = {
  name: 'opening-missing',
  level: 'info',
  explanation: 'No line says which body speaks ("The Assembly of …,").',
  text: ({ text, action }) =>
    action === null && text.opening === null ? [{ lines: null, message: 'No line says which body speaks.' }] : [],
};
