/**
 * Search with ranking, snippets and the policy, at 10,000 and 100,000 things, beside what one would write first: a
 * case-insensitive LIKE over the same words, without ranking. Both in one run on one database.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { newId } from '#kernel/ids.ts';
import { system } from '#modules/access/index.ts';
import type { Context } from '#modules/access/server/index.ts';
import { SearchRequest } from '#modules/trace/index.ts';
import { hear, makeFindable, search } from '#modules/trace/server/index.ts';
import { readConfig } from '#platform/config/index.ts';
import { openDatabase } from '#platform/db/index.ts';
import { openFiles } from '#platform/files/index.ts';
import { openLog } from '#platform/log/index.ts';

const words =
  'island cable satellite resilience council report resolution spectrum budget training gauge flood warning harbour station member administration plan review assembly bureau regional digital access tariff standard tide mission expert outcome indicator strategy'.split(
    ' ',
  );
/** Always the same sequence, so that runs can be compared. */
let seed = 42;
const random = (below: number): number => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((seed / 2_147_483_648) * below);
};
const sentence = (length: number): string =>
  Array.from({ length }, () => (random(6) === 0 ? `term${random(4000)}` : words[random(words.length)])).join(' ');

const folder = mkdtempSync(path.join(tmpdir(), 'throughline-bench-'));
const log = openLog('silent');
const database = await openDatabase(readConfig({ THROUGHLINE_DATA: folder }), log);
const context: Context = {
  viewer: { ...system, role: 'member' },
  via: 'start',
  hear,
  db: database.connection,
  files: await openFiles(path.join(folder, 'files')),
  now: () => new Date(),
};

async function fill(count: number): Promise<void> {
  for (let from = 0; from < count; from += 1000) {
    const things = Array.from({ length: 1000 }, () => ({
      kind: 'clause' as const,
      id: newId(),
      address: `/texts/x#${random(1e9)}`,
      title: sentence(8),
      body: sentence(60),
      year: 1990 + random(35),
      organisation: null,
      visibility: (['public', 'members', 'secretariat'] as const)[random(3)] ?? 'public',
      parties: [],
      passages: [],
    }));
    await makeFindable({ ...context, viewer: system }, things);
  }
  await sql`analyze trace.entry`.execute(database.connection);
}

async function measure(ask: (query: string) => Promise<unknown>): Promise<{ p50: number; p95: number }> {
  const times: number[] = [];
  for (let turn = 0; turn < 200; turn++) {
    const query = turn % 4 === 0 ? `term${random(4000)}` : `${words[random(words.length)]} term${random(4000)}`;
    const start = performance.now();
    await ask(query);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { p50: times[100] ?? 0, p95: times[190] ?? 0 };
}

try {
  let filled = 0;
  for (const size of [10_000, 100_000]) {
    await fill(size - filled);
    filled = size;
    const ours = await measure((query) => search(context, SearchRequest.parse({ words: query })));
    const like = await measure((query) => {
      const all = query.split(' ').map((word) => sql`(title || ' ' || body) ilike ${`%${word}%`}`);
      return sql`
        select title, left(body, 200) from trace.entry
        where visibility in ('public', 'members') and ${sql.join(all, sql` and `)} limit 20`.execute(
        database.connection,
      );
    });
    console.log(
      `${size.toLocaleString('en-GB').padStart(8)} things   search p50 ${ours.p50.toFixed(1)} ms, p95 ${ours.p95.toFixed(1)} ms` +
        `   LIKE p50 ${like.p50.toFixed(1)} ms, p95 ${like.p95.toFixed(1)} ms   ratio ${(like.p50 / ours.p50).toFixed(1)}×`,
    );
  }
} finally {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
}
