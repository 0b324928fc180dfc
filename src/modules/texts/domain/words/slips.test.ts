import { expect, test } from 'vitest';
import { isOneSlip } from './slips.ts';

test('one slip', () => {
  expect(isOneSlip('Honaira', 'Honiara')).toBe(true);
  expect(isOneSlip('Oslo', 'Oslo')).toBe(false);
  expect(isOneSlip('Osolo', 'Lagos')).toBe(false);
});
