import type { Context } from '#modules/access/server/index.ts';
import { letters } from '#modules/missions/server/index.ts';

/** Letters of a cycle that another one may reply to: those that were sent. */
export async function earlierLetters(
  context: Context,
  cycle: string | null,
  not: string | null,
): Promise<{ slug: string; name: string }[]> {
  const all = await letters(context, cycle);
  return all
    .filter(({ state, slug }) => state === 'sent' && slug !== not)
    .map(({ slug, content }) => ({
      slug,
      name: content.reference === '' ? content.subject : `${content.reference} – ${content.subject}`,
    }));
}
