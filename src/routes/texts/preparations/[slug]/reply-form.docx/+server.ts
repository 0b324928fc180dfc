import { isId } from '#kernel/ids.ts';
import { replyFormFile } from '#modules/texts/server/index.ts';
import { wordAnswer } from '../../../../files.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const member = url.searchParams.get('member') ?? locals.context.viewer.organisation ?? '';
  return wordAnswer(await replyFormFile(locals.context, params.slug, isId(member) ? member : null));
};
