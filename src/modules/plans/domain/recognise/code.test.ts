import { array, assert, constantFrom, integer, oneof, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalCode, codedLine, codeOf, codesIn, usualJoints } from './code.ts';

describe('codes', () => {
  test.each([
    ['R.1-a', ['R', '1', 'a'], ['.', '-']],
    ['D-4-a', ['D', '4', 'a'], ['-', '-']],
    ['a1', ['a', '1'], ['']],
    ['SO1.2', ['SO', '1', '2'], ['', '.']],
    ['5b', ['5', 'b'], ['']],
    ['IV', ['IV'], []],
  ])('%s is taken apart', (printed, segments, joints) => {
    expect(codeOf(printed)).toEqual({ printed, segments, joints });
  });

  test('the usual style of the level makes codes canonical', () => {
    const codes = ['P.1-a', 'P.1-b', 'P.1.c', 'P-2-a', 'P.2-b'].map((printed) => codeOf(printed));
    const usual = usualJoints(codes);
    expect(codes.map((code) => canonicalCode(code, usual))).toEqual(['P.1-a', 'P.1-b', 'P.1-c', 'P.2-a', 'P.2-b']);
  });

  test('a canonical code stays as it is', () => {
    const segment = oneof(constantFrom('R', 'T', 'a', 'b', 'SO'), integer({ min: 1, max: 30 }).map(String));
    const code = array(segment, { minLength: 1, maxLength: 4 }).chain((segments) =>
      array(constantFrom('.', '-'), { minLength: segments.length - 1, maxLength: segments.length - 1 }).map((joints) =>
        codeOf(segments.map((part, at) => (at === 0 ? part : `${joints[at - 1] ?? ''}${part}`)).join('')),
      ),
    );
    assert(
      property(array(code, { minLength: 1, maxLength: 12 }), (codes) => {
        const usual = usualJoints(codes);
        for (const one of codes) {
          const canonical = canonicalCode(one, usual);
          expect(canonicalCode(codeOf(canonical), usual)).toBe(canonical);
          expect(codeOf(canonical).segments).toEqual(one.segments);
        }
      }),
    );
  });

  test('lists and ranges', () => {
    expect(codesIn('R.1, R.2–R.5 and I.1 to I.3').map((code) => code.printed)).toEqual([
      'R.1',
      'R.2',
      'R.3',
      'R.4',
      'R.5',
      'I.1',
      'I.2',
      'I.3',
    ]);
    expect(codesIn('R.5-R.2').map((code) => code.printed)).toEqual(['R.5', 'R.2']);
    expect(codesIn('All')).toEqual([]);
  });
});

describe('a code at the beginning of a line', () => {
  test.each([
    ['a.1.2 \tHelp members', 'a.1.2', 'Help members', 'tab'],
    ['R.1-a: More ports', 'R.1-a', 'More ports', 'colon'],
    ['P.1-1 World conference', 'P.1-1', 'World conference', 'blank'],
    ['T.5 (Bodies) Extend', 'T.5', '(Bodies) Extend', 'blank'],
    ['I.5. (Ocean) Protect', 'I.5', '(Ocean) Protect', 'stop'],
    ['a1\t-\tBetter', 'a1', 'Better', 'tab'],
    ['2.1 - Cables', '2.1', 'Cables', 'dash'],
    ['SG2 Everyone', 'SG2', 'Everyone', 'blank'],
    ['(b) Train', 'b', 'Train', 'stop'],
  ])('%s', (raw, printed, text, separator) => {
    const coded = codedLine(raw);
    expect([coded?.code.printed, coded?.text, coded?.separator]).toEqual([printed, text, separator]);
  });

  test.each([
    '10 countries adopt',
    '1.5 million people',
    '3G networks',
    'IPv6 networks',
    '2024-2027 plan',
    '65% of households',
    'WTDC-17 Action plan',
    'Coordination of work',
    '1.1.1.1.1.1.1.1.1.1 Too deep',
    '',
  ])('“%s” begins with none', (raw) => {
    expect(codedLine(raw)).toBeNull();
  });

  test('a list number is told from a code', () => {
    expect(codedLine('3. Trust')?.listNumber).toBe(true);
    expect(codedLine('3.1 Trust')?.listNumber).toBe(false);
  });
});
