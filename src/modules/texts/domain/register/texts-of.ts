/** The legal texts that a file holds, whatever kind of document it is: the start of all work on files without a register. */
import type { InstrumentsRecord, LegalText, Proposal, ProposalsRecord } from '#kernel/reading/index.ts';
import { identityOf, targetsOf, type Identity } from './identity.ts';

/** One text of a file, with or without changes. */
export interface TextOf {
  /** `null` where the heading does not say which instrument it is. */
  identity: Identity | null;
  /** `null` for a proposal that prints no text: no change, or a suppression by its heading alone. */
  text: LegalText | null;
  /** Who proposes, by its code ("ACP"), with the proposal; `null` for a text that stands alone. */
  by: { proponent: string; proposal: Proposal } | null;
}

/** The texts of a record that holds any; the proponent is the code of the document, or of the proposal's reference. */
export function textsOf(record: ProposalsRecord | LegalText | InstrumentsRecord): TextOf[] {
  if ('texts' in record) return record.texts.map((text) => ({ identity: identityOf(text), text, by: null }));
  if (!('proposals' in record)) return [{ identity: identityOf(record), text: record, by: null }];
  return targetsOf(record.proposals).map(({ proposal, identity }) => ({
    identity,
    text: proposal.text,
    by: { proponent: proponentOf(proposal, record), proposal },
  }));
}

function proponentOf(proposal: Proposal, record: ProposalsRecord): string {
  return proposal.reference.split('/')[0] ?? record.document.proponent ?? '';
}
