/** Memberships with their dates, the kind of an organisation, and the house's words for its categories. */
import { newId } from '#kernel/ids.ts';
import { refuse } from '#kernel/problem.ts';
import { mustMay, refuseStale, remember, together, type Context } from '#modules/access/server/index.ts';
import {
  MembershipTerms,
  overlap,
  usualCategories,
  type Category,
  type CategoryNames,
  type CategoryWords,
  type Membership,
  type OrganisationKind,
} from '../domain/memberships.ts';
import {
  deleteMembership,
  insertMembership,
  listCategories,
  listMemberships,
  lockMemberships,
  putCategory,
  updateMembership,
} from '../store/memberships.ts';
import { updateOrganisation } from '../store/organisations.ts';
import { organisation } from './organisations.ts';

/** All memberships, or those of one organisation by its id. Who is a member is public. */
export async function memberships(context: Context, organisation: string | null = null): Promise<Membership[]> {
  return listMemberships(context.db, organisation);
}

/** What the house calls its categories. */
export async function categories(context: Context): Promise<CategoryNames> {
  const own = await listCategories(context.db);
  return { ...usualCategories, ...Object.fromEntries(own.map(({ key, one, many }) => [key, { one, many }])) };
}

/** Changes what the house calls a category. @throws Refusal `bad-category` */
export async function nameCategory(context: Context, key: Category, words: CategoryWords): Promise<void> {
  mustMay(context, 'edit-records');
  const [one, many] = [words.one.trim(), words.many.trim()];
  if (one === '' || many === '' || one.length > 60 || many.length > 60) {
    refuse('bad-category', 'Enter both names, of at most 60 letters.', '', { field: one === '' ? 'one' : 'many' });
  }
  await together(context, (context) => putCategory(context.db, { key, one, many }));
}

/** Says what an organisation is. */
export async function changeKind(
  context: Context,
  slug: string,
  version: number,
  kind: OrganisationKind | null,
): Promise<void> {
  mustMay(context, 'edit-records');
  await together(context, async (context) => {
    const before = await organisation(context, slug);
    if (!(await updateOrganisation(context.db, before.id, version, { kind }))) refuseStale('The organisation');
    const change = { before: { kind: before.kind }, after: { kind } };
    await remember(context, 'changed the kind of', { kind: 'organisation', id: before.id }, change);
  });
}

/** What a person types of a membership, and whether they confirm it. */
export type TypedMembership = MembershipTerms & { confirmed: boolean };

/** Adds a membership to an organisation. @throws Refusal `bad-membership`, `membership-crosses` */
export async function addMembership(context: Context, slug: string, typed: TypedMembership): Promise<void> {
  mustMay(context, 'edit-records');
  await together(context, async (context) => {
    const { id } = await organisation(context, slug);
    await insertChecked(context, id, typed);
  });
}

/** Writes a membership; in the caller's transaction, which has asked the policy. */
export async function insertChecked(context: Context, id: string, typed: TypedMembership): Promise<void> {
  const terms = mustBeTerms(typed);
  const others = await lockMemberships(context.db, id);
  mustNotCross(terms, others);
  const made = {
    id: newId(context.now().getTime()),
    organisation: id,
    ...terms,
    ...confirmation(context, typed.confirmed),
  };
  await insertMembership(context.db, made);
  await remember(context, 'added a membership to', { kind: 'organisation', id }, { after: made });
}

/** Changes a membership, if it still is as it was seen. @throws Refusal `bad-membership`, `membership-crosses` */
export async function changeMembership(
  context: Context,
  slug: string,
  by: { id: string; version: number },
  typed: TypedMembership,
): Promise<void> {
  mustMay(context, 'edit-records');
  await together(context, async (context) => {
    const { id } = await organisation(context, slug);
    const all = await lockMemberships(context.db, id);
    const before = all.find((one) => one.id === by.id) ?? refuseStale('The membership');
    const terms = mustBeTerms(typed);
    mustNotCross(
      terms,
      all.filter((one) => one.id !== by.id),
    );
    const after = { ...before, ...terms, ...confirmation(context, typed.confirmed), version: by.version };
    if (!(await updateMembership(context.db, after))) refuseStale('The membership');
    await remember(context, 'changed a membership of', { kind: 'organisation', id }, { before, after });
  });
}

/** Removes a membership that never was; one that ends gets a last day instead. */
export async function removeMembership(
  context: Context,
  slug: string,
  by: { id: string; version: number },
): Promise<void> {
  mustMay(context, 'edit-records');
  await together(context, async (context) => {
    const { id } = await organisation(context, slug);
    const before = (await listMemberships(context.db, id)).find((one) => one.id === by.id) ?? null;
    if (before === null || !(await deleteMembership(context.db, by.id, by.version))) refuseStale('The membership');
    await remember(context, 'removed a membership of', { kind: 'organisation', id }, { before });
  });
}

export const confirmation = (context: Context, confirmed: boolean): Pick<Membership, 'confirmedBy' | 'confirmedOn'> =>
  confirmed
    ? { confirmedBy: context.viewer.name, confirmedOn: context.now().toISOString().slice(0, 10) }
    : { confirmedBy: null, confirmedOn: null };

export function mustBeTerms(typed: MembershipTerms): MembershipTerms {
  const checked = MembershipTerms.safeParse(typed);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  return refuse('bad-membership', issue?.message ?? 'This does not fit.', '', {
    field: String(issue?.path[0] ?? 'category'),
  });
}

function mustNotCross(terms: MembershipTerms, others: readonly Membership[]): void {
  if (!others.some((other) => overlap(other, terms))) return;
  refuse('membership-crosses', 'It belongs to a category in that time already.', 'End that membership first.', {
    field: 'from',
  });
}
