import { openingVerb } from '../legal/vocabulary.ts';
import { lineRange } from './lists.ts';
import type { Rule } from './rule.ts';

export const unknownSectionVerb: Rule = {
  name: 'unknown-section-verb',
  level: 'info',
  explanation: 'A heading begins with a word that no text of this kind uses: it may be misspelt, or be no heading.',
  text: ({ proposed: { sections } }) =>
    sections.flatMap(({ heading, line }) =>
      heading === null || openingVerb(heading)?.known !== false
        ? []
        : [{ lines: lineRange(line), message: `"${heading}" begins with an unusual verb.` }],
    ),
};
