import { isId, newId, slugOf } from '#kernel/ids.ts';
import { refuse } from '#kernel/problem.ts';
import type { Written } from '#kernel/register.ts';
import { freeSlug, mustMay, refuseStale, remember, together, type Context } from '#modules/access/server/index.ts';
import { foldNames } from '#kernel/organisation-names.ts';
import {
  addNames,
  insertOrganisation,
  listOrganisations,
  organisationsByNames,
  organisationBySlug,
  organisationsById,
  updateOrganisation,
  type Organisation,
} from '../store/organisations.ts';

export type { Organisation };

/** An organisation as a source names it. */
export interface NamedOrganisation {
  /** Abbreviation, or the name again where there is none. */
  key: string;
  name: string;
  variants?: readonly string[];
  country?: string | null;
}

/** The known organisation that a source names; `null` where there is none, or where several could be meant. */
export async function knownOrganisation(context: Context, named: NamedOrganisation): Promise<Organisation | null> {
  const folded = foldNames([named.key, named.name, ...(named.variants ?? [])]);
  return theSame(await organisationsByNames(context.db, folded), named.country ?? null);
}

/**
 * The organisation that a source names: the known one that bears any of the names, or a new one. New spellings of a
 * known one are kept with it. In the caller's transaction, for those who may accept readings.
 */
export async function organisationNamed(context: Context, named: NamedOrganisation): Promise<Organisation> {
  mustMay(context, 'accept-readings');
  const printed = [named.key, named.name, ...(named.variants ?? [])]
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const folded = foldNames(printed);
  const known = theSame(await organisationsByNames(context.db, folded), named.country ?? null);
  if (known !== null) {
    const added = printed.filter((name) => ![known.key, known.name, ...known.variants].includes(name));
    const country = known.country ?? named.country ?? null;
    if (added.length > 0 || country !== known.country) {
      const variants = [...new Set([...known.variants, ...added])].sort();
      if (!(await updateOrganisation(context.db, known.id, known.version, { variants, country }))) {
        refuseStale('The organisation');
      }
      await addNames(context.db, known.id, foldNames(added));
      await remember(context, 'learnt names', { kind: 'organisation', id: known.id }, { after: { added, country } });
      return { ...known, variants, country, version: known.version + 1 };
    }
    return known;
  }
  const organisation: Organisation = {
    id: newId(context.now().getTime()),
    slug: await freeSlug(context.db, 'directory.organisation', slugOf(named.key) || named.name),
    key: named.key,
    name: named.name,
    variants: [...new Set(named.variants ?? [])].sort(),
    country: named.country ?? null,
    kind: null,
    version: 1,
  };
  const { version: _, ...row } = organisation;
  await insertOrganisation(context.db, row);
  await addNames(context.db, organisation.id, folded);
  await remember(context, 'added', { kind: 'organisation', id: organisation.id }, { after: row });
  return organisation;
}

/** The known organisation that bears a name; `null` where none does, or several. Their names are public. */
export async function organisationBearing(context: Context, name: string): Promise<Organisation | null> {
  const found = await organisationsByNames(context.db, foldNames([name]));
  return found.length === 1 ? (found[0] ?? null) : null;
}

/**
 * Which of the organisations of a name is meant. Two countries may each have a Ministry of Communications, so one of
 * another country is never meant; where a country is not known, a single candidate is.
 */
function theSame(candidates: readonly Organisation[], country: string | null): Organisation | null {
  const fitting = candidates.filter((other) => other.country === country);
  const open = candidates.filter((other) => country === null || other.country === null);
  return fitting[0] ?? (open.length === 1 ? (open[0] ?? null) : null);
}

/** What search learns of an organisation. */
export function organisationWritten(organisation: Organisation): Written {
  const { id, slug, key, name, variants } = organisation;
  return {
    kind: 'organisation',
    id,
    address: `/partners/organisations/${slug}`,
    title: key === name ? name : `${name} (${key})`,
    body: variants.join('\n'),
    year: null,
    organisation: id,
    visibility: 'public',
    parties: [],
    passages: [],
  };
}

/** All organisations. Their names are public. */
export async function organisations(context: Context): Promise<Organisation[]> {
  return listOrganisations(context.db);
}

/** An organisation by its address. @throws Refusal `not-found` */
export async function organisation(context: Context, slug: string): Promise<Organisation> {
  const found = await organisationBySlug(context.db, slug);
  if (found === null)
    refuse('not-found', 'There is no organisation at this address.', 'Look in the list of organisations.');
  return found;
}

/** Names of organisations by their ids; what is no id, such as a choice that nobody made, names none. */
export async function organisationNames(
  context: Context,
  ids: readonly (string | null)[],
): Promise<Map<string, Organisation>> {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null && isId(id)))];
  const found = await organisationsById(context.db, wanted);
  return new Map(found.map((organisation) => [organisation.id, organisation]));
}

/** Changes how an organisation is called, if it still is as it was seen. */
export async function changeOrganisation(
  context: Context,
  slug: string,
  version: number,
  change: { key: string; name: string; country: string | null },
): Promise<void> {
  mustMay(context, 'edit-records');
  await together(context, async (context) => {
    const before = await organisation(context, slug);
    const variants = [...new Set([...before.variants, before.key, before.name])]
      .filter((name) => name !== change.key && name !== change.name)
      .sort();
    if (!(await updateOrganisation(context.db, before.id, version, { ...change, variants }))) {
      refuseStale('The organisation');
    }
    await addNames(context.db, before.id, foldNames([change.key, change.name]));
    await remember(
      context,
      'changed',
      { kind: 'organisation', id: before.id },
      { before, after: { ...change, variants } },
    );
  });
}
