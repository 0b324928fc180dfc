import { redirect } from '@sveltejs/kit';
import { slugOf } from '#kernel/ids.ts';
import { changeEvaluationQuestions, evaluationQuestions } from '#modules/missions/server/index.ts';
import { done, field, formOf, numberField } from '../../../pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { cycle, questions, version } = await evaluationQuestions(locals.context, params.slug);
  return { cycle, version, lines: questions.map(({ question }) => question).join('\n') };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const { questions: known } = await evaluationQuestions(locals.context, params.slug);
      const taken = new Set<string>();
      const questions = field(form, 'questions')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .map((question) => {
          // A statement that stays keeps its name, so that its scores stay together over missions.
          const wanted = known.find((one) => one.question === question)?.key ?? keyFor(question);
          let key = wanted;
          for (let count = 2; taken.has(key); count++) key = `${wanted.slice(0, 36)}-${count}`;
          taken.add(key);
          return { key, question };
        });
      await changeEvaluationQuestions(locals.context, params.slug, numberField(form, 'version'), questions);
      redirect(303, '/missions/missions');
    });
  },
};

/** A name for a statement from its words. */
const keyFor = (question: string): string => {
  const slug = slugOf(question, 36);
  return /^[a-z]/.test(slug) ? slug : `q-${slug}`.replace(/-$/, '');
};
