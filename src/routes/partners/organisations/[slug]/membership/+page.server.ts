import { redirect } from '@sveltejs/kit';
import { Category, OrganisationKind, organisationKindNames } from '#modules/directory/index.ts';
import {
  addMembership,
  addOrganisationContact,
  categories,
  changeKind,
  changeMembership,
  contacts,
  memberships,
  organisation,
  removeMembership,
  removeOrganisationContact,
  type TypedMembership,
} from '#modules/directory/server/index.ts';
import { mustMay } from '#modules/access/server/index.ts';
import { refuse } from '#kernel/problem.ts';
import { done, field, formOf, numberField } from '../../../../pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { context } = locals;
  mustMay(context, 'edit-records');
  const found = await organisation(context, params.slug);
  const [names, all, reachable] = await Promise.all([
    categories(context),
    memberships(context, found.id),
    contacts(context, [found.id]),
  ]);
  return {
    organisation: { slug: found.slug, name: found.name, version: found.version, kind: found.kind },
    kinds: OrganisationKind.options.map((kind) => ({ kind, name: organisationKindNames[kind] })),
    categories: Category.options.map((key) => ({ key, name: names[key].one })),
    memberships: all,
    contacts: (reachable?.get(found.id) ?? []).map(({ kind, value }) => ({ kind, value })),
  };
};

function typedIn(form: FormData): TypedMembership {
  const category = Category.safeParse(field(form, 'category'));
  if (!category.success) refuse('bad-membership', 'Choose a category.', '', { field: 'category' });
  const day = (name: string): string | null => field(form, name).trim() || null;
  const fellowship = { yes: true, no: false }[field(form, 'fellowship')] ?? null;
  const confirmed = field(form, 'confirmed') === 'yes';
  return { category: category.data, fellowship, from: day('from'), to: day('to'), confirmed };
}

const contactIn = (form: FormData) => ({
  kind: field(form, 'contactKind') === 'telephone' ? ('telephone' as const) : ('e-mail' as const),
  value: field(form, 'value').trim(),
});

export const actions: Actions = {
  kind: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const kind = OrganisationKind.safeParse(field(form, 'kind'));
      await changeKind(locals.context, params.slug, numberField(form, 'version'), kind.success ? kind.data : null);
      redirect(303, `/partners/organisations/${params.slug}/membership`);
    });
  },
  save: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      mustMay(locals.context, 'edit-records');
      const id = field(form, 'id');
      const typed = typedIn(form);
      if (id === '') await addMembership(locals.context, params.slug, typed);
      else await changeMembership(locals.context, params.slug, { id, version: numberField(form, 'version') }, typed);
      redirect(303, `/partners/organisations/${params.slug}/membership`);
    });
  },
  remove: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const by = { id: field(form, 'id'), version: numberField(form, 'version') };
      await removeMembership(locals.context, params.slug, by);
      redirect(303, `/partners/organisations/${params.slug}/membership`);
    });
  },
  addContact: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      await addOrganisationContact(locals.context, params.slug, contactIn(form));
      redirect(303, `/partners/organisations/${params.slug}/membership#contacts`);
    });
  },
  removeContact: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      await removeOrganisationContact(locals.context, params.slug, contactIn(form));
      redirect(303, `/partners/organisations/${params.slug}/membership#contacts`);
    });
  },
};
