import type { Rule } from './rule.ts';

export const titleMissing: Rule = {
  name: 'title-missing',
  level: 'info',
  explanation: 'A text has a number and an opening and no title between them.',
  text: ({ proposed: { heading, title, opening, sections }, isPart, at }) =>
    heading === null || title !== null || opening === null || sections.length === 0 || isPart
      ? []
      : [{ lines: at.heading === null ? null : [at.heading, at.heading], message: `"${heading}" has no title.` }],
};
