import { historyOf } from '#modules/access/server/index.ts';
import { isThingKind } from '#kernel/reference.ts';
import { subjectsOf } from '../changes.ts';
import type { PageServerLoad } from './$types';

const most = 50;

export const load: PageServerLoad = async ({ locals, url }) => {
  const kind = url.searchParams.get('kind');
  const id = url.searchParams.get('id');
  const before = Number(url.searchParams.get('before') ?? Number.NaN);
  const subject = kind !== null && id !== null && isThingKind(kind) ? { kind, id } : null;
  const entries = await historyOf(locals.context, subject, {
    before: Number.isSafeInteger(before) ? before : null,
    most,
  });
  const subjects = await subjectsOf(locals.context, entries);
  return {
    entries: entries.map((entry, index) => ({ ...entry, subject: subjects[index] })),
    subject: subject === null ? null : { ...subject, name: subjects[0]?.name ?? null },
    older: entries.length === most ? (entries.at(-1)?.id ?? null) : null,
  };
};
