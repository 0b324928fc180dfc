/** What lies on the pages of a file: fields of its form, links and comments (ISO 32000-1, 12.5 and 12.7). */
import { plainStyle, type Control } from '../document/index.ts';
import { boxOf, type Box, type Matrix } from './geometry.ts';
import type { PageContent } from './page.ts';
import type { Span } from './spans.ts';

export interface PageComment {
  id: string;
  author: string | null;
  date: string | null;
  text: string;
  page: number;
  box: Box;
}

/** More annotations than a page of a form has, and more links than a page of a list. */
const mostAnnotations = 10_000;
const mostLinks = 2_000;

/** Puts the fields of a page into its words, and its links on them; adds to the controls and gives the comments. */
export function placeAnnotations(page: PageContent, controls: Control[]): PageComment[] {
  const comments: PageComment[] = [];
  const links: { box: Box; url: string }[] = [];
  for (const annotation of page.annotations.slice(0, mostAnnotations).map(entriesOf)) {
    const box = boxIn(annotation['rect'], page.toPage);
    if (box === null) continue;
    if (annotation['subtype'] === 'Widget') placeField(annotation, box, page, controls);
    else if (annotation['subtype'] === 'Link') {
      const url = stringOf(annotation['url']);
      if (url !== null) links.push({ box, url });
    } else comments.push(...commentOf(annotation, box, page.number));
  }
  if (links.length > 0) page.spans = linked(page.spans, links.slice(0, mostLinks));
  return comments;
}

type Entries = Readonly<Record<string, unknown>>;

function entriesOf(value: unknown): Entries {
  return typeof value === 'object' && value !== null ? (value as Entries) : {};
}

function stringOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value.toWellFormed().replaceAll('\0', '\ufffd') : null;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function boxIn(rectangle: unknown, toPage: Matrix): Box | null {
  if (!Array.isArray(rectangle)) return null;
  const [x0, y0, x1, y1] = rectangle as unknown[];
  return isNumber(x0) && isNumber(y0) && isNumber(x1) && isNumber(y1) ? boxOf(toPage, [x0, y0, x1, y1]) : null;
}

/** A field as a control, and its value as words where the field lies. Buttons and signatures hold no value. */
function placeField(field: Entries, box: Box, page: PageContent, controls: Control[]): void {
  if (field['pushButton'] === true) return;
  const kind = { Tx: 'text', Ch: 'choice', Btn: 'checkbox' }[String(field['fieldType'])] as Control['kind'] | undefined;
  if (kind === undefined) return;
  const checked = kind === 'checkbox' ? isChecked(field) : null;
  const text = checked === null ? valueOf(field) : checked ? '☒' : '☐';
  const choice = stringOf(field['buttonValue']);
  const name = stringOf(field['fieldName']);
  const control = controls.length;
  controls.push({
    tag: field['radioButton'] === true && choice !== null ? `${name ?? ''}/${choice}` : name,
    alias: stringOf(field['alternativeText']),
    kind,
    checked,
    placeholder: text.trim() === '',
    text,
    lines: null,
  });
  if (!isHidden(field)) page.spans.push(...fieldSpans(text, box, control));
}

/** Flags 2 and 6 (ISO 32000-1, table 165): not shown at all, or not on screens. */
function isHidden(field: Entries): boolean {
  const flags = field['annotationFlags'];
  return typeof flags === 'number' && (flags & 0b100010) !== 0;
}

function isChecked(field: Entries): boolean {
  const value = field['fieldValue'];
  const own = field['radioButton'] === true ? field['buttonValue'] : field['exportValue'];
  return typeof value === 'string' && value !== 'Off' && value === own;
}

/** The value of a text field or the entries chosen from a list; what stands in a password field is nobody's business. */
function valueOf(field: Entries): string {
  if (field['password'] === true) return '';
  const values: unknown[] = Array.isArray(field['fieldValue']) ? field['fieldValue'] : [field['fieldValue']];
  return values
    .map((value) => stringOf(value) ?? '')
    .filter((value) => value !== '')
    .join('; ');
}

