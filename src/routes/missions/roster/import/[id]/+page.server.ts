import { redirect } from '@sveltejs/kit';
import { acceptRosterRows, rosterImport } from '#modules/missions/server/index.ts';
import { done, field, formOf, numberField } from '../../../../pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
  list: await rosterImport(locals.context, params.id),
  made: url.searchParams.get('made'),
  changed: url.searchParams.get('changed'),
});

/** Ticked rows, and those that a person said something of. */
function chosen(form: FormData): Map<string, string> {
  const choices = new Map<string, string>();
  for (const [name, value] of form) {
    if (typeof value !== 'string' || value === '' || !name.startsWith('row:')) continue;
    choices.set(name.slice(4), value);
  }
  return choices;
}

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const choices = chosen(form);
      if (field(form, 'all') === 'yes') {
        const { dryRun, accepted } = await rosterImport(locals.context, params.id);
        for (const row of dryRun?.sheets.flatMap((sheet) => sheet.rows) ?? []) {
          if (Object.hasOwn(accepted, row.key)) continue;
          if (row.state === 'new') choices.set(row.key, 'new');
          if (row.state === 'changed') choices.set(row.key, row.candidates[0]?.id ?? '');
        }
      }
      const told = await acceptRosterRows(locals.context, params.id, numberField(form, 'version'), choices);
      redirect(303, `/missions/roster/import/${params.id}?made=${told.made}&changed=${told.changed}`);
    });
  },
};
