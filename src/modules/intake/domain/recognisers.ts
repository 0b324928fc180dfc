import type { Recogniser } from '#formats/document/index.ts';
import {
  assistancePlanRecogniser,
  missionApplicationRecogniser,
  missionCallRecogniser,
} from '#modules/missions/index.ts';
import { meetingReportRecogniser } from '#modules/partners/index.ts';
import { planRecogniser } from '#modules/plans/index.ts';
import {
  finalActsRecogniser,
  instrumentRecogniser,
  proposalsRecogniser,
  supportReplyRecogniser,
} from '#modules/texts/index.ts';

/** Every kind of document that is known. A new kind is one folder in its room and one entry here. */
export const recognisers: readonly Recogniser[] = [
  proposalsRecogniser,
  finalActsRecogniser,
  instrumentRecogniser,
  planRecogniser,
  missionCallRecogniser,
  missionApplicationRecogniser,
  assistancePlanRecogniser,
  meetingReportRecogniser,
  supportReplyRecogniser,
];
