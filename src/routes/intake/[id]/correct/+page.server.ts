import { redirect } from '@sveltejs/kit';
import { asTyped, correctElement, elementsOf, fieldsOf, reading, sourcePage } from '#modules/intake/server/index.ts';
import { done, field, formOf, numberField } from '../../../pages.ts';
import { safeQuestion } from '../../screen.ts';
import type { Actions, PageServerLoad } from './$types';

/** Lines of the source shown beside the form. */
const around = 3;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { context } = locals;
  const path = url.searchParams.get('at') ?? '';
  const { reading: row, source } = await reading(context, params.id);
  const fields = await fieldsOf(context, params.id, path);
  const element = row.record === null ? undefined : elementsOf(row.kind, row.record).find((one) => one.path === path);
  const line = element?.line ?? null;
  const lines =
    line === null
      ? []
      : (await sourcePage(context, row.source, { first: Math.max(1, line - around), last: line + around })).lines;
  return {
    reading: { id: row.id, version: row.version },
    source: source.name,
    path,
    name: element?.name ?? 'Value',
    line,
    lines,
    fields: fields.map((one) => ({ ...one, typed: asTyped(one.value), unknown: one.value === null })),
    question: safeQuestion(url.searchParams.get('question') ?? ''),
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params, url }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const fields = await fieldsOf(locals.context, params.id, url.searchParams.get('at') ?? '');
      const typed = Object.fromEntries(
        fields.map(({ path, kind }): [string, string | null] => [
          path,
          form.has(`unknown ${path}`)
            ? null
            : kind.type === 'choices'
              ? form
                  .getAll(path)
                  .filter((value) => typeof value === 'string')
                  .join('\n')
              : field(form, path),
        ]),
      );
      await correctElement(locals.context, params.id, numberField(form, 'version'), typed);
      const line = numberField(form, 'line');
      const at = line < 1 ? '' : `#L${line}`;
      redirect(303, `/intake/${params.id}${safeQuestion(field(form, 'question'))}${at}`);
    });
  },
};
