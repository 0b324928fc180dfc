/** Cost lines and experts as the form of an offer shows them. */
import type { TypedExpert, TypedLine } from '#modules/missions/index.ts';

/** A cost line; its payers with their names, and room for one more. */
export interface LineFields extends Omit<TypedLine, 'shares'> {
  shares: {
    who: string;
    name: string;
    share: string;
    /** One of the three sides, whose name is not typed. */
    fixed: boolean;
  }[];
}

interface Part {
  question: string;
  number: string;
  part: string | null;
  hint: string | null;
  was: string;
  revision: number;
}

export interface CostFields extends Part {
  lines: LineFields[];
  /** What a blank answer puts on the offering side, by line. */
  implied: { id: string; share: string }[];
}

export interface ExpertFields extends Part {
  people: TypedExpert[];
}
