/** Consolidating and settling, on small texts whose outcome a person can check. */
import { describe, expect, test } from 'vitest';
import type { Clause, ConflictChoice, ConsolidatedText, LegalText } from '#kernel/reading/index.ts';
import { cleanClause } from '../register/sides.ts';
import { runsBetween, settled as withRuns } from '../register/settle.ts';
import {
  consolidate,
  layoutOf,
  settle,
  settledText,
  unsettled,
  withoutProponent,
  workingText,
  type Contribution,
} from './index.ts';

const text = (...sections: [heading: string, ...clauses: Clause[]][]): LegalText => ({
  heading: 'RESOLUTION 3 (Oslo, 2018)',
  title: 'Buoys',
  opening: 'The Assembly of the Oceanic Cable Union (Oslo, 2018),',
  sections: sections.map(([heading, ...clauses]) => ({
    kind: heading === 'noting' ? 'preamble' : 'operative',
    heading,
    status: clauses.some(({ status }) => status !== 'kept') ? 'changed' : 'kept',
    clauses,
    line: 1,
  })),
  annexes: [],
  footnotes: [],
});

const kept = (label: string, words: string, ...children: Clause[]): Clause =>
  cleanClause({ label, words, line: 1, children });
/** A clause with its labels and words before and after; `null` where it is not there. */
function clause(labels: [string | null, string | null], before: string | null, after: string | null): Clause {
  const [was, is] = labels;
  return withRuns({
    ...kept(is ?? was ?? '', ''),
    label: { printed: is ?? was ?? '', before: was, after: is },
    before,
    after,
    runs: runsBetween(before ?? '', after ?? ''),
  });
}

const base = text(
  ['noting', kept('a)', 'that buoys drift;'), kept('b)', 'that masts fall,')],
  [
    'resolves',
    kept('1', 'to moor all buoys;'),
    kept('2', 'to mark old masts, as noting b) asks;'),
    kept('3', 'to report each year.'),
  ],
);
const noting = base.sections[0]?.clauses ?? [];
const resolves = base.sections[1]?.clauses ?? [];
const by = (proponent: string, changed: LegalText): Contribution => ({
  proponent,
  text: changed,
  action: 'MOD',
  reference: `${proponent}/1/1`,
});
const lines = (of: LegalText): string[] =>
  of.sections.flatMap(({ heading, clauses }) => [
    heading ?? '',
    ...clauses.map(({ label, after }) => `${label.after ?? ''} ${after ?? ''}`),
  ]);
const operative = (proponent: string, ...clauses: Clause[]): Contribution =>
  by(proponent, text(['noting', ...noting], ['resolves', ...clauses]));

const deletes = operative(
  'EAST',
  kept('1', 'to moor all buoys;'),
  clause(['2', null], 'to mark old masts, as noting b) asks;', null),
  clause(['3', '2'], 'to report each year.', 'to report each year.'),
);
const amends = operative(
  'WEST',
  kept('1', 'to moor all buoys;'),
  clause(['2', '2'], 'to mark old masts, as noting b) asks;', 'to mark all masts, as noting b) asks;'),
  kept('3', 'to report each year.'),
);

const settledBy = (draft: ConsolidatedText, id: string, choice: ConflictChoice): string[] =>
  lines(settledText(settle(draft, id, choice))).slice(5);

const reporting = (name: string, words: string): Contribution =>
  operative(
    name,
    kept('1', 'to moor all buoys;'),
    kept('2', 'to mark old masts, as noting b) asks;'),
    clause(['3', '3'], 'to report each year.', words),
  );

const inserts = (name: string, words: string): Contribution =>
  by(
    name,
    text(
      [
        'noting',
        kept('a)', 'that buoys drift;'),
        clause([null, 'b)'], null, words),
        clause(['b)', 'c)'], 'that masts fall,', 'that masts fall,'),
      ],
      [
        'resolves',
        kept('1', 'to moor all buoys;'),
        clause(['2', '2'], 'to mark old masts, as noting b) asks;', 'to mark old masts, as noting c) asks;'),
        kept('3', 'to report each year.'),
      ],
    ),
  );

const inviting = (name: string, words: string): Contribution => {
  const whole = text(
    ['noting', ...noting],
    ['resolves', ...resolves],
    ['invites Member States', clause([null, ''], null, words)],
  );
  return by(name, whole);
};

