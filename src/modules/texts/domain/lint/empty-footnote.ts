import { lineRange } from './lists.ts';
import type { Rule } from './rule.ts';

export const emptyFootnote: Rule = {
  name: 'empty-footnote',
  level: 'warning',
  explanation: 'A footnote is referred to and has no words.',
  text: ({ text }) =>
    text.footnotes
      .filter((note) => note.text === '')
      .map(({ mark, line }) => ({ lines: lineRange(line), message: `Footnote ${mark} has no text.` })),
};
