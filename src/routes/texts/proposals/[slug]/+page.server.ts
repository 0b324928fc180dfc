import type { Proposal } from '#kernel/reading/index.ts';
import {
  addressedClauses,
  fateInBrief,
  instrument,
  nameOfInstrument,
  nameOfRevision,
  proposal,
} from '#modules/texts/server/index.ts';
import { linksOf } from '#modules/trace/server/index.ts';
import { linesRead, whereRead } from '../../../origins.ts';
import { fateRow } from '../../fate/names.ts';
import { contentsOf, lawOf } from '../../law.ts';
import type { PageServerLoad } from './$types';

const views = ['inline', 'changes', 'sides', 'base', 'proposed'] as const;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { context } = locals;
  const found = await proposal(context, params.slug);
  const { record } = found.proposal;
  const thing = { kind: 'proposal', id: found.proposal.id } as const;
  const [{ source, at }, links, about, fate] = await Promise.all([
    whereRead(context, thing),
    linksOf(context, thing),
    found.instrument === null ? null : instrument(context, found.instrument.slug),
    fateInBrief(context, params.slug),
  ]);
  const read = await linesRead(context, source, record.lines);
  const view = views.find((view) => view === url.searchParams.get('view')) ?? 'inline';
  const law =
    record.text === null ? null : lawOf(record.text, read.columns, view === 'changes' ? 'changes' : 'everything');
  const base = about?.revisions.find(
    ({ place, year, text }) =>
      text !== null && place === record.revision.before?.place && year === record.revision.before.year,
  );
  return {
    slug: found.proposal.slug,
    reference: found.proposal.reference,
    proponent: found.contribution.proponent,
    action: record.action,
    title: record.title.after ?? record.title.before,
    titleAt: at('title.after') ?? at('title.before'),
    retitled:
      record.title.before !== null && record.title.after !== null && record.title.before !== record.title.after
        ? record.title.before
        : null,
    heading: record.text?.heading ?? null,
    headingAt: at('text.heading'),
    part: record.target.part,
    about: {
      name: nameOfInstrument({
        kind: record.target.kind,
        number: record.target.number === null ? null : String(record.target.number),
      }),
      address: found.instrument === null ? null : `/texts/instruments/${found.instrument.slug}`,
      before: record.revision.before === null ? null : nameOfRevision(record.revision.before),
      after: record.revision.after === null ? null : nameOfRevision(record.revision.after),
      /** The text that is proposed to change, where the register has it. */
      base: base === undefined ? null : `/texts/${base.slug}`,
    },
    contribution: { title: found.contribution.title, address: `/texts/contributions/${found.contribution.slug}` },
    others: (about?.proposals ?? [])
      .filter((other) => other.id !== found.proposal.id)
      .map(({ slug, reference, action }) => ({ slug, reference, action })),
    previous: found.previous === null ? null : { slug: found.previous.slug, reference: found.previous.reference },
    next: found.next === null ? null : { slug: found.next.slug, reference: found.next.reference },
    source,
    lines: record.lines,
    parts: (['summary', 'introduction', 'reasons'] as const).flatMap((name) => {
      const whole = read.words(record.parts[name]);
      // "Summary:" on a line of its own is a heading.
      const words = whole.length > 1 && /:\s*$/.test(whole[0] ?? '') ? whole.slice(1) : whole;
      return words.length === 0 ? [] : [{ name, words, at: record.parts[name] }];
    }),
    /** Plans that the proposal contains. */
    plans: links.filter((link) => link.kind === 'plan'),
    fate: fateRow(fate),
    law,
    contents: law === null ? [] : contentsOf(law),
    tally: tallyOf(record),
    view,
  };
};

/** The clauses by what becomes of them, and how sure that is. */
function tallyOf(record: Proposal) {
  const clauses = record.text === null ? [] : addressedClauses(record.text).map(({ clause }) => clause);
  const count = (status: string): number => clauses.filter((clause) => clause.status === status).length;
  return {
    added: count('inserted'),
    deleted: count('deleted'),
    changed: count('changed'),
    renumbered: clauses.filter(
      ({ label }) => label.before !== null && label.after !== null && label.before !== label.after,
    ).length,
    kept: count('kept'),
    all: clauses.length,
    /** Whether the source does not mark what is old and what is new. */
    flattened: clauses.some((clause) => clause.certainty !== 'sure'),
    likely: clauses.filter((clause) => clause.status !== 'kept' && clause.certainty === 'likely').length,
    guess: clauses.filter((clause) => clause.certainty === 'guess').length,
  };
}
