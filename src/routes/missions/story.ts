/**
 * What an organisation or an expert asked for, offered and carried out, as far as the viewer may see it. Everything comes
 * from the services of the lists, which show what may be seen.
 */
import { missionStageNames } from '#modules/missions/index.ts';
import { foldName } from '#kernel/organisation-names.ts';
import type { Context } from '#modules/access/server/index.ts';
import type { Organisation } from '#modules/directory/server/index.ts';
import {
  applicationRows,
  missions,
  offerRows,
  type MissionSummary,
  type OfferRow,
} from '#modules/missions/server/index.ts';
import { day } from '#ui/index.ts';
import { countryName } from '../words.ts';

/** One line of the story. */
export interface StoryLine {
  address: string;
  title: string;
  /** The cycle, the other side, or the days. */
  beside: string;
  stage: string;
}

export interface StoryPart {
  /** Also where on the page it is. */
  id: string;
  name: string;
  lines: StoryLine[];
}

const offerLine = ({ offer, cycle, stage }: OfferRow): StoryLine => ({
  address: `/missions/assistance-plans/${offer.slug}`,
  title: offer.title,
  beside: cycle === null ? '' : `${cycle.programme} ${cycle.year}`,
  stage,
});

const missionLine = ({ slug, title, start, end, stage }: MissionSummary): StoryLine => ({
  address: `/missions/missions/${slug}`,
  title,
  beside: [start, end]
    .filter((one) => one !== null)
    .map(day)
    .join(' to '),
  stage: missionStageNames[stage],
});

/** The story of one organisation. */
export async function storyOf(context: Context, organisation: Organisation): Promise<StoryPart[]> {
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
  const received = carriedOut.filter(({ whole, beneficiary }) =>
    whole === null ? names.has(beneficiary) : whole.beneficiary === id,
  );
  const given = carriedOut.filter(({ whole, offerers }) =>
    whole === null ? offerers.some((name) => names.has(name)) : whole.offerers.includes(id),
  );
  const ofItsCountry = asked.filter((one) => country !== null && one.country === country && one.owner !== id);
  return [
    {
      id: 'requests',
      name: 'Requests for missions',
      lines: asked.filter(({ owner }) => owner === id).map(({ line }) => line),
    },
    {
      id: 'of-country',
      name: `Requests of other bodies of ${country === null ? 'its country' : countryName(country)}`,
      lines: ofItsCountry.map(({ line }) => line),
    },
    { id: 'received', name: 'Missions it received', lines: received.map(missionLine) },
    {
      id: 'offers',
      name: 'Offers of help',
      lines: offers.filter(({ offer }) => offer.organisation === id).map(offerLine),
    },
    { id: 'given', name: 'Missions it carried out', lines: given.map(missionLine) },
  ];
}

const sameName = (one: string, other: string): boolean => foldName(one) === foldName(other);

/** The story of an expert: offers that name them, and missions that they took part in. */
export async function storyOfExpert(
  context: Context,
  { name, organisation, person }: { name: string; organisation: string; person: string | null },
): Promise<StoryPart[]> {
  const [offers, carriedOut] = await Promise.all([offerRows(context), missions(context)]);
  const isMeant = (one: { name: string; organisation: string; person: string | null }): boolean =>
    one.person !== null && person !== null
      ? one.person === person
      : sameName(one.name, name) && sameName(one.organisation, organisation);
  return [
    {
      id: 'offers',
      name: 'Offers that name them',
      lines: offers.filter(({ offer }) => offer.content.experts.some(isMeant)).map(offerLine),
    },
    {
      id: 'missions',
      name: 'Missions they took part in',
      lines: carriedOut.filter(({ whole }) => whole?.details.experts.some(isMeant) === true).map(missionLine),
    },
  ];
}
