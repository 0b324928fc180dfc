/** A draft read by the rules of the lint, its citations checked against the register; mends are made as suggestions. */
import type { Line } from '#formats/document/index.ts';
import { refuse } from '#kernel/problem.ts';
import type { Clause, Finding, LegalText } from '#kernel/reading/index.ts';
import { mustMay, type Context } from '#modules/access/server/index.ts';
import { findCitations } from '../domain/citations/find.ts';
import { checkedFindings } from '../domain/lint/checked.ts';
import { lintText } from '../domain/lint/lint.ts';
import { mended } from '../domain/lint/mend.ts';
import { plainParagraph } from '../domain/publish/index.ts';
import { sideOfText } from '../domain/register/sides.ts';
import { textsOf } from '../domain/register/texts-of.ts';
import { proposedOf } from '../domain/words/runs.ts';
import { draft, proposeChange, type Draft } from './drafts.ts';
import { knownCitations } from './known-citations.ts';

/** A draft with what a careful reader would notice. */
export interface CheckedDraft {
  draft: Draft;
  findings: Finding[];
  /** The words that stand at a line of the draft's text; `null` where none do. */
  wordsAt: (line: number) => string | null;
}

/** Checks a draft as it now stands. @throws Refusal `not-found` */
export async function checkDraft(context: Context, slug: string): Promise<CheckedDraft> {
  const found = await draft(context, slug);
  const { text } = found;
  const lines = linesOfText(sideOfText(text, 'proposed'));
  const words = new Map(lines.map((line) => [line.number, line.text]));
  const citations = findCitations(lines);
  const known = await knownCitations(context, citations, textsOf(text));
  const last = lines.at(-1)?.number ?? 0;
  const findings = checkedFindings(
    {
      record: text,
      findings: lintText(text),
      citations,
      lines: Array.from({ length: last }, (_, index) => ({ words: words.get(index + 1) ?? '', runs: null })),
    },
    known,
  );
  return { draft: found.draft, findings, wordsAt: (line) => words.get(line) ?? null };
}

/**
 * Makes the change that settles a finding, as a suggestion of the viewer.
 * @param mend the words to take out, which must stand once in the clause, and those to put in
 * @throws Refusal `no-clause`, `changed-meanwhile` where the words are not there any more
 */
export async function mendDraft(
  context: Context,
  slug: string,
  version: number,
  mend: { line: number; from: string; to: string; why: string },
): Promise<void> {
  mustMay(context, 'draft-texts');
  const { text, blocks } = await draft(context, slug);
  const clause = clausesIn(text).find(({ line }) => line === mend.line);
  const block = blocks.get(mend.line);
  if (clause === undefined || clause.after === null || block === undefined) {
    refuse('no-clause', 'The clause is not in the draft any more.', 'Check the draft again.');
  }
  const runs = mended(clause.after, mend);
  if (runs === null) {
    refuse('changed-meanwhile', 'The words of the clause were changed since.', 'Check the draft again.');
  }
  await proposeChange(context, slug, version, { block, what: 'reword', words: proposedOf(runs), reason: mend.why });
}

function clausesIn(text: LegalText): Clause[] {
  const all = (clauses: readonly Clause[]): Clause[] => clauses.flatMap((clause) => [clause, ...all(clause.children)]);
  return [...text.sections, ...text.annexes.flatMap((annex) => annex.sections)].flatMap(({ clauses }) => all(clauses));
}

/** A clean text as the lines of a document, numbered as its record numbers them. */
function linesOfText(text: LegalText): Line[] {
  const lines: Line[] = [];
  const add = (number: number, style: string, words: string | null): void => {
    if (words !== null) lines.push({ number, text: words, paragraph: plainParagraph(style, words), cell: null });
  };
  const addClause = ({ label, after, line, children }: Clause): void => {
    const printed = label.after ?? '';
    add(line, 'enumlev1', after === null ? null : printed === '' ? after : `${printed}\t${after}`);
    children.forEach(addClause);
  };
  const addSections = (sections: LegalText['sections']): void => {
    for (const { heading, line, clauses } of sections) {
      add(line, 'Call', heading);
      clauses.forEach(addClause);
    }
  };
  addSections(text.sections);
  for (const annex of text.annexes) {
    add(annex.line, 'AnnexNo', annex.heading);
    addSections(annex.sections);
  }
  return lines.map((line) => ({ ...line, paragraph: { ...line.paragraph, line: line.number } }));
}
