import { rosterImportFile } from '#modules/missions/server/index.ts';
import { textAnswer } from '../../../../../files.ts';
import { problemAnswer } from '../../../../../api/v1/problems.ts';
import type { RequestHandler } from './$types';

/** The file of a list, as it came. */
export const GET: RequestHandler = async ({ locals, params }) =>
  problemAnswer(async () => {
    const { name, bytes } = await rosterImportFile(locals.context, params.id);
    return textAnswer({ name, type: 'application/octet-stream', content: bytes });
  });
