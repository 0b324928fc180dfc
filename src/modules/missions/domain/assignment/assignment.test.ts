import * as fc from 'fast-check';
import highsLoader from 'highs';
import { linearSumAssignment } from 'linear-sum-assignment';
import { describe, expect, test } from 'vitest';
import { assign, cheapest, costOfAssignment, costOfNobody, type AssignmentTask, type Pair } from './assignment.ts';

const pair = (asking: string, helping: string, score: number): Pair => ({ asking, helping, score });
const task = (more: Partial<AssignmentTask>): AssignmentTask => ({
  asking: [...new Set(more.pairs?.map(({ asking }) => asking))].map((id) => ({ id, places: 1, priority: 0 })),
  helping: [...new Set(more.pairs?.map(({ helping }) => helping))].map((id) => ({ id, most: 1 })),
  pairs: [],
  rising: 50,
  ...more,
});
const named = ({ pairs }: { pairs: Pair[] }): string[] => pairs.map(({ asking, helping }) => `${asking}-${helping}`);

describe('by hand', () => {
  test('the worst-served request counts before the sum', () => {
    // The best sum would be 90 + 10; fair is 60 + 50.
    const pairs = [pair('a', 'x', 90), pair('a', 'y', 50), pair('b', 'x', 60), pair('b', 'y', 10)];
    expect(assign(task({ pairs }))).toMatchObject({ least: 50, nobody: [], cost: 500 + 400 });
    expect(named(assign(task({ pairs })))).toEqual(['a-y', 'b-x']);
    expect(
      named(
        cheapest(task({ pairs: [pair('a', 'x', 90), pair('a', 'y', 10), pair('b', 'x', 60), pair('b', 'y', 0)] }), {}),
      ),
    ).toEqual(['a-x', 'b-y']);
  });

  test('nobody is an answer', () => {
    const lonely = task({
      pairs: [pair('a', 'x', 40)],
      asking: [
        { id: 'a', places: 1, priority: 0 },
        { id: 'b', places: 2, priority: 0 },
      ],
    });
    expect(assign(lonely)).toEqual({
      pairs: [pair('a', 'x', 40)],
      nobody: ['b'],
      least: 40,
      cost: 600 + 2 * costOfNobody,
    });
    expect(assign(task({}))).toEqual({ pairs: [], nobody: [], least: null, cost: 0 });
  });

  test('no request goes without so that another gets a second expert', () => {
    const asking = [
      { id: 'a', places: 2, priority: 0 },
      { id: 'b', places: 1, priority: 0 },
    ];
    const pairs = [pair('a', 'x', 100), pair('a', 'y', 100), pair('b', 'y', 1)];
    expect(named(assign(task({ asking, pairs })))).toEqual(['a-x', 'b-y']);
  });

  test('a further mission of the same expert costs more each time', () => {
    const pairs = [pair('a', 'x', 60), pair('b', 'x', 60), pair('b', 'y', 56), pair('a', 'y', 54)];
    const helping = [
      { id: 'x', most: 2 },
      { id: 'y', most: 2 },
    ];
    expect(named(cheapest(task({ pairs, helping, rising: 50 }), {}))).toEqual(['a-x', 'b-y']);
    expect(named(cheapest(task({ pairs, helping, rising: 30 }), {}))).toEqual(['a-x', 'b-x']);
  });

  test('ties go to the request of higher priority, then to the first by id', () => {
    const pairs = [pair('a', 'x', 50), pair('b', 'x', 50)];
    expect(assign(task({ pairs }))).toMatchObject({ pairs: [pair('a', 'x', 50)], nobody: ['b'] });
    const asking = [
      { id: 'a', places: 1, priority: 0 },
      { id: 'b', places: 1, priority: 2 },
    ];
    expect(assign(task({ asking, pairs }))).toMatchObject({ pairs: [pair('b', 'x', 50)], nobody: ['a'] });
  });
});

/** Tasks of a size that is solved at once. */
const tasks = (needs: number, helpers: number, places: number, most: number): fc.Arbitrary<AssignmentTask> =>
  fc
    .record({
      asking: fc.array(
        fc.record({ places: fc.integer({ min: 1, max: places }), priority: fc.integer({ min: 0, max: 2 }) }),
        { minLength: 1, maxLength: needs },
      ),
      helping: fc.array(fc.integer({ min: 1, max: most }), { minLength: 1, maxLength: helpers }),
      scores: fc.array(fc.option(fc.integer({ min: 0, max: 100 }), { freq: 3 }), {
        minLength: needs * helpers,
        maxLength: needs * helpers,
      }),
      rising: fc.constantFrom(0, 20, 50),
    })
    .map(({ asking, helping, scores, rising }) => ({
      asking: asking.map((one, at) => ({ id: `n${at}`, ...one })),
      helping: helping.map((many, at) => ({ id: `h${at}`, most: many })),
      rising,
      pairs: asking.flatMap((_, need) =>
        helping.flatMap((__, helper) => {
          const score = scores[need * helpers + helper] ?? null;
          return score === null ? [] : [pair(`n${need}`, `h${helper}`, score)];
        }),
      ),
    }));

/** Name of a variable of the model. */
const at = (prefix: string, ...numbers: (number | string)[]): string => `${prefix}_${numbers.join('_')}`;

