import { filledFormFile } from '#modules/missions/server/index.ts';
import { wordAnswer } from '../../../../files.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) =>
  wordAnswer(await filledFormFile(locals.context, 'assistance-plan', params.slug));
