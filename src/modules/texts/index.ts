/** The texts module: legal texts, proposals to change them, citations. */
export { findCitations } from './domain/citations/find.ts';
export { instrumentRecogniser } from './domain/legal/recogniser.ts';
export { supportReplyRecogniser } from './domain/support/reply-recogniser.ts';
export { proposalsRecogniser } from './domain/proposals/recogniser.ts';
export { splitWithBase } from './domain/witness/with-base.ts';
export { splitWithBaseAndAdopted } from './domain/witness/with-both.ts';
export { settled } from './domain/register/settle.ts';
export {
  actionOfSymbol,
  codeOfContribution,
  ContributionHead,
  ProposalSymbol,
  referenceOf,
  symbolNames,
  type Gap,
} from './domain/contributions/contribution.ts';
export { Answer, answerNames, SupportRule, tallyInWords, usualRule } from './domain/support/support.ts';
