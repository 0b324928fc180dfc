/** Texts that stand alone: those of Suva that are proposed to be changed, and two as adopted in Apia. */
import type { ResolutionText } from '../house/legal-text.ts';
import { cleanResolution } from '../house/resolution.ts';
import { wordFile } from '../house/word.ts';
import { resolution12 } from '../texts/resolution-12.ts';
import { resolution17 } from '../texts/resolution-17.ts';
import { resolution4, resolution4Apia } from '../texts/resolution-4.ts';
import { resolution9, resolution9Apia } from '../texts/resolution-9.ts';

/** By the names of their files, in the order in which they were adopted. */
export const loneTexts: Readonly<Record<string, ResolutionText>> = {
  'Resolution 4 (Rev. Suva, 2021).docx': resolution4,
  'Resolution 9 (Rev. Suva, 2021).docx': resolution9,
  'Resolution 12 (Suva, 2021).docx': resolution12,
  'Resolution 17 (Suva, 2021).docx': resolution17,
  'Resolution 4 (Rev. Apia, 2025).docx': resolution4Apia,
  'Resolution 9 (Rev. Apia, 2025).docx': resolution9Apia,
};

/** The day on which the final acts of an Assembly were signed. */
const signed: Readonly<Record<number, string>> = { 2021: '2021-10-15T16:00:00Z', 2025: '2025-09-19T16:00:00Z' };

/** The Word file of one text. */
export function loneText(text: ResolutionText): Uint8Array {
  const { number, revision, title } = text;
  return wordFile({
    title: `Resolution ${number}: ${title}`,
    creator: 'Oceanic Communications Union',
    date: signed[revision.year] ?? '2021-10-15T16:00:00Z',
    blocks: cleanResolution(text),
    footer: `Final Acts of the Plenipotentiary Assembly (${revision.place}, ${revision.year})`,
  });
}
