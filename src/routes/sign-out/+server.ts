import { redirect } from '@sveltejs/kit';
import { signOut } from '#modules/access/server/index.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, cookies }) => {
  const token = cookies.get('session');
  if (token !== undefined) await signOut(locals.context, token);
  cookies.delete('session', { path: '/' });
  redirect(303, '/');
};
