import { codeOfContribution } from '#modules/texts/index.ts';
import { preparations } from '#modules/texts/server/index.ts';
import { may } from '#modules/access/index.ts';
import { stageNames } from './names.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  mayOpen: may(locals.context.viewer, 'draft-texts').allowed,
  preparations: (await preparations(locals.context)).map((row) => ({
    slug: row.slug,
    code: codeOfContribution(row),
    title: row.title,
    conference: `${row.conference} (${row.place}, ${row.year})`,
    stage: stageNames[row.stage],
    replyBy: row.stage === 'asked' ? row.replyBy : null,
  })),
});
