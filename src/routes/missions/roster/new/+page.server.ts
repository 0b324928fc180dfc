import { redirect } from '@sveltejs/kit';
import { may } from '#modules/access/index.ts';
import { mustMay } from '#modules/access/server/index.ts';
import { nothingTyped } from '#modules/missions/index.ts';
import { addToRoster } from '#modules/missions/server/index.ts';
import { formOf } from '../../../pages.ts';
import { consentFrom, nothingAllowed, offered, takeEntry } from '../form.ts';
import type { Actions, PageServerLoad } from './$types';

const isExpert = ({ viewer }: App.Locals['context']): boolean => viewer.role === 'expert' && viewer.account !== null;

export const load: PageServerLoad = ({ locals }) => {
  const { context } = locals;
  if (!isExpert(context)) mustMay(context, 'run-missions');
  return { typed: nothingTyped, allowed: nothingAllowed, offered, own: isExpert(context) };
};

export const actions: Actions = {
  default: async ({ request, locals: { context } }) => {
    if (!isExpert(context)) mustMay(context, 'run-missions');
    const staff = may(context.viewer, 'run-missions').allowed;
    const today = context.now().toISOString().slice(0, 10);
    return takeEntry(
      await formOf(request),
      (allowed) =>
        staff
          ? allowed.noted
            ? consentFrom(allowed, 'secretariat', today)
            : undefined
          : consentFrom(allowed, 'person', today),
      async (details, consent, confirmed) => {
        const change = { details, confirmed: !staff || confirmed, ...(consent === undefined ? {} : { consent }) };
        redirect(303, `/missions/roster/${await addToRoster(context, change)}`);
      },
    );
  },
};
