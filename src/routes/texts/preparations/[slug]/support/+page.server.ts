import { redirect } from '@sveltejs/kit';
import { isId } from '#kernel/ids.ts';
import { refuse } from '#kernel/problem.ts';
import { mustMay } from '#modules/access/server/index.ts';
import { organisations } from '#modules/directory/server/index.ts';
import { askForSupport, preparation } from '#modules/texts/server/index.ts';
import { done, field, formOf, numberField } from '../../../../pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  mustMay(locals.context, 'draft-texts');
  const { preparation: row } = await preparation(locals.context, params.slug);
  return {
    slug: row.slug,
    title: row.title,
    version: row.version,
    replyBy: row.replyBy ?? '',
    rule: row.rule,
    organisations: (await organisations(locals.context)).map(({ id, key, name }) => ({
      id,
      name: key === name ? name : `${key} – ${name}`,
      asked: row.members.includes(id),
    })),
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const least = field(form, 'leastMembers').trim();
      await askForSupport(locals.context, params.slug, numberField(form, 'version'), {
        members: form.getAll('members').filter((id): id is string => typeof id === 'string' && isId(id)),
        replyBy: field(form, 'replyBy').trim(),
        rule: {
          leastSupport: percent(form, 'leastSupport'),
          leastMembers: least === '' ? null : numberField(form, 'leastMembers'),
          mostOpposition: percent(form, 'mostOpposition'),
          confirmed: field(form, 'confirmed') === 'yes',
        },
      });
      redirect(303, `/texts/preparations/${params.slug}`);
    });
  },
};

function percent(form: FormData, name: string): number {
  const typed = field(form, name).trim().replace(',', '.');
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(typed)) refuse('bad-number', 'Enter a percentage.', '', { field: name });
  return Number(typed);
}
