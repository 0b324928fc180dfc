import { findContacts, type FoundContact } from '#kernel/contacts.ts';
import type { Citation, Reading, ReadingKind } from '#kernel/reading/index.ts';
import { isBlank, linesOf, type Document, type KnownTexts, type Line } from '#formats/document/index.ts';
import { openDocument } from '#formats/readers.ts';
import { findCitations, textsIn } from '#modules/texts/index.ts';
import { understand } from './understand.ts';

/** A line of a source as it is kept beside its reading. */
export interface KeptLine {
  number: number;
  words: string;
  /** Words with their changes; `null` where nothing is changed. */
  runs: { text: string; change: 'same' | 'inserted' | 'deleted' }[] | null;
  /** Column of the table cell the line stands in; `null` outside tables. */
  cell: number | null;
}

/** A file that was read: its reading, its lines, and the contacts that were withheld from both. */
export interface ReadFile {
  reading: Reading;
  lines: KeptLine[];
  /** Ways to reach the participants of a meeting, by the line that names each. */
  contacts: [line: number, contacts: FoundContact[]][];
  /** The citations of a document with legal texts; none for other kinds. */
  citations: Citation[];
}

/**
 * Reads one file; nothing is stored.
 * @param only read it as this kind, whatever the signs say
 * @param known texts that proposals in it may be about
 * @throws Refusal when the file cannot be read
 */
export async function readFile(
  bytes: Uint8Array,
  name: string,
  only: ReadingKind | null = null,
  known: KnownTexts | null = null,
): Promise<Reading> {
  return readingOf(await openDocument(bytes, name), bytes, name, only, known);
}

/** The same, with the document that was read, for writing it in another format. */
export async function readDocument(bytes: Uint8Array, name: string): Promise<{ document: Document; reading: Reading }> {
  const document = await openDocument(bytes, name);
  return { document, reading: await readingOf(document, bytes, name, null, null) };
}

/** The same, with the lines that intake keeps. */
export async function readFileWhole(
  bytes: Uint8Array,
  name: string,
  only: ReadingKind | null = null,
  known: KnownTexts | null = null,
): Promise<ReadFile> {
  const document = await openDocument(bytes, name);
  const reading = await readingOf(document, bytes, name, only, known);
  const lines = linesOf(document);
  const citations =
    textsIn(reading.record).length === 0 ? [] : findCitations(lines.filter((line) => !isBlank(line.text)));
  return { reading, lines: lines.map(keptLine), contacts: contactsOf(reading, lines), citations };
}

async function readingOf(
  document: Document,
  bytes: Uint8Array,
  name: string,
  only: ReadingKind | null,
  known: KnownTexts | null,
): Promise<Reading> {
  return {
    source: {
      name,
      media: document.media,
      bytes: bytes.length,
      sha256: await sha256Of(bytes),
    },
    ...understand(document, only, known),
  };
}

async function sha256Of(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', bytes.slice());
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function keptLine(line: Line): KeptLine {
  const { runs } = line.paragraph;
  const changed = runs.some((run) => run.marks.length > 0);
  return {
    number: line.number,
    words: line.text,
    runs: changed
      ? runs
          .filter((run) => run.note === null)
          .map((run) => ({
            text: run.text,
            change: run.marks.some((mark) => mark.kind === 'deleted' || mark.kind === 'moved-from')
              ? 'deleted'
              : run.marks.length > 0
                ? 'inserted'
                : 'same',
          }))
      : null,
    cell: line.cell?.column ?? null,
  };
}

/** A participant's contacts stand on the line that names them or on the lines after it, before the next participant. */
function contactsOf(reading: Reading, lines: readonly Line[]): ReadFile['contacts'] {
  if (reading.record === null || !('participants' in reading.record)) return [];
  const starts = [...new Set(reading.record.participants.map((participant) => participant.line))].sort((a, b) => a - b);
  return starts.flatMap((start, index): ReadFile['contacts'] => {
    const end = Math.min(starts[index + 1] ?? start + 4, start + 4);
    const words = lines.slice(start - 1, end - 1).map((line) => line.text);
    const found = findContacts(words.join('\n'));
    return found.length === 0 ? [] : [[start, found]];
  });
}
