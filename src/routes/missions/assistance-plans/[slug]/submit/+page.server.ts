import { redirect } from '@sveltejs/kit';
import { refuse } from '#kernel/problem.ts';
import { mustMay } from '#modules/access/server/index.ts';
import { attachments, moveOffer, offerView } from '#modules/missions/server/index.ts';
import { done, field, formOf, numberField } from '../../../../pages.ts';
import { printedCosts } from '../../offer.ts';
import type { Actions, PageServerLoad } from './$types';

const needed = new Set(['answer-missing', 'no-expert', 'no-request']);

export const load: PageServerLoad = async ({ locals, params }) => {
  const view = await offerView(locals.context, params.slug);
  const { offer, cycle, findings } = view;
  const move = view.moves.find(({ to }) => to === 'received');
  if (move === undefined || offer.stage !== 'draft') {
    refuse('not-found', 'It cannot be sent in from here.', 'Look at the offer: it says where it stands.');
  }
  const { files } = await attachments(locals.context, { kind: 'assistance-plan', id: offer.id });
  const at = (key: string | null): string =>
    key === null || key === 'applications' || key.startsWith('line-') ? (key ?? '') : partOf(view.form, key);
  return {
    slug: offer.slug,
    version: offer.version,
    title: offer.title,
    offerer: view.payerName('offerer'),
    organiser: cycle?.settings.organiser ?? 'the organiser',
    deadline: cycle?.settings.deadlines.offers ?? null,
    label: move.label,
    missing: findings.filter(({ rule }) => needed.has(rule)).map(({ text, field }) => ({ text, at: at(field) })),
    told: findings.filter(({ rule }) => !needed.has(rule)).map(({ text, field }) => ({ text, at: at(field) })),
    costs: printedCosts(view),
    files: files.map(({ name }) => name),
  };
};

/** The anchor of a question on the page where it is answered. */
function partOf(form: Awaited<ReturnType<typeof offerView>>['form'], key: string): string {
  const type = form?.items.find((item) => item.key === key)?.type;
  return type === 'costs' || type === 'experts' ? type : `answer.${key}`;
}

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      mustMay(locals.context, 'offer-missions');
      await offerView(locals.context, params.slug);
      if (field(form, 'confirm') !== 'yes') {
        refuse('not-confirmed', 'Confirm that it may be sent in.', '', { field: 'confirm' });
      }
      await moveOffer(locals.context, params.slug, numberField(form, 'version'), 'received');
      redirect(303, `/missions/assistance-plans/${params.slug}`);
    });
  },
};
