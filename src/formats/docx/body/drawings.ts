/** What stands in a run beside words: text boxes, which are read, and pictures and objects, which are reported. */
import type { Element } from '../xml/element.ts';
import type { Place } from './place.ts';
import type { ParagraphWriter } from './writer.ts';

const longestName = 200;

/** Finds the text boxes of a w:drawing, w:pict or w:object and reports what is no text. */
export function readDrawing(drawing: Element, writer: ParagraphWriter, place: Place): void {
  const found: Found = { boxes: [], name: '', picture: false, object: null, diagram: false };
  look(drawing, found);
  for (const content of found.boxes) writer.boxes.push({ content, place });
  const { remarks } = writer.story.shared;
  const line = writer.line === 0 ? null : writer.line;
  const name = found.name === '' ? '' : ` “${found.name.slice(0, longestName)}”`;
  if (found.object !== null) remarks.add('embedded-object', `An embedded object (${found.object}) is not read.`, line);
  else if (found.picture) remarks.add('image', `The picture${name} is not read.`, line);
  else if (found.diagram) remarks.add('diagram', `The chart or diagram${name} is not read.`, line);
}

interface Found {
  boxes: Element[];
  /** The alternative text, or the name. */
  name: string;
  picture: boolean;
  /** The program of an embedded object. */
  object: string | null;
  diagram: boolean;
}

function look(element: Element, found: Found): void {
  const { attributes } = element;
  switch (element.name) {
    case 'w:txbxContent':
      found.boxes.push(element);
      return;
    case 'wp:docPr':
      found.name ||= attributes['descr'] ?? attributes['title'] ?? attributes['name'] ?? '';
      break;
    case 'v:shape':
      found.name ||= attributes['alt'] ?? '';
      break;
    case 'pic:pic':
    case 'v:imagedata':
      found.picture = true;
      break;
    case 'a:graphicData':
      found.diagram ||= /\/(?:chart|diagram|chartex)$/.test(attributes['uri'] ?? '');
      break;
    case 'o:OLEObject':
      found.object = (attributes['ProgID'] ?? 'unknown program').slice(0, longestName);
      break;
    default:
  }
  for (const one of element.children) look(one, found);
}
