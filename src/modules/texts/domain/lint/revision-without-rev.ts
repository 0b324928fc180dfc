import { nameOfRevision } from '../register/identity.ts';
import { isSame, revisionOfHeading } from './revisions.ts';
import type { Rule } from './rule.ts';

export const revisionWithoutRev: Rule = {
  name: 'revision-without-rev',
  level: 'info',
  explanation: 'A text that is changed is named "(Rev. place, year)"; without "Rev." it would look like a new one.',
  text: ({ base, proposed, action, at }) => {
    const old = revisionOfHeading(base);
    const now = revisionOfHeading(proposed);
    if (action !== 'MOD' || old === null || now === null || now.revised || isSame(old, now)) return [];
    return [
      {
        lines: at.heading === null ? null : [at.heading, at.heading],
        message: `The heading names ${nameOfRevision(now)}; a text that is changed is named ${nameOfRevision({ ...now, revised: true })}.`,
      },
    ];
  },
};
