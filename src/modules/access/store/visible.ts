import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Audience } from '../domain/policy.ts';

/**
 * The condition under which rows are shown to an audience; the same rule as `maySee`, for lists and search.
 * @param table the table, or its alias in the query, whose columns `visibility` and `parties` say who may see a row
 */
export function visibleRows(audience: Audience, table: string): RawBuilder<SqlBool> {
  const visibility = sql.ref(`${table}.visibility`);
  const byRole = sql<SqlBool>`${visibility} = any(${[...audience.visibilities]}::text[])`;
  if (audience.organisation === null) return byRole;
  return sql<SqlBool>`(${byRole} or (${visibility} = 'parties' and ${audience.organisation}::uuid = any(${sql.ref(`${table}.parties`)})))`;
}
