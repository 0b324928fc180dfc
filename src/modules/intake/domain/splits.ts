/** The splits of old and new words in a reading that a person should settle: its doubtful clauses. */
import { Clause, type AnyRecord } from '#kernel/reading/index.ts';
import { nameOf, type Path } from './fields.ts';

/** One clause whose changes were not written in marks. */
export interface Split {
  path: Path;
  name: string;
  clause: Clause;
  /** Whether it is still to be settled. */
  doubtful: boolean;
}

/**
 * All clauses of a record in its order. Those that say "likely" are doubtful only where words changed: in a clause that
 * is kept, or only renumbered, nothing shows that could be settled.
 */
export function splitsOf(record: AnyRecord): Split[] {
  const splits: Split[] = [];
  const visit = (value: unknown, path: Path): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      value.forEach((item, index) => visit(item, `${path}/${index}`));
      return;
    }
    if ('runs' in value && 'certainty' in value) {
      const clause = Clause.safeParse(value);
      if (clause.success) splits.push(splitOf(clause.data, path));
    }
    for (const [key, inner] of Object.entries(value)) if (key !== 'runs') visit(inner, `${path}/${key}`);
  };
  visit(record, '');
  return splits;
}

function splitOf(clause: Clause, path: Path): Split {
  const { certainty, status } = clause;
  const doubtful = certainty === 'guess' || (certainty === 'likely' && status !== 'kept' && status !== 'renumbered');
  return { path, name: nameOf(path), clause, doubtful };
}
