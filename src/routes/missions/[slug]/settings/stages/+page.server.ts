import { redirect } from '@sveltejs/kit';
import { refuse } from '#kernel/problem.ts';
import { mustMay } from '#modules/access/server/index.ts';
import { CycleRole, type Move } from '#modules/missions/index.ts';
import { changeStage, cycle, removeStage, type StagesOf } from '#modules/missions/server/index.ts';
import { done, field, formOf, numberField } from '../../../../pages.ts';
import { optional, several } from '../../../fields.ts';
import type { Actions, PageServerLoad } from './$types';

/** Moves that can be added at once, beside those that are there. */
const emptyMoves = 2;

const stagesOf = (words: string | null): StagesOf => (words === 'offers' ? 'offers' : 'applications');

export const load: PageServerLoad = async ({ locals, params, url }) => {
  mustMay(locals.context, 'run-missions');
  const found = await cycle(locals.context, params.slug);
  const of = stagesOf(url.searchParams.get('of'));
  const workflow = found.settings[of];
  const key = url.searchParams.get('stage');
  const at = workflow.findIndex((stage) => stage.key === key);
  const stage = workflow[at];
  if (key !== null && stage === undefined) {
    refuse('not-found', 'There is no such stage.', 'Go back to the settings of the cycle.');
  }
  const none = { to: '', label: '', who: ['secretariat'], reason: false, heldBack: false };
  return {
    slug: found.slug,
    name: `${found.programme} ${found.year}`,
    version: found.version,
    of,
    stage: stage ?? null,
    after: key === null ? (workflow.at(-1)?.key ?? '') : (workflow[at - 1]?.key ?? ''),
    isFirst: at === 0,
    stages: workflow.map(({ key, staffLabel }) => ({ key, staffLabel })),
    roles: of === 'applications' ? (['applicant', 'secretariat'] as const) : (['offerer', 'secretariat'] as const),
    moves: [...(stage?.to ?? []), ...Array.from({ length: emptyMoves }, () => none)],
  };
};

export const actions: Actions = {
  save: async ({ request, locals, params, url }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const of = stagesOf(url.searchParams.get('of'));
      const stage = {
        key: optional(form, 'key'),
        staffLabel: field(form, 'staffLabel'),
        applicantLabel: field(form, 'applicantLabel'),
        open: field(form, 'open') === 'yes',
        to: movesFrom(form),
      };
      await changeStage(locals.context, params.slug, numberField(form, 'version'), of, stage, optional(form, 'after'));
      redirect(303, `/missions/${params.slug}/settings#${of}`);
    });
  },
  remove: async ({ request, locals, params, url }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const of = stagesOf(url.searchParams.get('of'));
      await removeStage(locals.context, params.slug, numberField(form, 'version'), of, field(form, 'key'));
      redirect(303, `/missions/${params.slug}/settings#${of}`);
    });
  },
};

/** The moves of a form, row by row; a row that leads nowhere is none. */
function movesFrom(form: FormData): Move[] {
  return several(form, 'moves').flatMap((row) => {
    const to = field(form, `to-${row}`);
    if (to === '') return [];
    const who = several(form, `who-${row}`).flatMap((role) => CycleRole.safeParse(role).data ?? []);
    const label = field(form, `label-${row}`).trim();
    if (label === '') refuse('label-missing', 'Enter the words of the button.', '', { field: `label-${row}` });
    if (who.length === 0) refuse('role-missing', 'Choose who may make this move.', '', { field: `to-${row}` });
    return [
      {
        to,
        label,
        who,
        reason: field(form, `reason-${row}`) === 'yes',
        heldBack: field(form, `held-${row}`) === 'yes',
      },
    ];
  });
}
