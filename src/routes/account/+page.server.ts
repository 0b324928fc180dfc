import { redirect } from '@sveltejs/kit';
import { changeOwnPassword } from '#modules/access/server/index.ts';
import { done, field, formOf } from '../pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
  if (locals.own.account === null) redirect(303, '/sign-in?back=/account');
  return { changed: url.searchParams.has('changed') };
};

export const actions: Actions = {
  default: async ({ request, locals, cookies }) => {
    const form = await formOf(request);
    return done(form, async () => {
      await changeOwnPassword({ ...locals.context, viewer: locals.own }, field(form, 'current'), field(form, 'wanted'));
      cookies.delete('session', { path: '/' });
      redirect(303, '/sign-in?back=/account');
    });
  },
};
