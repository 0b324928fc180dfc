/** The rules of the lint, in the order of their names. A new rule is one file, its test beside it, and one entry here. */
import { abbreviationDefinedTwice } from './abbreviation-defined-twice.ts';
import { abbreviationTwoMeanings } from './abbreviation-two-meanings.ts';
import { addWithBaseRevision } from './add-with-base-revision.ts';
import { annexMissing } from './annex-missing.ts';
import { annexNotMentioned } from './annex-not-mentioned.ts';
import { annexOfAnotherText } from './annex-of-another-text.ts';
import { changeMissing } from './change-missing.ts';
import { citationDangling } from './citation-dangling.ts';
import { citationImpossible } from './citation-impossible.ts';
import { citationStale } from './citation-stale.ts';
import { citationWrongBody } from './citation-wrong-body.ts';
import { clauseNotParallel } from './clause-not-parallel.ts';
import { commentsLeft } from './comments-left.ts';
import { deadlinePast } from './deadline-past.ts';
import { doubledSign } from './doubled-sign.ts';
import { doubledWord } from './doubled-word.ts';
import { duplicateHeading } from './duplicate-heading.ts';
import { duplicateLabel } from './duplicate-label.ts';
import { duplicateSerial } from './duplicate-serial.ts';
import { emptyClause } from './empty-clause.ts';
import { emptyFootnote } from './empty-footnote.ts';
import { flattenedRevision } from './flattened-revision.ts';
import { footnoteMarkTwice } from './footnote-mark-twice.ts';
import { footnoteStruckOut } from './footnote-struck-out.ts';
import { footnoteWithoutReference } from './footnote-without-reference.ts';
import { headingCaseLost } from './heading-case-lost.ts';
import { headingMissing } from './heading-missing.ts';
import { headingOpeningDisagree } from './heading-opening-disagree.ts';
import { headingWithoutClauses } from './heading-without-clauses.ts';
import { labelMissing } from './label-missing.ts';
import { labelSequence } from './label-sequence.ts';
import { listEndPunctuation } from './list-end-punctuation.ts';
import { missingBookmark } from './missing-bookmark.ts';
import { missingReasons } from './missing-reasons.ts';
import { missingSummary } from './missing-summary.ts';
import { mixedListMarks } from './mixed-list-marks.ts';
import { newTextNumbered } from './new-text-numbered.ts';
import { nocWithChanges } from './noc-with-changes.ts';
import { numberingLost } from './numbering-lost.ts';
import { openingMissing } from './opening-missing.ts';
import { operativeMissing } from './operative-missing.ts';
import { orphanTail } from './orphan-tail.ts';
import { otherDocument } from './other-document.ts';
import { periodLeftBehind } from './period-left-behind.ts';
import { placeSpelling } from './place-spelling.ts';
import { preambleAfterOperative } from './preamble-after-operative.ts';
import { rangeBackwards } from './range-backwards.ts';
import { reasonsEmpty } from './reasons-empty.ts';
import { referenceMismatch } from './reference-mismatch.ts';
import { referenceNotFollowed } from './reference-not-followed.ts';
import { revisionAuthorMissing } from './revision-author-missing.ts';
import { revisionNameUnlikely } from './revision-name-unlikely.ts';
import { revisionNotRaised } from './revision-not-raised.ts';
import { revisionWithoutRev } from './revision-without-rev.ts';
import { serialGap } from './serial-gap.ts';
import { severalCodes } from './several-codes.ts';
import { squareBracketsLeft } from './square-brackets-left.ts';
import { subLabelWithoutParent } from './sub-label-without-parent.ts';
import { supWithText } from './sup-with-text.ts';
import { targetTwice } from './target-twice.ts';
import { targetUnclear } from './target-unclear.ts';
import { textMissing } from './text-missing.ts';
import { titleMissing } from './title-missing.ts';
import { unbalancedBrackets } from './unbalanced-brackets.ts';
import { unknownSectionVerb } from './unknown-section-verb.ts';
import type { Rule } from './rule.ts';

export const rules: readonly Rule[] = [
  abbreviationDefinedTwice,
  abbreviationTwoMeanings,
  addWithBaseRevision,
  annexMissing,
  annexNotMentioned,
  annexOfAnotherText,
  changeMissing,
  citationDangling,
  citationImpossible,
  citationStale,
  citationWrongBody,
  clauseNotParallel,
  commentsLeft,
  deadlinePast,
  doubledSign,
  doubledWord,
  duplicateHeading,
  duplicateLabel,
  duplicateSerial,
  emptyClause,
  emptyFootnote,
  flattenedRevision,
  footnoteMarkTwice,
  footnoteStruckOut,
  footnoteWithoutReference,
  headingCaseLost,
  headingMissing,
  headingOpeningDisagree,
  headingWithoutClauses,
  labelMissing,
  labelSequence,
  listEndPunctuation,
  missingBookmark,
  missingReasons,
  missingSummary,
  mixedListMarks,
  newTextNumbered,
  nocWithChanges,
  numberingLost,
  openingMissing,
  operativeMissing,
  orphanTail,
  otherDocument,
  periodLeftBehind,
  placeSpelling,
  preambleAfterOperative,
  rangeBackwards,
  reasonsEmpty,
  referenceMismatch,
  referenceNotFollowed,
  revisionAuthorMissing,
  revisionNameUnlikely,
  revisionNotRaised,
  revisionWithoutRev,
  serialGap,
  severalCodes,
  squareBracketsLeft,
  subLabelWithoutParent,
  supWithText,
  targetTwice,
  targetUnclear,
  textMissing,
  titleMissing,
  unbalancedBrackets,
  unknownSectionVerb,
];
