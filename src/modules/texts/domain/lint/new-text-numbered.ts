import { linesOfCode } from './code-line.ts';
import type { Rule } from './rule.ts';

export const newTextNumbered: Rule = {
  name: 'new-text-numbered',
  level: 'info',
  explanation:
    'A new text already has a number; usual is a working number in brackets such as [XYZ-1], for the conference gives the numbers.',
  proposal: ({ proposal, text, printed }) => {
    const { action, target } = proposal;
    if (action !== 'ADD' || typeof target.number !== 'number' || target.part !== null) return [];
    const heading = text?.text.heading ?? `${target.kind} ${target.number}`;
    const line = text?.at.heading ?? null;
    return [
      { lines: line === null ? linesOfCode(printed) : [line, line], message: `"${heading}" is proposed as new.` },
    ];
  },
};
