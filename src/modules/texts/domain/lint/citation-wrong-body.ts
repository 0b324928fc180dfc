import { citationIssues } from './citation-problems.ts';
import type { Rule } from './rule.ts';

export const citationWrongBody: Rule = {
  name: 'citation-wrong-body',
  level: 'error',
  explanation: 'A citation names one body, and by place and year another one met.',
  citations: (linted) => citationIssues(linted, 'wrong-body'),
};
