/**
 * Assignment of experts to requests, one to one, beside linear-sum-assignment (Jonker-Volgenant) on the same scores in
 * one run; and the fair proposal over several places and loads, of which that solver knows nothing. Costs have to agree.
 */
import { linearSumAssignment } from 'linear-sum-assignment';
import { assign, cheapest, type AssignmentTask } from '#modules/missions/index.ts';

/** Always the same sequence, so that runs can be compared. */
let seed = 42;
const random = (below: number): number => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((seed / 2_147_483_648) * below);
};

function task(size: number, places: number, most: number): AssignmentTask {
  const ids = Array.from({ length: size }, (_, at) => String(at).padStart(4, '0'));
  return {
    asking: ids.map((id) => ({ id, places, priority: 0 })),
    helping: ids.map((id) => ({ id, most })),
    pairs: ids.flatMap((asking) => ids.map((helping) => ({ asking, helping, score: random(101) }))),
    rising: 50,
  };
}

function median(work: () => unknown): number {
  const times = Array.from({ length: 7 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[3] ?? 0;
}

for (const size of [10, 50, 200]) {
  const one = task(size, 1, 1);
  // A column of its own for each request stands for nobody.
  const costs = one.asking.map((_, row) => [
    ...one.helping.map((__, column) => 1000 - 10 * (one.pairs[row * size + column]?.score ?? 0)),
    ...one.asking.map((__, column) => (column === row ? 2000 : 1_000_000)),
  ]);
  const { gain } = linearSumAssignment(costs, { maximaze: false });
  const agree = Math.round(gain) === cheapest(one).cost;
  const ours = median(() => cheapest(one));
  const theirs = median(() => linearSumAssignment(costs, { maximaze: false }));
  const several = task(size, 2, 3);
  const fair = median(() => assign(several));
  console.log(
    `${String(size).padStart(4)} × ${size}   ours ${ours.toFixed(1)} ms   linear-sum-assignment ${theirs.toFixed(1)} ms` +
      `   ratio ${(theirs / ours).toFixed(2)}×   costs ${agree ? 'agree' : 'DIFFER'}   fair, 2 places, load 3: ${fair.toFixed(1)} ms`,
  );
  if (!agree) process.exitCode = 1;
}
