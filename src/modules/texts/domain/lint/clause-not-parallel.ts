import { lineRange } from './lists.ts';
import type { Rule } from './rule.ts';

/** Verbs of what is ordered; a clause that begins with one has lost its "to". */
const verbs =
  /^(?:assist|carry|collaborate|consider|continue|cooperate|coordinate|develop|encourage|ensure|examine|facilitate|give|identify|implement|include|inform|invite|keep|make|prepare|promote|provide|publish|report|review|strengthen|study|submit|take|transmit)\s/u;
const subject = /^(?:the|a|an|its|their|this|these|those|all|each|any)\s/u;

export const clauseNotParallel: Rule = {
  name: 'clause-not-parallel',
  level: 'info',
  explanation: 'All clauses under a heading but one begin with "to": that one does not go on from the heading.',
  text: ({ proposed: { sections }, guessed }) =>
    sections.flatMap(({ kind, heading, clauses }) => {
      if (kind !== 'operative' || clauses.length < 4) return [];
      const others = clauses.filter(({ after }) => !/^to\s/iu.test(after ?? ''));
      const [odd] = others;
      const words = (odd?.after ?? '').slice(0, 40);
      if (odd === undefined || others.length > 1 || odd.label.after === '' || guessed.has(odd.line)) return [];
      if (!verbs.test(words) && !subject.test(words)) return [];
      return [
        {
          lines: lineRange(odd.line),
          message: `The other clauses under "${heading ?? ''}" begin with "to", this one with "${words.split(' ', 1)[0] ?? ''}".`,
        },
      ];
    }),
};
