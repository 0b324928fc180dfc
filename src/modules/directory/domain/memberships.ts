/** Who belongs to the house, as what, from when to when. What is not known stays unknown. */
import { z } from 'zod';

export const OrganisationKind = z.enum([
  'administration',
  'regulator',
  'agency',
  'united-nations',
  'company',
  'academia',
  'other',
]);
export type OrganisationKind = z.infer<typeof OrganisationKind>;

export const kindNames: Record<OrganisationKind, string> = {
  administration: 'administration',
  regulator: 'regulator',
  agency: 'public agency',
  'united-nations': 'United Nations system',
  company: 'company',
  academia: 'academia',
  other: 'other',
};

export const Category = z.enum(['member', 'associate', 'affiliate']);
export type Category = z.infer<typeof Category>;

/** What the house calls a category. */
export interface CategoryWords {
  one: string;
  many: string;
}
export type CategoryNames = Record<Category, CategoryWords>;

/** What they are called where the house has no words of its own. */
export const usualCategories: CategoryNames = {
  member: { one: 'Member', many: 'Members' },
  associate: { one: 'Associate Member', many: 'Associate Members' },
  affiliate: { one: 'Affiliate Member', many: 'Affiliate Members' },
};

const Day = z.iso.date('Enter a day, such as 2027-03-31.');

export const MembershipTerms = z
  .object({
    category: Category,
    /** Whether it is entitled to fellowships; `null`: not known. */
    fellowship: z.boolean().nullable(),
    /** First and last day; `null`: not known, or not ended. */
    from: Day.nullable(),
    to: Day.nullable(),
  })
  .refine(({ from, to }) => from === null || to === null || from <= to, {
    message: 'The last day is before the first one.',
    path: ['to'],
  });
export type MembershipTerms = z.infer<typeof MembershipTerms>;

export interface Membership extends MembershipTerms {
  id: string;
  organisation: string;
  /** Who confirmed it, and on which day; `null`: nobody yet. */
  confirmedBy: string | null;
  confirmedOn: string | null;
  version: number;
}

/** Whether a membership is in force on a day; an unknown first day is taken as past. */
export function inForce({ from, to }: Pick<Membership, 'from' | 'to'>, day: string): boolean {
  return (from === null || from <= day) && (to === null || day <= to);
}

/** Whether two memberships of one organisation share a day. */
export function overlap(one: Pick<Membership, 'from' | 'to'>, other: Pick<Membership, 'from' | 'to'>): boolean {
  return (
    (one.from === null || other.to === null || one.from <= other.to) &&
    (other.from === null || one.to === null || other.from <= one.to)
  );
}
