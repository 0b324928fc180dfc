/** What the editor asks of the texts module, which it does not know: the page gives it. */
import type { Node, Schema, Slice } from 'prosemirror-model';
import type { Step, Transform } from 'prosemirror-transform';

/** Who changes a draft, and how. */
export interface Hand {
  author: string;
  at: string;
  newId(): string;
  suggest: boolean;
}

/** A step of our own that the server has not confirmed. */
export interface Unconfirmed {
  step: Step;
  inverted: Step;
  home: { id: string; offset: number } | null;
  seen: Slice;
}

/** A step that the server has taken, and whose it is. */
export interface Confirmed {
  step: Step;
  client: string;
}

/** The label of a clause in the base and in the drafted text; `null` where it is not in that text. */
export interface Labels {
  before: string | null;
  after: string | null;
  section: string | null;
}

export interface BlockAt {
  block: Node;
  at: number;
  index: number;
}

export interface Comment {
  id: string;
  author: string;
  at: string;
  text: string;
  from: number;
  to: number;
  words: string;
}

export interface Suggestion {
  id: string;
  author: string;
  from: number;
  to: number;
  inserted: string;
  deleted: string;
}

/** The rules of drafting. All changes are added to a transform; places are those of its document. */
export interface Drafting {
  schema: Schema;
  /** @throws RangeError when it is no step */
  stepOfJson(json: unknown): Step;
  labelsOf(doc: Node, base: Node | null, begun: boolean): ReadonlyMap<string, Labels>;
  followedLabel(inline: Node, labels: ReadonlyMap<string, Labels>): string | null;
  isStray(inline: Node, labels: ReadonlyMap<string, Labels>): boolean;
  linkReferences(tr: Transform, at: number, labels: ReadonlyMap<string, Labels>): void;
  idOf(block: Node): string;
  isAdded(block: Node): boolean;
  blockAt(doc: Node, place: number): BlockAt | null;
  blocksOf(doc: Node): BlockAt[];
  edit(tr: Transform, from: number, to: number, slice: Slice, hand: Hand): number;
  strike(tr: Transform, from: number, to: number, hand: Hand): void;
  putIn(tr: Transform, at: number, inlines: readonly Node[], hand: Hand): number;
  splitBlock(tr: Transform, place: number, hand: Hand): number | null;
  joinBlock(tr: Transform, at: number, hand: Hand): number | null;
  moveClause(tr: Transform, at: number, direction: 'up' | 'down'): number | null;
  changeDepth(tr: Transform, at: number, by: 1 | -1): boolean;
  addSection(tr: Transform, place: number, hand: Hand): number | null;
  addAnnex(tr: Transform, hand: Hand): number;
  addNote(tr: Transform, place: number, hand: Hand): number | null;
  addComment(tr: Transform, from: number, to: number, text: string, hand: Hand): string;
  resolveComment(tr: Transform, id: string): void;
  commentsIn(doc: Node): Comment[];
  settle(tr: Transform, id: string, accept: boolean): void;
  suggestionsIn(doc: Node): Suggestion[];
  endingsToMend(doc: Node): { id: string; from: number; to: number; now: string; usual: string }[];
  unconfirmed(step: Step, doc: Node): Unconfirmed;
  batchOf(pending: readonly Unconfirmed[], most: number): readonly Unconfirmed[];
  standOnce(tr: Transform, done: readonly { step: Step; doc: Node }[]): void;
  receive(
    tr: Transform,
    steps: readonly Confirmed[],
    pending: readonly Unconfirmed[],
    client: string,
  ): { confirmed: number; unconfirmed: Unconfirmed[]; alike: boolean };
}
