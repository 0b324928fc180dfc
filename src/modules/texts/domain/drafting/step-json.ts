/** Steps as they are sent and kept. */
import { Step } from 'prosemirror-transform';
import { schema } from './schema.ts';

/**
 * A step from its JSON. Undoing a mark that took the place of another one gives sets of marks within sets, which the
 * library writes and does not read: they are read as one set.
 * @throws RangeError when it is no step
 */
export function stepOfJson(json: unknown): Step {
  return Step.fromJSON(schema, isSet(json) ? { ...json, steps: flat(json.steps, 0) } : json);
}

interface MarkSet {
  stepType: 'markSet';
  steps: unknown[];
}

function isSet(json: unknown): json is MarkSet {
  if (typeof json !== 'object' || json === null) return false;
  const { stepType, steps } = json as Record<string, unknown>;
  return stepType === 'markSet' && Array.isArray(steps);
}

/** Deeper than anybody undoes and does again; what is deeper is refused as no step. */
const deepest = 200;

function flat(steps: readonly unknown[], depth: number): unknown[] {
  if (depth > deepest) return [...steps];
  return steps.flatMap((step) => (isSet(step) ? flat(step.steps, depth + 1) : [step]));
}
