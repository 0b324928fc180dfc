/**
 * Two hands on one draft: the server keeps one line of steps; whoever was slower carries its own steps over those that
 * came first. Nobody's words are lost on the way: words whose place is gone follow their block by its id or stand in a
 * clause of their own, and nothing takes away words that its hand had not seen.
 */
import { Fragment, Slice, type Node } from 'prosemirror-model';
import { AddMarkStep, AttrStep, ReplaceStep, type Mapping, type Step, type Transform } from 'prosemirror-transform';
import { idOf, isInserted, schema } from './schema.ts';
import { blockAt, blocksOf, blockWithId } from './structure.ts';

/** A step of our own that the server has not confirmed. */
export interface Unconfirmed {
  step: Step;
  /** What takes it back. */
  inverted: Step;
  /** For a step inside a block: which block, and how far into it. */
  home: { id: string; offset: number } | null;
}

/** A step that the server has taken, and whose it is. */
export interface Confirmed {
  step: Step;
  client: string;
}

/** What a step needs beside itself to be carried over others. @param doc the document before the step */
export function unconfirmed(step: Step, doc: Node): Unconfirmed {
  return { step, inverted: step.invert(doc), home: homeOf(step, doc) };
}

function homeOf(step: Step, doc: Node): Unconfirmed['home'] {
  const place = step instanceof ReplaceStep ? step.from : step instanceof AttrStep ? step.pos + 1 : null;
  const block = place === null ? null : blockAt(doc, place);
  return place === null || block === null ? null : { id: idOf(block.block), offset: place - block.at - 1 };
}

export interface Received {
  /** How many of our first steps the server has confirmed with these. */
  confirmed: number;
  /** Our steps that are still to be confirmed, carried over. */
  unconfirmed: Unconfirmed[];
}

/**
 * Takes in the server's steps since the version we know. Adds to a transform of the document as we see it, our own
 * unconfirmed steps included; what it adds leads to the document that the others see, with our steps on top.
 * @param client our own name, by which we know our steps among those of others
 */
export function receive(
  tr: Transform,
  steps: readonly Confirmed[],
  pending: readonly Unconfirmed[],
  client: string,
): Received {
  let own = 0;
  while (own < steps.length && steps[own]?.client === client) own++;
  const rest = pending.slice(own);
  const others = steps.slice(own);
  if (others.length === 0) return { confirmed: own, unconfirmed: rest };
  const first = tr.steps.length;
  for (const { inverted } of rest.toReversed()) tr.step(inverted);
  for (const { step } of others) tr.step(step);
  const carried: Unconfirmed[] = [];
  const rescued = new Map<string, Node>();
  rest.forEach((one, index) => {
    const from = first + rest.length - index;
    const mapped = carriedOver(one.step, tr.mapping.slice(from));
    const ahead = rest.slice(index + 1);
    const wanted = mapped === null ? null : safely(mapped, one, ahead, tr.doc, rescued);
    const made = wanted === null ? [] : applied(tr, wanted);
    if (made.length === 1) (tr.mapping as Mirrored).setMirror(from - 1, tr.steps.length - 1);
    const failed = wanted === null || (made.length === 0 && wanted.length > 0);
    // What was to be put in may hold more by now than when it was written.
    carried.push(...(failed ? kept(tr, wanted?.[0] ?? one.step, one.home, rescued) : made));
  });
  return { confirmed: own, unconfirmed: carried };
}

/** Pairs a step with what took it back, so that places inside it are found again; the library keeps it for its own use. */
type Mirrored = Mapping & { setMirror(taken: number, done: number): void };

/** A step where its place is now. What only brings something takes nothing away there, however its place was parted. */
function carriedOver(step: Step, mapping: Mapping): Step | null {
  const mapped = step.map(mapping);
  const brings = step instanceof ReplaceStep && step.from === step.to && mapped instanceof ReplaceStep;
  return brings ? new ReplaceStep(mapped.from, mapped.from, step.slice) : mapped;
}

/** Does steps as far as they can be done. */
function applied(tr: Transform, steps: readonly Step[]): Unconfirmed[] {
  return steps.flatMap((step) => {
    const before = tr.doc;
    try {
      return tr.maybeStep(step).failed === null ? [unconfirmed(step, before)] : [];
    } catch {
      // A step whose place is something else now.
      return [];
    }
  });
}

/**
 * The steps to do in place of one that was carried over the steps of others, so that it takes away no words that its
 * hand had not seen; `null` where its place is gone.
 * @param rescued blocks that are moved, as they stand now, by id
 */
