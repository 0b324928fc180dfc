/** A run (w:r): words that share a look, and the special characters and references among them (17.3.3). */
import type { RunStyle } from '../../document/index.ts';
import { fontOf } from '../properties/look.ts';
import { isPrivate, symbolOf, symbolText } from '../../document/symbols.ts';
import { child, onOff, type Element } from '../xml/element.ts';
import { readDrawing } from './drawings.ts';
import type { NoteKind } from './notes.ts';
import type { Place } from './place.ts';
import type { ParagraphWriter } from './writer.ts';

/** What is known of the run that is being read. */
interface RunContext {
  writer: ParagraphWriter;
  place: Place;
  style: RunStyle;
  hidden: boolean;
  font: string | undefined;
  /** Set after a note reference with a typed mark: the words that follow in the run are that mark. */
  customMark: ReturnType<ParagraphWriter['noteMark']> | null;
  readInline: (elements: readonly Element[]) => void;
}

/** Reads a w:r; `readInline` reads the runs that stand inside it (ruby). */
export function readRun(
  run: Element,
  writer: ParagraphWriter,
  place: Place,
  readInline: (elements: readonly Element[]) => void,
): void {
  const rPr = child(run, 'w:rPr');
  if (child(rPr, 'w:rPrChange') !== undefined) writer.formatChanged = true;
  const { style, hidden } = writer.story.shared.styles.runStyle(rPr, writer.styleId);
  const context: RunContext = { writer, place, style, hidden, font: fontOf(rPr), customMark: null, readInline };
  for (const element of run.children) readPiece(element, context);
}

function readPiece(element: Element, context: RunContext): void {
  const { writer, place } = context;
  const { fields, shared } = writer.story;
  switch (element.name) {
    case 'w:t':
      write(wordsOf(element, context), context);
      return;
    case 'w:delText':
      writeDeleted(wordsOf(element, context), context);
      return;
    case 'w:tab':
    case 'w:ptab':
      write('\t', context);
      return;
    case 'w:br':
      if (element.attributes['w:type'] === 'page') writer.pageBreak('set');
      write('\n', context);
      return;
    case 'w:cr':
      write('\n', context);
      return;
    case 'w:noBreakHyphen':
      write('\u2011', context);
      return;
    case 'w:softHyphen':
      write('\u00ad', context);
      return;
    case 'w:sym':
      writeSymbol(element, context);
      return;
    case 'w:lastRenderedPageBreak':
      writer.pageBreak('rendered');
      return;
    case 'w:instrText':
    case 'w:delInstrText':
      fields.instruction(element.text);
      return;
    case 'w:fldChar':
      readFieldCharacter(element, context);
      return;
    case 'w:footnoteReference':
      readNoteReference('footnote', element, context);
      return;
    case 'w:endnoteReference':
      readNoteReference('endnote', element, context);
      return;
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      readDrawing(element, writer, place);
      return;
    case 'w:ruby':
      readRuby(element, context);
      return;
    case 'w:contentPart':
      shared.remarks.add('ink', 'Handwriting is not read.', writer.line || null);
      return;
    default:
      writer.story.anchor(element, false);
  }
}

function write(text: string, { writer, place, style, hidden, customMark }: RunContext): void {
  if (customMark === null) writer.text(text, place, style, hidden);
  else customMark.text += text;
}

/** Deleted words outside any deletion: some writer lost the element around them; they are deleted all the same. */
function writeDeleted(text: string, context: RunContext): void {
  const { writer, place } = context;
  if (place.marks.some((mark) => mark.kind === 'deleted' || mark.kind === 'moved-from')) {
    write(text, context);
    return;
  }
  const { revisions } = writer.story.shared;
  const marks = revisions.inside(place.marks, revisions.nameless('deleted'));
  write(text, { ...context, place: { ...place, marks } });
}

/**
 * The words of w:t. Line ends are blanks; blanks at the ends count only where the file says so (xml:space), as in
 * Word. Characters of symbol fonts get their meaning.
 */
function wordsOf(element: Element, { font }: RunContext): string {
  let { text } = element;
  if (text.includes('\n') || text.includes('\r')) text = text.replace(/[\r\n]/g, ' ');
  if (element.attributes['xml:space'] !== 'preserve') text = trimmed(text);
  return font !== undefined && /[\uf020-\uf0ff]/.test(text) ? symbolText(text, font) : text;
}

/** Without blanks and tabs at the ends; no-break spaces stay. */
function trimmed(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  return text.slice(from, to);
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}

function writeSymbol(element: Element, context: RunContext): void {
  const { 'w:char': code, 'w:font': font } = element.attributes;
  const text = symbolOf(code, font);
  if (text === null || isPrivate(text)) {
    const line = context.writer.line || null;
    context.writer.story.shared.remarks.add(
      'symbol',
      `The symbol ${code ?? ''} of ${font ?? 'no font'} is not known.`,
      line,
    );
  }
  write(text ?? '\ufffd', context);
}

function readFieldCharacter(element: Element, context: RunContext): void {
  const { writer, place } = context;
  const { fields, shared } = writer.story;
  const type: string = element.attributes['w:fldCharType'] ?? '';
  switch (type) {
    case 'begin': {
      const form = child(element, 'w:ffData');
      if (form === undefined) {
        fields.begin(null);
        return;
      }
      const { index, shown } = shared.controls.openFormField(form, fields.innermost.control ?? place.control);
      shared.controls.touch(index, writer.line);
      write(shown, { ...context, place: { ...place, control: index } });
      fields.begin(index);
      return;
    }
    case 'separate':
      fields.separate();
      return;
    case 'end':
      fields.end();
      return;
    default:
  }
}

function readNoteReference(kind: NoteKind, element: Element, context: RunContext): void {
  const { writer, place, style } = context;
  const id = element.attributes['w:id'] ?? '';
  const run = writer.noteMark({ kind, id }, place, style);
  const custom =
    onOff(element, 'w:customMarkFollows') === true && element.attributes['w:customMarkFollows'] !== undefined;
  if (custom) context.customMark = run;
  const marks = [...place.around, ...place.marks];
  writer.story.shared.notes.add({ kind, id, run, line: writer.line, marks, custom });
}

/** Base text with its reading aid in brackets behind it. */
function readRuby(element: Element, context: RunContext): void {
  context.readInline(child(element, 'w:rubyBase')?.children ?? []);
  write('(', context);
  context.readInline(child(element, 'w:rt')?.children ?? []);
  write(')', context);
}
