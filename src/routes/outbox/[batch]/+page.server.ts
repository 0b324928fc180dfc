import { redirect } from '@sveltejs/kit';
import { isThingKind } from '#kernel/reference.ts';
import { stateNames, tallyInWords, type Tally } from '#modules/post/index.ts';
import { clearMessages, markSentByHand, messagesOfBatch, takeBackMessages } from '#modules/post/server/index.ts';
import { namesOf } from '#modules/trace/server/index.ts';
import { readConfig } from '#platform/config/index.ts';
import { done, formOf } from '../../pages.ts';
import { kindOfMail } from '../names.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const messages = await messagesOfBatch(locals.context, params.batch);
  const [first] = messages;
  const reference =
    first !== undefined && isThingKind(first.aboutKind) ? { kind: first.aboutKind, id: first.aboutId } : null;
  const named =
    reference === null ? null : (await namesOf(locals.context, [reference])).get(`${reference.kind} ${reference.id}`);
  const tally: Tally = { waiting: 0, cleared: 0, sent: 0, 'by-hand': 0, failed: 0, 'taken-back': 0 };
  for (const { state } of messages) tally[state]++;
  return {
    subject: first?.subject ?? '',
    kind: kindOfMail(first?.kind ?? 'letter'),
    said: tallyInWords(tally),
    about: named === null || named === undefined ? null : { title: named.title, address: named.address },
    tally,
    sendsItself: readConfig().smtp !== null,
    /** What the last deed on this page left to do. */
    unreachable: url.searchParams.getAll('without-address'),
    messages: messages.map(({ id, to, copy, state, lastError, endedAt, nextTry, due }) => ({
      id,
      name: to.name,
      address: to.address,
      copy,
      state: stateNames[state],
      failed: state === 'failed',
      error: lastError,
      endedAt,
      nextTry,
      due: due > locals.context.now() ? due : null,
    })),
  };
};

const idsOf = async (context: App.Locals['context'], batch: string): Promise<string[]> =>
  (await messagesOfBatch(context, batch)).map(({ id }) => id);

export const actions: Actions = {
  clear: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const { unreachable } = await clearMessages(locals.context, await idsOf(locals.context, params.batch));
      const told = new URLSearchParams(unreachable.map((name) => ['without-address', name]));
      redirect(303, `/outbox/${params.batch}${unreachable.length === 0 ? '' : `?${told}`}`);
    });
  },
  takeBack: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      await takeBackMessages(locals.context, await idsOf(locals.context, params.batch));
      redirect(303, `/outbox/${params.batch}`);
    });
  },
  byHand: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      await markSentByHand(locals.context, await idsOf(locals.context, params.batch));
      redirect(303, `/outbox/${params.batch}`);
    });
  },
};
