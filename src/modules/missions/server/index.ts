/** Calls, applications and plans of assistance in the register. */
export { acceptApplication, acceptAssistancePlan, acceptCall } from './accept.ts';
export {
  application,
  applications,
  assistancePlan,
  assistancePlans,
  call,
  calls,
  type Application,
  type Call,
  type StoredAssistancePlan,
} from './missions.ts';
export { cycle, cycles, formOfCycle, openCycle, type Cycle, type NewCycle } from './cycle/cycles.ts';
export {
  beginLetter,
  changeLetter,
  letter,
  letterFile,
  letterRecipients,
  letters,
  settleLetter,
  writeLetter,
  type Letter,
  type LetterFile,
  type NewLetter,
} from './letters/letters.ts';
export { sendLetter, type Sending } from './letters/letter-sending.ts';
export {
  changeApplication,
  headKeys,
  markOf,
  openApplication,
  type AnswerChange,
  type Changed,
  type HeadChange,
  type HeadKey,
  type NewApplication,
} from './requests/applications.ts';
export {
  applicationAtWork,
  applicationRows,
  cyclesToApplyIn,
  myApplications,
  type ApplicationAtWork,
  type ApplicationRow,
} from './requests/at-work.ts';
export {
  attachedFile,
  attachFile,
  attachments,
  largestAttachment,
  removeAttachment,
  type Attachment,
  type AttachmentSubject,
} from './requests/attachments.ts';
export { moveApplication, type MoveWords } from './requests/moves.ts';
export {
  changeCycle,
  changeForm,
  changeStage,
  formVersions,
  removeStage,
  type CycleChange,
  type FormVersion,
  type StagesOf,
  type StageWords,
} from './cycle/cycle-settings.ts';
export { cycleView, type CycleView, type Listed } from './cycle/cycle-view.ts';
export {
  changeSummary,
  publicSummary,
  summaryTable,
  type PublicRow,
  type SummaryChange,
  type TableRow,
} from './cycle/summary.ts';
export {
  answerFinding,
  screening,
  screeningOf,
  type FindingAnswer,
  type JudgedFinding,
  type Question,
  type ScreenedRequest,
} from './cycle/screening.ts';
export { answerQuestion, askApplicant, questions, sendInAgain, type QuestionsOnRequest } from './cycle/questions.ts';
export {
  decide,
  decisions,
  releaseDecisions,
  takeBackDecision,
  type Decidable,
  type Seen,
  type Wanted,
} from './cycle/decisions.ts';
export { moveOffer, releaseOffer } from './offers/offer-moves.ts';
export {
  changeOffer,
  markOfExperts,
  markOfLines,
  openOffer,
  type NewOffer,
  type OfferChange,
  type OfferChanged,
} from './offers/offers.ts';
export {
  knownPayers,
  offerChoices,
  offerRows,
  offersWithBearing,
  offerView,
  type OfferChoices,
  type OfferRow,
  type OfferView,
} from './offers/offer-views.ts';
export {
  agreeAsItStands,
  coordination,
  noteOnOffer,
  sayShares,
  type Coordination,
  type SharesSaid,
} from './offers/coordination.ts';
export {
  addToRoster,
  changeRosterEntry,
  ownRosterEntry,
  removeFromRoster,
  roster,
  rosterContacts,
  rosterEntry,
  type EntryChange,
  type RosterEntry,
} from './roster/roster.ts';
export {
  answerInvitation,
  declineInvitation,
  invitationDays,
  invitationsTo,
  inviteToRoster,
  openInvitation,
  revokeInvitation,
  type Invited,
  type OpenedInvitation,
  type StoredInvitation,
} from './roster/roster-invitations.ts';
export { keepRosterClean, startRosterKeeping, type RosterKept } from './roster/roster-keeping.ts';
export { rosterForMatching, type RosterCandidate } from './roster/roster-matching.ts';
export {
  changeMatching,
  judgeMatch,
  matching,
  type JudgementWords,
  type Look,
  type MatchingChange,
  type MatchingView,
} from './matching/matching.ts';
export {
  assignment,
  changeByHand,
  makeAssignment,
  type AssignmentView,
  type HandWords,
} from './matching/assignments.ts';
export {
  answerOffer,
  offersFor,
  type OfferAnswer,
  type OfferForRequest,
  type OffersForRequest,
} from './matching/offer-choices.ts';
export { requestsThatFit, type FittingRequest } from './matching/fitting-requests.ts';
export { emptyFormFile, filledFormFile, type WordFile } from './forms/form-files.ts';
export {
  bringForm,
  fromWord,
  layFormAside,
  takeFromWord,
  type ComparedField,
  type FieldChoices,
  type FromWord,
  type WaitingForm,
} from './forms/from-word.ts';
export { bringNewForm, newFromWord, requestFromWord, type NewFromWord } from './forms/send-in.ts';
export { duties, type MissionDuty } from './carried-out/mission-duties.ts';
export {
  describeMission,
  mission,
  missions,
  missionSummary,
  moveMission,
  openMission,
  type DetailsEntered,
  type Mission,
  type MissionSummary,
  type NewMission,
} from './carried-out/carried-out.ts';
export {
  addMilestone,
  closeCosts,
  doneMilestone,
  dropMilestone,
  moveMilestone,
  proposeMilestones,
  recordPayment,
  removePayment,
} from './carried-out/mission-steps.ts';
export {
  agreement,
  agreementFile,
  changeClause,
  signAgreement,
  writeAgreement,
  type AgreementSeen,
  type AgreementVersion,
} from './carried-out/mission-agreement.ts';
export {
  answerAdvice,
  askForEvaluation,
  changeEvaluationQuestions,
  evaluate,
  evaluationQuestions,
  evaluations,
  listAdvice,
  usualTerm,
  type EvaluationEntered,
  type EvaluationsSeen,
} from './carried-out/mission-evaluation.ts';
export type { PaperFile, PaperFormat } from './forms/paper-files.ts';
export {
  attachDocument,
  missionDocument,
  missionDocuments,
  removeDocument,
  type MissionDocument,
} from './carried-out/mission-documents.ts';
export { cycleReportFile } from './carried-out/cycle-report.ts';
export { remindOfDuties } from './carried-out/mission-reminders.ts';
export { missionsAsIati, type IatiExport } from './carried-out/iati.ts';
export { tieChoices, tieOffer, type TieChoices, type WantedTie } from './offers/tying.ts';
export {
  acceptRosterRows,
  bringInRoster,
  rosterImport,
  rosterImportFile,
  rosterImports,
  type RosterImport,
} from './roster/roster-import.ts';
export { introductionFile, requestsFile, summaryFile } from './cycle/circulation.ts';
