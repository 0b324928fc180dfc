import { introductionFile } from '#modules/missions/server/index.ts';
import { textAnswer } from '../../../files.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) =>
  textAnswer(await introductionFile(locals.context, params.slug, 'pdf'));
