import { lineRange } from './lists.ts';
import type { Rule } from './rule.ts';

export const footnoteStruckOut: Rule = {
  name: 'footnote-struck-out',
  level: 'info',
  explanation: 'A footnote goes away with the words it belongs to; what it says may still be needed.',
  text: ({ text }) =>
    (text.droppedFootnotes ?? []).map(({ mark, text: words, line }) => ({
      lines: lineRange(line),
      message: `Footnote ${mark} is struck out: "${words}"`,
    })),
};
