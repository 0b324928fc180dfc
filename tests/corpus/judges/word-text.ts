/**
 * The words of a Word file without revisions, read by the plainest rule there is: the characters of w:t in document
 * order, a paragraph a line; text boxes after the paragraph that holds them, of alternatives the first. It shares no
 * code with the reader it judges.
 */
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** Paragraphs of the body, and of each note by kind and id. */
export interface WordText {
  body: string[];
  /** How many characters of the body are elements of their own (w:sym, w:noBreakHyphen, w:softHyphen), not w:t. */
  special: number;
  /** Whether there are equations; their letters (m:t) are read like words. */
  equations: boolean;
  notes: Map<string, string[]>;
}

export function wordText(bytes: Uint8Array): WordText {
  const files = unzipSync(bytes);
  const part = (name: string): string => {
    const content = files[name];
    return content === undefined ? '' : strFromU8(content);
  };
  const notes = new Map<string, string[]>();
  for (const kind of ['footnote', 'endnote']) {
    for (const [id, lines] of paragraphs(part(`word/${kind}s.xml`), kind)) notes.set(`${kind} ${id}`, lines);
  }
  const xml = part('word/document.xml');
  const special = xml.match(/<w:(?:sym|noBreakHyphen|softHyphen)[ />]/g)?.length ?? 0;
  return { body: paragraphs(xml, 'body').get('') ?? [], special, equations: xml.includes('<m:t'), notes };
}

/** Paragraphs inside each element `w:<container>`, by its w:id. */
function paragraphs(xml: string, container: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  if (xml === '') return found;
  const parser = new SaxesParser();
  let lines: string[] = [];
  /** Paragraphs that are open, with the text boxes that wait for their end. */
  const open: { text: string; after: string[] }[] = [];
  let skipped = 0;
  let inWords = false;
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'mc:Fallback') skipped++;
    if (skipped > 0) return;
    if (name === `w:${container}`) {
      lines = [];
      found.set(attributes['w:id'] ?? '', lines);
    }
    if (name === 'w:p') open.push({ text: '', after: [] });
    if (name === 'w:t' || name === 'm:t') inWords = true;
  });
  parser.on('text', (text) => {
    const paragraph = open.at(-1);
    if (inWords && skipped === 0 && paragraph !== undefined) paragraph.text += text;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'mc:Fallback') skipped--;
    if (name === 'w:t' || name === 'm:t') inWords = false;
    if (name !== 'w:p' || skipped > 0) return;
    const done = open.pop();
    if (done === undefined) return;
    const target = open.at(-1)?.after ?? lines;
    target.push(done.text, ...done.after);
  });
  parser.write(xml).close();
  return found;
}
