import { citationIssues } from './citation-problems.ts';
import type { Rule } from './rule.ts';

export const citationDangling: Rule = {
  name: 'citation-dangling',
  level: 'warning',
  explanation:
    'A citation names a text that is, or would be, suppressed, or a clause that the cited text does not have.',
  citations: (linted) => citationIssues(linted, 'dangling'),
};
