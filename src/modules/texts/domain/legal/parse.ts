/**
 * Takes the passages of one resolution, decision, recommendation or the like apart: heading, title, opening words,
 * sections with their clauses, annexes. What stands after the end of the text is handed back, not forced in.
 */
import { cutStart, printedOf } from '../words/runs.ts';
import { wordsOf, type Passage } from '../words/passages.ts';
import { follows } from '../labels/follows.ts';
import { labelOf } from '../labels/label.ts';
import type { DraftAnnex, DraftSection, DraftText } from './draft.ts';
import { hasStyle, isAnnexHeading, isInstrumentHeading, isSeparator, sectionHeading } from './headings.ts';
import { buildClauses } from './lists.ts';
import { isTreatyHeading, treatySections } from './treaty.ts';
import { openingVerb, type Part } from './vocabulary.ts';

export interface Parsed {
  draft: DraftText;
  /** Passages that belong to no part of the text: stray lines after its end. */
  left: Passage[];
}

interface OpenSection {
  part: Part | 'either' | 'annex';
  heading: Passage | null;
  passages: Passage[];
  line: number;
}

/** Parses passages that begin with the heading of a text (or with its title, or with an annex of it). */
export function parseText(passages: readonly Passage[]): Parsed {
  const draft: DraftText = { heading: null, title: [], opening: [], sections: [], annexes: [] };
  const left: Passage[] = [];
  const start = takeHead(passages, draft);
  const body = passages.slice(start);
  const firstAnnex = body.findIndex(isAnnexHeading);
  const main = firstAnnex < 0 ? body : body.slice(0, firstAnnex);
  draft.sections = mainSections(main, left);
  if (firstAnnex >= 0) draft.annexes = annexesOf(body.slice(firstAnnex), left);
  return { draft, left };
}

/** Reads heading, title and opening; returns the index after them. */
function takeHead(passages: readonly Passage[], draft: DraftText): number {
  let at = 0;
  const first = passages[0];
  if (first !== undefined && isInstrumentHeading(first)) {
    draft.heading = first;
    at = 1;
  }
  const from = at;
  while (at < passages.length && at - from < 5) {
    const passage = passages[at];
    if (passage === undefined || isAnnexHeading(passage)) return at;
    if (isOpening(passage)) {
      draft.opening.push(passage);
      return at + 1;
    }
    const titled = hasStyle(passage, /^(?:res|rec|dec|opi|ann|app)?_?title/);
    if (!titled && (draft.heading === null || !isTitle(passage, passages[at + 1]))) return at;
    draft.title.push(passage);
    at++;
  }
  return at;
}

/** "The Plenipotentiary Conference of … (Dubai, 2018)," – who speaks. */
export function isOpening(passage: Passage): boolean {
  const text = wordsOf(passage).trim();
  if (hasStyle(passage, /^normal_?aftertitle/) && text.endsWith(',')) return true;
  if (/^(?:Assembly|Conference|Congress|Council),$/i.test(text)) return true;
  return (
    /^The\s\S[\s\S]{3,300},$/i.test(text) &&
    /^The\s+(?:\S+\s+){0,6}?\S*(?:Conference|Assembly|Council|Congress|Committee|Board|Commission|Meeting|Forum|Union|Organization|Organisation|Parties|Governors|Directors)\b/i.test(
      text,
    ) &&
    labelOf(text, false) === null
  );
}

function isTitle(passage: Passage, next: Passage | undefined): boolean {
  const text = wordsOf(passage).trim();
  if (isTreatyHeading(passage) || text.length > 420 || /[.;:]$/.test(text) || isSeparator(text)) return false;
  if (labelOf(text, false) !== null) return false;
  // In capitals a title can look like a heading; right before the opening words it is none.
  return (next !== undefined && isOpening(next)) || sectionHeading(passage, next) === null;
}

