import { missionMap, missionsByCountry } from '#modules/missions/index.ts';
import { missions } from '#modules/missions/server/index.ts';
import { countryName } from '../../../words.ts';
import type { RequestHandler } from './$types';

/** The map of the missions that the viewer may see; its looks stand inside it, so it may carry styles. */
export const GET: RequestHandler = async ({ locals }) =>
  new Response(missionMap(missionsByCountry(await missions(locals.context), countryName)), {
    headers: {
      'Content-Type': 'image/svg+xml',
      'Cache-Control': 'public, max-age=300',
      Vary: 'Cookie',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    },
  });
