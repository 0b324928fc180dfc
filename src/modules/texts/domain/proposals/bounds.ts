/**
 * Where each proposal of a contribution begins and ends, and its parts: summary, introduction, what is proposed in
 * prose, the code line, the text, the reasons. Nothing of this is sure to be there: summaries, headings and the rows of
 * stars between proposals are missing in real files, and a heading may stand before its code line.
 */
import type { LineRange } from '#kernel/reading/index.ts';
import { hasStyle, isAnnexHeading, isInstrumentHeading, isSeparator } from '../legal/headings.ts';
import { wordsOf, type Passage } from '../words/passages.ts';
import { brokenCode, proposalCode, type ProposalCode } from './codes.ts';

export interface Bounds {
  code: ProposalCode;
  /** Line of the code. */
  codeLine: number;
  summary: Passage[];
  introduction: Passage[];
  proposal: Passage[];
  /** Heading and title that stand before the code line, then everything after it up to the reasons. */
  body: Passage[];
  reasons: Passage[];
  /** Whether the reasons say anything after "Reasons:". */
  reasoned: boolean;
  /** What stands after the reasons and before the next proposal. */
  after: Passage[];
}

interface CodeAt {
  code: ProposalCode;
  /** Index of the first and after the last passage of the code line. */
  from: number;
  to: number;
}

const summaryMark =
  /^\s*(?:Proposals?\s+[A-Z]{2,8}\/\S+\s*[-–—:]*\s*)?(?:executive\s+)?(?:summary|abstract)\s*(?::|$)/i;
const introductionMark = /^\s*(?:\d\.?\s+)?(?:introduction|background)\s*:?\s*$/i;
const proposalMark = /^\s*(?:\d\.?\s+)?proposals?\s*:?\s*$/i;
const reasonsMark = /^\s*reasons?\s*:/i;

/** True when at least one code line stands in these passages. */
export function codesIn(passages: readonly Passage[]): CodeAt[] {
  const found: CodeAt[] = [];
  for (let at = 0; at < passages.length; at++) {
    const text = proposedWordsOf(passages[at]);
    const whole = proposalCode(text);
    const broken = whole === null ? brokenCode(text, proposedWordsOf(passages[at + 1])) : null;
    const code = whole ?? broken;
    if (code === null) continue;
    found.push({ code, from: at, to: at + (whole === null ? 2 : 1) });
  }
  return found;
}

function proposedWordsOf(passage: Passage | undefined): string {
  return passage === undefined ? '' : wordsOf(passage);
}

/** Divides a contribution into its proposals; what lies between them in none is not in any bounds. */
export function boundsOf(passages: readonly Passage[]): Bounds[] {
  const codes = codesIn(passages);
  const starts = codes.map((code, index) => startOf(passages, codes[index - 1]?.to ?? 0, code.from, index === 0));
  return codes.map((code, index) => {
    const end = starts[index + 1] ?? passages.length;
    const before = partsBefore(passages.slice(starts[index], code.from));
    const after = partsAfter(passages.slice(code.to, end));
    return {
      code: code.code,
      codeLine: passages[code.from]?.line ?? 1,
      summary: before.summary,
      introduction: before.introduction,
      proposal: before.proposal,
      body: [...before.heading, ...after.body],
      reasons: after.reasons,
      reasoned: after.reasoned,
      after: after.after,
    };
  });
}

/** Index of the first passage of the proposal whose code is at `code`, looking no further back than `from`. */
function startOf(passages: readonly Passage[], from: number, code: number, isFirst: boolean): number {
  const heading = headingBefore(passages, from, code, isFirst);
  const find = (test: (passage: Passage) => boolean): number => {
    for (let at = heading - 1; at >= from; at--) {
      const passage = passages[at];
      if (passage !== undefined && test(passage)) return at;
    }
    return -1;
  };
  const separator = find((passage) => isSeparator(wordsOf(passage)));
  const summary = find((passage) => summaryMark.test(wordsOf(passage)));
  if (summary >= 0 && summary > separator) return summary;
  if (separator >= 0) return separator + 1;
  const proposal = find((passage) => proposalMark.test(wordsOf(passage)));
  const introduction = find((passage) => introductionMark.test(wordsOf(passage)) && isOutside(passage));
  if (introduction >= 0 && (isFirst || introduction < proposal || afterReasons(passages, from, introduction))) {
    return introduction;
  }
  return proposal >= 0 ? proposal : heading;
}

