/** What a cycle lays down for matching beside its weights, and what people say of the matches. */
import { z } from 'zod';

export const MatchingSettings = z.object({
  /** Whether nobody may go to the country of which they are a national. */
  nationalsBarred: z.boolean(),
  /** After how many months without confirmation a profile is too old. */
  profileMonths: z.int('Enter a whole number of months.').min(1).max(120),
  /** How many missions one expert or organisation may take. */
  most: z.int('Enter a whole number.').min(1).max(20),
  /** By how many tenths of a point each further mission of the same one is put back. */
  rising: z.int('Enter a whole number.').min(0).max(1000),
  /** How many experts a request has room for, by its id; one where it is not said. */
  places: z.record(z.string(), z.int().min(1).max(9)),
});
export type MatchingSettings = z.infer<typeof MatchingSettings>;

export const usualMatching: MatchingSettings = {
  nationalsBarred: true,
  profileMonths: 12,
  most: 2,
  rising: 50,
  places: {},
};

/** How well a match fits, as a person judges it. */
export const Grade = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]);
export type Grade = z.infer<typeof Grade>;

export const gradeNames: Record<Grade, string> = {
  0: 'does not fit',
  1: 'worth knowing',
  2: 'helps with a good part',
  3: 'does what is asked',
};

/** Somebody who was proposed, as an address that stays: "expert:<id>". */
export const keyOfCandidate = ({ kind, id }: { kind: string; id: string }): string => `${kind}:${id}`;
