import { redirect } from '@sveltejs/kit';
import { mustMay } from '#modules/access/server/index.ts';
import { bringInRoster, rosterImports } from '#modules/missions/server/index.ts';
import { filesOf } from '../../../files.ts';
import { done, formOf } from '../../../pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  mustMay(locals.context, 'run-missions');
  return {
    imports: (await rosterImports(locals.context)).map(({ id, name, madeBy, madeAt, accepted }) => ({
      id,
      name,
      madeBy,
      madeAt,
      taken: Object.keys(accepted).length,
    })),
  };
};

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await formOf(request);
    return done(form, async () => {
      mustMay(locals.context, 'run-missions');
      const [file] = await filesOf(form, 'file');
      if (file !== undefined) redirect(303, `/missions/roster/import/${await bringInRoster(locals.context, file)}`);
    });
  },
};
