import { fail, redirect } from '@sveltejs/kit';
import { Refusal, refuse } from '#kernel/problem.ts';
import { changeOffer, offerChoices, offerView, type OfferView } from '#modules/missions/server/index.ts';
import { statusOf } from '#platform/http/index.ts';
import { field, formOf } from '../../../../pages.ts';
import { inWords } from '../../../applications/fields.ts';
import { keptIn } from '../../../applications/form.ts';
import { costFields, expertFields, keptParts, offerChangeIn, wordFields } from '../../form.ts';
import { categories, roleNames } from '../../offer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const view = await offerView(locals.context, params.slug);
  const { offer, cycle, form } = view;
  if (!view.mayWrite) {
    const open = view.roles.includes('offerer');
    if (open) refuse('closed', 'The offer was sent in and is not open for changes.', 'Write to the secretariat.');
    refuse('not-allowed', 'Only the offering organisation and the secretariat work on this offer.', 'Ask them.');
  }
  if (cycle === null || form === null) {
    refuse('not-tied', 'The plan belongs to no cycle yet.', 'Tie it to a cycle, an organisation and requests first.');
  }
  const more = (name: string): number => Math.min(9, Number(url.searchParams.get(name)) || 0);
  return {
    slug: offer.slug,
    title: offer.title,
    formTitle: form.title,
    cycle: `${cycle.programme} ${cycle.year}`,
    stage: view.stage,
    draft: offer.stage === 'draft',
    deadline: cycle.settings.deadlines.offers,
    offerer: view.payerName('offerer'),
    order: form.items.map(({ key, type }) => (type === 'costs' || type === 'experts' ? type : `answer.${key}`)),
    fields: wordFields(view),
    lost: form.items
      .filter(({ key, type }) => type === 'text' && ['unknown', 'not-received'].includes(stateOf(view, key)))
      .map(({ key }) => ({ name: `answer.${key}`, state: stateOf(view, key) })),
    costs: costFields(view, more('lines')),
    experts: expertFields(view, more('people')),
    bearing: view.bearing.words,
    categories: Object.entries(categories),
    roles: Object.entries(roleNames),
    requests: await requestChoices(locals.context, view),
    saved: url.searchParams.has('saved') ? offer.changedAt : null,
    journal: `offer ${offer.id} ${locals.context.viewer.account ?? ''}`,
  };
};

const stateOf = ({ offer }: OfferView, key: string): string => offer.content.answers[key]?.state ?? 'not-received';

/** Requests of the cycle that the offer answers or could answer. */
async function requestChoices(context: App.Locals['context'], { cycle, requests }: OfferView) {
  const { cycles } = await offerChoices(context);
  const open = cycles.find((one) => one.cycle.slug === cycle?.slug)?.requests ?? [];
  const all = new Map([...requests, ...open].map((request) => [request.slug, request]));
  return [...all.values()].map(({ slug, title, content }) => ({
    slug,
    title,
    country: content.country.printed,
    chosen: requests.some((request) => request.slug === slug),
  }));
}

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await formOf(request);
    const { context } = locals;
    const here = `/missions/assistance-plans/${params.slug}`;
    let crossed: string[];
    try {
      ({ crossed } = await changeOffer(context, params.slug, await offerChangeIn(context, form)));
    } catch (cause) {
      if (!(cause instanceof Refusal)) throw cause;
      const { problem } = cause;
      const parts = await keptParts(context, form, await offerView(context, params.slug));
      return fail(statusOf(problem), {
        problems: [problem],
        kept: keptIn(form),
        seen: 'as-sent' as const,
        theirs: {},
        ...parts,
      });
    }
    const view = await offerView(context, params.slug);
    if (crossed.length === 0) redirect(303, `${here}${behind(field(form, 'then'), view)}`);
    return crossing(context, form, view, crossed);
  },
};

/** Where the buttons of the form lead. */
function behind(then: string, { offer }: OfferView): string {
  if (then === 'submit') return '/submit';
  if (then === 'add-line') {
    return `/edit?saved&lines=1#line-${Math.max(0, ...offer.content.costs.map(({ id }) => Number(/\d+$/.exec(id)?.[0]))) + 1}`;
  }
  if (then === 'add-expert') return `/edit?saved&people=1#expert-${offer.content.experts.length}`;
  if (then.startsWith('remove-line')) return '/edit?saved#costs';
  return then.startsWith('remove-expert') ? '/edit?saved#experts' : '/edit?saved';
}

/** What is said of a part that two people changed. */
const problem = (question: string, name: string) => ({
  code: 'changed-meanwhile',
  message: `Somebody else changed “${question}” while you were writing.`,
  remedy: 'What you leave in the form is kept when you save again.',
  place: { field: name },
});

/** Everything else is kept; these the person decides on, with both in sight. */
async function crossing(context: App.Locals['context'], form: FormData, view: OfferView, crossed: string[]) {
  const met = wordFields(view).filter(({ name }) => crossed.includes(name.replace(/^answer\./, '')));
  const typeOf = (key: string) => view.form?.items.find((item) => item.key === key)?.type;
  const types = crossed.map(typeOf).filter((type) => type === 'costs' || type === 'experts');
  const typed = await keptParts(context, form, view);
  const standing = { costs: costFields(view, 0), experts: expertFields(view, 0) };
  return fail(409, {
    problems: [
      ...met.map(({ question, name }) => problem(question, name)),
      ...types.map((type) => problem(standing[type].question, type)),
    ],
    kept: keptIn(
      form,
      met.map(({ name }) => name),
    ),
    seen: 'as-stands' as const,
    theirs: Object.fromEntries(met.map((one) => [one.name, inWords(one)])),
    costs:
      types.includes('costs') && typed.costs !== null
        ? { ...typed.costs, was: standing.costs.was, revision: standing.costs.revision }
        : null,
    experts:
      types.includes('experts') && typed.experts !== null
        ? { ...typed.experts, was: standing.experts.was, revision: standing.experts.revision }
        : null,
  });
}
