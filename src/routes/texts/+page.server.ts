import { contributions, instruments, nameOfInstrument } from '#modules/texts/server/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const [known, came] = await Promise.all([instruments(locals.context), contributions(locals.context)]);
  return {
    instruments: known
      .map((instrument) => ({
        slug: instrument.slug,
        name: nameOfInstrument(instrument),
        number: instrument.number,
        body: instrument.body,
        title: instrument.title,
        proposals: instrument.proposals,
        texts: instrument.texts,
      }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true })),
    contributions: came.map(({ slug, title, proponent, proposals }) => ({ slug, title, proponent, proposals })),
  };
};
