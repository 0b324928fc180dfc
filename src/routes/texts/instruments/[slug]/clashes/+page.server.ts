import { redirect } from '@sveltejs/kit';
import { may } from '#modules/access/index.ts';
import { clashMap, consolidations, nameOfRevision, openConsolidation } from '#modules/texts/server/index.ts';
import { done, formOf } from '../../../../pages.ts';
import { isDispute, relationOf, relations } from '../../../clashes/names.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const chosen = url.searchParams.getAll('by');
  const only = url.searchParams.get('only') ?? 'all';
  const { map, base, instrument, everybody, proposals } = await clashMap(
    locals.context,
    params.slug,
    chosen.length === 0 ? null : chosen,
  );
  const named = base === null || base.place === null || base.year === null ? null : base;
  return {
    slug: instrument.slug,
    name: map.instrument,
    title: instrument.title,
    base:
      base === null
        ? null
        : {
            slug: base.slug,
            name:
              named === null
                ? ''
                : nameOfRevision({ place: named.place ?? '', year: named.year ?? 0, revised: named.revised }),
          },
    everybody,
    chosen,
    only,
    proponents: map.proponents,
    proposals: proposals.map(({ slug, reference, action }) => ({
      slug,
      reference,
      action,
      by: reference.split('/')[0] ?? '',
    })),
    counts: relations
      .map(({ relation, name, many }) => ({
        name,
        many,
        number: map.rows.filter((row) => row.relation === relation).length,
      }))
      .filter(({ number }) => number > 0),
    rows: map.rows
      .filter((row) =>
        only === 'disputed' ? isDispute(row.relation) : only === 'several' ? row.relation !== 'single' : true,
      )
      .map((row) => {
        const { name, sign } = relationOf(row.relation) ?? { name: row.relation, sign: '' };
        return { ...row, relationName: name, sign, disputed: isDispute(row.relation) };
      }),
    drafts: (await consolidations(locals.context, instrument.id)).map(({ slug, openedAt }) => ({
      slug,
      opened: openedAt,
    })),
    mayOpen: may(locals.context.viewer, 'draft-texts').allowed && base !== null && proposals.length > 0,
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      redirect(303, `/texts/consolidations/${await openConsolidation(locals.context, params.slug)}`);
    });
  },
};
