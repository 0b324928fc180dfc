import { redirect } from '@sveltejs/kit';
import { refuse } from '#kernel/problem.ts';
import { labelledRuns } from './labelled.ts';
import { reading, settle, sourcePage, splitsOf, takeBack } from '#modules/intake/server/index.ts';
import { settleClause, settlements, type Settlement } from '#modules/texts/index.ts';
import { done, field, formOf, numberField } from '../../../pages.ts';
import { questionOf } from '../../screen.ts';
import type { Actions, PageServerLoad } from './$types';

/** Lines of the source shown before and behind the one in question. */
const around = 2;

/** What a person can say, with the key for it. */
const sayings: Record<Settlement, { key: string; name: string }> = {
  'as-read': { key: 'a', name: 'Right as it was read' },
  wider: { key: 'w', name: 'One more word is old' },
  exchanged: { key: 'x', name: 'The other way round' },
  kept: { key: 'k', name: 'Nothing was changed' },
  inserted: { key: 'n', name: 'All of it is new' },
  deleted: { key: 'o', name: 'All of it is old' },
};

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { context } = locals;
  const { reading: row, source } = await reading(context, params.id);
  const splits = row.record === null ? [] : splitsOf(row.record);
  const asked = url.searchParams.get('at');
  const split = splits.find(({ path, doubtful }) => (asked === null ? doubtful : path === asked));
  const address = `/intake/${row.id}/settle`;
  const to = (path: string | undefined): string | null =>
    path === undefined ? null : `${address}?at=${encodeURIComponent(path)}`;
  const last = splits.find(({ path }) => path === url.searchParams.get('last'));
  const doubtful = splits.filter((one) => one.doubtful);
  const common = {
    reading: { id: row.id, version: row.version, state: row.state },
    source: source.name,
    left: doubtful.length,
    /** The one that was settled just now, to look at it again. */
    last: last === undefined ? null : { name: last.name, href: to(last.path), path: last.path },
  };
  if (split === undefined) return { ...common, split: null };
  const { clause, path, name } = split;
  const page = await sourcePage(context, row.source, {
    first: Math.max(1, clause.line - around),
    last: clause.line + around,
  });
  const printed = new Set<string>();
  const choices = settlements.flatMap((how) => {
    const settled = settleClause(clause, how);
    const runs = labelledRuns(settled);
    // Ways that come to the same are offered once.
    const key = JSON.stringify(runs);
    if (printed.has(key)) return [];
    printed.add(key);
    return [{ how, ...sayings[how], runs }];
  });
  const { next } = neighbours(splits, path);
  return {
    ...common,
    split: {
      path,
      name,
      line: clause.line,
      certainty: clause.certainty,
      evidence: clause.evidence ?? [],
      place: Math.max(1, doubtful.findIndex((one) => one.path === path) + 1),
      doubtful: split.doubtful,
      lines: page.lines,
      choices,
      next: to(next),
      correct: `/intake/${row.id}/correct?at=${encodeURIComponent(path)}`,
      back: `/intake/${row.id}${questionOf(clause.line)}`,
    },
  };
};

/** The next clause to settle, from the first again behind the last. */
function neighbours(splits: ReturnType<typeof splitsOf>, path: string): { next: string | undefined } {
  const at = splits.findIndex((one) => one.path === path);
  const others = [...splits.slice(at + 1), ...splits.slice(0, Math.max(at, 0))];
  return { next: others.find((one) => one.doubtful)?.path };
}

export const actions: Actions = {
  settle: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const path = field(form, 'path');
      const how = settlements.find((one) => one === field(form, 'how'));
      if (how === undefined) refuse('no-choice', 'Choose one of the readings.', '', { field: 'how' });
      const { reading: row } = await reading(locals.context, params.id);
      const { next } = neighbours(row.record === null ? [] : splitsOf(row.record), path);
      await settle(locals.context, params.id, numberField(form, 'version'), path, how);
      // One word more is not the last word: the same clause is asked again.
      if (how === 'wider') redirect(303, `/intake/${params.id}/settle?at=${encodeURIComponent(path)}`);
      const at = next === undefined ? '' : `at=${encodeURIComponent(next)}&`;
      redirect(303, `/intake/${params.id}/settle?${at}last=${encodeURIComponent(path)}`);
    });
  },
  takeBack: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const path = field(form, 'path');
      await takeBack(locals.context, params.id, numberField(form, 'version'), path);
      redirect(303, `/intake/${params.id}/settle?at=${encodeURIComponent(path)}`);
    });
  },
};
