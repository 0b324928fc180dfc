/** The texts module: legal texts, proposals to change them, citations. */
export { findCitations } from './domain/citations/find.ts';
export { finalActsRecogniser } from './domain/final-acts/recogniser.ts';
export { instrumentRecogniser } from './domain/legal/recogniser.ts';
export { supportReplyRecogniser } from './domain/support/reply-recogniser.ts';
export { proposalsRecogniser } from './domain/proposals/recogniser.ts';
export { splitWithBase } from './domain/witness/with-base.ts';
export { splitWithBaseAndAdopted } from './domain/witness/with-both.ts';
export { fateNames, type ProposalFateName } from './domain/fate/fate-of.ts';
export { fatesInFiles, type FateInFiles } from './domain/fate/in-files.ts';
export { settled } from './domain/register/settle.ts';
export { settleClause, settlements, type Settlement } from './domain/flattened/settlement.ts';
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
export { asChangedText, changedTextWithMoves } from './domain/comparison/changed-text.ts';
export { wordChanges } from './domain/comparison/word-changes.ts';
export { comparedWords, compareTexts } from './domain/comparison/compare.ts';
export { inPrintedParts } from './domain/comparison/printed-parts.ts';
export type { ComparedClause, ComparedSection, ComparedWords, Comparison } from './domain/comparison/comparison.ts';
export { keyOf, sameButForTheEnd } from './domain/comparison/likeness.ts';
export { differs, summaryInWords, summaryOf as comparisonSummaryOf } from './domain/comparison/summary.ts';
export { nameOfInstrument, nameOfRevision } from './domain/register/identity.ts';
export { sideOfText, type TextSide } from './domain/register/sides.ts';
export { knownFromTexts } from './domain/citations/check/from-texts.ts';
export type { KnownTexts } from './domain/citations/check/known.ts';
export { checkedFindings, textsIn } from './domain/lint/checked.ts';
export { lintContribution, lintText } from './domain/lint/lint.ts';
export { mended } from './domain/lint/mend.ts';
export type { Rule as LintRule } from './domain/lint/rule.ts';
export { rules as lintRules } from './domain/lint/rules.ts';
export { asProposalOf, textsOf, type TextOf } from './domain/register/texts-of.ts';
export { joinRuns } from './domain/words/runs.ts';
export * from './domain/publish/index.ts';
export { contributionTemplates } from './domain/contributions/templates.ts';
export * from './domain/clashes/index.ts';
export * from './domain/consolidation/index.ts';
