/** What became of a proposal, change by change, once the conference has adopted its texts. */
import type { LegalText, Proposal } from '#kernel/reading/index.ts';
import { placedClauses } from '../comparison/align.ts';
import type { ChangeFate } from './change.ts';
import { clauseChanges } from './clause-changes.ts';
import type { Fate } from './judge.ts';
import { otherChanges } from './other-changes.ts';
import { keyOf } from './words.ts';

/** What is known of the instrument after the conference. */
export type Outcome =
  /** The text that the conference adopted, clean. */
  | { state: 'adopted'; text: LegalText }
  /** The conference is known to have left the instrument as it was, or not to have adopted a new one. */
  | { state: 'unchanged' }
  /** The conference is known to have suppressed it. */
  | { state: 'suppressed' }
  | { state: 'unknown' };

/** Of a whole proposal, parts may be adopted and others not. */
export type ProposalFateName = Fate | 'adopted-in-part';

/** What the fates are called. */
export const fateNames: Record<ProposalFateName, string> = {
  adopted: 'adopted',
  'adopted-with-changes': 'adopted with changes',
  'adopted-in-part': 'adopted in part',
  'not-adopted': 'not adopted',
  unknown: 'not known',
};

export interface ProposalFate {
  fate: ProposalFateName;
  /** In a sentence, for people. */
  why: string;
  changes: ChangeFate[];
  counts: Record<Fate, number>;
}

const notHeld = 'What the conference adopted is not at hand.';
const leftAsItWas = 'The conference left the text as it was.';
const suppressed = 'The conference suppressed the text.';

/**
 * Judges a proposal against what is known of its instrument after the conference. Renumbering alone counts for nothing.
 * @param base the text that the proposal would change, clean, where it is known; else what the proposal itself shows of it
 */
export function fateOf(proposal: Proposal, base: LegalText | null, outcome: Outcome): ProposalFate {
  if (proposal.action === 'NOC') return ofNoChange(base, outcome);
  if (proposal.action === 'SUP') return ofSuppression(outcome);
  const own = proposal.target.isNew ? null : base;
  const changes = (adopted: LegalText | null): ChangeFate[] =>
    proposal.text === null
      ? []
      : [...clauseChanges(proposal.text, own, adopted), ...otherChanges(proposal.text, adopted)];
  switch (outcome.state) {
    case 'adopted':
      return summed(changes(outcome.text));
    case 'unknown':
      return whole('unknown', notHeld, changes(null));
    case 'suppressed':
      return whole('not-adopted', suppressed, changes(null).map(refused));
    case 'unchanged': {
      const why = proposal.target.isNew ? 'The conference adopted no such text.' : leftAsItWas;
      return whole('not-adopted', why, changes(null).map(refused));
    }
  }
}

function ofNoChange(base: LegalText | null, outcome: Outcome): ProposalFate {
  if (outcome.state === 'unchanged') return whole('adopted', leftAsItWas);
  if (outcome.state === 'suppressed') return whole('not-adopted', suppressed);
  if (outcome.state === 'unknown') return whole('unknown', notHeld);
  if (base === null) return whole('not-adopted', 'The conference adopted a new revision.');
  return wordsOf(base) === wordsOf(outcome.text)
    ? whole('adopted', 'The conference adopted a new revision with the same clauses.')
    : whole('not-adopted', 'The conference adopted a new revision in which clauses differ.');
}

function ofSuppression(outcome: Outcome): ProposalFate {
  if (outcome.state === 'suppressed') return whole('adopted', suppressed);
  if (outcome.state === 'unknown') return whole('unknown', 'Whether the conference suppressed the text is not known.');
  if (outcome.state === 'unchanged') return whole('not-adopted', leftAsItWas);
  return whole('not-adopted', 'The conference adopted a new revision instead.');
}

const wordsOf = (text: LegalText): string =>
  placedClauses(text)
    .map(({ words }) => keyOf(words))
    .join('\n');

const refused = (change: ChangeFate): ChangeFate => ({ ...change, fate: 'not-adopted' });

function summed(changes: ChangeFate[]): ProposalFate {
  const counts = countsOf(changes);
  const known = changes.length - counts.unknown;
  if (changes.length === 0) return whole('unknown', 'The proposal shows no change of words to look for.');
  const parts = [
    [counts.adopted, 'adopted'],
    [counts['adopted-with-changes'], 'adopted with changes'],
    [counts['not-adopted'], 'not adopted'],
    [counts.unknown, 'too doubtful to tell'],
  ] as const;
  const said = parts.flatMap(([count, name]) => (count === 0 ? [] : [`${count} ${name}`]));
  return whole(
    nameOf(counts, known),
    `Of ${changes.length} ${changes.length === 1 ? 'change' : 'changes'}, ${said.join(', ')}.`,
    changes,
  );
}

/** What is doubtful does not count either way. */
function nameOf(counts: Record<Fate, number>, known: number): ProposalFateName {
  if (known === 0) return 'unknown';
  if (counts.adopted === known) return 'adopted';
  if (counts['not-adopted'] === known) return 'not-adopted';
  return counts['not-adopted'] === 0 ? 'adopted-with-changes' : 'adopted-in-part';
}

function whole(fate: ProposalFateName, why: string, changes: ChangeFate[] = []): ProposalFate {
  return { fate, why, changes, counts: countsOf(changes) };
}

function countsOf(changes: readonly ChangeFate[]): Record<Fate, number> {
  const counts: Record<Fate, number> = { adopted: 0, 'adopted-with-changes': 0, 'not-adopted': 0, unknown: 0 };
  for (const { fate } of changes) counts[fate]++;
  return counts;
}
