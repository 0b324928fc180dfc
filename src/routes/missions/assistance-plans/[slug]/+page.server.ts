import { assistancePlan } from '#modules/missions/server/index.ts';
import { whereRead } from '../../../origins.ts';
import type { PageServerLoad } from './$types';

/** "apt" stands for whoever organises the missions. */
const payers: Record<string, string> = {
  apt: 'the organiser',
  offerer: 'the offering side',
  beneficiary: 'the receiving side',
};

export const load: PageServerLoad = async ({ locals, params }) => {
  const { id, title, record } = await assistancePlan(locals.context, params.slug);
  const { source, at } = await whereRead(locals.context, { kind: 'assistance-plan', id });
  const said = (words: string[], field: string) =>
    words.map((line, index) => ({ words: line, at: at(`${field}.${index}`) }));
  return {
    title,
    titleAt: at('interest'),
    parts: [
      { name: 'Details', lines: said(record.details, 'details') },
      { name: 'Outcomes', lines: said(record.outcomes, 'outcomes') },
      { name: 'Other wishes', lines: said(record.others, 'others') },
    ],
    schedule: record.schedule.map((when, index) => ({ ...when, at: at(`schedule.${index}.printed`) })),
    costs: record.costs.map(({ category, description, amount, payers: who }, index) => ({
      category,
      description,
      at: at(`costs.${index}.description`),
      amount: amount === null ? null : `${amount.currency} ${amount.value}`,
      payers: who
        .map(
          (payer) =>
            `${payers[payer.who] ?? payer.who}${payer.share === null ? '' : ` ${Math.round(payer.share * 100)} %`}`,
        )
        .join(', '),
    })),
    requested: {
      state: record.requestedFromOrganiser.state,
      items: said(record.requestedFromOrganiser.items, 'requestedFromOrganiser.items'),
    },
    experts: record.experts.map(({ name, organisation }, index) => ({
      name,
      organisation,
      at: at(`experts.${index}.name`),
    })),
    source,
  };
};
