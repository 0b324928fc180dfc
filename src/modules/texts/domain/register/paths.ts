/** Addresses of clauses within a text, such as "resolves-5.3" or "annex-1-a": what a person can guess and cite. */
import { slugOf } from '#kernel/ids.ts';
import type { Clause, LegalText, Section } from '#kernel/reading/index.ts';

/** A clause with its address and where it stands. */
export interface AddressedClause {
  path: string;
  section: Section;
  clause: Clause;
  /** 0 for clauses directly under a heading. */
  depth: number;
}

/** All clauses of a text in order, annexes included, each with an address of its own. */
export function addressedClauses(text: LegalText): AddressedClause[] {
  const freePrefix = eachOnce();
  const free = eachOnce();
  const all: AddressedClause[] = [];
  const visit = (clauses: readonly Clause[], section: Section, prefix: string, depth: number): void => {
    for (const clause of clauses) {
      const label = labelPart(clause.label.after ?? clause.label.before ?? '');
      const own =
        label === ''
          ? prefix
          : label.startsWith(`${lastPart(prefix)}.`)
            ? `${withoutLast(prefix)}${label}`
            : `${prefix}-${label}`;
      const path = free(own);
      all.push({ path, section, clause, depth });
      visit(clause.children, section, path, depth + 1);
    }
  };
  for (const section of text.sections)
    visit(section.clauses, section, freePrefix(slugOf(section.heading ?? 'text', 80) || 'text'), 0);
  for (const annex of text.annexes) {
    const start = slugOf(annex.heading.replace(/\bto\b.*$/i, ''), 24) || 'annex';
    for (const section of annex.sections) {
      const heading = section.heading === null ? '' : `-${slugOf(section.heading, 80)}`;
      visit(section.clauses, section, freePrefix(`${start}${heading}`), 0);
    }
  }
  return all;
}

/** Gives each name out once: the second "resolves" is "resolves-2". */
function eachOnce(): (wanted: string) => string {
  const taken = new Map<string, number>();
  return (wanted) => {
    const count = (taken.get(wanted) ?? 0) + 1;
    taken.set(wanted, count);
    return count === 1 ? wanted : `${wanted}-${count}`;
  };
}

/** "a)" is "a", "5.3" stays, a dash says nothing. */
function labelPart(label: string): string {
  return label
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
}

const lastPart = (path: string): string => path.slice(path.lastIndexOf('-') + 1);
const withoutLast = (path: string): string => path.slice(0, path.lastIndexOf('-') + 1);
