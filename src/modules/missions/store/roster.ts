import { sql, type ColumnType, type Generated } from 'kysely';
import type { Audience, Visibility } from '#modules/access/index.ts';
import { visibleRows } from '#modules/access/server/index.ts';
import type { Connection } from '#platform/db/index.ts';
import type { Consent } from '../domain/roster/consent.ts';
import { Profile } from '../domain/roster/profile.ts';
import type { Json, MadeAt, NullableJson } from './tables.ts';

type Moment = ColumnType<Date | null, Date | null | undefined, Date | null>;

type RosterTables = {
  'missions.expert': {
    id: string;
    slug: string;
    kind: 'person' | 'organisation';
    name: string;
    organisation: string | null;
    organisation_name: string;
    country: string | null;
    profile: Json<unknown>;
    confirmed_on: string | null;
    active: boolean;
    consent: NullableJson<Consent>;
    consent_ends: string | null;
    account: string | null;
    person: string | null;
    came_by: 'hand' | 'import' | 'self';
    emptied_at: Moment;
    reminded_on: string | null;
    visibility: Visibility;
    parties: string[];
    version: Generated<number>;
    made_at: MadeAt;
    changed_at: ColumnType<Date, Date | undefined, Date>;
  };
  'missions.roster_invitation': {
    id: string;
    expert: string;
    token_hash: string;
    made_by: string;
    made_at: Date;
    expires_at: Date;
    ended: 'confirmed' | 'removed' | 'revoked' | null;
    ended_at: Moment;
  };
  'missions.roster_import': {
    id: string;
    name: string;
    bytes: Uint8Array | null;
    accepted: Json<Record<string, string>>;
    made_by: string;
    made_at: Date;
    delete_after: string;
    version: Generated<number>;
  };
};

/** An entry of the roster as it is kept. */
export interface StoredEntry {
  id: string;
  slug: string;
  kind: 'person' | 'organisation';
  name: string;
  organisation: string | null;
  organisationName: string;
  country: string | null;
  profile: Profile;
  confirmedOn: string | null;
  active: boolean;
  consent: Consent | null;
  account: string | null;
  person: string | null;
  cameBy: 'hand' | 'import' | 'self';
  emptiedAt: Date | null;
  remindedOn: string | null;
  visibility: Visibility;
  parties: string[];
  version: number;
}

/** A link that was sent, without its token. */
export interface StoredInvitation {
  id: string;
  expert: string;
  madeBy: string;
  madeAt: Date;
  expiresAt: Date;
  ended: 'confirmed' | 'removed' | 'revoked' | null;
  endedAt: Date | null;
}

const tables = (db: Connection) => db.withTables<RosterTables>();
const entryColumns = [
  'id',
  'slug',
  'kind',
  'name',
  'organisation',
  'organisation_name as organisationName',
  'country',
  'profile',
  'active',
  'consent',
  'account',
  'person',
  'came_by as cameBy',
  'emptied_at as emptiedAt',
  'visibility',
  'parties',
  'version',
] as const;
/** Days as text: a date of the database has no time zone. */
const days = [
  sql<string | null>`confirmed_on::text`.as('confirmedOn'),
  sql<string | null>`reminded_on::text`.as('remindedOn'),
] as const;

const parsed = <Row extends { profile: unknown }>(row: Row): Omit<Row, 'profile'> & { profile: Profile } => ({
  ...row,
  profile: Profile.parse(row.profile),
});

