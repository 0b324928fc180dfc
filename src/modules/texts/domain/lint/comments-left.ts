import type { Rule } from './rule.ts';

export const commentsLeft: Rule = {
  name: 'comments-left',
  level: 'info',
  explanation: 'Comments still stand in the file: they go to everybody who opens it.',
  file: ({ document: { comments } }) => {
    const [first] = comments;
    const many = comments.length === 1 ? 'A comment still stands' : `${comments.length} comments still stand`;
    return first === undefined ? [] : [{ lines: first.lines, message: `${many} in the file.` }];
  },
};
