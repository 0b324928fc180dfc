/**
 * Plays the example cycle through, by the services that people use: after the call was read from its Word file, members
 * are entered, experts join the roster, offers come in, one mission is closed, one is under way, one is being agreed, and
 * the next year's cycle is open for requests. The days are those of the example; the history shows them as such.
 */
import type { Context } from '#modules/access/server/index.ts';
import { addMembership, organisationNamed, type Organisation } from '#modules/directory/server/index.ts';
import { checkDetails, nothingTyped } from '#modules/missions/index.ts';
import {
  addToRoster,
  agreeAsItStands,
  answerAdvice,
  answerOffer,
  applicationAtWork,
  askForEvaluation,
  assistancePlan,
  changeCycle,
  changeOffer,
  closeCosts,
  cycle,
  describeMission,
  doneMilestone,
  evaluate,
  listAdvice,
  mission,
  moveMilestone,
  moveMission,
  moveOffer,
  openCycle,
  openMission,
  openOffer,
  recordPayment,
  signAgreement,
  writeAgreement,
} from '#modules/missions/server/index.ts';
import { decideTie, findServable } from '#modules/trace/server/index.ts';
import { experts, members, offers } from './people.ts';

const cycleSlug = 'ocu-expert-mission-2026';
const union = 'Oceanic Communications Union';

/** Plays it. @param context of the workbench itself, at the first start */
export async function playExampleCycle(context: Context): Promise<void> {
  const organisations = await enterMembers(at(context, '2025-11-03'));
  await tellCycle(at(context, '2026-02-16'));
  for (const expert of experts) await enterExpert(at(context, '2026-03-02'), expert);
  await tieRequest(at(context, '2026-03-04'));
  const sent: string[] = [];
  for (const offer of offers) sent.push(await sendOffer(at(context, offer.day), offer, organisations));
  const [fiji = '', tonga = '', samoa = ''] = sent;
  await playClosedMission(context, fiji);
  await playMissionUnderWay(context, tonga);
  await settle(at(context, '2026-10-12'), offers[2].answers[0], samoa);
  await openMission(at(context, '2026-10-19'), { application: offers[2].answers[0], offers: [samoa], title: '' });
  await openCycle(at(context, '2026-11-02'), {
    programme: 'OCU Expert Mission',
    year: 2027,
    organiser: union,
    plan: null,
    visibility: 'public',
    deadlines: { survey: '2026-11-02', applications: '2027-01-31', offers: '2027-04-15', completion: '2027-12' },
  });
}

/** The same work, on a day of the example. */
const at = (context: Context, day: string): Context => ({ ...context, now: () => new Date(`${day}T09:00:00Z`) });

async function enterMembers(context: Context): Promise<Map<string, Organisation>> {
  const known = new Map<string, Organisation>();
  for (const { name, country, category, fellowship } of members) {
    const [, full = name, key = name] = /^(.*\S) \(([A-Z]+)\)$/.exec(name) ?? [];
    const organisation = await organisationNamed(context, { key, name: full, country });
    known.set(name, organisation);
    const terms = { category, fellowship, from: '2019-01-01', to: null, confirmed: true };
    await addMembership(context, organisation.slug, terms);
  }
  return known;
}

async function tellCycle(context: Context): Promise<void> {
  const { version, settings } = await cycle(context, cycleSlug);
  const deadlines = { survey: '2025-11-10', applications: '2026-01-30', offers: '2026-03-31', completion: '2026-12' };
  await changeCycle(context, cycleSlug, version, {
    settings: {
      ...settings,
      organiser: union,
      deadlines,
      publicPage: true,
      introduction:
        'The Union sends experts to members that have asked for help with a question of policy or regulation.',
    },
    visibility: 'public',
  });
}

async function enterExpert(context: Context, expert: (typeof experts)[number]): Promise<void> {
  const { details } = checkDetails({
    ...nothingTyped,
    ...expert,
    core: [...expert.core],
    topics: [...expert.topics],
    modalities: [...expert.modalities],
    languages: [...expert.languages],
  });
  if (details === null) throw new Error(`The example's expert ${expert.name} does not fit the roster.`);
  const consent = {
    kept: true as const,
    members: true,
    public: false,
    givenOn: '2026-03-01',
    expiresOn: '2028-03-01',
    by: 'person' as const,
  };
  await addToRoster(context, { details, consent, confirmed: true });
}

/** The first request serves the plan's element on warnings. */
async function tieRequest(context: Context): Promise<void> {
  const [element] = await findServable(context, 'warnings without mobile networks', 1);
  if (element === undefined) return;
  const { application } = await applicationAtWork(context, offers[0].answers[0]);
  const why = 'Both are about warnings over networks.';
  await decideTie(context, { kind: 'application', id: application.id }, element, {
    decision: 'confirmed',
    why,
    passages: [],
  });
}

async function sendOffer(
  context: Context,
  offer: (typeof offers)[number],
  organisations: ReadonlyMap<string, Organisation>,
): Promise<string> {
  const organisation = organisations.get(offer.by)?.id ?? null;
  const slug = await openOffer(context, { organisation, applications: offer.answers });
  await changeOffer(context, slug, {
    answers: Object.entries(offer.text).map(([key, text]) => ({
      key,
      text,
      chosen: [],
      other: '',
      revision: 0,
      was: null,
      empty: text === '',
    })),
    costs: {
      revision: 0,
      was: null,
      lines: offer.costs.map((line, index) => ({ ...line, id: `line-${index + 1}`, shares: [...line.shares] })),
    },
    experts: {
      revision: 0,
      was: null,
      people: offer.experts.map((one) => ({ ...one, person: null, email: '', telephone: '' })),
    },
  });
  await moveOffer(context, slug, (await assistancePlan(context, slug)).version, 'received');
  return slug;
}

