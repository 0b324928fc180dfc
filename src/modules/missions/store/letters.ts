import { sql } from 'kysely';
import type { Audience as Seeing, Visibility } from '#modules/access/index.ts';
import { visibleRows } from '#modules/access/server/index.ts';
import type { Connection } from '#platform/db/index.ts';
import type { FrozenRecipient } from '../domain/letters/audience.ts';
import type { LetterContent, LetterKind, LetterState } from '../domain/letters/letter.ts';
import type { Json, MadeAt, MissionsTables, NullableJson } from './tables.ts';

type LetterTables = {
  'missions.letter': {
    id: string;
    slug: string;
    cycle: string | null;
    kind: LetterKind;
    content: Json<LetterContent>;
    replies_to: string | null;
    state: LetterState;
    cleared_by: string | null;
    cleared_at: Date | null;
    sent_at: Date | null;
    frozen: NullableJson<FrozenRecipient[]>;
    visibility: Visibility;
    parties: string[];
    version: number;
    made_at: MadeAt;
  };
};

export interface Letter {
  id: string;
  slug: string;
  cycle: string | null;
  kind: LetterKind;
  content: LetterContent;
  repliesTo: string | null;
  state: LetterState;
  clearedBy: string | null;
  clearedAt: Date | null;
  sentAt: Date | null;
  /** To whom it was sent; `null` before. For the secretariat. */
  frozen: FrozenRecipient[] | null;
  visibility: Visibility;
  parties: string[];
  version: number;
}

const tables = (db: Connection) => db.withTables<LetterTables & MissionsTables>();
const columns = [
  'id',
  'slug',
  'cycle',
  'kind',
  'content',
  'replies_to as repliesTo',
  'state',
  'cleared_by as clearedBy',
  'cleared_at as clearedAt',
  'sent_at as sentAt',
  'frozen',
  'visibility',
  'parties',
  'version',
] as const;

/** Letters an audience may see, of one cycle or of all, the newest first. */
export function listLetters(db: Connection, audience: Seeing, cycle: string | null): Promise<Letter[]> {
  let query = tables(db).selectFrom('missions.letter as letter').select(columns).where(visibleRows(audience, 'letter'));
  if (cycle !== null) query = query.where('cycle', '=', cycle);
  return query
    .orderBy(sql`sent_at desc nulls first`)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .execute();
}

export async function letterBy(db: Connection, by: { slug: string } | { id: string }): Promise<Letter | null> {
  const query = tables(db).selectFrom('missions.letter').select(columns);
  const row = await (
    'slug' in by ? query.where('slug', '=', by.slug) : query.where('id', '=', by.id)
  ).executeTakeFirst();
  return row ?? null;
}

/** Keeps everybody else from changing a letter until the transaction ends. */
export async function lockLetter(db: Connection, slug: string): Promise<Letter | null> {
  const row = await tables(db)
    .selectFrom('missions.letter')
    .select(columns)
    .where('slug', '=', slug)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function insertLetter(db: Connection, letter: Omit<Letter, 'version'>): Promise<void> {
  const { content, frozen, repliesTo, clearedBy, clearedAt, sentAt, ...rest } = letter;
  await tables(db)
    .insertInto('missions.letter')
    .values({
      ...rest,
      content: JSON.stringify(content),
      replies_to: repliesTo,
      cleared_by: clearedBy,
      cleared_at: clearedAt,
      sent_at: sentAt,
      frozen: frozen === null ? null : JSON.stringify(frozen),
      version: 1,
    })
    .execute();
}

/** What of a letter may change. */
export type LetterChange = Partial<
  Pick<
    Letter,
    'content' | 'repliesTo' | 'state' | 'clearedBy' | 'clearedAt' | 'sentAt' | 'frozen' | 'visibility' | 'parties'
  >
>;

/** @returns whether a row of this version was there to change */
export async function updateLetter(
  db: Connection,
  id: string,
  version: number,
  { content, repliesTo, clearedBy, clearedAt, sentAt, frozen, ...rest }: LetterChange,
): Promise<boolean> {
  const result = await tables(db)
    .updateTable('missions.letter')
    .set({
      ...rest,
      ...(content === undefined ? {} : { content: JSON.stringify(content) }),
      ...(repliesTo === undefined ? {} : { replies_to: repliesTo }),
      ...(clearedBy === undefined ? {} : { cleared_by: clearedBy }),
      ...(clearedAt === undefined ? {} : { cleared_at: clearedAt }),
      ...(sentAt === undefined ? {} : { sent_at: sentAt }),
      ...(frozen === undefined ? {} : { frozen: frozen === null ? null : JSON.stringify(frozen) }),
    })
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
