import { missionDocument } from '#modules/missions/server/index.ts';
import { textAnswer } from '../../../../../files.ts';
import type { RequestHandler } from './$types';

/** Always a download, never shown by the browser: what is in the file came from outside. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { name, bytes } = await missionDocument(locals.context, params.slug, params.id);
  return textAnswer({ name, type: 'application/octet-stream', content: bytes });
};