/** From the offer to the administration's choice. */
async function settle(context: Context, request: string, offer: string): Promise<void> {
  await moveOffer(context, offer, (await assistancePlan(context, offer)).version, 'coordination');
  await agreeAsItStands(context, offer, (await assistancePlan(context, offer)).version);
  await answerOffer(context, request, {
    offer,
    version: (await applicationAtWork(context, request)).application.version,
    offerVersion: (await assistancePlan(context, offer)).version,
    answer: 'chosen',
    reason: '',
    letter: 'Letter of the administration',
  });
}

const versionOf = async (context: Context, slug: string): Promise<number> =>
  (await mission(context, slug)).mission.version;

/** From the choice to the signed agreement. @returns the mission's address */
async function agree(
  context: Context,
  request: string,
  offer: string,
  days: { start: string; end: string },
): Promise<string> {
  await settle(context, request, offer);
  const slug = await openMission(context, { application: request, offers: [offer], title: '' });
  const { mission: opened } = await mission(context, slug);
  const { offerers: _, reason: __, ...entered } = opened.details;
  await describeMission(context, slug, opened.version, {
    ...entered,
    ...days,
    title: opened.title,
    publicSummary: `The Union sends experts to help with: ${opened.title.charAt(0).toLowerCase()}${opened.title.slice(1)}.`,
    summaryShown: true,
  });
  await writeAgreement(context, slug, await versionOf(context, slug), '');
  const on = context.now().toISOString().slice(0, 10);
  for (const party of ['organiser', opened.beneficiary, ...opened.offerers]) {
    if (party === null) continue;
    await signAgreement(context, slug, await versionOf(context, slug), { party, name: 'For the party', on });
  }
  await moveMission(context, slug, await versionOf(context, slug), 'agreed', '');
  return slug;
}

async function playClosedMission(context: Context, offer: string): Promise<void> {
  const request = offers[0].answers[0];
  const slug = await agree(at(context, '2026-04-20'), request, offer, { start: '2026-05-04', end: '2026-08-28' });
  const now = (day: string): Context => at(context, day);
  await moveMission(now('2026-05-04'), slug, await versionOf(context, slug), 'under-way', '');
  const { mission: begun } = await mission(context, slug);
  for (const step of begun.milestones) {
    await doneMilestone(
      now('2026-08-28'),
      slug,
      await versionOf(context, slug),
      step.id,
      lastDayOf(step.on, '2026-08-28'),
    );
  }
  await recordPayment(now('2026-07-10'), slug, await versionOf(context, slug), {
    text: 'Flights and nights as billed',
    planned: 'line-2',
    amount: { value: '6180.50', currency: 'USD' },
    on: '2026-07-10',
    payer: 'organiser',
    voucher: '2026/114',
  });
  await listAdvice(
    now('2026-08-28'),
    slug,
    await versionOf(context, slug),
    'Name one office that may ask for a warning.\nTest the warnings twice a year.\nLet operators keep what the equipment costs.',
  );
  await moveMission(now('2026-08-28'), slug, await versionOf(context, slug), 'reported', '');
  await askForEvaluation(now('2026-08-31'), slug, await versionOf(context, slug), '2026-09-30');
  const { parties } = begun;
  for (const [index, organisation] of parties.entries()) {
    const side = { ...now('2026-09-14'), viewer: { ...context.viewer, role: 'member' as const, organisation } };
    await evaluate(side, slug, await versionOf(context, slug), {
      scores: { preparation: 4, expertise: 5, fit: 5 - index, cooperation: 4, usefulness: 5 },
      text: index === 0 ? 'The draft is before the Cabinet.' : 'Well prepared by the ministry.',
      shownTo: 'sides',
    });
  }
  await closeCosts(now('2026-09-30'), slug, await versionOf(context, slug), true);
  await moveMission(now('2026-10-05'), slug, await versionOf(context, slug), 'closed', 'All is done that was agreed.');
  await answerAdvice(now('2026-11-09'), slug, await versionOf(context, slug), {
    id: 'advice-1',
    state: 'adopted',
    words: 'The National Office for Disasters was named by decree.',
    evidence: '',
  });
}

async function playMissionUnderWay(context: Context, offer: string): Promise<void> {
  const request = offers[1].answers[0];
  const slug = await agree(at(context, '2026-06-15'), request, offer, { start: '2026-07-06', end: '2026-11-30' });
  const now = (day: string): Context => at(context, day);
  await moveMission(now('2026-07-06'), slug, await versionOf(context, slug), 'under-way', '');
  const { mission: begun } = await mission(context, slug);
  const [first, second] = begun.milestones;
  if (first !== undefined) {
    const on = lastDayOf(first.on, '2026-07-31');
    await doneMilestone(now('2026-08-03'), slug, await versionOf(context, slug), first.id, on);
  }
  if (second !== undefined) {
    await moveMilestone(now('2026-09-01'), slug, await versionOf(context, slug), second.id, {
      to: '2026-11-16',
      reason: 'The harbour was closed after the storm.',
    });
  }
}

/** A planned day, or the last day of a planned month; never after a day. */
function lastDayOf(planned: string | null, most: string): string {
  if (planned === null) return most;
  const day = planned.length === 7 ? `${planned}-28` : planned;
  return day < most ? day : most;
}
