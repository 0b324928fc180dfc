import { fail, redirect } from '@sveltejs/kit';
import { Refusal, refuse } from '#kernel/problem.ts';
import { applicationAtWork, changeApplication } from '#modules/missions/server/index.ts';
import { statusOf } from '#platform/http/index.ts';
import { field, formOf } from '../../../../pages.ts';
import { inWords } from '../../fields.ts';
import { changesIn, fieldsOf, keptIn } from '../../form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const work = await applicationAtWork(locals.context, params.slug);
  const { application, cycle, lastDay, stage } = work;
  if (work.roles.length === 0) {
    refuse('not-allowed', 'Only the organisation that applies and the secretariat change it.', 'Ask them.');
  }
  return {
    slug: params.slug,
    title: application.title,
    formTitle: work.form.title,
    cycle: cycle === null ? null : `${cycle.programme} ${cycle.year}`,
    stage,
    open: work.mayChange,
    lastDay: work.begun ? lastDay : null,
    late: work.late,
    fields: fieldsOf(work),
    saved: url.searchParams.has('saved') ? application.changedAt : null,
    /** What is kept in the browser belongs to the request and the person. */
    journal: `application ${application.id} ${locals.context.viewer.account ?? ''}`,
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await formOf(request);
    const here = `/missions/applications/${params.slug}`;
    let crossed: string[];
    try {
      ({ crossed } = await changeApplication(locals.context, params.slug, changesIn(form)));
    } catch (cause) {
      if (!(cause instanceof Refusal)) throw cause;
      const { problem } = cause;
      return fail(statusOf(problem), { problems: [problem], kept: keptIn(form), seen: 'as-sent' as const, theirs: {} });
    }
    if (crossed.length === 0) redirect(303, field(form, 'then') === 'submit' ? `${here}/submit` : `${here}/edit?saved`);
    // Everything else is kept; these the person decides on, with both texts in sight.
    const met = fieldsOf(await applicationAtWork(locals.context, params.slug)).filter(({ name }) =>
      crossed.includes(name.slice(name.indexOf('.') + 1)),
    );
    return fail(409, {
      problems: met.map(({ name, question }) => ({
        code: 'changed-meanwhile',
        message: `Somebody else changed “${question}” while you were writing.`,
        remedy: 'Both texts stand there. What you leave in the field is kept when you save again.',
        place: { field: name },
      })),
      kept: keptIn(
        form,
        met.map(({ name }) => name),
      ),
      seen: 'as-stands' as const,
      theirs: Object.fromEntries(met.map((one) => [one.name, inWords(one)])),
    });
  },
};
