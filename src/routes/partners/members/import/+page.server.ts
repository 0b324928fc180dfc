import { fail, redirect } from '@sveltejs/kit';
import { mustMay } from '#modules/access/server/index.ts';
import { categories, importMemberships } from '#modules/directory/server/index.ts';
import { done, field, formOf } from '../../../pages.ts';
import { countryName } from '../../../words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  mustMay(locals.context, 'edit-records');
  const names = await categories(locals.context);
  return { categories: Object.values(names).map(({ one }) => one) };
};

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const list = field(form, 'list');
      const deed = field(form, 'deed') === 'take' ? 'take' : 'check';
      const confirmed = field(form, 'confirmed') === 'yes';
      const bytes = new TextEncoder().encode(list);
      const read = await importMemberships(locals.context, { bytes, name: 'list' }, deed, confirmed);
      const names = await categories(locals.context);
      const problems = read.problems.map(({ row, message }) => ({
        code: 'bad-row',
        message: `Row ${row}: ${message}`,
        remedy: '',
        place: { field: 'list' },
      }));
      if (problems.length === 0 && deed === 'take') redirect(303, '/partners/members');
      const checked = {
        problems,
        typed: { list, confirmed: confirmed ? 'yes' : '' },
        ignored: read.ignored,
        rows: read.rows.map(({ row, name, country, category, fellowship, from, to, known, outcome }) => ({
          row,
          name,
          country: country === null ? '' : countryName(country),
          category: names[category].one,
          fellowship: fellowship === null ? 'not known' : fellowship ? 'yes' : 'no',
          from,
          to,
          said: `${known ? '' : 'new organisation, '}${{ added: 'added', changed: 'changed', same: 'as it is' }[outcome]}`,
        })),
      };
      return problems.length === 0 ? checked : fail(400, checked);
    });
  },
};
