import { assistancePlan, type StoredAssistancePlan } from '#modules/missions/server/index.ts';
import { whereRead } from '../../../origins.ts';
import type { PageServerLoad } from './$types';

/** Who bears a cost, in words. */
const payers: Record<string, string> = {
  organiser: 'the organiser',
  offerer: 'the offering side',
  beneficiary: 'the receiving side',
};

const linesOf = ({ answers }: StoredAssistancePlan['content'], key: string): string[] =>
  (answers[key]?.text ?? '').split('\n').filter((line) => line !== '');

export const load: PageServerLoad = async ({ locals, params }) => {
  const { id, title, content } = await assistancePlan(locals.context, params.slug);
  const { source, at } = await whereRead(locals.context, { kind: 'assistance-plan', id });
  const said = (key: string, field = key) =>
    linesOf(content, key).map((line, index) => ({ words: line, at: at(`${field}.${index}`) }));
  return {
    title,
    titleAt: at('interest'),
    parts: [
      { name: 'Details', lines: said('details') },
      { name: 'Outcomes', lines: said('outcomes') },
      { name: 'Other wishes', lines: said('others') },
    ],
    schedule: (content.answers['schedule']?.times ?? []).map((when, index) => ({
      ...when,
      at: at(`schedule.${index}.printed`),
    })),
    costs: content.costs.map(({ category, text: description, amount, payers: who }, index) => ({
      category,
      description,
      at: at(`costs.${index}.description`),
      amount: amount === null ? null : `${amount.currency} ${amount.value}`,
      payers: who
        .map(
          (payer) =>
            `${payers[payer.who] ?? payer.who}${payer.share === null ? '' : ` ${Math.round(payer.share / 100)} %`}`,
        )
        .join(', '),
    })),
    requested: {
      state: content.answers['requested']?.state ?? 'not-received',
      items: said('requested', 'requestedFromOrganiser.items'),
    },
    experts: content.experts.map(({ name, organisation }, index) => ({
      name,
      organisation,
      at: at(`experts.${index}.name`),
    })),
    source,
  };
};
