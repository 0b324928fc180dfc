/** A clause, an action of a plan or a resolution is cited: worth tying the request to it. */
import { finding, linesOf, type Rule } from './finding.ts';

/** "Clause 5.2", "Resolution 37 (Rev. Suva, 2026)", "action D.1.3", "SDG target 9.c". */
const cited =
  /\b(?:clause|article|section|chapter|resolution|recommendation|decision|pillar|objective|goal|target|action|output|outcome)s?\s+(?:no\.?\s*)?(?=[a-z]?[.-]?\d)[a-z]?[.-]?\d[\da-z]{0,3}(?:[.-][\da-z]{1,3}){0,4}\b(?:\s\((?:rev\.?\s)?[^()]{2,40}\))?/giu;

export const citations: Rule = (request) =>
  linesOf(request).flatMap(({ field, text }) =>
    [...new Set([...text.matchAll(cited)].map(([words]) => words.trim()))].map((words) =>
      finding({
        rule: 'cites',
        level: 'info',
        text: `Cites ${words}; the request may be tied to it.`,
        ask: null,
        fields: [field],
        words,
      }),
    ),
  );
