/** A register that was filled before bodies were known by reference keeps everything, and learns whose texts it has. */
import path from 'node:path';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { readExamples } from '#modules/intake/server/index.ts';
import { bodies, conferences, fatesOfContribution, instruments } from '#modules/texts/server/index.ts';
import { up } from '../../migrations/0011-bodies-and-conferences.ts';
import { useDatabase } from '../../src/testing/database.ts';

const database = useDatabase();

beforeAll(async () => {
  await readExamples(database.context(), path.resolve(import.meta.dirname, '../../examples/files'), () => undefined);
  const { db } = database;
  await sql`alter table texts.instrument drop constraint instrument_of_body, drop column adopted_by`.execute(db);
  await sql`alter table texts.instrument add constraint instrument_body_kind_number_key unique nulls not distinct (body, kind, number)`.execute(
    db,
  );
  await sql`alter table texts.revision drop column status`.execute(db);
  await sql`alter table texts.contribution drop column body, drop column place, drop column year`.execute(db);
  await sql`drop table texts.conference, texts.body_name, texts.body`.execute(db);
  await up(db as never);
}, 60_000);

test('bodies, conferences and where contributions go follow from what was there', async () => {
  const context = database.context();
  const [assembly, ...others] = await bodies(context);
  expect(others).toEqual([]);
  expect(assembly).toMatchObject({
    name: 'Plenipotentiary Assembly of the Oceanic Communications Union',
    slug: 'plenipotentiary-assembly-of-the-oceanic-communications-union',
  });
  expect(new Set((await instruments(context)).map(({ adopted_by }) => adopted_by))).toEqual(new Set([assembly?.id]));
  expect((await conferences(context)).map(({ slug }) => slug)).toEqual([
    'plenipotentiary-assembly-apia-2025',
    'plenipotentiary-assembly-suva-2021',
  ]);
  const { proposals } = await fatesOfContribution(context, 'ssf-15a1');
  expect(proposals.map(({ fate }) => fate.fate)).toEqual(['adopted-in-part', 'adopted-in-part', 'unknown', 'unknown']);
});
