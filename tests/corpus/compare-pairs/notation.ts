/**
 * Pairs of invented texts in one notation, in which both texts and what differs between them are written at once, so
 * that what a comparison should find is known before it runs.
 *
 * A line is "PREFIX KIND words". PREFIX: a space (in both texts), "-" (in A only), "+" (in B only), "<1" and ">1" (it
 * moved: where it stood in A, where it stands in B). KIND: R heading, T title, O opening, H heading of a section,
 * "*", "**", "***" clauses by depth (labels follow from the order), "=" a clause without label, A heading and AT title of
 * an annex, F a footnote ("F 1 words"; its mark stands in words as "^1"). In the words "{old→new}" is what changed.
 */
export type Kind = 'R' | 'T' | 'O' | 'H' | '*' | '**' | '***' | '=' | 'A' | 'AT' | 'F';

/** A line of one text. `id` is the same in both texts where the line is the same one. */
export interface Line {
  kind: Kind;
  words: string;
  label: string;
  id: string;
}

/** What should be found of one clause, heading or note. `marked` is its words with changes, as in the notation. */
export interface Expected {
  id: string;
  kind: Kind;
  status: 'kept' | 'changed' | 'renumbered' | 'end-of-list' | 'moved' | 'inserted' | 'deleted';
  marked: string;
  before: string | null;
  after: string | null;
  labels: { before: string | null; after: string | null };
}

export interface Pair {
  name: string;
  /** How the clauses of each text are labelled: preamble, operative part, second level, third level. */
  labels: { a: Labels; b: Labels };
  source: string;
}

export interface Labels {
  preamble: LabelStyle;
  operative: LabelStyle;
  second: LabelStyle;
  third: LabelStyle;
}
export type LabelStyle = 'a)' | '1' | '1.' | 'i)' | '1.1' | '–' | '(1)';

export const usual: Labels = { preamble: 'a)', operative: '1', second: 'a)', third: 'i)' };

export interface Sides {
  a: Line[];
  b: Line[];
  expected: Expected[];
}

const side = (words: string, which: 'a' | 'b') =>
  words.replaceAll(/\{([^→{}]*)→([^{}]*)\}/gu, (_, old: string, young: string) => (which === 'a' ? old : young));

const preambleHeading =
  /^(?:recalling|considering|noting|recognizing|aware|mindful|convinced|taking|bearing|emphasi|having|acknowledging|welcoming)/iu;
const roman = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];

function label(style: LabelStyle, place: number, above: string): string {
  if (style === 'a)') return `${String.fromCodePoint(96 + place)})`;
  if (style === 'i)') return `${roman[place - 1] ?? 'x'})`;
  if (style === '1.1') return `${above.replace(/[.)]$/u, '')}.${place}`;
  if (style === '–') return '–';
  if (style === '(1)') return `(${place})`;
  return style === '1' ? String(place) : `${place}.`;
}

/** Labels follow from the order; the only clause of a section has none. */
function labelled(lines: readonly Line[], labels: Labels): Line[] {
  const out: Line[] = [];
  let style: LabelStyle = labels.operative;
  const counts = [0, 0, 0];
  const above = ['', '', ''];
  for (const [at, line] of lines.entries()) {
    const depth = line.kind.startsWith('*') ? line.kind.length - 1 : -1;
    if (line.kind === 'H' || line.kind === 'A') {
      counts.fill(0);
      style = line.kind === 'H' && preambleHeading.test(line.words) ? labels.preamble : labels.operative;
    }
    if (depth < 0) {
      out.push(line);
      continue;
    }
    counts[depth] = (counts[depth] ?? 0) + 1;
    counts.fill(0, depth + 1);
    const own = [style, labels.second, labels.third][depth] ?? 'a)';
    const alone = depth === 0 && counts[0] === 1 && isAlone(lines, at);
    const made = alone ? '' : label(own, counts[depth] ?? 1, above[depth - 1] ?? '');
    above[depth] = made;
    out.push({ ...line, label: made });
  }
  return out;
}

function isAlone(lines: readonly Line[], at: number): boolean {
  for (let next = at + 1; next < lines.length; next += 1) {
    const kind = lines[next]?.kind;
    if (kind === '*') return false;
    if (kind === 'H' || kind === 'A') return true;
  }
  return true;
}

/** Typography is no change of words: curly quotes, hyphens and spaces that do not break. */
const plain = (words: string) =>
  words
    .replaceAll(/[\u201c\u201d]/gu, '"')
    .replaceAll('\u2019', "'")
    .replaceAll('\u2011', '-')
    .replaceAll('\u00a0', ' ');

const endSigns = /^(.*?)(?:[;,.:]?(?: and)?)$/su;
/** The words without the signs, or "and", at their end. */
export const withoutEnd = (words: string) => endSigns.exec(plain(words))?.[1] ?? words;

/** Both texts, and what should be found of each line. */
export function sidesOf(pair: Pair): Sides {
  const a: Line[] = [];
  const b: Line[] = [];
  const marked = new Map<string, { prefix: string; kind: Kind; marked: string }>();
  for (const [at, raw] of pair.source.split('\n').entries()) {
    const match = /^( |-|\+|[<>]\d+) ?(R|T|O|H|AT|A|F|=|\*{1,3}) (.*)$/u.exec(raw);
    if (!match) {
      if (raw.trim() !== '') throw new Error(`${pair.name}: line ${at + 1} is not in the notation: ${raw}`);
      continue;
    }
    const [, prefix = ' ', kind = '*', words = ''] = match;
    const id = /\d/u.test(prefix) ? `moved ${prefix.slice(1)}` : `line ${at + 1}`;
    const line = { kind: kind as Kind, label: '', id };
    if (prefix !== '+' && !prefix.startsWith('>')) a.push({ ...line, words: side(words, 'a') });
    if (prefix !== '-' && !prefix.startsWith('<')) b.push({ ...line, words: side(words, 'b') });
    marked.set(id, { prefix, kind: line.kind, marked: words });
  }
  const [first, second] = [labelled(a, pair.labels.a), labelled(b, pair.labels.b)];
  const expected = [...marked].map(([id, line]): Expected => {
    const before = first.find((other) => other.id === id);
    const after = second.find((other) => other.id === id);
    const labels = { before: before?.label ?? null, after: after?.label ?? null };
    const words = { before: before?.words ?? null, after: after?.words ?? null };
    return { id, kind: line.kind, ...words, marked: line.marked, labels, status: statusOf(line.prefix, words, labels) };
  });
  return { a: first, b: second, expected };
}

function statusOf(
  prefix: string,
  words: { before: string | null; after: string | null },
  labels: { before: string | null; after: string | null },
): Expected['status'] {
  if (words.before === null) return 'inserted';
  if (words.after === null) return 'deleted';
  if (/\d/u.test(prefix)) return 'moved';
  if (withoutEnd(words.before) !== withoutEnd(words.after)) return 'changed';
  if (labels.before !== labels.after) return 'renumbered';
  return plain(words.before) === plain(words.after) ? 'kept' : 'end-of-list';
}
