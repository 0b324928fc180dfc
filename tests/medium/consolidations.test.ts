/** Consolidated drafts and clash maps on a real database: policy, states, and nothing of proposals one may not see. */
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '#modules/access/server/index.ts';
import { readExamples } from '#modules/intake/server/index.ts';
import {
  clashesOverview,
  clashMap,
  consolidation,
  openConsolidation,
  returnConsolidation,
  settleConflict,
} from '#modules/texts/server/index.ts';
import { useDatabase, viewerWith } from '../../src/testing/database.ts';

const database = useDatabase();
const as = (role: Parameters<typeof viewerWith>[0]): Context => database.context(viewerWith(role));
const examples = path.resolve(import.meta.dirname, '../../examples/files');

beforeAll(async () => {
  await readExamples(as('administrator'), examples, () => undefined);
});

test('the clash map of the examples is drawn over the text in force', async () => {
  const { map, base } = await clashMap(as('public'), 'resolution-4');
  expect(base?.slug).toBe('resolution-4-suva-2021');
  expect(
    map.rows
      .filter(({ relation }) => relation !== 'single')
      .map((row) => `${row.section} ${row.label} ${row.relation}`),
  ).toEqual([
    'resolves 2 clash',
    'resolves 4 same',
    'resolves 5 clash',
    'instructs the Secretary-General 1 compatible',
  ]);
  expect((await clashMap(as('public'), 'resolution-4', ['NIC'])).map.proponents).toEqual(['NIC']);
  expect((await clashesOverview(as('public'), 'plenipotentiary-assembly-apia-2025')).map(({ slug }) => slug)).toContain(
    'resolution-9',
  );
});

describe('a consolidated draft', () => {
  test('keeps every state, and refuses work on an old one', async () => {
    const context = as('drafter');
    const slug = await openConsolidation(context, 'resolution-4');
    const { layout } = await consolidation(context, slug);
    const [first, second] = layout.conflicts;
    expect(layout.conflicts.map(({ place }) => place)).toEqual(['resolves 2', 'resolves 5']);
    await settleConflict(context, slug, 1, first?.id ?? '', { take: 0 });
    await expect(settleConflict(context, slug, 1, second?.id ?? '', { keepBase: true })).rejects.toMatchObject({
      problem: { code: 'changed-meanwhile' },
    });
    await settleConflict(context, slug, 2, second?.id ?? '', { keepBase: true });
    await returnConsolidation(context, slug, 3, 1);
    const now = await consolidation(context, slug);
    expect(now.states.map(({ number, what }) => `${number} ${what.split(':')[0]}`)).toEqual([
      '1 opened with NIC/12A1/2, SSF/15A1/1',
      '2 settled resolves 2',
      '3 settled resolves 5',
      '4 returned to state 1',
    ]);
    expect(now.text).toEqual((await consolidation(context, slug, 1)).text);
    expect(Object.keys((await consolidation(context, slug, 3)).text.settled)).toHaveLength(2);
    await expect(consolidation(as('public'), slug)).rejects.toMatchObject({ problem: { code: 'not-found' } });
    await expect(settleConflict(context, slug, 4, 'no-such-conflict', { take: 0 })).rejects.toMatchObject({
      problem: { code: 'not-found' },
    });
  });
});
