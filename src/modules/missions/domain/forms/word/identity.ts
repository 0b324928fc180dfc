/**
 * Which form a Word file is, and of what: written hidden in a control and in a part of custom XML, and visibly at the
 * foot of the page, because each of the three is lost by some way of saving or copying.
 */
import { linesOf, textOf, type Document } from '#formats/document/index.ts';
import { formCode, type Form, type FormKind } from '../form.ts';
import { footerWord, readCode, readTag } from './names.ts';

/** What stands hidden in a form. */
export interface Hidden {
  cycle: string;
  form: Pick<Form, 'kind' | 'version'>;
  /** The request or offer that exists online; `null` for an empty form. */
  online: { slug: string; version: number; revisions: Readonly<Record<string, number>> } | null;
}

export interface FormIdentity {
  cycle: string;
  kind: FormKind;
  version: number;
  online: { slug: string; version: number | null; revisions: Record<string, number> } | null;
  foundIn: 'control' | 'data' | 'tags' | 'words';
}

/** The last part of the hidden control's tag. */
export const identityTag = 'form';

/** As plain values: for the part of custom XML. */
export function hiddenValues({ cycle, form, online }: Hidden): Record<string, string> {
  return {
    form: formCode(cycle, form),
    ...(online === null
      ? {}
      : { online: online.slug, version: String(online.version), revisions: revisionsText(online.revisions) }),
  };
}

/** As words: for the hidden control. */
export function hiddenText(hidden: Hidden): string {
  return Object.entries(hiddenValues(hidden))
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
}

const revisionsText = (revisions: Readonly<Record<string, number>>): string =>
  Object.entries(revisions)
    .map(([key, revision]) => `${key}:${revision}`)
    .join(',');

function revisionsFrom(text: string): Record<string, number> {
  return Object.fromEntries(
    text.split(',').flatMap((pair): [string, number][] => {
      const [, key, revision] = /^\s*([a-z][a-z\d_]*):(\d{1,9})\s*$/u.exec(pair) ?? [];
      return key === undefined ? [] : [[key, Number(revision)]];
    }),
  );
}

/** Which form a document is; `null` where nothing says so. */
export function identityOf(document: Document): FormIdentity | null {
  const control = document.controls.find(({ tag }) => readTag(tag)?.path.join('/') === identityTag);
  if (control !== undefined) {
    const found = fromValues(valuesIn(control.text), 'control');
    if (found !== null) return found;
  }
  const data = document.data === undefined ? null : fromValues(document.data, 'data');
  if (data !== null) return data;
  for (const { tag } of document.controls) {
    const read = readTag(tag);
    if (read !== null) {
      return { cycle: read.cycle, kind: read.kind, version: read.version, online: null, foundIn: 'tags' };
    }
  }
  for (const text of visibleWords(document)) {
    const inLine = /\bform=/u.test(text) ? fromValues(valuesIn(text), 'words') : null;
    if (inLine !== null) return inLine;
    const code = readCode(new RegExp(`\\b${footerWord}\\s+(\\S+)`, 'u').exec(text)?.[1] ?? '');
    if (code !== null) return { ...code, online: null, foundIn: 'words' };
  }
  return null;
}

function* visibleWords(document: Document): Iterable<string> {
  for (const { blocks } of document.margins.toReversed()) {
    for (const block of blocks) if (block.kind === 'paragraph') yield textOf(block.runs, 'proposed');
  }
  for (const { paragraph } of linesOf(document)) yield textOf(paragraph.runs, 'proposed').slice(0, 1000);
}

function valuesIn(text: string): Record<string, string> {
  return Object.fromEntries(
    text.split(';').flatMap((pair): [string, string][] => {
      const cut = pair.indexOf('=');
      return cut === -1 ? [] : [[pair.slice(0, cut).trim(), pair.slice(cut + 1).trim()]];
    }),
  );
}

function fromValues(values: Readonly<Record<string, string>>, foundIn: FormIdentity['foundIn']): FormIdentity | null {
  const code = readCode(values['form'] ?? '');
  if (code === null) return null;
  const { online: slug, version, revisions } = values;
  const online =
    slug === undefined || !/^[a-z\d-]{1,200}$/u.test(slug)
      ? null
      : {
          slug,
          version: version !== undefined && /^\d{1,9}$/u.test(version) ? Number(version) : null,
          revisions: revisionsFrom(revisions ?? ''),
        };
  return { ...code, online, foundIn };
}

/** Whether a line is the foot of a page of a form: its code and nothing else. */
export const isFootLine = (text: string): boolean =>
  new RegExp(`^${footerWord}\\s+\\S+$`, 'u').test(text.trim()) && readCode(text) !== null;

/** Whether a line is the hidden one, where a program shows it. */
export const isHiddenLine = (text: string): boolean => /^form=\S+\/(?:application|assistance-plan)\/\d+/u.test(text);
