/** Missions as they are carried out: opened from a request and its offers, seen by the parties, moved to their end. */
import { newId } from '#kernel/ids.ts';
import { refuse } from '#kernel/problem.ts';
import { audienceOf, may, maySee, type Guarded, type Viewer } from '#modules/access/index.ts';
import {
  announce,
  freeSlug,
  mustMay,
  mustSee,
  refuseStale,
  remember,
  together,
  type Context,
} from '#modules/access/server/index.ts';
import { organisationNames } from '#modules/directory/server/index.ts';
import { movesFrom } from '../../domain/cycle/cycle.ts';
import type { CostLine } from '../../domain/forms/answers.ts';
import { organiserParty } from '../../domain/mission/agreement.ts';
import { proposedBy } from '../../domain/mission/milestones.ts';
import {
  checklistOf,
  MissionDetails,
  missionMoves,
  missionStageNames,
  reportedOn,
  type MissionStage,
} from '../../domain/mission/mission.ts';
import type { MissionSide } from '../../domain/mission/reminders.ts';
import {
  agreementVersions,
  insertMission,
  listMissions,
  missionBy,
  updateMission,
  type Mission,
  type MissionChange,
} from '../../store/carried-out.ts';
import { lockApplication } from '../../store/applications.ts';
import { cycleBy } from '../../store/cycles.ts';
import { applicationBy, assistancePlanBy, type Application, type StoredAssistancePlan } from '../../store/missions.ts';
import { frameOf, moveApplication } from '../requests/moves.ts';
import { missionWritten } from '../written.ts';

export type { Mission };

/** What everybody may read of a mission whose summary is shown. */
export interface MissionSummary {
  slug: string;
  cycle: string | null;
  title: string;
  country: string | null;
  beneficiary: string;
  offerers: string[];
  start: string | null;
  end: string | null;
  stage: MissionStage;
  summary: string;
  changedAt: Date;
  /** The whole record for those concerned; `null` for everybody else. */
  whole: Mission | null;
}

/** On which side of a mission somebody stands; `null` for those who only read. */
export function sideOf(viewer: Viewer, { beneficiary, offerers }: Mission): MissionSide | null {
  if (may(viewer, 'run-missions').allowed) return 'secretariat';
  const { organisation } = viewer;
  if (organisation === null) return null;
  if (organisation === beneficiary && may(viewer, 'apply-for-missions').allowed) return 'beneficiary';
  return offerers.includes(organisation) && may(viewer, 'offer-missions').allowed ? 'offerer' : null;
}

/** What a viewer may read of a mission; `null` for nothing. */
function readBy(viewer: Viewer, mission: Mission): MissionSummary | null {
  const whole = maySee(viewer, mission).allowed;
  const { slug, cycle, title, country, stage, details } = mission;
  if (!whole && !maySee(viewer, { visibility: details.summaryShown ? 'public' : 'secretariat' }).allowed) return null;
  return {
    slug,
    cycle,
    title,
    country,
    stage,
    beneficiary: details.beneficiary,
    offerers: details.offerers.map(({ name }) => name),
    start: details.start,
    end: details.end,
    summary: details.publicSummary,
    changedAt: mission.changedAt,
    whole: whole ? mission : null,
  };
}

/** Missions that the viewer may see, whole or by their public summary, in the order in which they were opened. */
export async function missions(context: Context): Promise<MissionSummary[]> {
  const found = await listMissions(context.db, audienceOf(context.viewer), true);
  return found.flatMap((mission) => readBy(context.viewer, mission) ?? []);
}

/** A mission, whole or by its public summary. @throws Refusal `not-found` */
export async function missionSummary(context: Context, slug: string): Promise<MissionSummary> {
  const found = await missionBy(context.db, { slug });
  const read = found === null ? null : readBy(context.viewer, found);
  return read ?? mustSee<MissionSummary & Guarded>(context, null, 'mission');
}

