/** What is due of missions, and for whom. */
import { audienceOf } from '#modules/access/index.ts';
import type { Context } from '#modules/access/server/index.ts';
import { organiserParty } from '../../domain/mission/agreement.ts';
import { dutiesOn, type Duty, type MissionForDuties, type MissionSide } from '../../domain/mission/reminders.ts';
import { evaluationsOf, listMissions, newestAgreements, type Mission } from '../../store/carried-out.ts';
import { sideOf, today, unsignedOf } from './carried-out.ts';
import { sidesOf } from './mission-evaluation.ts';

/** A duty with the mission that it belongs to. */
export type MissionDuty = Duty & { slug: string; title: string; mine: boolean };

/** What is due on a day for missions that the viewer takes part in; `mine` tells the viewer's own. */
export async function duties(context: Context, slug: string | null = null): Promise<MissionDuty[]> {
  const seen = await listMissions(context.db, audienceOf(context.viewer), false);
  const concerned = seen.filter(
    (mission) => sideOf(context.viewer, mission) !== null && (slug === null || mission.slug === slug),
  );
  const ids = concerned.map(({ id }) => id);
  const agreements = await newestAgreements(context.db, ids);
  const given = await evaluationsOf(context.db, ids);
  const facts = concerned.map((mission): MissionForDuties => {
    const agreement = agreements.get(mission.id);
    const unsigned = agreement === undefined ? [] : unsignedOf(mission, agreement.signatures);
    return {
      ...mission,
      sides: sidesOf(mission),
      evaluatedBy: (given.get(mission.id) ?? []).map(({ side }) => side),
      agreement:
        agreement === undefined
          ? null
          : {
              madeOn: agreement.madeAt.toISOString().slice(0, 10),
              unsigned,
              unsignedSides: [...new Set(unsigned.map((party) => sideNamed(mission, party)))],
            },
    };
  });
  const byId = new Map(concerned.map((mission) => [mission.id, mission]));
  return dutiesOn(facts, today(context)).flatMap((duty) => {
    const mission = byId.get(duty.mission);
    return mission === undefined
      ? []
      : [{ ...duty, slug: mission.slug, title: mission.title, mine: isMine(context, mission, duty) }];
  });
}

function sideNamed({ beneficiary, details }: Mission, party: string): MissionSide {
  if (party === organiserParty) return 'secretariat';
  return party === (beneficiary ?? details.beneficiary) ? 'beneficiary' : 'offerer';
}

function isMine({ viewer }: Context, mission: Mission, { whom, organisations }: Duty): boolean {
  const side = sideOf(viewer, mission);
  if (side === null || !whom.includes(side)) return false;
  return (
    side === 'secretariat' ||
    organisations === null ||
    (viewer.organisation !== null && organisations.includes(viewer.organisation))
  );
}
