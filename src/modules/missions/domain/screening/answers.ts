/** What is missing: the head of the form, answers that are wanted, ticks that were lost, words beside "Others". */
import type { GivenAnswer } from '../forms/answers.ts';
import type { FormItem } from '../forms/form.ts';
import { questionForLostTicks } from '../forms/lost-ticks.ts';
import { answersOf, finding, quoted, type Rule, type ScreeningFinding } from './finding.ts';

export const head: Rule = ({ content }) => {
  const missing = [
    content.country.printed === '' ? 'country' : null,
    content.organisation === '' ? 'organisation' : null,
    content.title === '' ? 'title' : null,
  ].filter((name) => name !== null);
  const found =
    missing.length === 0
      ? []
      : [
          finding({
            rule: 'head-incomplete',
            level: 'warning',
            text: `The form does not say: ${missing.join(', ')}.`,
            ask: `Your form does not say the ${missing.join(', nor the ')}. Could you add it?`,
            fields: missing,
            words: null,
          }),
        ];
  if (content.country.printed === '' || content.country.iso2 !== null) return found;
  return [
    ...found,
    finding({
      rule: 'country-unknown',
      level: 'warning',
      text: `${quoted(content.country.printed)} is not the name of one country.`,
      ask: `Your form names ${quoted(content.country.printed)} as the country. For which country do you ask?`,
      fields: ['country'],
      words: content.country.printed,
    }),
  ];
};

/** Wanted answers that are blank or did not come; lost ticks are neither. */
export const requiredAnswers: Rule = (request) =>
  answersOf(request)
    .filter(({ item, answer }) => item.required && isMissing(item, answer))
    .map(({ item, answer }) =>
      finding({
        rule: 'answer-missing',
        level: 'warning',
        text: `${answer?.state === 'not-received' ? 'Not in what came' : 'Left blank'}: ${item.question}`,
        ask: `We could not find your answer to this question: ${quoted(item.question)} Could you send it?`,
        fields: [item.key],
        words: null,
      }),
    );

function isMissing(item: FormItem, answer: GivenAnswer | undefined): boolean {
  if (answer === undefined) return true;
  if (answer.state === 'unknown') return item.type !== 'choices';
  return answer.state !== 'given';
}

export const lostTicks: Rule = (request) =>
  answersOf(request).flatMap(({ item, answer }): ScreeningFinding[] => {
    if (item.type !== 'choices' || answer === undefined) return [];
    if (answer.state === 'unknown') {
      return [
        finding({
          rule: 'ticks-lost',
          level: 'warning',
          text: `The ticks were lost on the way. This is not “none”: ${item.question}`,
          ask: questionForLostTicks(item, answer),
          fields: [item.key],
          words: null,
        }),
      ];
    }
    const free = item.options.find((option) => option.free && answer.chosen.includes(option.code));
    if (free === undefined || (answer.other ?? '').trim() !== '') return [];
    return [
      finding({
        rule: 'others-without-text',
        level: 'info',
        text: `${quoted(free.label)} is ticked, and no words stand beside it.`,
        ask: `In your form, ${quoted(free.label)} is ticked. What do you expect there?`,
        fields: [item.key],
        words: free.label,
      }),
    ];
  });
