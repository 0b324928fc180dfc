import { attachedFile } from '#modules/missions/server/index.ts';
import { asDownload } from '#platform/http/index.ts';
import type { RequestHandler } from './$types';

/** Always a download, never shown by the browser: what is in the file came from outside. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { name, bytes } = await attachedFile(locals.context, params.id);
  return new Response(bytes.slice(), {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': asDownload(name),
      'Content-Security-Policy': 'sandbox',
      'X-Content-Type-Options': 'nosniff',
    },
  });
};
