import { attachedFile } from '#modules/missions/server/index.ts';
import { textAnswer } from '../../../../../files.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
  const { name, bytes } = await attachedFile(locals.context, params.id);
  return textAnswer({ name, type: 'application/octet-stream', content: bytes });
};
