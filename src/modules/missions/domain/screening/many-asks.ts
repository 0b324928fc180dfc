/** More in one request than one mission can carry. */
import { countAsks, manyAsks as limit } from '../signs/asks.ts';
import { finding, type Rule } from './finding.ts';

/** What the question on the actions wanted is keyed by, in all forms. */
const key = 'support_action';

export const manyAsks: Rule = ({ content }) => {
  const answer = content.answers[key];
  if (answer === undefined) return [];
  const lines = answer.text.split('\n');
  const count = countAsks(lines, answer.how === 'typed' || answer.how === 'word-control');
  if (count < limit) return [];
  return [
    finding({
      rule: 'many-asks',
      level: 'warning',
      text: `The request lists ${count} items; one mission can hardly carry them all.`,
      ask: `Your request lists ${count} items, which one mission can hardly carry. Could you tell us the three that matter most, or make several requests of them?`,
      fields: [key],
      words: String(count),
    }),
  ];
};
