/** The words of a note without the mark that was typed before them. */
import type { Block, Note } from './document.ts';

/** The blocks of a note; where its mark stands once more before its words ("1<tab>The note."), it is left out. */
export function blocksWithoutMark({ mark, blocks }: Pick<Note, 'mark' | 'blocks'>): Block[] {
  const [first, ...rest] = blocks;
  const [run, next, ...others] = first?.kind === 'paragraph' ? first.runs : [];
  if (first?.kind !== 'paragraph' || run === undefined || mark === '') return [...blocks];
  if (run.text === mark && next?.text.startsWith('\t') === true) {
    return [{ ...first, runs: [{ ...next, text: next.text.slice(1) }, ...others] }, ...rest];
  }
  if (!run.text.startsWith(`${mark}\t`)) return [...blocks];
  const words = { ...run, text: run.text.slice(mark.length + 1) };
  return [{ ...first, runs: [words, ...first.runs.slice(1)] }, ...rest];
}
