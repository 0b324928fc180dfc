import { originsOf } from '#modules/intake/server/index.ts';
import { application } from '#modules/missions/server/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const found = await application(locals.context, params.slug);
  const origins = await originsOf(locals.context, { kind: 'application', id: found.application.id });
  return {
    record: found.application.record,
    call:
      found.call === null
        ? null
        : { name: `${found.call.programme} ${found.call.year}`, address: `/missions/${found.call.slug}` },
    source: origins[0] === undefined ? null : `/sources/${origins[0].source}`,
  };
};
