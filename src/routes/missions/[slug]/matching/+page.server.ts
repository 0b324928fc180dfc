import { redirect } from '@sveltejs/kit';
import { refuse } from '#kernel/problem.ts';
import { mustMay } from '#modules/access/server/index.ts';
import { mayBeProposed } from '#modules/missions/index.ts';
import { changeMatching, matching } from '#modules/missions/server/index.ts';
import { done, field, formOf, numberField } from '../../../pages.ts';
import type { Actions, PageServerLoad } from './$types';
import { looking, lookOf, matchView, weightFields, weightsIn } from './views.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const look = await lookOf(locals.context, url);
  const view = await matching(locals.context, params.slug, look);
  const { cycle, settings, weights, version } = view;
  return {
    name: `${cycle.programme} ${cycle.year}`,
    slug: cycle.slug,
    cycleVersion: cycle.version,
    version,
    settings,
    looks: look.weights !== undefined,
    wrong: url.searchParams.has('weight-theme') && look.weights === undefined,
    search: looking(url),
    weights: weightFields.map((one) => ({ ...one, value: weights[one.part] })),
    needs: view.rankings.map(({ need, matches, barred }) => {
      const fits = matches.filter(mayBeProposed);
      const best = fits.filter(({ candidate }) => candidate.kind !== 'activity');
      const context = fits.filter(({ candidate }) => candidate.kind === 'activity');
      return {
        id: need.id,
        slug: view.slugs.get(need.id) ?? '',
        name: need.name,
        best: best.slice(0, 3).map((one) => matchView(one, view, null)),
        more: Math.max(0, best.length - 3),
        context: context.slice(0, 2).map((one) => matchView(one, view, null)),
        barred: barred.length,
      };
    }),
  };
};

export const actions: Actions = {
  keep: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      mustMay(locals.context, 'run-missions');
      const weights = weightsIn(form);
      if (weights === null) {
        refuse('bad-weights', 'Enter each weight as a whole number from 0 to 100.', '', { field: 'weight-theme' });
      }
      const { settings } = await matching(locals.context, params.slug);
      await changeMatching(locals.context, params.slug, {
        cycleVersion: numberField(form, 'cycleVersion'),
        version: numberField(form, 'version'),
        weights,
        settings: {
          ...settings,
          nationalsBarred: field(form, 'nationalsBarred') === 'yes',
          profileMonths: numberField(form, 'profileMonths'),
          most: numberField(form, 'most'),
          rising: numberField(form, 'rising'),
        },
      });
      redirect(303, `/missions/${params.slug}/matching`);
    });
  },
};
