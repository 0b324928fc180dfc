import { contributionFile } from '#modules/texts/server/index.ts';
import { wordAnswer } from '../../../../files.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) =>
  wordAnswer(await contributionFile(locals.context, params.slug));
