import { redirect } from '@sveltejs/kit';
import { openLines, printedAmount, printedShare } from '#modules/missions/index.ts';
import { answerOffer, offersFor } from '#modules/missions/server/index.ts';
import { done, field, formOf, numberField } from '../../../../pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { application, cycle, offers, isStaff, stage } = await offersFor(locals.context, params.slug);
  return {
    slug: application.slug,
    title: application.title,
    country: application.content.country.printed,
    version: application.version,
    stage,
    isStaff,
    cycle: cycle === null ? null : { slug: cycle.slug, name: `${cycle.programme} ${cycle.year}` },
    settled: application.stage === 'matched',
    offers: offers.map(({ view, answer, open }) => {
      const { offer, bearing, totals, payerName } = view;
      const text = (key: string): string[] =>
        (offer.content.answers[key]?.text ?? '').split('\n').filter((line) => line.trim() !== '');
      return {
        slug: offer.slug,
        title: offer.title,
        offerer: offer.content.organisation,
        version: offer.version,
        stage: view.stage,
        open,
        unsettled: offer.stage === 'coordination' ? openLines(offer.content).length : 0,
        details: text('details'),
        outcomes: text('outcomes'),
        schedule:
          text('schedule').length > 0
            ? text('schedule')
            : (offer.content.answers['schedule']?.times ?? []).map(({ printed }) => printed),
        experts: offer.content.experts.map(({ name, organisation }) =>
          organisation === '' ? name : `${name}, ${organisation}`,
        ),
        bearing: bearing.words,
        costs: bearing.lines.map(({ line, shares, ground }) => ({
          id: line.id,
          text: line.text === '' ? line.category : line.text,
          amount: line.amount === null ? null : printedAmount(line.amount),
          payers: shares.map(({ who, share }) =>
            share === null ? payerName(who) : `${payerName(who)} ${printedShare(share)}`,
          ),
          agreed: ground === 'agreed',
        })),
        sums: totals.byPayer.map(({ who, sums }) => ({
          who: payerName(who),
          sums: sums.map((one) => printedAmount(one)).join(', '),
        })),
        unborne: totals.unborne.map((one) => printedAmount(one)).join(', '),
        answer:
          answer === null
            ? null
            : {
                chosen: answer.answer === 'chosen',
                reason: answer.reason,
                letter: answer.letter,
                actor: answer.actor,
                on: answer.madeAt.toISOString().slice(0, 10),
              },
      };
    }),
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      await answerOffer(locals.context, params.slug, {
        offer: field(form, 'offer'),
        version: numberField(form, 'version'),
        offerVersion: numberField(form, 'offerVersion'),
        answer: field(form, 'answer') === 'chosen' ? 'chosen' : 'declined',
        reason: field(form, 'reason'),
        letter: field(form, 'letter'),
      });
      redirect(303, `/missions/applications/${params.slug}/offers`);
    });
  },
};
