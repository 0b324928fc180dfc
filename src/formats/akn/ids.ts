/**
 * eIds after the Akoma Ntoso naming convention (OASIS LegalDocML Naming Convention 1.0, 5): names that a person can
 * guess, "resolves__para_5.3", "considering__rec_a__item_ii", and that no two elements of a file share.
 */
import { slugOf } from '#kernel/ids.ts';
import type { Clause } from '#kernel/reading/index.ts';

/** Gives each eId out once: the second "resolves" is "resolves_2". */
export class Ids {
  readonly #taken = new Map<string, number>();

  claim(wanted: string): string {
    let count = this.#taken.get(wanted) ?? 0;
    let id = wanted;
    do {
      count++;
      if (count > 1) id = `${wanted}_${count}`;
    } while (count > 1 && this.#taken.has(id));
    this.#taken.set(wanted, count);
    if (id !== wanted) this.#taken.set(id, 1);
    return id;
  }
}

/** "instructs-the-secretary-general"; "text" for words without a letter that an eId may hold. */
export function idOfHeading(heading: string | null): string {
  return slugOf(heading ?? '', 80) || 'text';
}

/**
 * The eId that a clause asks for. A label that holds that of the clause above ("5.3" under "5") stands beside it.
 * @param within eId of what holds the clause; `beside` the eId of what holds that one, and its label
 * @param position from 1, among the clauses beside it: all that is known of a clause without label
 */
export function idOfClause(
  clause: Clause,
  kind: 'rec' | 'para' | 'point' | 'item',
  within: string,
  position: number,
  beside: { within: string; kind: string; label: string } | null,
): string {
  const label = labelOf(clause);
  const gone = clause.label.after === null ? '-deleted' : '';
  if (label === '') return `${within}__${kind}_un${position}${gone}`;
  if (beside !== null && beside.label !== '' && label.startsWith(`${beside.label}.`)) {
    return `${beside.within}__${beside.kind}_${label}${gone}`;
  }
  return `${within}__${kind}_${label}${gone}`;
}

/** "a)" is "a", "5.3" stays, a dash says nothing. */
export function labelOf({ label }: Clause): string {
  return (label.after ?? label.before ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
}
