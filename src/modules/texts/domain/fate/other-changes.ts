/** Changes of titles, headings and footnotes that a proposal asks for. */
import type { BothWords, LegalText } from '#kernel/reading/index.ts';
import { isChange, judged, type ChangeFate } from './change.ts';
import { keyOf, weightOf, wordsIn } from './words.ts';

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
  const find = {
    title: finder(standing.title),
    heading: finder(standing.heading),
    footnote: finder(standing.footnote),
  };
  return asked(text).map(({ of, place, words, line }) =>
    judged(
      { of, place, path: null, before: words.before, proposed: words.after, doubtful: false, line },
      adopted === null ? undefined : find[of](words),
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

/** Beyond this number of notes those that were reworded are not looked for: it would take too long. */
const mostAlike = 200;

/** Finds the adopted wording that a title, heading or note is: by the words proposed, else by the old ones. */
function finder(candidates: readonly string[]): (words: BothWords) => string | null {
  const byWords = new Map(candidates.map((words) => [keyOf(words), words]));
  const few = candidates.slice(0, mostAlike).map((words) => ({ words, keys: keysOf(words) }));
  const same = (words: string | null): string | undefined => (words === null ? undefined : byWords.get(keyOf(words)));
  const alike = (words: string | null): string | undefined => {
    const wanted = keysOf(words ?? '');
    return few.find(({ keys }) => wanted.size > 0 && wanted.intersection(keys).size >= wanted.size / 2)?.words;
  };
  return ({ before, after }) => same(after) ?? same(before) ?? alike(after) ?? alike(before) ?? null;
}

/** The words that say something. */
const keysOf = (text: string): Set<string> =>
  new Set(wordsIn(text).flatMap((word) => (weightOf(word) === 0 ? [] : [word.key])));

const sectionsOf = (text: LegalText) => [...text.sections, ...text.annexes.flatMap((annex) => annex.sections)];

/** A note often repeats its mark in its own words. */
const withoutMark = (text: string, mark: string): string =>
  text.startsWith(`${mark} `) ? text.slice(mark.length + 1).trim() : text;
