/** How a clause of a list is read. */
import type { Certainty } from '#kernel/reading/index.ts';

export interface ListReading {
  /** Label in each text, "" for a clause without label; `null` where the clause is not in it. */
  before: string | null;
  after: string | null;
  /** The counting part of the labels. */
  coreBefore: string | null;
  coreAfter: string | null;
  certainty: Certainty;
  /** Of two signs at the end of the clause, whether the first printed is the old one. */
  firstEndingIsOld: boolean;
}
