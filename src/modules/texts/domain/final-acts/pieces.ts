/** Parts of a passage as passages of their own: they share its line, for that is where their words stand. */
import type { Passage } from '../words/passages.ts';

/** A passage with other words, all of them kept. */
export function rewritten(passage: Passage, text: string): Passage {
  return { ...passage, runs: [{ text, change: 'same' }], base: text, proposed: text, printed: text };
}

/** A part of a passage after its first: it has no automatic number of its own. */
export function piece(passage: Passage, text: string, styles: readonly string[] = passage.styles): Passage {
  return {
    ...rewritten(passage, text),
    styles,
    number: { base: null, proposed: null },
    otherLines: [],
    afterBlank: false,
  };
}
