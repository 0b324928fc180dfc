/**
 * Paragraphs of a collection that a converter made of printed pages, as the clauses, headings, annexes and footnotes
 * they hold. What is not sure stays as it stands and is told.
 */
import type { Finding, Footnote } from '#kernel/reading/index.ts';
import { labelOf, type PrintedLabel } from '../labels/label.ts';
import { wordsOf, type Passage } from '../words/passages.ts';
import { clausesInside, headingAtEnd } from './chains.ts';
import { takeNotes } from './page-notes.ts';
import { piece, rewritten } from './pieces.ts';

export interface TakenApart {
  passages: Passage[];
  /** Footnotes found inside paragraphs, with the line they belong to. */
  footnotes: Footnote[];
  findings: Finding[];
}

/** The paragraphs of one text. */
export function takeApart(passages: readonly Passage[]): TakenApart {
  const apart: TakenApart = { passages: [], footnotes: [], findings: [] };
  let inAnnex = false;
  let outer: PrintedLabel | null = null;
  passages.forEach((passage, index) => {
    if (passage.revised) {
      apart.passages.push(passage);
      return;
    }
    const parts = splitAtAnnexes(passage);
    const next = passages[index + 1];
    const wasInAnnex = inAnnex;
    const clauses = parts.flatMap((part, at) => {
      inAnnex ||= part.styles.includes('annexno');
      // What stands in annexes is no list of clauses: tables, charts, running text.
      return wasInAnnex || at > 0 ? [part] : splitClauses(part, at === parts.length - 1 ? next : undefined, outer);
    });
    outer = lastNumber(clauses, outer);
    if (clauses.length > 1) apart.findings.push(runTogether(passage, clauses));
    for (const clause of clauses) {
      const { passage: own, notes } = takeNotes(clause, apart.passages);
      apart.passages.push(own);
      apart.footnotes.push(...notes);
    }
  });
  apart.findings.push(...apart.passages.flatMap((passage) => stillTogether(passage)));
  return apart;
}

const annexInside =
  /\b((?:ANNEX|APPENDIX)(?:\s+(?:\d{1,3}|[A-Z]))?\s+TO\s+(?:RESOLUTION|DECISION|RECOMMENDATION)\s+\S{1,12}(?:\s+\([^()]{3,60}\))?)\s+/gu;
const sentenceEnd = /[.;:,)”"](?:\s+_+)?\s*$/u;

/** A heading follows the end of a sentence; one with the name of its revision also follows a table. */
const endsThere = (before: string, heading: string): boolean =>
  sentenceEnd.test(before) || (heading.endsWith(')') && !/\p{Lu}{2,}\s*$/u.test(before));

/** Cuts a paragraph at the headings of annexes in it, which stand in capitals after the end of a sentence. */
function splitAtAnnexes(passage: Passage): Passage[] {
  const text = wordsOf(passage);
  const parts: Passage[] = [];
  let from = 0;
  for (const found of text.matchAll(annexInside)) {
    const before = text.slice(from, found.index).trim();
    if (!endsThere(before.slice(-60), found[1] ?? '')) continue;
    if (before !== '') parts.push(parts.length === 0 ? rewritten(passage, before) : piece(passage, before, []));
    parts.push(piece(passage, found[1] ?? '', ['annexno']));
    from = found.index + found[0].length;
  }
  if (parts.length === 0) return [passage];
  const rest = text.slice(from).trim();
  return rest === '' ? parts : [...parts, piece(passage, rest, ['enumlev1'])];
}

function ownLabel(passage: Passage): PrintedLabel | null {
  const label = labelOf(wordsOf(passage), true);
  if (label !== null) return label;
  const number = passage.number.proposed;
  const automatic = number === null ? null : labelOf(`${number}\t`, false);
  return automatic === null ? null : { ...automatic, length: 0 };
}

/** The number of the last numbered clause under the heading that stands last. */
function lastNumber(passages: readonly Passage[], before: PrintedLabel | null): PrintedLabel | null {
  let last = before;
  for (const passage of passages) {
    const label = passage.styles.includes('call') ? null : ownLabel(passage);
    if (passage.styles.includes('call') || label?.families[0] === 'number') last = label;
  }
  return last;
}

function splitClauses(passage: Passage, next: Passage | undefined, outer: PrintedLabel | null): Passage[] {
  const text = wordsOf(passage);
  const following = next === undefined ? null : ownLabel(next);
  const own = ownLabel(passage);
  const cuts = clausesInside(text, { own, next: following, outer });
  const parts: Passage[] = [];
  let from = 0;
  let label: string | null = null;
  const take = (to: number): void => {
    const words = text.slice(from, to).trim();
    if (label === null) parts.push(rewritten(passage, words));
    else parts.push(piece(passage, `${label}\t${words}`));
  };
  for (const { at, label: printed, words, heading } of cuts) {
    take(at);
    if (heading !== null) parts.push(piece(passage, heading, ['call']));
    [from, label] = [words, printed];
  }
  take(text.length);
  return splitEndHeading(parts, following);
}

/** "…, instructs the Secretary-General" at the end of a paragraph is the heading of the list that begins after it. */
function splitEndHeading(parts: Passage[], following: PrintedLabel | null): Passage[] {
  const last = parts.at(-1);
  if (last === undefined || following === null || !/^(?:1|a)$/.test(following.core)) return parts;
  const text = wordsOf(last);
  if (/[.;:,]$/.test(text) || last.styles.includes('call')) return parts;
  const length = headingAtEnd(text);
  if (length === null) return parts;
  const at = text.length - length;
  return [
    ...parts.slice(0, -1),
    rewritten(last, text.slice(0, at).trim()),
    piece(last, text.slice(at).trim(), ['call']),
  ];
}

function runTogether(passage: Passage, parts: readonly Passage[]): Finding {
  return {
    rule: 'clauses-run-together',
    level: 'info',
    lines: [passage.line, passage.line],
    message: `${parts.length} parts stand in one paragraph and were taken apart at their labels and headings.`,
  };
}

const doubtful = /[;,]\s+(?:\d{1,2}|[a-z]\)|[ivx]{1,4}\))\s+(?:to|that)\s|_{5,}/u;

function stillTogether(passage: Passage): Finding[] {
  const found = doubtful.exec(wordsOf(passage));
  if (found === null) return [];
  const what = found[0].includes('_')
    ? 'A footnote stands inside the paragraph and could not be told from its words.'
    : `Further clauses may stand in the paragraph ("${found[0].trim()}"); it was left as one.`;
  return [{ rule: 'paragraph-not-taken-apart', level: 'warning', lines: [passage.line, passage.line], message: what }];
}
