/** Partners: who does what, where and when; meetings and their follow-up. */
export { meetingReportRecogniser } from './domain/recognise/recognisers.ts';