/** The lines of a value as they are printed in the field; an empty field has one, without words. */
function fieldSpans(text: string, box: Box, control: number): Span[] {
  const lines = text.split(/\r\n|[\r\n]/u);
  const height = box.bottom - box.top;
  const size = Math.max(1, Math.min(12, (0.8 * height) / lines.length));
  const first = lines.length === 1 ? (box.top + box.bottom) / 2 + 0.35 * Math.min(size, height) : box.top + size;
  return lines.map((line, index) => ({
    text: line,
    left: box.left,
    right: /^[☐☒]$/u.test(text) ? box.right : Math.min(box.right, box.left + 0.5 * size * line.length),
    base: first + index * 1.2 * size,
    size,
    style: plainStyle,
    link: null,
    control,
    note: null,
    order: -1,
    blankAfter: true,
    artifact: false,
  }));
}

function commentOf(annotation: Entries, box: Box, page: number): PageComment[] {
  const text = stringOf(entriesOf(annotation['contentsObj'])['str']);
  if (text === null || text.trim() === '') return [];
  return [
    {
      id: stringOf(annotation['id']) ?? '',
      author: stringOf(entriesOf(annotation['titleObj'])['str']),
      date: isoDate(stringOf(annotation['modificationDate'])),
      text,
      page,
      box,
    },
  ];
}

/** "D:20310502143000+02'00'" as ISO 8601 (ISO 32000-1, 7.9.4); other text as it is. */
export function isoDate(text: string | null): string | null {
  const parts = /^(?:D:)?(\d{4})(\d{2})?(\d{2})?(?:(\d{2})(\d{2})?(\d{2})?)?(Z|[-+]\d{2}(?:'?\d{2})?)?/u.exec(
    text ?? '',
  );
  if (parts === null) return text;
  const [, year, month, day, hour, minute = '00', second = '00', zone = ''] = parts;
  const date = [year, month, day].filter((part) => part !== undefined).join('-');
  if (hour === undefined || day === undefined) return date;
  const offset = zone === '' || zone === 'Z' ? zone : `${zone.slice(0, 3)}:${zone.slice(3).replace("'", '') || '00'}`;
  return `${date}T${hour}:${minute}:${second}${offset}`;
}

/** Spans with the links that lie on them; a span that a link covers in part is cut at the blanks next to its edges. */
function linked(spans: readonly Span[], links: readonly { box: Box; url: string }[]): Span[] {
  return spans.flatMap((span) => {
    const middle = span.base - 0.3 * span.size;
    return links
      .filter(({ box }) => middle >= box.top && middle <= box.bottom && box.left < span.right && box.right > span.left)
      .reduce<Span[]>(
        (pieces, { box, url }) =>
          pieces.flatMap((piece) => (overlaps(piece, box) ? linkedPieces(piece, box, url) : [piece])),
        [span],
      );
  });
}

/** Links are drawn a little wider than their words, so touching is not enough. */
function overlaps(span: Span, box: Box): boolean {
  const shared = Math.min(span.right, box.right) - Math.max(span.left, box.left);
  return span.link === null && shared > Math.min(2, 0.3 * (span.right - span.left));
}

function linkedPieces(span: Span, box: Box, url: string): Span[] {
  const from = blankNear(span, box.left);
  const to = Math.max(from, blankNear(span, box.right));
  const piece = (start: number, end: number, link: string | null): Span[] => {
    const text = span.text.slice(start, end).trim();
    const perCharacter = (span.right - span.left) / Math.max(1, span.text.length);
    const last = end >= span.text.length;
    return text === ''
      ? []
      : [
          {
            ...span,
            text,
            link,
            left: span.left + start * perCharacter,
            right: last ? span.right : span.left + end * perCharacter,
            blankAfter: last
              ? span.blankAfter
              : /\s/u.test(span.text[end] ?? '') || /\s$/u.test(span.text.slice(start, end)),
          },
        ];
  };
  return [...piece(0, from, null), ...piece(from, to, url), ...piece(to, span.text.length, null)];
}

/** Index of the blank, or the end, nearest to a place on a span. */
function blankNear(span: Span, x: number): number {
  const expected = ((x - span.left) / Math.max(0.1, span.right - span.left)) * span.text.length;
  const places = [0, ...[...span.text.matchAll(/\s/gu)].map((match) => match.index), span.text.length];
  return places.reduce((best, place) => (Math.abs(place - expected) < Math.abs(best - expected) ? place : best));
}
