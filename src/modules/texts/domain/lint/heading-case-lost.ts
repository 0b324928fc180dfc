import { fold } from '#formats/document/index.ts';
import { wordsOf } from '../words/passages.ts';
import { lineRange } from './lists.ts';
import type { Rule } from './rule.ts';

/** "(Rev. Busan, 2014dubAi, 2018)": a heading in capitals keeps small letters where words were typed over. */
const odd = /(?:(?<=[\d, ])\p{Ll}{2,}\p{L}*(?=, ?(?:19|20)\d\d)|\bREv\.|\brEv\.|\p{Ll}\p{Lu}{2,}(?=,))/u;

export const headingCaseLost: Rule = {
  name: 'heading-case-lost',
  level: 'info',
  explanation:
    'A name in a heading has small letters where capitals belong, as happens when words are typed over in a heading set in capitals.',
  proposal: ({ printed }) => {
    if (printed === null) return [];
    const { heading, annexes } = printed.draft;
    return [heading, ...annexes.map((annex) => annex.heading)].flatMap((head) => {
      const found = head === null ? null : odd.exec(fold(wordsOf(head)).slice(0, 400));
      return head === null || found === null
        ? []
        : [{ lines: lineRange(head.line), message: `"${found[0]}" in the heading has lost its capitals.` }];
    });
  },
};
