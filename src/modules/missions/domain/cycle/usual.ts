/** The cycle that a new one starts from: the steps that such programmes have in common. */
import type { CycleRole, CycleSettings, Deadlines, Move, Stage } from './cycle.ts';

const move = (to: string, label: string, who: CycleRole[], more: Partial<Move> = {}): Move => ({
  to,
  label,
  who,
  reason: false,
  heldBack: false,
  ...more,
});

const stage = (key: string, staffLabel: string, applicantLabel: string, to: Move[], open = false): Stage => ({
  key,
  staffLabel,
  applicantLabel,
  open,
  to,
});

const staff: CycleRole[] = ['secretariat'];
const applicant: CycleRole[] = ['applicant', 'secretariat'];
const offerer: CycleRole[] = ['offerer', 'secretariat'];
const withdraw = move('withdrawn', 'Withdraw it', applicant, { reason: true });
const decline = move('declined', 'Do not take it up', staff, { reason: true, heldBack: true });
const takeBack = move('withdrawn', 'Take it back', offerer, { reason: true });
const noneDays: Deadlines = { survey: null, applications: null, offers: null, completion: null };

/** The organiser of a cycle whose call was read, until somebody names it; sentences can be made with it. */
export const unnamedOrganiser = 'the organiser';

/** Settings of a usual cycle. */
export function usualSettings(organiser: string, deadlines: Partial<Deadlines> = {}): CycleSettings {
  return {
    organiser,
    introduction: '',
    deadlines: { ...noneDays, ...deadlines },
    publicPage: false,
    ceiling: null,
    weights: { theme: 50, help: 15, place: 10, time: 10, language: 5, record: 10 },
    applications: [
      stage(
        'draft',
        'Being written',
        'You are writing it',
        [move('submitted', 'Send it in', applicant), withdraw],
        true,
      ),
      stage('submitted', 'Received', 'Received by the secretariat', [
        move('asked', 'Ask for more information', staff, { reason: true }),
        move('screened', 'Accept for circulation', staff, { heldBack: true }),
        decline,
        withdraw,
      ]),
      stage(
        'asked',
        'Waiting for the applicant',
        'The secretariat has a question for you',
        [move('submitted', 'Send it in again', applicant), decline, withdraw],
        true,
      ),
      stage('screened', 'Accepted for circulation', 'Accepted, and sent to possible experts soon', [
        move('circulated', 'Circulated', staff),
        decline,
        withdraw,
      ]),
      stage('circulated', 'In circulation', 'Sent to possible experts', [
        move('matched', 'An offer is settled', staff),
        decline,
        withdraw,
      ]),
      stage('matched', 'Offer settled', 'An offer is settled', [
        move('in-mission', 'The mission begins', staff),
        move('circulated', 'Look for another offer', staff, { reason: true }),
        withdraw,
      ]),
      stage('in-mission', 'Mission under way', 'Mission under way', [
        move('completed', 'The mission is completed', staff),
        withdraw,
      ]),
      stage('completed', 'Completed', 'Completed', []),
      stage('declined', 'Not taken up', 'Not taken up', [
        move('submitted', 'Take it up again', staff, { reason: true }),
      ]),
      stage('withdrawn', 'Withdrawn', 'Withdrawn', []),
    ],
    offers: [
      stage('draft', 'Being written', 'You are writing it', [move('received', 'Send it in', offerer), takeBack], true),
      stage('received', 'Received', 'Received by the secretariat', [
        move('coordination', 'Begin coordination with the applicant', staff),
        move('not-taken', 'Not taken up', staff, { reason: true, heldBack: true }),
        takeBack,
      ]),
      stage('coordination', 'In coordination', 'Being settled with the applicant', [
        move('agreed', 'Agreed', staff),
        move('not-taken', 'Not taken up', staff, { reason: true, heldBack: true }),
        takeBack,
      ]),
      stage('agreed', 'Agreed', 'Agreed', [move('coordination', 'Open it again', staff, { reason: true }), takeBack]),
      stage('not-taken', 'Not taken up', 'Not taken up this time', [
        move('received', 'Look at it again', staff, { reason: true }),
      ]),
      stage('withdrawn', 'Taken back', 'Taken back', []),
    ],
  };
}
