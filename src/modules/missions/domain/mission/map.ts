/** The map of missions: the land of the world and one point a country, so that the smallest state is seen as well. */
import { geoEqualEarth, geoPath, type GeoPermissibleObjects } from 'd3-geo';
import { feature } from 'topojson-client';
import atlas from 'world-atlas/land-110m.json' with { type: 'json' };
import { positions } from '#data/positions.ts';

const places = new Map(
  positions
    .trim()
    .split('\n')
    .map((row): [string, [number, number]] => {
      const [code = '', longitude = '0', latitude = '0'] = row.split(' ');
      return [code, [Number(longitude), Number(latitude)]];
    }),
);

const [width, height] = [960, 468];

/** A country by its two letters, with its number of missions. */
export interface MapCountry {
  country: string;
  name: string;
  missions: number;
}

/**
 * The map as an SVG file with the looks for light and dark inside. It is turned so that the countries with missions
 * stand in its middle. Countries without a place on it are left out; the page's table has them all.
 */
export function missionMap(countries: readonly MapCountry[]): string {
  const shown = countries.flatMap((one) => {
    const place = places.get(one.country);
    return place === undefined ? [] : [{ ...one, place }];
  });
  const projection = geoEqualEarth()
    .rotate([-middleOf(shown.map(({ place }) => place[0])), 0])
    .fitSize([width, height], { type: 'Sphere' });
  const path = geoPath(projection).digits(0);
  const land = feature(atlas as unknown as Parameters<typeof feature>[0], 'land') as GeoPermissibleObjects;
  const points = shown
    .toSorted((one, other) => other.missions - one.missions || one.name.localeCompare(other.name))
    .map(({ name, missions, place }) => {
      const [x = 0, y = 0] = projection(place) ?? [];
      const title = `${name}: ${missions} ${missions === 1 ? 'mission' : 'missions'}`;
      const radius = Math.min(16, 7 + missions * 2);
      return (
        `<g><title>${escaped(title)}</title><circle cx="${x.toFixed(0)}" cy="${y.toFixed(0)}" r="${radius}"/>` +
        `<text x="${x.toFixed(0)}" y="${(y + 5).toFixed(0)}">${missions}</text></g>`
      );
    });
  const said = shown.map(({ name, missions }) => `${name} ${missions}`).join(', ');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="t d">` +
    `<title id="t">Missions by country</title><desc id="d">${escaped(said === '' ? 'No mission has a country yet.' : said)}</desc>` +
    `<style>${style}</style><path class="sea" d="${path({ type: 'Sphere' }) ?? ''}"/>` +
    `<path class="land" d="${path(land) ?? ''}"/>${points.join('')}</svg>`
  );
}

const style =
  '.sea{fill:#f4f3ee;stroke:#dcd9cf}.land{fill:#d4d0c3}circle{fill:#1f4e79;stroke:#fdfdfb;stroke-width:1.5}' +
  'text{fill:#fff;font:600 14px system-ui,sans-serif;text-anchor:middle}' +
  '@media(prefers-color-scheme:dark){.sea{fill:#1d2126;stroke:#363d45}.land{fill:#454d56}circle{fill:#8fbbe6;stroke:#16191d}text{fill:#10161c}}';

/** The middle of longitudes on the circle, in whole degrees; 150 E, where most such programmes are, without any. */
function middleOf(longitudes: readonly number[]): number {
  if (longitudes.length === 0) return 150;
  const angles = longitudes.map((one) => (one * Math.PI) / 180);
  const east = angles.reduce((sum, one) => sum + Math.sin(one), 0);
  const north = angles.reduce((sum, one) => sum + Math.cos(one), 0);
  return Math.round((Math.atan2(east, north) * 180) / Math.PI);
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? '');

/** Missions counted by country, cancelled ones left out; the most first. @param nameOf the name of a country */
export function missionsByCountry(
  missions: readonly { country: string | null; stage: string }[],
  nameOf: (country: string) => string,
): MapCountry[] {
  const groups = Map.groupBy(
    missions.flatMap(({ country, stage }) => (country === null || stage === 'cancelled' ? [] : [country])),
    (country) => country,
  );
  return [...groups]
    .map(([country, all]) => ({ country, name: nameOf(country), missions: all.length }))
    .toSorted((one, other) => other.missions - one.missions || one.name.localeCompare(other.name));
}
