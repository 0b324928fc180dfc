import { screening } from '#modules/missions/server/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { cycle, requests } = await screening(locals.context, params.slug);
  return {
    slug: cycle.slug,
    name: `${cycle.programme} ${cycle.year}`,
    requests: requests.map(({ application, findings, questions }) => ({
      slug: application.slug,
      title: application.title,
      country: application.content.country.printed,
      organisation: application.content.organisation,
      stage: cycle.settings.applications.find(({ key }) => key === application.stage)?.staffLabel ?? application.stage,
      findings: findings.map(({ key, level, text, ask, answer }) => ({
        key,
        level,
        text,
        ask,
        answer: answer?.text ?? null,
      })),
      open: questions.filter(({ answer }) => answer === null).length,
      answered: questions.filter(({ answer }) => answer !== null).length,
    })),
  };
};
