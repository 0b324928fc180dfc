import { lineRange } from './lists.ts';
import type { Rule } from './rule.ts';

export const duplicateHeading: Rule = {
  name: 'duplicate-heading',
  level: 'info',
  explanation:
    'One heading stands twice in a text, so that a reference to "noting a)" can mean either; usual is "noting further".',
  text: ({ proposed: { sections } }) => {
    const seen = new Map<string, number>();
    return sections.flatMap(({ heading, line, clauses }) => {
      // In running paragraphs each begins with its verb.
      if (heading === null || clauses[0]?.line === line) return [];
      const key = heading.toLowerCase();
      const first = seen.get(key);
      seen.set(key, first ?? line);
      return first === undefined
        ? []
        : [{ lines: lineRange(line), message: `"${heading}" stands already in line ${first}.` }];
    });
  },
};
