import { refuse } from '#kernel/problem.ts';
import { may } from '#modules/access/index.ts';
import { FormKind } from '#modules/missions/index.ts';
import { cycle, formVersions } from '#modules/missions/server/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { slug, programme, year } = await cycle(locals.context, params.slug);
  const versions = await formVersions(locals.context, slug);
  const asked = FormKind.safeParse(url.searchParams.get('kind'));
  const kind = asked.success ? asked.data : 'application';
  const number = url.searchParams.get('version');
  const shown =
    number === null ? versions[kind][0] : versions[kind].find(({ form }) => String(form.version) === number);
  if (shown === undefined) refuse('not-found', 'This version of the form is not there.', 'Open the newest one.');
  const isStaff = may(locals.context.viewer, 'run-missions').allowed;
  return {
    slug,
    name: `${programme} ${year}`,
    kind,
    form: shown.form,
    isNewest: shown === versions[kind][0],
    isStaff,
    versions: versions[kind].map(({ form, uses }) => ({ version: form.version, uses: isStaff ? uses : null })),
  };
};