/** The whole record of a mission, and on which side the viewer stands. @throws Refusal `not-found` */
export async function mission(context: Context, slug: string): Promise<{ mission: Mission; side: MissionSide | null }> {
  const found = mustSee(context, await missionBy(context.db, { slug }), 'mission');
  return { mission: found, side: sideOf(context.viewer, found) };
}

/** From which request and offers a mission is opened. */
export interface NewMission {
  /** Slug of the request. */
  application: string;
  /** Slugs of the offers that it carries out. */
  offers: readonly string[];
  /** The request's title unless another is given. */
  title: string;
}

/**
 * Opens a mission: parties, experts and costs come from the offers, steps are proposed by their schedules.
 * @returns its address's last part @throws Refusal `not-found`, `no-offer`, `other-request`, `mission-exists`
 */
export async function openMission(context: Context, wanted: NewMission): Promise<string> {
  mustMay(context, 'run-missions');
  return together(context, async (context) => {
    await lockApplication(context.db, wanted.application);
    const application = mustSee(context, await applicationBy(context.db, { slug: wanted.application }), 'request');
    const offers: StoredAssistancePlan[] = [];
    for (const slug of new Set(wanted.offers)) {
      offers.push(mustSee(context, await assistancePlanBy(context.db, { slug }), 'assistance plan'));
    }
    if (offers.length === 0)
      refuse('no-offer', 'A mission needs an offer.', 'Choose at least one.', { field: 'offers' });
    await mustBeNew(context, application, offers);
    const row = await missionFrom(context, application, offers, wanted.title.trim());
    await insertMission(context.db, row);
    await remember(context, 'opened', { kind: 'mission', id: row.id }, { after: row });
    await tell(context, { ...row, version: 1, madeAt: context.now(), changedAt: context.now() });
    return row.slug;
  });
}

/** A mission carries out offers for its own request, and each of them in one at a time. */
async function mustBeNew(
  context: Context,
  { id }: Application,
  offers: readonly StoredAssistancePlan[],
): Promise<void> {
  const field = { field: 'offers' };
  const other = offers.find(({ applications }) => applications.length > 0 && !applications.includes(id));
  if (other !== undefined) {
    refuse('other-request', `“${other.title}” answers another request.`, 'Choose an offer for this one.', field);
  }
  const known = (await listMissions(context.db, audienceOf(context.viewer), true)).find(
    ({ application, stage, offers: carried }) =>
      application === id &&
      !['closed', 'cancelled'].includes(stage) &&
      offers.some((offer) => carried.includes(offer.id)),
  );
  if (known !== undefined) {
    refuse('mission-exists', `The mission “${known.title}” carries out this offer already.`, 'Open it.', field);
  }
}

async function missionFrom(
  context: Context,
  application: Application,
  offers: readonly StoredAssistancePlan[],
  title: string,
): Promise<Omit<Mission, 'version' | 'madeAt' | 'changedAt'>> {
  const names = await organisationNames(context, [application.organisation, ...offers.map((one) => one.organisation)]);
  const nameOf = (id: string | null, printed: string): string =>
    (id === null ? undefined : names.get(id)?.name) ?? (printed === '' ? 'not named' : printed);
  const offerers = [...new Set(offers.flatMap(({ organisation }) => organisation ?? []))];
  const { beneficiary, named } = {
    beneficiary: application.organisation,
    named: title === '' ? application.title : title,
  };
  return {
    id: newId(context.now().getTime()),
    slug: await freeSlug(context.db, 'missions.mission', `${application.content.country.printed} ${named}`),
    cycle: application.cycle,
    application: application.id,
    offers: offers.map(({ id }) => id),
    title: named,
    beneficiary,
    country: application.country,
    offerers,
    stage: 'agreement',
    details: {
      beneficiary: nameOf(beneficiary, application.content.organisation || application.content.country.printed),
      offerers: offers.map(({ organisation, content }) => ({
        id: organisation,
        name: nameOf(organisation, content.organisation),
      })),
      manner: 'site',
      place: application.content.country.printed,
      start: null,
      end: null,
      experts: offers.flatMap(({ content }) => content.experts),
      publicSummary: '',
      summaryShown: false,
      reason: '',
    },
    milestones: offers.reduce(
      (known, { content }) => [...known, ...proposedBy(content.answers['schedule']?.times ?? [], known)],
      proposedBy([]),
    ),
    costs: { plan: offers.flatMap((offer, index) => planOf(offer, index, offers.length)), paid: [], closed: false },
    followUp: { advice: [] },
    evaluationBy: null,
    closing: null,
    visibility: 'parties',
    parties: [...new Set([...(beneficiary === null ? [] : [beneficiary]), ...offerers])],
  };
}

