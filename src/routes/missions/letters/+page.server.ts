import { may } from '#modules/access/index.ts';
import { cycles } from '#modules/missions/server/index.ts';
import { LetterKind, letterKindNames } from '#modules/missions/index.ts';
import { listed, lists } from '../../lists.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const mayWrite = may(locals.context.viewer, 'run-missions').allowed;
  return {
    list: await listed(lists.letters, locals.context, url),
    mayWrite,
    cycles: mayWrite
      ? (await cycles(locals.context)).map(({ slug, programme, year }) => ({ slug, name: `${programme} ${year}` }))
      : [],
    kinds: LetterKind.options.map((kind) => ({ kind, name: letterKindNames[kind] })),
  };
};
