/** From what intake read to what the register works with. */
import type { AssistancePlan, MissionApplication } from '#kernel/reading/index.ts';
import { noAnswer, type ApplicationContent, type CostLine, type GivenAnswer, type OfferContent } from './answers.ts';

/** The content of an application as read. @param source the file it was read from */
export function contentOfReading(record: MissionApplication, source: string): ApplicationContent {
  const answers = Object.entries(record.answers).map(([key, answer]): [string, GivenAnswer] => {
    const text = answer.text.join('\n');
    return [
      key,
      {
        ...noAnswer,
        state: text !== '' ? 'given' : answer.question === '' ? 'not-received' : 'blank',
        text,
        printed: { number: answer.numberPrinted, question: answer.question },
        how: 'read',
        source,
        lines: answer.lines,
        ...(key === 'timeline' ? { times: record.timeline } : {}),
        ...(key === 'expected_outcomes' ? ticksOf(record.expectedOutcomes, text) : {}),
      },
    ];
  });
  return {
    country: record.country,
    organisation: record.organisation,
    title: record.title,
    answers: Object.fromEntries(answers),
  };
}

/** The lines of the options stay as printed; what they say of the ticks is a reading of its own. */
function ticksOf(
  { state, codes, candidate }: MissionApplication['expectedOutcomes'],
  text: string,
): Pick<GivenAnswer, 'state' | 'chosen' | 'candidate'> {
  return { state: state === 'unknown' && text === '' ? 'not-received' : state, chosen: [...codes], candidate };
}

/** The content of a plan of assistance as read. */
export function offerOfReading(record: AssistancePlan, source: string): OfferContent {
  const read = (lines: readonly string[]): GivenAnswer => ({
    ...noAnswer,
    state: lines.length > 0 ? 'given' : 'blank',
    text: lines.join('\n'),
    how: 'read',
    source,
  });
  const { state, items } = record.requestedFromOrganiser;
  const costs = record.costs.map((cost, index): CostLine => ({
    id: `line-${index + 1}`,
    category: cost.category,
    text: cost.description,
    quantity: null,
    unit: null,
    amount: cost.amount,
    payers: cost.payers.map(({ who, share }) => ({
      who: who === 'apt' ? 'organiser' : who,
      share: share === null ? null : Math.round(share * 10000),
      basis: state === 'blank' ? 'implied-by-blank' : who === 'apt' ? 'asked' : 'offered',
    })),
  }));
  return {
    organisation: record.experts[0]?.organisation ?? '',
    answers: {
      interest: read(record.interest === null ? [] : [record.interest]),
      details: read(record.details),
      schedule: {
        ...read(record.schedule.map(({ printed }) => printed)),
        times: record.schedule,
      },
      outcomes: read(record.outcomes),
      others: read(record.others),
      requested: { ...read(items), state },
    },
    costs,
    experts: record.experts.map(({ name, organisation }) => ({ name, organisation, role: null, person: null })),
  };
}
