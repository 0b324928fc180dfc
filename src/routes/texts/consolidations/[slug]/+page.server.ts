import { redirect } from '@sveltejs/kit';
import { refuse } from '#kernel/problem.ts';
import type { ConflictChoice } from '#kernel/reading/index.ts';
import { may } from '#modules/access/index.ts';
import {
  consolidation,
  nameOfInstrument,
  reopenConflict,
  returnConsolidation,
  settleConflict,
} from '#modules/texts/server/index.ts';
import { done, field, formOf, numberField } from '../../../pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const asked = url.searchParams.get('state');
  const number = asked === null || !/^\d{1,6}$/.test(asked) ? null : Number(asked);
  const found = await consolidation(locals.context, params.slug, number);
  const { layout, states, text, instrument } = found;
  const now = states.at(-1)?.number ?? found.number;
  const isNow = found.number === now;
  return {
    slug: params.slug,
    id: found.consolidation.id,
    version: found.consolidation.version,
    name: nameOfInstrument(instrument),
    instrument: instrument.slug,
    title: instrument.title,
    proponents: text.proponents,
    number: found.number,
    isNow,
    layout,
    open: layout.conflicts.filter(({ settled }) => settled === null).length,
    states: states.toReversed(),
    maySettle: isNow && may(locals.context.viewer, 'draft-texts').allowed,
  };
};

export const actions: Actions = {
  settle: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const conflict = field(form, 'conflict');
      await settleConflict(locals.context, params.slug, numberField(form, 'version'), conflict, choiceFrom(form));
      redirect(303, `/texts/consolidations/${params.slug}#${encodeURIComponent(conflict)}`);
    });
  },
  reopen: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      await reopenConflict(locals.context, params.slug, numberField(form, 'version'), field(form, 'conflict'));
      redirect(303, `/texts/consolidations/${params.slug}`);
    });
  },
  return: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      await returnConsolidation(locals.context, params.slug, numberField(form, 'version'), numberField(form, 'number'));
      redirect(303, `/texts/consolidations/${params.slug}`);
    });
  },
};

function choiceFrom(form: FormData): ConflictChoice {
  const choice = field(form, 'choice');
  const taken = /^take-(\d{1,3})$/.exec(choice)?.[1];
  if (taken !== undefined) return { take: Number(taken) };
  if (choice === 'words') return { words: field(form, 'words').replace(/\s+/g, ' ').trim() };
  if (choice === 'drop') return { drop: true };
  if (choice === 'base') return { keepBase: true };
  return refuse('no-choice', 'Choose how the conflict is settled.', '', { field: 'choice' });
}
