import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contactWithholder, findContacts, withheldMark, withholdContacts, withholdContactsWithin } from './contacts.ts';

const mark = withheldMark;

describe('addresses', () => {
  test.each([
    ['Write to ana.moana@ocu.example by May.', `Write to ${mark} by May.`],
    ['Email: ana_moana+ict@mail.ocu.example, Suva', `Email: ${mark}, Suva`],
    ['mailto:ana@ocu.example?subject=x', `${mark}?subject=x`],
    ['<ana@ocu.example>', `<${mark}>`],
    ['ana.moana @ ocu.example', mark],
    ['ana＠ocu.example', mark],
    ['ana(at)ocu.example', mark],
    ['ana [at] ocu [dot] example', mark],
    ['ana (AT) ocu (dot) example.', `${mark}.`],
    ['ana dot moana at ocu dot example', mark],
    ['E-mail: ana at ocu.example', `E-mail: ${mark}`],
    ['ana&#64;ocu.example', mark],
    ['ana . moana @ ocu . example', mark],
    ['two: a.b@ocu.example; c@ocu.example', `two: ${mark}; ${mark}`],
    ['änne.o’neil@bücher.example', mark],
    ['(ana.moana@ocu.example)', `(${mark})`],
    ['ana@ocu', mark],
  ])('%j', (text, expected) => {
    expect(withholdContacts(text).text).toBe(expected);
  });

  test.each([
    ['ana.moana@\nocu.example and more', `${mark}\n and more`],
    ['ana.moana\n@ocu.example', `${mark}\n`],
    ['ana.\nmoana@ocu.example', `${mark}\n`],
    ['ana@ocu.\norg\nnext', `${mark}\n\nnext`],
    ['ana@oceanic-\nunion.org', `${mark}\n`],
    ['to ana.moana@', `to ${mark}`],
    ['to ana.moana@ and', `to ${mark} and`],
    ['@ocu.example is the rest', `${mark} is the rest`],
  ])('broken over lines: %j', (text, expected) => {
    expect(withholdContacts(text).text).toBe(expected);
  });

  test.each([
    'The workshop is held at ocu.example premises',
    'Meet @ 9:00 in Suva',
    'Participants met at the end of June. It was good.',
    'fees (at cost) and travel',
    'Mr. /Ms./ Dr.-----\t-----\t-----@---',
    'see below. at noon',
    '5 @ USD 20',
    '10@ USD 20',
  ])('left alone: %j', (text) => {
    expect(withholdContacts(text)).toEqual({ text, count: 0 });
  });
});

describe('telephone numbers', () => {
  test.each([
    ['Tel: +679 330 0000', `Tel: ${mark}`],
    ['Tel. (679) 3300-000 ext. 12', `Tel. ${mark}`],
    ['Phone No. 330 0000 / 330 0001, Suva', `Phone No. ${mark} / ${mark}, Suva`],
    ['fax 3300000', `fax ${mark}`],
    ['Mobile (WhatsApp): 79 12 34 56', `Mobile (WhatsApp): ${mark}`],
    ['T: 02 555 0100', `T: ${mark}`],
    ['call 0066 2 555 0100', `call ${mark}`],
    ['(02) 555-0100', mark],
    ['02-555-0100', mark],
    ['+66-2-555-0100', mark],
    ['Tel 02 555 0100 02 555 0199', `Tel ${mark} ${mark}`],
    ['Tel: 555 0100\n2. Mr. Tui', `Tel: ${mark}\n2. Mr. Tui`],
  ])('%j', (text, expected) => {
    expect(withholdContacts(text).text).toBe(expected);
  });

  test.each([
    'Strategic Plan 2021-2023 and 2024 - 2026',
    '13/03/2024, 2024-03-13, 13.03.2024',
    'USD 1 500 000 and 20,000.00',
    'Ref: OCU/TC-4.2.1/2024/17',
    'Resolutions 123456 789 of 2010',
    '9:00 - 12:00',
    'Questions 1) 2) 3) 4) 5) 6) 7)',
    'ISBN 978-92-61-00000-1',
  ])('left alone: %j', (text) => {
    expect(withholdContacts(text).text).toBe(text);
  });
});

