/** The content controls of a form by the parts of their tags. */
import type { Control } from '#formats/document/index.ts';
import type { Form } from '../../form.ts';
import { isUnwritten, readTag } from '../names.ts';
import type { Doubt } from './filled.ts';
import type { ReadLines } from './lines.ts';

export interface TaggedControl {
  control: Control;
  /** Indices of its lines; empty for one that stands on none. */
  lines: number[];
}

/** Controls by what is behind the version in their tags: "policy_issue", "expected_outcomes/training". */
export type Tagged = ReadonlyMap<string, readonly TaggedControl[]>;

export function taggedIn(read: ReadLines, form: Form): Tagged {
  const keys = new Set(['head', ...form.items.map(({ key }) => key)]);
  const found = new Map<string, TaggedControl[]>();
  for (const control of read.document.controls) {
    const tag = readTag(control.tag);
    if (tag === null || tag.kind !== form.kind || !keys.has(tag.path[0] ?? '')) continue;
    const path = tag.path.join('/');
    const known = found.get(path) ?? [];
    known.push({ control, lines: linesOfControl(read, control) });
    found.set(path, known);
  }
  return found;
}

function linesOfControl(read: ReadLines, { lines }: Control): number[] {
  const first = lines === null ? null : read.indexOf(lines[0]);
  const last = lines === null ? null : read.indexOf(lines[1]);
  if (first === null || last === null) return [];
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** What a control of words says: `text` is empty where only its prompt stands in it. */
export interface Said {
  text: string;
  lines: number[];
}

/**
 * What is written in the controls of this name; `null` without any. Where a control was copied, the first that says
 * something counts and the others are left over.
 */
export function saidIn(read: ReadLines, tagged: Tagged, path: string, doubts: Doubt[]): Said | null {
  const controls = tagged.get(path);
  if (controls === undefined) return null;
  const key = path.startsWith('head/') ? path.slice(5) : (path.split('/')[0] ?? path);
  const all = controls.map((one) => saidBy(read, one, key, doubts));
  const said = all.find(({ text }) => text !== '') ?? all[0] ?? { text: '', lines: [] };
  const others = all.filter((one) => one !== said && one.text !== '' && one.text !== said.text);
  if (others.length > 0) {
    const message =
      'Two boxes of the file belong to the same answer and say different things; the second is left over.';
    doubts.push({ rule: 'control-twice', key, line: lineOf(read, others[0]?.lines[0]), message });
  }
  for (const one of all) if (!others.includes(one)) one.lines.forEach((index) => read.place(index));
  return said;
}

export const lineOf = (read: ReadLines, index: number | undefined): number | null =>
  index === undefined ? null : (read.at(index)?.number ?? null);

function saidBy(read: ReadLines, { control, lines }: TaggedControl, key: string, doubts: Doubt[]): Said {
  const text = wordsOf(read, control, lines);
  if (text === '' || isUnwritten(text)) return { text: '', lines };
  if (control.placeholder) {
    const message = 'The box still says that only its prompt stands in it, but the words are others; they count.';
    doubts.push({ rule: 'prompt-overwritten', key, line: lineOf(read, lines[0]), message });
  }
  return { text, lines };
}

/** The paragraphs of a control, blank ones between them included, tables and inner controls too. */
function wordsOf(read: ReadLines, control: Control, lines: readonly number[]): string {
  const whole =
    lines.length <= 1
      ? [control.text]
      : lines.filter((index) => !read.isDeleted(index)).map((index) => read.raw(index));
  return whole
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/^\s*\n|\s+$/gu, '')
    .trim();
}
