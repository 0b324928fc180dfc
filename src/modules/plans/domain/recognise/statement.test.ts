import { expect, test } from 'vitest';
import { differenceOf, isAlike } from './statement.ts';

test.each([
  ['(Ports): Open the ports', '(Ports) Open the ports', 'none'],
  ['Trust: Safe links;', 'TRUST : Safe links', 'none'],
  ['(Ports) Open the ports', '(Ports) Open the Ports', 'typing'],
  ['women and girls', 'women, and girls', 'typing'],
  ['Growth: Open the ports', 'Growth', 'shorter'],
  ['Open the ports', 'Open all the harbours', 'words'],
])('“%s” and “%s”: %s', (one, other, difference) => {
  expect(differenceOf(one, other)).toBe(difference);
  expect(differenceOf(other, one)).toBe(difference);
});

test('two prints of one element share most words', () => {
  expect(isAlike('Products on policy and data', 'Policy and data')).toBe(true);
  expect(isAlike('Open the ports', 'Train every pilot')).toBe(false);
  expect(isAlike('', 'anything')).toBe(true);
});
