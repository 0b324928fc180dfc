import { expect, test } from 'vitest';
import { Limiter } from './limiter.ts';

test('after too many failures one waits for the end of the window; others do not', () => {
  const limiter = new Limiter(3, 60);
  for (let time = 0; time < 3; time++) {
    expect(limiter.wait('a', time)).toBe(0);
    limiter.failed('a', time);
  }
  expect(limiter.wait('a', 10_000)).toBe(50);
  expect(limiter.wait('b', 10_000)).toBe(0);
  expect(limiter.wait('a', 60_000)).toBe(0);
});
