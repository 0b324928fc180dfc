import { redirect } from '@sveltejs/kit';
import { refuse } from '#kernel/problem.ts';
import { applicationAtWork, attachments, moveApplication, sendInAgain } from '#modules/missions/server/index.ts';
import { done, field, formOf, numberField } from '../../../../pages.ts';
import { ownApplication } from '../../own.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const work = await applicationAtWork(locals.context, params.slug);
  const { application, moves, roles, form } = work;
  const move = moves.find(({ to }) => to === 'submitted');
  if (move === undefined || !work.mayChange) {
    refuse('not-found', 'It cannot be sent in from here.', 'Look at the request: it says who is asked to do what.');
  }
  const { files } = await attachments(locals.context, { kind: 'application', id: application.id });
  const asked = new Set(form.items.map(({ key }) => key));
  return {
    slug: params.slug,
    version: application.version,
    title: application.title,
    organisation: application.content.organisation,
    organiser: work.organiser,
    label: move.label,
    staff: roles.includes('secretariat'),
    missing: work.missing.map(({ key, words }) => ({ words, at: asked.has(key) ? `answer.${key}` : `head.${key}` })),
    lastDay: work.lastDay,
    late: work.late && work.begun,
    begun: work.begun,
    files: files.map(({ name }) => name),
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const { begun } = await ownApplication(locals.context, params.slug);
      if (field(form, 'confirm') !== 'yes') {
        refuse('not-confirmed', 'Confirm that it may be sent in.', '', { field: 'confirm' });
      }
      const version = numberField(form, 'version');
      const reason = field(form, 'reason').trim();
      if (begun) await moveApplication(locals.context, params.slug, version, 'submitted', { reason });
      else await sendInAgain(locals.context, params.slug, version);
      redirect(303, `/missions/applications/${params.slug}`);
    });
  },
};
