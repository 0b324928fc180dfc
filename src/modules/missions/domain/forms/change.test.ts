import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noAnswer } from './answers.ts';
import { answered, sameTyped, tidied, typedFor, typedIn, type Typed } from './change.ts';
import type { FormItem } from './form.ts';
import { usualApplicationForm } from './house-forms.ts';

const { items } = usualApplicationForm('Expert Mission');
const item = (key: string): FormItem => {
  const found = items.find((one) => one.key === key);
  if (found === undefined) throw new Error(key);
  return found;
};
const typed = (text: string): Typed => ({ text, chosen: [], other: '' });

describe('an answer', () => {
  test('is given, or blank when its words are taken away; each change counts', () => {
    const first = answered(item('policy_issue'), undefined, typed('Cable landings\r\nand their licences \r\n\r\n'));
    expect(first).toMatchObject({
      state: 'given',
      text: 'Cable landings\nand their licences',
      revision: 1,
      how: 'typed',
    });
    expect(answered(item('policy_issue'), first, typed('  \n'))).toMatchObject({
      state: 'blank',
      text: '',
      revision: 2,
    });
  });

  test('about time is read as it is typed', () => {
    const { times } = answered(item('timeline'), undefined, typed('May 2027: talks with operators\nsome day'));
    expect(times).toMatchObject([{ from: '2027-05', to: '2027-05', what: 'talks with operators' }]);
  });

  test('of ticks holds options of the form in its order, and words only beside them', () => {
    const answer = answered(item('expected_outcomes'), undefined, {
      text: 'not asked here',
      chosen: ['others', 'no-such', 'awareness'],
      other: 'A visit',
    });
    expect(answer).toMatchObject({ text: '', chosen: ['awareness', 'others'], other: 'A visit', state: 'given' });
  });

  test('that was read from a file says so no longer once it is changed, and keeps what was printed', () => {
    const read = {
      ...noAnswer,
      state: 'unknown' as const,
      candidate: ['training'],
      printed: { number: '13)', question: 'Outcomes?' },
      how: 'read' as const,
      source: '0190a6c0-0000-7000-8000-000000000000',
      lines: [4, 9] as [number, number],
      revision: 3,
    };
    expect(answered(item('expected_outcomes'), read, { text: '', chosen: ['training'], other: '' })).toEqual({
      ...noAnswer,
      state: 'given',
      chosen: ['training'],
      printed: { number: '13)', question: 'Outcomes?' },
      revision: 4,
    });
  });
});

test('what is kept is what can be typed again: nothing changes by opening and saving', () => {
  const anything = fc.record({
    text: fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', 'é', '2027', 'May ') }),
    chosen: fc.subarray(['awareness', 'training', 'others', 'unheard']),
    other: fc.string(),
  });
  fc.assert(
    fc.property(fc.constantFrom(...items), anything, (question, said) => {
      const kept = answered(question, undefined, said);
      expect(sameTyped(typedIn(question, kept), typedFor(question, said))).toBe(true);
      expect(
        sameTyped(typedIn(question, answered(question, kept, typedIn(question, kept))), typedIn(question, kept)),
      ).toBe(true);
      expect(tidied(kept.text)).toBe(kept.text);
    }),
  );
});
