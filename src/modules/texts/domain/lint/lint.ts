/** Runs the rules of the lint on texts, contributions, files and citations. */
import type { Citation, Finding, LegalText, ProposalsRecord } from '#kernel/reading/index.ts';
import type { CitingDocument } from '../citations/check/citing.ts';
import type { KnownTexts } from '../citations/check/known.ts';
import type { ReadProposal } from '../proposals/read.ts';
import { lintedProposals, lintedText, type AboutText } from './linted.ts';
import type { Issue, LintedFile, LintedText, Rule } from './rule.ts';
import { rules } from './rules.ts';

/** All findings on one text, with changes or without. Works on a draft that was never a file. */
export function lintText(text: LegalText, about: AboutText = {}): Finding[] {
  return inOrder(onText(lintedText(text, about)));
}

/** A contribution as it was read from a file: what its record does not say. */
export interface PrintedContribution {
  read: readonly ReadProposal[];
  file: LintedFile;
}

/** All findings on a contribution with its proposals and their texts; without `printed`, on a draft. */
export function lintContribution(record: ProposalsRecord, printed: PrintedContribution | null = null): Finding[] {
  const proposals = lintedProposals(record.proposals, printed?.read);
  return inOrder([
    ...proposals.flatMap((proposal) => [
      ...byRules((rule) => rule.proposal?.(proposal)),
      ...(proposal.text === null ? [] : onText(proposal.text)),
    ]),
    ...byRules((rule) => rule.contribution?.({ proposals })),
    ...(printed === null ? [] : lintFile(printed.file)),
  ]);
}

/** Findings on a file as it was read, whatever its texts are. */
export function lintFile(file: LintedFile): Finding[] {
  return inOrder(byRules((rule) => rule.file?.(file)));
}

/** Findings on citations, by what is known of other texts. */
export function lintCitations(citations: readonly Citation[], known: KnownTexts, document?: CitingDocument): Finding[] {
  return inOrder(byRules((rule) => rule.citations?.({ citations, known, document })));
}

const onText = (text: LintedText): Finding[] => byRules((rule) => rule.text?.(text));

function byRules(look: (rule: Rule) => Issue[] | undefined): Finding[] {
  return rules.flatMap((rule) =>
    (look(rule) ?? []).map(({ lines, message, level = rule.level, mend }) => ({
      rule: rule.name,
      level,
      lines,
      message,
      ...(mend === undefined ? {} : { mend }),
    })),
  );
}

function inOrder(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((one, other) => (one.lines?.[0] ?? 0) - (other.lines?.[0] ?? 0));
}
