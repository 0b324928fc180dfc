import { may } from '#modules/access/index.ts';
import { missionsByCountry, timelineOf } from '#modules/missions/index.ts';
import { cycles, duties, missions } from '#modules/missions/server/index.ts';
import { listed, lists } from '../../lists.ts';
import { countryName } from '../../words.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { context } = locals;
  const list = await listed(lists.missions, context, url);
  const all = await missions(context);
  const mayOpen = may(context.viewer, 'run-missions').allowed;
  return {
    list,
    timeline: timelineOf(
      all
        .filter(({ stage }) => stage !== 'cancelled')
        .map(({ slug, title, start, end, whole }) => ({
          slug,
          title,
          start,
          end,
          milestones: whole?.milestones ?? [],
        })),
      context.now().toISOString().slice(0, 10),
    ),
    countries: missionsByCountry(all, countryName),
    cycles: mayOpen
      ? (await cycles(context)).map(({ slug, programme, year }) => ({ slug, name: `${programme} ${year}` }))
      : [],
    mayOpen,
    duties: (await duties(context)).filter(({ mine }) => mine),
  };
};
