/** Turns a draft and the reading of its changes into the legal text of the contract. */
import { fold } from '#formats/document/index.ts';
import type {
  Annex,
  BothWords,
  Clause,
  Certainty,
  Footnote,
  LegalText,
  Section,
  TextRun,
} from '#kernel/reading/index.ts';
import { labelOf, type PrintedLabel } from '../labels/label.ts';
import { cutStart, foldRuns, isChanged, joinRuns, sidesOf } from '../words/runs.ts';
import { wordsOf, type Passage } from '../words/passages.ts';
import type { DraftAnnex, DraftClause, DraftSection, DraftText } from './draft.ts';

/** How one clause stands in both texts. */
export interface ClauseReading {
  printed: string;
  /** Label in each text; `null` where the clause is not in it. */
  before: string | null;
  after: string | null;
  /** Words without the label. */
  runs: TextRun[];
  certainty: Certainty;
  /** What the reading rests on, where it is not written in marks. */
  evidence?: string[];
}

/** How a draft's changes are read. */
export interface ChangeReader {
  clause(clause: DraftClause): ClauseReading;
  /** Words of a heading, title or opening with their changes. */
  words(passage: Passage): TextRun[];
}

/** Reads changes from the revision marks; a text without marks reads as unchanged. */
export const marked: ChangeReader = { clause: markedClause, words: (passage) => passage.runs };

/** Reads everything as new: a text that is proposed for the first time. */
export const added: ChangeReader = {
  clause: (clause) => {
    const reading = markedClause(clause);
    const runs = joinRuns(
      reading.runs.flatMap(({ text, change }) => (change === 'deleted' ? [] : [{ text, change: 'inserted' as const }])),
    );
    return { ...reading, before: null, after: reading.after ?? reading.before, runs };
  },
  words: (passage) =>
    passage.runs.map(({ text, change }) => ({ text, change: change === 'deleted' ? change : 'inserted' })),
};

/** Reads everything as taken away: a text that is suppressed. */
export const removed: ChangeReader = {
  clause: (clause) => {
    const reading = markedClause(clause);
    const runs = joinRuns(reading.runs.map(({ text }) => ({ text, change: 'deleted' as const })));
    return { ...reading, before: reading.before ?? reading.after, after: null, runs };
  },
  words: (passage) => passage.runs.map(({ text }) => ({ text, change: 'deleted' })),
};

function markedClause({ passage, label }: DraftClause): ClauseReading {
  if (label === null || label.length === 0) {
    const lost = passage.revised && passage.base !== null ? labelOf(passage.base, false) : null;
    return lost === null ? unlabelledByText(passage, label?.printed ?? '') : withoutLabel(passage, lost);
  }
  if (!passage.revised) {
    const { cut, rest } = cutStart(passage.runs, label.length, label.length);
    return { printed: cut.trim(), before: label.printed, after: label.printed, runs: rest, certainty: 'sure' };
  }
  // A number before a mere blank is a label on both sides if it is one at all.
  const loose = labelOf(wordsOf(passage), false) === null;
  const base = passage.base === null ? null : labelOf(passage.base, loose);
  const proposed = passage.proposed === null ? null : labelOf(passage.proposed, loose);
  const { cut, rest } = cutStart(passage.runs, base?.length ?? 0, proposed?.length ?? 0);
  return {
    printed: fold(cut),
    before: passage.base === null ? null : (base?.printed ?? ''),
    after: passage.proposed === null ? null : (proposed?.printed ?? ''),
    runs: rest,
    certainty: 'sure',
  };
}

/** The typed label was struck out; an automatic number may have come in its place. */
function withoutLabel(passage: Passage, lost: PrintedLabel): ClauseReading {
  const { cut, rest } = cutStart(passage.runs, lost.length, 0);
  const after = passage.proposed === null ? null : (passage.number.proposed ?? '');
  return { printed: fold(cut), before: lost.printed, after, runs: rest, certainty: 'sure' };
}

/** No typed label: the automatic number, if any, is the label. */
function unlabelledByText(passage: Passage, printed: string): ClauseReading {
  const { base, proposed } = passage.number;
  return {
    printed,
    before: passage.base === null ? null : (base ?? ''),
    after: passage.proposed === null ? null : (proposed ?? ''),
    runs: passage.runs,
    certainty: 'sure',
  };
}

