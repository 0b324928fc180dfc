/** Which instrument a text is: kind, number and revision from its heading, the body from its opening. */
import type { InstrumentKind, LegalText, Proposal, Revision } from '#kernel/reading/index.ts';
import { revisionIn } from '../words/revision.ts';

export interface Identity {
  kind: InstrumentKind;
  /** "11", "XYZ-1", "ITU-R 48"; `null` where there is none. */
  number: string | null;
  revision: Revision | null;
  /** The conference or assembly that speaks in the opening, without "The" and without its place; `null` when nobody does. */
  body: string | null;
}

const heading = /\b(resolution|decision|recommendation)\s+(?:no\.?\s*)?\[?([A-Z0-9][A-Z0-9./‑-]*(?:\s+\d+)?|\d+)\]?/i;

/** The instrument of a text that stands alone; `null` where its heading does not say. */
export function identityOf(text: LegalText): Identity | null {
  const title = text.heading ?? '';
  const found = heading.exec(title);
  const treaty = /\b(constitution|convention)\b/i.exec(`${title} ${text.title ?? ''}`)?.[1];
  const revision = revisionIn(title);
  const body = bodyOf(text.opening);
  if (found !== null) {
    return { kind: (found[1] ?? '').toLowerCase() as InstrumentKind, number: found[2] ?? null, revision, body };
  }
  return treaty === undefined ? null : { kind: treaty.toLowerCase() as InstrumentKind, number: null, revision, body };
}

/**
 * The instruments that the proposals of one contribution are about. A contribution goes to one conference: where all
 * openings that are printed name the same body, it is the body of those proposals too that print no text.
 */
export function targetsOf(proposals: readonly Proposal[]): { proposal: Proposal; identity: Identity }[] {
  const targets = proposals.map((proposal) => ({ proposal, identity: identityOfTarget(proposal) }));
  const [body, ...others] = new Set(targets.flatMap(({ identity }) => identity.body ?? []));
  if (body === undefined || others.length > 0) return targets;
  return targets.map(({ proposal, identity }) => ({ proposal, identity: { ...identity, body } }));
}

function identityOfTarget(proposal: Proposal): Identity {
  const { kind, number } = proposal.target;
  return {
    kind,
    number: number === null ? null : String(number),
    revision: proposal.revision.before,
    body: bodyOf(proposal.text?.opening ?? null),
  };
}

/** "The Plenipotentiary Conference of the XYZ (Place, 2018)," is the Plenipotentiary Conference of the XYZ. */
export function bodyOf(opening: string | null): string | null {
  if (opening === null) return null;
  const words = opening
    .replace(/\s*\([^)]*\)?.*$/su, '')
    .replace(/^\s*the\s+/i, '')
    .replace(/[\s,;:]+$/u, '');
  return words === '' || words.length > 160 ? null : words;
}

/** "Resolution 11", "the Constitution". */
export function nameOfInstrument(identity: Pick<Identity, 'kind' | 'number'>): string {
  const kind = identity.kind.charAt(0).toUpperCase() + identity.kind.slice(1);
  return identity.number === null ? kind : `${kind} ${identity.number}`;
}

/** "(Rev. Dubai, 2018)". */
export function nameOfRevision(revision: Revision): string {
  return `(${revision.revised ? 'Rev. ' : ''}${revision.place}, ${revision.year})`;
}
