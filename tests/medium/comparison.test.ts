/** Texts of the register compared, and that nobody learns of a text by comparing it that is not shown to them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { Refusal } from '#kernel/problem.ts';
import { accept, showTo, takeIn } from '#modules/intake/server/index.ts';
import { summaryInWords } from '#modules/texts/index.ts';
import { comparableTexts, comparison, contributions, instruments } from '#modules/texts/server/index.ts';
import { useDatabase, viewerWith } from '../../src/testing/database.ts';

const folder = path.resolve(import.meta.dirname, '../../examples/files');
const database = useDatabase();

beforeAll(async () => {
  for (const [name, visibility] of [
    ['Resolution 9 (Rev. Suva, 2021).docx', 'public'],
    ['Resolution 9 (Rev. Apia, 2025).docx', 'secretariat'],
    ['NIC-12A1 contribution.docx', 'secretariat'],
  ] as const) {
    const context = database.context();
    const bytes = readFileSync(path.join(folder, name));
    const taken = await takeIn(context, { bytes, name });
    if (taken.state !== 'new') throw new Error(`${name} was known`);
    await showTo(context, taken.reading, 1, visibility);
    await accept(context, taken.reading, 2);
  }
}, 60_000);

async function code(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Refusal) return error.problem.code;
    throw error;
  }
  return 'no refusal';
}

test('revisions and both sides of proposals are compared', async () => {
  const context = database.context();
  const found = await comparison(context, 'resolution-9-suva-2021', 'nic-12a1-3:base');
  expect([found.from.name, found.to.name]).toEqual(['Resolution 9 (Rev. Suva, 2021)', 'NIC/12A1/3, as it is']);
  expect(summaryInWords(found.comparison)).toBe('no difference');
  const later = await comparison(context, 'resolution-9-suva-2021', 'resolution-9-apia-2025');
  expect(summaryInWords(later.comparison)).toContain('5 clauses added, 4 deleted, 6 reworded');
});

test('a proposal without a text, an unknown side and an unknown text are refused', async () => {
  const context = database.context();
  expect(await code(comparison(context, 'nic-12a1-1:base', 'resolution-9-suva-2021'))).toBe('no-text');
  expect(await code(comparison(context, 'nic-12a1-3:middle', 'resolution-9-suva-2021'))).toBe('not-found');
  expect(await code(comparison(context, 'resolution-9-suva-2021', 'no-such-text'))).toBe('not-found');
});

const visitor = () => database.context(viewerWith('public'));

describe('what is not shown to somebody', () => {
  test.each(['resolution-9-apia-2025', 'nic-12a1-3:proposed', 'nic-12a1-3:base'])(
    'cannot be compared: %s looks as if it were not there',
    async (address) => {
      expect(await code(comparison(visitor(), 'resolution-9-suva-2021', address))).toBe('not-found');
      expect(await code(comparison(visitor(), address, 'resolution-9-suva-2021'))).toBe('not-found');
    },
  );

  test('is not offered', async () => {
    const [shown] = await instruments(visitor());
    expect(await comparableTexts(visitor(), shown?.slug ?? '')).toEqual([
      { address: 'resolution-9-suva-2021', name: '(Rev. Suva, 2021)' },
    ]);
    expect(await contributions(visitor())).toEqual([]);
    expect((await comparableTexts(database.context(), shown?.slug ?? '')).map(({ address }) => address)).toEqual([
      'resolution-9-suva-2021',
      'resolution-9-apia-2025',
      'nic-12a1-3:proposed',
      'nic-12a1-3:base',
    ]);
  });
});
