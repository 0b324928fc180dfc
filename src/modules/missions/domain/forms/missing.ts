/** What an application still lacks before it can be sent in. */
import type { ApplicationContent, GivenAnswer } from './answers.ts';
import type { Form, FormItem } from './form.ts';

/** One thing that is missing. */
export interface Missing {
  /** The key of the question, or `title`, `country`, `organisation`. */
  key: string;
  /** A sentence for the person who fills it in. */
  words: string;
}

/** Everything that is missing, in the order of the form: the head, required questions, and words beside "Others". */
export function missing(form: Form, { title, country, organisation, answers }: ApplicationContent): Missing[] {
  const head: [string, string, string][] = [
    ['country', country.printed, 'The country is not named.'],
    ['organisation', organisation, 'The organisation is not named.'],
    ['title', title, 'The project has no title.'],
  ];
  return [
    ...head.flatMap(([key, value, words]) => (value.trim() === '' ? [{ key, words }] : [])),
    ...form.items.flatMap((item) => missingIn(item, answers[item.key])),
  ];
}

function missingIn(item: FormItem, answer: GivenAnswer | undefined): Missing[] {
  const { key } = item;
  const name = item.number === '' ? `“${item.question}”` : `Question ${item.number.replace(/[).]+$/u, '')}`;
  if (answer === undefined || answer.state === 'blank' || answer.state === 'not-received') {
    return item.required ? [{ key, words: `${name} is not answered.` }] : [];
  }
  if (answer.state === 'unknown') return item.required ? [{ key, words: `${name}: the tick marks were lost.` }] : [];
  if (item.type !== 'choices') return [];
  const free = item.options.find((option) => option.free);
  if (free === undefined) return [];
  const ticked = answer.chosen.includes(free.code);
  const said = (answer.other ?? '').trim() !== '';
  if (ticked && !said) return [{ key, words: `${name}: “${free.label}” is ticked, and not said what.` }];
  return !ticked && said ? [{ key, words: `${name}: words stand beside “${free.label}”, which is not ticked.` }] : [];
}
