import { redirect } from '@sveltejs/kit';
import { inOrder, stepInWords } from '#modules/missions/index.ts';
import {
  attachDocument,
  mission,
  missionDocuments,
  missionSummary,
  removeDocument,
} from '#modules/missions/server/index.ts';
import { filesOf } from '../../../../files.ts';
import { done, field, formOf } from '../../../../pages.ts';
import { headOf } from '../../names.ts';
import { mustBeOnASide } from '../../side.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { context } = locals;
  const { mission: found, side } = await mission(context, params.slug);
  const steps = inOrder(found.milestones).map(({ id, kind, what }) => ({
    id,
    name: stepInWords({ kind, what }),
  }));
  return {
    head: headOf(await missionSummary(context, params.slug)),
    mayChange: side !== null,
    steps,
    documents: (await missionDocuments(context, params.slug)).map((file) => ({
      ...file,
      step: steps.find(({ id }) => id === file.milestone)?.name ?? null,
    })),
  };
};

export const actions: Actions = {
  add: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      await mustBeOnASide(locals.context, params.slug);
      const [file] = await filesOf(form, 'file');
      if (file !== undefined) {
        const sent = form.get('file');
        const media = sent instanceof File ? sent.type : '';
        const shown = field(form, 'shown') === 'public' ? 'public' : 'parties';
        const where = { milestone: field(form, 'milestone') || null, shown } as const;
        await attachDocument(locals.context, params.slug, { ...file, media, note: field(form, 'note') }, where);
      }
      redirect(303, `/missions/missions/${params.slug}/documents`);
    });
  },
  remove: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      await removeDocument(locals.context, params.slug, field(form, 'id'));
      redirect(303, `/missions/missions/${params.slug}/documents`);
    });
  },
};
