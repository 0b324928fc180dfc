/** Findings on proposals and on the contribution as a whole: missing parts, contradictions, odd names. */
import type { Clause, Finding, LegalText } from '#kernel/reading/index.ts';
import { fold } from '#formats/document/index.ts';
import { misspeltPlaces, unlikelyRevisions } from '../findings/names.ts';
import { textFindings } from '../findings/text.ts';
import type { Evidence } from '../flattened/evidence.ts';
import { orphanTail } from '../legal/findings.ts';
import { wordsOf, type Passage } from '../words/passages.ts';
import type { ReadProposal } from './read.ts';

/** What most proposals of a document have, so that one without it stands out. */
export interface Habits {
  summaries: boolean;
  bookmarks: boolean;
}

/** The habits of a document's proposals. */
export function habitsOf(all: readonly ReadProposal[]): Habits {
  const most = (test: (one: ReadProposal) => boolean): boolean => all.filter(test).length * 2 > all.length;
  return {
    summaries: most(({ proposal }) => proposal.parts.summary !== null),
    bookmarks: most(({ proposal }) => proposal.bookmark !== null),
  };
}

/** Findings on one proposal, seen among the others of its document. */
export function proposalFindings(one: ReadProposal, habits: Habits): Finding[] {
  const { proposal, bounds, changes, left } = one;
  const findings: Finding[] = [];
  const say = (rule: string, level: Finding['level'], message: string, lines: Finding['lines'] = null): void => {
    findings.push({ rule, level, lines: lines ?? [bounds.codeLine, bounds.codeLine], message });
  };
  if (proposal.parts.summary === null && habits.summaries) {
    say('missing-summary', 'info', `${proposal.reference} has no summary, unlike the others.`);
  }
  if (proposal.bookmark === null && habits.bookmarks) {
    say('missing-bookmark', 'info', `${proposal.reference} has no bookmark, unlike the others.`);
  }
  if ((proposal.action === 'NOC' || proposal.action === 'SUP') && !bounds.reasoned) {
    say('missing-reasons', 'warning', `${proposal.action} needs reasons; ${proposal.reference} gives none.`);
  }
  if (!one.targeted) say('target-unclear', 'warning', `No line says which text ${proposal.reference} is about.`);
  if ((proposal.action === 'MOD' || proposal.action === 'ADD') && !hasWords(proposal.text)) {
    say('text-missing', 'warning', `${proposal.reference} proposes a text and gives none.`);
  } else if (proposal.action === 'MOD' && proposal.text !== null && !isChangedText(proposal.text, proposal)) {
    say('change-missing', 'warning', `${proposal.reference} is a modification, and no change shows in its text.`);
  }
  if (bounds.code.others.length > 0) {
    say('several-codes', 'info', `The line also names ${bounds.code.others.join(', ')}; the first was taken.`);
  }
  findings.push(...summaryFindings(one), ...headingFindings(one));
  if (proposal.text !== null) findings.push(...textFindings(proposal.text, changes), ...one.onNotes);
  findings.push(...orphanTail(left));
  return findings;
}

function hasWords(text: LegalText | null): boolean {
  return text !== null && (text.sections.length > 0 || text.annexes.length > 0);
}

function isChangedText(text: LegalText, { title, revision }: ReadProposal['proposal']): boolean {
  const sections = [...text.sections, ...text.annexes.flatMap((annex) => annex.sections)];
  const named = revision.before !== null && revision.after !== null && revision.before.year !== revision.after.year;
  return named || title.before !== title.after || sections.some((section) => section.clauses.some(isTouched));
}

function isTouched(clause: Clause): boolean {
  return clause.status !== 'kept' || clause.children.some(isTouched);
}

/** "Proposal XYZ/12A1/4 - Summary:" over the proposal with the code XYZ/12A1/5. */
function summaryFindings({ bounds, proposal }: ReadProposal): Finding[] {
  const first = bounds.summary[0];
  if (first === undefined) return [];
  const named = /Proposals?\s+([A-Z]{2,8}\/[A-Z0-9/]{2,30})/.exec(wordsOf(first))?.[1];
  if (named === undefined || named === proposal.reference) return [];
  return [
    {
      rule: 'reference-mismatch',
      level: 'warning',
      lines: [first.line, first.line],
      message: `The summary is headed ${named}, the proposal is ${proposal.reference}.`,
    },
  ];
}

/** "(Rev. Busan, 2014dubAi, 2018)": a heading in capitals keeps small letters where words were typed over. */
function headingFindings({ draft }: ReadProposal): Finding[] {
  const heads = [draft.heading, ...draft.annexes.map((annex) => annex.heading)];
  return heads.flatMap((head) => {
    if (head === null) return [];
    const text = fold(wordsOf(head));
    const odd = /(?:(?<=[\d, ])\p{Ll}{2,}\p{L}*(?=, ?(?:19|20)\d\d)|\bREv\.|\brEv\.|\p{Ll}\p{Lu}{2,}(?=,))/u.exec(
      text,
    )?.[0];
    if (odd === undefined) return [];
    const line = head.line;
    return [
      {
        rule: 'heading-case-lost',
        level: 'info',
        lines: [line, line],
        message: `"${odd}" in the heading has lost its capitals.`,
      },
    ];
  });
}

/** Findings on the document: numbering of the proposals, names, lines that nothing explains. */
export function documentFindings(
  all: readonly ReadProposal[],
  passages: readonly Passage[],
  evidence: Evidence,
): Finding[] {
  return [...serialFindings(all), ...unlikelyRevisions(passages, evidence), ...misspeltPlaces(passages, evidence)];
}

function serialFindings(all: readonly ReadProposal[]): Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  all.forEach(({ proposal, bounds }, index) => {
    const { reference } = proposal;
    const before = all[index - 1];
    const lines: [number, number] = [bounds.codeLine, bounds.codeLine];
    if (seen.has(reference)) {
      findings.push({ rule: 'duplicate-serial', level: 'warning', lines, message: `${reference} stands twice.` });
    } else if (
      before !== undefined &&
      sameDocument(before, all[index]) &&
      proposal.serial !== before.proposal.serial + 1
    ) {
      const message = `After ${before.proposal.reference} comes ${reference}.`;
      findings.push({ rule: 'serial-gap', level: 'info', lines, message });
    } else if (before !== undefined && !sameDocument(before, all[index])) {
      const message = `${reference} belongs to another document than ${before.proposal.reference}.`;
      findings.push({ rule: 'other-document', level: 'info', lines, message });
    }
    seen.add(reference);
  });
  return findings;
}

/** The reference without the serial. */
function documentOf({ proposal }: ReadProposal): string {
  return proposal.reference.replace(/\/\d+$/, '');
}

function sameDocument(one: ReadProposal, other: ReadProposal | undefined): boolean {
  return other !== undefined && documentOf(one) === documentOf(other);
}
