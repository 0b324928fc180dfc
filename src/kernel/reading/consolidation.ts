import { z } from 'zod';
import { LineNumber } from './common.ts';

/**
 * A place in a text being consolidated, by the identifiers of its sections and clauses: under a heading or under a
 * clause, behind one of the clauses there or (`null`) before all of them.
 */
export const ClausePlace = z.object({
  section: z.string(),
  under: z.string().nullable(),
  behind: z.string().nullable(),
});
export type ClausePlace = z.infer<typeof ClausePlace>;

/** What one proponent makes of the words of the base text; `words` is `null` where it takes them away. */
export const PassageVersion = z.object({ by: z.string(), words: z.string().nullable() });
export type PassageVersion = z.infer<typeof PassageVersion>;

/** A heading, title, opening or note: the words in the base text and what proponents make of them. */
export const ContestedPassage = z.object({ words: z.string().nullable(), versions: z.array(PassageVersion) });
export type ContestedPassage = z.infer<typeof ContestedPassage>;

/** What one proponent makes of a clause, also where it is a new label only. */
export const ClauseVersion = z.object({
  by: z.string(),
  label: z.string().nullable(),
  /** `null`: deleted. */
  words: z.string().nullable(),
  /** Where the clause is moved to; `null` where it stays. */
  place: ClausePlace.nullable(),
  /** Deleted by a proposal to suppress the part of the text that it stands in. */
  suppressed: z.literal(true).optional(),
});
export type ClauseVersion = z.infer<typeof ClauseVersion>;

/** A clause of the base text with all that is proposed for it. */
export interface ContestedClause {
  /** The address in the base text, such as "resolves-5.3". */
  id: string;
  label: string;
  words: string;
  line: number;
  versions: ClauseVersion[];
  children: ContestedClause[];
}
export const ContestedClause: z.ZodType<ContestedClause> = z.object({
  id: z.string(),
  label: z.string(),
  words: z.string(),
  line: LineNumber,
  versions: z.array(ClauseVersion),
  get children() {
    return z.array(ContestedClause);
  },
});

/** Clauses that one proponent puts at one place, in their order; sub-clauses of a new clause have a place under it. */
export const Insertion = z.object({
  by: z.string(),
  place: ClausePlace,
  clauses: z.array(
    z.object({
      /** Made of place and words, so that the same clause proposed twice is one; of a moved clause its own. */
      id: z.string(),
      label: z.string(),
      words: z.string(),
      line: LineNumber,
      /** A clause of the base text that is moved here. */
      moved: z.boolean(),
    }),
  ),
});
export type Insertion = z.infer<typeof Insertion>;

/** Who brings a new section or annex, and where in its own text it stands. */
export const ProposedPart = z.object({ by: z.string(), behind: z.string().nullable(), at: z.int() });
export type ProposedPart = z.infer<typeof ProposedPart>;

export const ContestedSection = z.object({
  id: z.string(),
  kind: z.enum(['preamble', 'operative', 'annex']),
  /** The identifier of its annex. */
  annex: z.string().nullable(),
  heading: ContestedPassage,
  /** Empty for a section of the base text. */
  proposed: z.array(ProposedPart),
  clauses: z.array(ContestedClause),
  line: LineNumber,
});
export type ContestedSection = z.infer<typeof ContestedSection>;

export const ContestedAnnex = z.object({
  id: z.string(),
  heading: ContestedPassage,
  title: ContestedPassage,
  proposed: z.array(ProposedPart),
  line: LineNumber,
});
export type ContestedAnnex = z.infer<typeof ContestedAnnex>;

export const ContestedNote = z.object({
  mark: z.string(),
  note: ContestedPassage,
  line: LineNumber,
});
export type ContestedNote = z.infer<typeof ContestedNote>;

/** How the coordinator settled a conflict. */
export const ConflictChoice = z.union([
  /** The alternative with this index. */
  z.object({ take: z.int().nonnegative() }),
  /** These words instead of all alternatives. */
  z.object({ words: z.string() }),
  /** Nothing of it. */
  z.object({ drop: z.literal(true) }),
  /** What is disputed stays as in the base text. */
  z.object({ keepBase: z.literal(true) }),
]);
export type ConflictChoice = z.infer<typeof ConflictChoice>;

/**
 * All proposals on one instrument, laid on one base text, with what was settled. Everything a reader sees (wordings,
 * alternatives, new labels, conflicts) follows from it; see `layoutOf` in the texts module.
 */
export const ConsolidatedText = z.object({
  /** "Resolution 11". */
  instrument: z.string(),
  /** All who made proposals on it, also those who propose no change. */
  proponents: z.array(z.string()),
  /** Those who propose to suppress the whole text. */
  suppressedBy: z.array(z.string()),
  heading: ContestedPassage,
  title: ContestedPassage,
  opening: ContestedPassage,
  sections: z.array(ContestedSection),
  annexes: z.array(ContestedAnnex),
  footnotes: z.array(ContestedNote),
  insertions: z.array(Insertion),
  /** By the identifier of the conflict. */
  settled: z.record(z.string(), ConflictChoice),
});
export type ConsolidatedText = z.infer<typeof ConsolidatedText>;
