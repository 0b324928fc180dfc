import { redirect } from '@sveltejs/kit';
import { may } from '#modules/access/index.ts';
import { mustMay } from '#modules/access/server/index.ts';
import { changeRosterEntry, rosterContacts, rosterEntry } from '#modules/missions/server/index.ts';
import { formOf, numberField } from '../../../../pages.ts';
import { allowedOf, consentFrom, nothingAllowed, offered, takeEntry, typedOf } from '../../form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context }, params }) => {
  const entry = await rosterEntry(context, params.slug);
  if (!entry.whole) mustMay(context, 'run-missions');
  const staff = may(context.viewer, 'run-missions').allowed;
  return {
    slug: entry.slug,
    name: entry.name,
    version: entry.version,
    typed: typedOf(entry, await rosterContacts(context, entry)),
    allowed: staff ? nothingAllowed : allowedOf(entry),
    offered,
    own: !staff,
  };
};

export const actions: Actions = {
  default: async ({ request, locals: { context }, params }) => {
    const form = await formOf(request);
    if (!(await rosterEntry(context, params.slug)).whole) mustMay(context, 'run-missions');
    const staff = may(context.viewer, 'run-missions').allowed;
    const today = context.now().toISOString().slice(0, 10);
    return takeEntry(
      form,
      (allowed) =>
        staff
          ? allowed.noted
            ? consentFrom(allowed, 'secretariat', today)
            : undefined
          : consentFrom(allowed, 'person', today),
      async (details, consent, confirmed) => {
        const change = { details, confirmed: !staff || confirmed, ...(consent === undefined ? {} : { consent }) };
        const slug = await changeRosterEntry(context, params.slug, numberField(form, 'version'), change);
        redirect(303, `/missions/roster/${slug}`);
      },
    );
  },
};
