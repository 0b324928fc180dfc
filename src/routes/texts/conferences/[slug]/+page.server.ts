import { redirect } from '@sveltejs/kit';
import { may } from '#modules/access/index.ts';
import {
  conference,
  describeConference,
  fatesOfConference,
  instruments,
  nameOfInstrument,
} from '#modules/texts/server/index.ts';
import { done, field, formOf, numberField } from '../../../pages.ts';
import { fateTables } from '../../fate/names.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { context } = locals;
  const [found, fates, all] = await Promise.all([
    conference(context, params.slug),
    fatesOfConference(context, params.slug),
    instruments(context),
  ]);
  const { conference: one } = found;
  const touched = Map.groupBy(
    fates.proposals.filter(({ proposal }) => proposal.instrument !== null),
    ({ proposal }) => proposal.instrument,
  );
  const proposed = Map.groupBy(found.proposals, ({ contribution }) => contribution);
  return {
    name: `${one.place} ${one.year}`,
    body: { name: one.body.name, slug: one.body.slug },
    place: one.place,
    year: one.year,
    firstDay: one.firstDay,
    lastDay: one.lastDay,
    known: one.known,
    complete: one.complete,
    version: one.version,
    editable: may(context.viewer, 'edit-records').allowed,
    texts: found.texts.map(({ slug, kind, number, title, status, held, instrument_slug }) => ({
      slug,
      name: nameOfInstrument({ kind, number }),
      title,
      status,
      held,
      instrument: instrument_slug,
    })),
    contributions: found.contributions.map(({ id, slug, title, proponent }) => ({
      slug,
      title,
      proponent,
      proposals: proposed.get(id)?.length ?? 0,
    })),
    touched: all
      .flatMap((instrument) => {
        const by = touched.get(instrument.id);
        if (by === undefined) return [];
        return [
          {
            slug: instrument.slug,
            name: nameOfInstrument(instrument),
            title: instrument.title,
            by: by.map(({ proposal, proponent }) => ({
              slug: proposal.slug,
              proponent: proponent ?? proposal.reference,
              action: proposal.action,
            })),
          },
        ];
      })
      .sort((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true })),
    fates: fateTables(fates),
  };
};

const day = (text: string): string | null => (text.trim() === '' ? null : text.trim());

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      await describeConference(locals.context, params.slug, numberField(form, 'version'), {
        firstDay: day(field(form, 'firstDay')),
        lastDay: day(field(form, 'lastDay')),
        confirmed: form.has('confirmed'),
        complete: form.has('complete'),
      });
      redirect(303, `/texts/conferences/${params.slug}`);
    });
  },
};
