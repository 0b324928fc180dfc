import { QuestionKey } from '#kernel/reading/index.ts';
import { application } from '#modules/missions/server/index.ts';
import { outcomeNames, questionNames } from '../../../words.ts';
import { whereRead } from '../../../origins.ts';
import type { PageServerLoad } from './$types';

const nameOfOutcome = (code: string): string => (outcomeNames as Record<string, string>)[code] ?? code;

export const load: PageServerLoad = async ({ locals, params }) => {
  const found = await application(locals.context, params.slug);
  const { content, record } = found.application;
  const outcomes = content.answers['expected_outcomes'];
  const { source, at } = await whereRead(locals.context, { kind: 'application', id: found.application.id });
  return {
    title: content.title,
    titleAt: at('title') ?? record?.lines ?? null,
    country: content.country.printed,
    countryAt: at('country.printed'),
    organisation: content.organisation,
    organisationAt: at('organisation'),
    call:
      found.call === null
        ? null
        : { name: `${found.call.programme} ${found.call.year}`, address: `/missions/calls/${found.call.slug}` },
    answers: QuestionKey.options.map((key) => {
      const answer = content.answers[key];
      return {
        key,
        name: questionNames[key],
        question: answer?.printed?.question ?? '',
        lines: answer?.lines ?? null,
        text: (answer?.text ?? '').split('\n').filter((line) => line !== ''),
      };
    }),
    outcomes: {
      state: outcomes?.state ?? 'not-received',
      names: (outcomes?.chosen ?? []).map(nameOfOutcome),
      candidates: outcomes?.candidate?.map(nameOfOutcome) ?? null,
    },
    timeline: (content.answers['timeline']?.times ?? []).map((when, index) => ({
      ...when,
      at: at(`timeline.${index}.printed`),
    })),
    source,
  };
};
