import { error } from '@sveltejs/kit';
import { revisionFile, isTextFormat } from '#modules/texts/server/index.ts';
import { textAnswer } from '../../../../files.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
  if (!isTextFormat(params.format)) error(404, 'Texts are handed out as docx, pdf, html, akn and json.');
  return textAnswer(await revisionFile(locals.context, params.slug, params.format));
};