const rowOf = (entry: Partial<StoredEntry>): Record<string, unknown> => {
  const { organisationName, profile, confirmedOn, consent, cameBy, emptiedAt, remindedOn, ...same } = entry;
  const { version: _, ...rest } = same;
  const all: Record<string, unknown> = {
    ...rest,
    organisation_name: organisationName,
    profile: profile === undefined ? undefined : JSON.stringify(profile),
    confirmed_on: confirmedOn,
    consent: consent === undefined ? undefined : consent === null ? null : JSON.stringify(consent),
    consent_ends: consent === undefined ? undefined : (consent?.expiresOn ?? null),
    came_by: cameBy,
    emptied_at: emptiedAt,
    reminded_on: remindedOn,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
};

/** Nobody else binds an entry to this account until the transaction ends. */
export async function lockAccount(db: Connection, account: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('missions.expert'), hashtext(${account}))`.execute(db);
}

export async function insertEntry(db: Connection, entry: Omit<StoredEntry, 'version'>): Promise<void> {
  await tables(db)
    .insertInto('missions.expert')
    .values(rowOf(entry) as never)
    .execute();
}

/** @returns whether an entry of this version was there to change */
export async function updateEntry(
  db: Connection,
  id: string,
  version: number,
  change: Partial<Omit<StoredEntry, 'id' | 'version'>>,
  at: Date,
): Promise<boolean> {
  const result = await tables(db)
    .updateTable('missions.expert')
    .set({ ...rowOf(change), changed_at: at })
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function entryBy(
  db: Connection,
  by: { slug: string } | { id: string } | { account: string },
): Promise<StoredEntry | null> {
  const query = tables(db)
    .selectFrom('missions.expert')
    .select([...entryColumns, ...days]);
  const row = await (
    'slug' in by
      ? query.where('slug', '=', by.slug)
      : 'id' in by
        ? query.where('id', '=', by.id)
        : query.where('account', '=', by.account)
  ).executeTakeFirst();
  return row === undefined ? null : parsed(row);
}

/** Entries that an audience may see, by name; emptied ones are not listed. */
export async function listEntries(db: Connection, audience: Audience): Promise<StoredEntry[]> {
  const rows = await tables(db)
    .selectFrom('missions.expert as expert')
    .select([...entryColumns, ...days])
    .where(visibleRows(audience, 'expert'))
    .where('emptied_at', 'is', null)
    .orderBy(sql`name collate "und-x-icu"`)
    .orderBy('id')
    .execute();
  return rows.map(parsed);
}

/** Entries whose consent ends before a day and that are not emptied. */
export async function entriesEnding(db: Connection, before: string): Promise<StoredEntry[]> {
  const rows = await tables(db)
    .selectFrom('missions.expert')
    .select([...entryColumns, ...days])
    .where('consent_ends', '<', before)
    .where('emptied_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(parsed);
}

const invitationColumns = [
  'id',
  'expert',
  'made_by as madeBy',
  'made_at as madeAt',
  'expires_at as expiresAt',
  'ended',
  'ended_at as endedAt',
] as const;

export async function insertInvitation(
  db: Connection,
  invitation: Pick<StoredInvitation, 'id' | 'expert' | 'madeBy' | 'madeAt' | 'expiresAt'> & { tokenHash: string },
): Promise<void> {
  const { id, expert, madeBy, madeAt, expiresAt, tokenHash } = invitation;
  await tables(db)
    .insertInto('missions.roster_invitation')
    .values({
      id,
      expert,
      token_hash: tokenHash,
      made_by: madeBy,
      made_at: madeAt,
      expires_at: expiresAt,
      ended: null,
    })
    .execute();
}

/** The link of a token's hash, with the hash for a comparison in constant time. */
export async function invitationByHash(
  db: Connection,
  tokenHash: string,
): Promise<(StoredInvitation & { tokenHash: string }) | null> {
  const row = await tables(db)
    .selectFrom('missions.roster_invitation')
    .select([...invitationColumns, 'token_hash as tokenHash'])
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  return row ?? null;
}

/** Links of an entry, newest first. */
export function invitationsOf(db: Connection, expert: string): Promise<StoredInvitation[]> {
  return tables(db)
    .selectFrom('missions.roster_invitation')
    .select(invitationColumns)
    .where('expert', '=', expert)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .execute();
}

/** Ends open links of an entry: one, or all. @returns how many were open */
export async function endInvitations(
  db: Connection,
  which: { expert: string; id?: string },
  ended: 'confirmed' | 'removed' | 'revoked',
  at: Date,
): Promise<number> {
  let query = tables(db)
    .updateTable('missions.roster_invitation')
    .set({ ended, ended_at: at })
    .where('expert', '=', which.expert)
    .where('ended', 'is', null);
  if (which.id !== undefined) query = query.where('id', '=', which.id);
  return Number((await query.executeTakeFirst()).numUpdatedRows);
}

/** A list that was brought in. */
export interface StoredImport {
  id: string;
  name: string;
  /** `null`: deleted, its day has come. */
  bytes: Uint8Array | null;
  accepted: Record<string, string>;
  madeBy: string;
  madeAt: Date;
  version: number;
}

export async function insertImport(
  db: Connection,
  {
    id,
    name,
    bytes,
    madeBy,
    madeAt,
    deleteAfter,
  }: Omit<StoredImport, 'accepted' | 'version'> & { deleteAfter: string },
): Promise<void> {
  await tables(db)
    .insertInto('missions.roster_import')
    .values({ id, name, bytes, accepted: '{}', made_by: madeBy, made_at: madeAt, delete_after: deleteAfter })
    .execute();
}

const importColumns = ['id', 'name', 'accepted', 'made_by as madeBy', 'made_at as madeAt', 'version'] as const;

export async function importById(db: Connection, id: string): Promise<StoredImport | null> {
  const row = await tables(db)
    .selectFrom('missions.roster_import')
    .select([...importColumns, 'bytes'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** Lists that were brought in, newest first, without their bytes. */
export function listImports(db: Connection): Promise<Omit<StoredImport, 'bytes'>[]> {
  return tables(db).selectFrom('missions.roster_import').select(importColumns).orderBy('made_at', 'desc').execute();
}

/** @returns whether a list of this version was there to change */
export async function updateImport(
  db: Connection,
  id: string,
  version: number,
  accepted: Record<string, string>,
): Promise<boolean> {
  const result = await tables(db)
    .updateTable('missions.roster_import')
    .set({ accepted: JSON.stringify(accepted) })
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Deletes files whose day has come. @returns how many */
export async function deleteImportFiles(db: Connection, today: string): Promise<number> {
  const result = await tables(db)
    .updateTable('missions.roster_import')
    .set({ bytes: null })
    .where('delete_after', '<', today)
    .where('bytes', 'is not', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}
