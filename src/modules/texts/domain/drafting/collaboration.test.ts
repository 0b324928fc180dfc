import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { ReplaceStep, Transform } from 'prosemirror-transform';
import { describe, expect, test } from 'vitest';
import { withSteps } from './authority.ts';
import { receive, unconfirmed, type Confirmed, type Unconfirmed } from './collaboration.ts';
import { documentOf } from './document.ts';
import { edit } from './edit.ts';
import { addNote } from './notes.ts';
import { changeDepth, moveClause } from './structure.ts';
import { schema } from './schema.ts';
import { stepOfJson } from './step-json.ts';
import { settle, suggestionsIn, type Hand } from './suggest.ts';
import { act, anyDeed, block, handOf, placeOf, slice, type Deed } from '../../../../testing/drafts/hands.ts';
import { anyText, countingIds, reefs } from '../../../../testing/drafts/texts.ts';

/** The server: one line of steps, taken only at its end. */
class Authority {
  steps: { json: unknown; client: string }[] = [];
  doc: Node;
  constructor(doc: Node) {
    this.doc = doc;
  }
  send(version: number, client: string, steps: readonly unknown[]): boolean {
    if (version !== this.steps.length) return false;
    this.doc = withSteps(this.doc, steps);
    this.steps.push(...steps.map((json) => ({ json, client })));
    return true;
  }
  since(version: number): Confirmed[] {
    return this.steps.slice(version).map(({ json, client }) => ({ step: stepOfJson(json), client }));
  }
}

/** A drafter's browser: what it shows, what it has not been confirmed. */
class Drafter {
  pending: Unconfirmed[] = [];
  version = 0;
  doc: Node;
  readonly name: string;
  readonly hand: Hand;
  constructor(name: string, doc: Node) {
    this.name = name;
    this.doc = doc;
    this.hand = handOf(name);
  }
  does(work: (tr: Transform, hand: Hand) => void): void {
    const tr = new Transform(this.doc);
    work(tr, this.hand);
    tr.steps.forEach((step, index) => this.pending.push(unconfirmed(step, tr.docs[index] ?? this.doc)));
    this.doc = tr.doc;
  }
  hear(authority: Authority): void {
    const steps = authority.since(this.version);
    const tr = new Transform(this.doc);
    this.pending = receive(tr, steps, this.pending, this.name).unconfirmed;
    this.version += steps.length;
    this.doc = tr.doc;
  }
  /** @param most how many steps go at once */
  say(authority: Authority, most = Infinity): void {
    const steps = this.pending.slice(0, most).map(({ step }) => step.toJSON() as unknown);
    if (!authority.send(this.version, this.name, steps)) this.hear(authority);
  }
  /** Until the server has everything. */
  finish(authority: Authority): void {
    for (let round = 0; round < 5; round++) {
      this.say(authority);
      this.hear(authority);
    }
    expect(this.pending).toEqual([]);
  }
}

function together(doc: Node) {
  const authority = new Authority(doc);
  return { authority, ana: new Drafter('Ana', doc), ben: new Drafter('Ben', doc) };
}

/** Both send and hear until everybody has everything. */
function meet(authority: Authority, ...drafters: Drafter[]): void {
  for (const drafter of drafters) drafter.finish(authority);
  for (const drafter of drafters) {
    drafter.hear(authority);
    expect(drafter.doc.eq(authority.doc)).toBe(true);
  }
}

