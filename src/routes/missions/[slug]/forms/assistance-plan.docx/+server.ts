import { emptyFormFile } from '#modules/missions/server/index.ts';
import { wordAnswer } from '../../../../files.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) =>
  wordAnswer(await emptyFormFile(locals.context, params.slug, 'assistance-plan'));
