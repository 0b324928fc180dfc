/** The proposals in files named on the command line, with the texts in force that they are to be laid on. */
import { refuse } from '#kernel/problem.ts';
import { asProposalOf, type TextOf } from '#modules/texts/index.ts';
import { textsOfFile } from './texts-of-file.ts';

/**
 * Reads files with proposals and files with base texts.
 * @throws Refusal when a file cannot be read, holds no legal text, or nobody proposes anything in any of them
 */
export async function proposalsOfFiles(
  files: readonly string[],
  bases: readonly string[],
): Promise<{ proposals: TextOf[]; bases: TextOf[] }> {
  const texts = (await Promise.all(files.map(proposalsOrTexts))).flat();
  const proposals = texts.filter(({ by }) => by !== null);
  if (proposals.length === 0) {
    refuse(
      'no-proposal',
      'None of these files holds a proposal.',
      'Name contributions; texts in force are named with --base.',
    );
  }
  const inForce = texts.filter(({ by }) => by === null);
  return { proposals, bases: [...inForce, ...(await textsOfFiles(bases))] };
}

/** A text with changes that stands alone is a proposal of whoever sent it, for whom the name of the file stands. */
async function proposalsOrTexts(name: string): Promise<TextOf[]> {
  const { file, texts } = await textsOfFile(name);
  const sender = file.replace(/(?:\.akn)?\.[A-Za-z0-9]{1,5}$/, '');
  return texts.map((text) => asProposalOf(text, sender));
}

async function textsOfFiles(names: readonly string[]): Promise<TextOf[]> {
  const texts: TextOf[] = [];
  for (const name of names) texts.push(...(await textsOfFile(name)).texts);
  return texts;
}
