/** Times of a request: without a date, too early for the offers, later than missions may end, ending before they begin. */
import { printedDay, printedMonth } from '#kernel/dates.ts';
import { againstDeadline, backwards, firstMonth, lastMonth, withoutDate } from '../signs/times.ts';
import type { GivenAnswer } from '../forms/answers.ts';
import { answersOf, finding, quoted, type Rule, type Screened, type ScreeningFinding } from './finding.ts';

export const dates: Rule = (request) =>
  answersOf(request).flatMap(({ item, answer }) =>
    item.type === 'times' && answer?.state === 'given'
      ? [
          ...undated(item.key, answer),
          ...order(item.key, answer),
          ...tooSoon(item.key, answer, request),
          ...tooLate(item.key, answer, request),
        ]
      : [],
  );

const wordsOf = ({ times, text }: GivenAnswer): string =>
  times.length > 0 ? times.map(({ printed }) => printed).join('; ') : text;

function undated(key: string, answer: GivenAnswer): ScreeningFinding[] {
  if (answer.times.length > 0 && !withoutDate(answer.times)) return [];
  const words = wordsOf(answer);
  return [
    finding({
      rule: 'timeline-no-date',
      level: 'warning',
      text: `The timeline names no date: ${quoted(words)}.`,
      ask: `Your form names no month for the mission: ${quoted(words)}. Could you tell us in which months, or in which quarter, it should take place?`,
      fields: [key],
      words,
    }),
  ];
}

function order(key: string, answer: GivenAnswer): ScreeningFinding[] {
  if (!backwards(answer.times)) return [];
  return [
    finding({
      rule: 'timeline-backwards',
      level: 'warning',
      text: 'A time ends before it begins.',
      ask: `One of the times in your form ends before it begins: ${quoted(wordsOf(answer))}. Could you look at it again?`,
      fields: [key],
      words: wordsOf(answer),
    }),
  ];
}

function tooSoon(key: string, answer: GivenAnswer, { deadlines }: Screened): ScreeningFinding[] {
  if (deadlines.offers === null) return [];
  const when = againstDeadline(answer.times, deadlines.offers);
  if (when === null) return [];
  const first = printedMonth(firstMonth(answer.times) ?? '');
  const day = printedDay(deadlines.offers);
  return [
    finding({
      rule: when === 'before' ? 'timeline-before-deadline' : 'timeline-right-after-deadline',
      level: when === 'before' ? 'warning' : 'info',
      text:
        when === 'before'
          ? `The work should begin in ${first}, before or while offers are still open (until ${day}).`
          : `The work should begin in ${first}, the month after offers are due on ${day}.`,
      ask: `Experts may offer their help until ${day}, and your form would have the work begin in ${first}. Could it begin later, and until when would it still serve you?`,
      fields: [key],
      words: wordsOf(answer),
    }),
  ];
}

function tooLate(key: string, answer: GivenAnswer, { deadlines }: Screened): ScreeningFinding[] {
  const last = lastMonth(answer.times);
  if (deadlines.completion === null || last === null || last <= deadlines.completion) return [];
  return [
    finding({
      rule: 'timeline-after-completion',
      level: 'warning',
      text: `The work should end in ${printedMonth(last)}; missions of this cycle end by ${printedMonth(deadlines.completion)}.`,
      ask: `Missions of this cycle are completed by ${printedMonth(deadlines.completion)}, and your form names ${printedMonth(last)}. Could the work end earlier, or which part of it could?`,
      fields: [key],
      words: wordsOf(answer),
    }),
  ];
}
