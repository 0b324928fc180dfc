/** Missions: the technical-assistance cycle from survey to evaluation. */
export {
  assistancePlanRecogniser,
  missionApplicationRecogniser,
  missionCallRecogniser,
} from './domain/recognise/recognisers.ts';
export { screen, type Screened, type ScreeningFinding } from './domain/screening/screen.ts';
export { contentOfReading } from './domain/forms/of-reading.ts';
export { usualApplicationForm } from './domain/forms/house-forms.ts';
