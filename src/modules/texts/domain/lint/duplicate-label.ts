import { labelFaults } from './lists.ts';
import type { Rule } from './rule.ts';

export const duplicateLabel: Rule = {
  name: 'duplicate-label',
  level: 'warning',
  explanation: 'Two clauses of one list have the same label, so that a reference to it can mean either.',
  text: (text) => labelFaults(text).filter(({ kind }) => kind === 'twice'),
};
