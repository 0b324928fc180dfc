import { wordChanges } from '#modules/texts/index.ts';
import { clauseHistory, type ClauseInRevision } from '#modules/texts/server/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { rows, instrument, place } = await clauseHistory(locals.context, params.slug, params.clause);
  return {
    slug: params.slug,
    place,
    clause: params.clause,
    instrument,
    rows: rows
      .map((row, index) => shown(row, rows[index - 1] ?? null))
      // The newest text first: that is the one people come from.
      .reverse(),
  };
};

function shown(row: ClauseInRevision, before: ClauseInRevision | null) {
  const [old, own] = [before?.clause ?? null, row.clause];
  return {
    revision: row.revision,
    place: own === null ? null : `${own.heading ?? 'text'} ${own.label}`.trim(),
    path: own?.path ?? null,
    state: stateOf(row, before),
    runs: own === null ? [] : wordChanges(before === null ? own.words : (old?.words ?? ''), own.words),
    proposals: row.proposals,
    brought: row.brought.map(({ words, by }) => ({
      words,
      by: by.map(({ by, share, words }) => ({
        slug: by.slug,
        reference: by.reference,
        proponent: by.proponent,
        share,
        words,
      })),
    })),
    others: row.others.map(({ slug, reference, proponent, change }) => ({
      slug,
      reference,
      proponent,
      fate: change.fate,
      change: change.change,
      proposed: change.proposed,
    })),
  };
}

type State = 'first known' | 'new' | 'not in it' | 'taken out' | 'kept' | 'reworded' | 'renumbered';

function stateOf({ clause }: ClauseInRevision, before: ClauseInRevision | null): State {
  const old = before?.clause ?? null;
  if (clause === null) return old === null ? 'not in it' : 'taken out';
  if (before === null) return 'first known';
  if (old === null) return 'new';
  if (old.words !== clause.words) return 'reworded';
  return old.label === clause.label ? 'kept' : 'renumbered';
}
