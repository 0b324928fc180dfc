/** The HTML writer: one page that needs nothing else, readable by eyes and ears, on screens and on paper. */
import type { Block, Document, Run } from '../document/index.ts';
import { blocksWithoutMark } from '../document/note-words.ts';
import { blocksHtml, type Page } from './blocks.ts';
import { attributes, escapeHtml } from './escape.ts';
import { wordsHtml } from './runs.ts';
import { styleOfPage } from './style.ts';

/** The page as text. It runs nothing and loads nothing, whatever the document holds. */
export function writeHtml(document: Document): string {
  const page = pageOf(document);
  const title = document.properties['title'] ?? document.name;
  const language = document.properties['language'] ?? 'en';
  const parts = [
    ...document.margins
      .filter(({ kind }) => kind === 'header')
      .slice(0, 1)
      .map(({ blocks }) => marginHtml('header', blocks, page)),
    `<main>\n<h1 class="unseen">${escapeHtml(title)}</h1>`,
    blocksHtml(document.blocks, page),
    notesHtml(document, page),
    commentsHtml(document, page),
    '</main>',
  ];
  return (
    `<!doctype html>\n<html${attributes({ lang: language })}>\n<head>\n<meta charset="utf-8">\n` +
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n` +
    `<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${escapeHtml(title)}</title>\n` +
    `<style>${styleOfPage}</style>\n</head>\n<body>\n${parts.filter((part) => part !== '').join('\n')}\n</body>\n</html>\n`
  );
}

/** A number of a page says nothing where there are no pages. */
function marginHtml(element: 'header', blocks: readonly Block[], page: Page): string {
  const worded = blocks.filter(
    (block) => block.kind === 'table' || !/^[-–—\s\d]*$/.test(block.runs.map(({ text }) => text).join('')),
  );
  return worded.length === 0 ? '' : `<${element} class="margin centre">${blocksHtml(worded, page)}</${element}>`;
}

function pageOf(document: Document): Page {
  const bookmarks = new Map<string, string>();
  const lines = new Map<number, string[]>();
  document.bookmarks.forEach(({ name, line }, index) => {
    if (bookmarks.has(name)) return;
    const id = `place-${index + 1}`;
    bookmarks.set(name, id);
    lines.set(line, [...(lines.get(line) ?? []), id]);
  });
  const notes = new Map(document.notes.map((note, index) => [`${note.kind} ${note.id}`, index + 1]));
  const referred = new Set<number>();
  let last = 1;
  return {
    heading(wanted) {
      last = Math.min(wanted, last + 1);
      return last;
    },
    bookmark: (name) => bookmarks.get(name),
    anchors(line) {
      const ids = lines.get(line) ?? [];
      lines.delete(line);
      return ids;
    },
    note({ kind, id }: NonNullable<Run['note']>) {
      const index = notes.get(`${kind} ${id}`);
      if (index === undefined) return null;
      const reference = referred.has(index) ? '' : `reference-${index}`;
      referred.add(index);
      return { note: `note-${index}`, reference };
    },
  };
}

function notesHtml({ notes }: Document, page: Page): string {
  if (notes.length === 0) return '';
  const items = notes.map((note, index) => {
    const { mark, line } = note;
    const back = attributes({
      href: `#reference-${index + 1}`,
      role: 'doc-backlink',
      'aria-label': `Back to note ${mark}`,
    });
    const sign = wordsHtml(mark === '' ? '*' : mark);
    const link = line === null ? `<sup>${sign}</sup>` : `<sup><a${back}>${sign}</a></sup>`;
    return `<div id="note-${index + 1}" role="doc-footnote">${link} ${blocksHtml(blocksWithoutMark(note), page)}</div>`;
  });
  return `<section class="notes" aria-label="Notes">\n${items.join('\n')}\n</section>`;
}

function commentsHtml({ comments }: Document, page: Page): string {
  if (comments.length === 0) return '';
  const items = comments.map(({ author, date, lines, blocks }) => {
    const about = [author ?? 'Unknown', date?.slice(0, 10), lines === null ? null : `on line ${lines[0]}`];
    return `<div><p><b>${escapeHtml(about.filter((part) => part !== null && part !== undefined).join(', '))}</b></p>${blocksHtml(blocks, page)}</div>`;
  });
  return `<section class="notes" aria-label="Comments">\n<h2>Comments</h2>\n${items.join('\n')}\n</section>`;
}
