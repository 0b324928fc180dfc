import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstWords, oneLine } from './words.ts';

test.each([
  ['Two masts', 20, 'Two masts'],
  ['Two masts on the reef', 9, 'Two masts…'],
  ['Two masts on the reef', 11, 'Two masts…'],
  ['Two masts on the reef', 21, 'Two masts on the reef'],
  ['Telecommunication', 8, 'Telecomm…'],
  ['', 5, ''],
])('%j in %i characters', (text, most, expected) => {
  expect(firstWords(text, most)).toBe(expected);
});

test('is a beginning of the text, and no longer than asked', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 40 }), (text, most) => {
      const short = firstWords(text, most).replace(/…$/, text.length > most ? '' : '…');
      expect(text.startsWith(short)).toBe(true);
      expect(short.length).toBeLessThanOrEqual(Math.max(most, text.length <= most ? text.length : 0));
    }),
  );
});

test('one line holds no break, however it is made', () => {
  expect(oneLine(' Once\r\nBcc: all@example.org\u2028and\u0000 more ')).toBe('Once Bcc: all@example.org and more');
});
