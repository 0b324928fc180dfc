import { redirect } from '@sveltejs/kit';
import { refuse } from '#kernel/problem.ts';
import { mustMay } from '#modules/access/server/index.ts';
import { changeCycle, cycle } from '#modules/missions/server/index.ts';
import { done, field, formOf, numberField } from '../../../pages.ts';
import { deadlinesFrom, optional, plansToServe, visibilityFrom } from '../../fields.ts';
import { weightNames } from './names.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  mustMay(locals.context, 'run-missions');
  const found = await cycle(locals.context, params.slug);
  const { settings } = found;
  const { deadlines, weights, ceiling } = settings;
  const values: Record<string, string> = {
    organiser: settings.organiser,
    introduction: settings.introduction,
    plan: found.plan ?? '',
    visibility: found.visibility,
    publicPage: settings.publicPage ? 'yes' : '',
    survey: deadlines.survey ?? '',
    applications: deadlines.applications ?? '',
    offers: deadlines.offers ?? '',
    completion: deadlines.completion ?? '',
    ceiling: ceiling?.value ?? '',
    currency: ceiling?.currency ?? '',
    ...Object.fromEntries(weightNames.map(({ key }) => [key, String(weights[key])])),
  };
  return {
    slug: found.slug,
    name: `${found.programme} ${found.year}`,
    version: found.version,
    values,
    weightNames,
    plans: await plansToServe(locals.context),
    workflows: (['applications', 'offers'] as const).map((of) => ({
      of,
      stages: settings[of].map(({ key, staffLabel, applicantLabel, open, to }) => ({
        key,
        staffLabel,
        applicantLabel,
        open,
        moves: to.map((move) => ({ ...move, name: settings[of].find((stage) => stage.key === move.to)?.staffLabel })),
      })),
    })),
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      mustMay(locals.context, 'run-missions');
      const ceiling = optional(form, 'ceiling');
      const currency = optional(form, 'currency');
      if (ceiling !== null && !/^\d{1,12}(?:\.\d{1,2})?$/.test(ceiling)) {
        refuse('bad-amount', 'Enter an amount, such as 25000 or 25000.50.', '', { field: 'ceiling' });
      }
      if (ceiling !== null && !/^[A-Z]{3}$/.test(currency ?? '')) {
        refuse('bad-currency', 'Enter the currency in three capital letters, such as USD.', '', { field: 'currency' });
      }
      await changeCycle(locals.context, params.slug, numberField(form, 'version'), {
        visibility: visibilityFrom(form),
        plan: optional(form, 'plan'),
        settings: {
          organiser: field(form, 'organiser'),
          introduction: field(form, 'introduction').replaceAll('\r\n', '\n'),
          deadlines: deadlinesFrom(form),
          publicPage: field(form, 'publicPage') === 'yes',
          ceiling: ceiling === null ? null : { value: ceiling, currency: currency ?? '' },
          weights: {
            theme: points(form, 'theme'),
            help: points(form, 'help'),
            place: points(form, 'place'),
            time: points(form, 'time'),
            language: points(form, 'language'),
            record: points(form, 'record'),
          },
        },
      });
      redirect(303, `/missions/${params.slug}`);
    });
  },
};

function points(form: FormData, name: string): number {
  const typed = field(form, name).trim();
  if (!/^\d{1,3}$/.test(typed)) refuse('bad-number', 'Enter whole points from 0 to 100.', '', { field: name });
  return Number(typed);
}
