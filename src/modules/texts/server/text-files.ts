/** Texts, proposals and drafts of the register as files: Word with real revisions, Akoma Ntoso, HTML, PDF, JSON. */
import { aknOfTexts, type TextToWrite, type WritingOptions } from '#formats/akn/index.ts';
import type { Document } from '#formats/document/index.ts';
import { writeDocx } from '#formats/docx/write/index.ts';
import { writeHtml } from '#formats/html/index.ts';
import { typstSource } from '#formats/typst/index.ts';
import { slugOf } from '#kernel/ids.ts';
import { refuse } from '#kernel/problem.ts';
import type { Context } from '#modules/access/server/index.ts';
import { printPdf } from '#platform/print/index.ts';
import { documentOfProposal, documentOfText } from '../domain/publish/index.ts';
import { identityOf, nameOfInstrument, nameOfRevision, type Identity } from '../domain/register/identity.ts';
import { addressedClauses } from '../domain/register/paths.ts';
import { clausesOf } from '../store/instruments.ts';
import { draft } from './drafts.ts';
import { proposal, revision } from './texts.ts';

/** The formats in which a text is handed out, with what people call them. */
export const textFormats = {
  docx: { name: 'Word', type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  pdf: { name: 'PDF', type: 'application/pdf' },
  html: { name: 'HTML', type: 'text/html; charset=utf-8' },
  akn: { name: 'Akoma Ntoso', type: 'application/akn+xml; charset=utf-8' },
  json: { name: 'JSON', type: 'application/json; charset=utf-8' },
} as const;
export type TextFormat = keyof typeof textFormats;

/** A file to hand out. */
export interface TextFile {
  name: string;
  type: string;
  content: Uint8Array | string;
}

/** Whether a word names a format of texts. */
export function isTextFormat(word: string): word is TextFormat {
  return Object.hasOwn(textFormats, word);
}

/** A revision of the register. @throws Refusal `not-found`, `no-text` for one that is known by name only */
export async function revisionFile(context: Context, slug: string, format: TextFormat): Promise<TextFile> {
  const { revision: found, instrument } = await revision(context, slug);
  const { text } = found;
  if (text === null) refuse('no-text', 'The register knows this text by name only.', 'Take it in first.');
  const named =
    found.place === null || found.year === null
      ? null
      : { place: found.place, year: found.year, revised: found.revised };
  const identity: Identity = {
    kind: instrument.kind,
    number: instrument.number,
    revision: named,
    body: instrument.body,
  };
  const name = `${nameOfInstrument(identity)}${named === null ? '' : ` ${nameOfRevision(named)}`}`;
  // Clauses keep their names in the register over all revisions, whatever their labels become.
  const kept = new Map((await clausesOf(context.db, found.id)).map(({ path, clause }) => [path, clause]));
  const ids = new Map(addressedClauses(text).map(({ path, clause }) => [clause, kept.get(path)]));
  return fileOf(context, format, name, {
    document: () => documentOfText(text, { author: null, date: null }, { name }),
    akn: { text: { identity, text, by: null }, options: { permanentId: (clause) => ids.get(clause) } },
    json: { instrument: nameOfInstrument(identity), revision: named, body: instrument.body, text },
  });
}

/** A proposal with its changes as revisions of its proponent. @throws Refusal `not-found` */
export async function proposalFile(context: Context, slug: string, format: TextFormat): Promise<TextFile> {
  const { proposal: found, instrument } = await proposal(context, slug);
  const { record } = found;
  const proponent = record.reference.split('/')[0] ?? record.reference;
  const { kind, number } = record.target;
  const identity: Identity = {
    kind,
    number: number === null ? null : String(number),
    revision: record.revision.before,
    body: instrument?.body ?? null,
  };
  return fileOf(context, format, record.reference.replaceAll('/', '-'), {
    document: () => documentOfProposal(record, { author: proponent, date: null }),
    akn: { text: { identity, text: record.text, by: { proponent, proposal: record } }, options: {} },
    json: record,
  });
}

/** A draft with its changes. @throws Refusal `not-found` */
export async function draftFile(context: Context, slug: string, format: TextFormat): Promise<TextFile> {
  const { draft: found, text } = await draft(context, slug);
  return fileOf(context, format, found.title, {
    document: () => documentOfText(text, { author: found.opened_by, date: null }, { name: found.title }),
    akn: { text: { identity: identityOf(text), text, by: null }, options: {} },
    json: text,
  });
}

interface Makings {
  document: () => Document;
  akn: { text: TextToWrite; options: Omit<WritingOptions, 'writtenOn'> };
  json: unknown;
}

function fileOf(context: Context, format: TextFormat, title: string, made: Makings): TextFile {
  const name = `${slugOf(title, 80) || 'text'}.${format === 'akn' ? 'akn.xml' : format}`;
  return { name, type: textFormats[format].type, content: contentOf(context, format, made) };
}

function contentOf(context: Context, format: TextFormat, { document, akn, json }: Makings): Uint8Array | string {
  switch (format) {
    case 'docx':
      return writeDocx(document());
    case 'pdf':
      return pdfOf(document());
    case 'html':
      return writeHtml(document());
    case 'akn':
      return aknOfTexts([akn.text], { ...akn.options, writtenOn: context.now().toISOString().slice(0, 10) });
    case 'json':
      return `${JSON.stringify(json, null, 2)}\n`;
  }
}

/** Setting pages holds up everybody else's; a text of this many characters is set within a second. */
const mostToPrint = 600_000;

function pdfOf(document: Document): Uint8Array {
  const source = typstSource(document);
  if (source.length > mostToPrint) {
    refuse(
      'too-large',
      'The text is too long to be set as PDF here.',
      'Download it as Word or HTML and print it, or use "throughline convert" on a computer of your own.',
    );
  }
  return printPdf(source);
}
