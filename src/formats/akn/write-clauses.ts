/** Clauses as recitals of the preamble or as paragraphs of the body, with their sub-clauses. */
import type { Clause, TextRun } from '#kernel/reading/index.ts';
import { markedWords, modificationOf, runsOfLabel, type MarkedWords, type Modification } from './changes.ts';
import { idOfClause, labelOf, type Ids } from './ids.ts';
import { element, type Markup } from '../xml/markup.ts';
import type { Anchor, PlacedNote } from './write-notes.ts';

/** What the parts of one text share while it is written. */
export interface Writing {
  /** Before every eId of this text; the empty string where it is alone in its file. */
  prefix: string;
  ids: Ids;
  modifications: Modification[];
  notesAt: ReadonlyMap<Anchor, PlacedNote[]>;
  permanentId: (clause: Clause) => string | undefined;
}

type Kind = 'rec' | 'para' | 'point' | 'item';
const elementNames: Record<Kind, string> = { rec: 'recital', para: 'paragraph', point: 'point', item: 'item' };

/** The clauses that stand under one heading or clause. @param within eId of what holds them */
export function clausesMarkup(
  clauses: readonly Clause[],
  kind: Kind,
  within: string,
  writing: Writing,
  above: Parameters<typeof idOfClause>[4] = null,
): Markup[] {
  return clauses.map((clause, index) => {
    const wanted = idOfClause(clause, kind, within, index + 1, above);
    const eId = writing.ids.claim(wanted);
    const label = markedWords(runsOfLabel(clause.label), `${eId}__num`, writing.ids);
    const words = markedWords(clause.runs, eId, writing.ids);
    noteChanges(clause, eId, label, words, writing);
    const attributes = {
      eId,
      wId: writing.permanentId(clause),
      status: clause.label.after === null ? 'removed' : undefined,
    };
    const num = label.markup.length === 0 ? [] : [element('num', {}, label.markup)];
    const paragraph = element('p', {}, [...words.markup, ...noteMarks(clause, writing)]);
    // "5.3" stands beside "5" by its name, also where it is the third of its own list.
    const beside = {
      within: above !== null && wanted.startsWith(`${above.within}__`) ? above.within : within,
      kind,
      label: labelOf(clause),
    };
    const inner = (kind: Kind): Markup[] => clausesMarkup(clause.children, kind, eId, writing, beside);
    return element(elementNames[kind], attributes, [
      ...num,
      ...(kind === 'rec' || kind === 'item'
        ? [paragraph, ...(clause.children.length === 0 ? [] : [list('blockList', eId, inner('item'), writing)])]
        : clause.children.length === 0
          ? [element('content', {}, [paragraph])]
          : [element('intro', {}, [paragraph]), list('list', eId, inner('point'), writing)]),
    ]);
  });
}

const list = (name: string, within: string, items: Markup[], writing: Writing): Markup =>
  element(name, { eId: writing.ids.claim(`${within}__list_1`) }, items);

/** Enters what happened to a clause. */
function noteChanges(clause: Clause, eId: string, label: MarkedWords, words: MarkedWords, writing: Writing): void {
  const { before, after } = clause.label;
  const changed = { old: [...label.old, ...words.old], new: [...label.new, ...words.new] };
  if (before === null || after === null) {
    const type = before === null ? 'insertion' : 'repeal';
    writing.modifications.push({ type, destination: eId, ...changed });
    return;
  }
  if (before !== after) {
    writing.modifications.push({ type: 'renumbering', destination: eId, old: label.old, new: label.new });
  }
  const modification = modificationOf(words, eId);
  if (modification !== null) writing.modifications.push(modification);
}

/** Words of a heading, title or opening, with the marks of the notes on them; its changes are entered. */
export function headMarkup(
  runs: readonly TextRun[],
  eId: string,
  anchor: Anchor | null,
  writing: Writing,
): (Markup | string)[] {
  const words = markedWords(runs, eId, writing.ids);
  const modification = modificationOf(words, eId);
  if (modification !== null) writing.modifications.push(modification);
  return anchor === null ? words.markup : [...words.markup, ...noteMarks(anchor, writing)];
}

/** References to the notes on something; those of struck out notes are struck out. */
export function noteMarks(anchor: Anchor, { notesAt, prefix, ids }: Writing): Markup[] {
  return (notesAt.get(anchor) ?? []).map(({ note, number, dropped }) => {
    const reference = element('noteRef', { href: `#${prefix}note_${number}`, marker: note.mark });
    return dropped ? element('del', { eId: ids.claim(`${prefix}note_${number}__del_1`) }, [reference]) : reference;
  });
}
