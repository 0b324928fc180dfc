import { letterFile } from '#modules/missions/server/index.ts';
import { textAnswer } from '../../../../files.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
  const { name, media, bytes } = await letterFile(locals.context, params.slug, 'pdf');
  return textAnswer({ name, type: media, content: bytes });
};
