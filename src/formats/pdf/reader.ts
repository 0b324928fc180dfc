import { Refusal, refuse } from '#kernel/problem.ts';
import { isBlank, plainRun, type Comment, type Control, type Document, type Note } from '../document/index.ts';
import { placeAnnotations, type PageComment } from './annotations.ts';
import { Builder, paragraphOf } from './build.ts';
import { unreadableIn } from './characters.ts';
import { gridsOf } from './grid.ts';
import { checkFile } from './guard.ts';
import { layOut } from './layout.ts';
import { Clock, standardLimits, type Limits } from './limits.ts';
import { takeMargins, type Margin } from './margins.ts';
import { takeNotes, type PageNote } from './notes.ts';
import { bookmarksOf, propertiesOf } from './outline.ts';
import type { PageContent } from './page.ts';
import { refuseDamaged } from './refusals.ts';
import { remarksOf } from './remarks.ts';
import { Source } from './source.ts';
import { isRightToLeft, runsOf } from './words.ts';

/** From here on too many characters of a file mean nothing. */
const mostUnreadable = 0.5;

/**
 * Reads a PDF into the common tree: a line of print is a paragraph, room between paragraphs an empty one.
 * @throws Refusal when the file is damaged, closed, without text, or beyond a limit.
 */
export async function readPdf(bytes: Uint8Array, name: string, limits: Limits = standardLimits): Promise<Document> {
  const clock = new Clock(name, limits.milliseconds);
  checkFile(bytes, name, limits, clock);
  const source = new Source(bytes, name, limits, clock);
  try {
    return await read(source, name, clock);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    return refuseDamaged(error instanceof Error ? error.message : String(error), name);
  } finally {
    await source.close();
  }
}

async function read(source: Source, name: string, clock: Clock): Promise<Document> {
  const pages = await source.pages();
  const margins = takeMargins(pages);
  const controls: Control[] = [];
  const comments = pages.flatMap((page) => placeAnnotations(page, controls));
  const notes = pages.flatMap(takeNotes);
  checkText(pages, name);
  const builder = new Builder();
  for (const page of pages) {
    builder.addPage(page.number, layOut(page.spans, gridsOf(page.rules), clock));
    for (const spans of page.turned) builder.addTurned(layOut(spans, [], clock));
  }
  controls.forEach((control, index) => {
    control.lines = builder.linesOfControl(index);
  });
  const { document } = await source.session();
  const { info } = await clock.wait(document.getMetadata());
  const information = info as Readonly<Record<string, unknown>>;
  return {
    media: 'pdf',
    name,
    blocks: builder.blocks,
    notes: notes.map((note) => noteOf(note, builder)),
    comments: comments.map((comment) => commentOf(comment, builder)),
    controls,
    bookmarks: await bookmarksOf(document, pages, builder, clock),
    margins: margins.map(marginOf),
    properties: propertiesOf(information),
    remarks: await remarksOf({ source, document, information, pages, margins, builder, clock }),
  };
}

/** Refuses pictures of pages, and fonts that do not say which characters they show. */
function checkText(pages: readonly PageContent[], name: string): void {
  const texts = pages.flatMap((page) => [page.spans, ...page.turned].flat().map((span) => span.text));
  const controls = pages.some((page) => page.spans.some((span) => span.control !== null));
  if (!controls && texts.every((text) => isBlank(text))) {
    refuse(
      'no-text',
      'The PDF holds no text, only pictures of pages or nothing.',
      'Have its text recognised first (OCR), or send the document it was made from.',
      { file: name },
    );
  }
  const all = texts.reduce((sum, text) => sum + text.length, 0);
  const unreadable = texts.reduce((sum, text) => sum + unreadableIn(text), 0);
  if (unreadable > mostUnreadable * all) {
    refuse(
      'unreadable-text',
      'The fonts of the PDF do not say which characters they show.',
      'Have its text recognised (OCR), or send the document it was made from.',
      { file: name },
    );
  }
}

function noteOf({ id, mark, lines, page }: PageNote, builder: Builder): Note {
  const line = builder.lineOfNote(id);
  const blocks = lines.map((spans) => {
    const rightToLeft = isRightToLeft(spans.map((span) => span.text));
    return paragraphOf(line ?? 0, runsOf(spans, rightToLeft), { page, indent: null, rightToLeft });
  });
  return { kind: 'footnote', id, mark, blocks, line };
}

function commentOf(comment: PageComment, builder: Builder): Comment {
  const line = builder.lineAt(comment.page, comment.box.top);
  const text = comment.text.split(/\r\n|[\r\n]/u);
  const blocks = text.map((words) =>
    paragraphOf(line ?? 0, [plainRun(words)], {
      page: comment.page,
      indent: null,
      rightToLeft: isRightToLeft([words]),
    }),
  );
  const { id, author, date } = comment;
  return { id, author, initials: null, date, blocks, lines: line === null ? null : [line, line] };
}

function marginOf({ kind, line }: Margin): Document['margins'][number] {
  const spans = line.fragments.map((fragment) => fragment.spans);
  const rightToLeft = isRightToLeft(spans.flat().map((span) => span.text));
  const runs = spans.flatMap((part, index) => [...(index > 0 ? [plainRun('\t')] : []), ...runsOf(part, rightToLeft)]);
  return { kind, blocks: [paragraphOf(0, runs, { page: null, indent: null, rightToLeft })] };
}
