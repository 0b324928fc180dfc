import { applications, assistancePlans, calls } from '#modules/missions/server/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const [open, asked, offered] = await Promise.all([
    calls(locals.context),
    applications(locals.context),
    assistancePlans(locals.context),
  ]);
  return {
    calls: open.map((call) => ({
      slug: call.slug,
      programme: call.programme,
      year: call.year,
      deadline: call.frame.letter?.deadline ?? null,
      requests: call.frame.summary.length,
    })),
    single: asked
      .filter((application) => application.call === null)
      .map(({ slug, title, record }) => ({ slug, title, country: record.country.printed })),
    offered: offered.map(({ slug, title }) => ({ slug, title })),
  };
};
