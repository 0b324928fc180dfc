/** Missions: the technical-assistance cycle from survey to evaluation. */
export {
  assistancePlanRecogniser,
  missionApplicationRecogniser,
  missionCallRecogniser,
} from './domain/recognise/recognisers.ts';
export { printedAmount, printedShare } from './domain/offers/amounts.ts';
export { openLines } from './domain/offers/settling.ts';
export {
  countedShares,
  requestedState,
  wholeLine,
  whoBears,
  type Bearing,
  type BorneLine,
} from './domain/offers/bearing.ts';
export { checksOfOffer, costOverCeiling, type OfferFinding } from './domain/offers/checks.ts';
export { compareOffers, type ComparedOffer, type ComparisonRow } from './domain/offers/comparison.ts';
export { totalsOf, type Totals } from './domain/offers/totals.ts';
export {
  freeLineId,
  shareFrom,
  sides,
  typedExpert,
  typedLine,
  typedShare,
  type TypedExpert,
  type TypedLine,
} from './domain/offers/typed.ts';
/** What requests and offers say, and how the two are compared. */
export { contentOfReading } from './domain/forms/of-reading.ts';
export { usualApplicationForm, usualOfferForm } from './domain/forms/house-forms.ts';
export { unnamedOrganiser, usualSettings } from './domain/cycle/usual.ts';
export { emptyProfile, Modality, modalityNames, type Profile } from './domain/roster/profile.ts';
export {
  candidateOfActivity,
  candidateOfOffer,
  candidateOfProfile,
  type Reported,
} from './domain/matching/candidate.ts';
export { needOf } from './domain/matching/need.ts';
export { partLabels, partNames, type Part, type PartName } from './domain/matching/part.ts';
export { mayBeProposed, partsOf, rank, whyLower, type Match, type Ranking } from './domain/matching/score.ts';
export { rarityOf } from './domain/matching/theme.ts';
export type { Candidate, Field, Need, Passage } from './domain/matching/words.ts';
export { assign, cheapest, type AssignmentTask } from './domain/assignment/assignment.ts';
export { questionForLostTicks } from './domain/forms/lost-ticks.ts';
/** The roster, as forms and lists need it. */
export {
  Consent,
  consentMonths,
  consentState,
  isStale,
  monthsAfter,
  type ConsentState,
} from './domain/roster/consent.ts';
export { checkDetails, nothingTyped, typedFrom, type Details, type TypedDetails } from './domain/roster/details.ts';
export { availability, type Availability } from './domain/roster/availability.ts';
export { languageName, languages } from './domain/roster/languages.ts';
export { languageLevelNames } from './domain/roster/profile.ts';
export { Grade, gradeNames, keyOfCandidate, usualMatching, type MatchingSettings } from './domain/matching/settings.ts';
export { countryOf } from './domain/matching/words.ts';
export { propose, type HandChange, type Proposal, type Proposed } from './domain/assignment/proposal.ts';
export { readLines, type ReadLine } from './domain/forms/times.ts';
export { typedIn, type Typed } from './domain/forms/change.ts';
export {
  adviceNames,
  AdviceState,
  checklistOf,
  followUpDue,
  MissionManner,
  mannerNames,
  missionMoves,
  MissionStage,
  missionStageNames,
} from './domain/mission/mission.ts';
export {
  detailOf,
  inOrder,
  MilestoneKind,
  milestoneNames,
  originallyOn,
  stateNames as milestoneStateNames,
  stateOn,
  stepInWords,
} from './domain/mission/milestones.ts';
export { missionTotals, notSaid, paidFor, withoutAmount } from './domain/mission/costs.ts';
export { groundInWords, payerName } from './domain/mission/agreement.ts';
export { partsOfWords } from './domain/mission/writing.ts';
export { missionMap, missionsByCountry } from './domain/mission/map.ts';
export { timelineOf, type Timeline } from './domain/mission/timeline.ts';
export { secretariatSide } from './domain/mission/evaluation.ts';
export type { Answers, AnswerState } from './domain/forms/answers.ts';
export { emptyQuery, type Audience, type AudienceQuery } from './domain/letters/audience.ts';
export {
  type Enclosure,
  LetterContent,
  LetterKind,
  letterKindNames,
  letterStateNames,
  paragraphsOf,
  type LetterState,
} from './domain/letters/letter.ts';
export { draftQuestion, screen, type Screened, type ScreeningFinding } from './domain/screening/screen.ts';
export { CycleRole, type Move } from './domain/cycle/cycle.ts';
export { FormItem, FormKind, ItemType, type Form, type FormOption } from './domain/forms/form.ts';
