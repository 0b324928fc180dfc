import { labelIn, lineRange, listsOf, sectionsOf } from './lists.ts';
import type { Rule } from './rule.ts';

/** Dashes of any length look alike; other marks do not. */
const look = (mark: string): string => (/[-–—‒−]/u.test(mark) ? '–' : mark);

export const mixedListMarks: Rule = {
  name: 'mixed-list-marks',
  level: 'info',
  explanation: 'The items of one list begin with different marks, such as a dash and a bullet.',
  text: ({ proposed }) =>
    [...listsOf(sectionsOf(proposed))].flatMap((clauses) => {
      const marked = clauses.flatMap((clause) => {
        const label = labelIn(clause);
        return label?.families[0] === 'mark' ? [{ line: clause.line, mark: look(label.core) }] : [];
      });
      const marks = [...new Set(marked.map(({ mark }) => mark))];
      const [first] = marked;
      const last = marked.at(-1);
      if (marks.length < 2 || first === undefined || last === undefined) return [];
      return [{ lines: lineRange(first.line, last.line), message: `The list mixes ${marks.join(' and ')}.` }];
    }),
};
