/** The report of a cycle to the governing body, from what the register knows on the day. */
import { topics as topicList } from '#data/topics.ts';
import { topicsIn } from '#kernel/topics.ts';
import { audienceOf } from '#modules/access/index.ts';
import { historyOf, mustMay, mustSee, type Context } from '#modules/access/server/index.ts';
import { stageLabel } from '../../domain/cycle/moves.ts';
import { missionTotals } from '../../domain/mission/costs.ts';
import { cycleReportDocument, type CycleReport, type ReportedMission } from '../../domain/mission/cycle-report.ts';
import { inNumbers, secretariatSide } from '../../domain/mission/evaluation.ts';
import { originallyOn, stateOn } from '../../domain/mission/milestones.ts';
import { followUpDue, reportedOn } from '../../domain/mission/mission.ts';
import { evaluationsOf, listMissions, type Mission } from '../../store/carried-out.ts';
import { cycleBy, listCycles, type Cycle } from '../../store/cycles.ts';
import { listApplications, listAssistancePlans, type Application } from '../../store/missions.ts';
import { today } from './carried-out.ts';
import { paperFile, type PaperFile, type PaperFormat } from '../forms/paper-files.ts';

/** The report as a file in house layout. Decisions that are not told yet are not in it. @throws Refusal `not-found` */
export async function cycleReportFile(context: Context, slug: string, format: PaperFormat): Promise<PaperFile> {
  mustMay(context, 'run-missions');
  const cycle = mustSee(context, await cycleBy(context.db, { slug }), 'cycle of missions');
  return paperFile(cycleReportDocument(await reportOf(context, cycle)), format);
}

async function reportOf(context: Context, cycle: Cycle): Promise<CycleReport> {
  const audience = audienceOf(context.viewer);
  const { settings, programme, year } = cycle;
  const asked = (await listApplications(context.db, audience, { cycle: cycle.id })).filter(
    ({ stage }) => stage !== 'draft',
  );
  const all = await listMissions(context.db, audience, false);
  const missions = all.filter((mission) => mission.cycle === cycle.id);
  // An offer that came as a file may belong to no cycle; the mission that carries it out does.
  const carried = new Set(missions.flatMap((mission) => mission.offers));
  const offers = (await listAssistancePlans(context.db, audience, null)).filter(
    ({ id, cycle: its, stage }) => stage !== 'draft' && (its === cycle.id || carried.has(id)),
  );
  const countries = new Map(asked.map(({ id, content }) => [id, content.country.printed || null]));
  const requestLabel = (stage: string): string => stageLabel(settings.applications, stage, true);
  const offerLabel = (stage: string): string => stageLabel(settings.offers, stage, true);
  return {
    programme,
    year,
    organiser: settings.organiser,
    on: today(context),
    requestStages: settings.applications.filter(({ key }) => key !== 'draft').map(({ staffLabel }) => staffLabel),
    requests: asked.map((request) => ({
      title: request.title,
      country: request.content.country.printed || null,
      stage: requestLabel(request.stage),
      topics: topicsOf(request),
    })),
    offerStages: settings.offers.filter(({ key }) => key !== 'draft').map(({ staffLabel }) => staffLabel),
    offers: offers.map(({ stage }) => ({ stage: offerLabel(stage) })),
    missions: missions.map((mission) =>
      reported(mission, countries.get(mission.application ?? '') ?? null, today(context)),
    ),
    costs: missionTotals({
      plan: missions.flatMap(({ costs }) => costs.plan),
      paid: missions.flatMap(({ costs }) => costs.paid),
    }),
    payers: new Map(
      missions.flatMap(({ details }) => details.offerers.flatMap(({ id, name }) => (id === null ? [] : [[id, name]]))),
    ),
    evaluations: await evaluationsInNumbers(context, missions),
    advice: await earlierAdvice(context, all, cycle),
    notTakenUp: await notTakenUp(context, asked, requestLabel),
  };
}

const topicNames = new Map(topicList.map(({ code, label }) => [code, label]));

/** By the words of title and of what is asked. */
function topicsOf({ title, content }: Application): string[] {
  const words = [title, content.answers['policy_issue']?.text ?? '', content.answers['support_action']?.text ?? ''];
  return [...new Set(topicsIn(words.join('\n')))].map((code) => topicNames.get(code) ?? code);
}

function reported(
  { title, stage, details, milestones }: Mission,
  country: string | null,
  day: string,
): ReportedMission {
  const states = milestones.map((step) => stateOn(step, day));
  const report = milestones.find(({ kind }) => kind === 'final-report');
  return {
    title,
    country,
    stage,
    offerers: details.offerers.map(({ name }) => name),
    start: details.start,
    end: details.end,
    steps: {
      all: states.length,
      done: states.filter((state) => state === 'done').length,
      late: states.filter((state) => state === 'late').length,
      moved: milestones.filter(({ moves }) => moves.length > 0).length,
    },
    report: { planned: report === undefined ? null : originallyOn(report), done: reportedOn(milestones) },
  };
}

/** Numbers only: who said what stays with those who may read it. */
async function evaluationsInNumbers(
  context: Context,
  missions: readonly Mission[],
): Promise<CycleReport['evaluations']> {
  const given = await evaluationsOf(
    context.db,
    missions.map(({ id }) => id),
  );
  const all = missions.flatMap((mission) =>
    (given.get(mission.id) ?? []).map((one) => ({
      ...one,
      of:
        one.side === secretariatSide
          ? 'Secretariat'
          : one.side === mission.beneficiary
            ? 'Beneficiaries'
            : 'Offering organisations',
    })),
  );
  return ['Beneficiaries', 'Offering organisations', 'Secretariat'].map((side) => {
    const said = all.filter(({ of }) => of === side);
    return { side, given: said.length, questions: inNumbers(said) };
  });
}

async function earlierAdvice(context: Context, all: readonly Mission[], cycle: Cycle): Promise<CycleReport['advice']> {
  const years = new Map((await listCycles(context.db, audienceOf(context.viewer))).map(({ id, year }) => [id, year]));
  const yearOf = (mission: Mission): number | null => years.get(mission.cycle ?? '') ?? null;
  return all
    .filter((mission) => mission.followUp.advice.length > 0 && (yearOf(mission) ?? cycle.year) < cycle.year)
    .map((mission) => ({
      mission: mission.title,
      year: yearOf(mission),
      due: followUpDue(mission),
      states: mission.followUp.advice.map(({ state }) => state),
    }));
}

/** Why a request stands where it stands: the words of the move that led there, where somebody gave any. */
async function notTakenUp(
  context: Context,
  asked: readonly Application[],
  labelOf: (stage: string) => string,
): Promise<CycleReport['notTakenUp']> {
  const over = asked.filter(({ stage }) => stage === 'declined' || stage === 'withdrawn');
  return Promise.all(
    over.map(async ({ id, title, stage, content }) => {
      const entries = await historyOf(context, { kind: 'application', id });
      const moves = entries.filter(({ after }) => (after as { stage?: unknown } | null)?.stage === stage);
      const told = moves
        .filter(({ action }) => action === 'moved' || action === 'released the decision on')
        .toSorted((one, other) => other.id - one.id)[0];
      const country = content.country.printed || null;
      return { title, country, stage: labelOf(stage), why: told?.note ?? null };
    }),
  );
}
