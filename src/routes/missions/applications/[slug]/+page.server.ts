import { QuestionKey } from '#kernel/reading/index.ts';
import { application } from '#modules/missions/server/index.ts';
import { outcomeNames, questionNames } from '../../../words.ts';
import { whereRead } from '../../../origins.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const found = await application(locals.context, params.slug);
  const { record } = found.application;
  const { source, at } = await whereRead(locals.context, { kind: 'application', id: found.application.id });
  return {
    title: record.title,
    titleAt: at('title') ?? record.lines,
    country: record.country.printed,
    countryAt: at('country.printed'),
    organisation: record.organisation,
    organisationAt: at('organisation'),
    call:
      found.call === null
        ? null
        : { name: `${found.call.programme} ${found.call.year}`, address: `/missions/${found.call.slug}` },
    answers: QuestionKey.options.map((key) => ({ key, name: questionNames[key], ...record.answers[key] })),
    outcomes: {
      state: record.expectedOutcomes.state,
      names: record.expectedOutcomes.codes.map((code) => outcomeNames[code]),
      candidates: record.expectedOutcomes.candidate?.map((code) => outcomeNames[code]) ?? null,
    },
    timeline: record.timeline.map((when, index) => ({ ...when, at: at(`timeline.${index}.printed`) })),
    source,
  };
};
