/** Makes up legal texts with changes of every kind: clauses and sections that come, go, move up and change. */
import * as fc from 'fast-check';
import type { Clause, Footnote, LegalText, Section, TextRun } from '#kernel/reading/index.ts';

const word = fc.constantFrom(
  'reefs',
  'cables',
  'to lay',
  'ships',
  'of OCU',
  'and',
  'islands',
  'each year',
  'x < y & z',
  '«données»',
);
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((all) => all.join(' '));
const change = fc.constantFrom<TextRun['change']>('same', 'same', 'inserted', 'deleted');
const runs = fc.array(fc.record({ text: words.map((text) => `${text} `), change }), { minLength: 1, maxLength: 4 });
const status = fc.constantFrom<Clause['status']>('kept', 'changed', 'inserted', 'deleted');
const label = fc.constantFrom('1', '2', '10', 'a)', 'b)', 'bis)', '–', '');

const sideOf = (all: readonly TextRun[], without: TextRun['change']): string =>
  all
    .filter((run) => run.change !== without)
    .map((run) => run.text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

function clauseOf(kind: Clause['status'], all: TextRun[], labels: [string, string], children: Clause[]): Clause {
  const whole: Partial<Record<Clause['status'], TextRun['change']>> = {
    kept: 'same',
    inserted: 'inserted',
    deleted: 'deleted',
  };
  const same = { text: 'that ', change: 'same' as const };
  const only = whole[kind];
  const made = only === undefined ? [same, ...all] : [same, ...all].map(({ text }) => ({ text, change: only }));
  const before = kind === 'inserted' ? null : sideOf(made, 'inserted');
  const after = kind === 'deleted' ? null : sideOf(made, 'deleted');
  const after1 = kind === 'kept' ? labels[0] : labels[1];
  return {
    label: {
      printed: labels.join(''),
      before: before === null ? null : labels[0],
      after: after === null ? null : after1,
    },
    status: kind,
    before,
    after,
    runs: made,
    certainty: 'sure',
    line: 1,
    children,
  };
}

const leaf = fc
  .tuple(status, runs, fc.tuple(label, label))
  .map(([kind, all, labels]) => clauseOf(kind, all, labels, []));
const clause = fc
  .tuple(status, runs, fc.tuple(label, label), fc.array(leaf, { maxLength: 2 }))
  .map(([kind, all, labels, children]) => clauseOf(kind, all, labels, children));

const both = fc.tuple(fc.option(words), fc.option(words));

/** The words of a heading and, where they differ, those of both texts. */
function headed([before, after]: [string | null, string | null], fallback: string) {
  if (before === null && after === null) return { words: fallback, changed: undefined };
  return { words: after ?? before, changed: before === after ? undefined : { before, after } };
}

const section = fc.tuple(both, fc.array(clause, { minLength: 1, maxLength: 4 })).map(([heads, clauses]): Section => {
  const { words: heading, changed } = headed(heads, 'resolves');
  return {
    kind: 'operative',
    heading,
    ...(changed === undefined ? {} : { changedHeading: changed }),
    status: 'changed',
    clauses,
    line: 1,
  };
});

const note = fc.tuple(words, fc.nat(), fc.constantFrom('kept', 'changed', 'inserted', 'deleted'));

/** Gives headings and clauses lines of their own, in order. */
function numbered(text: LegalText, notes: [string, number, string][]): LegalText {
  let line = 1;
  const visit = (one: Clause): void => {
    one.line = ++line;
    one.children.forEach(visit);
  };
  for (const one of [...text.sections, ...text.annexes.flatMap((annex) => annex.sections)]) {
    one.line = ++line;
    one.clauses.forEach(visit);
  }
  const made = notes.map(([words, at, kind], index) => ({
    kind,
    note: { mark: String(index + 1), text: words, line: 2 + (at % line) } satisfies Footnote,
  }));
  return {
    ...text,
    footnotes: made
      .filter(({ kind }) => kind !== 'deleted')
      .map(({ kind, note }) =>
        kind === 'changed'
          ? { ...note, changedText: { before: `old ${note.text}`, after: note.text } }
          : kind === 'inserted'
            ? { ...note, changedText: { before: null, after: note.text } }
            : note,
      ),
    droppedFootnotes: made.filter(({ kind }) => kind === 'deleted').map(({ note }) => note),
  };
}

/** A text with changes. Its runs fit its words; its labels and headings are any. */
export const changedText: fc.Arbitrary<LegalText> = fc
  .tuple(
    both,
    both,
    fc.array(section, { minLength: 1, maxLength: 4 }),
    fc.array(section, { maxLength: 2 }),
    fc.array(note, { maxLength: 3 }),
  )
  .map(([headings, titles, sections, annexSections, notes]) => {
    const heading = headed(headings, 'RESOLUTION 5');
    const title = headed(titles, 'Cables');
    return numbered(
      {
        heading: heading.words,
        ...(heading.changed === undefined ? {} : { changedHeading: heading.changed }),
        title: title.words,
        ...(title.changed === undefined ? {} : { changedTitle: title.changed }),
        opening: 'The Assembly,',
        sections,
        annexes:
          annexSections.length === 0 ? [] : [{ heading: 'ANNEX', title: null, sections: annexSections, line: 1 }],
        footnotes: [],
      },
      notes,
    );
  });

/** The paragraphs of a clean text: what must stand in a document when all changes are accepted or rejected. */
export function paragraphsOfText(text: LegalText): string[] {
  const made: string[] = [];
  const add = (words: string | null): void => {
    if (words !== null) made.push(words);
  };
  const visit = (one: Clause): void => {
    const { label, after } = one;
    add(`${label.after === '' || label.after === null ? '' : `${label.after}\t`}${after ?? ''}`);
    one.children.forEach(visit);
  };
  const sections = (all: readonly Section[]): void => {
    for (const { heading, clauses } of all) {
      add(heading);
      clauses.forEach(visit);
    }
  };
  add(text.heading);
  add(text.title);
  add(text.opening);
  sections(text.sections);
  for (const annex of text.annexes) {
    add(annex.heading);
    add(annex.title);
    sections(annex.sections);
  }
  return made;
}
