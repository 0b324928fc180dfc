import { may } from '#modules/access/index.ts';
import { drafts } from '#modules/texts/server/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  mayDraft: may(locals.context.viewer, 'draft-texts').allowed,
  drafts: (await drafts(locals.context)).map(({ slug, title, opened_by, version, changed_at }) => ({
    slug,
    title,
    openedBy: opened_by,
    changed: version > 0,
    changedAt: changed_at,
  })),
});
