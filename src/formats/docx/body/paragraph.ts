/** A paragraph (w:p): its properties, its mark, its number on each side, and its words. */
import { stands, type Paragraph, type RevisionMark, type Side } from '../../document/index.ts';
import { deepestLevel, type Level, type List } from '../properties/numbering.ts';
import { paragraphSettings, type ParagraphSettings } from '../properties/paragraph.ts';
import { child, childValue, descend, type Element } from '../xml/element.ts';
import { readInline } from './inline.ts';
import type { Place } from './place.ts';
import { revisionKind, type Marks } from './revisions.ts';
import type { Story } from './story.ts';
import { ParagraphWriter, type Box } from './writer.ts';

const noNumber: Paragraph['number'] = { base: null, proposed: null };

/** Reads a w:p. The text boxes that it anchors follow it as paragraphs of their own. */
export function readParagraph(element: Element, story: Story, place: Place): { paragraph: Paragraph; boxes: Box[] } {
  const line = story.nextLine();
  const { controls, styles } = story.shared;
  controls.touch(place.control, line);
  const pPr = child(element, 'w:pPr');
  const settings = paragraphSettings(pPr);
  const styleId = childValue(pPr, 'w:pStyle');
  if (settings.pageBreakBefore === true) story.pages.set();
  const writer = new ParagraphWriter(story, line, styleId);
  const openAtStart = openMoves(story);
  readInline(element.children, writer, place);

  const mark = markOf(pPr, story, place, { openAtStart, writer });
  const present = (side: Side): boolean => stands(mark, side) && stands(place.around, side);
  const inherited = styles.get(styleId ?? styles.defaultParagraph)?.settings ?? {};
  const list = listOf(settings, styleId, story);
  const paragraph: Paragraph = {
    kind: 'paragraph',
    line,
    style: styles.paragraphStyle(styleId, settings.outlineLevel),
    number: numberOf(list, pPr, styleId, story, present),
    runs: writer.runs,
    mark,
    formatChanged: writer.formatChanged || hasFormatChange(pPr),
    rightToLeft: settings.rightToLeft ?? inherited.rightToLeft ?? false,
    indent: settings.indent ?? listIndent(settings, list) ?? inherited.indent ?? list?.definition?.indent ?? null,
    page: null,
    raw: null,
  };
  story.pages.begin(paragraph, writer.start);
  const sectPr = child(pPr, 'w:sectPr');
  if (sectPr !== undefined) story.shared.notes.endSection(sectPr);
  return { paragraph, boxes: writer.boxes };
}

function hasFormatChange(pPr: Element | undefined): boolean {
  return (
    child(pPr, 'w:pPrChange') !== undefined ||
    descend(pPr, 'w:rPr', 'w:rPrChange') !== undefined ||
    descend(pPr, 'w:numPr', 'w:numberingChange') !== undefined ||
    descend(pPr, 'w:numPr', 'w:ins') !== undefined ||
    descend(pPr, 'w:sectPr', 'w:sectPrChange') !== undefined
  );
}

type OpenMoves = Record<'moved-from' | 'moved-to', string | null>;

function openMoves(story: Story): OpenMoves {
  const { revisions } = story.shared;
  return { 'moved-from': revisions.openMove('moved-from'), 'moved-to': revisions.openMove('moved-to') };
}

/**
 * The revisions of the paragraph mark. The mark is the last character of the paragraph, but its properties are written
 * first, before the range of a move may open: a moved mark belongs to the range that is open at its end, else to the
 * last move inside the paragraph, else to the range it began in.
 */
function markOf(
  pPr: Element | undefined,
  story: Story,
  place: Place,
  { openAtStart, writer }: { openAtStart: OpenMoves; writer: ParagraphWriter },
): Marks {
  const { revisions } = story.shared;
  let marks = place.marks;
  for (const one of child(pPr, 'w:rPr')?.children ?? []) {
    const kind = revisionKind(one);
    if (kind === undefined) continue;
    const mark = revisions.mark(one, kind);
    if (kind === 'moved-from' || kind === 'moved-to') {
      const name = revisions.openMove(kind) ?? lastMove(writer, kind) ?? openAtStart[kind];
      marks = revisions.inside(marks, revisions.moved(mark, name));
    } else {
      marks = revisions.inside(marks, mark);
    }
  }
  return marks;
}

function lastMove(writer: ParagraphWriter, kind: RevisionMark['kind']): string | null {
  for (const { marks } of writer.runs.toReversed()) {
    const move = marks.find((mark) => mark.kind === kind)?.move;
    if (move !== undefined) return move;
  }
  return null;
}

interface InList {
  list: List;
  level: number;
  definition: Level | undefined;
}

/** The list and level of a paragraph: what it says itself, else what its style says (17.9.3). */
function listOf(settings: ParagraphSettings, styleId: string | undefined, story: Story): InList | null {
  const { styles, numbering } = story.shared;
  const style = styles.get(styleId ?? styles.defaultParagraph);
  const list = numbering.list(settings.listId ?? style?.settings.listId ?? 0);
  if (list === null) return null;
  const linked = settings.listId === undefined ? levelOfStyle(list, style?.id) : undefined;
  const level = settings.listLevel ?? linked ?? style?.settings.listLevel ?? 0;
  const inside = Math.min(deepestLevel, Math.max(0, level));
  return { list, level: inside, definition: list.levels.get(inside) };
}

function levelOfStyle(list: List, styleId: string | undefined): number | undefined {
  if (styleId === undefined) return undefined;
  for (const [level, definition] of list.levels) if (definition.style === styleId) return level;
  return undefined;
}

function listIndent(settings: ParagraphSettings, list: InList | null): number | undefined {
  return settings.listId === undefined ? undefined : (list?.definition?.indent ?? undefined);
}

/** The number on each side; a paragraph that is not in a side neither has nor takes a number there. */
function numberOf(
  now: InList | null,
  pPr: Element | undefined,
  styleId: string | undefined,
  story: Story,
  present: (side: Side) => boolean,
): Paragraph['number'] {
  const before = listBefore(now, pPr, styleId, story);
  if (now === null && before === null) return noNumber;
  const count = (side: Side, where: InList | null): string | null => {
    if (where === null || !present(side)) return null;
    const text = story.counters[side].next(where.list, where.level);
    return text === '' ? null : text;
  };
  return { base: count('base', before), proposed: count('proposed', now) };
}

/** The list before the change of properties, where one is recorded. */
function listBefore(
  now: InList | null,
  pPr: Element | undefined,
  styleId: string | undefined,
  story: Story,
): InList | null {
  const old = descend(pPr, 'w:pPrChange', 'w:pPr');
  if (old !== undefined) return listOf(paragraphSettings(old), childValue(old, 'w:pStyle'), story);
  if (descend(pPr, 'w:numPr', 'w:ins') !== undefined) return listOf({}, styleId, story);
  return now;
}
