import { redirect } from '@sveltejs/kit';
import { Visibility, visibilityNames } from '#modules/access/index.ts';
import { kinds } from '#modules/intake/index.ts';
import {
  accept,
  chaptersOf,
  dismiss,
  elementsOf,
  reading,
  showTo,
  sourcePage,
  takeOut,
} from '#modules/intake/server/index.ts';
import { done, field, numberField } from '../../pages.ts';
import type { Actions, PageServerLoad } from './$types';

/** Lines of the source on one screen. */
const stretch = 60;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { context } = locals;
  const { reading: row, source, corrections } = await reading(context, params.id);
  const asked = Number(url.searchParams.get('from') ?? 1);
  const first = Number.isInteger(asked) && asked > 0 ? asked : 1;
  const page = await sourcePage(context, row.source, { first, last: first + stretch - 1 });
  const elements = row.record === null ? [] : elementsOf(row.record);
  return {
    reading: {
      id: row.id,
      kind: row.kind,
      kindName: kinds[row.kind].name,
      state: row.state,
      version: row.version,
      visibility: row.visibility,
      address: row.address,
      lines: row.reading.lines,
      findings: row.reading.findings,
      unplaced: row.reading.unplaced,
      hasRecord: row.record !== null,
    },
    source: {
      id: source.id,
      name: source.name,
      media: source.media,
      bytes: source.bytes,
      cameAt: source.cameAt,
      cameBy: source.cameBy,
    },
    corrections,
    chapters: chaptersOf(elements),
    /** Elements at no line of their own, shown once, at the top. */
    general: first === 1 ? elements.filter((element) => element.line === null) : [],
    elements: elements.filter(
      (element) => element.line !== null && element.line >= first && element.line < first + stretch,
    ),
    lines: page.lines,
    first,
    stretch,
    total: page.total,
    visibilities: Visibility.options.map((value) => ({ value, name: visibilityNames[value] })),
  };
};

export const actions: Actions = {
  accept: async ({ request, locals, params }) => {
    const form = await request.formData();
    return done(form, async () => {
      let version = numberField(form, 'version');
      const visibility = Visibility.safeParse(field(form, 'visibility'));
      const { reading: row } = await reading(locals.context, params.id);
      if (visibility.success && visibility.data !== row.visibility) {
        await showTo(locals.context, params.id, version, visibility.data);
        version++;
      }
      redirect(303, await accept(locals.context, params.id, version));
    });
  },
  dismiss: async ({ request, locals, params }) => {
    const form = await request.formData();
    return done(form, async () => {
      await dismiss(locals.context, params.id, numberField(form, 'version'));
      redirect(303, '/intake');
    });
  },
  takeOut: async ({ request, locals, params }) => {
    const form = await request.formData();
    return done(form, async () => {
      await takeOut(locals.context, params.id, numberField(form, 'version'), field(form, 'path'));
      redirect(303, `/intake/${params.id}?from=${numberField(form, 'from') || 1}`);
    });
  },
};
