import type { Proposal } from '#kernel/reading/index.ts';

/** The document of a proposal: its reference without the serial. */
export function seriesOf({ reference }: Pick<Proposal, 'reference'>): string {
  return reference.slice(0, Math.max(reference.lastIndexOf('/'), 0));
}
