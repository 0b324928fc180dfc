import { citationIssues } from './citation-problems.ts';
import type { Rule } from './rule.ts';

export const citationImpossible: Rule = {
  name: 'citation-impossible',
  level: 'error',
  explanation:
    'A citation names a conference that cannot have adopted the text: its body did not meet there in that year.',
  citations: (linted) => citationIssues(linted, 'impossible'),
};
