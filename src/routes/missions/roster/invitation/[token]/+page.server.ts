import { redirect } from '@sveltejs/kit';
import { Refusal, refuse } from '#kernel/problem.ts';
import { answerInvitation, declineInvitation, openInvitation } from '#modules/missions/server/index.ts';
import { Limiter } from '#platform/http/index.ts';
import { done, field, formOf, numberField } from '../../../../pages.ts';
import { consentFrom, nothingAllowed, offered, takeEntry, typedOf } from '../../form.ts';
import type { Actions, PageServerLoad } from './$types';

/** A token cannot be guessed; trying without end is refused all the same. */
const limiter = new Limiter(30, 600);

/** Slows down whoever tries links that are not good. */
async function limited<T>(who: string, now: Date, work: () => Promise<T>): Promise<T> {
  const seconds = limiter.wait(who, now.getTime());
  if (seconds > 0) {
    refuse('too-many-attempts', 'There were too many links that are not good.', `Try again in ${seconds} seconds.`);
  }
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof Refusal && cause.problem.code === 'not-found') limiter.failed(who, now.getTime());
    throw cause;
  }
}

export const load: PageServerLoad = async ({ locals: { context }, params, getClientAddress, setHeaders }) => {
  // The address of this page is a secret: it goes into no referrer, no cache and no index. Forms still need an origin.
  setHeaders({
    'Referrer-Policy': 'strict-origin',
    'Cache-Control': 'private, no-store',
    'X-Robots-Tag': 'noindex, nofollow',
  });
  const { entry, contacts, expiresAt } = await limited(getClientAddress(), context.now(), () =>
    openInvitation(context, params.token),
  );
  return {
    name: entry.name,
    version: entry.version,
    visibility: entry.visibility,
    consent: entry.consent,
    confirmedOn: entry.confirmedOn,
    expiresAt,
    typed: typedOf(entry, contacts),
    allowed: nothingAllowed,
    offered,
  };
};

export const actions: Actions = {
  confirm: async ({ request, locals: { context }, params, getClientAddress }) => {
    const form = await formOf(request);
    const today = context.now().toISOString().slice(0, 10);
    return takeEntry(
      form,
      (allowed) => consentFrom(allowed, 'person', today),
      async (details, consent) => {
        if (consent === undefined) throw new TypeError('The form of an invitation always asks for consent.');
        await limited(getClientAddress(), context.now(), () =>
          answerInvitation(context, params.token, numberField(form, 'version'), { details, consent }),
        );
        redirect(303, '/missions/roster/invitation');
      },
    );
  },
  remove: async ({ request, locals: { context }, params, getClientAddress }) => {
    const form = await formOf(request);
    return done(form, async () => {
      if (field(form, 'sure') !== 'yes') {
        refuse('not-sure', 'Tick that everything is to be removed.', 'It cannot be undone.', { field: 'sure' });
      }
      await limited(getClientAddress(), context.now(), () =>
        declineInvitation(context, params.token, numberField(form, 'version')),
      );
      redirect(303, '/missions/roster/invitation?done=removed');
    });
  },
};
