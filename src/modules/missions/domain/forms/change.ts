/** Changing one answer: what was typed becomes a state, texts become times, ticks stand in the order of the form. */
import { timesIn } from '../recognise/timeline.ts';
import { noAnswer, type GivenAnswer } from './answers.ts';
import type { FormItem } from './form.ts';

/** What a person typed or ticked for one question. */
export interface Typed {
  text: string;
  chosen: readonly string[];
  other: string;
}

/** Longer than this is no answer but a document, which can be attached. */
export const longestAnswer = 20_000;

/** Lines as they are kept: without blanks at their ends, without empty lines around. */
export const tidied = (text: string): string =>
  text
    .replace(/\r\n?/gu, '\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/^\n+|\n+$/gu, '');

/** What was typed, as it is kept for this question: only options that the form has, only words that it asks for. */
export function typedFor(item: FormItem, typed: Typed): Typed {
  if (item.type !== 'choices') return { text: tidied(typed.text), chosen: [], other: '' };
  const free = item.options.some((option) => option.free);
  return {
    text: '',
    chosen: item.options.map(({ code }) => code).filter((code) => typed.chosen.includes(code)),
    other: free ? tidied(typed.other) : '',
  };
}

/** What an answer holds of what can be typed. */
export const typedIn = (item: FormItem, { text, chosen, other }: GivenAnswer = noAnswer): Typed =>
  typedFor(item, { text, chosen, other: other ?? '' });

/** Whether two people typed the same. */
export const sameTyped = (one: Typed, other: Typed): boolean =>
  one.text === other.text && one.other === other.other && one.chosen.join() === other.chosen.join();

/**
 * The answer after a change by hand. What was printed on the form it came from stays; where it was read from does not,
 * because the words are no longer those of the file.
 */
export function answered(item: FormItem, before: GivenAnswer | undefined, typed: Typed): GivenAnswer {
  const { text, chosen, other } = typedFor(item, typed);
  const said = text.trim() !== '' || chosen.length > 0 || other !== '';
  return {
    ...noAnswer,
    state: said ? 'given' : 'blank',
    text,
    chosen: [...chosen],
    other: other === '' ? null : other,
    times: item.type === 'times' ? timesIn(text.split('\n').map((line) => ({ text: line, what: null }))) : [],
    printed: before?.printed ?? null,
    revision: (before?.revision ?? 0) + 1,
  };
}
