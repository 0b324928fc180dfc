import type { LineRange } from '#kernel/reading/index.ts';
import type { ReadProposal } from '../proposals/read.ts';

/** The line that begins a proposal; `null` for a draft that was never a file. */
export function linesOfCode(printed: ReadProposal | null): LineRange | null {
  return printed === null ? null : [printed.bounds.codeLine, printed.bounds.codeLine];
}
