/** References of a text to its own clauses, and what became of the clauses they mean. */
import type { Clause, LegalText, Mend, Section } from '#kernel/reading/index.ts';
import { bareLabel } from '../citations/check/from-texts.ts';
import { clauseCitations } from '../citations/clauses.ts';
import { mendOf } from './mend.ts';
import type { LintedText } from './rule.ts';

/** A reference in the proposed words of a clause. */
export interface Reference {
  clause: Clause;
  words: string;
  /** As printed. */
  printed: string;
  /** Where it stands in the words. */
  from: number;
  to: number;
  /** The heading it names, in lower case. */
  heading: string;
  /** The label it names, as printed, and bare. */
  number: string;
  label: string;
}

/** A clause of the base text and its place in the proposed one. */
export interface Became {
  clause: Clause;
  /** Bare label in the proposed text; `null` where the clause is gone. */
  label: string | null;
}

export interface References {
  all: readonly Reference[];
  /** References of the base text, as "heading label". */
  inBase: ReadonlyMap<Clause, ReadonlySet<string>>;
  /** Clauses of the base text by "heading label". */
  became: ReadonlyMap<string, Became>;
  /** Clauses of the proposed text by heading and bare label. */
  standing: ReadonlyMap<string, ReadonlyMap<string, Clause>>;
}

const noLabels = new Map<string, string>();
/** "resolves 3 of Resolution 5", "of its annex" and "noting c) thereof" name other texts. */
const elsewhere =
  /^[\s\u00a0]*(?:(?:above|below)[\s\u00a0]+)?(?:thereof\b|(?:of|in|to)[\s\u00a0]+(?!this\b)(?:the[\s\u00a0]+|its[\s\u00a0]+)?(?:\S+[\s\u00a0]+)?(?:Resolution|Decision|Recommendation|annex))/iu;

/** Made once a text: two rules ask. */
const made = new WeakMap<LintedText, References>();

export function referencesOf(text: LintedText): References {
  const known = made.get(text) ?? find(text);
  made.set(text, known);
  return known;
}

function find(text: LintedText): References {
  const standing = byHeading(text.proposed);
  const became = becameOf(text.text);
  const headings = [
    ...new Set([...standing.keys(), ...[...became.keys()].map((key) => key.slice(0, key.lastIndexOf(' ')))]),
  ];
  const all: Reference[] = [];
  const inBase = new Map<Clause, ReadonlySet<string>>();
  for (const { clause, words } of text.clauses) {
    const found = referencesIn(clause.line, words, headings);
    if (found.length === 0) continue;
    all.push(...found.map((one) => ({ ...one, clause, words })));
    const before = clause.before === null ? [] : referencesIn(clause.line, clause.before, headings);
    inBase.set(clause, new Set(before.map(({ heading, label }) => `${heading} ${label}`)));
  }
  return { all, inBase, became, standing };
}

function referencesIn(line: number, words: string, headings: readonly string[]): Omit<Reference, 'clause' | 'words'>[] {
  const found = clauseCitations({ line, text: words }, { headings, fused: noLabels });
  return found.flatMap(({ heading, from, to, citation: { text: printed, number } }, index) => {
    // What follows the last of a list follows all of it.
    const end =
      found.slice(index).find((one, at) => found[index + at + 1]?.heading !== heading || one === found.at(-1))?.to ??
      to;
    if (number === '' || elsewhere.test(words.slice(end, end + 60))) return [];
    return [{ printed, from, to, heading, number, label: bareLabel(number) }];
  });
}

/** Clauses by heading and label; "2a" is sub-clause a of 2. */
function byHeading({ sections }: LegalText): Map<string, Map<string, Clause>> {
  const headings = new Map<string, Map<string, Clause>>();
  for (const section of sections) {
    if (section.heading === null) continue;
    const labels = headings.get(section.heading.toLowerCase()) ?? new Map<string, Clause>();
    for (const { clause, path } of labelled(section.clauses, ({ label }) => label.after))
      for (const one of path) if (!labels.has(one)) labels.set(one, clause);
    headings.set(section.heading.toLowerCase(), labels);
  }
  return headings;
}

function* labelled(
  clauses: readonly Clause[],
  labelIn: (clause: Clause) => string | null,
  parent = '',
): Generator<{ clause: Clause; path: string[] }> {
  for (const clause of clauses) {
    const own = labelIn(clause);
    const label = own === null ? null : bareLabel(own);
    if (label !== null) yield { clause, path: parent === '' ? [label] : [label, parent + label] };
    yield* labelled(clause.children, labelIn, parent + (label ?? ''));
  }
}

function becameOf({ sections }: LegalText): Map<string, Became> {
  const became = new Map<string, Became>();
  for (const section of sections) {
    const heading = headingInBase(section)?.toLowerCase();
    if (heading === undefined) continue;
    for (const { clause, path } of labelled(section.clauses, ({ label }) => label.before)) {
      const now = clause.after === null || clause.label.after === null ? null : bareLabel(clause.label.after);
      for (const label of path) {
        const key = `${heading} ${label}`;
        if (label !== '' && !became.has(key)) became.set(key, { clause, label: now });
      }
    }
  }
  return became;
}

function headingInBase({ heading, changedHeading }: Section): string | undefined {
  return (changedHeading === undefined ? heading : changedHeading.before) ?? undefined;
}

/** The reference with another label. */
export function relabelled({ clause, words, from, to }: Reference, label: string, why: string): Mend | undefined {
  const printed = words.slice(from, to);
  const old = /\S+$/u.exec(printed.slice(-16))?.[0] ?? '';
  const put = `${old.startsWith('(') ? '(' : ''}${label}${old.endsWith(')') ? ')' : ''}`;
  return old === '' ? undefined : mendOf({ line: clause.line, words, from: to - old.length, to }, put, why);
}
