import { redirect } from '@sveltejs/kit';
import { kinds } from '#modules/intake/index.ts';
import { readings, startJob, waitForJob } from '#modules/intake/server/index.ts';
import { filesOf } from '../files.ts';
import { done, field, formOf } from '../pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const list = await readings(locals.context);
  const named = list.map((item) => ({ ...item, kindName: kinds[item.kind].name }));
  return {
    open: named.filter((item) => item.state === 'open'),
    accepted: named.filter((item) => item.state === 'accepted'),
    dismissed: named.filter((item) => item.state === 'dismissed'),
  };
};

/** A short import is waited for; a long one is followed on a page of its own. */
const patience = 4000;

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const asNewVersion = field(form, 'new-version') === 'yes';
      const files = await filesOf(form, 'files');
      const job = startJob(
        locals.context,
        files.map((file) => ({ ...file, asNewVersion })),
      );
      await waitForJob(job.id, patience);
      const [only] = job.files;
      const simple = job.finished && job.files.length === 1 && only?.result?.state === 'new';
      redirect(303, simple ? `/intake/${only.result?.reading ?? ''}` : `/intake/jobs/${job.id}`);
    });
  },
};
