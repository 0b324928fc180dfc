/** The proposals in files named on the command line, with the texts in force that they are to be laid on. */
import { refuse } from '#kernel/problem.ts';
import type { LegalText } from '#kernel/reading/index.ts';
import { asProposalOf, basesFromMarks, isFlattened, sideOfText, type TextOf } from '#modules/texts/index.ts';
import { given } from './input.ts';
import { textsOfBytes, textsOfFile } from './texts-of-file.ts';

/**
 * Reads files with proposals and files with base texts. Copies that lost their revision marks are read by the base texts
 * given, or by those that the other proposals print with their marks.
 * @throws Refusal when a file cannot be read, holds no legal text, or nobody proposes anything in any of them
 */
export async function proposalsOfFiles(
  files: readonly string[],
  bases: readonly string[],
): Promise<{ proposals: TextOf[]; bases: TextOf[] }> {
  const inForce = await textsOfFiles(bases);
  const read = await Promise.all(files.map(proposalsOrTexts));
  const standing = read.flatMap(({ texts }) => texts.filter(({ by }) => by === null));
  const texts = (await readAgain(read, [...inForce, ...standing])).flat();
  const proposals = texts.filter(({ by }) => by !== null);
  if (proposals.length === 0) {
    refuse(
      'no-proposal',
      'None of these files holds a proposal.',
      'Name contributions; texts in force are named with --base.',
    );
  }
  return { proposals, bases: [...texts.filter(({ by }) => by === null), ...inForce] };
}

interface ReadFile {
  bytes: Uint8Array;
  file: string;
  texts: TextOf[];
}

async function proposalsOrTexts(name: string): Promise<ReadFile> {
  const { bytes, name: file } = await given(name);
  const { texts } = await textsOfBytes(bytes, file);
  return { bytes, file, texts: asProposals(texts, file) };
}

/** A text with changes that stands alone is a proposal of whoever sent it, for whom the name of the file stands. */
function asProposals(texts: readonly TextOf[], file: string): TextOf[] {
  const sender = file.replace(/(?:\.akn)?\.[A-Za-z0-9]{1,5}$/, '');
  return texts.map((text) => asProposalOf(text, sender));
}

/** The texts of each file; copies without revision marks by what is known of their base. */
async function readAgain(read: readonly ReadFile[], inForce: readonly TextOf[]): Promise<TextOf[][]> {
  const isCopy = ({ texts }: ReadFile): boolean => texts.some(({ text }) => text !== null && isFlattened(text));
  if (!read.some(isCopy)) return read.map(({ texts }) => texts);
  const base = inForce.flatMap(({ text }): LegalText[] => (text === null ? [] : [sideOfText(text, 'proposed')]));
  base.push(...basesFromMarks(read.flatMap(({ texts }) => texts)));
  return Promise.all(
    read.map(async (one) => {
      if (!isCopy(one) || base.length === 0) return one.texts;
      const { texts } = await textsOfBytes(one.bytes, one.file, { base, adopted: [] });
      return asProposals(texts, one.file);
    }),
  );
}

async function textsOfFiles(names: readonly string[]): Promise<TextOf[]> {
  const texts: TextOf[] = [];
  for (const name of names) texts.push(...(await textsOfFile(name)).texts);
  return texts;
}
