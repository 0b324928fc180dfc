/** Reads a Word file into the common tree: package → styles and lists → body → what stands beside it. */
import { refuse } from '#kernel/problem.ts';
import type { Block, Document } from '../document/index.ts';
import { partsByType, readComments, readMargins, readNotes, type PartsOf } from './body/asides.ts';
import { readBlock } from './body/blocks.ts';
import { Controls } from './body/controls.ts';
import { NoteReferences } from './body/notes.ts';
import { openPlace } from './body/place.ts';
import { Revisions } from './body/revisions.ts';
import { Story, type Shared } from './body/story.ts';
import { compoundKind, isCompound } from './package/compound.ts';
import { Package, refuseOversize } from './package/package.ts';
import type { Relationship } from './package/relationships.ts';
import { describeKind } from '../kinds.ts';
import { isZip } from './package/zip.ts';
import { addProperty } from './properties/core.ts';
import { Numbering } from './properties/numbering.ts';
import { Styles } from './properties/styles.ts';
import { Remarks } from './remarks.ts';

/** Reads the bytes of a .docx. @throws Refusal for everything that is no sound Word document. */
export function readDocx(bytes: Uint8Array, name: string): Document {
  const source = openPackage(bytes, name);
  const main = source.mainPart();
  const relationships = source.relationships(main);
  const parts = partsByType(relationships, source);
  const shared = sharedState(name);
  const collect = (type: string, root: string, to: { add(element: Parameters<Styles['add']>[0]): void }): void => {
    for (const part of parts(type)) source.readXml(part, [root], (element) => to.add(element));
  };
  collect('styles', 'w:styles', shared.styles);
  collect('numbering', 'w:numbering', shared.numbering);
  collect('settings', 'w:settings', { add: (element) => shared.notes.configure(element) });

  const blocks = readBody(source, main, relationships, shared);
  const notes = readNotes(source, parts, shared);
  const comments = readComments(source, parts, shared);
  const margins = readMargins(source, parts, shared);
  remarkOnRest(parts, shared.remarks);
  const properties = readProperties(source);
  const data = readData(source, parts);
  source.refuseHiddenDoctypes();
  shared.revisions.settle(shared.remarks);
  return {
    media: 'docx',
    name,
    blocks,
    notes,
    comments,
    controls: shared.controls.finish(),
    bookmarks: shared.bookmarks,
    margins,
    properties,
    ...(data === null ? {} : { data }),
    remarks: shared.remarks.list(),
  };
}

/** Opens the zip, or says what the file is instead. */
function openPackage(bytes: Uint8Array, file: string): Package {
  if (bytes.length === 0) refuse('empty', 'The file is empty.', 'Send it again.', { file });
  refuseOversize(bytes, file);
  if (isCompound(bytes)) {
    const { code, message, remedy } = compoundKind(bytes);
    refuse(code, message, remedy, { file });
  }
  if (!isZip(bytes)) {
    refuse('not-word', `The file is ${describeKind(bytes)}, not a Word document (.docx).`, 'Choose the right file.', {
      file,
    });
  }
  return new Package(bytes, file);
}

function sharedState(file: string): Shared {
  return {
    styles: new Styles(),
    numbering: new Numbering(),
    revisions: new Revisions(),
    controls: new Controls(file),
    notes: new NoteReferences(),
    remarks: new Remarks(),
    bookmarks: [],
    commented: new Map(),
  };
}

function readBody(
  source: Package,
  main: string,
  relationships: ReadonlyMap<string, Relationship>,
  shared: Shared,
): Block[] {
  const story = new Story(shared, relationships, null);
  const blocks: Block[] = [];
  const found = source.readXml(main, ['w:document', 'w:body'], (element) =>
    readBlock(element, story, openPlace, blocks),
  );
  if (!found) {
    refuse('not-word', 'The main part holds no Word document.', 'Choose the right file, or save it again with Word.', {
      file: source.file,
      part: main,
    });
  }
  story.fields.finish(shared.remarks);
  story.pages.finish();
  return blocks;
}

/** Parts that may hold text and are not read. */
function remarkOnRest(parts: PartsOf, remarks: Remarks): void {
  for (const [type, what] of [
    ['glossaryDocument', 'Building blocks (a glossary document) are not read.'],
    ['aFChunk', 'Documents in other formats are embedded; they are not read.'],
  ] as const) {
    if (parts(type).length > 0) remarks.add('part-not-read', what);
  }
}

/** The values that the workbench left for itself; `null` without such a part. */
function readData(source: Package, parts: PartsOf): Record<string, string> | null {
  const values = new Map<string, string>();
  const found = parts('customXml').filter((part) =>
    source.readXml(part, ['tl:data'], ({ name, text }) => values.set(name.replace('tl:', ''), text)),
  );
  return found.length === 0 ? null : Object.fromEntries(values);
}

function readProperties(source: Package): Record<string, string> {
  const properties: Record<string, string> = {};
  for (const { type, target, external } of source.relationships('').values()) {
    if (type !== 'core-properties' || external) continue;
    source.readXml(target, ['cp:coreProperties'], (element) => addProperty(properties, element));
  }
  return properties;
}
