import { redirect } from '@sveltejs/kit';
import { adviceNames, checklistOf, followUpDue, MissionStage, missionMoves, stateOn } from '#modules/missions/index.ts';
import {
  applications,
  cycles,
  duties,
  mission,
  missionDocuments,
  missionSummary,
  moveMission,
  remindOfDuties,
} from '#modules/missions/server/index.ts';
import { done, field, formOf, numberField } from '../../../pages.ts';
import { refuse } from '#kernel/problem.ts';
import { mustMay } from '#modules/access/server/index.ts';
import { countryName } from '../../../words.ts';
import { headOf, mannerNames } from '../names.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { context } = locals;
  const seen = await missionSummary(context, params.slug);
  const [known, requests] = await Promise.all([cycles(context), applications(context)]);
  const cycle = known.find(({ id }) => id === seen.cycle);
  const { whole } = seen;
  const request = requests.find(({ id }) => id === whole?.application);
  return {
    head: headOf(seen),
    reminded: url.searchParams.has('reminded'),
    summary: seen.summary,
    summaryShown: whole?.details.summaryShown ?? true,
    country: seen.country === null ? null : countryName(seen.country),
    beneficiary: seen.beneficiary,
    offerers: seen.offerers,
    start: seen.start,
    end: seen.end,
    cycle: cycle === undefined ? null : { href: `/missions/${cycle.slug}`, name: `${cycle.programme} ${cycle.year}` },
    request: request === undefined ? null : { href: `/missions/applications/${request.slug}`, name: request.title },
    documents: (await missionDocuments(context, params.slug)).map(({ id, name, note, shown }) => ({
      id,
      name,
      note,
      shown,
    })),
    record: whole === null ? null : await recordOf(context, params.slug),
  };
};

/** What the parties read beside it. */
async function recordOf(context: Parameters<typeof mission>[0], slug: string) {
  const { mission: whole, side } = await mission(context, slug);
  const today = context.now().toISOString().slice(0, 10);
  const states = whole.milestones.map((step) => stateOn(step, today));
  return {
    version: whole.version,
    side,
    id: whole.id,
    manner: mannerNames[whole.details.manner],
    place: whole.details.place,
    experts: whole.details.experts.map(({ name, organisation }) =>
      organisation === '' ? name : `${name}, ${organisation}`,
    ),
    reason: whole.details.reason,
    closing: whole.closing,
    steps: {
      all: states.length,
      done: states.filter((one) => one === 'done').length,
      late: states.filter((one) => one === 'late').length,
    },
    followUp: followUpDue(whole),
    advice: whole.followUp.advice.map(({ state }) => (state === null ? 'Not answered yet' : adviceNames[state])),
    checklist: whole.stage === 'reported' ? checklistOf(whole) : [],
    moves: side === 'secretariat' ? missionMoves[whole.stage] : [],
    duties: await duties(context, slug),
  };
}

export const actions: Actions = {
  remind: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      await remindOfDuties(locals.context, params.slug);
      redirect(303, `/missions/missions/${params.slug}?reminded`);
    });
  },
  move: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      mustMay(locals.context, 'run-missions');
      const to = MissionStage.safeParse(field(form, 'to'));
      if (!to.success) return refuse('not-from-here', 'Choose the next stage.', '', { field: 'to' });
      await moveMission(locals.context, params.slug, numberField(form, 'version'), to.data, field(form, 'reason'));
      redirect(303, `/missions/missions/${params.slug}`);
    });
  },
};
