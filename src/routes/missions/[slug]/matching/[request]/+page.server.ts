import { redirect } from '@sveltejs/kit';
import { refuse } from '#kernel/problem.ts';
import { gradeNames, mayBeProposed } from '#modules/missions/index.ts';
import { judgeMatch, matching } from '#modules/missions/server/index.ts';
import { done, field, formOf, numberField } from '../../../../pages.ts';
import type { Actions, PageServerLoad } from './$types';
import { looking, lookOf, matchView, weightFields } from '../views.ts';

/** Activities that are shown as context; all others only share what they share with everything. */
const mostContext = 10;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const view = await matching(locals.context, params.slug, await lookOf(locals.context, url));
  const ranking = view.rankings.find(({ need }) => view.slugs.get(need.id) === params.request);
  if (ranking === undefined) {
    return refuse('not-found', 'There is no such request in the matching of this cycle.', 'Look in its list.');
  }
  const { need, matches, barred } = ranking;
  const some = matches.filter(({ candidate }) => candidate.kind !== 'activity');
  const context = matches.filter((one) => one.candidate.kind === 'activity' && mayBeProposed(one));
  return {
    name: `${view.cycle.programme} ${view.cycle.year}`,
    slug: view.cycle.slug,
    request: params.request,
    need: { id: need.id, name: need.name, address: need.address },
    search: looking(url),
    parts: weightFields.map(({ part, label }) => ({ part, label, most: view.weights[part] })),
    matches: some.map((one, at) => ({
      ...matchView(one, view, some[at - 1] ?? null),
      fits: mayBeProposed(one),
    })),
    barred: barred.map((one) => matchView(one, view, null)),
    context: context.slice(0, mostContext).map((one, at) => matchView(one, view, context[at - 1] ?? null)),
    grades: Object.entries(gradeNames).map(([grade, words]) => ({ grade, words })),
  };
};

export const actions: Actions = {
  judge: async ({ request, locals, params, url }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const candidate = field(form, 'candidate');
      const grade = numberField(form, 'grade');
      const words = { application: field(form, 'application'), candidate, grade, note: field(form, 'note') };
      await judgeMatch(locals.context, params.slug, words);
      redirect(
        303,
        `/missions/${params.slug}/matching/${params.request}${looking(url)}#${encodeURIComponent(candidate)}`,
      );
    });
  },
};
