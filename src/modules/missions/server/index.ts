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
export { cycle, cycles, formOfCycle, openCycle, type Cycle, type NewCycle } from './cycles.ts';
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
} from './letters.ts';
export { sendLetter, type Sending } from './letter-sending.ts';
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
} from './applications.ts';
export {
  applicationAtWork,
  applicationRows,
  cyclesToApplyIn,
  myApplications,
  type ApplicationAtWork,
  type ApplicationRow,
} from './at-work.ts';
export {
  attachedFile,
  attachFile,
  attachments,
  largestAttachment,
  removeAttachment,
  type Attachment,
  type AttachmentSubject,
} from './attachments.ts';
export { moveApplication, type MoveWords } from './moves.ts';
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
} from './cycle-settings.ts';
export { cycleView, type CycleView, type Listed } from './cycle-view.ts';
export {
  changeSummary,
  publicSummary,
  summaryTable,
  type PublicRow,
  type SummaryChange,
  type TableRow,
} from './summary.ts';
export {
  answerFinding,
  screening,
  screeningOf,
  type FindingAnswer,
  type JudgedFinding,
  type Question,
  type ScreenedRequest,
} from './screening.ts';
export { answerQuestion, askApplicant, questions, sendInAgain, type QuestionsOnRequest } from './questions.ts';
export {
  decide,
  decisions,
  releaseDecisions,
  takeBackDecision,
  type Decidable,
  type Seen,
  type Wanted,
} from './decisions.ts';
export { moveOffer, releaseOffer } from './offer-moves.ts';
export {
  changeOffer,
  markOfExperts,
  markOfLines,
  openOffer,
  type NewOffer,
  type OfferChange,
  type OfferChanged,
} from './offers.ts';
export {
  knownPayers,
  offerChoices,
  offerRows,
  offersWithBearing,
  offerView,
  type OfferChoices,
  type OfferRow,
  type OfferView,
} from './offer-views.ts';
export {
  agreeAsItStands,
  coordination,
  noteOnOffer,
  sayShares,
  type Coordination,
  type SharesSaid,
} from './coordination.ts';
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
} from './roster.ts';
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
} from './roster-invitations.ts';
export { keepRosterClean, startRosterKeeping, type RosterKept } from './roster-keeping.ts';
export { rosterForMatching, type RosterCandidate } from './roster-matching.ts';
export {
  changeMatching,
  judgeMatch,
  matching,
  type JudgementWords,
  type Look,
  type MatchingChange,
  type MatchingView,
} from './matching.ts';
export { assignment, changeByHand, makeAssignment, type AssignmentView, type HandWords } from './assignments.ts';
export {
  answerOffer,
  offersFor,
  type OfferAnswer,
  type OfferForRequest,
  type OffersForRequest,
} from './offer-choices.ts';
export { requestsThatFit, type FittingRequest } from './fitting-requests.ts';
export { emptyFormFile, filledFormFile, type WordFile } from './form-files.ts';
export {
  bringForm,
  fromWord,
  layFormAside,
  takeFromWord,
  type ComparedField,
  type FieldChoices,
  type FromWord,
  type WaitingForm,
} from './from-word.ts';
export { bringNewForm, newFromWord, requestFromWord, type NewFromWord } from './send-in.ts';
export { duties, type MissionDuty } from './mission-duties.ts';
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
} from './carried-out.ts';
export {
  addMilestone,
  closeCosts,
  doneMilestone,
  dropMilestone,
  moveMilestone,
  proposeMilestones,
  recordPayment,
  removePayment,
} from './mission-steps.ts';
export {
  agreement,
  agreementFile,
  changeClause,
  signAgreement,
  writeAgreement,
  type AgreementSeen,
  type AgreementVersion,
} from './mission-agreement.ts';
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
} from './mission-evaluation.ts';
export type { PaperFile, PaperFormat } from './paper-files.ts';
export {
  attachDocument,
  missionDocument,
  missionDocuments,
  removeDocument,
  type MissionDocument,
} from './mission-documents.ts';
export { cycleReportFile } from './cycle-report.ts';
export { remindOfDuties } from './mission-reminders.ts';
export { missionsAsIati, type IatiExport } from './iati.ts';
export { tieChoices, tieOffer, type TieChoices, type WantedTie } from './tying.ts';
export {
  acceptRosterRows,
  bringInRoster,
  rosterImport,
  rosterImportFile,
  rosterImports,
  type RosterImport,
} from './roster-import.ts';
export { introductionFile, requestsFile, summaryFile } from './circulation.ts';
