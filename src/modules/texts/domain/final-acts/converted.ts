/**
 * Files that somebody's converter made of printed pages: words torn at the ends of lines, clauses run together. A Word
 * file is as its authors wrote it, and so is Akoma Ntoso of our own writing; both are taken as they stand.
 */
import type { Source } from '#formats/document/index.ts';
import type { Finding } from '#kernel/reading/index.ts';
import type { Passage } from '../words/passages.ts';
import { mendHyphens } from './hyphens.ts';
import { takeApart, type TakenApart } from './taken-apart.ts';

const isConverted = ({ document: { media, properties } }: Source): boolean =>
  media === 'akn' && properties['writer'] !== 'Throughline';

/** The passages of a source with torn words mended, and what is told of it. */
export function mendedPassages(
  source: Source,
  passages: readonly Passage[],
): { passages: readonly Passage[]; findings: Finding[] } {
  if (!isConverted(source)) return { passages, findings: [] };
  const { passages: mended, mended: count } = mendHyphens(passages);
  const message = `${count} ${count === 1 ? 'word' : 'words'} torn at the end of a line ${count === 1 ? 'was' : 'were'} mended ("multi- stakeholder").`;
  const told: Finding = { rule: 'torn-words-mended', level: 'info', lines: null, message };
  return { passages: mended, findings: count === 0 ? [] : [told] };
}

/** The passages of one text, taken apart where they were run together. */
export function partsOf(source: Source, passages: readonly Passage[]): TakenApart {
  return isConverted(source) ? takeApart(passages) : { passages: [...passages], footnotes: [], findings: [] };
}
