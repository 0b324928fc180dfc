import {
  addressedClauses,
  nameOfInstrument,
  nameOfRevision,
  revision,
  type Revision,
} from '#modules/texts/server/index.ts';
import type { PageServerLoad } from './$types';

/** "(Rev. Suva, 2021)", or nothing for a text without place and year. */
function nameOf({ place, year, revised }: Pick<Revision, 'place' | 'year' | 'revised'>): string {
  return place === null || year === null ? '' : nameOfRevision({ place, year, revised });
}

export const load: PageServerLoad = async ({ locals, params }) => {
  const found = await revision(locals.context, params.slug);
  const { text } = found.revision;
  return {
    name: `${nameOfInstrument(found.instrument)} ${nameOf(found.revision)}`.trim(),
    title: found.revision.title ?? found.instrument.title,
    body: found.instrument.body,
    instrument: { name: nameOfInstrument(found.instrument), address: `/texts/instruments/${found.instrument.slug}` },
    text,
    anchors: new Map(text === null ? [] : addressedClauses(text).map(({ path, clause }) => [clause.line, path])),
    source: found.revision.source === null ? null : `/sources/${found.revision.source}`,
    revisions: found.revisions.map((other) => ({
      slug: other.slug,
      name: nameOf(other) || 'Text without a date',
      hasText: other.text !== null,
      isThis: other.id === found.revision.id,
    })),
    proposals: found.proposals
      .filter((proposal) => proposal.instrument === found.instrument.id)
      .map(({ slug, reference, action }) => ({ slug, reference, action })),
  };
};