/** The lines of an offer. Of several offers each keeps its own lines apart, and says which organisation bears them. */
function planOf({ content, organisation }: StoredAssistancePlan, index: number, offers: number): CostLine[] {
  if (offers === 1) return content.costs;
  return content.costs.map((line) => ({
    ...line,
    id: `offer-${index + 1}-${line.id}`,
    payers: line.payers.map((payer) => ({
      ...payer,
      who: payer.who === 'offerer' && organisation !== null ? organisation : payer.who,
    })),
  }));
}

/** Tells the room of search what there is to find, by those who may. */
async function tell(context: Context, mission: Mission): Promise<void> {
  const cycle = mission.cycle === null ? null : await cycleBy(context.db, { id: mission.cycle });
  await announce(context, { written: [missionWritten(mission, cycle?.year ?? null)] });
}

/** Who takes part in missions: those who may run them, and the organisations that ask or offer. @throws Refusal */
export function mustTakePart(context: Context): void {
  if (!may(context.viewer, 'run-missions').allowed && !may(context.viewer, 'apply-for-missions').allowed) {
    mustMay(context, 'offer-missions');
  }
}

/**
 * Changes a mission that still is as it was seen: with history, in one transaction.
 * @param sides who may do this @param work the change, from the mission as it is
 * @throws Refusal `not-found`, `not-allowed`, `changed-meanwhile`
 */
export async function changeMission(
  context: Context,
  slug: string,
  version: number,
  { sides, action, note }: { sides: readonly MissionSide[]; action: string; note?: string },
  work: (mission: Mission, side: MissionSide, context: Context) => MissionChange | Promise<MissionChange>,
): Promise<void> {
  mustTakePart(context);
  await together(context, async (context) => {
    const { mission: before, side } = await mission(context, slug);
    if (side === null || !sides.includes(side)) {
      refuse('not-allowed', 'This is not yours to do on this mission.', 'Ask the secretariat.');
    }
    if (before.version !== version) refuseStale('The mission');
    const change = await work(before, side, context);
    if (!(await updateMission(context.db, before.id, version, change, context.now()))) refuseStale('The mission');
    const changed = Object.keys(change) as (keyof MissionChange)[];
    await remember(
      context,
      action,
      { kind: 'mission', id: before.id },
      {
        before: Object.fromEntries(changed.map((key) => [key, before[key]])),
        after: change,
        ...(note === undefined || note === '' ? {} : { note }),
      },
    );
    await tell(context, { ...before, ...change });
  });
}

/** What the secretariat enters of a mission beside its steps and costs. */
export type DetailsEntered = Omit<MissionDetails, 'reason' | 'offerers'> & { title: string };

/** Changes title, days, place, experts and the public summary. */
export async function describeMission(
  context: Context,
  slug: string,
  version: number,
  { title, ...entered }: DetailsEntered,
): Promise<void> {
  mustMay(context, 'run-missions');
  if (title.trim() === '') refuse('bad-mission', 'Enter the title of the mission.', '', { field: 'title' });
  await changeMission(context, slug, version, { sides: ['secretariat'], action: 'changed' }, ({ details }) => {
    const checked = MissionDetails.safeParse({ ...details, ...entered });
    if (!checked.success) {
      const [issue] = checked.error.issues;
      refuse('bad-mission', issue?.message ?? 'The mission cannot be kept like this.', '', {
        field: String(issue?.path[0] ?? 'title'),
      });
    }
    return { title: title.trim(), details: checked.data };
  });
}

