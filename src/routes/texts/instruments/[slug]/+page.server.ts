import { redirect } from '@sveltejs/kit';
import { Refusal, type Problem } from '#kernel/problem.ts';
import { may } from '#modules/access/index.ts';
import type { Context } from '#modules/access/server/index.ts';
import {
  bodies,
  comparableTexts,
  instrument,
  nameOfInstrument,
  nameOfRevision,
  recordSuppression,
  revisionsInForce,
  withdrawSuppression,
  type TextWithDay,
} from '#modules/texts/server/index.ts';
import { done, field, formOf, numberField } from '../../../pages.ts';
import type { Actions, PageServerLoad } from './$types';

const nameOf = ({ place, year, revised }: Pick<TextWithDay, 'place' | 'year' | 'revised'>): string =>
  place === null || year === null ? 'Text without a date' : nameOfRevision({ place, year, revised });

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { context } = locals;
  const at = url.searchParams.get('at')?.trim() ?? '';
  const [found, known, asked] = await Promise.all([
    instrument(context, params.slug),
    bodies(context),
    standing(context, params.slug, at),
  ]);
  const { adopted_by } = found.instrument;
  const owner = known.find(({ family }) => adopted_by !== null && family.includes(adopted_by));
  return {
    slug: params.slug,
    name: nameOfInstrument(found.instrument),
    title: found.instrument.title,
    body: owner === undefined ? null : { slug: owner.slug, name: owner.name },
    bodyPrinted: found.instrument.body,
    at,
    ...asked,
    editable: may(context.viewer, 'edit-records').allowed,
    comparable: await comparableTexts(context, params.slug),
    proposals: found.proposals.map(({ slug, reference, action, title }) => ({ slug, reference, action, title })),
  };
};

async function standing(context: Context, slug: string, at: string) {
  try {
    return { ...shown(await revisionsInForce(context, slug, at === '' ? null : at)), problems: [] as Problem[] };
  } catch (cause) {
    if (!(cause instanceof Refusal) || cause.problem.code !== 'bad-day') throw cause;
    return { ...shown(await revisionsInForce(context, slug, null)), problems: [cause.problem] };
  }
}

function shown({ revisions, standing, day }: Awaited<ReturnType<typeof revisionsInForce>>) {
  return {
    day,
    standing:
      standing === null
        ? null
        : {
            state: standing.state,
            why: standing.state === 'unknown' ? standing.why : null,
            texts: among(standing).map((text) => ({ slug: text.slug, name: nameOf(text) })),
          },
    revisions: revisions.map((text) => ({
      slug: text.slug,
      name: nameOf(text),
      held: text.held,
      status: text.status,
      day: text.day,
      conference:
        text.conference === null
          ? null
          : {
              slug: text.conference.slug,
              place: text.conference.place,
              year: text.conference.year,
              known: text.conference.known,
            },
    })),
  };
}

/** The text that stood, or those of which one did. */
function among(standing: NonNullable<Awaited<ReturnType<typeof revisionsInForce>>['standing']>): TextWithDay[] {
  if (standing.state === 'unknown') return standing.among;
  return [standing.state === 'not-yet' ? standing.first : standing.revision];
}

export const actions: Actions = {
  suppress: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const at = { place: field(form, 'place'), year: numberField(form, 'year') };
      await recordSuppression(locals.context, params.slug, at);
      redirect(303, `/texts/instruments/${params.slug}`);
    });
  },
  withdraw: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      await withdrawSuppression(locals.context, field(form, 'suppression'));
      redirect(303, `/texts/instruments/${params.slug}`);
    });
  },
};
