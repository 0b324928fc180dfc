/** Which clause stands in which list, and the label that each has in both texts. */
import type { Node } from 'prosemirror-model';
import { openingVerb } from '../legal/vocabulary.ts';
import { labelsOfList, type ListPlace, type Member } from './numbering.ts';
import { depthIn, idOf, isAdded, isGone, liveWords, textOfAttr } from './schema.ts';

export type Kind = ListPlace['kind'];

/** One clause of a text and where it stands in it. */
export interface Placed {
  id: string;
  /** Its section's id; the empty string before any heading. */
  section: string;
  kind: Kind;
  /** Id of the clause it belongs to; `null` directly under a heading. */
  parent: string | null;
  /** How deep it really stands: never more than one below the clause above. */
  depth: number;
  block: Node;
}

/** The label of a clause in the base and in the drafted text; `null` where it is not in that text. */
export interface BothLabels {
  before: string | null;
  after: string | null;
  /** Id of the section it stands in now. */
  section: string | null;
}

/**
 * The clauses that stand in a text, in order; those that are deleted are left out.
 * @param begun whether a new clause counts that has no words yet
 */
export function placedClauses(doc: Node, begun = false): Placed[] {
  const placed: Placed[] = [];
  let section = '';
  let kind: Kind = 'operative';
  let stack: Placed[] = [];
  doc.forEach((block) => {
    const { name } = block.type;
    if (name === 'annex' && !isGone(block)) {
      section = idOf(block);
      kind = 'annex';
      stack = [];
    } else if (name === 'section' && !isGone(block)) {
      section = idOf(block);
      kind = kindOf(block);
      stack = [];
    } else if (name === 'clause' && !isGone(block) && (begun || !isBegun(block))) {
      const wanted = depthIn(block);
      stack = stack.slice(0, stack.findLastIndex(({ block: over }) => depthIn(over) < wanted) + 1);
      const one = { id: idOf(block), section, kind, parent: stack.at(-1)?.id ?? null, depth: stack.length, block };
      placed.push(one);
      stack.push(one);
    }
  });
  return placed;
}

const isBegun = (block: Node): boolean => isAdded(block) && liveWords(block).trim() === '';

/** What a section does; one whose heading was typed here says so by its verb. */
export function kindOf(section: Node): Kind {
  const kind = textOfAttr(section.attrs, 'kind');
  if (kind === 'preamble' || kind === 'operative' || kind === 'annex') return kind;
  return openingVerb(liveWords(section))?.part === 'preamble' ? 'preamble' : 'operative';
}

const labelIn = (block: Node): string | null =>
  typeof block.attrs['label'] === 'string' ? textOfAttr(block.attrs, 'label') : null;
const listOf = ({ section, parent }: Placed): string => `${section}/${parent ?? ''}`;

/**
 * The labels of all clauses of a draft in both texts, by id.
 * @param base the text that is changed; `null` for a new text
 * @param begun whether a new clause is counted that has no words yet, as on the screen where they are about to be typed
 */
export function labelsOf(doc: Node, base: Node | null, begun = false): Map<string, BothLabels> {
  const before = base === null ? [] : placedClauses(base);
  const labels = new Map<string, BothLabels>();
  for (const { id, block } of before)
    labels.set(id, { before: textOfAttr(block.attrs, 'label'), after: null, section: null });
  const listBefore = new Map(before.map((one) => [one.id, listOf(one)]));
  const listsBefore = Map.groupBy(before, listOf);
  const now = placedClauses(doc, begun);
  const lists = Map.groupBy(now, listOf);
  // Lists come in the order of their first members, so that a clause has its label before its sub-clauses.
  for (const [key, list] of lists) {
    const [first] = list;
    if (first === undefined) continue;
    const parent = first.parent === null ? null : (labels.get(first.parent) ?? null);
    const member = ({ id, block }: Placed): Member => ({
      id,
      base: listBefore.get(id) === key ? labelIn(block) : null,
      hint: isAdded(block) ? labelIn(block) : null,
    });
    const made = labelsOfList(list.map(member), (listsBefore.get(key) ?? []).map(member), {
      kind: first.kind,
      depth: first.depth,
      parent: parent === null ? null : { before: parent.before, after: parent.after ?? '' },
    });
    list.forEach(({ id }, index) => {
      labels.set(id, { before: labels.get(id)?.before ?? null, after: made[index] ?? '', section: first.section });
    });
  }
  return labels;
}