/** Moves a mission to another stage, when what the stage needs is there. @throws Refusal `not-from-here`, `not-ready` */
export async function moveMission(
  context: Context,
  slug: string,
  version: number,
  to: MissionStage,
  reason: string,
): Promise<void> {
  mustMay(context, 'run-missions');
  const action = `moved to “${missionStageNames[to]}”`;
  const words = reason.trim();
  await changeMission(
    context,
    slug,
    version,
    { sides: ['secretariat'], action, note: words },
    async (before, _, context) => {
      const move = missionMoves[before.stage].find((one) => one.to === to);
      if (move === undefined) {
        refuse(
          'not-from-here',
          `This cannot be done in the stage “${missionStageNames[before.stage]}”.`,
          'Load the page again.',
        );
      }
      if (move.reason && words === '') {
        const what = to === 'closed' ? 'Enter a closing note.' : 'Say why.';
        refuse('reason-missing', what, 'A sentence is enough.', { field: 'reason' });
      }
      await mustBeReady(context, before, to);
      await carryRequest(context, before, to);
      return {
        stage: to,
        closing: to === 'closed' ? { on: today(context), by: context.viewer.name, note: words } : null,
        ...(move.reason && to !== 'closed' ? { details: { ...before.details, reason: words } } : {}),
      };
    },
  );
}

/** Where the request stands while its mission is at a stage. */
const requestStages: Partial<Record<MissionStage, string>> = {
  agreed: 'matched',
  'under-way': 'in-mission',
  closed: 'completed',
};

/** The request goes with its mission, as far as its cycle's stages lead there from where it is. */
async function carryRequest(context: Context, { application }: Mission, to: MissionStage): Promise<void> {
  const wanted = requestStages[to];
  const request = application === null ? null : await applicationBy(context.db, { id: application });
  if (wanted === undefined || request === null) return;
  const { workflow } = await frameOf(context, request);
  const move = movesFrom(workflow, request.stage, ['secretariat']).find((one) => one.to === wanted);
  if (move === undefined || move.heldBack || move.reason) return;
  await moveApplication(context, request.slug, request.version, wanted);
}

async function mustBeReady(context: Context, before: Mission, to: MissionStage): Promise<void> {
  if (to === 'agreed') {
    const [newest] = await agreementVersions(context.db, before.id);
    const open = newest === undefined ? [] : unsignedOf(before, newest.signatures);
    if (newest === undefined || open.length > 0) {
      refuse('not-ready', 'The agreement is not signed by all parties yet.', 'Record the signatures first.');
    }
  }
  if (to === 'reported' && reportedOn(before.milestones) === null) {
    refuse('not-ready', 'There is no final report yet.', 'Enter the day of the final report among the steps.');
  }
  if (to === 'closed') {
    const open = checklistOf(before).filter(({ met }) => !met);
    if (open.length > 0) {
      refuse('not-ready', `Still open: ${open.map(({ what }) => what.toLowerCase()).join('; ')}.`, 'Do these first.');
    }
  }
}

/** Parties whose signature is not recorded: ids of organisations, and `organiser`. */
export function unsignedOf(mission: Mission, signatures: readonly { party: string }[]): string[] {
  return partiesTo(mission).filter((party) => !signatures.some((signature) => signature.party === party));
}

/** Who signs: the beneficiary, each offering organisation, the organiser. One that the directory lacks goes by its name. */
export function partiesTo({ beneficiary, details }: Mission): string[] {
  return [
    beneficiary ?? details.beneficiary,
    ...new Set(details.offerers.map(({ id, name }) => id ?? name)),
    organiserParty,
  ];
}

/** ISO day of now, by universal time. */
export const today = (context: Context): string => context.now().toISOString().slice(0, 10);
