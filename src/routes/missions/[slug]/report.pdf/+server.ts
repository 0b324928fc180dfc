import { cycleReportFile } from '#modules/missions/server/index.ts';
import { textAnswer } from '../../../files.ts';
import type { RequestHandler } from './$types';

/** The report of the cycle to the governing body. */
export const GET: RequestHandler = async ({ locals, params }) =>
  textAnswer(await cycleReportFile(locals.context, params.slug, 'pdf'));
