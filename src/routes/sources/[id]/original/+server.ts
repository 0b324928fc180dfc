import { error } from '@sveltejs/kit';
import { isId } from '#kernel/ids.ts';
import { original } from '#modules/intake/server/index.ts';
import { asDownload } from '#platform/http/index.ts';
import type { RequestHandler } from './$types';

/** Always a download, never shown by the browser: what is in the file came from outside. */
export const GET: RequestHandler = async ({ locals, params }) => {
  if (!isId(params.id)) error(404, 'There is no file at this address.');
  const { name, bytes } = await original(locals.context, params.id);
  return new Response(bytes.slice(), {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': asDownload(name),
      'Content-Security-Policy': 'sandbox',
    },
  });
};