describe('two hands', () => {
  test('in one clause: both texts are there', () => {
    const { authority, ana, ben } = together(documentOf(reefs(), countingIds()));
    const at = placeOf(ana.doc, 'old;');
    ana.does((tr, hand) => void edit(tr, at, at, slice('very '), hand));
    ben.does((tr, hand) => void edit(tr, at + 3, at + 3, slice(' and torn'), hand));
    meet(authority, ana, ben);
    expect(authority.doc.textContent).toContain('charts are very old and torn;');
  });

  test('one moves the clause in which the other types: the words move with it', () => {
    for (const moverFirst of [true, false]) {
      const { authority, ana, ben } = together(documentOf(reefs(), countingIds()));
      ana.does((tr) => void moveClause(tr, block(tr.doc, 'that surveys').at, 'up'));
      const at = placeOf(ben.doc, 'dear,');
      for (const [index, letter] of Array.from('very ').entries()) {
        ben.does((tr, hand) => void edit(tr, at + index, at + index, slice(letter), hand));
      }
      meet(authority, ...(moverFirst ? [ana, ben] : [ben, ana]));
      const clauses = authority.doc.children.map((one) => one.textContent);
      expect(clauses.filter((words) => words.includes('that surveys'))).toEqual(['that surveys are very dear,']);
      expect(clauses.indexOf('that surveys are very dear,')).toBeLessThan(clauses.indexOf('that charts are old;'));
    }
  });

  test('one moves a clause that the other changed, types in it and moves it on: the words stay', () => {
    const { authority, ana, ben } = together(documentOf(reefs(), countingIds()));
    ana.does((tr) => void changeDepth(tr, block(tr.doc, 'that surveys').at, 1));
    ben.does((tr) => void moveClause(tr, block(tr.doc, 'that surveys').at, 'up'));
    const at = placeOf(ben.doc, 'dear,');
    ben.does((tr, hand) => void edit(tr, at, at, slice('very '), hand));
    ben.does((tr) => void moveClause(tr, block(tr.doc, 'that surveys').at, 'up'));
    meet(authority, ana, ben);
    expect(authority.doc.textContent).toContain('that surveys are very dear,');
  });

  test('one moves a clause to the end, where the other puts a first note that hangs on it: the words stay', () => {
    const { authority, ana, ben } = together(documentOf(reefs(), countingIds()));
    ben.does((tr) => void moveClause(tr, block(tr.doc, 'to lay cables').at, 'down'));
    const at = placeOf(ana.doc, 'cables:');
    ana.does((tr, hand) => void edit(tr, at, at, slice('long '), hand));
    ana.does((tr, hand) => void addNote(tr, at, hand));
    meet(authority, ana, ben);
    expect(authority.doc.textContent).toContain('to lay long cables:');
  });

  test('both move the same clause: it stands once', () => {
    const { authority, ana, ben } = together(documentOf(reefs(), countingIds()));
    ana.does((tr) => void moveClause(tr, block(tr.doc, 'that charts').at, 'up'));
    ben.does((tr) => void moveClause(tr, block(tr.doc, 'that charts').at, 'down'));
    meet(authority, ana, ben);
    const clauses = authority.doc.children.map((one) => one.textContent);
    expect(clauses.filter((words) => words.startsWith('that charts'))).toHaveLength(1);
  });

  test('one strikes a stretch in which the other types: what was typed is not struck', () => {
    const { authority, ana, ben } = together(documentOf(reefs(), countingIds()));
    const at = placeOf(ana.doc, 'charts are old');
    ana.does((tr, hand) => void edit(tr, at, at + 14, slice(''), hand));
    ben.does((tr, hand) => void edit(tr, at + 7, at + 7, slice('of Oslo '), hand));
    meet(authority, ben, ana);
    expect(suggestionsIn(authority.doc).map(({ author, inserted, deleted }) => [author, inserted, deleted])).toEqual([
      ['Ana', '', 'charts are old'],
      ['Ben', 'of Oslo ', ''],
    ]);
  });

  test('one takes a new clause back in which the other types: the words stay', () => {
    const { authority, ana, ben } = together(documentOf(reefs(), countingIds()));
    const at = placeOf(ana.doc, 'old;');
    ana.does((tr, hand) => void edit(tr, at, at, slice('too '), hand));
    meet(authority, ana, ben);
    ben.does((tr, hand) => void edit(tr, at + 2, at + 2, slice('XY'), hand));
    ana.does((tr) => settle(tr, suggestionsIn(tr.doc)[0]?.id ?? '', false));
    meet(authority, ana, ben);
    expect(authority.doc.textContent).toContain('XY');
  });

  test('one moves a clause, and only the half of it has arrived when the other types there: all words stay', () => {
    const { authority, ana, ben } = together(documentOf(reefs(), countingIds()));
    const at = placeOf(ana.doc, 'old;');
    ana.does((tr, hand) => void edit(tr, at, at, slice('too '), hand));
    ana.does((tr) => void moveClause(tr, block(tr.doc, 'that charts').at, 'down'));
    ana.say(authority, 2);
    expect(authority.doc.textContent).not.toContain('that charts');
    const there = placeOf(ben.doc, 'are old;');
    ben.does((tr, hand) => void edit(tr, there, there, slice('XY'), hand));
    meet(authority, ben, ana);
    expect(authority.doc.textContent).toContain('that charts are too old;');
    expect(authority.doc.textContent).toContain('XY');
  });

  test('one takes a clause away in which two others type, who hear of it one after the other: both words stay', () => {
    const doc = documentOf(reefs(), countingIds());
    const { authority, ana, ben } = together(doc);
    const cid = new Drafter('Cid', doc);
    const { at, block: clause } = block(doc, 'that charts');
    ana.does((tr) => void tr.delete(at, at + clause.nodeSize));
    ben.does((tr, hand) => void edit(tr, at + 1, at + 1, slice('BEN'), hand));
    cid.does((tr, hand) => void edit(tr, at + 6, at + 6, slice('CID'), hand));
    ana.say(authority);
    cid.hear(authority);
    meet(authority, ben, cid, ana);
    const clauses = authority.doc.children.map((one) => one.textContent);
    expect(clauses.filter((words) => words.includes('BEN') && words.includes('CID'))).toHaveLength(1);
    expect(clauses.some((words) => words.includes('that charts'))).toBe(false);
  });

  test('one takes a clause away while the other types in the next: only that clause is gone', () => {
    const { authority, ana, ben } = together(documentOf(reefs(), countingIds()));
    const { at, block: clause } = block(ana.doc, 'that charts');
    ana.does((tr) => void tr.delete(at, at + clause.nodeSize));
    const there = placeOf(ben.doc, 'dear,');
    ben.does((tr, hand) => void edit(tr, there, there, slice('very '), hand));
    meet(authority, ben, ana);
    expect(authority.doc.textContent).not.toContain('that charts');
    expect(authority.doc.textContent).toContain('that surveys are very dear,');
  });

  test('one replaces words in one step that the other changes: what both put in is there', () => {
    const { authority, ana, ben } = together(documentOf(reefs(), countingIds()));
    const at = placeOf(ana.doc, 'old;');
    ana.does((tr) => void tr.replaceWith(at, at + 3, schema.text('worn')));
    ben.does((tr, hand) => void edit(tr, at + 1, at + 1, slice('XY'), hand));
    meet(authority, ben, ana);
    expect(authority.doc.textContent).toContain('worn');
    expect(authority.doc.textContent).toContain('XY');
  });
});

