/** Instruments and revisions as sources name them: known ones are found, new ones are made. */
import { newId } from '#kernel/ids.ts';
import type { Revision as RevisionName } from '#kernel/reading/index.ts';
import type { Origin } from '#kernel/register.ts';
import { freeSlug, remember, type Context } from '#modules/access/server/index.ts';
import { nameOfInstrument, type Identity } from '../domain/register/identity.ts';
import { bodyFor } from './bodies.ts';
import {
  completeInstrument,
  findInstrument,
  findRevision,
  insertInstrument,
  insertRevision,
  type Instrument,
  type Revision,
} from '../store/instruments.ts';

/** The instrument that a source names, known or new; what the source knows more of it is filled in. */
export async function instrumentOf(
  context: Context,
  identity: Identity,
  title: string | null,
  origin: Origin,
): Promise<Instrument> {
  const { kind, number, body } = identity;
  const named = body === null ? null : await bodyFor(context, body, origin);
  const known = await findInstrument(context.db, { kind, number, bodies: named?.family ?? [] });
  if (known === null) {
    const instrument = {
      id: newId(context.now().getTime()),
      slug: await freeSlug(context.db, 'texts.instrument', nameOfInstrument(identity)),
      body,
      adopted_by: named?.id ?? null,
      kind,
      number,
      title,
      visibility: origin.visibility,
      parties: [...origin.parties],
    };
    await insertInstrument(context.db, instrument);
    await remember(context, 'added', { kind: 'instrument', id: instrument.id }, { after: instrument });
    return { ...instrument, version: 1 };
  }
  // An instrument that anybody may see stays so. One that becomes public says no more than the public source does.
  const more =
    known.visibility !== 'public' && origin.visibility === 'public'
      ? { visibility: origin.visibility, title, body, ...(named === null ? {} : { adopted_by: named.id }) }
      : {
          ...(known.body === null && named !== null && coveredBy(origin, known) ? { body, adopted_by: named.id } : {}),
          ...(known.title === null && title !== null && coveredBy(origin, known) ? { title } : {}),
        };
  if (Object.keys(more).length === 0) return known;
  await completeInstrument(context.db, known.id, more);
  await remember(
    context,
    'completed',
    { kind: 'instrument', id: known.id },
    { before: known, after: { ...known, ...more } },
  );
  return { ...known, ...more, version: known.version + 1 };
}

/** Whether everybody who may see a thing may see what another one says, so that its words may stand there. */
function coveredBy(words: Shown, thing: Shown): boolean {
  if (words.visibility === 'public' || thing.visibility === 'secretariat') return true;
  return words.visibility === thing.visibility && thing.parties.every((party) => words.parties.includes(party));
}

type Shown = Pick<Origin, 'visibility' | 'parties'>;

/** The revision that a proposal names as its base, known or now known by name. */
export async function revisionOf(
  context: Context,
  instrument: Instrument,
  named: RevisionName,
  origin: Origin,
): Promise<Revision> {
  const known = await findRevision(context.db, instrument.id, named.place, named.year);
  if (known !== null) return known;
  const revision = await newRevision(context, instrument, named, origin);
  await insertRevision(context.db, revision);
  await remember(context, 'added', { kind: 'revision', id: revision.id }, { after: { slug: revision.slug } });
  return { ...revision, version: 1 };
}

/** A revision that is only known by name so far; not stored yet. */
export async function newRevision(
  context: Context,
  instrument: Instrument,
  named: RevisionName | null,
  origin: Origin,
): Promise<Omit<Revision, 'version'>> {
  return {
    id: newId(context.now().getTime()),
    slug: await freeSlug(
      context.db,
      'texts.revision',
      [instrument.slug, named?.place, named?.year].filter((part) => part !== undefined).join(' '),
    ),
    instrument: instrument.id,
    place: named?.place ?? null,
    year: named?.year ?? null,
    revised: named?.revised ?? false,
    title: coveredBy(instrument, origin) ? instrument.title : null,
    text: null,
    source: null,
    status: 'adopted',
    visibility: origin.visibility,
    parties: [...origin.parties],
  };
}
