/** The sign at the end of a clause, which follows from its place: ";" inside a list, "," at the end of a section, "." of the text. */
import type { Role, View } from './views.ts';

const plain: Record<Role, string> = { leads: ':', inner: ';', last: ',', final: '.' };

/**
 * The sign that a clause ends with in the consolidated text, and who changes it to that. A text in which it plays the
 * same part says so; otherwise it is the sign that others of its section have in that part.
 * @param views the base first
 */
export function signFor(
  id: string,
  placed: { section: string; role: Role } | undefined,
  views: readonly View[],
): { sign: string; by: string[] } {
  const own = views.filter(({ signs }) => signs.has(id));
  const [base] = views;
  const before = base?.signs.get(id);
  if (placed === undefined) return { sign: before ?? '', by: [] };
  const { role, section } = placed;
  const fitting = own.filter(({ roles }) => roles.get(id) === role);
  const changed = fitting.find((view) => view.by !== null && view.signs.get(id) !== before);
  const chosen = changed ?? fitting[0];
  if (chosen !== undefined) {
    const sign = chosen.signs.get(id) ?? '';
    const by = fitting.flatMap((view) => (view.by !== null && view.signs.get(id) === sign ? [view.by] : []));
    return { sign, by: sign === before ? [] : by };
  }
  if (own.every(({ signs }) => signs.get(id) === '')) return { sign: '', by: [] };
  for (const { usual } of views) {
    const sign = usual.get(`${section}\n${role}`);
    if (sign !== undefined) return { sign, by: [] };
  }
  return { sign: plain[role], by: [] };
}
