import { AddMarkStep, RemoveMarkStep } from 'prosemirror-transform';
import { expect, test } from 'vitest';
import { stepOfJson } from './step-json.ts';
import { schema } from './schema.ts';

const mark = schema.marks['deletion']?.create({ id: 'one', author: 'Ana', at: '2026-03-01T09:00:00Z' });

test('sets of marks within sets are read as one set that does the same', () => {
  if (mark === undefined) throw new Error('no mark');
  const add = new AddMarkStep(1, 2, mark).toJSON() as unknown;
  const remove = new RemoveMarkStep(1, 2, mark).toJSON() as unknown;
  const nested = { stepType: 'markSet', steps: [add, { stepType: 'markSet', steps: [remove, add] }] };
  expect(stepOfJson(nested).toJSON()).toEqual({ stepType: 'markSet', steps: [add, remove, add] });
  expect(stepOfJson(add)).toBeInstanceOf(AddMarkStep);
});

test.each([{ stepType: 'markSet', steps: [{ stepType: 'replace' }] }, { stepType: 'no such step' }, null, 7])(
  'what is no step is refused: %j',
  (json) => {
    expect(() => stepOfJson(json)).toThrow();
  },
);