describe('a clause that one deletes and another amends', () => {
  const draft = consolidate(base, [amends, deletes]);
  const [conflict] = unsettled(draft);
  const id = conflict?.id ?? '';

  test('stands as alternatives, and the labels behind it wait', () => {
    expect(lines(workingText(draft)).slice(3)).toEqual([
      'resolves',
      '1 to moor all buoys;',
      '2 [ALT 1 EAST: deleted]',
      '2bis [ALT 2 WEST: to mark all masts, as noting b) asks;]',
      '3 to report each year.',
    ]);
    expect(id).toMatch(/^resolves-2~[0-9a-z]+$/);
  });

  test('is settled by an alternative, by words, by dropping it, by the base', () => {
    expect(settledBy(draft, id, { take: 0 })).toEqual(['2 to report each year.']);
    expect(settledBy(draft, id, { take: 1 })).toEqual([
      '2 to mark all masts, as noting b) asks;',
      '3 to report each year.',
    ]);
    expect(settledBy(draft, id, { words: 'to mark most masts;' })).toEqual([
      '2 to mark most masts;',
      '3 to report each year.',
    ]);
    expect(settledBy(draft, id, { drop: true })).toEqual(['2 to report each year.']);
    expect(settledBy(draft, id, { keepBase: true })).toEqual([
      '2 to mark old masts, as noting b) asks;',
      '3 to report each year.',
    ]);
  });

  test('refuses what cannot be', () => {
    expect(() => settle(draft, 'resolves-9~0', { drop: true })).toThrow('There is no conflict');
    expect(() => settle(draft, id, { take: 2 })).toThrow('2 alternatives');
    expect(() => settle(draft, id, { words: '  ' })).toThrow('No words');
    expect(() => settledText(draft)).toThrow('One conflict is not settled, the first in resolves 2.');
  });

  test('keeps its name when somebody else changes another clause', () => {
    const north = operative(
      'NORTH',
      clause(['1', '1'], 'to moor all buoys;', 'to moor all new buoys;'),
      ...resolves.slice(1),
    );
    expect(unsettled(consolidate(base, [amends, deletes, north])).map((one) => one.id)).toEqual([id]);
    expect(
      withoutProponent(settle(consolidate(base, [amends, deletes, north]), id, { take: 0 }), 'NORTH').settled,
    ).toEqual({ [id]: { take: 0 } });
  });
});

describe('three wordings of one clause', () => {
  const draft = consolidate(base, [
    reporting('WEST', 'to report twice a year.'),
    reporting('EAST', 'to report each month.'),
    reporting('NORTH', 'to report never.'),
    reporting('SOUTH', 'to report each month.'),
  ]);

  test('are told apart by Latin ordinals, those who want the same together', () => {
    expect(lines(workingText(draft)).slice(6)).toEqual([
      '3 [ALT 1 EAST, SOUTH: to report each month.]',
      '3bis [ALT 2 NORTH: to report never.]',
      '3ter [ALT 3 WEST: to report twice a year.]',
    ]);
  });
});

describe('new clauses', () => {
  test('the same one stands once, others side by side; references follow the new labels', () => {
    const draft = consolidate(base, [
      inserts('EAST', 'that storms grow;'),
      inserts('WEST', 'that storms grow;'),
      inserts('NORTH', 'that divers need rest;'),
    ]);
    expect(lines(settledText(draft))).toEqual([
      'noting',
      'a) that buoys drift;',
      'b) that storms grow;',
      'c) that divers need rest;',
      'd) that masts fall,',
      'resolves',
      '1 to moor all buoys;',
      '2 to mark old masts, as noting d) asks;',
      '3 to report each year.',
    ]);
    const clauses = layoutOf(draft).sections[0]?.clauses ?? [];
    expect(clauses.map((one) => one.by.join())).toEqual(['', 'EAST,WEST', 'NORTH', '']);
  });

  test('variants of one are alternatives', () => {
    const draft = consolidate(base, [
      inserts('EAST', 'that heavy storms grow stronger;'),
      inserts('WEST', 'that heavy storms grow longer;'),
    ]);
    expect(lines(workingText(draft)).slice(0, 5)).toEqual([
      'noting',
      'a) that buoys drift;',
      'b) [EAST: that heavy storms grow stronger;]',
      'bbis) [WEST: that heavy storms grow longer;]',
      'c) that masts fall,',
    ]);
    const [conflict] = unsettled(draft);
    expect(lines(settledText(settle(draft, conflict?.id ?? '', { take: 1 }))).slice(1, 4)).toEqual([
      'a) that buoys drift;',
      'b) that heavy storms grow longer;',
      'c) that masts fall,',
    ]);
    expect(lines(settledText(settle(draft, conflict?.id ?? '', { drop: true }))).slice(1, 3)).toEqual([
      'a) that buoys drift;',
      'b) that masts fall,',
    ]);
  });

  test('new sections of several proponents with one heading are one', () => {
    const draft = consolidate(base, [inviting('EAST', 'to lend divers.'), inviting('WEST', 'to share charts.')]);
    expect(lines(settledText(draft)).slice(7)).toEqual([
      'invites Member States',
      '1 to lend divers;',
      '2 to share charts.',
    ]);
  });
});
