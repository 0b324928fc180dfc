import { redirect } from '@sveltejs/kit';
import { refuse } from '#kernel/problem.ts';
import { draftQuestion } from '#modules/missions/index.ts';
import { answerFinding, askApplicant, cycle, screeningOf } from '#modules/missions/server/index.ts';
import { done, field, formOf, numberField } from '../../../../pages.ts';
import { several } from '../../../fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { application, findings, settled, questions } = await screeningOf(locals.context, params.request);
  const { id, slug, programme, year, settings } = await cycle(locals.context, params.slug);
  if (application.cycle !== id)
    refuse('not-found', 'This request is not in the cycle.', 'Look in its list of requests.');
  const chosen = new Set(url.searchParams.getAll('finding'));
  return {
    slug,
    name: `${programme} ${year}`,
    request: {
      slug: application.slug,
      title: application.title,
      country: application.content.country.printed,
      organisation: application.content.organisation,
      version: application.version,
      stage: settings.applications.find(({ key }) => key === application.stage)?.staffLabel ?? application.stage,
    },
    findings: findings.map(({ answer, ...finding }) => ({
      ...finding,
      chosen: chosen.has(finding.key),
      answer: answer === null ? null : { text: answer.text, by: answer.byName, at: answer.at },
    })),
    settled: settled.map(({ finding, text, byName, at }) => ({ finding, text, by: byName, at })),
    chosen: [...chosen],
    draft: draftQuestion(findings.filter(({ key }) => chosen.has(key))),
    questions,
  };
};

export const actions: Actions = {
  answer: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      await answerFinding(locals.context, params.request, field(form, 'finding'), field(form, 'because'));
      redirect(303, `/missions/${params.slug}/screening/${params.request}`);
    });
  },
  ask: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const about = several(form, 'about');
      await askApplicant(locals.context, params.request, numberField(form, 'version'), field(form, 'text'), about);
      redirect(303, `/missions/${params.slug}/screening/${params.request}`);
    });
  },
};
