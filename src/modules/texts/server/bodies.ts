/** Bodies that adopt texts: found by the names that sources print, joined by people where the names do not tell. */
import { newId } from '#kernel/ids.ts';
import { refuse } from '#kernel/problem.ts';
import type { Origin } from '#kernel/register.ts';
import { anybody, audienceOf, may } from '#modules/access/index.ts';
import { freeSlug, mustMay, refuseStale, remember, together, type Context } from '#modules/access/server/index.ts';
import { keyOfBody, alikeBodies, bodyNamed } from '../domain/bodies/names.ts';
import { nameOfInstrument } from '../domain/register/identity.ts';
import {
  addBodyName,
  allBodies,
  insertBody,
  lockBodies,
  mergeBody,
  numbersOfBodies,
  visibleBodies,
  type Body,
} from '../store/bodies.ts';

/** A body as the viewer may see it, with those that a person found to be the same. */
export interface ShownBody {
  id: string;
  slug: string;
  name: string;
  /** Short key by which citations name it ("PP"); `null` where it has none. */
  key: string | null;
  /** Its other names, those of bodies merged into it included. */
  aliases: string[];
  version: number;
  /** All ids that mean it. */
  family: string[];
  /** Bodies merged into it, to be parted again. */
  merged: { slug: string; name: string; version: number }[];
}

/**
 * The body that a source names, known or new; a new spelling is kept with it. In the caller's transaction.
 * @returns its id, and all ids that mean the same body
 */
export async function bodyFor(
  context: Context,
  printed: string,
  origin: Origin,
): Promise<{ id: string; family: string[] }> {
  const known = (await bodyKnown(context, printed)) ?? (await newBody(context, printed));
  const { source, visibility, parties } = origin;
  const name = { body: known.id, name: printed, source, visibility, parties: [...parties] };
  if ((await addBodyName(context.db, name)) && !known.names.includes(printed)) {
    await remember(context, 'learnt names', { kind: 'body', id: known.id }, { after: { name: printed, source } });
  }
  return known;
}

interface KnownBody {
  id: string;
  family: string[];
  names: string[];
}

async function bodyKnown(context: Context, printed: string): Promise<KnownBody | null> {
  const groups = Map.groupBy(await allBodies(context.db), (body) => body.merged_into ?? body.id);
  return bodyNamed(
    printed,
    [...groups].map(([id, members]) => ({
      id,
      family: members.map((member) => member.id),
      names: members.flatMap(({ names }) => names),
    })),
  );
}

/** Makes a body, unless somebody else just did. */
async function newBody(context: Context, printed: string): Promise<KnownBody> {
  await lockBodies(context.db);
  const known = await bodyKnown(context, printed);
  if (known !== null) return known;
  const id = newId(context.now().getTime());
  const slug = await freeSlug(context.db, 'texts.body', printed);
  await insertBody(context.db, { id, slug });
  await remember(context, 'added', { kind: 'body', id }, { after: { slug, name: printed } });
  return { id, family: [id], names: [printed] };
}

