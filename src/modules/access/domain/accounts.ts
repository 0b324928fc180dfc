import { z } from 'zod';
import { Role } from './policy.ts';

/** Sign-in names are compared without regard to case and accents of width. */
export const SignInName = z
  .string()
  .trim()
  .min(2, 'Enter a name of at least 2 characters.')
  .max(120, 'Enter at most 120 characters.')
  .regex(/^[^\s<>"']+$/, 'Enter a name without blanks and quotation marks.')
  .transform((name) => name.normalize('NFKC').toLowerCase());

/** Long rather than complicated: the advice of NIST SP 800-63B. */
export const Password = z
  .string()
  .min(10, 'Enter a password of at least 10 characters.')
  .max(200, 'Enter a password of at most 200 characters.');

/** What is needed to open an account. */
export const NewAccount = z.object({
  signInName: SignInName,
  name: z.string().trim().min(2, 'Enter the name of the person.').max(200),
  role: Role.exclude(['public']),
  organisation: z.uuid().nullable(),
  password: Password,
});
export type NewAccount = z.infer<typeof NewAccount>;

/** Seconds to wait before the next attempt after so many failures in a row: none for the first four, then doubling to a quarter of an hour. */
export function waitAfter(failures: number): number {
  return failures < 5 ? 0 : Math.min(2 ** (failures - 4), 900);
}
