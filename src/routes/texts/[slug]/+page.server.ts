import type { LineRange } from '#kernel/reading/index.ts';
import {
  addressedClauses,
  drafts,
  nameOfInstrument,
  nameOfRevision,
  revision,
  type Revision,
} from '#modules/texts/server/index.ts';
import { may } from '#modules/access/index.ts';
import { linesRead, whereRead } from '../../origins.ts';
import { contentsOf, lawOf } from '../law.ts';
import type { PageServerLoad } from './$types';

/** "(Rev. Suva, 2021)", or nothing for a text without place and year. */
function nameOf({ place, year, revised }: Pick<Revision, 'place' | 'year' | 'revised'>): string {
  return place === null || year === null ? '' : nameOfRevision({ place, year, revised });
}

export const load: PageServerLoad = async ({ locals, params }) => {
  const { context } = locals;
  const found = await revision(context, params.slug);
  const { text } = found.revision;
  const { source, at } = await whereRead(context, { kind: 'revision', id: found.revision.id });
  const lines = text === null ? [] : addressedClauses(text).map(({ clause }) => clause.line);
  const range: LineRange = [Math.min(...lines, 1), Math.max(...lines, 1)];
  const law = text === null ? null : lawOf(text, (await linesRead(context, source, range)).columns, 'everything');
  return {
    slug: found.revision.slug,
    name: `${nameOfInstrument(found.instrument)} ${nameOf(found.revision)}`.trim(),
    title: found.revision.title ?? found.instrument.title,
    titleAt: at('title'),
    headingAt: at('heading'),
    body: found.instrument.body,
    instrument: { name: nameOfInstrument(found.instrument), address: `/texts/instruments/${found.instrument.slug}` },
    law,
    /** Where the history of each clause stands: only where there is more than one text to tell it from. */
    history: found.revisions.filter((one) => one.text !== null).length > 1 ? `/texts/${params.slug}/history` : null,
    clauses: lines.length,
    contents: law === null ? [] : contentsOf(law),
    source,
    revisions: found.revisions.map((other) => ({
      slug: other.slug,
      name: nameOf(other) || 'Text without a date',
      hasText: other.text !== null,
      suppressed: other.status === 'suppressed',
      isThis: other.id === found.revision.id,
    })),
    mayDraft: text !== null && may(context.viewer, 'draft-texts').allowed,
    drafts: (await drafts(context, params.slug)).map(({ slug, title }) => ({ slug, title })),
    proposals: found.proposals
      .filter((proposal) => proposal.instrument === found.instrument.id)
      .map(({ slug, reference, action }) => ({ slug, reference, action })),
  };
};
