import { messageFile } from '#modules/post/server/index.ts';
import { readConfig } from '#platform/config/index.ts';
import { textAnswer } from '../../../../files.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
  const { name, bytes } = await messageFile(locals.context, params.id, readConfig().mailFrom);
  return textAnswer({ name, type: 'message/rfc822', content: bytes });
};
