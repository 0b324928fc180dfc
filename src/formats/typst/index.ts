/**
 * The print writer: the common tree as source of the typesetter Typst, which makes the PDF (`#platform/print`). The
 * source is pure text; nothing in a document can become an instruction, name a file or run away.
 */
import { houseTemplate, type HouseTemplate } from '../docx/write/index.ts';
import type { Block, Document, Note, Run } from '../document/index.ts';
import { blocksWithoutMark } from '../document/note-words.ts';
import { blocksContent, type Setting } from './blocks.ts';
import { preamble } from './preamble.ts';
import { runsContent } from './runs.ts';
import { literal, wordsContent } from './words.ts';

/** The whole source. */
export function typstSource(document: Document, template: HouseTemplate = houseTemplate): string {
  const { properties, name } = document;
  const atEnd = document.notes.length > mostAtFoot;
  const note: Setting['note'] = atEnd ? () => null : noteFinder(document.notes);
  const setting: Setting = { template, note, depth: 0 };
  const margin = (kind: 'header' | 'footer'): string => {
    const found = document.margins.find((one) => one.kind === kind);
    return found === undefined ? '' : marginContent(found.blocks);
  };
  const header = margin('header');
  const footer = margin('footer');
  const language = /^[a-z]{2,3}/i.exec(properties['language'] ?? template.language)?.[0] ?? 'en';
  const page = {
    title: properties['title'] ?? name,
    author: properties['creator'] ?? null,
    language: language.toLowerCase(),
    header,
    footer: header === '' && footer === '' ? '#align(center, text(size: 9pt)[– #page-number; –])' : footer,
  };
  return `${preamble(template, page)}${blocksContent(document.blocks, setting)}${atEnd ? notesContent(document, setting) : ''}${commentsContent(document, setting)}`;
}

/** More notes than this stand behind the text and not at the foot of pages, where they would take too long to set. */
const mostAtFoot = 2000;

function notesContent({ notes }: Document, setting: Setting): string {
  const items = notes.map(
    (note) => `#paragraph[#super[${wordsContent(note.mark)}];]\n${blocksContent(blocksWithoutMark(note), setting)}`,
  );
  return `#line(length: 100%)\n${items.join('')}`;
}

/** A note is set where it is first referred to; notes inside notes only show their mark. */
function noteFinder(notes: readonly Note[]): Setting['note'] {
  const byName = new Map(notes.map((note) => [`${note.kind} ${note.id}`, note]));
  return ({ kind, id }: NonNullable<Run['note']>) => {
    const note = byName.get(`${kind} ${id}`);
    if (note === undefined) return null;
    const content = blocksWithoutMark(note)
      .map((block) => (block.kind === 'paragraph' ? runsContent(block.runs, () => null) : ''))
      .filter((words) => words !== '')
      .join('#parbreak();');
    return { content, kind };
  };
}

/** Lines of a header or footer; one that is nothing but a number is the number of the page. */
function marginContent(blocks: readonly Block[]): string {
  const lines = blocks.flatMap((block): string[] => {
    if (block.kind === 'table') return [];
    const words = block.runs.map(({ text }) => text).join('');
    const number = /^([-–—\s]*)\d{1,4}([-–—\s]*)$/.exec(words);
    if (number !== null) return [`${wordsContent(number[1] ?? '')}#page-number;${wordsContent(number[2] ?? '')}`];
    return words.trim() === '' ? [] : [runsContent(block.runs, () => null)];
  });
  return lines.length === 0 ? '' : `#align(center, text(size: 9pt)[${lines.join('#linebreak();')}])`;
}

function commentsContent({ comments }: Document, setting: Setting): string {
  if (comments.length === 0) return '';
  const items = comments.map(({ author, date, lines, blocks }) => {
    const about = [author ?? 'Unknown', date?.slice(0, 10), lines === null ? null : `on line ${lines[0]}`];
    const head = about.filter((part) => part !== null && part !== undefined).join(', ');
    return `#paragraph(text(weight: "bold", ${literal(head)}))\n${blocksContent(blocks, setting)}`;
  });
  return `#line(length: 100%)\n#paragraph(text(weight: "bold", "Comments"))\n${items.join('')}`;
}
