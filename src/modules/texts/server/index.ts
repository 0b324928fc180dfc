/** Instruments, their revisions, and proposals in the register. */
export { acceptInstrument } from './accept-instrument.ts';
export { acceptInstruments } from './accept-instruments.ts';
export { acceptProposals } from './accept-proposals.ts';
export {
  contribution,
  contributions,
  instrument,
  instruments,
  proposal,
  proposals,
  revision,
  revisions,
  type Contribution,
  type Instrument,
  type ProposalSummary,
  type Revision,
  type StoredProposal,
} from './texts.ts';
export { bodies, body, joinBodies, nameBody, partBody, type ShownBody } from './bodies.ts';
export { conference, conferences, describeConference, type ShownConference } from './conferences.ts';
export {
  fateInBrief,
  fateOfProposal,
  fatesOfConference,
  fatesOfContribution,
  type Fates,
  type JudgedProposal,
} from './fate.ts';
export { clauseHistory, type ClauseInRevision } from './history.ts';
export {
  recordSuppression,
  revisionsInForce,
  textsInForce,
  withdrawSuppression,
  type InForce,
  type TextWithDay,
} from './in-force.ts';
export { comparableTexts, comparison, type ComparableText, type TextToCompare } from './comparison.ts';
export { addressedClauses, type AddressedClause } from '../domain/register/paths.ts';
export { nameOfInstrument, nameOfRevision } from '../domain/register/identity.ts';
export {
  addPreparedProposal,
  changePreparation,
  changePreparedProposal,
  movePreparedProposal,
  openPreparation,
  preparation,
  preparations,
  removePreparedProposal,
  submitPreparation,
  type Preparation,
  type StoredPreparedProposal,
} from './preparations.ts';
export { acceptSupportReply } from './accept-support-reply.ts';
export {
  answerOnSupport,
  askForSupport,
  concludeSupport,
  support,
  type StoredReply,
  type Support,
  type SupportTally,
} from './support.ts';
export { knownCitations } from './known-citations.ts';
export { textsAtHand } from './texts-at-hand.ts';
export { contributionFile, replyFormFile, type WordFile } from './contribution-files.ts';
export {
  draft,
  draftDocument,
  draftHistory,
  drafts,
  draftSteps,
  draftText,
  openDraft,
  proposeChange,
  returnToState,
  takeSteps,
  type Draft,
  type DraftView,
  type SentSteps,
  type Sitting,
} from './drafts.ts';
export { clashesOverview, clashMap, type TouchedInstrument } from './clashes.ts';
export {
  consolidation,
  consolidationFile,
  consolidations,
  openConsolidation,
  reopenConflict,
  returnConsolidation,
  settleConflict,
  type Consolidation,
} from './consolidations.ts';
export {
  draftFile,
  isTextFormat,
  proposalFile,
  revisionFile,
  textFormats,
  type TextFile,
  type TextFormat,
} from './text-files.ts';
export { checkDraft, mendDraft, type CheckedDraft } from './draft-check.ts';
