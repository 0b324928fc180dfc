/** The real documents, as someone takes them in and accepts them: what stands in the register afterwards. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { accept, reading, soundness, takeIn } from '#modules/intake/server/index.ts';
import { applications } from '#modules/missions/server/index.ts';
import { meeting, meetings } from '#modules/partners/server/index.ts';
import { plan, plans } from '#modules/plans/server/index.ts';
import { proposals } from '#modules/texts/server/index.ts';
import { SearchRequest } from '#modules/trace/index.ts';
import { makeFindable, search } from '#modules/trace/server/index.ts';
import { useDatabase } from '../../src/testing/database.ts';

const folder = new URL('../../../shared/sources/', import.meta.url);
const names = existsSync(folder) ? readdirSync(folder).filter((name) => /^00\d.*\.txt$/.test(name)) : [];
const database = useDatabase();

const thing = (title: string) => ({
  kind: 'organisation' as const,
  id: '00000000-0000-7000-8000-000000000001',
  address: '/partners/organisations/tide-office',
  title,
  body: '',
  year: null,
  organisation: null,
  visibility: 'public' as const,
  parties: [],
  passages: [],
});

test('a thing that one file names twice is found once, by its last words', async () => {
  const context = database.context();
  await makeFindable(context, [thing('Tide Office'), thing('Tide Office of Talava')]);
  const { hits } = await search(context, SearchRequest.parse({ words: 'tide office talava' }));
  expect(hits.map((hit) => hit.title)).toEqual(['Tide Office of Talava']);
});

describe.skipIf(names.length < 5)('real sources (../shared is absent)', () => {
  beforeAll(async () => {
    const context = database.context();
    for (const name of names) {
      const taken = await takeIn(context, { name, bytes: readFileSync(new URL(name, folder)) });
      const { reading: row } = await reading(context, taken.reading ?? '');
      await accept(context, row.id, row.version);
    }
  }, 60_000);

  test('all go in whole', async () => {
    const context = database.context();
    expect(await proposals(context)).toHaveLength(25);
    expect(await applications(context)).toHaveLength(10);
    expect(await plans(context)).not.toHaveLength(0);
    const [met] = await meetings(context);
    expect((await meeting(context, met?.slug ?? '')).participants).toHaveLength(22);
    expect(await soundness(context)).toEqual({ sources: 5, files: 5, missing: [], damaged: [], halfDone: 0 });
  });

  test('and every page of them opens', async () => {
    const context = database.context();
    for (const { slug } of await plans(context)) expect((await plan(context, slug)).nodes).not.toHaveLength(0);
  });
});
