/**
 * Missions as activities of IATI: only what everybody may read of them. A public record says who helps, whom, when and
 * with what; the receiving body is not among IATI's roles, its country is named.
 */
import { topics } from '#data/topics.ts';
import type { Activity, ActivityStatus } from '#formats/iati/index.ts';
import { topicsIn } from '#kernel/topics.ts';
import type { MissionStage } from '../mission/mission.ts';

/** What is public of a mission. */
export interface PublicMission {
  slug: string;
  title: string;
  summary: string;
  beneficiary: string;
  country: string | null;
  /** Names of those who send experts. */
  offerers: readonly string[];
  /** Who runs the programme; `null` where it is not shown. */
  organiser: string | null;
  stage: MissionStage;
  /** ISO days. */
  start: string | null;
  end: string | null;
}

/** ActivityStatus: 1 in preparation, 2 under way, 3 finalisation, 4 closed, 5 cancelled. */
const statuses: Record<MissionStage, ActivityStatus> = {
  agreement: 1,
  agreed: 1,
  'under-way': 2,
  reported: 3,
  closed: 4,
  cancelled: 5,
};
const begun: readonly MissionStage[] = ['under-way', 'reported', 'closed'];
const ended: readonly MissionStage[] = ['reported', 'closed'];

/** A mission as an activity. Days that have come are actual ones, others planned; what is not known is left out. */
export function asActivity(mission: PublicMission): Activity {
  const { slug, title, summary, beneficiary, country, offerers, organiser, stage, start, end } = mission;
  const about = new Set(topicsIn(`${title}\n${summary}`));
  const unnamed = { ref: null, type: null };
  return {
    name: slug,
    title,
    description: summary === '' ? `Expert mission for ${beneficiary}.` : summary,
    participating: [
      ...(organiser === null ? [] : [{ name: organiser, ...unnamed, role: 'extending' as const }]),
      ...offerers.map((name) => ({ name, ...unnamed, role: 'implementing' as const })),
    ],
    status: statuses[stage],
    dates: [
      ...(start === null
        ? []
        : [{ type: begun.includes(stage) ? ('actual-start' as const) : ('planned-start' as const), day: start }]),
      ...(end === null
        ? []
        : [{ type: ended.includes(stage) ? ('actual-end' as const) : ('planned-end' as const), day: end }]),
    ],
    countries: country === null ? [] : [country],
    topics: topics.filter(({ code }) => about.has(code)).map(({ code, label }) => ({ code, name: label })),
    budgets: [],
    spent: [],
  };
}
