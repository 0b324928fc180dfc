/** Findings on one legal text, from its record: labels, punctuation of lists, internal references, doubtful readings. */
import type { Clause, Finding, LegalText, LineRange, Section } from '#kernel/reading/index.ts';
import { clauseCitations } from '../citations/clauses.ts';
import type { SeamNote } from '../flattened/reader.ts';
import type { Changes } from '../legal/changes.ts';
import { indexOf, labelOf, type PrintedLabel } from '../labels/label.ts';

/** All findings on a text. `notes` are the readings made without revision marks, `struckOut` the headings that are gone. */
export function textFindings(text: LegalText, { notes, struckOut }: Pick<Changes, 'notes' | 'struckOut'>): Finding[] {
  const main = asProposed(text.sections, struckOut);
  const sections = [...main, ...text.annexes.flatMap((annex) => asProposed(annex.sections, struckOut))];
  return [
    ...sections.flatMap((section) => labelFindings(section.clauses)),
    ...punctuationFindings(main, text.annexes.length === 0),
    ...referenceFindings(main, sections),
    ...guessed(sections, notes),
  ];
}

/** The sections of the proposed text: what stands under a heading that is gone belongs to the section before it. */
function asProposed(sections: readonly Section[], struckOut: ReadonlySet<number>): readonly Section[] {
  if (struckOut.size === 0) return sections;
  const standing: Section[] = [];
  for (const section of sections) {
    const before = standing.at(-1);
    if (before !== undefined && struckOut.has(section.line)) before.clauses = [...before.clauses, ...section.clauses];
    else standing.push({ ...section });
  }
  return standing;
}

function at(line: number, last = line): LineRange {
  return [Math.min(line, last), Math.max(line, last)];
}

interface Numbered {
  clause: Clause;
  label: PrintedLabel;
  index: number;
}

/** Labels of the proposed text must run, each once. Lists whose reading is a guess are not judged. */
function labelFindings(clauses: readonly Clause[]): Finding[] {
  const findings: Finding[] = [];
  const kinds = new Map<string, Numbered[]>();
  for (const clause of clauses) {
    const label = clause.label.after === null || clause.label.after === '' ? null : labelOf(`${clause.label.after}\t`);
    const family = label?.families[0];
    if (label === null || family === undefined || family === 'mark' || label.repetition !== '') continue;
    const index = indexOf(family, label.core) ?? indexOf('roman', label.core);
    if (index === null) continue;
    const key = `${family === 'roman' ? 'letter' : family}${label.opening}${label.closing}`;
    const known = kinds.get(key);
    if (known === undefined) kinds.set(key, [{ clause, label, index }]);
    else known.push({ clause, label, index });
  }
  for (const list of kinds.values())
    if (list.every(({ clause }) => clause.certainty !== 'guess')) findings.push(...judged(list));
  for (const clause of clauses) findings.push(...labelFindings(clause.children));
  return findings;
}

function judged(list: readonly Numbered[]): Finding[] {
  const [one] = list;
  const last = list.at(-1);
  if (one !== undefined && last !== undefined && list.length > 2 && list.every(({ index }) => index === one.index)) {
    const message = `All ${list.length} items of the list are labelled ${one.label.printed}: the numbers were lost.`;
    return [{ rule: 'numbering-lost', level: 'info', lines: at(one.clause.line, last.clause.line), message }];
  }
  const roman = list.every(({ label }) => indexOf('roman', label.core) !== null);
  const indexes = list.map(({ label, index }) => (roman ? (indexOf('roman', label.core) ?? index) : index));
  const seen = new Map<string, number>();
  const findings: Finding[] = [];
  list.forEach(({ clause, label }, place) => {
    const before = list[place - 1];
    const first = seen.get(label.core);
    const here = indexes[place] ?? 0;
    const expected = place === 0 ? 1 : (indexes[place - 1] ?? 0) + 1;
    if (place > 1 && here === 1 && indexes[place + 1] === 2) {
      seen.clear();
      const message = `The list starts again at ${label.printed}; a heading may be missing before it.`;
      findings.push({ rule: 'label-sequence', level: 'warning', lines: at(clause.line), message });
    } else if (first !== undefined) {
      findings.push({
        rule: 'duplicate-label',
        level: 'warning',
        lines: at(first, clause.line),
        message: `The label ${label.printed} stands twice in one list.`,
      });
    } else if (here !== expected && list.length > 1) {
      findings.push({
        rule: 'label-sequence',
        level: 'warning',
        lines: at(before?.clause.line ?? clause.line, clause.line),
        message:
          before === undefined
            ? `The list begins with ${label.printed}.`
            : `After ${before.label.printed} comes ${label.printed}.`,
      });
    }
    seen.set(label.core, clause.line);
  });
  return findings;
}

