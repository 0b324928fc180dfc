import { describe, expect, test } from 'vitest';
import { valueAt, without, withValue, type Path } from './fields.ts';
import { reapply, type KeptCorrection } from './kept-corrections.ts';

interface Made {
  title: string | null;
  proposals: { lines: [number, number]; clauses: { line: number; after: string }[] }[];
}

const made = (...clauses: [line: number, after: string][]): Made => ({
  title: 'Cables',
  proposals: [{ lines: [1, 9], clauses: clauses.map(([line, after]) => ({ line, after })) }],
});

/** Corrects as the service does, and keeps what it did. */
function correctedBy(record: Made, ...changes: [path: Path, after: unknown][]): [Made, KeptCorrection[]] {
  let now = record;
  const kept: KeptCorrection[] = [];
  for (const [path, after] of changes) {
    const before = valueAt(now, path);
    now = after === 'take out' ? without(now, path) : withValue(now, path, after);
    kept.push({ path, before, after: valueAt(now, path) ?? null });
  }
  return [now, kept];
}

const asItIs = (record: Made): Made => record;
const clause = (at: number): Path => `/proposals/0/clauses/${at}`;

describe('corrections on another reading of the file', () => {
  test('find their clause by its line', () => {
    const [corrected, kept] = correctedBy(made([3, 'a'], [4, 'b']), [`${clause(1)}/after`, 'B'], ['/title', 'Reefs']);
    const result = reapply(kept, corrected, made([2, 'new'], [3, 'a'], [4, 'b as read again']), asItIs);
    expect(result.lost).toEqual([]);
    expect(result.record).toEqual({ ...made([2, 'new'], [3, 'a'], [4, 'B']), title: 'Reefs' });
    expect(result.kept[0]).toEqual({ path: `${clause(2)}/after`, before: 'b as read again', after: 'B' });
  });

  test('what was taken out stays out, and what was corrected behind it is found', () => {
    const [corrected, kept] = correctedBy(
      made([3, 'a'], [4, 'b'], [5, 'c']),
      [clause(0), 'take out'],
      [`${clause(1)}/after`, 'C'],
      [clause(0), 'take out'],
    );
    expect(corrected).toEqual(made([5, 'C']));
    expect(reapply(kept, corrected, made([3, 'a'], [4, 'b'], [5, 'c']), asItIs).record).toEqual(made([5, 'C']));
  });

  test('a whole clause that was settled is set as it was settled', () => {
    const [corrected, kept] = correctedBy(made([3, 'a'], [4, 'b']), [clause(1), { line: 4, after: 'settled' }]);
    expect(reapply(kept, corrected, made([4, 'b']), asItIs).record).toEqual(made([4, 'settled']));
  });

  test('what has no place any more is told', () => {
    const [corrected, kept] = correctedBy(made([3, 'a']), [`${clause(0)}/after`, 'A']);
    const result = reapply(kept, corrected, made([7, 'other']), asItIs);
    expect(result).toEqual({ record: made([7, 'other']), kept: [], lost: kept });
  });
});
