import type { Rule } from './rule.ts';

export const headingMissing: Rule = {
  name: 'heading-missing',
  level: 'info',
  explanation: 'No line names the text, so that nobody can tell which resolution or decision it is.',
  text: ({ text, action }) =>
    action === null && text.heading === null
      ? [{ lines: null, message: 'No line names the text ("RESOLUTION 5 …").' }]
      : [],
};
