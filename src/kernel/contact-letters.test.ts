import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainLetters } from './contact-letters.ts';

test.each([
  ['ana@ocu', 'ana@ocu'],
  ['ana\u200b＠o\u00adcu', 'ana@ocu'],
  ['＋６７９‑٣٣٠', '+679-330'],
  ['๑๒३४', '1234'],
])('%j reads %j', (printed, plain) => {
  expect(plainLetters(printed).text).toBe(plain);
});

test('places lead back to the letters they came from', () => {
  const letter = fc.constantFrom('a', '\u200b', '＠', '\u00ad', '1', '٣', '\n', '‑', '\ufeff');
  fc.assert(
    fc.property(fc.array(letter, { maxLength: 40 }), (letters) => {
      const printed = letters.join('');
      const plain = plainLetters(printed);
      for (let at = 0; at < plain.text.length; at++) {
        expect(plainLetters(printed[plain.original(at)] ?? '').text).toBe(plain.text[at]);
      }
      expect(plain.original(plain.text.length)).toBe(printed.length);
    }),
  );
});
