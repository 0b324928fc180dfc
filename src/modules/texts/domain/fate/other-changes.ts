/** Changes of titles, headings and footnotes that a proposal asks for. */
import type { BothWords, LegalText } from '#kernel/reading/index.ts';
import { isChange, judged, type ChangeFate } from './change.ts';
import { judge } from './judge.ts';
import { sameWords } from './words.ts';

interface OtherChange {
  of: 'title' | 'heading' | 'footnote';
  place: string;
  words: BothWords;
  line: number;
}

/** @param adopted `null` where the register does not know it */
export function otherChanges(text: LegalText, adopted: LegalText | null): ChangeFate[] {
  const standing = {
    title: adopted === null || adopted.title === null ? [] : [adopted.title],
    heading: adopted === null ? [] : sectionsOf(adopted).flatMap(({ heading }) => heading ?? []),
    footnote: adopted?.footnotes.map((note) => withoutMark(note.text, note.mark)) ?? [],
  };
  return asked(text).map(({ of, place, words, line }) =>
    judged(
      { of, place, path: null, before: words.before, proposed: words.after, doubtful: false, line },
      adopted === null ? undefined : nearest(words, standing[of]),
    ),
  );
}

function asked(text: LegalText): OtherChange[] {
  const title = text.changedTitle;
  const all: OtherChange[] = [
    ...(title === undefined ? [] : [{ of: 'title' as const, place: 'title', words: title, line: 1 }]),
    // A heading that is new or gone is told by its clauses.
    ...sectionsOf(text).flatMap(({ changedHeading: words, heading, line }) =>
      words === undefined || words.before === null || words.after === null
        ? []
        : [{ of: 'heading' as const, place: `heading “${heading ?? ''}”`, words, line }],
    ),
    ...text.footnotes.flatMap(({ mark, changedText, line }) =>
      changedText === undefined ? [] : [note(mark, changedText, line)],
    ),
    ...(text.droppedFootnotes ?? []).map(({ mark, text: words, line }) =>
      note(mark, { before: words, after: null }, line),
    ),
  ];
  return all.filter(({ words }) => isChange(words.before, words.after));
}

const note = (mark: string, { before, after }: BothWords, line: number): OtherChange => ({
  of: 'footnote',
  place: `footnote ${mark}`,
  words: {
    before: before === null ? null : withoutMark(before, mark),
    after: after === null ? null : withoutMark(after, mark),
  },
  line,
});

/** The adopted wording that a title, heading or note is: by the words proposed, else by the old ones. */
function nearest({ before, after }: BothWords, candidates: readonly string[]): string | null {
  const same = (words: string | null): string | undefined =>
    words === null ? undefined : candidates.find((other) => sameWords(other, words));
  const alike = (words: string | null): string | undefined =>
    words === null ? undefined : candidates.find((other) => (judge(null, words, other).share ?? 0) >= 0.5);
  return same(after) ?? same(before) ?? alike(after) ?? alike(before) ?? null;
}

const sectionsOf = (text: LegalText) => [...text.sections, ...text.annexes.flatMap((annex) => annex.sections)];

/** A note often repeats its mark in its own words. */
const withoutMark = (text: string, mark: string): string =>
  text.startsWith(`${mark} `) ? text.slice(mark.length + 1).trim() : text;
