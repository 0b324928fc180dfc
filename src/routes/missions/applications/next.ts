/** What happens next with a request, and who is asked to do it, in the words for whoever reads. */
import type { ApplicationAtWork } from '#modules/missions/server/index.ts';
import { day } from '#ui/index.ts';

/** A sentence or two; `null` for those who only read the request. */
export function nextStep(work: ApplicationAtWork): string | null {
  const { roles, waitsFor, begun, lastDay, late, moves, application } = work;
  if (roles.length === 0) return null;
  const staff = roles.includes('secretariat');
  if (waitsFor === 'nobody') return 'Nothing more is to be done.';
  if (waitsFor === 'secretariat') {
    const own = moves.filter(({ who }) => !who.includes('applicant')).map(({ label }) => `“${label}”`);
    if (staff) return `The secretariat takes the next step${own.length === 0 ? '' : `: ${own.join(' or ')}`}.`;
    return 'The secretariat takes the next step. What it decides stands here once it is told.';
  }
  const who = staff ? `${application.content.organisation} is asked` : 'You are asked';
  if (!begun) return `${who} to answer a question of the secretariat, and to send the request in again.`;
  if (late) {
    const passed = `The last day for sending it in was ${day(lastDay ?? '')}.`;
    return staff
      ? `${passed} You can still take it, with a note.`
      : `${passed} Write to the secretariat, which can still take it.`;
  }
  return `${who} to write it and to send it in${lastDay === null ? '' : ` until ${day(lastDay)}`}.`;
}
