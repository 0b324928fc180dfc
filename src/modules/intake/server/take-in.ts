import { newId } from '#kernel/ids.ts';
import type { ReadingKind } from '#kernel/reading/index.ts';
import type { Written } from '#kernel/register.ts';
import { withholdContacts } from '#kernel/contacts.ts';
import { mustMay, remember, together, type Context } from '#modules/access/server/index.ts';
import { makeFindable } from '#modules/trace/server/index.ts';
import { kinds } from '../domain/kinds.ts';
import { insertReading, readingOfSource } from '../store/readings.ts';
import { insertSource, sourcesByHash, sourcesByName, type SourceRow } from '../store/sources.ts';
import type { ReadFile } from '../domain/read-file.ts';
import { readWithRegister } from './read-with-register.ts';
import { sha256Of } from '#platform/files/index.ts';

/** A file as it came in. */
export interface Incoming {
  bytes: Uint8Array;
  name: string;
  /** Keep it although the same bytes, or a file of the same name, are there already: as a new version of that one. */
  asNewVersion?: boolean;
  /** Read it as this kind, whatever the signs say. */
  only?: ReadingKind | null;
  /** One of the examples that the workbench brings along. */
  example?: boolean;
}

export type TakenIn =
  /** Stored with its reading, which waits for a person. */
  | { state: 'new'; reading: string; source: string; sameName: { name: string; cameAt: Date } | null }
  /** The same bytes are there already; nothing was stored. */
  | { state: 'known'; reading: string | null; source: string; cameAt: Date };

/** What PostgreSQL's text search takes of one file that was not understood. */
const mostSearchable = 200_000;

/**
 * Takes a file in: reads it apart from everything else, then stores the original, its lines and its reading in one
 * step. A file that is refused leaves nothing behind.
 * @throws Refusal when the file cannot be read
 */
export async function takeIn(context: Context, incoming: Incoming): Promise<TakenIn> {
  mustMay(context, 'read-files');
  const file = { ...incoming, name: withoutContacts(incoming.name) };
  const sha256 = sha256Of(file.bytes);
  const [known] = await sourcesByHash(context.db, sha256);
  if (known !== undefined && file.asNewVersion !== true) {
    const reading = await readingOfSource(context.db, known.id);
    return { state: 'known', reading: reading?.id ?? null, source: known.id, cameAt: known.cameAt };
  }
  const read = await readWithRegister(context, file);
  await context.files.keep(file.bytes);
  return together(context, (context) => store(context, file, read, known));
}

/** Names of files are shown to all who see the source; an address in one is withheld, the ending stays. */
function withoutContacts(name: string): string {
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(name)?.[0] ?? '';
  return `${withholdContacts(name.slice(0, name.length - ending.length)).text}${ending}`;
}

async function store(context: Context, file: Incoming, read: ReadFile, same: SourceRow | undefined): Promise<TakenIn> {
  const { reading } = read;
  const [earlier] = await sourcesByName(context.db, file.name, reading.source.sha256);
  const replaced = file.asNewVersion === true ? (same ?? earlier) : undefined;
  const source = {
    id: newId(context.now().getTime()),
    sha256: reading.source.sha256,
    name: file.name,
    media: reading.source.media,
    bytes: reading.source.bytes,
    replaces: replaced?.id ?? null,
    example: file.example === true,
    account: context.viewer.account,
    cameBy: context.viewer.name,
  };
  const id = newId(context.now().getTime());
  const visibility = kinds[reading.kind].shownTo;
  await insertSource(context.db, source, read.lines);
  await insertReading(context.db, { id, source: source.id, reading, visibility, contacts: read.contacts });
  await remember(context, 'took in', { kind: 'source', id: source.id }, { after: { ...source, kind: reading.kind } });
  await makeFindable(context, [asFile(source, id, read)]);
  const sameName =
    replaced === undefined && earlier !== undefined ? { name: earlier.name, cameAt: earlier.cameAt } : null;
  return { state: 'new', reading: id, source: source.id, sameName };
}

/** A file is found by its words until, and beside, the records that are made of it; by the secretariat only. */
function asFile(source: { id: string; name: string }, reading: string, read: ReadFile): Written {
  const words = read.lines.map((line) => line.words).join('\n');
  return {
    kind: 'source',
    id: source.id,
    address: `/intake/${reading}`,
    title: source.name,
    body: withholdContacts(words.slice(0, mostSearchable)).text,
    year: null,
    organisation: null,
    visibility: 'secretariat',
    parties: [],
    passages: [],
  };
}