/** Sections before the annexes. */
function mainSections(passages: readonly Passage[], left: Passage[]): DraftSection[] {
  const headings = passages.map((passage, index) => sectionHeading(passage, passages[index + 1]));
  if (headings.every((heading) => heading === null)) {
    const spoken = spokenSections(passages, left, 2);
    if (spoken !== null) return spoken;
    const treaty = treatySections(passages);
    if (treaty !== null) return treaty;
  }
  const last = headings.findLastIndex((heading) => heading !== null);
  const first = headings.findIndex((heading) => heading !== null);
  const lead = spokenSections(passages.slice(0, Math.max(first, 0)), left, 1);
  if (lead !== null) return [...lead, ...mainSections(passages.slice(first), left)];
  const open: OpenSection[] = [];
  let ended = false;
  passages.forEach((passage, index) => {
    const heading = headings[index] ?? null;
    if (heading !== null) {
      open.push({ part: heading.part, heading: passage, passages: [], line: passage.line });
      return;
    }
    const text = wordsOf(passage);
    const current = open.at(-1);
    ended ||= index > last && isAfterEnd(passage, current?.passages.at(-1));
    if (ended || current === undefined || isSeparator(text)) left.push(passage);
    else current.passages.push(passage);
  });
  return settleParts(open);
}

/** After the full stop of the last section a stretch without label, set off by a blank line, is no clause of it. */
function isAfterEnd(passage: Passage, previous: Passage | undefined): boolean {
  if (previous === undefined || !/\.\s*$/.test(wordsOf(previous))) return false;
  return passage.afterBlank && labelOf(wordsOf(passage), false) === null;
}

/** Verbs that can be either are grounds as long as nothing has been ordered, or when grounds still follow. */
function settleParts(open: readonly OpenSection[]): DraftSection[] {
  const firstOrder = open.findIndex((section) => section.part === 'operative');
  const lastGround = open.findLastIndex((section) => section.part === 'preamble');
  return open.map((section, index) => ({
    kind:
      section.part === 'either'
        ? firstOrder < 0 || index < firstOrder || index < lastGround
          ? 'preamble'
          : 'operative'
        : section.part,
    heading: section.heading,
    clauses: buildClauses(section.passages),
    line: section.line,
  }));
}

/**
 * Texts that speak in running paragraphs, "Recalling its resolution …," and "3. Requests the Secretary-General …;":
 * the verb becomes the heading, the rest the clause. `null` where fewer than `least` paragraphs begin so.
 */
function spokenSections(passages: readonly Passage[], left: Passage[], least: number): DraftSection[] | null {
  const verbs = passages.map((passage) => {
    const text = wordsOf(passage);
    const label = labelOf(text, true);
    const verb = openingVerb(text.slice(label?.length ?? 0));
    return verb !== null && verb.known ? { verb, label } : null;
  });
  if (verbs.filter((verb) => verb !== null).length < least) return null;
  const open: OpenSection[] = [];
  passages.forEach((passage, index) => {
    const found = verbs[index] ?? null;
    const current = open.at(-1);
    if (found === null) {
      if (current === undefined) left.push(passage);
      else current.passages.push(passage);
      return;
    }
    const { head, clause } = cutVerb(passage, found.label?.length ?? 0, found.verb.verbWords);
    // Paragraphs are numbered from the first that decides.
    const part = found.verb.part === 'either' && found.label?.families[0] === 'number' ? 'operative' : found.verb.part;
    open.push({ part, heading: head, passages: [clause], line: passage.line });
  });
  return settleParts(open);
}

