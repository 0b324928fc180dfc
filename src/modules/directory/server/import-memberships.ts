/** Taking in a list of members, pasted or as a file: checked as a whole, with all that is wrong told at once. */
import { readCsv } from '#formats/csv/index.ts';
import { refuse } from '#kernel/problem.ts';
import { announce, mustMay, remember, together, type Context } from '#modules/access/server/index.ts';
import { readMembers, type MemberRow, type RowProblem } from '../domain/membership-table.ts';
import { overlap, type Membership } from '../domain/memberships.ts';
import { lockMemberships, updateMembership } from '../store/memberships.ts';
import { updateOrganisation, type Organisation } from '../store/organisations.ts';
import { categories, confirmation, insertChecked, memberships } from './memberships.ts';
import { knownOrganisation, organisationNamed, organisationWritten } from './organisations.ts';

/** What becomes of one row. */
export interface ImportedMember extends MemberRow {
  /** Whether the organisation is known already. */
  known: boolean;
  /** `same`: nothing changes; `changed`: the membership it has gets these terms. */
  outcome: 'added' | 'changed' | 'same';
}

export interface MemberImport {
  rows: ImportedMember[];
  problems: RowProblem[];
  /** Columns that are not taken in. */
  ignored: string[];
}

/**
 * Reads a list of members. With `take`, and without any problem, the memberships are written; who is no member of the
 * list stays as it is.
 * @throws Refusal as the reader of tables gives them
 */
export async function importMemberships(
  context: Context,
  file: { bytes: Uint8Array; name: string },
  deed: 'check' | 'take',
  confirmed = false,
): Promise<MemberImport> {
  mustMay(context, 'edit-records');
  const { rows, problems, ignored } = readMembers(readCsv(file.bytes, file.name), await categories(context));
  if (rows.length > 2000) refuse('too-large', 'The list has more than 2,000 rows.', 'Split it.', { field: 'list' });
  return together(context, async (context) => {
    const all = await memberships(context);
    const checked = await Promise.all(rows.map((row) => outcomeOf(context, row, all)));
    const found: MemberImport = {
      rows: checked.flatMap(({ member }) => member ?? []),
      problems: [...problems, ...checked.flatMap(({ problem }) => problem ?? []), ...twiceIn(rows)].sort(
        (one, other) => one.row - other.row,
      ),
      ignored,
    };
    if (deed === 'take' && found.problems.length === 0) {
      for (const member of found.rows) await take(context, member, confirmed);
    }
    return found;
  });
}

const named = ({ name, key, country }: MemberRow) => ({ key: key ?? name, name, country });

async function outcomeOf(
  context: Context,
  row: MemberRow,
  all: readonly Membership[],
): Promise<{ member: ImportedMember | null; problem: RowProblem | null }> {
  const organisation = await knownOrganisation(context, named(row));
  const crossing = organisation === null ? [] : crossed(row, organisation, all);
  if (crossing.length > 1 || crossing.some(({ category }) => category !== row.category)) {
    const message = `${row.name} belongs to another category in that time already; end that membership first.`;
    return { member: null, problem: { row: row.row, message } };
  }
  const [before] = crossing;
  const outcome = before === undefined ? 'added' : same(before, merged(before, row)) ? 'same' : 'changed';
  return { member: { ...row, known: organisation !== null, outcome }, problem: null };
}

const crossed = (row: MemberRow, { id }: Organisation, all: readonly Membership[]): Membership[] =>
  all.filter((one) => one.organisation === id && overlap(one, row));

/** What the list leaves empty stays as it was. */
const merged = (before: Membership, { fellowship, from, to }: MemberRow): Membership => ({
  ...before,
  fellowship: fellowship ?? before.fellowship,
  from: from ?? before.from,
  to: to ?? before.to,
});

const same = (one: Membership, other: Membership): boolean =>
  one.fellowship === other.fellowship && one.from === other.from && one.to === other.to;

async function take(context: Context, member: ImportedMember, confirmed: boolean): Promise<void> {
  const organisation = await organisationNamed(context, named(member));
  if (!member.known) await announce(context, { written: [organisationWritten(organisation)] });
  if (member.kind !== null && organisation.kind === null) {
    await updateOrganisation(context.db, organisation.id, organisation.version, { kind: member.kind });
  }
  const { category, fellowship, from, to } = member;
  const [before] = crossed(member, organisation, await lockMemberships(context.db, organisation.id));
  if (before === undefined) {
    await insertChecked(context, organisation.id, { category, fellowship, from, to, confirmed });
    return;
  }
  const terms = merged(before, member);
  const after = confirmed ? { ...terms, ...confirmation(context, true) } : terms;
  if (same(before, terms) && !confirmed) return;
  await updateMembership(context.db, after);
  await remember(context, 'changed a membership of', { kind: 'organisation', id: organisation.id }, { before, after });
}

function twiceIn(rows: readonly MemberRow[]): RowProblem[] {
  const seen = new Map<string, number>();
  return rows.flatMap(({ row, name, country, category }) => {
    const key = `${name.toLowerCase()}\n${country ?? ''}\n${category}`;
    const first = seen.get(key);
    if (first !== undefined) return [{ row, message: `${name} stands in row ${first} already.` }];
    seen.set(key, row);
    return [];
  });
}
