import { describe, expect, test } from 'vitest';
import { coreAt, indexOf, labelOf } from './label.ts';

const printed = (text: string): string | null => labelOf(text, false)?.printed ?? null;

describe('labels at the start of a paragraph', () => {
  test.each([
    ['a)\tthat the ocean is wide;', 'a)'],
    ['a) \tthat', 'a)'],
    ['(a)\tthat', '(a)'],
    ['fg)\tthat', 'fg)'],
    ['iv)\tstaffing', 'iv)'],
    ['1\tto report', '1'],
    ['12\u00a0\u00a0to report', '12'],
    ['2 \tto share', '2'],
    ['1.\tVision', '1.'],
    ['5.1\ta bidding process', '5.1'],
    ['3bis\tto publish', '3bis'],
    ['1011\tto ensure', '1011'],
    ['–\tall activities', '–'],
    ['•\tfunctions', '•'],
    ['· the cables', '·'],
    ['+ seminars', '+'],
  ])('%j has the label %j', (text, label) => {
    expect(printed(text)).toBe(label);
  });

  test.each(['that the ocean is wide', 'etc) and so on', '2015 was a year', 'No. 5 of the Convention', '-ing forms'])(
    '%j has none',
    (text) => {
      expect(printed(text)).toBeNull();
    },
  );

  test('a number before a mere blank only where asked for', () => {
    expect(printed('4 to report')).toBeNull();
    expect(labelOf('4 to report', true)?.printed).toBe('4');
  });

  test('the length covers the white space after it', () => {
    expect(labelOf('a)\tthat')?.length).toBe(3);
    expect(labelOf('cd)\t that')?.length).toBe(5);
  });
});

describe('positions', () => {
  test('count beyond z and in roman numbers', () => {
    expect([1, 26, 27, 28].map((index) => coreAt('letter', index))).toEqual(['a', 'z', 'aa', 'ab']);
    expect([4, 9, 14, 40].map((index) => coreAt('roman', index))).toEqual(['iv', 'ix', 'xiv', 'xl']);
    expect(coreAt('decimal', 3, '5.')).toBe('5.3');
  });

  test('are found again from the core', () => {
    for (let index = 1; index <= 40; index++) {
      expect(indexOf('letter', coreAt('letter', index))).toBe(index);
      expect(indexOf('roman', coreAt('roman', index))).toBe(index);
      expect(indexOf('number', coreAt('number', index))).toBe(index);
    }
    expect(indexOf('roman', 'iiii')).toBeNull();
  });
});