/** Divides a passage into its verb and the rest with its label. */
function cutVerb(passage: Passage, labelLength: number, verbWords: number): { head: Passage; clause: Passage } {
  const text = wordsOf(passage);
  const verb =
    new RegExp(
      `^[\\s]*(?:\\S+\\s+){${verbWords - 1}}\\S+(?:\\s+(?:also|further|in mind|into account|note(?: with [a-z]+)?|with (?:deep |grave |great |particular |serious )?(?:alarm|appreciation|approval|concern|gratitude|interest|regret|satisfaction)|upon)(?=\\s))?`,
      'iu',
    ).exec(text.slice(labelLength))?.[0] ?? '';
  const head: Passage = {
    ...passage,
    runs: [{ text: verb.replace(/[,:]$/, ''), change: 'same' }],
    base: passage.base === null ? null : verb,
    proposed: passage.proposed === null ? null : verb,
    number: { base: null, proposed: null },
  };
  const from = (side: string | null): number =>
    side?.startsWith(text.slice(0, labelLength) + verb) === true ? verb.length : 0;
  const labelled = cutStart(passage.runs, labelLength, labelLength);
  const { rest } = cutStart(labelled.rest, from(passage.base), from(passage.proposed));
  const runs = [{ text: labelled.cut, change: 'same' as const }, ...rest];
  const cutSide = (side: string | null): string | null =>
    side === null ? null : side.slice(0, labelLength) + side.slice(labelLength + from(side));
  return {
    head,
    clause: {
      ...passage,
      runs,
      base: cutSide(passage.base),
      proposed: cutSide(passage.proposed),
      printed: printedOf(runs),
    },
  };
}

function annexesOf(passages: readonly Passage[], left: Passage[]): DraftAnnex[] {
  const annexes: DraftAnnex[] = [];
  let sections: OpenSection[] = [];
  let lastNumber: number[] | null = null;
  const close = (): void => {
    const annex = annexes.at(-1);
    if (annex !== undefined) {
      annex.sections = sections.map(({ heading, passages, line }) => ({
        kind: 'annex',
        heading,
        clauses: buildClauses(passages),
        line,
      }));
    }
    sections = [];
    lastNumber = null;
  };
  passages.forEach((passage, index) => {
    const annex = annexes.at(-1);
    const current = sections.at(-1);
    if (isAnnexHeading(passage)) {
      close();
      annexes.push({ heading: passage, title: [], sections: [] });
    } else if (isSeparator(wordsOf(passage))) left.push(passage);
    else if (annex !== undefined && sections.length === 0 && annex.title.length < 3 && isAnnexTitle(passage, annex)) {
      annex.title.push(passage);
    } else if (isAnnexSection(passage, passages[index + 1], lastNumber)) {
      lastNumber = headingNumber(wordsOf(passage).trim()) ?? lastNumber;
      sections.push({ part: 'annex', heading: passage, passages: [], line: passage.line });
    } else if (current === undefined) {
      sections.push({ part: 'annex', heading: null, passages: [passage], line: passage.line });
    } else current.passages.push(passage);
  });
  close();
  return annexes;
}

function isAnnexTitle(passage: Passage, annex: DraftAnnex): boolean {
  if (hasStyle(passage, /^(?:annex|app|appendix)_?title/)) return true;
  const text = wordsOf(passage).trim();
  if (text.length > 200 || /[.;:,]$/.test(text)) return false;
  // A second line belongs to the title only where it goes on in lower case.
  if (annex.title.length > 0 && !/^[a-z(]/.test(text)) return false;
  return labelOf(text, false) === null;
}

/** Headings inside an annex: by style, or a short line without stop at the end, numbered or in capitals. */
function isAnnexSection(passage: Passage, next: Passage | undefined, last: readonly number[] | null): boolean {
  if (hasStyle(passage, /^(?:heading|part|chap|sect)/)) return true;
  if (next === undefined) return false;
  const text = wordsOf(passage).trim();
  if (text.length > 140 || /[.;:,]$/.test(text)) return false;
  const number = headingNumber(text);
  if (number !== null) {
    // A numbered line is a heading where it counts on from the last one and what follows does not count on with it.
    return follows(number, last) && labelOf(wordsOf(next), false)?.families[0] !== 'number';
  }
  return (
    /^(?:PART|Part|SECTION|Section|CHAPTER|Chapter)\s+[\dA-Z]/.test(text) ||
    (text.length > 3 && text === text.toUpperCase() && /[A-Z]{3}/.test(text))
  );
}

/** "2.1" of "2.1 Objectives", or `null`. */
function headingNumber(text: string): number[] | null {
  const found = /^(\d{1,2}(?:\.\d{1,2}){0,3})\.?[\t\u00a0 ]+\p{Lu}/u.exec(text);
  return found?.[1]?.split('.').map(Number) ?? null;
}
