import fc from 'fast-check';
import { history, redo, undo } from 'prosemirror-history';
import type { Node } from 'prosemirror-model';
import { EditorState, type Transaction } from 'prosemirror-state';
import { expect, test } from 'vitest';
import { withSteps } from '#modules/texts/domain/drafting/authority.ts';
import { documentOf } from '#modules/texts/domain/drafting/document.ts';
import * as rules from '#modules/texts/drafting.ts';
import { act, anyDeed, block, handOf, placeOf } from '../../testing/drafts/hands.ts';
import { countingIds, reefs } from '../../testing/drafts/texts.ts';
import type { Confirmed, Drafting } from './drafting.ts';
import { receiving, shared, sharedOf } from './shared.ts';

const drafting: Drafting = { ...rules, linkReferences: () => undefined };

class Server {
  readonly steps: { json: unknown; client: string }[] = [];
  doc: Node;
  constructor(doc: Node) {
    this.doc = doc;
  }
  since(version: number): Confirmed[] {
    return this.steps.slice(version).map(({ json, client }) => ({ step: rules.stepOfJson(json), client }));
  }
}

/** An editor without a screen. */
class Editor {
  state: EditorState;
  readonly name: string;
  constructor(name: string, doc: Node) {
    this.name = name;
    this.state = EditorState.create({ doc, plugins: [history(), shared(drafting, 0)] });
  }
  dispatch = (tr: Transaction): void => {
    this.state = this.state.apply(tr);
  };
  /** Sends what it has, and hears what it missed. */
  meet(server: Server): void {
    const { version, pending } = sharedOf(this.state);
    if (version === server.steps.length && pending.length > 0) {
      const sent = pending.map(({ step }) => step.toJSON() as unknown);
      server.doc = withSteps(server.doc, sent);
      server.steps.push(...sent.map((json) => ({ json, client: this.name })));
    }
    this.dispatch(receiving(this.state, drafting, server.since(version), this.name));
  }
}

test('undoing a move among others: the clause is where it was, once, with the words of both', () => {
  const doc = documentOf(reefs(), countingIds());
  const server = new Server(doc);
  const ana = new Editor('Ana', doc);
  const ben = new Editor('Ben', doc);
  const there = ana.state.tr;
  rules.moveClause(there, block(doc, 'that charts').at, 'down');
  rules.moveClause(there, block(there.doc, 'that charts').at, 'down');
  ana.dispatch(there);
  const up = ben.state.tr;
  rules.moveClause(up, block(doc, 'that charts').at, 'up');
  const at = placeOf(up.doc, 'old;');
  ben.dispatch(up.insert(at, rules.schema.text('too ')));
  for (const editor of [ben, ana, ben]) editor.meet(server);
  undo(ana.state, ana.dispatch);
  for (const editor of [ana, ben, ana, ben]) editor.meet(server);
  for (const { state } of [ana, ben]) expect(state.doc.eq(server.doc)).toBe(true);
  expect(server.doc.textContent.split('that charts are too old;')).toHaveLength(2);
  expect(server.doc.textContent.split('that charts')).toHaveLength(2);
});

test('undoing a move after the other has typed there: what was typed stays', () => {
  const doc = documentOf(reefs(), countingIds());
  const server = new Server(doc);
  const ana = new Editor('Ana', doc);
  const ben = new Editor('Ben', doc);
  const there = ana.state.tr;
  rules.moveClause(there, block(doc, 'that charts').at, 'down');
  ana.dispatch(there);
  ana.meet(server);
  ben.dispatch(ben.state.tr.insert(placeOf(doc, 'old;'), rules.schema.text('too ')));
  for (const editor of [ben, ben, ana]) editor.meet(server);
  undo(ana.state, ana.dispatch);
  const clauses = ana.state.doc.children.map((one) => one.textContent);
  expect(clauses.filter((words) => words.includes('that charts'))).toEqual(['that charts are too old;']);
  expect(clauses.indexOf('that charts are too old;')).toBeLessThan(clauses.indexOf('that surveys are dear,'));
});

test('law: undoing and doing again, while others write, ends with one text for all', () => {
  const deed = anyDeed(['type', 'type', 'delete', 'split', 'join', 'up', 'down', 'note']);
  const moves = fc.array(
    fc.tuple(
      fc.boolean(),
      fc.oneof(
        { weight: 4, arbitrary: deed },
        { weight: 3, arbitrary: fc.constantFrom('undo' as const, 'redo' as const, 'meet' as const) },
      ),
    ),
    { minLength: 3, maxLength: 30 },
  );
  fc.assert(
    fc.property(moves, (moves) => {
      const doc = documentOf(reefs(), countingIds());
      const server = new Server(doc);
      const ana = new Editor('Ana', doc);
      const ben = new Editor('Ben', doc);
      const hands = { Ana: handOf('Ana'), Ben: handOf('Ben') };
      moves.forEach(([first, move], index) => {
        const editor = first ? ana : ben;
        if (move === 'meet') editor.meet(server);
        else if (move === 'undo') undo(editor.state, editor.dispatch);
        else if (move === 'redo') redo(editor.state, editor.dispatch);
        else {
          const tr = editor.state.tr;
          act(tr, { ...move, where: 0.27 + move.where / 5 }, `w${index} `, first ? hands.Ana : hands.Ben);
          if (tr.docChanged) editor.dispatch(tr);
        }
      });
      for (let round = 0; round < 4; round++) for (const editor of [ana, ben]) editor.meet(server);
      for (const editor of [ana, ben]) {
        expect(sharedOf(editor.state).pending).toEqual([]);
        expect(editor.state.doc.eq(server.doc)).toBe(true);
      }
    }),
    { numRuns: 2000 },
  );
});
