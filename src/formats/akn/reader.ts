/** Reads Akoma Ntoso into the common tree: texts of our own writing, and those of others with their flaws. */
import { refuse } from '#kernel/problem.ts';
import type { Document, ReaderNote } from '../document/index.ts';
import type { Reader } from '../reader.ts';
import { BodyReader } from './read-body.ts';
import { repeatedIds, titleOf, writerOf } from './read-meta.ts';
import { allElements, childOf, elementsIn, readXmlTree, type XmlElement } from './xml.ts';

/** Reads files whose outermost element is `akomaNtoso`, whatever they are called. */
export const aknReader: Reader = {
  media: 'akn',
  accepts: (bytes) => startsAkomaNtoso(bytes),
  // Refusals are thrown inside, so that they reject the promise like those of other readers.
  read: async (bytes, name) => readAkn(bytes, name),
};

/** @throws Refusal for everything that is no sound XML of this kind */
export function readAkn(bytes: Uint8Array, name: string): Document {
  const root = readXmlTree(bytes, name);
  if (root.name !== 'akomaNtoso') {
    refuse('not-akoma-ntoso', 'The file is XML, but not Akoma Ntoso.', 'Choose the right file.', { file: name });
  }
  const body = new BodyReader();
  body.read(root);
  if (body.blocks.length === 0) refuse('empty', 'The file holds no text.', 'Choose the right file.', { file: name });
  const [first] = elementsIn(root);
  const meta = childOf(first, 'meta');
  const title = titleOf(meta);
  const writer = writerOf(meta);
  return {
    media: 'akn',
    name,
    blocks: body.blocks,
    notes: body.notes,
    comments: [],
    controls: [],
    bookmarks: [],
    margins: [],
    properties: { ...(title === null ? {} : { title }), ...(writer === null ? {} : { writer }) },
    remarks: remarksOn(root),
  };
}

/** Where the first element begins; what stands before it is looked through this far. */
const prolog = 64 * 1024;

function startsAkomaNtoso(bytes: Uint8Array): boolean {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  if (wide === null && bytes[0] !== 0x3c && bytes[0] !== 0xef && !isBlankByte(bytes[0])) return false;
  const start = new TextDecoder(wide ?? 'utf-8').decode(bytes.subarray(0, prolog)).trimStart();
  if (!start.startsWith('<')) return false;
  return /<([A-Za-z_][\w.:-]*)/.exec(withoutComments(start))?.[1]?.replace(/^.*:/, '') === 'akomaNtoso';
}

function withoutComments(start: string): string {
  let kept = '';
  let from = 0;
  for (;;) {
    const opened = start.indexOf('<!--', from);
    const closed = opened < 0 ? -1 : start.indexOf('-->', opened);
    if (closed < 0) return kept + (opened < 0 ? start.slice(from) : start.slice(from, opened));
    kept += start.slice(from, opened);
    from = closed + 3;
  }
}

const isBlankByte = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** What a person should know of the file as a file. */
function remarksOn(root: XmlElement): ReaderNote[] {
  const remarks: ReaderNote[] = [];
  const repeated = repeatedIds(root);
  if (repeated > 0) {
    const message = `${repeated} ${repeated === 1 ? 'eId is' : 'eIds are'} given out more than once; nothing can be found by them.`;
    remarks.push({ code: 'ids-repeat', message, line: null });
  }
  let pictures = 0;
  for (const { name } of allElements(root)) if (name === 'img') pictures++;
  if (pictures > 0) {
    const message = `${pictures === 1 ? 'A picture is' : `${pictures} pictures are`} not read.`;
    remarks.push({ code: 'picture-not-read', message, line: null });
  }
  return remarks;
}
