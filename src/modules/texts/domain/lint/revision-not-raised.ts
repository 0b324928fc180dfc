import type { Mend, Revision } from '#kernel/reading/index.ts';
import { nameOfRevision } from '../register/identity.ts';
import { mendOf } from './mend.ts';
import { isSame, revisionOfHeading, revisionOfOpening } from './revisions.ts';
import type { Issue, LintedProposal, Rule } from './rule.ts';

function notRaised({ proposal, text, habits }: LintedProposal): Issue[] {
  if (text === null || proposal.action !== 'MOD') return [];
  const { base, proposed, at } = text;
  const heading = { old: revisionOfHeading(base), now: revisionOfHeading(proposed) };
  const opening = { old: revisionOfOpening(base), now: revisionOfOpening(proposed) };
  const headingKept = isSame(heading.old, heading.now);
  const openingKept = isSame(opening.old, opening.now);
  if (headingKept && opening.now !== null && !openingKept && opening.now.year > (heading.now?.year ?? 0)) {
    const mend = raised(proposed.heading ?? '', at.heading, { ...opening.now, revised: true });
    return [issue(at.heading, 'The heading', heading.now, 'the opening', opening.now, mend)];
  }
  if (openingKept && heading.now !== null && !headingKept && heading.now.year > (opening.now?.year ?? 0)) {
    const mend = raised(proposed.opening ?? '', at.opening, { ...heading.now, revised: false });
    return [issue(at.opening, 'The opening', opening.now, 'the heading', heading.now, mend)];
  }
  if (habits.raised && headingKept && (opening.now === null || openingKept) && heading.now !== null) {
    const message = `Heading and opening still name ${nameOfRevision(heading.now)}; other proposals name the conference that is to adopt them.`;
    return [{ lines: at.heading === null ? null : [at.heading, at.heading], message }];
  }
  return [];
}

function issue(
  line: number | null,
  kept: string,
  old: Revision | null,
  changed: string,
  now: Revision,
  mend: Mend | undefined,
): Issue {
  const name = old === null ? 'the old conference' : nameOfRevision(old);
  return {
    lines: line === null ? null : [line, line],
    message: `${kept} still names ${name}, ${changed} ${nameOfRevision(now)}.`,
    mend,
  };
}

function raised(words: string, line: number | null, revision: Revision): Mend | undefined {
  const found = /\([^()]{3,80}\)/u.exec(words);
  if (found === null || line === null) return undefined;
  const where = { line, words, from: found.index, to: found.index + found[0].length };
  return mendOf(where, nameOfRevision(revision), 'A text that is changed is named by the conference that changes it.');
}

export const revisionNotRaised: Rule = {
  name: 'revision-not-raised',
  level: 'warning',
  explanation:
    'A text is to be changed, and its heading or opening still names the conference before: it would be adopted under its old name.',
  proposal: notRaised,
};
