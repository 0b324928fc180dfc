/** Plans that came as files, tied to a cycle, to who offers and to requests. A person confirms what is suggested. */
import { refuse } from '#kernel/problem.ts';
import { audienceOf } from '#modules/access/index.ts';
import {
  announce,
  mustMay,
  mustSee,
  refuseStale,
  remember,
  together,
  type Context,
} from '#modules/access/server/index.ts';
import { organisationNames, organisations } from '#modules/directory/server/index.ts';
import { stageOf } from '../../domain/cycle/cycle.ts';
import { withImplied } from '../../domain/offers/bearing.ts';
import { suggestTies } from '../../domain/offers/tying.ts';
import { cycleBy, formsOf, listCycles, type Cycle } from '../../store/cycles.ts';
import {
  applicationBy,
  assistancePlanBy,
  listApplications,
  updateAssistancePlan,
  type Application,
  type StoredAssistancePlan,
} from '../../store/missions.ts';
import { lockedOffer } from '../../store/offers.ts';
import { tiesTo } from './offers.ts';
import { offerWritten } from '../written.ts';

/** What a plan may be tied to. */
export interface TieChoices {
  offer: StoredAssistancePlan;
  cycles: { cycle: Cycle; requests: { request: Application; reasons: string[]; likely: boolean }[] }[];
  organisations: { id: string; name: string }[];
  /** Who offers, as far as the plan says it. */
  offerer: string | null;
}

/** What a plan may be tied to, the likeliest first, each with its reasons. @throws Refusal `not-found` */
export async function tieChoices(context: Context, slug: string): Promise<TieChoices> {
  mustMay(context, 'run-missions');
  const offer = mustSee(context, await assistancePlanBy(context.db, { slug }), 'assistance plan');
  const audience = audienceOf(context.viewer);
  const { answers, experts, organisation } = offer.content;
  const words = { interest: answers['interest']?.text ?? offer.title, details: answers['details']?.text ?? '' };
  const cycles = [];
  for (const cycle of await listCycles(context.db, audience)) {
    const requests = (await listApplications(context.db, audience, { cycle: cycle.id })).filter(
      ({ stage }) => stage !== 'draft' && stage !== 'withdrawn',
    );
    const suggested = suggestTies(
      words,
      requests.map(({ id, title, content }) => ({ id, title, country: content.country })),
    );
    const place = new Map(suggested.map(({ request }, at) => [request, at]));
    cycles.push({
      cycle,
      requests: requests
        .map((request) => {
          const its = suggested.find((one) => one.request === request.id);
          return { request, reasons: its?.reasons ?? [], likely: its?.likely ?? false };
        })
        .sort((one, other) => (place.get(one.request.id) ?? 1e6) - (place.get(other.request.id) ?? 1e6)),
    });
  }
  const all = await organisations(context);
  const printed = [organisation, ...experts.map((expert) => expert.organisation)].map((name) => name.toLowerCase());
  const named = all.find(
    ({ key, name }) => printed.includes(name.toLowerCase()) || printed.includes(key.toLowerCase()),
  );
  return {
    offer,
    cycles: cycles.sort((one, other) => fits(other) - fits(one)),
    organisations: all.map(({ id, name }) => ({ id, name })),
    offerer: offer.organisation ?? named?.id ?? null,
  };
}

const fits = ({ requests }: TieChoices['cycles'][number]): number =>
  requests.reduce((sum, { reasons, likely }) => sum + reasons.length + (likely ? 10 : 0), 0);

/** What a person decided that a plan belongs to. */
export interface WantedTie {
  /** Id of who offers. */
  organisation: string;
  /** Addresses' last parts of the requests it answers, all of one cycle. */
  applications: readonly string[];
}

/**
 * Ties a plan to who offers, to requests and to their cycle. From now on it is shown to the offering organisation, and
 * its costs are read by the newest form of the cycle.
 * @throws Refusal `not-found`, `no-organisation`, `no-request`, `other-cycle`, `changed-meanwhile`
 */
export async function tieOffer(context: Context, slug: string, version: number, wanted: WantedTie): Promise<void> {
  mustMay(context, 'run-missions');
  await together(context, async (context) => {
    const before = mustSee(context, await lockedOffer(context.db, slug), 'assistance plan');
    if (!(await organisationNames(context, [wanted.organisation])).has(wanted.organisation)) {
      refuse('no-organisation', 'Choose who offers.', '', { field: 'organisation' });
    }
    const { requests, cycle } = await requestsOfOneCycle(context, wanted.applications);
    const [form] = await formsOf(context.db, cycle.id, 'assistance-plan');
    const stage = stageOf(cycle.settings.offers, before.stage) === null ? 'received' : before.stage;
    const after = {
      cycle: cycle.id,
      organisation: wanted.organisation,
      applications: requests.map(({ id }) => id),
      formVersion: form?.version ?? 1,
      content: withImplied(before.content, form ?? null),
      stage,
      visibility: 'parties' as const,
      parties: [wanted.organisation],
    };
    if (!(await updateAssistancePlan(context.db, before.id, version, after, context.now()))) refuseStale('The plan');
    const subject = { kind: 'assistance-plan', id: before.id } as const;
    await remember(context, 'tied', subject, { before: tieOf(before), after: tieOf(after) });
    const offer = { ...before, ...after };
    await announce(context, { written: [offerWritten(offer, cycle.year)], ties: tiesTo(offer) });
  });
}

/** What the history keeps of a tie. */
const tieOf = ({
  cycle,
  organisation,
  applications,
  parties,
}: Pick<StoredAssistancePlan, 'cycle' | 'organisation' | 'applications' | 'parties'>) => ({
  cycle,
  organisation,
  applications,
  parties,
});

async function requestsOfOneCycle(
  context: Context,
  slugs: readonly string[],
): Promise<{ requests: Application[]; cycle: Cycle }> {
  const place = { field: 'applications' };
  const requests: Application[] = [];
  for (const slug of new Set(slugs)) {
    requests.push(mustSee(context, await applicationBy(context.db, { slug }), 'request'));
  }
  const id = requests[0]?.cycle ?? null;
  if (requests.some((request) => request.cycle !== id)) {
    refuse('other-cycle', 'The requests belong to different cycles.', 'Choose requests of one cycle.', place);
  }
  const cycle = id === null ? null : await cycleBy(context.db, { id });
  return cycle === null
    ? refuse('no-request', 'Choose at least one request of a cycle.', '', place)
    : { requests, cycle };
}
