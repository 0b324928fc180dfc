import { consolidationFile } from '#modules/texts/server/index.ts';
import { wordAnswer } from '../../../../files.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) =>
  wordAnswer(await consolidationFile(locals.context, params.slug));
