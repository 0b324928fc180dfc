import type { Asker } from '../made.ts';
import type { Part } from '../pages.ts';

const title = 'Landing rules for cables';
const list = '/missions/applications';

/** A request that the secretariat began on behalf of an organisation; found again when it is there. */
async function begun(asker: Asker): Promise<string> {
  const named = new RegExp(`${list}/([\\w-]+)"[^>]*>${title}`).exec(await asker.page(list))?.[1];
  if (named !== undefined) return named;
  const form = await asker.page(`${list}/new`);
  const organisation = /<option value="([0-9a-f-]{36})"/.exec(form)?.[1] ?? '';
  const made = await asker.send(`${list}/new`, {
    cycle: 'ocu-expert-mission-2026',
    organisation,
    'head.organisation': 'Harbour of Cables',
    'head.country': 'Fiji',
    'head.title': title,
  });
  const slug = /applications\/([\w-]+)\/edit/.exec(made)?.[1] ?? '';
  await asker.send(`${list}/${slug}/edit`, {
    'answer.timeline': 'May 2027: talks\nsoon',
    'was.answer.timeline': '',
    'revision.answer.timeline': '0',
  });
  return slug;
}

export const part: Part = {
  make: async (asker) => ({ request: await begun(asker) }),
  pages: ({ request = '' }) => ({
    '/missions/applications': [[list], ['visitor', 'administrator']],
    '/missions/applications/new': [[`${list}/new`, `${list}/new?cycle=ocu-expert-mission-2026`], ['administrator']],
    '/missions/applications/[slug]': [[`${list}/ocu-expert-mission-2026-1-fiji`], ['visitor', 'administrator']],
    // A request that is being written is not there for visitors.
    '/missions/applications/[slug]/edit': [[`${list}/${request}/edit`, `${list}/${request}`], ['administrator']],
    '/missions/applications/[slug]/submit': [[`${list}/${request}/submit`], ['administrator']],
  }),
};
