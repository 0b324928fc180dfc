import { sessionDays, signIn } from '#modules/access/server/index.ts';
import { back, done, field, formOf } from '../pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
  if (locals.own.account !== null) back(url.searchParams.get('back'));
  return { back: url.searchParams.get('back') ?? '/' };
};

export const actions: Actions = {
  default: async ({ request, locals, cookies, url }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const session = await signIn(locals.context, field(form, 'name'), field(form, 'password'));
      cookies.set('session', session.token, {
        path: '/',
        httpOnly: true,
        sameSite: 'lax',
        secure: url.protocol === 'https:',
        maxAge: sessionDays * 24 * 60 * 60,
      });
      back(field(form, 'back'));
    });
  },
};
