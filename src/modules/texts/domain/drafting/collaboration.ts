/**
 * Two hands on one draft: the server keeps one line of steps; whoever was slower carries its own steps over those that
 * came first. So all end with one text; and nobody's words are lost on the way, for every step is carried by the ids of
 * the blocks that it touches:
 *
 * - words go to the block they were written in, wherever that is; where it is gone, into a clause of their own;
 * - words are taken away only where they stand as their hand saw them;
 * - a block is taken away for good only where it holds what its hand saw; one that is moved takes along what it holds
 *   by now, and where it stands already, what it brings is added to it.
 */
import { Fragment, Slice, type Node } from 'prosemirror-model';
import {
  AddMarkStep,
  AttrStep,
  RemoveMarkStep,
  ReplaceStep,
  type Mappable,
  type Mapping,
  type Step,
  type Transform,
} from 'prosemirror-transform';
import { blocksIn, holds, joined } from './once.ts';
import { idOf, isInserted, schema } from './schema.ts';
import { blockAt, blocksOf, blockWithId, type BlockAt } from './structure.ts';

/** A step of our own that the server has not confirmed. */
export interface Unconfirmed {
  step: Step;
  /** What takes it back. */
  inverted: Step;
  /** For a step inside a block: which block, and how far into it. */
  home: { id: string; offset: number } | null;
  /** What stood where it changes something. */
  seen: Slice;
}

/** A step that the server has taken, and whose it is. */
export interface Confirmed {
  step: Step;
  client: string;
}

/** What a step needs beside itself to be carried over others. @param doc the document before the step */
export function unconfirmed(step: Step, doc: Node): Unconfirmed {
  const seen = hasRange(step) ? doc.slice(step.from, step.to) : Slice.empty;
  return { step, inverted: step.invert(doc), home: homeOf(step, doc), seen };
}

type RangeStep = ReplaceStep | AddMarkStep | RemoveMarkStep;

const hasRange = (step: Step): step is RangeStep =>
  step instanceof ReplaceStep || step instanceof AddMarkStep || step instanceof RemoveMarkStep;

function homeOf(step: Step, doc: Node): Unconfirmed['home'] {
  const place = hasRange(step) ? step.from : step instanceof AttrStep ? step.pos + 1 : null;
  const block = place === null ? null : blockAt(doc, place);
  return place === null || block === null ? null : { id: idOf(block.block), offset: place - block.at - 1 };
}

export interface Received {
  /** How many of our first steps the server has confirmed with these. */
  confirmed: number;
  /** Our steps that are still to be confirmed, carried over. */
  unconfirmed: Unconfirmed[];
  /** Whether each of them is one step still, so that undoing can be carried over too. */
  alike: boolean;
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
  if (others.length === 0) return { confirmed: own, unconfirmed: rest, alike: true };
  const first = tr.steps.length;
  const moving: Moving = { lastBrought: lastBroughtBy(rest), stays: idsIn(tr.doc), taken: new Map() };
  for (const { inverted } of rest.toReversed()) tr.step(inverted);
  for (const { step } of others) tr.step(step);
  const carried: Unconfirmed[] = [];
  let alike = true;
  rest.forEach((one, index) => {
    const from = first + rest.length - index;
    const made = carry(tr, one, index, from, moving);
    if (made.length === 1) (tr.mapping as Mirrored).setMirror(from - 1, tr.steps.length - 1);
    else alike = false;
    carried.push(...made);
  });
  return { confirmed: own, unconfirmed: carried, alike };
}

/** Pairs a step with what took it back, so that places inside it are found again; the library keeps it for its own use. */
type Mirrored = Mapping & { setMirror(taken: number, done: number): void };

/** The blocks that our steps move. */
interface Moving {
  /** The last of our steps that brings a block, by its id. */
  lastBrought: ReadonlyMap<string, number>;
  /** Ids of the blocks that our hand has after all its steps. */
  stays: ReadonlySet<string>;
  /** Blocks that were taken out to be brought elsewhere, as they stood then and as our hand saw them, by id. */
  taken: Map<string, { now: Node; seen: Node }>;
}

const idsIn = (doc: Node): Set<string> => new Set(blocksOf(doc).map(({ block }) => idOf(block)));

function lastBroughtBy(steps: readonly Unconfirmed[]): Map<string, number> {
  const last = new Map<string, number>();
  steps.forEach(({ step }, index) => {
    if (step instanceof ReplaceStep) for (const block of blocksIn(step.slice)) last.set(idOf(block), index);
  });
  return last;
}

