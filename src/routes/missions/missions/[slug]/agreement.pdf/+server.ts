import { agreementFile } from '#modules/missions/server/index.ts';
import { textAnswer } from '../../../../files.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const asked = url.searchParams.get('version');
  const number = asked !== null && /^\d{1,4}$/.test(asked) ? Number(asked) : null;
  return textAnswer(await agreementFile(locals.context, params.slug, number, 'pdf'));
};
