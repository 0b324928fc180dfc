import { labelFaults } from './lists.ts';
import type { Rule } from './rule.ts';

export const labelSequence: Rule = {
  name: 'label-sequence',
  level: 'warning',
  explanation:
    'The labels of a list do not run a, b, c … or 1, 2, 3 …: a clause may be missing, or the list was not renumbered.',
  text: (text) => labelFaults(text).filter(({ kind }) => kind === 'gap' || kind === 'restart'),
};