/** Does one of our steps where its place is now. @param from how much of the mapping of the transform it had before it */
function carry(tr: Transform, one: Unconfirmed, index: number, from: number, moving: Moving): Unconfirmed[] {
  const { step, home, seen } = one;
  const mapping = tr.mapping.slice(from);
  if (step instanceof AttrStep) return applied(tr, home === null ? [] : followed(step, home.id, tr.doc));
  if (step instanceof AddMarkStep || step instanceof RemoveMarkStep)
    return applied(tr, marked(tr.doc, step, one, mapping));
  if (!(step instanceof ReplaceStep)) return [];
  const gone = blocksIn(seen);
  const brought = blocksIn(step.slice);
  if (gone.length > 0 || brought.length > 0) {
    const out = takenOut(tr, gone, index, moving);
    return [...out, ...bring(tr, brought, tr.mapping.slice(from).map(step.from, 1), moving)];
  }
  return applied(tr, written(tr.doc, step, one, mapping));
}

/** Does steps one after the other, as far as they can be done. */
function applied(tr: Transform, steps: readonly Step[]): Unconfirmed[] {
  return steps.flatMap((step) => {
    const before = tr.doc;
    return tr.maybeStep(step).failed === null ? [unconfirmed(step, before)] : [];
  });
}

/** Takes whole blocks out, wherever they are: those that are moved as they stand now, others if nobody wrote in them. */
function takenOut(tr: Transform, blocks: readonly Node[], index: number, { lastBrought, stays, taken }: Moving) {
  const made: Unconfirmed[] = [];
  for (const { from, to, blocks: group } of groupsOf(blocks.flatMap((block) => removable(tr.doc, block)))) {
    for (const block of group) {
      const seen = blocks.find((one) => idOf(one) === idOf(block));
      if (seen !== undefined && isMoved(block)) taken.set(idOf(block), { now: block, seen });
    }
    made.push(...applied(tr, [new ReplaceStep(from, to, Slice.empty)]));
  }
  return made;

  function isMoved(block: Node): boolean {
    return (lastBrought.get(idOf(block)) ?? -1) >= index;
  }
  function removable(doc: Node, block: Node): BlockAt[] {
    const now = blockWithId(doc, idOf(block));
    if (now === null) return [];
    return isMoved(block) || (!stays.has(idOf(block)) && now.block.content.eq(block.content)) ? [now] : [];
  }
}

/** Blocks that stand behind each other, last first. */
function groupsOf(blocks: readonly BlockAt[]): { from: number; to: number; blocks: Node[] }[] {
  const groups: { from: number; to: number; blocks: Node[] }[] = [];
  for (const { at, block } of blocks.toSorted((one, other) => one.at - other.at)) {
    const last = groups.at(-1);
    if (last?.to === at) {
      last.to += block.nodeSize;
      last.blocks.push(block);
    } else groups.push({ from: at, to: at + block.nodeSize, blocks: [block] });
  }
  return groups.reverse();
}

/** Puts whole blocks in near a place; to one that stands already, the words it does not have are added. */
function bring(tr: Transform, blocks: readonly Node[], place: number, { taken }: Moving): Unconfirmed[] {
  const fresh: Node[] = [];
  const made: Unconfirmed[] = [];
  const first = tr.mapping.maps.length;
  const behind = (at: number): number => tr.mapping.slice(first).map(at, 1);
  for (const block of blocks) {
    const id = idOf(block);
    const there = blockWithId(tr.doc, id);
    if (there === null) {
      fresh.push(asItIs(block, taken.get(id)));
      taken.delete(id);
    } else if (!holds(there.block, block)) {
      const end = there.at + 1 + there.block.content.size;
      made.push(...applied(tr, [new ReplaceStep(end, end, new Slice(block.content, 0, 0))]));
    }
  }
  if (fresh.length > 0) made.push(...applied(tr, [insertion(tr.doc, behind(place), fresh)]));
  return made;
}

/** A block that our hand moved, and maybe wrote in, with what others wrote in it. */
function asItIs(block: Node, taken: { now: Node; seen: Node } | undefined): Node {
  if (taken?.now.content.eq(taken.seen.content) !== false) return block;
  return block.content.eq(taken.seen.content) ? block.copy(taken.now.content) : joined(taken.now, block);
}

/** Puts blocks in at the border next to a place at which such blocks may stand: notes last, all else before them. */
function insertion(doc: Node, place: number, blocks: readonly Node[]): Step {
  const all = blocksOf(doc);
  const { note, opening } = schema.nodes;
  const top = all.find(({ block }) => block.type === opening);
  const start = top === undefined ? 0 : top.at + top.block.nodeSize;
  const notes = all.find(({ block }) => block.type === note)?.at ?? doc.content.size;
  const here = blockAt(doc, Math.min(place, doc.content.size));
  const border = here === null ? Math.min(place, doc.content.size) : here.at + here.block.nodeSize;
  const at = blocks[0]?.type === note ? Math.max(border, notes) : Math.min(Math.max(border, start), notes);
  return new ReplaceStep(at, at, new Slice(Fragment.from(blocks), 0, 0));
}

