/** What a person should know about how a file was read. */
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { isBlank, type ReaderNote } from '../document/index.ts';
import type { Builder } from './build.ts';
import { unreadableIn } from './characters.ts';
import type { Clock } from './limits.ts';
import type { Margin } from './margins.ts';
import type { PageContent } from './page.ts';
import type { Source } from './source.ts';

interface Told {
  source: Source;
  document: PDFDocumentProxy;
  information: Readonly<Record<string, unknown>>;
  pages: readonly PageContent[];
  margins: readonly Margin[];
  builder: Builder;
  clock: Clock;
}

/** Pages told one by one; of more only the number is told. */
const mostPages = 50;
/** From here on it is worth telling that some characters mean nothing. */
const someUnreadable = 0.02;

export async function remarksOf(told: Told): Promise<ReaderNote[]> {
  const { source, pages, builder, margins } = told;
  const remarks: ReaderNote[] = [];
  const tell = (code: string, message: string, line: number | null = null): void => {
    remarks.push({ code, message, line });
  };
  const lineOf = (page: number): number | null => builder.lineAt(page, -Infinity);
  const empty = pages.filter((page) => [page.spans, ...page.turned].flat().every((span) => isBlank(span.text)));
  tellPages('page-without-text', empty, tell, lineOf, (page) => `Page ${page} has no text: it is blank or a picture.`);
  const damaged = pages.filter((page) => source.damagedPages.includes(page.number));
  tellPages('damaged-page', damaged, tell, lineOf, (page) => `Page ${page} is damaged: words may be missing.`);
  const obscure = pages.filter((page) => shareUnreadable(page) > someUnreadable);
  tellPages(
    'unreadable-characters',
    obscure,
    tell,
    lineOf,
    (page) => `Page ${page} has characters that no font explains.`,
  );
  if (margins.length > 0) {
    const texts = margins.slice(0, 5).map(({ text }) => `“${text}”`);
    tell('margins', `Read as headers and footers, not as text: ${texts.join(', ')}${margins.length > 5 ? ' …' : ''}.`);
  }
  if (builder.repeatedHeads > 0) {
    tell('repeated-table-heads', `Table heads repeated on the next page were left out (${builder.repeatedHeads}).`);
  }
  if (source.withoutDrawing)
    tell('without-lines', 'The drawing is too large: tables were found without their borders.');
  await tellActive(told, tell);
  return remarks;
}

type Tell = (code: string, message: string, line?: number | null) => void;

function tellPages(
  code: string,
  pages: readonly PageContent[],
  tell: Tell,
  lineOf: (page: number) => number | null,
  message: (page: number) => string,
): void {
  for (const { number } of pages.slice(0, mostPages)) tell(code, message(number), lineOf(number));
  if (pages.length > mostPages) tell(code, `${pages.length - mostPages} more pages of this kind.`);
}

function shareUnreadable(page: PageContent): number {
  const texts = [page.spans, ...page.turned].flat().map((span) => span.text);
  const all = texts.reduce((sum, text) => sum + text.length, 0);
  return all === 0 ? 0 : texts.reduce((sum, text) => sum + unreadableIn(text), 0) / all;
}

/** Parts of a file that do something, or hold other files: never run, opened or read. */
async function tellActive({ document, information, clock }: Told, tell: Tell): Promise<void> {
  if (await clock.wait(document.hasJSActions().catch(() => false)))
    tell('scripts', 'Scripts in the file were not run.');
  const attachments = await clock.wait(document.getAttachments().catch(() => null));
  const count = attachments === null ? 0 : attachments.size;
  if (count > 0) tell('attachments', `Files inside the file were not read (${count}).`);
  if (information['IsXFAPresent'] === true) {
    tell('dynamic-form', 'The form is a dynamic one (XFA): only what its pages show was read.');
  }
}
