/** Fate from files alone: proposals against the texts that other files hold, without a register. */
import { bodyNameOf, sameBody } from '../bodies/names.ts';
import { suppressionsIn, type Suppression } from '../history/suppressions.ts';
import { nameOfInstrument, type Identity } from '../register/identity.ts';
import { sideOfText } from '../register/sides.ts';
import type { TextOf } from '../register/texts-of.ts';
import type { LegalText, Proposal, Revision } from '#kernel/reading/index.ts';
import { fateOf, type Outcome, type ProposalFate } from './fate-of.ts';
import { textMadeOf } from './new-text.ts';

export interface FateInFiles {
  proponent: string;
  proposal: Proposal;
  /** "Resolution 4". */
  instrument: string;
  /** The text compared with; `null` where none of the files holds it. */
  adopted: Identity | null;
  /** For a draft new text: how sure it is that this is the text it became. */
  found: 'sure' | 'likely' | null;
  fate: ProposalFate;
}

interface KnownText {
  identity: Identity;
  text: LegalText;
}

/**
 * @param proposals texts with their proposals
 * @param texts adopted texts, newer and older; an older one that a proposal would change serves as its base
 * @param complete whether they are all that the conference adopted, so that what is not among them was not adopted
 */
export function fatesInFiles(proposals: readonly TextOf[], texts: readonly TextOf[], complete: boolean): FateInFiles[] {
  const known = texts.flatMap(({ identity, text, by }): KnownText[] =>
    identity === null || text === null || by !== null ? [] : [{ identity, text: sideOfText(text, 'proposed') }],
  );
  const suppressed = known.flatMap(({ text }) => suppressionsIn(text));
  return proposals.flatMap(({ identity, by }) =>
    identity === null || by === null ? [] : [judged(by, identity, { known, suppressed, complete })],
  );
}

function judged(
  { proposal, proponent }: NonNullable<TextOf['by']>,
  identity: Identity,
  {
    known,
    suppressed,
    complete,
  }: { known: readonly KnownText[]; suppressed: readonly Suppression[]; complete: boolean },
): FateInFiles {
  const { before } = proposal.revision;
  const own = known.filter((one) => sameInstrument(one.identity, identity));
  const base = own.find((one) => before !== null && sameRevision(one.identity.revision, before)) ?? null;
  const later = own
    .filter((one) => one !== base && (one.identity.revision?.year ?? Infinity) > (before?.year ?? -Infinity))
    .sort((one, other) => (one.identity.revision?.year ?? Infinity) - (other.identity.revision?.year ?? Infinity))[0];
  const made =
    proposal.target.isNew && proposal.text !== null
      ? textMadeOf(
          proposal.text,
          known.filter((one) => one.identity.revision?.revised !== true),
        )
      : null;
  const adopted = made?.text ?? (proposal.target.isNew ? undefined : later);
  const gone = suppressed.some(({ kind, number }) => kind === identity.kind && number === identity.number);
  const outcome: Outcome =
    adopted !== undefined
      ? { state: 'adopted', text: adopted.text }
      : gone
        ? { state: 'suppressed' }
        : complete
          ? { state: 'unchanged' }
          : { state: 'unknown' };
  return {
    proponent,
    proposal,
    instrument: nameOfInstrument(identity),
    adopted: adopted?.identity ?? null,
    found: made?.certainty ?? null,
    fate: fateOf(proposal, base?.text ?? null, outcome),
  };
}

function sameInstrument(one: Identity, other: Identity): boolean {
  if (one.kind !== other.kind || one.number !== other.number) return false;
  return one.body === null || other.body === null || sameBody(bodyNameOf(one.body), bodyNameOf(other.body)) !== null;
}

const sameRevision = (one: Revision | null, other: Revision): boolean =>
  one !== null && one.year === other.year && one.place.toLowerCase() === other.place.toLowerCase();