describe('laws', () => {
  const name = fc.stringMatching(/^[a-z]{2,10}(\.[a-z]{2,10})?$/);
  const host = fc.stringMatching(/^[a-z]{2,10}\.(org|int|com|example)$/);
  const sign = fc.constantFrom('@', ' @ ', '(at)', ' [at] ', '@\n', '\n@', ' (AT) ');
  const around = fc.constantFrom('', 'Contact: ', 'Ms Ana Moana\n', '(', 'a, ');

  test('no address survives, whatever stands around it', () => {
    fc.assert(
      fc.property(
        around,
        name,
        sign,
        host,
        fc.constantFrom('', ' ', ')', ', Suva', '\nnext'),
        (lead, a, at, b, tail) => {
          const { text, count } = withholdContacts(lead + a + at + b + tail);
          expect(count).toBe(1);
          expect(text).not.toContain(b);
          expect(text).toContain(mark);
        },
      ),
    );
  });

  test('cleaning twice changes nothing more, and line breaks keep their number', () => {
    const piece = fc.constantFrom(
      'ana',
      '@',
      '.',
      ' ',
      '\n',
      'ocu.int',
      '(at)',
      ' at ',
      ' dot ',
      '+66',
      '0',
      '2 555',
      'Tel:',
      '-',
      '(',
      '7',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const once = withholdContacts(pieces.join('')).text;
        expect(withholdContacts(once).text).toBe(once);
        expect(once.split('\n')).toHaveLength(pieces.filter((part) => part === '\n').length + 1);
      }),
      { numRuns: 2000 },
    );
  });

  test('a text without any sign of a contact is untouched', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !/[@＠&%+＋\d]|at/iu.test(text)),
        (text) => {
          expect(withholdContacts(text)).toEqual({ text, count: 0 });
        },
      ),
    );
  });

  test('long texts of awkward characters take time in proportion to their length', () => {
    for (const unit of ['a', '@', ' ', '(', '1 ', 'a.', ' at ', '\n', 'a@', 'dot ', '+1 (']) {
      const start = performance.now();
      withholdContacts(unit.repeat(200_000));
      expect(performance.now() - start, JSON.stringify(unit)).toBeLessThan(3000);
    }
  });
});

test('withheld at any depth; the strings of a list are neighbouring lines', () => {
  expect(
    withholdContactsWithin({
      a: [{ b: 'x ana@ocu.example' }],
      c: ['ana.moana@', 'ocu.example, Suva'],
      d: 7,
      e: null,
      f: [],
    }),
  ).toEqual({ a: [{ b: `x ${mark}` }], c: [mark, ', Suva'], d: 7, e: null, f: [] });
});

test('contacts for the directory: kind and value, in order', () => {
  expect(findContacts('Ana, mailto:ana.moana@ocu.example, Tel: +679 330 0000 ext. 4; ana.moana@\nocu.org')).toEqual([
    { kind: 'e-mail', value: 'ana.moana@ocu.example' },
    { kind: 'telephone', value: '+679 330 0000 ext. 4' },
    { kind: 'e-mail', value: 'ana.moana@ocu.org' },
  ]);
  expect(findContacts('no way to reach anybody in 2024')).toEqual([]);
});

describe('addresses of which a value holds a part only', () => {
  test('pieces of an address that is broken over lines, each in a value of its own', () => {
    const withhold = contactWithholder('Apia\nsina.leaupepe7\n@example.org\nAsk her.');
    const record = [{ words: 'Apia' }, { words: 'sina.leaupepe7' }, { words: '@example.org' }, { words: 'Ask her.' }];
    expect(withholdContactsWithin(record, withhold)).toEqual([
      { words: 'Apia' },
      { words: withheldMark },
      { words: withheldMark },
      { words: 'Ask her.' },
    ]);
  });

  test('an address half of which is changed, run by run', () => {
    const runs = [
      { text: 'Write to sina.leaupepe7', change: 'same' },
      { text: '@example.org', change: 'deleted' },
      { text: '@example.net', change: 'inserted' },
      { text: ' until May.', change: 'same' },
    ];
    const cleaned = withholdContactsWithin(runs);
    expect(cleaned[0]).toEqual({ text: `Write to ${withheldMark}`, change: 'same' });
    expect(cleaned[3]).toEqual({ text: ' until May.', change: 'same' });
    expect(JSON.stringify(cleaned)).not.toContain('leaupepe');
    const plain = [
      { text: 'every ', change: 'same' },
      { text: 'four', change: 'deleted' },
      { text: 'two', change: 'inserted' },
      { text: ' years', change: 'same' },
    ];
    expect(withholdContactsWithin(plain)).toEqual(plain);
  });
});

test('a piece of a broken address is withheld where a finding quotes it', () => {
  const withhold = contactWithholder('moana.cell77\n@example.org');
  expect(withhold('The line ends with "moana.cell77;" and should not.').text).toBe(
    'The line ends with "[contact withheld]" and should not.',
  );
  expect(withhold('The word "harbour" stands twice.').text).toBe('The word "harbour" stands twice.');
});

test('what is left between two contacts and is one by itself is withheld as well', () => {
  const once = withholdContacts('@ocu.int dot 02 5552 555').text;
  expect(withholdContacts(once).text).toBe(once);
});
