import { redirect } from '@sveltejs/kit';
import { adviceNames, AdviceState, followUpDue } from '#modules/missions/index.ts';
import { answerAdvice, listAdvice, mission, missionSummary } from '#modules/missions/server/index.ts';
import { done, field, formOf, numberField } from '../../../../pages.ts';
import { headOf } from '../../names.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { context } = locals;
  const { mission: found, side } = await mission(context, params.slug);
  const { advice } = found.followUp;
  const due = followUpDue(found);
  const begun = ['under-way', 'reported', 'closed'].includes(found.stage);
  return {
    head: headOf(await missionSummary(context, params.slug)),
    version: found.version,
    due,
    advice: advice.map((one) => ({ ...one, name: one.state === null ? null : adviceNames[one.state] })),
    states: AdviceState.options.map((value) => ({ value, name: adviceNames[value] })),
    mayList: begun && (side === 'offerer' || side === 'secretariat'),
    mayAnswer: due !== null && (side === 'beneficiary' || side === 'secretariat'),
  };
};

export const actions: Actions = {
  list: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      await listAdvice(locals.context, params.slug, numberField(form, 'version'), field(form, 'advice'));
      redirect(303, `/missions/missions/${params.slug}/follow-up`);
    });
  },
  answer: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const id = field(form, 'id');
      const [state, words, evidence] = ['state', 'words', 'evidence'].map((name) => field(form, `${name}-${id}`));
      await answerAdvice(locals.context, params.slug, numberField(form, 'version'), {
        id,
        state: state ?? '',
        words: words ?? '',
        evidence: evidence ?? '',
      });
      redirect(303, `/missions/missions/${params.slug}/follow-up#${encodeURIComponent(id)}`);
    });
  },
};
