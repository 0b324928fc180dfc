import { outbox } from '#modules/post/server/index.ts';
import { tallyInWords } from '#modules/post/index.ts';
import { readConfig } from '#platform/config/index.ts';
import { kindOfMail } from './names.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const batches = await outbox(locals.context);
  const shown = batches.map((batch) => ({
    batch: batch.batch,
    subject: batch.subject,
    kind: kindOfMail(batch.kind),
    madeAt: batch.madeAt,
    madeBy: batch.madeBy,
    due: batch.due > locals.context.now() ? batch.due : null,
    said: tallyInWords(batch),
    open: batch.waiting + batch.cleared + batch.failed > 0,
  }));
  const sum = (state: 'waiting' | 'cleared' | 'failed'): number => batches.reduce((all, one) => all + one[state], 0);
  return {
    open: shown.filter(({ open }) => open),
    ended: shown.filter(({ open }) => !open),
    counts: { waiting: sum('waiting'), cleared: sum('cleared'), failed: sum('failed') },
    sendsItself: readConfig().smtp !== null,
  };
};
