/**
 * Codes of plan elements: "R.1-a", "a.1.3", "D-4-a", "SO1.2", "IV", "5b". A code is its segments; how they are joined is
 * a matter of style, and documents are not consistent in it.
 */

export interface Code {
  /** As printed, without punctuation around it. */
  printed: string;
  /** "D-4-a" gives D, 4, a. */
  segments: readonly string[];
  /** What stands between the segments; one fewer than segments, '' where a letter meets a digit. */
  joints: readonly string[];
}

/** A code at the beginning of a line and the words after it. */
export interface Coded {
  code: Code;
  text: string;
  /** What separates code and text. A mere blank is the weakest sign that it is a code at all. */
  separator: 'colon' | 'tab' | 'dash' | 'stop' | 'blank';
  /** A plain list number ("1.", "a)"), which numbers the items of one list and may restart in the next. */
  listNumber: boolean;
}

/** Longer chains of numbers are no codes of plans. */
const mostSegments = 8;
const plainNumber = /^\(?([0-9]{1,3}|[A-Za-z]|[ivx]{2,5}|[IVX]{2,5})([.)])(?=\s|$)/;
const compound =
  /^((?:[A-Za-z]{1,5}[.\-–]?(?=\d))?\d{1,3}(?:[.\-–/]\d{1,3}|[.\-–/]?[A-Za-z](?![A-Za-z]))*|[A-Za-z](?:[.\-–]\d{1,3}|[.\-–][A-Za-z](?![A-Za-z]))+)(?![A-Za-z0-9%])([.):]*)(?=[\s:(–—-]|$)/;
const separators = /^\s*([:–—-]*)\s*/;

/** Takes a code apart. The words must be nothing but the code. */
export function codeOf(printed: string): Code {
  const trimmed = printed.trim();
  const segments = trimmed.match(/[0-9]+|[A-Za-z]+/g) ?? [trimmed];
  const joints: string[] = [];
  let at = trimmed.indexOf(segments[0] ?? '') + (segments[0]?.length ?? 0);
  for (const segment of segments.slice(1)) {
    const next = trimmed.indexOf(segment, at);
    joints.push(trimmed.slice(at, next).replace('–', '-').trim());
    at = next + segment.length;
  }
  return { printed: trimmed, segments, joints };
}

/**
 * A code at the beginning of a line, or `null`. `raw` still holds its tabs: a tab after the first word marks a label.
 * Numbers that begin a sentence ("10 countries", "1.5 million", "3G networks") are no codes.
 */
export function codedLine(raw: string): Coded | null {
  const line = raw.trimStart();
  const match = compound.exec(line) ?? plainNumber.exec(line);
  if (match === null) return null;
  const [whole, printed = '', closing = ''] = match;
  const code = codeOf(printed);
  if (code.segments.length > mostSegments) return null;
  const rest = line.slice(whole.length);
  const [gap = '', marks = ''] = separators.exec(rest) ?? [];
  const text = rest.slice(gap.length).trim();
  const listNumber = code.segments.length === 1 && closing !== '' && !closing.includes(':');
  const separator = separatorOf(closing + marks, gap);
  if (separator === 'blank' && !standsAlone(code, text)) return null;
  return { code, text, separator, listNumber };
}

function separatorOf(marks: string, gap: string): Coded['separator'] {
  if (marks.includes(':')) return 'colon';
  if (gap.includes('\t')) return 'tab';
  if (/[–—-]/.test(marks)) return 'dash';
  return marks === '' ? 'blank' : 'stop';
}

/** Whether a code may be followed by a mere blank: it must look like nothing else, and the text must begin anew. */
function standsAlone(code: Code, text: string): boolean {
  if (!/^(?:[A-Z(["“‘]|$)/.test(text) || code.segments.length < 2) return false;
  if (/^[A-Z]{2,3}\d{1,2}$/.test(code.printed)) return true;
  const letters = /^[A-Za-z]+/.exec(code.printed)?.[0] ?? '';
  if (letters.length > 2) return code.segments.length > 2;
  return code.joints.some((joint) => joint !== '') || code.segments.length > 2;
}

/** Upper case, lower case or number, one sign a segment: "R.1-a" is "Ana". Codes of one level share it. */
export function shapeOf(code: Code): string {
  return code.segments.map((segment) => (/^[0-9]/.test(segment) ? 'n' : /^[A-Z]/.test(segment) ? 'A' : 'a')).join('');
}

/** Segments as one key for look-ups; the joints do not count. */
export function keyOfCode(segments: readonly string[]): string {
  return segments.join('/');
}

/** The most usual joints among codes of the same shape: how the level writes its codes. */
export function usualJoints(codes: Iterable<Code>): Map<string, readonly string[]> {
  const counts = new Map<string, Map<string, { joints: readonly string[]; count: number }>>();
  for (const code of codes) {
    const shape = shapeOf(code);
    const styles = counts.get(shape) ?? new Map<string, { joints: readonly string[]; count: number }>();
    counts.set(shape, styles);
    const style = styles.get(code.joints.join('|')) ?? { joints: code.joints, count: 0 };
    style.count++;
    styles.set(code.joints.join('|'), style);
  }
  const usual = new Map<string, readonly string[]>();
  for (const [shape, styles] of counts) {
    const best = [...styles.values()].sort((a, b) => b.count - a.count)[0];
    if (best !== undefined) usual.set(shape, best.joints);
  }
  return usual;
}

/** The code in the usual style of its level. */
export function canonicalCode(code: Code, usual: ReadonlyMap<string, readonly string[]>): string {
  const joints = usual.get(shapeOf(code)) ?? code.joints;
  return code.segments
    .map((segment, index) => (index === 0 ? segment : `${joints[index - 1] ?? ''}${segment}`))
    .join('');
}

/** Every code named in a list ("R.1, R.2 and R.3", "Objectives I.1–I.4"); a range over the last number is spelt out. */
export function codesIn(text: string): Code[] {
  const codes: Code[] = [];
  const pattern = /\b(?:[A-Za-z]{1,5}[.-]?)?\d{1,3}(?:[.-](?:\d{1,3}|[A-Za-z]\b(?![.-]?\d)))*\b/g;
  let end = -1;
  for (const match of text.matchAll(pattern)) {
    const code = codeOf(match[0]);
    const previous = codes.at(-1);
    if (previous !== undefined && /^\s*(?:–|—|-|to)\s*$/.test(text.slice(end, match.index))) {
      codes.push(...between(previous, code));
    }
    codes.push(code);
    end = match.index + match[0].length;
  }
  return codes;
}

/** The codes strictly between two that differ only in their last number; none when they differ otherwise. */
function between(first: Code, last: Code): Code[] {
  const from = Number(first.segments.at(-1));
  const to = Number(last.segments.at(-1));
  const head = first.segments.slice(0, -1);
  if (keyOfCode(head) !== keyOfCode(last.segments.slice(0, -1)) || !(to > from && to - from < 50)) return [];
  const stem = first.printed.slice(0, first.printed.length - String(first.segments.at(-1)).length);
  return Array.from({ length: to - from - 1 }, (_, step) => codeOf(`${stem}${from + step + 1}`));
}
