import { may } from '#modules/access/index.ts';
import { mustMay } from '#modules/access/server/index.ts';
import { Category } from '#modules/directory/index.ts';
import { categories, nameCategory } from '#modules/directory/server/index.ts';
import { redirect } from '@sveltejs/kit';
import { refuse } from '#kernel/problem.ts';
import { listed, lists } from '../../lists.ts';
import { done, field, formOf } from '../../pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { context } = locals;
  const names = await categories(context);
  const members = await lists.members.rows(context);
  return {
    list: await listed(lists.members, context, url),
    counts: Category.options.map((key) => ({
      key,
      ...names[key],
      number: members.filter(({ current, category }) => current && category === names[key].one).length,
    })),
    editable: may(context.viewer, 'edit-records').allowed,
  };
};

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await formOf(request);
    return done(form, async () => {
      mustMay(locals.context, 'edit-records');
      for (const key of Category.options) {
        const [one, many] = [field(form, `${key}-one`), field(form, `${key}-many`)];
        if (one.trim() === '' || many.trim() === '') {
          refuse('bad-category', 'Enter a name for one and for many.', '', {
            field: one.trim() === '' ? `${key}-one` : `${key}-many`,
          });
        }
        await nameCategory(locals.context, key, { one, many });
      }
      redirect(303, '/partners/members');
    });
  },
};
