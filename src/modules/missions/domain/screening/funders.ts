/** Others pay for the same matter, or have worked on it. */
import { earlierAuthorIn, funderIn } from '../signs/funders.ts';
import { finding, linesOf, type Rule, type ScreeningFinding } from './finding.ts';

export const funders: Rule = (request) =>
  linesOf(request).flatMap(({ field, text }): ScreeningFinding[] => {
    const funder = funderIn(text, request.content.organisation);
    const author = earlierAuthorIn(text, request.content.organisation);
    const about = { level: 'info' as const, fields: [field], words: text };
    return [
      ...(funder === null
        ? []
        : [
            finding({
              ...about,
              rule: 'other-funder',
              text: `Another funder is named: ${funder}. Is the work already paid for?`,
              ask: `Your form names ${funder} as a funder. Could you tell us what it covers already, so that the mission adds to it?`,
            }),
          ]),
      ...(author === null
        ? []
        : [
            finding({
              ...about,
              rule: 'earlier-work',
              text: `Earlier work on the same matter is named, by ${author}. Is the request still needed?`,
              ask: `Your form names earlier work by ${author}. Could you tell us what became of it, and share it with the experts?`,
            }),
          ]),
    ];
  });
