/** The document of a draft, for the editor; an earlier one for changes that rest on it and were not sent. */
import { json } from '@sveltejs/kit';
import { draftDocument } from '#modules/texts/server/index.ts';
import { problemAnswer } from '../../../../api/v1/problems.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params, url }) =>
  problemAnswer(async () => {
    const version = url.searchParams.get('version');
    return json(await draftDocument(locals.context, params.slug, version === null ? null : Number(version)));
  });
