/**
 * Forms as data: what is asked, in which words and order. A cycle keeps every version of its forms, so that an
 * organisation changes a question without code and an old file is still read by the version it was filled in.
 */
import { z } from 'zod';

/** What a question is answered with. */
export const ItemType = z.enum(['text', 'choices', 'times', 'costs', 'experts']);
export type ItemType = z.infer<typeof ItemType>;

export const FormOption = z.object({
  code: z.string().regex(/^[a-z][a-z0-9_]{0,40}$/, 'Use small letters, digits and _.'),
  label: z.string().trim().min(1, 'Enter the words of the option.').max(300),
  /** Ticking it asks for words of one's own ("Others"). */
  free: z.boolean(),
});
export type FormOption = z.infer<typeof FormOption>;

/** One question. Its key is stable over versions; number and words may change. */
export const FormItem = z.object({
  key: z.string().regex(/^[a-z][a-z0-9_]{0,40}$/, 'Use small letters, digits and _.'),
  /** As printed, "1)" or "2.2"; never used to read a form back. */
  number: z.string().trim().max(12),
  question: z.string().trim().min(3, 'Enter the question.').max(1000),
  hint: z.string().trim().max(1000).nullable(),
  type: ItemType,
  options: z.array(FormOption).max(40),
  /** Whether it is missed when nothing is answered. */
  required: z.boolean(),
  /** What an empty answer means, where the form gives it a meaning. */
  blankMeans: z.string().trim().max(500).nullable(),
  /** Heading of the part that begins with this question. */
  part: z.string().trim().max(200).nullable(),
});
export type FormItem = z.infer<typeof FormItem>;

export const FormKind = z.enum(['application', 'assistance-plan']);
export type FormKind = z.infer<typeof FormKind>;

export const Form = z.object({
  kind: FormKind,
  version: z.int().positive(),
  title: z.string().trim().min(3, 'Enter the title of the form.').max(300),
  items: z
    .array(FormItem)
    .min(1)
    .max(60)
    .refine((items) => new Set(items.map(({ key }) => key)).size === items.length, 'Two questions have the same key.'),
});
export type Form = z.infer<typeof Form>;

/** Printed at the foot of a form, so that it survives copying: "Form ocu-expert-mission-2026/application/1". */
export function formCode(cycle: string, { kind, version }: Pick<Form, 'kind' | 'version'>): string {
  return `${cycle}/${kind}/${version}`;
}
