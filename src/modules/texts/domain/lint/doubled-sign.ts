import { lineRange } from './lists.ts';
import { mendOf } from './mend.ts';
import type { Issue, LintedText, Rule } from './rule.ts';

/** A full stop before a sign can end an abbreviation ("etc.;"); three dots are one sign. */
const two = /[,;:][,;:.]|\.\.(?!\.)(?<!\.\.\.)/gu;

/** Of one clause; a row of dots left to be filled in is no row of slips. */
const most = 5;

function doubledSigns({ clauses }: LintedText): Issue[] {
  return clauses.flatMap(({ clause, words }) =>
    [...words.matchAll(two)].slice(0, most).flatMap(({ 0: signs, index }) => {
      const after = words.charAt(index + 2);
      if (after !== '' && !/\s/u.test(after)) return [];
      const where = { line: clause.line, words, from: index, to: index + 2 };
      const one = signs.charAt(1);
      return [
        {
          lines: lineRange(clause.line),
          message: `Two signs stand together: "${signs}".`,
          mend: signs.charAt(0) === one ? mendOf(where, one, 'One sign is enough.') : undefined,
        },
      ];
    }),
  );
}

export const doubledSign: Rule = {
  name: 'doubled-sign',
  level: 'warning',
  explanation: 'Two signs of punctuation stand together: the old one was kept when the new one was put in.',
  text: doubledSigns,
};
