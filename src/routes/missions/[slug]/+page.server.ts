import { originsOf } from '#modules/intake/server/index.ts';
import { call } from '#modules/missions/server/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const found = await call(locals.context, params.slug);
  const origins = await originsOf(locals.context, { kind: 'call', id: found.id });
  return {
    programme: found.programme,
    year: found.year,
    letter: found.frame.letter,
    summary: found.frame.summary.map((row) => ({
      ...row,
      application: found.applications.find((application) => application.position === row.number)?.slug ?? null,
    })),
    applications: found.applications.map(({ slug, position, title, record }) => ({
      slug,
      position,
      title,
      country: record.country.printed,
      organisation: record.organisation,
    })),
    form: found.frame.assistancePlanForm,
    source: origins[0] === undefined ? null : `/sources/${origins[0].source}`,
  };
};
