/**
 * Whom a letter is for: words as they are printed, and a question to the directory that gives the organisations. The
 * answer holds for one day; when a letter is sent, its recipients are frozen and no later change touches them.
 */
import { z } from 'zod';
import { Category, inForce, type Membership } from '#modules/directory/index.ts';

const Ids = z.array(z.uuid()).max(500);

export const AudienceQuery = z.object({
  /** Members of these categories; together with countries and fellowship, all have to fit. */
  categories: z.array(Category),
  fellowship: z.enum(['any', 'yes', 'no']),
  /** ISO 3166-1 alpha-2; empty: of all countries. */
  countries: z.array(z.string().length(2)).max(300),
  /** These, whether they are members or not. */
  organisations: Ids,
  /** Whoever has applied in the cycle of the letter. */
  applicants: z.boolean(),
  /** Not these, whatever else is said. */
  minus: Ids,
});
export type AudienceQuery = z.infer<typeof AudienceQuery>;

export const emptyQuery: AudienceQuery = {
  categories: [],
  fellowship: 'any',
  countries: [],
  organisations: [],
  applicants: false,
  minus: [],
};

export const Audience = z.object({
  /** As the letter prints it: "All administrations". */
  text: z.string().trim().min(1, 'Enter the words that the letter prints.').max(300),
  query: AudienceQuery,
});
export type Audience = z.infer<typeof Audience>;

/** One organisation that gets a letter, and as what. */
export const FrozenRecipient = z.object({
  organisation: z.uuid(),
  copy: z.boolean(),
  /** The printed words of the audience that it belongs to. */
  because: z.string(),
});
export type FrozenRecipient = z.infer<typeof FrozenRecipient>;

/** What is asked about memberships, and where each organisation is. */
export interface KnownMembers {
  memberships: readonly Membership[];
  /** Country of an organisation by its id; `null` or missing: not known. */
  countries: ReadonlyMap<string, string | null>;
  /** Organisations that have applied in the cycle. */
  applicants: readonly string[];
}

export interface Resolved {
  /** In the order of the audiences; each organisation once, to before copy. */
  recipients: FrozenRecipient[];
  /** Would belong to an audience if it were known whether it is entitled to fellowships; not among the recipients. */
  undecided: { organisation: string; because: string }[];
}

/** Whether a question asks the memberships at all: one without any condition means nobody, never everybody. */
const asksMembers = ({ categories, fellowship, countries }: AudienceQuery): boolean =>
  categories.length > 0 || countries.length > 0 || fellowship !== 'any';

/** The organisations of audiences on a day. */
export function resolveAudiences(
  to: readonly Audience[],
  copies: readonly Audience[],
  known: KnownMembers,
  day: string,
): Resolved {
  const recipients = new Map<string, FrozenRecipient>();
  const undecided = new Map<string, string>();
  const audiences = [...to.map((one) => [one, false] as const), ...copies.map((one) => [one, true] as const)];
  for (const [{ text, query }, copy] of audiences) {
    const { sure, open } = resolveOne(query, known, day);
    for (const organisation of sure) {
      if (!recipients.has(organisation)) recipients.set(organisation, { organisation, copy, because: text });
    }
    for (const organisation of open) if (!undecided.has(organisation)) undecided.set(organisation, text);
  }
  return {
    recipients: [...recipients.values()],
    undecided: [...undecided].flatMap(([organisation, because]) =>
      recipients.has(organisation) ? [] : [{ organisation, because }],
    ),
  };
}

function resolveOne(query: AudienceQuery, known: KnownMembers, day: string): { sure: string[]; open: string[] } {
  const minus = new Set(query.minus);
  const sure = new Set<string>();
  const open = new Set<string>();
  if (asksMembers(query)) {
    for (const membership of known.memberships) {
      if (!inForce(membership, day) || minus.has(membership.organisation)) continue;
      const answer = fits(membership, query, known.countries.get(membership.organisation) ?? null);
      if (answer === 'yes') sure.add(membership.organisation);
      if (answer === 'unknown') open.add(membership.organisation);
    }
  }
  const named = [...query.organisations, ...(query.applicants ? known.applicants : [])];
  for (const organisation of named) if (!minus.has(organisation)) sure.add(organisation);
  return { sure: [...sure], open: [...open].filter((organisation) => !sure.has(organisation)) };
}

/** Whether a membership fits a question; `unknown` only for want of the word about fellowships. */
function fits(
  { category, fellowship }: Membership,
  query: AudienceQuery,
  country: string | null,
): 'yes' | 'no' | 'unknown' {
  if (query.categories.length > 0 && !query.categories.includes(category)) return 'no';
  if (query.countries.length > 0 && (country === null || !query.countries.includes(country))) return 'no';
  if (query.fellowship === 'any') return 'yes';
  if (fellowship === null) return 'unknown';
  return fellowship === (query.fellowship === 'yes') ? 'yes' : 'no';
}

/** Who gets a letter: those to whom it was sent, or those to whom it would be sent on a day. */
export function recipientsOf(
  letter: { frozen: readonly FrozenRecipient[] | null; to: readonly Audience[]; cc: readonly Audience[] },
  known: KnownMembers,
  day: string,
): Resolved {
  return letter.frozen === null
    ? resolveAudiences(letter.to, letter.cc, known, day)
    : { recipients: [...letter.frozen], undecided: [] };
}
