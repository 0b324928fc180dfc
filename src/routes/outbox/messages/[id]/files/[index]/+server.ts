import { messageAttachment } from '#modules/post/server/index.ts';
import { textAnswer } from '../../../../../files.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
  const index = /^\d{1,3}$/.test(params.index) ? Number(params.index) : -1;
  const { name, media, bytes } = await messageAttachment(locals.context, params.id, index);
  return textAnswer({ name, type: media, content: bytes });
};
