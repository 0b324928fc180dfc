import { lineRange } from './lists.ts';
import type { Rule } from './rule.ts';

export const footnoteMarkTwice: Rule = {
  name: 'footnote-mark-twice',
  level: 'info',
  explanation: 'Two different footnotes of one text have the same mark.',
  text: ({ text }) => {
    const seen = new Map<string, string>();
    return text.footnotes.flatMap(({ mark, text: words, line }) => {
      const first = seen.get(mark);
      if (mark === '') return [];
      if (first === undefined) seen.set(mark, words);
      return first === undefined || first === words
        ? []
        : [{ lines: lineRange(line), message: `The mark ${mark} belongs to two footnotes.` }];
    });
  },
};
