import { citationIssues } from './citation-problems.ts';
import type { Rule } from './rule.ts';

export const citationStale: Rule = {
  name: 'citation-stale',
  level: 'warning',
  explanation: 'A citation names a revision that is not the newest that is known.',
  citations: (linted) => citationIssues(linted, 'stale'),
};
