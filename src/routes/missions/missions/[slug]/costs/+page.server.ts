import { redirect } from '@sveltejs/kit';
import {
  countedShares,
  groundInWords,
  missionTotals,
  notSaid,
  paidFor,
  payerName,
  printedAmount,
  printedShare,
  wholeLine,
  withoutAmount,
} from '#modules/missions/index.ts';
import {
  closeCosts,
  cycles,
  mission,
  missionSummary,
  recordPayment,
  removePayment,
} from '#modules/missions/server/index.ts';
import { done, field, formOf, numberField } from '../../../../pages.ts';
import { headOf } from '../../names.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { context } = locals;
  const { mission: found, side } = await mission(context, params.slug);
  const { costs, details } = found;
  const organiser = (await cycles(context)).find(({ id }) => id === found.cycle)?.settings.organiser ?? 'the organiser';
  const names = new Map(details.offerers.flatMap(({ id, name }) => (id === null ? [] : [[id, name] as const])));
  const named = (who: string): string => payerName(who, organiser, names);
  const over = found.stage === 'closed' || found.stage === 'cancelled';
  const works = side === 'secretariat' || side === 'offerer';
  const payers = ['organiser', 'offerer', 'beneficiary', ...(details.offerers.length > 1 ? names.keys() : [])];
  return {
    head: headOf(await missionSummary(context, params.slug)),
    version: found.version,
    closed: costs.closed,
    today: context.now().toISOString().slice(0, 10),
    mayRecord: works && !costs.closed && !over,
    mayClose: side === 'secretariat' && !over,
    payers: payers.map((who) => ({ who, name: named(who) })),
    plan: costs.plan.map((line) => ({
      id: line.id,
      text: line.text === '' ? line.category : line.text,
      amount: line.amount === null ? null : printedAmount(line.amount),
      payers: countedShares(line).map(({ who, share, basis }) => ({
        name: named(who),
        share: share === null || share === wholeLine ? '' : printedShare(share),
        ground: groundInWords({ who, share, basis }),
      })),
      paid: paidFor(line.id, costs.paid).map(printedAmount),
    })),
    paid: costs.paid.map((line) => ({
      ...line,
      printed: printedAmount(line.amount),
      payer: named(line.payer),
      planned: costs.plan.find(({ id }) => id === line.planned)?.text ?? null,
    })),
    totals: missionTotals(costs).map((total) => ({
      currency: total.currency,
      planned: grouped(total.planned),
      paid: grouped(total.paid),
      difference: grouped(total.difference),
      payer: total.payer === notSaid ? 'nobody is named' : named(total.payer),
    })),
    without: withoutAmount(costs.plan).length,
  };
};

/** "−24,460.00": a decimal with its thousands marked. */
const grouped = (value: string): string => value.replace(/\B(?=(?:\d{3})+(?:\.|$))(?<!\.\d*)/g, ',').replace(/^-/, '−');

export const actions: Actions = {
  record: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      await recordPayment(locals.context, params.slug, numberField(form, 'version'), {
        text: field(form, 'text'),
        planned: field(form, 'planned') || null,
        amount: {
          value: field(form, 'value').trim().replaceAll(',', ''),
          currency: field(form, 'currency').trim().toUpperCase(),
        },
        on: field(form, 'on').trim(),
        payer: field(form, 'payer'),
        voucher: field(form, 'voucher'),
      });
      redirect(303, `/missions/missions/${params.slug}/costs#paid`);
    });
  },
  remove: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      await removePayment(locals.context, params.slug, numberField(form, 'version'), field(form, 'id'));
      redirect(303, `/missions/missions/${params.slug}/costs#paid`);
    });
  },
  close: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const closed = field(form, 'closed') === 'yes';
      await closeCosts(locals.context, params.slug, numberField(form, 'version'), closed);
      redirect(303, `/missions/missions/${params.slug}/costs`);
    });
  },
};
