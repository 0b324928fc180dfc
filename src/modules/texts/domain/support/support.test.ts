import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { remindersBefore, tallyInWords, tallyOf, usualRule, type Answer, type Reply } from './support.ts';

const members = Array.from({ length: 38 }, (_, index) => `member ${index + 1}`);
const replies = (answer: Answer, count: number, from = 0): Reply[] =>
  members.slice(from, from + count).map((member) => ({ member, answer }));

describe('support of a common proposal', () => {
  test('a quarter of 38 members are ten, not nine', () => {
    expect(tallyOf(usualRule, members, replies('supporting', 9))).toMatchObject({ needed: 10, state: 'preliminary' });
    expect(tallyOf(usualRule, members, replies('supporting', 10)).state).toBe('common');
  });

  test('opposition may be half of the support and no more', () => {
    const support = replies('supporting', 11);
    expect(tallyOf(usualRule, members, [...support, ...replies('not-supporting', 5, 20)])).toMatchObject({
      mayOppose: 5,
      state: 'common',
    });
    const opposed = tallyOf(usualRule, members, [...support, ...replies('not-supporting', 6, 20)]);
    expect(opposed.state).toBe('opposed');
    expect(tallyInWords(opposed, usualRule)).toBe(
      '11 of 38 members support; 10 needed. 6 oppose; at most 5 may. There is enough support, and too much opposition. The thresholds are not confirmed.',
    );
  });

  test('the last answer of a member counts, and answers of others do not', () => {
    const tally = tallyOf({ ...usualRule, leastMembers: 2 }, members.slice(0, 3), [
      { member: 'member 1', answer: 'not-supporting' },
      { member: 'member 1', answer: 'supporting' },
      { member: 'member 2', answer: 'supporting' },
      { member: 'member 2', answer: 'withdrawn' },
      { member: 'a stranger', answer: 'supporting' },
    ]);
    expect(tally).toEqual({
      supporting: ['member 1'],
      opposing: [],
      silent: ['member 2', 'member 3'],
      needed: 2,
      mayOppose: 0,
      state: 'preliminary',
    });
  });

  test('without members nothing becomes common', () => {
    expect(tallyOf({ ...usualRule, leastSupport: 0 }, [], []).state).toBe('preliminary');
  });

  test('every member is counted once, whatever was answered', () => {
    const answers = fc.array(
      fc.record({
        member: fc.constantFrom(...members.slice(0, 6)),
        answer: fc.constantFrom('supporting' as const, 'not-supporting' as const, 'withdrawn' as const),
      }),
    );
    fc.assert(
      fc.property(answers, (given) => {
        const { supporting, opposing, silent } = tallyOf(usualRule, members.slice(0, 6), given);
        expect([...supporting, ...opposing, ...silent].sort()).toEqual(members.slice(0, 6).sort());
      }),
    );
  });
});

test('reminders go out a week and a day before, unless the asking was later', () => {
  expect(remindersBefore('2025-06-30', '2025-06-01')).toEqual(['2025-06-23', '2025-06-29']);
  expect(remindersBefore('2025-06-30', '2025-06-25')).toEqual(['2025-06-29']);
});
