/** The words of a paragraph: runs with their revisions, their look, their notes. */
import { plainStyle, type RevisionMark, type Run, type RunStyle } from '../document/index.ts';
import type { XmlElement } from './xml.ts';

/** What surrounds words. */
export interface InlinePlace {
  marks: readonly RevisionMark[];
  style: RunStyle;
  link: string | null;
}

/** What the words of a document need to know of it. */
export interface InlineContext {
  /** Who made the changes; `null` where the metadata does not say. */
  author: string | null;
  /** Called for a reference to a note, and for a note that stands in the words; gives the run of its mark. */
  note(element: XmlElement): { id: string; mark: string };
}

export const plainPlace: InlinePlace = { marks: [], style: plainStyle, link: null };

/**
 * The runs of elements and words, white space folded as it does not count in XML of this kind: none at the ends, one
 * blank inside.
 */
export function runsOf(children: readonly (XmlElement | string)[], place: InlinePlace, context: InlineContext): Run[] {
  const runs: Run[] = [];
  collect(children, place, context, runs);
  return folded(runs);
}

function collect(
  children: readonly (XmlElement | string)[],
  place: InlinePlace,
  context: InlineContext,
  runs: Run[],
): void {
  for (const child of children) {
    if (typeof child === 'string') {
      runs.push(run(child, place));
      continue;
    }
    switch (child.name) {
      case 'noteRef':
      case 'authorialNote': {
        const { id, mark } = context.note(child);
        runs.push({ ...run(mark, place), note: { kind: 'footnote', id } });
        break;
      }
      case 'eol':
      case 'br':
        runs.push(run('\n', place));
        break;
      default:
        collect(child.children, inside(child, place, context), context, runs);
        // Blocks within words (a quoted text) never run into each other.
        if (child.name === 'p' || child.name === 'num') runs.push(run(' ', place));
    }
  }
}

const run = (text: string, { marks, style, link }: InlinePlace): Run => ({
  text,
  marks,
  style,
  link,
  note: null,
  control: null,
});

const looks: Readonly<Record<string, Partial<RunStyle>>> = {
  b: { bold: true },
  i: { italic: true },
  u: { underline: true },
  sup: { vertical: 'superscript' },
  sub: { vertical: 'subscript' },
};

/** What surrounds the words inside an element. */
export function inside(element: XmlElement, place: InlinePlace, { author }: { author: string | null }): InlinePlace {
  const { name, attributes } = element;
  if (name === 'ins' || name === 'del' || attributes['status'] === 'removed') {
    const kind = name === 'ins' ? 'inserted' : 'deleted';
    return { ...place, marks: [...place.marks, { kind, author, date: null, move: null }] };
  }
  const look = looks[name];
  if (look !== undefined) return { ...place, style: { ...place.style, ...look } };
  const href = attributes['href'];
  return (name === 'ref' || name === 'a') && href !== undefined ? { ...place, link: href } : place;
}

/** White space as one blank across the borders of runs; breaks of lines stay. */
function folded(runs: readonly Run[]): Run[] {
  const kept: Run[] = [];
  let afterBlank = true;
  for (const one of runs) {
    let text = one.text;
    if (one.note === null && text !== '\n') {
      text = text.replace(/[ \t\r\n]+/g, ' ');
      if (afterBlank) text = text.replace(/^ /, '');
      if (text === '') continue;
      afterBlank = text.endsWith(' ');
    } else if (one.note === null) afterBlank = true;
    kept.push({ ...one, text });
  }
  for (let at = kept.length - 1; at >= 0; at--) {
    const last = kept[at];
    if (last === undefined) break;
    if (last.note !== null) continue;
    last.text = last.text.replace(/[ \n]+$/, '');
    if (last.text !== '') break;
  }
  return kept.filter((one) => one.note !== null || one.text !== '');
}
