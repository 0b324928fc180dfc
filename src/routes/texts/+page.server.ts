import { Refusal, type Problem } from '#kernel/problem.ts';
import type { Context } from '#modules/access/server/index.ts';
import { nameOfRevision, textsInForce, type InForce, type TextWithDay } from '#modules/texts/server/index.ts';
import { listed, lists } from '../lists.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const at = url.searchParams.get('at')?.trim() ?? '';
  return {
    at,
    ...(await inForce(locals.context, at)),
    list: await listed(lists.instruments, locals.context, url),
  };
};

/** What stood on the day that was asked for; nothing where none was, or it is none. */
async function inForce(context: Context, at: string) {
  const nothing = { day: null, texts: [], problems: [] as Problem[] };
  if (at === '') return nothing;
  try {
    const { day, texts } = await textsInForce(context, at);
    return { day, texts: texts.map(shown), problems: [] as Problem[] };
  } catch (cause) {
    if (!(cause instanceof Refusal) || cause.problem.code !== 'bad-day') throw cause;
    return { ...nothing, problems: [cause.problem] };
  }
}

function shown({ instrument, standing }: InForce) {
  return {
    ...instrument,
    state: standing.state,
    why: standing.state === 'unknown' ? standing.why : null,
    text: 'revision' in standing ? named(standing.revision) : 'first' in standing ? named(standing.first) : null,
    among: standing.state === 'unknown' ? standing.among.map(named) : [],
  };
}

const named = ({ slug, place, year, revised }: TextWithDay) => ({
  slug,
  name: place === null || year === null ? 'text without a date' : nameOfRevision({ place, year, revised }),
});
