import { Role } from '#modules/access/index.ts';
import { seeAs } from '#modules/access/server/index.ts';
import { back, field, formOf } from '../pages.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, locals, cookies }) => {
  const form = await formOf(request);
  const role = Role.safeParse(field(form, 'role'));
  const own = locals.own.role;
  await seeAs(
    locals.context,
    cookies.get('session') ?? '',
    locals.own,
    role.success && role.data !== own ? role.data : null,
  );
  back(field(form, 'back'));
};
