import { labelFaults } from './lists.ts';
import type { Rule } from './rule.ts';

export const numberingLost: Rule = {
  name: 'numbering-lost',
  level: 'info',
  explanation: 'All clauses of a list have the same label: copying the text has lost its automatic numbers.',
  text: (text) => labelFaults(text).filter(({ kind }) => kind === 'lost'),
};
