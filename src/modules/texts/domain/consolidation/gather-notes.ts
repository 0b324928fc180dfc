/** Footnotes of the base and what proponents make of them. */
import type { ContestedNote, Footnote } from '#kernel/reading/index.ts';
import { sharedPart } from '../clashes/insertions.ts';
import { keyOf } from '../comparison/likeness.ts';

/** Notes this much alike (0 to 1) are one note that was reworded. */
const alike = 0.5;

/**
 * @param notes the notes gathered so far; changed in place
 * @param copy the notes before the changes
 * @param proposed the notes after them
 */
export function gatherNotes(
  notes: ContestedNote[],
  copy: readonly Footnote[],
  proposed: readonly Footnote[],
  by: string,
): void {
  const pairs = pairsOf(copy, proposed);
  const found = (note: Footnote): ContestedNote | undefined =>
    notes.find(({ note: { words } }) => words !== null && keyOf(words) === keyOf(note.text)) ??
    notes.find(({ note: { words }, mark }) => words !== null && mark === note.mark);
  let behind = -1;
  for (const note of proposed) {
    const before = pairs.get(note);
    const known = before === undefined ? undefined : found(before);
    if (before !== undefined && known !== undefined) {
      behind = notes.indexOf(known);
      if (keyOf(before.text) !== keyOf(note.text)) known.note.versions.push({ by, words: note.text });
      continue;
    }
    const same = notes.find(({ note: { words, versions } }) => words === null && versions[0]?.words === note.text);
    if (same !== undefined) {
      same.note.versions.push({ by, words: note.text });
      behind = notes.indexOf(same);
      continue;
    }
    behind++;
    while (notes[behind]?.note.words === null) behind++;
    notes.splice(behind, 0, {
      mark: note.mark,
      note: { words: null, versions: [{ by, words: note.text }] },
      line: note.line,
    });
  }
  const kept = new Set(pairs.values());
  for (const note of copy) if (!kept.has(note)) found(note)?.note.versions.push({ by, words: null });
}

/** For each proposed note the note it was: the same words first, then the most alike. */
function pairsOf(copy: readonly Footnote[], proposed: readonly Footnote[]): Map<Footnote, Footnote> {
  const pairs = new Map<Footnote, Footnote>();
  const left = new Set(copy);
  const take = (note: Footnote, before: Footnote | undefined): void => {
    if (before === undefined) return;
    pairs.set(note, before);
    left.delete(before);
  };
  const byKey = Map.groupBy(copy, ({ text }) => keyOf(text));
  for (const note of proposed)
    take(
      note,
      byKey.get(keyOf(note.text))?.find((before) => left.has(before)),
    );
  if (left.size === 0 || pairs.size === proposed.length || left.size * proposed.length > 10_000) return pairs;
  for (const note of proposed) {
    if (pairs.has(note)) continue;
    const ranked = [...left]
      .map((before) => ({ before, likeness: sharedPart(note.text, before.text) }))
      .filter(({ likeness }) => likeness >= alike)
      .sort((one, other) => other.likeness - one.likeness);
    take(note, ranked[0]?.before);
  }
  return pairs;
}
