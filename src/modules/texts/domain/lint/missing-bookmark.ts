import { linesOfCode } from './code-line.ts';
import type { Rule } from './rule.ts';

export const missingBookmark: Rule = {
  name: 'missing-bookmark',
  level: 'info',
  explanation:
    'A proposal has no bookmark, though most of its contribution have: the list of proposals cannot lead to it.',
  proposal: ({ proposal, printed, habits }) =>
    proposal.bookmark === null && habits.bookmarks
      ? [{ lines: linesOfCode(printed), message: `${proposal.reference} has no bookmark, unlike the others.` }]
      : [],
};