function safely(
  mapped: Step,
  { inverted, home }: Unconfirmed,
  ahead: readonly Unconfirmed[],
  doc: Node,
  rescued: Map<string, Node>,
): Step[] | null {
  if (mapped instanceof AddMarkStep && mapped.mark.type === schema.marks.deletion) return strikesOf(mapped, doc);
  if (mapped instanceof AttrStep) return home === null ? [] : followed(mapped, home.id, doc);
  if (!(mapped instanceof ReplaceStep)) return [mapped];
  if (home !== null && homeOf(mapped, doc)?.id !== home.id) return mapped.slice.size > 0 ? null : [];
  if (mapped.from < mapped.to && inverted instanceof ReplaceStep) {
    const there = doc.slice(mapped.from, mapped.to);
    if (!there.eq(inverted.slice)) {
      const moved = blocksIn(there).every((block) => ahead.some(({ step }) => bringsBack(step, idOf(block))));
      if (!moved || blocksIn(there).length === 0) return [];
      for (const block of blocksIn(there)) rescued.set(idOf(block), block);
    }
  }
  const blocks = blocksIn(mapped.slice);
  if (blocks.length === 0) return [mapped];
  // A clause that somebody else moved at the same time is where they put it.
  const fresh = blocks.filter((block) => mapped.from < mapped.to || blockWithId(doc, idOf(block)) === null);
  if (fresh.length === 0) return [];
  const content = fresh.map((block) => asItIs(block, rescued));
  return [new ReplaceStep(mapped.from, mapped.to, new Slice(Fragment.from(content), 0, 0))];
}

/** A block that is moved with what it holds now; its next move begins with what it holds then. */
function asItIs(block: Node, rescued: Map<string, Node>): Node {
  const now = rescued.get(idOf(block));
  rescued.delete(idOf(block));
  return now === undefined ? block : block.copy(now.content);
}

/** A change to a block, wherever it is now. */
function followed({ attr, value }: AttrStep, id: string, doc: Node): Step[] {
  const block = blockWithId(doc, id);
  return block === null ? [] : [new AttrStep(block.at, attr, value)];
}

/** A strike for each stretch of words that stood there before: new words are not struck, they are taken back. */
function strikesOf({ from, to, mark }: AddMarkStep, doc: Node): Step[] {
  const steps: Step[] = [];
  doc.nodesBetween(from, to, (node, at) => {
    if (node.isInline && !isInserted(node)) {
      steps.push(new AddMarkStep(Math.max(from, at), Math.min(to, at + node.nodeSize), mark));
    }
    return true;
  });
  return steps;
}

/** The whole blocks of a slice. */
function blocksIn(slice: Slice): Node[] {
  const blocks: Node[] = [];
  if (slice.openStart === 0 && slice.openEnd === 0) {
    slice.content.forEach((node) => {
      if (node.isBlock) blocks.push(node);
    });
  }
  return blocks;
}

const bringsBack = (step: Step, id: string): boolean =>
  step instanceof ReplaceStep && blocksIn(step.slice).some((block) => idOf(block) === id);

/** Brings the words of a step whose place is gone to where their block is now, or to a clause of their own. */
function kept(tr: Transform, step: Step, home: Unconfirmed['home'], rescued: Map<string, Node>): Unconfirmed[] {
  if (!(step instanceof ReplaceStep) || step.slice.size === 0) return [];
  const blocks = blocksIn(step.slice)
    .filter((block) => blockWithId(tr.doc, idOf(block)) === null)
    .map((block) => asItIs(block, rescued));
  if (home === null) return blocks.length === 0 ? [] : applied(tr, [insertion(endOfClauses(tr.doc), blocks)]);
  const inlines: Node[] = [];
  step.slice.content.descendants((node) => {
    if (node.isInline) inlines.push(node);
    return true;
  });
  const block = blockWithId(tr.doc, home.id);
  if (block === null) {
    const clause = schema.nodes.clause.create({ id: home.id, depth: 0, label: null, added: true }, inlines);
    return applied(tr, [insertion(endOfClauses(tr.doc), [clause])]);
  }
  return applied(tr, [insertion(block.at + 1 + Math.min(home.offset, block.block.content.size), inlines)]);
}

const insertion = (at: number, nodes: readonly Node[]): Step =>
  new ReplaceStep(at, at, new Slice(Fragment.from(nodes), 0, 0));

/** Behind the last clause, before the notes. */
function endOfClauses(doc: Node): number {
  return blocksOf(doc).find(({ block }) => block.type === schema.nodes.note)?.at ?? doc.content.size;
}
