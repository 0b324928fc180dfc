import type { Mend } from '#kernel/reading/index.ts';
import { lineRange } from './lists.ts';
import { mendOf } from './mend.ts';
import type { Rule } from './rule.ts';

const period = /(?<![\w/.-])((?:19|20)\d\d)\s?[-–‑]\s?((?:19|20)\d\d)(?![\w/-])/gu;

const periodsIn = (words: string | null): { printed: string; years: string; at: number }[] =>
  [...(words ?? '').matchAll(period)].map(({ 0: printed, 1: from, 2: to, index }) => ({
    printed,
    years: `${from ?? ''}-${to ?? ''}`,
    at: index,
  }));

export const periodLeftBehind: Rule = {
  name: 'period-left-behind',
  level: 'info',
  explanation: 'The title moves to another period, and a clause that decides something still names the old one.',
  text: ({ base, proposed, clauses }) => {
    const [old] = periodsIn(base.title);
    const [now] = periodsIn(proposed.title);
    if (old === undefined || now === undefined || old.years === now.years) return [];
    return clauses.flatMap(({ clause, words, section }) => {
      if (section.kind !== 'operative') return [];
      const left = periodsIn(words).find(({ years }) => years === old.years);
      if (left === undefined) return [];
      const where = { line: clause.line, words, from: left.at, to: left.at + left.printed.length };
      const mend: Mend | undefined = mendOf(where, now.printed, `The title now names ${now.printed}.`);
      return [
        {
          lines: lineRange(clause.line),
          message: `Still "${left.printed}"; the title now names ${now.printed}.`,
          mend,
        },
      ];
    });
  },
};
