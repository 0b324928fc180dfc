/** What the pages of cycles share: how forms become what services take, and the words of their choices. */
import { Visibility, visibilityNames } from '#modules/access/index.ts';
import type { Context } from '#modules/access/server/index.ts';
import { plans } from '#modules/plans/server/index.ts';
import { field } from '../pages.ts';

/** Who may see a cycle, in the order of how many they are. */
export const cycleVisibilities = (['public', 'members', 'secretariat'] as const).map((value) => ({
  value,
  name: visibilityNames[value],
}));

/** Plans that a cycle can serve, as far as the person sees them. */
export async function plansToServe(context: Context): Promise<{ id: string; name: string; slug: string }[]> {
  return (await plans(context)).map(({ id, slug, title, from, to }) => ({
    id,
    slug,
    name: `${title} (${from}–${to})`,
  }));
}

/** The visibility that a form names; secretariat for anything else. */
export function visibilityFrom(form: FormData): Visibility {
  const checked = Visibility.safeParse(field(form, 'visibility'));
  return checked.success ? checked.data : 'secretariat';
}

/** A field that may be left empty. */
export function optional(form: FormData, name: string): string | null {
  const typed = field(form, name).trim();
  return typed === '' ? null : typed;
}

/** The days of a cycle as a form has them. */
export function deadlinesFrom(form: FormData) {
  return {
    survey: optional(form, 'survey'),
    applications: optional(form, 'applications'),
    offers: optional(form, 'offers'),
    completion: optional(form, 'completion'),
  };
}

/** All words of a field that a form has several times. */
export function several(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value): value is string => typeof value === 'string');
}
