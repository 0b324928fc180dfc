import { yearOf } from './linted.ts';
import { lineRange } from './lists.ts';
import type { Rule } from './rule.ts';

const month = '(?:january|february|march|april|may|june|july|august|september|october|november|december)';
const limit = new RegExp(
  String.raw`(?<!\b(?:adopted|approved|endorsed|held|agreed)\s)\b(?:by|before|until|no later than|not later than|prior to)\s(?:the\s)?(?:(?:end|beginning|start|middle|first half|second half)\sof\s)?(?:\d{1,2}\s)?(?:${month}\s)?((?:19|20)\d\d)(?![\d/–-])`,
  'giu',
);
const session =
  /(?<!\b(?:reported|submitted|presented|made|given|made available)\s)\b(?:to|at|for)\s(?:the\s)?((?:19|20)\d\d)\s(?:ordinary\s)?(?:session|plenipotentiary|conference|assembly|council|meeting)/giu;

export const deadlinePast: Rule = {
  name: 'deadline-past',
  level: 'warning',
  explanation:
    'What is decided is to be done by a year before the conference that decides it: a date was left standing from the text before.',
  text: (text) => {
    const year = yearOf(text);
    if (year === null) return [];
    return text.clauses.flatMap(({ clause, words, section }) => {
      if (section.kind !== 'operative') return [];
      const past = [...words.matchAll(limit), ...words.matchAll(session)].find(([, named]) => Number(named) < year);
      return past === undefined
        ? []
        : [{ lines: lineRange(clause.line), message: `"${past[0]}" lies before ${year}, the year of the conference.` }];
    });
  },
};
