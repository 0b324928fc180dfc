/** The content of a paragraph: runs, and what may stand around them. */
import { child, type Element } from '../xml/element.ts';
import { linearMath } from './math.ts';
import { linkOf } from './fields.ts';
import type { Place } from './place.ts';
import { revisionKind } from './revisions.ts';
import { readRun } from './run.ts';
import type { ParagraphWriter } from './writer.ts';

/** Reads elements of a paragraph in order. */
export function readInline(elements: readonly Element[], writer: ParagraphWriter, place: Place): void {
  for (const element of elements) readOne(element, writer, place);
}

function readOne(element: Element, writer: ParagraphWriter, place: Place): void {
  const { story } = writer;
  const kind = revisionKind(element);
  if (kind !== undefined) {
    const { revisions } = story.shared;
    const marks = revisions.inside(place.marks, revisions.mark(element, kind));
    readInline(element.children, writer, { ...place, marks });
    return;
  }
  switch (element.name) {
    case 'w:pPr':
      return;
    case 'w:r':
      readRun(element, writer, place, (inner) => readInline(inner, writer, place));
      return;
    case 'w:hyperlink':
      readInline(element.children, writer, { ...place, link: hyperlinkTarget(element, writer) ?? place.link });
      return;
    case 'w:fldSimple':
      readInline(element.children, writer, {
        ...place,
        link: linkOf(element.attributes['w:instr'] ?? '') ?? place.link,
      });
      return;
    case 'w:sdt': {
      const control = story.shared.controls.open(element, place.control);
      story.shared.controls.touch(control, writer.line);
      readInline(child(element, 'w:sdtContent')?.children ?? [], writer, { ...place, control });
      return;
    }
    case 'w:subDoc':
      story.shared.remarks.add('sub-document', 'A document that is linked in here is not read.', story.line || null);
      return;
    default:
      if (element.name.startsWith('m:')) readMath(element, writer, place);
      else if (!story.anchor(element, false)) readInline(element.children, writer, place);
  }
}

function hyperlinkTarget(element: Element, writer: ParagraphWriter): string | null {
  const address = writer.story.target(element.attributes['r:id']);
  const anchor = element.attributes['w:anchor'];
  if (anchor === undefined) return address;
  return `${address ?? ''}#${anchor}`;
}

function readMath(element: Element, writer: ParagraphWriter, place: Place): void {
  const { revisions, styles } = writer.story.shared;
  const { style } = styles.runStyle(undefined, writer.styleId);
  const equation: Element = { name: 'm:oMath', attributes: {}, children: [element], text: '' };
  for (const { text, marks } of linearMath(equation, place.marks, revisions)) {
    writer.text(text, { ...place, marks }, style);
  }
}
