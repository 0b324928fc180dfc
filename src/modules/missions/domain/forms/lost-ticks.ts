import type { GivenAnswer } from './answers.ts';
import type { FormItem } from './form.ts';

/**
 * The question to whoever filled a form, where the tick marks of an answer were lost on the way; `null` where nothing
 * was lost. Made of the form's own words; weak evidence is asked about, never taken.
 */
export function questionForLostTicks(
  item: FormItem,
  answer: Pick<GivenAnswer, 'state' | 'candidate'> | undefined,
): string | null {
  if (item.type !== 'choices' || answer?.state !== 'unknown') return null;
  const labelOf = (code: string): string => item.options.find((option) => option.code === code)?.label ?? code;
  const number = item.number === '' ? '' : `${item.number} `;
  const evidence = (answer.candidate ?? []).map((code) => `“${labelOf(code)}”`);
  return [
    `We could not see what you ticked under “${number}${item.question}”: the marks were lost on the way.`,
    ...(evidence.length === 0 ? [] : [`There are signs that you meant ${listed(evidence)}. Is that right?`]),
    'Please tell us which of these you choose:',
    ...item.options.map(({ label, free }) => `– ${label}${free ? ' (please say which)' : ''}`),
  ].join('\n');
}

function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
