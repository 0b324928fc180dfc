import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { refuse } from '#kernel/problem.ts';
import { may } from '#modules/access/index.ts';
import { mustMay } from '#modules/access/server/index.ts';
import { inForce, organisationKindNames } from '#modules/directory/index.ts';
import { categories, changeOrganisation, memberships, organisation } from '#modules/directory/server/index.ts';
import { activitiesOfOrganisation } from '#modules/partners/server/index.ts';
import { linksOf } from '#modules/trace/server/index.ts';
import { done, field, formOf, numberField } from '../../../pages.ts';
import { countryName } from '../../../words.ts';
import { storyOf } from '../../../missions/story.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { context } = locals;
  const found = await organisation(context, params.slug);
  const names = await categories(context);
  const today = context.now().toISOString().slice(0, 10);
  return {
    organisation: found,
    kind: found.kind === null ? null : organisationKindNames[found.kind],
    memberships: (await memberships(context, found.id)).map(({ category, fellowship, from, to }) => ({
      name: names[category].one,
      fellowship,
      from,
      to,
      current: inForce({ from, to }, today),
    })),
    country: found.country === null ? null : countryName(found.country),
    activities: (await activitiesOfOrganisation(context, found.id)).map((activity) => ({
      words: activity.words,
      address: `/partners/meetings/${activity.meetingSlug}#activity-${activity.position + 1}`,
      series: activity.series,
      date: activity.meetingDate,
    })),
    story: await storyOf(context, found),
    links: (await linksOf(context, { kind: 'organisation', id: found.id })).filter((link) => link.kind === 'meeting'),
    editing: url.searchParams.has('edit') && may(context.viewer, 'edit-records').allowed,
    editable: may(context.viewer, 'edit-records').allowed,
  };
};

const Change = z.object({
  key: z.string().trim().min(1, 'Enter an abbreviation, or the name again.').max(60),
  name: z.string().trim().min(2, 'Enter the name.').max(300),
  country: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^([A-Z]{2})?$/, 'Enter the two letters of ISO 3166, or nothing.')
    .transform((code) => (code === '' ? null : code)),
});

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      mustMay(locals.context, 'edit-records');
      const checked = Change.safeParse({
        key: field(form, 'key'),
        name: field(form, 'name'),
        country: field(form, 'country'),
      });
      if (!checked.success) {
        const [issue] = checked.error.issues;
        refuse('bad-organisation', issue?.message ?? 'This does not fit.', '', {
          field: String(issue?.path[0] ?? 'name'),
        });
      }
      await changeOrganisation(locals.context, params.slug, numberField(form, 'version'), checked.data);
      redirect(303, `/partners/organisations/${params.slug}`);
    });
  },
};
