import { nameOfRevision } from '../register/identity.ts';
import { revisionOfHeading } from './revisions.ts';
import type { Rule } from './rule.ts';

export const addWithBaseRevision: Rule = {
  name: 'add-with-base-revision',
  level: 'warning',
  explanation: 'A new text is named as a revision of an old one: either it is new, or the proposal is a modification.',
  text: ({ proposed, action, at }) => {
    const revision = revisionOfHeading(proposed);
    if (action !== 'ADD' || revision?.revised !== true) return [];
    return [
      {
        lines: at.heading === null ? null : [at.heading, at.heading],
        message: `The text is proposed as new and named ${nameOfRevision(revision)}.`,
      },
    ];
  },
};
