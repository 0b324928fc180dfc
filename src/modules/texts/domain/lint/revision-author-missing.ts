import { lineRange } from './lists.ts';
import type { Rule } from './rule.ts';

export const revisionAuthorMissing: Rule = {
  name: 'revision-author-missing',
  level: 'info',
  explanation: 'Revisions in the Word file name no author, so that nobody can tell later who proposed what.',
  file: ({ lines }) => {
    const nameless = lines.filter(({ paragraph }) =>
      [...paragraph.mark, ...paragraph.runs.flatMap(({ marks }) => marks)].some(
        ({ author }) => (author ?? '').trim() === '',
      ),
    );
    const [first] = nameless;
    return first === undefined
      ? []
      : [
          {
            lines: lineRange(first.number),
            message: `Revisions without an author stand in ${nameless.length === 1 ? 'this line' : `${nameless.length} lines, here first`}.`,
          },
        ];
  },
};
