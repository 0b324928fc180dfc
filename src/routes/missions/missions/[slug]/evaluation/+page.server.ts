import { redirect } from '@sveltejs/kit';
import { secretariatSide } from '#modules/missions/index.ts';
import { askForEvaluation, evaluate, evaluations, missionSummary, usualTerm } from '#modules/missions/server/index.ts';
import { done, field, formOf, numberField } from '../../../../pages.ts';
import { headOf } from '../../names.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { context } = locals;
  const seen = await evaluations(context, params.slug);
  const { mission, questions, own, given } = seen;
  const nameOf = (side: string): string =>
    side === secretariatSide
      ? 'Secretariat'
      : side === mission.beneficiary
        ? mission.details.beneficiary
        : (mission.details.offerers.find(({ id }) => id === side)?.name ?? 'Another organisation');
  return {
    head: headOf(await missionSummary(context, params.slug)),
    version: mission.version,
    until: mission.evaluationBy,
    usual: usualTerm(context),
    mayAsk:
      seen.side === secretariatSide && !seen.open && (mission.stage === 'under-way' || mission.stage === 'reported'),
    mayGive: seen.mayGive,
    open: seen.open,
    questions: questions.map((question) => ({
      ...question,
      score: own?.scores.find(({ key }) => key === question.key)?.score ?? null,
    })),
    own: own === null ? null : { text: own.text, shownTo: own.shownTo },
    given: given.map(({ side, scores, text, shownTo, at }) => ({ name: nameOf(side), scores, text, shownTo, at })),
  };
};

export const actions: Actions = {
  ask: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      await askForEvaluation(locals.context, params.slug, numberField(form, 'version'), field(form, 'until').trim());
      redirect(303, `/missions/missions/${params.slug}/evaluation`);
    });
  },
  give: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const scores: Record<string, number | null> = {};
      for (const name of form.keys()) {
        if (!name.startsWith('score-')) continue;
        const score = field(form, name);
        scores[name.slice('score-'.length)] = /^[1-5]$/.test(score) ? Number(score) : null;
      }
      const given = { scores, text: field(form, 'text'), shownTo: field(form, 'shownTo') };
      await evaluate(locals.context, params.slug, numberField(form, 'version'), given);
      redirect(303, `/missions/missions/${params.slug}/evaluation`);
    });
  },
};
