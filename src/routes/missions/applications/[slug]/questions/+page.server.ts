import { redirect } from '@sveltejs/kit';
import { answerQuestion, questions, sendInAgain } from '#modules/missions/server/index.ts';
import { done, field, formOf, numberField } from '../../../../pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { application, questions: all, mayAnswer, sendAgain } = await questions(locals.context, params.slug);
  return {
    slug: application.slug,
    title: application.title,
    version: application.version,
    mayAnswer,
    sendAgain,
    open: all.filter(({ answer }) => answer === null),
    answered: all.filter(({ answer }) => answer !== null),
  };
};

export const actions: Actions = {
  answer: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const question = field(form, 'question');
      await answerQuestion(locals.context, params.slug, question, field(form, `answer-${question}`));
      redirect(303, `/missions/applications/${params.slug}/questions`);
    });
  },
  again: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      await sendInAgain(locals.context, params.slug, numberField(form, 'version'));
      redirect(303, `/missions/applications/${params.slug}`);
    });
  },
};
