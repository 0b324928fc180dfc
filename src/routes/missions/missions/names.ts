/** What pages of missions call things, and what their forms send. */
import { mannerNames, missionStageNames } from '#modules/missions/index.ts';
import type { MissionSummary } from '#modules/missions/server/index.ts';
import { day } from '#ui/index.ts';

export { mannerNames, missionStageNames };

/** "from 3 May 2027 to 7 May 2027", as far as it is known. */
export function span(start: string | null, end: string | null): string {
  if (start === null && end === null) return 'days not yet agreed';
  if (start === null) return `until ${day(end ?? '')}`;
  if (end === null) return `from ${day(start)}`;
  return start === end ? day(start) : `${day(start)} – ${day(end)}`;
}

export const sideNames = { beneficiary: 'Beneficiary', offerer: 'Offering organisation', secretariat: 'Secretariat' };

/** What the head of every page of a mission prints. */
export const headOf = ({ slug, title, stage, whole }: MissionSummary) => ({
  slug,
  title,
  stage: missionStageNames[stage],
  whole: whole !== null,
});
