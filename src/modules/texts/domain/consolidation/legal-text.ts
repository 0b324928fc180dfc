/** A consolidated text as a clean legal text: settled, or as the working text with its alternatives in square brackets. */
import { refuse } from '#kernel/problem.ts';
import type { Clause, ConsolidatedText, LegalText, Section } from '#kernel/reading/index.ts';
import { cleanClause } from '../register/sides.ts';
import { layoutOf, standingWords, type LaidClause, type LaidPassage, type LaidSection, type Layout } from './layout.ts';

/**
 * The text on which everybody agrees or for which the coordinator has decided. A text that is suppressed has no clauses.
 * @throws Refusal while a conflict is open
 */
export function settledText(draft: ConsolidatedText): LegalText {
  const layout = layoutOf(draft);
  const open = layout.conflicts.filter(({ settled }) => settled === null);
  const [first] = open;
  if (first !== undefined) {
    const count = open.length === 1 ? 'One conflict is' : `${open.length} conflicts are`;
    refuse(
      'conflicts-open',
      `${count} not settled, the first in ${first.place}.`,
      'Settle them, or take the working text.',
    );
  }
  return textOf(layout, false);
}

/**
 * The text as it stands now: what is agreed, and what is disputed as alternatives in square brackets, each a clause of
 * its own with those who want it ("2", "2bis").
 */
export function workingText(draft: ConsolidatedText): LegalText {
  return textOf(layoutOf(draft), true);
}

function textOf(layout: Layout, brackets: boolean): LegalText {
  const isSuppressed = layout.suppression.state === 'suppressed';
  const isDisputed = layout.suppression.state === 'open';
  const footnotes = layout.footnotes.flatMap(({ mark, note, line }) => {
    const text = wordsOf(note, brackets);
    return text === null ? [] : [{ mark, text, line }];
  });
  const within = (annex: string | null): Section[] =>
    isSuppressed
      ? []
      : sectionsOf(
          layout.sections.filter((section) => section.annex === annex),
          brackets,
          isDisputed,
        );
  const note = isDisputed ? [suppressionNote(layout)] : [];
  return {
    heading: wordsOf(layout.heading, brackets),
    title: wordsOf(layout.title, brackets),
    opening: wordsOf(layout.opening, brackets),
    sections: [...note, ...within(null)],
    annexes: isSuppressed
      ? []
      : layout.annexes.flatMap(({ id, heading, title, line }) => {
          const words = wordsOf(heading, brackets);
          const sections = within(id);
          if (words === null && sections.length === 0) return [];
          const printed = heading.pieces.map(({ text }) => text).join('');
          return [{ heading: words ?? printed, title: wordsOf(title, brackets), sections, line }];
        }),
    footnotes: isSuppressed ? [] : footnotes,
  };
}

function suppressionNote({ suppression }: Layout): Section {
  const words = `[${suppression.by.join(', ')} would suppress this text, which ${suppression.against.join(', ')} would amend.]`;
  const clause = cleanClause({ label: '', words, line: 1, children: [] });
  return { kind: 'preamble', heading: null, status: 'kept', clauses: [clause], line: 1 };
}

/** What stands under a heading that is gone belongs to the section before it. */
function sectionsOf(sections: readonly LaidSection[], brackets: boolean, isDisputed: boolean): Section[] {
  const made: Section[] = [];
  for (const { kind, heading, by, clauses, line } of sections) {
    const own = clausesOf(clauses, brackets, isDisputed);
    const isGone = heading !== null && !heading.stands;
    const last = made.at(-1);
    if ((isGone || by.length > 0) && own.length === 0) continue;
    if (isGone && last !== undefined) last.clauses.push(...own);
    else {
      const words = heading === null || isGone ? null : wordsOf(heading, brackets);
      made.push({ kind, heading: words, status: 'kept', clauses: own, line });
    }
  }
  return made;
}

/** Sub-clauses of a clause that does not stand go to the clause before it, or up where there is none. */
function clausesOf(clauses: readonly LaidClause[], brackets: boolean, isDisputed: boolean): Clause[] {
  const made: Clause[] = [];
  for (const clause of clauses) {
    const children = clausesOf(clause.children, brackets, isDisputed);
    const last = made.at(-1);
    if (!clause.stands) {
      if (last === undefined) made.push(...children);
      else last.children.push(...children);
      continue;
    }
    const { line } = clause;
    const wordings = brackets ? bracketed(clause) : [{ label: clause.label, words: standingWords(clause.pieces) }];
    wordings.forEach(({ label, words }, index) => {
      const isLast = index === wordings.length - 1;
      const shown = isDisputed && clause.conflict === null ? `[${words}]` : words;
      made.push(cleanClause({ label, words: shown, line, children: isLast ? children : [] }));
    });
  }
  return made;
}

/** The wordings of a clause in the working text, disputed ones in square brackets with those who want them. */
export function bracketed({
  label,
  pieces,
  alternatives,
  conflict,
  by,
}: LaidClause): { label: string; words: string }[] {
  if (conflict === null) return [{ label, words: standingWords(pieces) }];
  if (alternatives.length === 0) return [{ label, words: `[${by.join(', ')}: ${standingWords(pieces)}]` }];
  return alternatives.map((one, index) => ({
    label: one.label,
    words: one.gone
      ? `[ALT ${index + 1} ${one.by.join(', ')}: deleted]`
      : `[ALT ${index + 1} ${one.by.join(', ')}${one.movedTo === null ? '' : `, moved to ${one.movedTo}`}: ${standingWords(one.pieces)}]`,
  }));
}

function wordsOf(passage: LaidPassage, brackets: boolean): string | null {
  if (brackets && passage.conflict !== null) {
    return passage.alternatives
      .map(
        ({ by, gone, pieces }, index) =>
          `[ALT ${index + 1} ${by.join(', ')}: ${gone ? 'deleted' : standingWords(pieces)}]`,
      )
      .join(' ');
  }
  return passage.stands ? standingWords(passage.pieces) : null;
}
