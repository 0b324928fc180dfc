/** Stretches of a text that are taken: who asks first has them. */
export interface Span {
  from: number;
  to: number;
}

/** Gives a function that claims all of some stretches, or none of them when part of one is taken. */
export function claims(length: number): (spans: readonly Span[]) => boolean {
  const taken = new Uint8Array(length);
  return (spans) => {
    if (spans.some(({ from, to }) => taken.subarray(from, to).includes(1))) return false;
    for (const { from, to } of spans) taken.fill(1, from, to);
    return true;
  };
}
