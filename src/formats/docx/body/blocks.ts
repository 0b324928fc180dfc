/** Blocks: what stands in a body, a cell, a note, a comment, a header or a text box. */
import type { Block } from '../../document/index.ts';
import { child, type Element } from '../xml/element.ts';
import { readParagraph } from './paragraph.ts';
import { openPlace, type Place } from './place.ts';
import { revisionKind } from './revisions.ts';
import type { Story } from './story.ts';
import { readTable } from './tables.ts';

const words = new Set(['w:r', 'w:hyperlink', 'w:fldSimple', 'w:smartTag', 'w:dir', 'w:bdo', 'm:oMath', 'm:oMathPara']);
const blockNames = new Set(['w:p', 'w:tbl', 'w:sdt', 'w:customXml']);

/** Reads block elements in order. */
export function readBlocks(elements: readonly Element[], story: Story, place: Place = openPlace): Block[] {
  const blocks: Block[] = [];
  for (const element of elements) readBlock(element, story, place, blocks);
  return blocks;
}

/** Reads one block element; it may give several blocks, or none. */
export function readBlock(element: Element, story: Story, place: Place, blocks: Block[]): void {
  const { shared } = story;
  const into = (inner: readonly Element[], at: Place): void => {
    for (const one of inner) readBlock(one, story, at, blocks);
  };
  switch (element.name) {
    case 'w:p':
      addParagraph(element, story, place, blocks);
      return;
    case 'w:tbl':
      blocks.push(readTable(element, story, place, readBlocks));
      return;
    case 'w:sdt':
      into(child(element, 'w:sdtContent')?.children ?? [], {
        ...place,
        control: shared.controls.open(element, place.control),
      });
      return;
    case 'w:sectPr':
      shared.notes.endSection(element);
      return;
    case 'w:altChunk':
      shared.remarks.add(
        'alternative-chunk',
        'A document in another format stands here; it is not read.',
        story.line || null,
      );
      return;
    default:
  }
  if (element.name.endsWith('Pr') || story.anchor(element, true)) return;
  const kind = revisionKind(element);
  const at =
    kind === undefined
      ? place
      : { ...place, marks: shared.revisions.inside(place.marks, shared.revisions.mark(element, kind)) };
  if (words.has(element.name) || (kind !== undefined && !element.children.some((one) => blockNames.has(one.name)))) {
    addStrayWords(element, story, place, blocks);
  } else {
    into(element.children, at);
  }
}

function addParagraph(element: Element, story: Story, place: Place, blocks: Block[]): void {
  const { paragraph, boxes } = readParagraph(element, story, place);
  blocks.push(paragraph);
  for (const { content, place: at } of boxes) {
    blocks.push(...story.inBox(() => readBlocks(content.children, story, at)));
  }
}

/** Words outside any paragraph break the format's rules, but they are words: they get a paragraph of their own. */
function addStrayWords(element: Element, story: Story, place: Place, blocks: Block[]): void {
  if (element.children.length === 0) return;
  addParagraph({ name: 'w:p', attributes: {}, children: [element], text: '' }, story, place, blocks);
  if (!element.name.startsWith('m:')) {
    story.shared.remarks.add('stray-words', 'Words stand outside any paragraph.', story.line || null);
  }
}
