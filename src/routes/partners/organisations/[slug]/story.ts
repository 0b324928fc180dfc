/** What an organisation asked for, offered and carried out, as far as the viewer may see it: its story in missions. */
import type { Context } from '#modules/access/server/index.ts';
import type { Organisation } from '#modules/directory/server/index.ts';
import { missionStageNames } from '#modules/missions/index.ts';
import { applicationRows, missions, offerRows } from '#modules/missions/server/index.ts';

/** One line of the story. */
export interface StoryLine {
  address: string;
  title: string;
  /** The cycle, the other side, or the days. */
  beside: string;
  stage: string;
}

export interface Story {
  requests: StoryLine[];
  /** Requests of other bodies of its country. */
  ofItsCountry: StoryLine[];
  offers: StoryLine[];
  received: StoryLine[];
  given: StoryLine[];
}

/** The story of one organisation. Everything comes from the services of the lists, which show what may be seen. */
export async function storyOf(context: Context, organisation: Organisation): Promise<Story> {
  const [requests, offers, carriedOut] = await Promise.all([
    applicationRows(context),
    offerRows(context),
    missions(context),
  ]);
  const { id, country } = organisation;
  const names = new Set([organisation.name, organisation.key, ...organisation.variants]);
  const asked = requests.map(({ application, cycle, stage }) => ({
    owner: application.organisation,
    country: application.country,
    line: {
      address: `/missions/applications/${application.slug}`,
      title: application.content.title,
      beside: [application.content.organisation, cycle?.name ?? ''].filter((part) => part !== '').join(', '),
      stage,
    },
  }));
  const done = carriedOut.map((mission) => ({
    received: mission.whole === null ? names.has(mission.beneficiary) : mission.whole.beneficiary === id,
    given:
      mission.whole === null ? mission.offerers.some((name) => names.has(name)) : mission.whole.offerers.includes(id),
    line: {
      address: `/missions/missions/${mission.slug}`,
      title: mission.title,
      beside: [mission.start, mission.end].filter((day) => day !== null).join(' to '),
      stage: missionStageNames[mission.stage],
    },
  }));
  return {
    requests: asked.filter(({ owner }) => owner === id).map(({ line }) => line),
    ofItsCountry: asked
      .filter((one) => country !== null && one.country === country && one.owner !== id)
      .map(({ line }) => line),
    offers: offers
      .filter(({ offer }) => offer.organisation === id)
      .map(({ offer, cycle, stage }) => ({
        address: `/missions/assistance-plans/${offer.slug}`,
        title: offer.title,
        beside: cycle === null ? '' : `${cycle.programme} ${cycle.year}`,
        stage,
      })),
    received: done.filter(({ received }) => received).map(({ line }) => line),
    given: done.filter(({ given }) => given).map(({ line }) => line),
  };
}
