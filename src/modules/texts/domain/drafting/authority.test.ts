import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { describe, expect, test } from 'vitest';
import { Refusal } from '#kernel/problem.ts';
import { documentFrom, stepBetween, withSteps } from './authority.ts';
import { documentOf } from './document.ts';
import { endingsToMend } from './punctuation.ts';
import { proposedSteps } from './propose.ts';
import { schema } from './schema.ts';
import { sittingsOf, type StepTaken } from './sittings.ts';
import { blocksOf } from './structure.ts';
import { act, anyDeed, block, handOf } from '../../../../testing/drafts/hands.ts';
import { anyText, countingIds, reefs, words } from '../../../../testing/drafts/texts.ts';
import { textOfDraft } from './text.ts';

const start = (): Node => documentOf(reefs(), countingIds());
const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'none';
  } catch (cause) {
    if (cause instanceof Refusal) return cause.problem.code;
    throw cause;
  }
};

describe('steps from elsewhere', () => {
  test('that would break the text are refused', () => {
    const doc = start();
    const clause = block(doc, 'that charts');
    const twice = { content: [clause.block.toJSON() as unknown] };
    const heading = { content: [schema.nodes.heading.create().toJSON() as unknown] };
    const steps: unknown[] = [
      { stepType: 'attr', pos: clause.at, attr: 'depth', value: 99 },
      { stepType: 'attr', pos: clause.at, attr: 'depth', value: 'deep' },
      { stepType: 'attr', pos: clause.at, attr: 'id', value: 7 },
      { stepType: 'replace', from: clause.at, to: clause.at, slice: twice },
      { stepType: 'replace', from: clause.at, to: clause.at, slice: heading },
      { stepType: 'replace', from: 0, to: doc.firstChild?.nodeSize },
      { stepType: 'replace', from: -4, to: 2 },
      { stepType: 'replace', from: clause.at + 1, to: clause.at + 3, slice: { content: [{ type: 'text', text: '' }] } },
      { stepType: 'addMark', from: 1, to: 4, mark: { type: 'deletion' } },
    ];
    expect(steps.map((step) => codeOf(() => withSteps(doc, [step])))).toEqual(steps.map(() => 'step-refused'));
  });

  test('law: whatever comes is applied or refused, nothing else', () => {
    fc.assert(
      fc.property(fc.array(fc.anything(), { maxLength: 3 }), (steps) => {
        expect(['none', 'step-refused']).toContain(codeOf(() => withSteps(start(), steps)));
        expect(['none', 'draft-damaged']).toContain(codeOf(() => documentFrom(steps[0])));
      }),
    );
  });

  test('law: one step leads from any state of a draft to any other', () => {
    const deeds = fc.array(anyDeed(['type', 'delete', 'split', 'join', 'up', 'down', 'in', 'note']), { maxLength: 8 });
    fc.assert(
      fc.property(anyText, deeds, (text, deeds) => {
        const from = documentOf(text, countingIds());
        const tr = new Transform(from);
        deeds.forEach((deed, index) => act(tr, deed, `word${index} `, handOf('Ana')));
        const step = stepBetween(tr.doc, from);
        expect(step === null ? tr.doc.eq(from) : withSteps(tr.doc, [step.toJSON()]).eq(from)).toBe(true);
      }),
    );
  });
});

describe('a change by form', () => {
  test('law: gives the words that were asked for, and the base stays', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.array(words, { minLength: 1, maxLength: 3 }), (text, pick, asked) => {
        const base = documentOf(text, countingIds());
        const clauses = blocksOf(base).filter((one) => one.block.type === schema.nodes.clause);
        const id = String(clauses[pick % clauses.length]?.block.attrs['id']);
        let doc = base;
        for (const wanted of asked) {
          const change = { block: id, what: 'reword' as const, words: wanted, reason: 'why' };
          if (codeOf(() => (doc = proposedSteps(doc, change, handOf('Ana')).doc)) === 'nothing-changed') continue;
          const live = blocksOf(doc).find(({ block }) => block.attrs['id'] === id)?.block;
          let said = '';
          live?.forEach((inline) => {
            if (!inline.marks.some(({ type }) => type.name === 'deletion')) said += inline.text ?? '';
          });
          expect(said).toBe(wanted);
        }
        expect(textOfDraft(doc, base).footnotes).toHaveLength(text.footnotes.length);
      }),
    );
  });

  test('is refused where there is nothing to change', () => {
    const change = { block: 'c-resolves-1', what: 'reword' as const, words: '', reason: '' };
    expect(codeOf(() => proposedSteps(start(), change, handOf('Ana')))).toBe('no-words');
    expect(codeOf(() => proposedSteps(start(), { ...change, block: 'none', words: 'x' }, handOf('Ana')))).toBe(
      'no-clause',
    );
    expect(
      codeOf(() =>
        proposedSteps(start(), { ...change, block: 'opening', what: 'insert-after', words: 'x' }, handOf('Ana')),
      ),
    ).toBe('no-place');
    const same = 'to chart all reefs, as considering b) demands;';
    expect(codeOf(() => proposedSteps(start(), { ...change, words: same }, handOf('Ana')))).toBe('nothing-changed');
  });
});

test('ends of lists: a comma before the next heading, a stop at the end, semicolons between; only what differs is offered', () => {
  expect(endingsToMend(start())).toEqual([]);
  const tr = new Transform(start());
  const last = block(tr.doc, 'to act each year');
  tr.insert(last.at, schema.nodes.clause.create({ id: 'new', label: null, added: true }, schema.text('to wait.')));
  expect(endingsToMend(tr.doc).map(({ id, now, usual }) => [id, now, usual])).toEqual([['new', '.', ';']]);
});

const step = (version: number, author: string, minute: number, note: string | null = null): StepTaken => ({
  version,
  author,
  at: new Date(Date.UTC(2026, 2, 1, 9, minute)),
  note,
});

test('a sitting ends with a long pause, another hand or a deed of its own', () => {
  const steps = [
    step(1, 'Ana', 0),
    step(2, 'Ana', 5),
    step(3, 'Ben', 6),
    step(4, 'Ben', 30),
    step(5, 'Ben', 31, 'reworded'),
    step(6, 'Ben', 31, 'reworded'),
  ];
  expect(sittingsOf(steps).map(({ author, before, version, note }) => [author, before, version, note])).toEqual([
    ['Ben', 4, 6, 'reworded'],
    ['Ben', 3, 4, null],
    ['Ben', 2, 3, null],
    ['Ana', 0, 2, null],
  ]);
});