/** Assembles the legal text. */
export function assemble(draft: DraftText, reader: ChangeReader, notes: NotesOfText): LegalText {
  const heading = wordsOfBoth(draft.heading === null ? [] : [draft.heading], reader);
  const title = wordsOfBoth(draft.title, reader);
  const opening = wordsOfBoth(draft.opening, reader);
  return {
    heading: heading.after ?? heading.before,
    ...(differ(heading) ? { changedHeading: heading } : {}),
    title: title.after ?? title.before,
    ...(differ(title) ? { changedTitle: title } : {}),
    opening: opening.after ?? opening.before,
    ...(differ(opening) ? { changedOpening: opening } : {}),
    sections: draft.sections.map((section) => sectionOf(section, reader)),
    annexes: draft.annexes.map((annex) => annexOf(annex, reader)),
    footnotes: notes.footnotes,
    ...(notes.dropped.length > 0 ? { droppedFootnotes: notes.dropped } : {}),
  };
}

/** The notes that a text refers to. */
export interface NotesOfText {
  /** Those of the proposed text. */
  footnotes: Footnote[];
  /** Those that only the base text has. */
  dropped: Footnote[];
}

const differ = (words: BothWords): boolean => words.before !== words.after;

/** The words of some lines in both texts; `null` where a text has none of them. */
export function wordsOfBoth(passages: readonly Passage[], reader: ChangeReader): BothWords {
  const runs = passages.flatMap((passage) => [...reader.words(passage), { text: ' ', change: 'same' as const }]);
  const { before, after } = sidesOf(runs, true, true);
  return { before: before === '' ? null : before, after: after === '' ? null : after };
}

function annexOf(annex: DraftAnnex, reader: ChangeReader): Annex {
  const heading = wordsOfBoth([annex.heading], reader);
  const title = wordsOfBoth(annex.title, reader);
  return {
    heading: heading.after ?? heading.before ?? fold(annex.heading.printed),
    ...(differ(heading) ? { changedHeading: heading } : {}),
    title: title.after ?? title.before,
    ...(differ(title) ? { changedTitle: title } : {}),
    sections: annex.sections.map((section) => sectionOf(section, reader)),
    line: annex.heading.line,
  };
}

function sectionOf(section: DraftSection, reader: ChangeReader): Section {
  const clauses = section.clauses.map((clause) => clauseOf(clause, reader));
  const words = section.heading === null ? null : wordsOfBoth([section.heading], reader);
  const own =
    words === null
      ? null
      : words.before === null
        ? 'inserted'
        : words.after === null
          ? 'deleted'
          : words.before === words.after
            ? 'kept'
            : 'changed';
  return {
    kind: section.kind,
    heading: words === null ? null : (words.after ?? words.before),
    ...(words !== null && differ(words) ? { changedHeading: words } : {}),
    status: sectionStatus(own, clauses),
    clauses,
    line: section.line,
  };
}

/**
 * A section is inserted or deleted when everything in it is; without marks of its own (`kept`) the heading follows its
 * clauses, for a heading without clauses says nothing.
 */
function sectionStatus(own: Section['status'] | null, clauses: readonly Clause[]): Section['status'] {
  const all = (status: Clause['status']): boolean =>
    clauses.length > 0 && clauses.every((clause) => clause.status === status);
  if (own === 'inserted' && (clauses.length === 0 || all('inserted'))) return 'inserted';
  if (own === 'deleted' && (clauses.length === 0 || all('deleted'))) return 'deleted';
  if (own === null || own === 'kept') {
    if (all('inserted')) return 'inserted';
    if (all('deleted')) return 'deleted';
    return clauses.every(isKept) ? 'kept' : 'changed';
  }
  return 'changed';
}

function isKept(clause: Clause): boolean {
  return clause.status === 'kept' && clause.children.every(isKept);
}

function clauseOf(clause: DraftClause, reader: ChangeReader): Clause {
  const reading = reader.clause(clause);
  let { before: labelBefore, after: labelAfter } = reading;
  const runs = foldRuns(reading.runs);
  const sides = sidesOf(runs, labelBefore !== null, labelAfter !== null);
  // A paragraph that keeps only its label on one side holds no clause there.
  if (sides.before === '' && sides.after !== null && sides.after !== '') {
    labelBefore = null;
    sides.before = null;
  } else if (sides.after === '' && sides.before !== null && sides.before !== '') {
    labelAfter = null;
    sides.after = null;
  }
  return {
    label: { printed: reading.printed, before: labelBefore, after: labelAfter },
    status: statusOf(labelBefore, labelAfter, runs),
    ...sides,
    runs,
    certainty: reading.certainty,
    ...(reading.evidence === undefined || reading.evidence.length === 0 ? {} : { evidence: reading.evidence }),
    line: clause.passage.line,
    children: clause.children.map((child) => clauseOf(child, reader)),
  };
}

function statusOf(before: string | null, after: string | null, runs: readonly TextRun[]): Clause['status'] {
  if (before === null) return 'inserted';
  if (after === null) return 'deleted';
  if (isChanged(runs)) return 'changed';
  return before === after ? 'kept' : 'renumbered';
}
