import type { ReadingKind } from '#kernel/reading/index.ts';
import type { Context } from '#modules/access/server/index.ts';
import { checkedFindings, textsIn } from '#modules/texts/index.ts';
import { knownCitations, textsAtHand } from '#modules/texts/server/index.ts';
import type { ReadFile } from '../domain/read-file.ts';
import { readSafely } from './read-safely.ts';

/**
 * Reads a file. Where it holds proposals that lost their revision marks, and the register has the texts that they change,
 * it is read once more with these: the reading then tells exactly what was inserted, and says so in a finding. Its citations
 * are checked against the register as it is now.
 * @throws Refusal when the file cannot be read
 */
export async function readWithRegister(
  context: Context,
  file: { bytes: Uint8Array; name: string; only?: ReadingKind | null },
): Promise<ReadFile> {
  const only = file.only ?? null;
  const read = await readSafely(file.bytes, file.name, only);
  const { record } = read.reading;
  const known = record === null ? null : await textsAtHand(context, record);
  return withCitations(context, known === null ? read : await readSafely(file.bytes, file.name, only, known));
}

/** Its findings with those on its citations, by what the register knows of the cited texts. */
async function withCitations(context: Context, read: ReadFile): Promise<ReadFile> {
  const { reading, citations, lines } = read;
  if (citations.length === 0) return read;
  const known = await knownCitations(context, citations, textsIn(reading.record));
  return { ...read, reading: { ...reading, findings: checkedFindings({ ...reading, citations, lines }, known) } };
}
