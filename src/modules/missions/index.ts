/** Missions: the technical-assistance cycle from survey to evaluation. */
export {
  assistancePlanRecogniser,
  missionApplicationRecogniser,
  missionCallRecogniser,
} from './domain/recognise/recognisers.ts';
