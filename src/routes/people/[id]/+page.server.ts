import { error, redirect } from '@sveltejs/kit';
import { NewAccount, roleNames } from '#modules/access/index.ts';
import { accounts, changeAccount } from '#modules/access/server/index.ts';
import { organisations } from '#modules/directory/server/index.ts';
import { refuse } from '#kernel/problem.ts';
import { done, field, formOf, numberField } from '../../pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const account = (await accounts(locals.context)).find((account) => account.id === params.id);
  if (account === undefined) error(404, 'There is no such account.');
  return {
    account,
    roles: NewAccount.shape.role.options.map((role) => ({ role, name: roleNames[role] })),
    organisations: (await organisations(locals.context)).map(({ id, key }) => ({ id, name: key })),
  };
};

const Change = NewAccount.pick({ name: true, role: true, organisation: true });

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const organisation = field(form, 'organisation');
      const checked = Change.safeParse({
        name: field(form, 'name'),
        role: field(form, 'role'),
        organisation: organisation === '' ? null : organisation,
      });
      if (!checked.success) {
        const [issue] = checked.error.issues;
        refuse('bad-account', issue?.message ?? 'The account cannot be changed.', '', {
          field: String(issue?.path[0] ?? 'name'),
        });
      }
      const disabled = field(form, 'disabled') === 'yes';
      await changeAccount(locals.context, params.id, numberField(form, 'version'), { ...checked.data, disabled });
      redirect(303, '/people');
    });
  },
};
