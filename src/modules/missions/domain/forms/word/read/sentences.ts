/** Options chosen by a sentence below boxes that stayed empty: "All of the above except training." */
import type { FormItem, FormOption } from '../../form.ts';
import { tokensOf } from './similar.ts';

const everything = /^all\b(?:\s+(?:of )?(?:the )?(?:above|options|listed|them|these|outcomes|below)\b)*/iu;
const exception = /^[\s,(–-]*(?:except(?: for)?|excluding|apart from|other than|but not|without)\b[:\s]*/iu;

/**
 * @param other whether words stand beside a free option, which alone is not counted without any
 * @returns codes in the order of the form; `null` where the sentence says something else, or names what is no one option
 */
export function chosenBySentence(text: string, { options }: FormItem, other: boolean): string[] | null {
  const words = text.replaceAll(/\s+/gu, ' ').trim();
  const all = everything.exec(words)?.[0];
  if (all === undefined) return null;
  const rest = words.slice(all.length).replace(/[\s.!)]+$/u, '');
  const without = new Set<string>();
  if (rest !== '') {
    const lead = exception.exec(rest)?.[0];
    if (lead === undefined) return null;
    for (const piece of rest.slice(lead.length).split(/\s*(?:[,;/&]|\band\b|\bor\b)\s*/iu)) {
      const named = piece === '' ? [] : optionsNamed(piece, options);
      if (piece !== '' && named.length !== 1) return null;
      for (const { code } of named) without.add(code);
    }
  }
  return options.filter(({ code, free }) => !without.has(code) && (!free || other)).map(({ code }) => code);
}

/** The options whose words all of these are; a word alone may lack its ending. */
export function optionsNamed(piece: string, options: readonly FormOption[]): FormOption[] {
  const words = tokensOf(piece.replace(/^(?:the|option)\s+/iu, '')).map(({ word }) => word);
  return options.filter(({ label }) => {
    const own = tokensOf(label).map(({ word }) => word);
    return (
      words.length > 0 &&
      words.every((word) => own.some((one) => one === word || one === `${word}s` || `${one}s` === word))
    );
  });
}
