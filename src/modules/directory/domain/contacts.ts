/** Ways to reach people and organisations, and what people consent to. */
import { z } from 'zod';

export const ContactKind = z.enum(['e-mail', 'telephone']);
export type ContactKind = z.infer<typeof ContactKind>;

/** To whom a person lets a way to reach it be shown, beside the secretariat. Nobody, unless it says otherwise. */
export const Consent = z.enum(['nobody', 'participants', 'public']);
export type Consent = z.infer<typeof Consent>;

export interface Contact {
  kind: ContactKind;
  value: string;
}

export interface ContactTerms {
  consent: Consent;
  /** ISO day after which it is deleted; `null`: no such day. */
  deleteAfter: string | null;
}

/** One e-mail address or number, as it is typed. */
export const TypedContact = z
  .object({ kind: ContactKind, value: z.string().trim().max(254) })
  .refine(
    ({ kind, value }) =>
      kind !== 'e-mail' || /^[^\s<>@,;:"()[\]\\]+@[^\s<>@,;:"()[\]\\]+\.[^\s<>@,;:"()[\]\\.]+$/.test(value),
    {
      message: 'Enter one e-mail address, such as office@example.int.',
      path: ['value'],
    },
  )
  .refine(({ kind, value }) => kind !== 'telephone' || /^\+?[\d][\d ().\-/]{4,40}$/.test(value), {
    message: 'Enter a telephone number with its country code.',
    path: ['value'],
  });
