import { expect, test } from 'vitest';
import { count } from './format.ts';

test.each([
  [0, 'request', 'no requests'],
  [1, 'request in the summary', '1 request in the summary'],
  [10, 'request in the summary', '10 requests in the summary'],
  [2, 'contribution with proposals', '2 contributions with proposals'],
  [2, 'annex', '2 annexes'],
  [1200, 'line', '1,200 lines'],
])('%d %s', (number, one, said) => expect(count(number, one)).toBe(said));