describe('beside independent solvers', () => {
  test('one expert for one request: linear-sum-assignment, 500 tasks', () => {
    fc.assert(
      fc.property(tasks(9, 9, 1, 1), (one) => {
        const { asking, helping } = one;
        // A column of its own for each request stands for nobody.
        const costs = asking.map(({ id }) => [
          ...helping.map((helper) => {
            const found = one.pairs.find((other) => other.asking === id && other.helping === helper.id);
            return found === undefined ? 1_000_000 : 1000 - 10 * found.score;
          }),
          ...asking.map((other) => (other.id === id ? costOfNobody : 1_000_000)),
        ]);
        const { gain } = linearSumAssignment(costs, { maximaze: false });
        expect(cheapest(one, {}).cost).toBe(Math.round(gain));
      }),
      { numRuns: 500 },
    );
  });

  test('several places, loads and rising costs: HiGHS, 500 tasks, with and without fairness', async () => {
    const highs = await highsLoader();
    const solved = (one: AssignmentTask, first: number): number => {
      const lines: string[] = [];
      const kinds: string[] = [];
      const costs: string[] = [];
      for (const { id, places } of one.asking) {
        const own = one.pairs.filter((other) => other.asking === id).map((other) => at('p', id, other.helping));
        lines.push([...own, at('e', id), at('l', id)].join(' + ') + ` = ${places}`);
        costs.push(`${costOfNobody} ${at('e', id)}`, `${costOfNobody + first} ${at('l', id)}`);
        kinds.push(`0 <= ${at('e', id)} <= ${places - 1}`, `0 <= ${at('l', id)} <= 1`);
      }
      for (const { id, most } of one.helping) {
        const own = one.pairs.filter((other) => other.helping === id).map((other) => at('p', other.asking, id));
        if (own.length === 0) continue;
        const turns = Array.from({ length: most }, (_, turn) => at('t', id, turn));
        lines.push(`${own.join(' + ')} - ${turns.join(' - ')} = 0`);
        turns.forEach((turn, index) => {
          costs.push(`${index * one.rising} ${turn}`);
          kinds.push(`0 <= ${turn} <= 1`);
        });
      }
      for (const other of one.pairs) {
        costs.push(`${1000 - 10 * other.score} ${at('p', other.asking, other.helping)}`);
        kinds.push(`0 <= ${at('p', other.asking, other.helping)} <= 1`);
      }
      const model = `Minimize\n obj: ${costs.join(' + ')}\nSubject To\n${lines.map((line, index) => ` c${index}: ${line}`).join('\n')}\nBounds\n${kinds.map((line) => ` ${line}`).join('\n')}\nEnd\n`;
      return Math.round(highs.solve(model).ObjectiveValue);
    };
    fc.assert(
      fc.property(tasks(7, 7, 3, 3), (one) => {
        expect(cheapest(one, {}).cost).toBe(solved(one, 0));
        const fair = assign(one);
        const kept = { ...one, pairs: one.pairs.filter(({ score }) => score >= (fair.least ?? 101)) };
        expect(fair.cost + fair.nobody.length * 1_000_000).toBe(solved(kept, 1_000_000));
      }),
      { numRuns: 500 },
    );
  }, 120_000);
});

describe('laws', () => {
  test('places, loads and pairs are kept', () => {
    fc.assert(
      fc.property(tasks(8, 6, 3, 3), (one) => {
        const { pairs, nobody, cost } = assign(one);
        const count = (key: 'asking' | 'helping', id: string): number =>
          pairs.filter((other) => other[key] === id).length;
        for (const { id, places } of one.asking) expect(count('asking', id)).toBeLessThanOrEqual(places);
        for (const { id, most } of one.helping) expect(count('helping', id)).toBeLessThanOrEqual(most);
        for (const other of pairs) expect(one.pairs).toContainEqual(other);
        expect(nobody.toSorted()).toEqual(
          one.asking
            .map(({ id }) => id)
            .filter((id) => count('asking', id) === 0)
            .toSorted(),
        );
        expect(cost).toBe(costOfAssignment(one, pairs));
      }),
    );
  });

  test('the order of the input changes nothing', () => {
    fc.assert(
      fc.property(
        tasks(7, 6, 2, 2).chain((one) =>
          fc.tuple(
            fc.constant(one),
            fc.shuffledSubarray([...one.asking], { minLength: one.asking.length }),
            fc.shuffledSubarray([...one.helping], { minLength: one.helping.length }),
            fc.shuffledSubarray([...one.pairs], { minLength: one.pairs.length }),
          ),
        ),
        ([one, asking, helping, pairs]) => {
          expect(assign({ ...one, asking, helping, pairs })).toEqual(assign(one));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('no assignment that serves as many has a higher minimum (all of them tried)', () => {
    fc.assert(
      fc.property(tasks(4, 4, 1, 2), (one) => {
        let best = { served: 0, least: -1 };
        const tryAll = (at: number, loads: Record<string, number>, scores: number[]): void => {
          const need = one.asking[at];
          if (need === undefined) {
            const now = { served: scores.length, least: Math.min(101, ...scores) };
            if (now.served > best.served || (now.served === best.served && now.least > best.least)) best = now;
            return;
          }
          tryAll(at + 1, loads, scores);
          for (const { asking, helping, score } of one.pairs) {
            const load = loads[helping] ?? 0;
            const most = one.helping.find(({ id }) => id === helping)?.most ?? 0;
            if (asking === need.id && load < most)
              tryAll(at + 1, { ...loads, [helping]: load + 1 }, [...scores, score]);
          }
        };
        tryAll(0, {}, []);
        const fair = assign(one);
        expect(one.asking.length - fair.nobody.length).toBe(best.served);
        expect(fair.least ?? 101).toBe(best.served === 0 ? 101 : best.least);
      }),
      { numRuns: 300 },
    );
  });
});
