/** The legal texts in a file named on the command line, for commands that work on files alone. */
import { refuse } from '#kernel/problem.ts';
import type { Reading } from '#kernel/reading/index.ts';
import type { KnownTexts } from '#formats/document/index.ts';
import { readFile } from '#modules/intake/index.ts';
import { nameOfInstrument, nameOfRevision, textsOf, type TextOf } from '#modules/texts/index.ts';
import { given } from './input.ts';

export interface FileTexts {
  file: string;
  texts: TextOf[];
}

/**
 * Reads a file in any format that is known.
 * @throws Refusal when it cannot be read, or holds no legal text
 */
export async function textsOfFile(name: string): Promise<FileTexts> {
  const { bytes, name: file } = await given(name);
  return textsOfBytes(bytes, file);
}

/**
 * The same for a file that is at hand.
 * @param known texts by which a copy without revision marks is read
 */
export async function textsOfBytes(
  bytes: Uint8Array,
  file: string,
  known: KnownTexts | null = null,
): Promise<FileTexts> {
  const reading = await readFile(bytes, file, null, known);
  const record = legalRecord(reading);
  if (record === null) {
    refuse(
      'no-text',
      `This is read as ${reading.kind === 'unknown' ? 'a document of no known kind' : `a ${reading.kind}`}, and holds no resolution, decision or proposal.`,
      'Name a file with a legal text, or look at what "throughline read" says of it.',
      { file },
    );
  }
  return { file, texts: textsOf(record) };
}

function legalRecord({ record }: Reading): Parameters<typeof textsOf>[0] | null {
  if (record === null) return null;
  return 'proposals' in record || 'texts' in record || ('sections' in record && 'footnotes' in record) ? record : null;
}

/** "Resolution 4", or what the text calls itself. */
export function nameOfText({ identity, text }: TextOf): string {
  return identity === null ? (text?.heading ?? 'Text without a heading') : nameOfInstrument(identity);
}

/** "Resolution 4 (Rev. Suva, 2021)" as far as it is known. */
export function fullNameOf(text: TextOf): string {
  const revision = text.identity?.revision ?? null;
  return `${nameOfText(text)}${revision === null ? '' : ` ${nameOfRevision(revision)}`}`;
}
