import type { Clause, LegalText } from '#kernel/reading/index.ts';
import { may } from '#modules/access/index.ts';
import { addressedClauses, draft } from '#modules/texts/server/index.ts';
import { contentsOf, lawOf } from '../../law.ts';
import type { PageServerLoad } from './$types';

const views = ['inline', 'changes', 'sides', 'base', 'proposed'] as const;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const state = url.searchParams.get('state');
  const found = await draft(locals.context, params.slug, state === null ? null : Number(state));
  const view = views.find((view) => view === url.searchParams.get('view')) ?? 'inline';
  const law = lawOf(found.text, new Map(), view === 'changes' ? 'changes' : 'everything');
  const mayChange = state === null && may(locals.context.viewer, 'draft-texts').allowed;
  return {
    slug: params.slug,
    name: found.draft.title,
    title: found.text.title,
    heading: found.text.heading,
    openedBy: found.draft.opened_by,
    isNew: found.draft.revision === null,
    state: state === null ? null : Number(state),
    version: found.draft.version,
    mayChange,
    view,
    law,
    contents: contentsOf(law),
    blocks: mayChange ? found.blocks : new Map<number, string>(),
    comments: found.comments.map(({ author, at, text, words }) => ({ author, at: at.slice(0, 10), text, words })),
    suggestions: found.suggestions.length,
    tally: tallyOf(found.text),
  };
};

function tallyOf(text: LegalText) {
  const clauses: Clause[] = addressedClauses(text).map(({ clause }) => clause);
  const count = (status: Clause['status']): number => clauses.filter((clause) => clause.status === status).length;
  const renumbered = clauses.filter(
    ({ label }) => label.before !== null && label.after !== null && label.before !== label.after,
  );
  return {
    added: count('inserted'),
    deleted: count('deleted'),
    reworded: count('changed'),
    renumbered: renumbered.length,
    all: clauses.length,
  };
}
