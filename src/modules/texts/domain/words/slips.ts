/** One letter dropped, added, changed, or two letters (also apart by one) changed places. */
export function isOneSlip(written: string, meant: string): boolean {
  let start = 0;
  while (start < written.length && written.charAt(start) === meant.charAt(start)) start++;
  let end = 0;
  while (end < Math.min(written.length, meant.length) - start && written.at(-1 - end) === meant.at(-1 - end)) {
    end++;
  }
  const left = written.slice(start, written.length - end);
  const right = meant.slice(start, meant.length - end);
  if (left.length <= 1 && right.length <= 1) return left !== right;
  return left.length === right.length && left.length <= 3 && Array.from(left).reverse().join('') === right;
}
