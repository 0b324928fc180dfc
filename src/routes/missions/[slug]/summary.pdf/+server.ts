import { summaryFile } from '#modules/missions/server/index.ts';
import { textAnswer } from '../../../files.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) =>
  textAnswer(await summaryFile(locals.context, params.slug, 'pdf'));
