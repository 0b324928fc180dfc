import { redirect } from '@sveltejs/kit';
import { NewAccount, roleNames } from '#modules/access/index.ts';
import { accounts, openAccount } from '#modules/access/server/index.ts';
import { organisationNames, organisations } from '#modules/directory/server/index.ts';
import { refuse } from '#kernel/problem.ts';
import { done, field, formOf } from '../pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const list = await accounts(locals.context);
  const named = await organisationNames(
    locals.context,
    list.map((account) => account.organisation),
  );
  return {
    accounts: list.map((account) => ({
      ...account,
      roleName: roleNames[account.role],
      organisationName: account.organisation === null ? null : (named.get(account.organisation)?.key ?? null),
    })),
    roles: NewAccount.shape.role.options.map((role) => ({ role, name: roleNames[role] })),
    organisations: (await organisations(locals.context)).map(({ id, key }) => ({ id, name: key })),
  };
};

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const organisation = field(form, 'organisation');
      const checked = NewAccount.safeParse({
        signInName: field(form, 'signInName'),
        name: field(form, 'name'),
        role: field(form, 'role'),
        organisation: organisation === '' ? null : organisation,
        password: field(form, 'password'),
      });
      if (!checked.success) {
        const [issue] = checked.error.issues;
        refuse('bad-account', issue?.message ?? 'The account cannot be opened.', '', {
          field: String(issue?.path[0] ?? 'name'),
        });
      }
      await openAccount(locals.context, checked.data);
      redirect(303, '/people');
    });
  },
};
