import { z } from 'zod';

/** First and last line of the source, 1-based and inclusive. */
export const LineRange = z.tuple([z.int().positive(), z.int().positive()]);
export type LineRange = z.infer<typeof LineRange>;

/** How sure a reading is. Anything below `sure` is shown as doubtful wherever the value appears. */
export const Certainty = z.enum(['sure', 'likely', 'guess']);
export type Certainty = z.infer<typeof Certainty>;

/**
 * A change of words that would settle a finding; one click applies it as a revision. `from` stands in the proposed words
 * of the line just once. Beyond the contract of `throughline read --json`.
 */
export const Mend = z.object({ line: z.int().positive(), from: z.string(), to: z.string(), why: z.string() });
export type Mend = z.infer<typeof Mend>;

/** Something a person should look at. `rule` is a stable kebab-case name that scripts may rely on. */
export const Finding = z.object({
  rule: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  level: z.enum(['info', 'warning', 'error']),
  lines: LineRange.nullable(),
  message: z.string(),
  mend: Mend.optional(),
});
export type Finding = z.infer<typeof Finding>;

/** A 1-based line of the source. */
export const LineNumber = z.int().positive();