/** A change to a block, wherever it is now. */
function followed({ attr, value }: AttrStep, id: string, doc: Node): Step[] {
  const block = blockWithId(doc, id);
  return block === null ? [] : [new AttrStep(block.at, attr, value)];
}

/** Where a step inside a block is now: in that block, or nowhere. */
function rangeNow(doc: Node, { from, to }: RangeStep, { home, seen }: Unconfirmed, mapping: Mappable) {
  const block = home === null ? null : blockWithId(doc, home.id);
  if (home === null || block === null) return null;
  const start = block.at + 1;
  const end = start + block.block.content.size;
  const now = { from: mapping.map(from, 1), to: mapping.map(to, from === to ? 1 : -1) };
  const whole = from === to || now.from < now.to;
  if (whole && now.from >= start && now.to <= end && now.from <= now.to) return now;
  // The block came here whole: its words are as far from its beginning as they were.
  const at = Math.min(start + home.offset, end);
  const same = at + seen.size <= end && doc.textBetween(at, at + seen.size) === textOf(seen);
  return { from: at, to: same ? at + seen.size : at };
}

const textOf = ({ content }: Slice): string => content.textBetween(0, content.size);

/** Marks on words where those words are now. What was not there is not struck: it is its writer's to take back. */
function marked(doc: Node, step: AddMarkStep | RemoveMarkStep, one: Unconfirmed, mapping: Mappable): Step[] {
  const now = rangeNow(doc, step, one, mapping);
  if (now === null || now.from === now.to) return [];
  if (step instanceof RemoveMarkStep) return [new RemoveMarkStep(now.from, now.to, step.mark)];
  if (step.mark.type !== schema.marks.deletion) return [new AddMarkStep(now.from, now.to, step.mark)];
  const steps: Step[] = [];
  doc.nodesBetween(now.from, now.to, (node, at) => {
    if (node.isInline && !isInserted(node))
      steps.push(new AddMarkStep(Math.max(now.from, at), Math.min(now.to, at + node.nodeSize), step.mark));
    return true;
  });
  return steps;
}

/** Words put in or taken away inside a block: in that block; where it is gone, what was put in becomes a clause. */
function written(doc: Node, step: ReplaceStep, one: Unconfirmed, mapping: Mappable): Step[] {
  const now = rangeNow(doc, step, one, mapping);
  const words = inlinesIn(step.slice);
  if (now === null) {
    if (words.length === 0) return [];
    const clause = schema.nodes.clause.create({ id: one.home?.id ?? '', added: true }, words);
    return [insertion(doc, mapping.map(step.from, 1), [clause])];
  }
  const asSeen = doc.slice(now.from, now.to).eq(one.seen);
  if (words.length === 0 && (now.from === now.to || !asSeen)) return [];
  return [new ReplaceStep(now.from, asSeen ? now.to : now.from, new Slice(Fragment.from(words), 0, 0))];
}

function inlinesIn({ content }: Slice): Node[] {
  const inlines: Node[] = [];
  content.descendants((node) => {
    if (node.isInline) inlines.push(node);
    return true;
  });
  return inlines;
}

/**
 * The first of our steps, to be sent at once: where they end, no block is out that is brought back, and none stands
 * twice.
 * @param most how many there may be; more only where there is no such end before
 */
export function batchOf(pending: readonly Unconfirmed[], most: number): readonly Unconfirmed[] {
  if (pending.length <= most) return pending;
  const changes = pending.map(({ step, seen }) =>
    step instanceof ReplaceStep
      ? [
          ...blocksIn(seen).map((block) => [idOf(block), -1] as const),
          ...blocksIn(step.slice).map((block) => [idOf(block), 1] as const),
        ]
      : [],
  );
  const atLast = new Map<string, number>();
  for (const [id, by] of changes.flat()) atLast.set(id, (atLast.get(id) ?? 0) + by);
  const now = new Map<string, number>();
  const open = new Set<string>();
  let cut = 0;
  for (let index = 0; index < pending.length && (index < most || cut === 0); index++) {
    for (const [id, by] of changes[index] ?? []) {
      const copies = (now.get(id) ?? 0) + by;
      now.set(id, copies);
      if (copies === 0 || copies === atLast.get(id)) open.delete(id);
      else open.add(id);
    }
    if (open.size === 0) cut = index + 1;
  }
  return pending.slice(0, cut);
}
