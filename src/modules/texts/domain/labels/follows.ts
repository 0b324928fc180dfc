/** Numbers with parts ("2.1") in the order of counting. */

/** Whether a number comes next: a first part (2.1 after 2), the next one beside it, or beside a part it is in. */
export function follows(number: readonly number[], last: readonly number[] | null): boolean {
  if (last === null) return number.every((part) => part === 1);
  const shared = number.length - 1;
  if (shared === last.length) return number[shared] === 1 && last.every((part, index) => part === number[index]);
  if (shared > last.length) return false;
  return (
    number[shared] === (last[shared] ?? 0) + 1 && number.slice(0, shared).every((part, index) => part === last[index])
  );
}
