/** The question to an applicant whose ticks were lost on the way. */
import type { GivenAnswer } from '../forms/answers.ts';
import type { FormItem } from '../forms/form.ts';
import { quoted } from './finding.ts';

/** Names all options, and asks whether a weak sign is right; it never takes the sign for the answer. */
export function questionForLostTicks(item: FormItem, { candidate }: Pick<GivenAnswer, 'candidate'>): string {
  const label = (code: string): string => item.options.find((option) => option.code === code)?.label ?? code;
  const options = item.options.map((option) => `– ${option.label}`).join('\n');
  const guess =
    candidate === null || candidate.length === 0
      ? ''
      : ` From what is left we would guess: ${candidate.map((code) => quoted(label(code))).join(', ')}. Is that right?`;
  return `The ticks of your form were lost on the way to us. Which of these did you tick where it says ${quoted(item.question)}${guess}\n${options}`;
}
