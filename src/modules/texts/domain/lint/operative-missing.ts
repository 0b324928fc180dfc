import { lineRange } from './lists.ts';
import type { Rule } from './rule.ts';

export const operativeMissing: Rule = {
  name: 'operative-missing',
  level: 'warning',
  explanation: 'The text gives grounds and decides nothing: its operative part may have been lost.',
  text: ({ proposed: { sections, opening }, isPart }) => {
    const last = sections.at(-1);
    if (isPart || opening === null || last === undefined || sections.some(({ kind }) => kind !== 'preamble')) return [];
    return [{ lines: lineRange(last.line), message: `After "${last.heading ?? 'the preamble'}" nothing is decided.` }];
  },
};
