import type { Audience } from '#modules/access/index.ts';
import { visibleRows } from '#modules/access/server/index.ts';
import type { Origin } from '#kernel/register.ts';
import type { Connection } from '#platform/db/index.ts';
import type { TextsTables } from './tables.ts';

/** Work on one text. Its version is the number of steps taken so far. */
export interface Draft {
  id: string;
  slug: string;
  title: string;
  revision: string | null;
  instrument: string | null;
  opened_by: string;
  visibility: Origin['visibility'];
  parties: string[];
  version: number;
  made_at: Date;
  changed_at: Date;
}

/** A step as it was taken. */
export interface DraftStep {
  version: number;
  step: unknown;
  client: string;
}

/** Who took a step and when, without the step. */
export interface StepTaken {
  version: number;
  author: string;
  note: string | null;
  at: Date;
}

const tables = (db: Connection) => db.withTables<TextsTables>();
const ofDraft = [
  'id',
  'slug',
  'title',
  'revision',
  'instrument',
  'opened_by',
  'visibility',
  'parties',
  'version',
  'made_at',
  'changed_at',
] as const;

export async function insertDraft(
  db: Connection,
  draft: Pick<Draft, 'id' | 'slug' | 'title' | 'revision' | 'instrument' | 'opened_by' | 'visibility' | 'parties'> & {
    base: object | null;
    account: string | null;
  },
): Promise<void> {
  await tables(db)
    .insertInto('texts.draft')
    .values({ ...draft, base: draft.base === null ? null : JSON.stringify(draft.base), version: 0 })
    .execute();
}

/** Drafts an audience may see, the last changed first. */
export function listDrafts(db: Connection, audience: Audience, revision: string | null): Promise<Draft[]> {
  let query = tables(db)
    .selectFrom('texts.draft as draft')
    .select(ofDraft)
    .where(visibleRows(audience, 'draft'))
    .orderBy('changed_at', 'desc')
    .orderBy('slug');
  if (revision !== null) query = query.where('revision', '=', revision);
  return query.execute();
}

export async function draftBySlug(db: Connection, slug: string): Promise<Draft | null> {
  return (
    (await tables(db).selectFrom('texts.draft').select(ofDraft).where('slug', '=', slug).executeTakeFirst()) ?? null
  );
}

/** The version of a draft, which nobody else changes until the transaction ends. */
export async function lockedVersion(db: Connection, id: string): Promise<number> {
  const row = await tables(db)
    .selectFrom('texts.draft')
    .select('version')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.version;
}

export async function baseOf(db: Connection, id: string): Promise<object | null> {
  const row = await tables(db).selectFrom('texts.draft').select('base').where('id', '=', id).executeTakeFirst();
  return row?.base ?? null;
}

/** Adds steps behind a version and makes it the draft's. Call it with the draft locked. */
export async function appendSteps(
  db: Connection,
  id: string,
  version: number,
  steps: readonly unknown[],
  by: { client: string; account: string | null; author: string; note: string | null; at: Date },
): Promise<void> {
  for (let from = 0; from < steps.length; from += 500) {
    await tables(db)
      .insertInto('texts.draft_step')
      .values(
        steps.slice(from, from + 500).map((step, index) => ({
          draft: id,
          version: version + from + index + 1,
          step: JSON.stringify(step),
          ...by,
        })),
      )
      .execute();
  }
  await tables(db)
    .updateTable('texts.draft')
    .set({ version: version + steps.length, changed_at: by.at })
    .where('id', '=', id)
    .execute();
}

/** The steps after a version, up to and with another one. */
export function stepsBetween(db: Connection, id: string, after: number, until: number): Promise<DraftStep[]> {
  return tables(db)
    .selectFrom('texts.draft_step')
    .select(['version', 'step', 'client'])
    .where('draft', '=', id)
    .where('version', '>', after)
    .where('version', '<=', until)
    .orderBy('version')
    .execute();
}

/** Who took which step, in order. */
export function stepsTaken(db: Connection, id: string): Promise<StepTaken[]> {
  return tables(db)
    .selectFrom('texts.draft_step')
    .select(['version', 'author', 'note', 'at'])
    .where('draft', '=', id)
    .orderBy('version')
    .execute();
}

/** The last document that was kept whole, at a version or before it. */
export async function stateBefore(
  db: Connection,
  id: string,
  version: number,
): Promise<{ version: number; document: object } | null> {
  const row = await tables(db)
    .selectFrom('texts.draft_state')
    .select(['version', 'document'])
    .where('draft', '=', id)
    .where('version', '<=', version)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

export async function insertState(db: Connection, draft: string, version: number, document: object): Promise<void> {
  await tables(db)
    .insertInto('texts.draft_state')
    .values({ draft, version, document: JSON.stringify(document) })
    .execute();
}
