import { originsOf } from '#modules/intake/server/index.ts';
import { addressedClauses, nameOfInstrument, nameOfRevision, proposal } from '#modules/texts/server/index.ts';
import { linksOf } from '#modules/trace/server/index.ts';
import type { PageServerLoad } from './$types';

const views = ['inline', 'sides', 'base', 'proposed'] as const;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const found = await proposal(locals.context, params.slug);
  const { record } = found.proposal;
  const origins = await originsOf(locals.context, { kind: 'proposal', id: found.proposal.id });
  const links = await linksOf(locals.context, { kind: 'proposal', id: found.proposal.id });
  const clauses = record.text === null ? [] : addressedClauses(record.text);
  const tally = (status: string): number => clauses.filter(({ clause }) => clause.status === status).length;
  const asked = url.searchParams.get('view');
  return {
    reference: found.proposal.reference,
    action: record.action,
    record,
    about: {
      name: nameOfInstrument({
        kind: record.target.kind,
        number: record.target.number === null ? null : String(record.target.number),
      }),
      address: found.instrument === null ? null : `/texts/instruments/${found.instrument.slug}`,
      before: record.revision.before === null ? null : nameOfRevision(record.revision.before),
      after: record.revision.after === null ? null : nameOfRevision(record.revision.after),
    },
    contribution: { title: found.contribution.title, address: `/texts/contributions/${found.contribution.slug}` },
    previous: found.previous === null ? null : { slug: found.previous.slug, reference: found.previous.reference },
    next: found.next === null ? null : { slug: found.next.slug, reference: found.next.reference },
    source: origins[0] === undefined ? null : `/sources/${origins[0].source}`,
    /** Plans that the proposal contains. */
    plans: links.filter((link) => link.kind === 'plan'),
    anchors: new Map(clauses.map(({ path, clause }) => [clause.line, path])),
    tally: {
      added: tally('inserted'),
      deleted: tally('deleted'),
      changed: tally('changed'),
      renumbered: tally('renumbered'),
      kept: tally('kept'),
    },
    flattened: clauses.some(({ clause }) => clause.certainty !== 'sure'),
    doubtful: {
      likely: clauses.filter(({ clause }) => clause.status !== 'kept' && clause.certainty === 'likely').length,
      guess: clauses.filter(({ clause }) => clause.certainty === 'guess').length,
    },
    view: views.find((view) => view === asked) ?? 'inline',
  };
};