/** "INTRODUCTION" of a contribution is in capitals or styled; an annex may have an introduction of its own. */
function isOutside(passage: Passage): boolean {
  const text = wordsOf(passage).trim();
  return text === text.toUpperCase() || hasStyle(passage, /^heading/) || /^introduction\s*:?$/i.test(text);
}

function afterReasons(passages: readonly Passage[], from: number, at: number): boolean {
  for (let index = at - 1; index >= Math.max(from, at - 6); index--) {
    const passage = passages[index];
    if (passage !== undefined && reasonsMark.test(wordsOf(passage))) return true;
  }
  return false;
}

/** Where heading and title of the text stand right before the code line: the index of the heading, else of the code. */
function headingBefore(passages: readonly Passage[], from: number, code: number, isFirst: boolean): number {
  for (let at = code - 1; at >= Math.max(from, code - 4); at--) {
    const passage = passages[at];
    if (passage === undefined || /[.;:]\s*$/.test(wordsOf(passage))) break;
    if (proposalMark.test(wordsOf(passage)) || introductionMark.test(wordsOf(passage))) break;
    // Right after a code line it heads the text of that one.
    if (isInstrumentHeading(passage)) return at === from && !isFirst ? code : at;
  }
  return code;
}

function partsBefore(passages: readonly Passage[]) {
  const heading = headingBefore(passages, 0, passages.length, true);
  const prose = passages.slice(0, heading).filter((passage) => !isSeparator(wordsOf(passage)));
  const summaryEnd = summaryLength(prose);
  const proposalAt = prose.findIndex((passage, index) => index >= summaryEnd && proposalMark.test(wordsOf(passage)));
  const proposalStart = proposalAt < 0 ? prose.length : proposalAt;
  return {
    summary: prose.slice(0, summaryEnd),
    introduction: prose.slice(summaryEnd, proposalStart),
    proposal: prose.slice(proposalStart),
    heading: passages.slice(heading),
  };
}

/** The summary is a box (one table), or ends at the next heading, or at the first gap after its words. */
function summaryLength(prose: readonly Passage[]): number {
  const first = prose[0];
  if (first === undefined || !summaryMark.test(wordsOf(first))) return 0;
  let at = 1;
  for (; at < prose.length; at++) {
    const passage = prose[at];
    if (passage === undefined) break;
    const text = wordsOf(passage);
    if (introductionMark.test(text) || proposalMark.test(text)) break;
    if (first.table !== null ? passage.table !== first.table : passage.afterBlank && at > 1) break;
  }
  return at;
}

interface After {
  body: Passage[];
  reasons: Passage[];
  reasoned: boolean;
  after: Passage[];
}

/** What stands after the code line. */
function partsAfter(passages: readonly Passage[]): After {
  const first = passages[0];
  const heading = passages.findIndex(isInstrumentHeading);
  // Some give the reasons first: they end where the text is headed.
  if (first !== undefined && heading > 0 && reasonsMark.test(wordsOf(first))) {
    const rest = textAndReasons(passages.slice(heading));
    return { ...rest, reasons: [...passages.slice(0, heading), ...rest.reasons], reasoned: true };
  }
  return textAndReasons(passages);
}

function textAndReasons(passages: readonly Passage[]): After {
  const at = passages.findIndex((passage) => reasonsMark.test(wordsOf(passage)) || hasStyle(passage, /^reasons$/));
  if (at < 0) return { body: [...passages], reasons: [], reasoned: false, after: [] };
  let end = at + 1;
  while (end < passages.length) {
    const passage = passages[end];
    if (passage === undefined || isSeparator(wordsOf(passage))) break;
    if (!hasStyle(passage, /^reasons$/) && (passage.afterBlank || passage.styles.length > 0)) break;
    end++;
  }
  const reasons = passages.slice(at, end);
  const words = reasons.map((passage) => wordsOf(passage).replace(reasonsMark, '')).join('');
  // After the reasons only an annex still belongs to the text.
  const rest = passages.slice(end);
  const annex = rest.findIndex(isAnnexHeading);
  const body = [...passages.slice(0, at), ...(annex < 0 ? [] : rest.slice(annex))];
  return { body, reasons, reasoned: words.trim() !== '', after: annex < 0 ? rest : rest.slice(0, annex) };
}

/** First and last line of some passages. */
export function rangeOf(passages: readonly Passage[]): LineRange | null {
  const first = passages[0];
  const last = passages.at(-1);
  return first === undefined || last === undefined ? null : [first.line, last.lastLine];
}