/** The last words of a clause in the proposed text, its sub-clauses included. */
function lastWords(clause: Clause): { text: string; line: number } | null {
  for (let index = clause.children.length - 1; index >= 0; index--) {
    const child = clause.children[index];
    if (child !== undefined && child.after !== null) return lastWords(child);
  }
  return clause.after === null ? null : { text: clause.after, line: clause.line };
}

/**
 * Inside a list clauses end with ";", before the next heading with ",", at the end of the text with ".". Paragraphs that
 * begin with their verb ("2. Requests …;") end with ";" where something is decided.
 */
function punctuationFindings(sections: readonly Section[], isWhole: boolean): Finding[] {
  const findings: Finding[] = [];
  const standing = sections.filter((section) => section.clauses.some((clause) => clause.after !== null));
  standing.forEach((section, place) => {
    const clauses = section.clauses.filter((clause) => clause.after !== null);
    clauses.forEach((clause, index) => {
      const words = lastWords(clause);
      if (words === null || words.text.length < 8) return;
      const sign = /[,;.:]$/.exec(words.text.replace(/[\s"”’')\]]+$/u, ''))?.[0] ?? '';
      const isLast = index === clauses.length - 1;
      const before = section.kind === 'operative' && section.line === clauses[0]?.line ? ';' : ',';
      const wanted = !isLast ? ';' : place < standing.length - 1 ? before : isWhole ? '.' : '';
      if (wanted === '' || sign === wanted || (sign === ':' && !isLast) || isLead(clause, clauses[index + 1])) return;
      findings.push({
        rule: 'list-end-punctuation',
        level: 'info',
        lines: at(words.line),
        message: `Ends with ${sign === '' ? 'no sign' : `"${sign}"`} where "${wanted}" is usual.`,
      });
    });
  });
  return findings;
}

/** A line without label before a list leads into it and has the sign it needs. */
function isLead(clause: Clause, next: Clause | undefined): boolean {
  return clause.label.after === '' && next !== undefined && next.label.after !== '';
}

/** References to clauses of the text that do not stand in the proposed text. */
function referenceFindings(sections: readonly Section[], all: readonly Section[]): Finding[] {
  const labels = new Map<string, Set<string>>();
  for (const section of sections) {
    if (section.heading === null) continue;
    const known = labels.get(section.heading.toLowerCase()) ?? new Set<string>();
    for (const clause of allOf(section.clauses)) {
      if (clause.after !== null) known.add(bare(clause.label.after ?? ''));
    }
    labels.set(section.heading.toLowerCase(), known);
  }
  const headings = [...labels.keys()].sort((left, right) => right.length - left.length);
  const fused = new Map<string, string>();
  const findings: Finding[] = [];
  for (const section of all) {
    for (const clause of allOf(section.clauses)) {
      if (clause.after === null) continue;
      const scanned = { line: clause.line, text: clause.after };
      for (const { heading, to, citation } of clauseCitations(scanned, { headings, fused })) {
        const known = labels.get(heading);
        const elsewhere = /^[\s\u00a0]*of\s+(?:Resolution|Decision|Recommendation)/i.test(clause.after.slice(to));
        if (known === undefined || citation.number === '' || elsewhere || known.has(bare(citation.number))) continue;
        findings.push({
          rule: 'reference-mismatch',
          level: 'warning',
          lines: at(clause.line),
          message: `"${citation.text}" refers to ${heading} ${citation.number}, which is not in the proposed text.`,
        });
      }
    }
  }
  return findings;
}

function bare(label: string): string {
  return label.replace(/[().\s]/g, '');
}

function* allOf(clauses: readonly Clause[]): Generator<Clause> {
  for (const clause of clauses) {
    yield clause;
    yield* allOf(clause.children);
  }
}

/** Clauses whose changes were read without marks and without full evidence. */
function guessed(sections: readonly Section[], notes: readonly SeamNote[]): Finding[] {
  const why = new Map<number, string[]>();
  for (const note of notes) {
    if (note.certainty === 'guess') why.set(note.line, [...new Set([...(why.get(note.line) ?? []), note.evidence])]);
  }
  const findings: Finding[] = [];
  for (const section of sections) {
    for (const clause of allOf(section.clauses)) {
      if (clause.certainty !== 'guess') continue;
      const reasons = why.get(clause.line) ?? [
        'the words are younger than the base text, yet nothing marks what changed',
      ];
      findings.push({
        rule: 'flattened-revision',
        level: 'info',
        lines: at(clause.line),
        message: `Old and new words are fused here and were told apart by guess: ${reasons.slice(0, 3).join('; ')}.`,
      });
    }
  }
  return findings;
}
