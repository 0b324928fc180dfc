import { refuse } from '#kernel/problem.ts';
import { missionsAsIati } from '#modules/missions/server/index.ts';
import { readConfig } from '#platform/config/index.ts';
import type { RequestHandler } from './$types';

/** Missions that everybody may read, in IATI 2.03. What could not stand in the file is counted in a header. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const { iati } = readConfig();
  if (iati === null) {
    refuse(
      'no-iati-organisation',
      'It is not set which organisation publishes.',
      'Whoever runs the workbench sets THROUGHLINE_IATI to its identifier, type and name.',
    );
  }
  const { xml, leftOut } = await missionsAsIati(locals.context, iati, new URL('/open-data#topics', url.origin).href);
  return new Response(xml, {
    headers: { 'Content-Type': 'application/xml; charset=utf-8', 'X-Left-Out': String(leftOut.length) },
  });
};
