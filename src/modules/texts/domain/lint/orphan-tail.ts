import { isSeparator } from '../legal/headings.ts';
import type { Passage } from '../words/passages.ts';
import type { Issue, Rule } from './rule.ts';

/** Lines that stand after the end of a text and belong to no part of it. */
function strays(left: readonly Passage[]): Issue[] {
  const lines = left.filter((passage) => !isSeparator(passage.printed));
  const first = lines[0];
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return [];
  const many = lines.length === 1 ? 'One line stands' : `${lines.length} lines stand`;
  return [{ lines: [first.line, last.line], message: `${many} after the end of the text and could not be placed.` }];
}

export const orphanTail: Rule = {
  name: 'orphan-tail',
  level: 'info',
  explanation:
    'Lines stand behind the end of a text and belong to no part of it: they may have been left over from another document.',
  proposal: ({ printed }) => strays(printed?.left ?? []),
  file: ({ left }) => strays(left),
};
