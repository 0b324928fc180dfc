import { nameOfRevision } from '../register/identity.ts';
import { isSame, revisionOfHeading, revisionOfOpening } from './revisions.ts';
import type { Rule } from './rule.ts';

export const headingOpeningDisagree: Rule = {
  name: 'heading-opening-disagree',
  level: 'warning',
  explanation: 'Heading and opening name different conferences: a text is adopted by one.',
  text: ({ base, proposed, at }) => {
    const heading = revisionOfHeading(proposed);
    const opening = revisionOfOpening(proposed);
    if (heading === null || opening === null || isSame(heading, opening)) return [];
    // One of the two was raised and the other left behind: that is another rule.
    const raised = !isSame(heading, revisionOfHeading(base)) || !isSame(opening, revisionOfOpening(base));
    if (raised && revisionOfHeading(base) !== null) return [];
    const names = [heading, opening].map((one) => nameOfRevision({ ...one, revised: false }));
    return [
      {
        lines: at.opening === null ? null : [at.opening, at.opening],
        message: `The heading names ${names[0] ?? ''}, the opening ${names[1] ?? ''}.`,
      },
    ];
  },
};