test('law: however three hands meet, all end with the same text and no word that was typed is lost', () => {
  const moves = fc.array(
    fc.record({
      who: fc.constantFrom('ana' as const, 'ben' as const, 'cid' as const),
      does: fc.oneof(
        {
          weight: 4,
          arbitrary: anyDeed(['type', 'type', 'delete', 'split', 'join', 'up', 'down', 'in', 'out', 'note']),
        },
        { weight: 1, arbitrary: fc.constantFrom('say' as const, 'say some' as const, 'hear' as const) },
      ),
    }),
    { minLength: 2, maxLength: 30 },
  );
  fc.assert(
    fc.property(fc.oneof(fc.constant(reefs()), anyText), moves, (text, moves) => {
      const doc = documentOf(text, countingIds());
      const { authority, ana, ben } = together(doc);
      const drafters = { ana, ben, cid: new Drafter('Cid', doc) };
      const typed: string[] = [];
      moves.forEach(({ who, does: wanted }, index) => {
        const does = typeof wanted === 'string' ? wanted : { ...wanted, where: 0.27 + wanted.where / 5 };
        const drafter = drafters[who];
        if (does === 'say') drafter.say(authority);
        else if (does === 'say some') drafter.say(authority, 1 + (index % 3));
        else if (does === 'hear') drafter.hear(authority);
        else if (!takesAway(drafter.doc, does, handOf('nobody')))
          drafter.does((tr, hand) => act(tr, does, word(index), hand));
        if (typeof does !== 'string' && does.what === 'type') typed.push(word(index));
      });
      meet(authority, ...Object.values(drafters));
      authority.doc.check();
      // Nobody struck or deleted anything new on purpose, so every word is there, in one piece or with others inside it.
      const letters = authority.doc.textContent;
      for (const one of typed) expect(letters, one).toContain(one);
    }),
    { numRuns: 1500 },
  );
});

/** A word that stands once and in one piece: no hand types inside it. */
const word = (index: number): string => String.fromCodePoint(0x4e00 + index);

/** Whether a deed takes words away for good: deleting one's own new words is no loss. */
function takesAway(doc: Node, deed: Deed, hand: Hand): boolean {
  const tr = new Transform(doc);
  act(tr, deed, '', hand);
  return deed.what === 'delete' && tr.steps.some((step) => step instanceof ReplaceStep);
}
