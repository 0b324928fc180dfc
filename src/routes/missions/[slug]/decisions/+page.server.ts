import { redirect } from '@sveltejs/kit';
import { decide, decisions, releaseDecisions, takeBackDecision, type Wanted } from '#modules/missions/server/index.ts';
import { done, field, formOf, numberField } from '../../../pages.ts';
import { optional, several } from '../../fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { cycle, requests } = await decisions(locals.context, params.slug);
  const rows = requests.map(({ application, stage, decided, moves }) => ({
    slug: application.slug,
    title: application.title,
    country: application.content.country.printed,
    version: application.version,
    stage,
    decided,
    moves: moves.map(({ to, label, reason, heldBack }) => ({ to, label, reason, heldBack })),
  }));
  return {
    slug: cycle.slug,
    name: `${cycle.programme} ${cycle.year}`,
    waiting: rows.filter(({ decided }) => decided !== null),
    open: rows.filter(({ decided, moves }) => decided === null && moves.length > 0),
  };
};

export const actions: Actions = {
  decide: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const wanted = several(form, 'request').flatMap((slug): Wanted[] => {
        const to = field(form, `to-${slug}`);
        if (to === '') return [];
        const reason = field(form, `reason-${slug}`).trim();
        return [{ slug, version: numberField(form, `version-${slug}`), to, reason, instead: null }];
      });
      await decide(locals.context, params.slug, wanted);
      redirect(303, `/missions/${params.slug}/decisions`);
    });
  },
  release: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const chosen = several(form, 'release').map((value) => {
        const [slug = '', at = ''] = value.split(' ');
        return { slug, at };
      });
      await releaseDecisions(locals.context, params.slug, chosen);
      redirect(303, `/missions/${params.slug}`);
    });
  },
  back: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      await takeBackDecision(locals.context, { slug: field(form, 'slug'), at: optional(form, 'at') ?? '' });
      redirect(303, `/missions/${params.slug}/decisions`);
    });
  },
};
