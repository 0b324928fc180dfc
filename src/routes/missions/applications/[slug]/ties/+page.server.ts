import { redirect } from '@sveltejs/kit';
import { isId } from '#kernel/ids.ts';
import { isThingKind, type Reference } from '#kernel/reference.ts';
import { refuse } from '#kernel/problem.ts';
import { mustMay } from '#modules/access/server/index.ts';
import { application } from '#modules/missions/server/index.ts';
import { decideTie, findServable, tiesOf, type TieDecision } from '#modules/trace/server/index.ts';
import { done, field, formOf } from '../../../../pages.ts';
import { kindName, questionNames } from '../../../../words.ts';
import { askedOf } from './asked.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { context } = locals;
  mustMay(context, 'edit-records');
  const { application: found } = await application(context, params.slug);
  const thing = { kind: 'application', id: found.id } as const;
  const words = (url.searchParams.get('words') ?? '').slice(0, 200);
  const asked = askedOf(found.content, questionNames);
  const [{ kept, suggested }, byHand] = await Promise.all([
    tiesOf(context, thing, asked),
    words === '' ? null : findServable(context, words),
  ]);
  const fieldName = new Map(asked.fields.map(({ key, name }) => [key, name]));
  return {
    slug: params.slug,
    title: found.content.title,
    kept: kept.map((tie) => ({ ...tie, kindName: kindName(tie.kind) })),
    suggested: suggested.map(({ target, certainty, why, passages }) => ({
      kind: target.kind,
      id: target.id,
      kindName: kindName(target.kind),
      title: target.title,
      address: target.address,
      certainty,
      why,
      passages,
      fieldName: fieldName.get(passages[0].field ?? '') ?? null,
    })),
    words,
    byHand: byHand?.map((thing) => ({ ...thing, kindName: kindName(thing.kind) })) ?? null,
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      mustMay(locals.context, 'edit-records');
      const { application: found } = await application(locals.context, params.slug);
      const thing = { kind: 'application', id: found.id } as const;
      const target = targetIn(form);
      const { suggested } = await tiesOf(locals.context, thing, askedOf(found.content, questionNames));
      const suggestion = suggested.find((one) => one.target.id === target.id && one.target.kind === target.kind);
      const typed = field(form, 'why').trim();
      await decideTie(locals.context, thing, target, {
        decision: decisionIn(form),
        why: typed === '' ? (suggestion?.why ?? 'Tied by hand.') : typed,
        passages: suggestion?.passages ?? [],
      });
      redirect(303, `/missions/applications/${params.slug}/ties`);
    });
  },
};

function targetIn(form: FormData): Reference {
  const kind = field(form, 'kind');
  const id = field(form, 'id');
  if (!isThingKind(kind) || !isId(id)) refuse('not-found', 'This is not there.', 'Load the page again.');
  return { kind, id };
}

function decisionIn(form: FormData): TieDecision['decision'] {
  const asked = field(form, 'decision');
  return asked === 'confirmed' || asked === 'refused' ? asked : 'open';
}
