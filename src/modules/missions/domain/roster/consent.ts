/** What a person has allowed, until when, and how fresh an entry is. Days are ISO ("2027-05-01"). */
import { z } from 'zod';

const Day = z.iso.date('Enter a day, such as 2027-05-01.');

export const Consent = z
  .object({
    /** The secretariat may keep the entry and propose the person for missions. */
    kept: z.literal(true, 'Without this the entry cannot be kept. To be taken off the roster, ask to be removed.'),
    /** Member administrations and applicants may see it, without ways to reach the person. */
    members: z.boolean(),
    /** Everybody may see it, without ways to reach the person. */
    public: z.boolean(),
    givenOn: Day,
    expiresOn: Day,
    /** Who said so: the person, or the secretariat for them, by a letter for instance. */
    by: z.enum(['person', 'secretariat']),
  })
  .refine(({ givenOn, expiresOn }) => givenOn < expiresOn, {
    path: ['expiresOn'],
    message: 'The consent would end before it begins.',
  });
export type Consent = z.infer<typeof Consent>;

/** How long consent lasts, in months, as a choice; nobody keeps personal data longer without asking again. */
export const consentMonths = [12, 24, 36] as const;
/** Days before the end of consent when the person is reminded. */
export const reminderDays = 30;
/** Months after which an entry that nobody confirmed is stale. */
export const freshMonths = 12;

/** A day some months later; the last of the month where that month is shorter. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** Whether an entry was never confirmed, or longer than twelve months ago. Stale entries are not matched. */
export function isStale(confirmedOn: string | null, today: string): boolean {
  return confirmedOn === null || monthsAfter(confirmedOn, freshMonths) < today;
}

/** `none`: nobody was asked yet. `expired`: personal data must go. */
export type ConsentState = 'none' | 'given' | 'ending' | 'expired';

export function consentState(consent: Consent | null, today: string): ConsentState {
  if (consent === null) return 'none';
  if (consent.expiresOn < today) return 'expired';
  const soon = new Date(Date.parse(today) + reminderDays * 86_400_000).toISOString().slice(0, 10);
  return consent.expiresOn <= soon ? 'ending' : 'given';
}

/** To whom an entry is shown: never further than was allowed, and to the secretariat alone when nothing was. */
export function shownTo(consent: Consent | null, today: string): 'public' | 'members' | 'secretariat' {
  if (consent === null || consentState(consent, today) === 'expired') return 'secretariat';
  return consent.public ? 'public' : consent.members ? 'members' : 'secretariat';
}
