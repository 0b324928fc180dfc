/** The base and each proposal as a text of its own: labels, signs and order that the consolidated text follows. */
import type { ConsolidatedText } from '#kernel/reading/index.ts';
import { signOf } from '../clashes/wording.ts';
import { arranged, type Placed, type PlacedSection } from './arrangement.ts';
import { verdictsOf } from './verdicts.ts';

/** Where a clause stands in its list, which decides the sign at its end. */
export type Role = 'leads' | 'inner' | 'last' | 'final';

export interface View {
  by: string | null;
  labels: ReadonlyMap<string, string>;
  /** The clauses that stand directly under a heading or a clause, by its identifier. */
  lists: ReadonlyMap<string, readonly string[]>;
  roles: ReadonlyMap<string, Role>;
  signs: ReadonlyMap<string, string>;
  /** The sign that clauses of a section end with, by section and role. */
  usual: ReadonlyMap<string, string>;
}

/** The base first, then the proponents in the order of their names. */
export function viewsOf(draft: ConsolidatedText): View[] {
  return [null, ...draft.proponents].map((by) => viewOf(draft, by));
}

function viewOf(draft: ConsolidatedText, by: string | null): View {
  const own = onlyOf(draft, by);
  const sections = arranged(own, verdictsOf(own));
  const labels = new Map<string, string>();
  const lists = new Map<string, string[]>();
  const signs = new Map<string, string>();
  const visit = (clauses: readonly Placed[], container: string): void => {
    const standing = lists.get(container) ?? [];
    lists.set(container, standing);
    for (const placed of clauses) {
      if (placed.stands) {
        const version = placed.clause?.versions.find((one) => one.by === by);
        const label = placed.cluster?.clause.label ?? version?.label ?? placed.clause?.label ?? '';
        const words = placed.cluster?.clause.words ?? version?.words ?? placed.clause?.words ?? '';
        labels.set(placed.id, label);
        signs.set(placed.id, signOf(words).trimEnd());
        standing.push(placed.id);
      }
      visit(placed.children, placed.stands ? placed.id : container);
    }
  };
  for (const { section, clauses } of sections) visit(clauses, section.id);
  const roles = rolesOf(sections);
  const usual = new Map<string, string>();
  for (const { id, section, role } of roles.values()) {
    const sign = signs.get(id) ?? '';
    const key = `${section}\n${role}`;
    if (sign !== '' && !usual.has(key)) usual.set(key, sign);
  }
  return { by, labels, lists, signs, usual, roles: new Map([...roles].map(([id, { role }]) => [id, role])) };
}

/** A text with the proposals of one proponent alone, nothing settled. */
export function onlyOf(draft: ConsolidatedText, by: string | null): ConsolidatedText {
  return filtered({ ...draft, settled: {} }, (name) => name === by);
}

/** A text with the proposals of some proponents. */
export function filtered(draft: ConsolidatedText, keeps: (proponent: string) => boolean): ConsolidatedText {
  const own = <Part extends { by: string }>(parts: readonly Part[]): Part[] => parts.filter(({ by }) => keeps(by));
  const passage = <Part extends { words: string | null; versions: { by: string; words: string | null }[] }>(
    one: Part,
  ): Part => ({ ...one, versions: own(one.versions) });
  const clauses = (list: ConsolidatedText['sections'][number]['clauses']): typeof list =>
    list.map((clause) => ({ ...clause, versions: own(clause.versions), children: clauses(clause.children) }));
  /** A new part stays when somebody who stays brings it. */
  const parts = <Part extends { proposed: ConsolidatedText['sections'][number]['proposed'] }>(
    list: readonly Part[],
  ): Part[] =>
    list.flatMap((part) => {
      const proposed = own(part.proposed);
      return part.proposed.length > 0 && proposed.length === 0 ? [] : [{ ...part, proposed }];
    });
  return {
    ...draft,
    proponents: draft.proponents.filter(keeps),
    suppressedBy: draft.suppressedBy.filter(keeps),
    heading: passage(draft.heading),
    title: passage(draft.title),
    opening: passage(draft.opening),
    sections: parts(draft.sections).map((section) => ({
      ...section,
      heading: passage(section.heading),
      clauses: clauses(section.clauses),
    })),
    annexes: parts(draft.annexes).map((annex) => ({
      ...annex,
      heading: passage(annex.heading),
      title: passage(annex.title),
    })),
    footnotes: draft.footnotes
      .map((note) => ({ ...note, note: passage(note.note) }))
      .filter(({ note }) => note.words !== null || note.versions.length > 0),
    insertions: own(draft.insertions),
  };
}

interface RoleInSection {
  id: string;
  section: string;
  role: Role;
}

/** The part each standing clause plays in its section; `final` ends the body or an annex. */
export function rolesOf(sections: readonly PlacedSection[]): Map<string, RoleInSection> {
  const roles = new Map<string, RoleInSection>();
  const finals = new Map<string | null, RoleInSection>();
  for (const { section, clauses } of sections) {
    const own: RoleInSection[] = [];
    const visit = (list: readonly Placed[]): void => {
      for (const placed of list) {
        const leads = placed.children.some((child) => child.stands);
        if (placed.stands) own.push({ id: placed.id, section: section.id, role: leads ? 'leads' : 'inner' });
        visit(placed.children);
      }
    };
    visit(clauses);
    for (const one of own) roles.set(one.id, one);
    const last = own.at(-1);
    if (last === undefined) continue;
    last.role = 'last';
    finals.set(section.annex, last);
  }
  for (const last of finals.values()) last.role = 'final';
  return roles;
}
