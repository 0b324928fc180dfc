import type { Rule } from './rule.ts';

export const nocWithChanges: Rule = {
  name: 'noc-with-changes',
  level: 'error',
  explanation: 'A proposal asks for no change, and its text carries revisions: one of the two is wrong.',
  proposal: ({ proposal: { action, reference }, printed }) => {
    if (action !== 'NOC' || printed === null) return [];
    const revised = printed.bounds.body.filter((passage) => passage.revised);
    const [first] = revised;
    return first === undefined
      ? []
      : [
          {
            lines: [first.line, first.lastLine],
            message: `${reference} asks for no change; from here on ${revised.length === 1 ? 'a line is' : `${revised.length} lines are`} changed.`,
          },
        ];
  },
};
