import { redirect } from '@sveltejs/kit';
import { stateNames } from '#modules/post/index.ts';
import { clearMessages, markSentByHand, message, takeBackMessages } from '#modules/post/server/index.ts';
import { refuse } from '#kernel/problem.ts';
import { readConfig } from '#platform/config/index.ts';
import { done, field, formOf } from '../../../pages.ts';
import { kindOfMail } from '../../names.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { smtp, mailFrom } = readConfig();
  const { message: found, mail, attempts } = await message(locals.context, params.id, mailFrom);
  const { state } = found;
  return {
    id: found.id,
    batch: found.batch,
    kind: kindOfMail(found.kind),
    state: stateNames[state],
    to: found.to,
    copy: found.copy,
    from: mailFrom,
    subject: mail.subject,
    paragraphs: mail.text.split(/\n{2,}/),
    attachments: found.attachments.map(({ name, bytes }) => ({ name, bytes })),
    clearedBy: found.clearedBy,
    clearedAt: found.clearedAt,
    madeBy: found.madeBy,
    madeAt: found.madeAt,
    attempts: attempts.map(({ begun, ended, error }) => ({ begun, cutShort: ended === null, error })),
    mayClear: state === 'waiting' || state === 'failed',
    mayMark: state === 'cleared' || state === 'failed',
    mayTakeBack: state === 'waiting' || state === 'cleared' || state === 'failed',
    sendsItself: smtp !== null,
  };
};

export const actions: Actions = {
  clear: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const byPost = field(form, 'byPost') === 'yes';
      const { unreachable } = await clearMessages(locals.context, [params.id], { byPost });
      const [name] = unreachable;
      if (name !== undefined) {
        refuse('no-address', `No e-mail address of ${name} is known.`, 'Add one, or send it by post.');
      }
      redirect(303, `/outbox/messages/${params.id}`);
    });
  },
  takeBack: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      await takeBackMessages(locals.context, [params.id]);
      redirect(303, `/outbox/messages/${params.id}`);
    });
  },
  byHand: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      await markSentByHand(locals.context, [params.id]);
      redirect(303, `/outbox/messages/${params.id}`);
    });
  },
};
