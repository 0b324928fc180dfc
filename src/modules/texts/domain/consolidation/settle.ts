/** Settling conflicts one by one, and taking a proponent out again. Every state is a value of its own. */
import { refuse } from '#kernel/problem.ts';
import type { ConsolidatedText, ConflictChoice } from '#kernel/reading/index.ts';
import { layoutOf, type Conflict } from './layout.ts';
import { filtered } from './views.ts';

/** The conflicts that nobody has settled yet, in the order of the text. */
export function unsettled(draft: ConsolidatedText): Conflict[] {
  return layoutOf(draft).conflicts.filter(({ settled }) => settled === null);
}

/**
 * The draft with one conflict settled; the draft given stays as it is. A conflict may be settled again.
 * @throws Refusal when there is no such conflict or alternative, or the words are blank
 */
export function settle(draft: ConsolidatedText, conflictId: string, choice: ConflictChoice): ConsolidatedText {
  const conflict = layoutOf(draft).conflicts.find(({ id }) => id === conflictId);
  if (conflict === undefined) {
    refuse(
      'no-such-conflict',
      `There is no conflict "${conflictId}" in this draft.`,
      'Look at the conflicts again: what is proposed may have changed.',
    );
  }
  if ('take' in choice && conflict.alternatives[choice.take] === undefined) {
    refuse(
      'no-such-alternative',
      `This conflict has ${conflict.alternatives.length} alternatives.`,
      'Choose one of them.',
      { field: 'take' },
    );
  }
  if ('words' in choice && choice.words.trim() === '') {
    refuse('no-words', 'No words were given.', 'Write the words, or drop the clause.', { field: 'words' });
  }
  return { ...draft, settled: { ...draft.settled, [conflictId]: choice } };
}

/** The draft with one conflict open again. */
export function reopen(draft: ConsolidatedText, conflictId: string): ConsolidatedText {
  const settled = Object.fromEntries(Object.entries(draft.settled).filter(([id]) => id !== conflictId));
  return { ...draft, settled };
}

/**
 * The draft as it would be without the proposals of one proponent. What was settled stays settled where the same is
 * still disputed.
 */
export function withoutProponent(draft: ConsolidatedText, proponent: string): ConsolidatedText {
  const rest = filtered(draft, (name) => name !== proponent);
  const disputed = new Set(layoutOf({ ...rest, settled: {} }).conflicts.map(({ id }) => id));
  const settled = Object.fromEntries(Object.entries(rest.settled).filter(([id]) => disputed.has(id)));
  return { ...rest, settled };
}
