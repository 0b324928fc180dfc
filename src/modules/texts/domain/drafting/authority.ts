/** The server's side of drafting: steps that come from elsewhere are tried before they are kept. */
import { Node } from 'prosemirror-model';
import { ReplaceStep, type Step } from 'prosemirror-transform';
import { Refusal, refuse } from '#kernel/problem.ts';
import { schema } from './schema.ts';
import { stepOfJson } from './step-json.ts';
import { blocksOf } from './structure.ts';

/** Most steps that are taken at once. */
export const mostSteps = 1000;
/** Largest document, in the units of its positions. */
export const largest = 4_000_000;

/** A document as it was kept or sent. @throws Refusal `draft-damaged` */
export function documentFrom(json: unknown): Node {
  try {
    const doc = Node.fromJSON(schema, json);
    doc.check();
    return doc;
  } catch (cause) {
    return refuse(
      'draft-damaged',
      `The document of the draft cannot be read: ${said(cause)}.`,
      'Open an earlier state.',
    );
  }
}

/**
 * The document after some steps.
 * @throws Refusal `step-refused` when one is no step, does not apply, or would break the structure of the text
 */
export function withSteps(doc: Node, steps: readonly unknown[]): Node {
  if (steps.length > mostSteps) refuseStep(`more than ${mostSteps} steps came at once`);
  let now = doc;
  try {
    for (const json of steps) {
      const result = stepFrom(json).apply(now);
      if (result.doc === null) refuseStep(result.failed ?? 'it does not fit');
      now = result.doc;
    }
    now.check();
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    refuseStep(said(cause));
  }
  if (now.content.size > largest) refuseStep('the text would become too long');
  const ids = new Set<unknown>();
  for (const { block } of blocksOf(now)) {
    const id: unknown = block.attrs['id'];
    if (id !== undefined && ids.has(id)) refuseStep('a clause would stand in two places');
    ids.add(id);
  }
  return now;
}

/**
 * Steps as they are kept: what a step does, and nothing else that was sent with it.
 * @throws Refusal `step-refused`
 */
export function cleanSteps(steps: readonly unknown[]): unknown[] {
  if (steps.length > mostSteps) refuseStep(`more than ${mostSteps} steps came at once`);
  return steps.map((step) => {
    const own: unknown = stepFrom(step).toJSON();
    if (!canBeKept(own)) refuseStep('it holds characters that no text has');
    return own;
  });
}

/** Whether all words are sound Unicode without NUL, which no database keeps. */
function canBeKept(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\u0000');
  return typeof value !== 'object' || value === null || Object.values(value).every(canBeKept);
}

/** A step as it was sent. @throws Refusal `step-refused` */
export function stepFrom(json: unknown): Step {
  try {
    return stepOfJson(json);
  } catch (cause) {
    return refuseStep(said(cause));
  }
}

/** The one step that leads from a document to another; `null` where they are the same. */
export function stepBetween(from: Node, to: Node): Step | null {
  if (from.eq(to)) return null;
  const blocks = { from: [] as Node[], to: [] as Node[] };
  from.forEach((block) => blocks.from.push(block));
  to.forEach((block) => blocks.to.push(block));
  // Whole blocks are replaced, so that the step fits whatever stands around it.
  let head = 0;
  while (same(blocks.from[head], blocks.to[head])) head++;
  let tail = 0;
  const most = Math.min(blocks.from.length, blocks.to.length) - head;
  while (tail < most && same(blocks.from.at(-1 - tail), blocks.to.at(-1 - tail))) tail++;
  const at = size(blocks.from.slice(0, head));
  const until = from.content.size - size(blocks.from.slice(blocks.from.length - tail));
  const slice = to.slice(at, to.content.size - size(blocks.to.slice(blocks.to.length - tail)));
  return new ReplaceStep(at, until, slice);
}

const same = (one: Node | undefined, other: Node | undefined): boolean =>
  one !== undefined && other !== undefined && one.eq(other);

const size = (nodes: readonly Node[]): number => nodes.reduce((sum, node) => sum + node.nodeSize, 0);
const said = (cause: unknown): string => (cause instanceof Error ? cause.message.replace(/\.$/u, '') : 'unknown');

function refuseStep(why: string): never {
  refuse(
    'step-refused',
    `The change does not fit the draft: ${why}.`,
    'Load the draft again; your words are kept beside it.',
  );
}
