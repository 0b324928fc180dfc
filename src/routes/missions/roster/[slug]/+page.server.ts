import { redirect } from '@sveltejs/kit';
import { refuse } from '#kernel/problem.ts';
import { may } from '#modules/access/index.ts';
import { mustMay } from '#modules/access/server/index.ts';
import {
  invitationDays,
  invitationsTo,
  inviteToRoster,
  removeFromRoster,
  revokeInvitation,
  rosterContacts,
  rosterEntry,
} from '#modules/missions/server/index.ts';
import { readConfig } from '#platform/config/index.ts';
import { consentState } from '#modules/missions/index.ts';
import { done, field, formOf, numberField } from '../../../pages.ts';
import { storyOfExpert } from '../../story.ts';
import { shownEntry } from '../shown.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context }, params }) => {
  const entry = await rosterEntry(context, params.slug);
  const runs = may(context.viewer, 'run-missions').allowed;
  const now = context.now();
  const { id, slug, name, version, whole, own, stale, consent, kind, emptiedAt } = entry;
  return {
    entry: { id, slug, name, version, whole, own, stale, consent, kind, emptied: emptiedAt !== null },
    confirmedOn: entry.confirmedOn,
    shown: shownEntry(entry, now),
    contacts: await rosterContacts(context, entry),
    consentState: consentState(consent, now.toISOString().slice(0, 10)),
    story:
      emptiedAt === null
        ? await storyOfExpert(context, { name, organisation: entry.organisationName, person: entry.person })
        : [],
    runs,
    days: invitationDays,
    invitations: runs
      ? (await invitationsTo(context, slug)).map((invitation) => ({
          ...invitation,
          open: invitation.ended === null && invitation.expiresAt > now,
        }))
      : [],
  };
};

export const actions: Actions = {
  invite: async ({ request, locals: { context }, params, url }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const origin = readConfig().publicAddress ?? url.origin;
      const made = await inviteToRoster(context, params.slug, numberField(form, 'days'), origin);
      return { link: new URL(made.path, origin).href, until: made.expiresAt, queued: made.queued };
    });
  },
  revoke: async ({ request, locals: { context }, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      await revokeInvitation(context, params.slug, field(form, 'invitation'));
      redirect(303, `/missions/roster/${params.slug}`);
    });
  },
  remove: async ({ request, locals: { context }, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      if (!(await rosterEntry(context, params.slug)).whole) mustMay(context, 'run-missions');
      if (field(form, 'sure') !== 'yes') {
        refuse('not-sure', 'Tick that everything is to be removed.', 'It cannot be undone.', { field: 'sure' });
      }
      await removeFromRoster(context, params.slug, numberField(form, 'version'));
      redirect(303, '/missions/roster');
    });
  },
};
