/** Meetings, their outcomes and activities in the register. */
export { acceptMeeting } from './accept.ts';
export {
  activities,
  activitiesOfOrganisation,
  meeting,
  meetings,
  type Activity,
  type Meeting,
  type Outcome,
  type Participant,
  type WholeMeeting,
} from './meetings.ts';
