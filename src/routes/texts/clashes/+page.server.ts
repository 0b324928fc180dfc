import { clashesOverview, conferences } from '#modules/texts/server/index.ts';
import { topicName } from '../../words.ts';
import { relations } from './names.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const conference = url.searchParams.get('conference') ?? '';
  const proponent = url.searchParams.get('proponent') ?? '';
  const theme = url.searchParams.get('theme') ?? '';
  const all = await clashesOverview(locals.context, conference === '' ? null : conference);
  const proponents = [...new Set(all.flatMap((row) => row.proponents))].sort();
  const themes = [...new Set(all.flatMap((row) => row.themes))].map((code) => ({ code, name: topicName(code) }));
  return {
    conference,
    proponent,
    theme,
    conferences: (await conferences(locals.context)).map(({ slug, place, year, body }) => ({
      slug,
      name: `${body.key}, ${place} ${year}`,
    })),
    proponents,
    themes: themes.sort((one, other) => one.name.localeCompare(other.name)),
    rows: all
      .filter((row) => proponent === '' || row.proponents.includes(proponent))
      .filter((row) => theme === '' || row.themes.includes(theme))
      .map((row) => ({
        slug: row.slug,
        instrument: row.instrument,
        title: row.title,
        touched: proponents.map((by) => (row.proponents.includes(by) ? (row.touched[by] ?? 0) : null)),
        relations: relations
          .filter(({ relation }) => relation !== 'single' && row.relations[relation] > 0)
          .map(({ relation, name, many }) => ({
            number: row.relations[relation],
            name: row.relations[relation] === 1 ? name : many,
          })),
      })),
  };
};