/** Bodies the viewer may see, by name. */
export async function bodies(context: Context): Promise<ShownBody[]> {
  const visible = await visibleBodies(context.db, audienceOf(context.viewer));
  const groups = Map.groupBy(visible, (body) => body.merged_into ?? body.id);
  const roots = (await allBodies(context.db)).filter(({ id }) => groups.has(id));
  return roots
    .map((root) => shown(root, groups.get(root.id) ?? []))
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

/**
 * A body by its address, or by that of one merged into it, with others that may be the same (for those who may join them).
 * @throws Refusal `not-found`
 */
export async function body(context: Context, slug: string): Promise<{ body: ShownBody; alike: ShownBody[] }> {
  const all = await bodies(context);
  const found = all.find((one) => one.slug === slug || one.merged.some((merged) => merged.slug === slug));
  if (found === undefined) {
    refuse(
      'not-found',
      'There is no body at this address, or it is not shown to you.',
      'Look in the list, or sign in.',
    );
  }
  const others = all.filter((one) => one !== found);
  const named = (one: ShownBody) => ({ one, names: [one.name, ...one.aliases] });
  const alike = may(context.viewer, 'edit-records').allowed ? alikeBodies(named(found), others.map(named)) : [];
  return { body: found, alike: alike.map(({ one }) => one) };
}

/**
 * Joins a body to another that is the same. Nothing is moved, so {@link partBody} undoes it.
 * @throws Refusal `two-instruments` when both have an instrument of one number: people settle that first
 */
export async function joinBodies(context: Context, slug: string, version: number, into: string): Promise<void> {
  mustMay(context, 'edit-records');
  await together(context, async (context) => {
    await lockBodies(context.db);
    const all = await bodies(context);
    const [from, to] = [slug, into].map((wanted) => all.find((one) => one.slug === wanted));
    if (from === undefined || to === undefined || from === to) {
      refuse('bad-body', 'Two different bodies are needed.', 'Choose the body that this one is.', { field: 'into' });
    }
    const ours = await numbersOfBodies(context.db, from.family);
    const theirNames = new Set((await numbersOfBodies(context.db, to.family)).map(nameOfInstrument));
    const both = [...new Set(ours.map(nameOfInstrument))].filter((name) => theirNames.has(name));
    if (both.length > 0) {
      refuse(
        'two-instruments',
        `Both bodies have instruments of the same name: ${both.slice(0, 5).join(', ')}${both.length > 5 ? ` and ${both.length - 5} more` : ''}.`,
        'Were they one body, there would be two instruments of one number. Find out which is which first.',
        { field: 'into' },
      );
    }
    // Those that were merged into this one go with it, so that nobody has to follow a chain.
    for (const member of from.merged) await merge(context, { ...member, id: idOf(from, member.slug) }, to);
    await merge(context, { id: from.id, version }, to);
  });
}

/** Parts a body again from the one it was joined to. What came after the joining stays with that one. */
export async function partBody(context: Context, slug: string, version: number): Promise<void> {
  mustMay(context, 'edit-records');
  await together(context, async (context) => {
    const found = (await allBodies(context.db)).find((one) => one.slug === slug && one.merged_into !== null);
    if (found === undefined)
      refuse('not-found', 'No body of this address is joined to another.', 'Load the page again.');
    if (!(await mergeBody(context.db, found.id, version, null))) refuseStale('The body');
    await remember(
      context,
      'parted',
      { kind: 'body', id: found.id },
      { before: { from: found.merged_into }, after: null },
    );
  });
}

/** Gives a body one more name, or a short key, by which sources may call it. */
export async function nameBody(context: Context, slug: string, name: string): Promise<void> {
  mustMay(context, 'edit-records');
  const given = name.trim().replace(/\s+/gu, ' ');
  if (given === '' || given.length > 160) {
    refuse('bad-name', 'A name has between 1 and 160 characters.', 'Enter the name as texts print it.', {
      field: 'name',
    });
  }
  await together(context, async (context) => {
    await lockBodies(context.db);
    const all = await bodies(context);
    const found = all.find((one) => one.slug === slug);
    if (found === undefined) refuse('not-found', 'There is no body at this address.', 'Look in the list.');
    const other = bodyNamed(
      given,
      all.filter((one) => one !== found).map((one) => ({ ...one, names: [one.name, ...one.aliases] })),
    );
    if (other !== null) {
      refuse('name-taken', `“${given}” already means the ${other.name}.`, 'Join the two bodies if they are one.', {
        field: 'name',
      });
    }
    // A body that is known from hidden sources only stays hidden under any name.
    const visibility = (await isPublic(context, found)) ? 'public' : 'secretariat';
    await addBodyName(context.db, { body: found.id, name: given, source: null, visibility, parties: [] });
    await remember(context, 'named', { kind: 'body', id: found.id }, { after: { name: given } });
  });
}

async function isPublic(context: Context, { family }: ShownBody): Promise<boolean> {
  return (await visibleBodies(context.db, audienceOf(anybody))).some(({ id }) => family.includes(id));
}

async function merge(context: Context, from: { id: string; version: number }, to: ShownBody): Promise<void> {
  if (!(await mergeBody(context.db, from.id, from.version, to.id))) refuseStale('The body');
  await remember(
    context,
    'joined',
    { kind: 'body', id: from.id },
    { before: null, after: { into: to.id, name: to.name } },
  );
}

function shown(root: Body, members: readonly Body[]): ShownBody {
  const own = members.find(({ id }) => id === root.id);
  const others = members.filter(({ id }) => id !== root.id);
  // The address of a body is made of its first name, which may be hidden from those who know one of the others.
  const slug = own?.slug ?? others[0]?.slug ?? root.slug;
  const names = [...new Set([...(own?.names ?? []), ...others.flatMap(({ names }) => names)])];
  const key = keyOfBody(names);
  const name = names.find((one) => one !== key) ?? names[0] ?? '';
  return {
    id: root.id,
    slug,
    name,
    key,
    aliases: names.filter((one) => one !== name),
    version: root.version,
    family: [root.id, ...others.map(({ id }) => id)],
    merged: others.map(({ slug, names, version }) => ({ slug, name: names[0] ?? '', version })),
  };
}

const idOf = (body: ShownBody, slug: string): string =>
  body.family[body.merged.findIndex((member) => member.slug === slug) + 1] ?? '';
