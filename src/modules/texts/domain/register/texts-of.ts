/** The legal texts that a file holds, whatever kind of document it is: the start of all work on files without a register. */
import type { InstrumentsRecord, LegalText, Proposal, ProposalsRecord } from '#kernel/reading/index.ts';
import { revisionIn } from '../words/revision.ts';
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

/**
 * A text with changes that no code line introduces is a proposal all the same, of whoever sent the file; a text without
 * changes stays a text.
 */
export function asProposalOf(one: TextOf, proponent: string): TextOf {
  const { text, identity, by } = one;
  if (by !== null || text === null || identity === null || !isChanged(text)) return one;
  const { before, after } = text.changedHeading ?? { before: text.heading, after: text.heading };
  const lines = linesIn(text);
  const proposal: Proposal = {
    serial: 1,
    reference: proponent,
    externalId: null,
    bookmark: null,
    action: 'MOD',
    target: { kind: identity.kind, number: identity.number, part: null, isNew: false },
    title: text.changedTitle ?? { before: text.title, after: text.title },
    revision: {
      before: before === null ? null : revisionIn(before),
      after: after === null ? null : revisionIn(after),
    },
    parts: { summary: null, introduction: null, proposal: null, reasons: null },
    text,
    plan: null,
    lines: [Math.min(...lines), Math.max(...lines)],
  };
  return { identity: { ...identity, revision: proposal.revision.before }, text, by: { proponent, proposal } };
}

function isChanged(text: LegalText): boolean {
  const heads = [text.changedHeading, text.changedTitle, text.changedOpening, text.droppedFootnotes];
  return heads.some((head) => head !== undefined) || sectionsIn(text).some(({ status }) => status !== 'kept');
}

const sectionsIn = (text: LegalText): LegalText['sections'] => [
  ...text.sections,
  ...text.annexes.flatMap((annex) => annex.sections),
];

const linesIn = (text: LegalText): number[] => [
  1,
  ...sectionsIn(text).flatMap(({ line, clauses }) => [line, ...clauses.map((clause) => clause.line)]),
];
