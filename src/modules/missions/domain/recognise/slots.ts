/**
 * The slots of a form: each question with the lines of its answer. Questions are found by the tags of content controls
 * where there are any, and by their words otherwise, so a form filled in Word, retyped or printed is read alike.
 */
import { fold, isBlank, textOf, type Control } from '#formats/document/index.ts';
import { splitLabel } from '#formats/document/labels.ts';
import { indexOfLine, type FormLine } from './form-lines.ts';
import { candidates, matchQuestions, type Candidate, type Question, type Vocabulary } from './questions.ts';

export interface Slot<K extends string> {
  key: K;
  /** As printed, `null` without one. */
  label: string | null;
  question: string;
  /** Indices of the lines of the question. */
  asked: number[];
  /** Words of the answer that share the question's line. */
  inline: string | null;
  /** Indices of the non-blank lines of the answer below the question, in order. */
  answer: number[];
}

export interface Slots<K extends string> {
  slots: Slot<K>[];
  /** Questions of the form that none of the vocabularies knows, by index. */
  strangers: Candidate[];
  /** Where the last answer ends: index after its last line. */
  end: number;
}

/** A content control with its index in the document, by which runs point to it. */
export interface IndexedControl {
  index: number;
  control: Control;
}

/** What a control's tag says it holds, as the form's own vocabulary; `null` for any other tag. */
export type KeyOfTag<K extends string> = (tag: string) => K | null;

interface Asked<K extends string> extends Question<K> {
  /** Fixed end of the answer for a control, exclusive. */
  until: number | null;
  /** First line of the answer. */
  from: number;
}

/** Reads the slots between two lines. */
export function slotsIn<K extends string>(
  lines: readonly FormLine[],
  range: { from: number; to: number },
  controls: readonly IndexedControl[],
  vocabularies: readonly Vocabulary<K>[],
  keyOfTag: KeyOfTag<K>,
): Slots<K> {
  const tagged = taggedQuestions(lines, range, controls, keyOfTag);
  const known = new Set(tagged.map((question) => question.key));
  const inside = (index: number): boolean =>
    tagged.some((question) => index >= question.first && index < (question.until ?? 0));
  const all = candidates(lines, range.from, range.to).filter((candidate) => !inside(candidate.first));
  const sections = sectionsAmong(all, vocabularies);
  const found = all.filter((candidate) => !sections.has(candidate));
  const words = matchQuestions(
    found,
    vocabularies.filter(({ key }) => !known.has(key)),
  );
  const asked: Asked<K>[] = [
    ...tagged,
    ...words.map((question) => ({ ...question, until: null, from: question.last + 1 })),
  ];
  asked.sort((a, b) => a.first - b.first);
  const strangers = strangersAmong(found, asked);
  const end = endOfAnswers(lines, asked.at(-1)?.last ?? range.to, range.to);
  const isAsked = (candidate: Candidate): boolean => asked.some((question) => question.first === candidate.first);
  const headings = all.filter(
    (one) => sections.has(one) || (lines[one.first]?.heading === true && one.inline === null && !isAsked(one)),
  );
  const others = [...strangers, ...headings].map((candidate) => candidate.first);
  const stops = [...asked.map((question) => question.first), ...others, end].sort((a, b) => a - b);
  const slots = asked.map((question) => {
    const stop = stops.find((index) => index > question.last) ?? end;
    return slotOf(lines, question, Math.max(question.from, Math.min(stop, question.until ?? stop)));
  });
  return { slots, strangers, end };
}

function slotOf<K extends string>(lines: readonly FormLine[], question: Asked<K>, stop: number): Slot<K> {
  const { key, label, text, first, last, inline } = question;
  const answer: number[] = [];
  for (let index = question.from; index < stop; index++) {
    if (lines[index]?.blank === false) answer.push(index);
  }
  const asked = Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset);
  return { key, label, question: text, asked, inline, answer };
}

// ---------------------------------------------------------------- content controls

function taggedQuestions<K extends string>(
  lines: readonly FormLine[],
  range: { from: number; to: number },
  controls: readonly IndexedControl[],
  keyOfTag: KeyOfTag<K>,
): Asked<K>[] {
  const found = new Map<K, Asked<K>>();
  for (const { index, control } of controls) {
    const key =
      control.tag === null || control.kind === 'checkbox' || control.lines === null ? null : keyOfTag(control.tag);
    if (key === null || found.has(key) || control.lines === null) continue;
    const [firstLine, lastLine] = control.lines;
    const from = indexOfLine(lines, firstLine);
    const until = indexOfLine(lines, lastLine) + 1;
    if (from < range.from || until > range.to || until === 0) continue;
    found.set(key, askedAbove(lines, range.from, { from, until, index, control, key }));
  }
  return [...found.values()];
}

/** The question of a control: the words before it on its line, or the line above it, or the control's own title. */
function askedAbove<K extends string>(
  lines: readonly FormLine[],
  low: number,
  { from, until, index, control, key }: { from: number; until: number; index: number; control: Control; key: K },
): Asked<K> {
  const own = lines[from];
  const runs = own?.runs ?? [];
  const lead = fold(
    textOf(
      runs.slice(
        0,
        Math.max(
          0,
          runs.findIndex((run) => run.control === index),
        ),
      ),
      'proposed',
    ),
  );
  // The glyph of a check box inside the control is no question.
  if (own !== undefined && until === from + 1 && /\p{L}/u.test(lead)) {
    const { label, text } = splitLabel(lead);
    const inline = control.placeholder || isBlank(control.text) ? null : fold(control.text);
    const question = text.replace(/\s*:$/u, '');
    return { key, first: from, last: from, label: label ?? own.label, text: question, inline, until, from: from + 1 };
  }
  for (let above = from - 1; above >= Math.max(low, from - 6); above--) {
    const line = lines[above];
    if (line === undefined || line.blank) continue;
    return { key, first: above, last: above, label: line.label, text: line.words, inline: null, until, from };
  }
  return { key, first: from, last: from - 1, label: null, text: control.alias ?? '', inline: null, until, from };
}

// ---------------------------------------------------------------- what is no answer

/** Numbered questions of the form that we do not know, so that they and their answers are not taken for an answer above. */
function strangersAmong<K extends string>(found: readonly Candidate[], asked: readonly Question<K>[]): Candidate[] {
  const labelled = asked.filter((question) => question.label !== null);
  if (labelled.length * 2 < asked.length || labelled.length < 2) {
    return found.filter(
      (candidate) =>
        isPlainQuestion(candidate) &&
        isBetween(candidate, asked) &&
        !asked.some((question) => question.first === candidate.first),
    );
  }
  const shape = shapeOf(labelled[0]?.label ?? '');
  return found.filter((candidate) => {
    if (candidate.kind !== 'asking' || candidate.label === null || shapeOf(candidate.label) !== shape) return false;
    if (asked.some((question) => question.first === candidate.first)) return false;
    const before = labelled.findLast((question) => question.first < candidate.first);
    const after = labelled.find((question) => question.first > candidate.first);
    const number = numberOf(candidate.label);
    // A list inside an answer begins anew or takes numbers that questions below have.
    return (
      before !== undefined &&
      number > numberOf(before.label ?? '') &&
      (after === undefined || number < numberOf(after.label ?? ''))
    );
  });
}

/** The headings of parts of the form: "2." above "2.1", where that asks for something. */
function sectionsAmong<K extends string>(
  found: readonly Candidate[],
  vocabularies: readonly Vocabulary<K>[],
): Set<Candidate> {
  const below = found.filter(({ label }) => /^\(?\w{1,4}\.\w/u.test(label ?? ''));
  // A heading stands above what it heads; the rows of a table below may have the same number.
  const parents = new Map<string, number>();
  for (const candidate of below) {
    const parent = /^\(?(\w{1,4})/u.exec(candidate.label ?? '')?.[1] ?? '';
    if (!parents.has(parent) && matchQuestions([candidate], vocabularies).length > 0)
      parents.set(parent, candidate.first);
  }
  return new Set(
    found.filter(
      ({ label, first }) => first < (parents.get(/^\(?(\w{1,4})[.)]*$/u.exec(label ?? '')?.[1] ?? '-') ?? 0),
    ),
  );
}

function isPlainQuestion(candidate: Candidate): boolean {
  return candidate.label === null && /^(?:please|kindly)\b|\?\W*$/iu.test(candidate.text);
}

function isBetween<K extends string>(candidate: Candidate, asked: readonly Question<K>[]): boolean {
  return asked[0] !== undefined && candidate.first > asked[0].first;
}

function shapeOf(label: string): string {
  return label
    .replace(/\d+/gu, '1')
    .replace(/[a-z]+/gu, 'a')
    .replace(/[A-Z]+/gu, 'A');
}

function numberOf(label: string): number {
  const digits = /\d+(?!.*\d)/u.exec(label)?.[0];
  if (digits !== undefined) return Number(digits);
  const letter = /[a-z]/iu.exec(label)?.[0]?.toLowerCase() ?? 'a';
  return letter.charCodeAt(0) - 96;
}

const closing =
  /^(?:signatures?|signed(?: by)?|contact (?:person|details?|information|points?)|focal points?|submitted by|date(?: of submission)?|(?:official )?(?:stamp|seal)|for (?:official|secretariat|office) use|attachments?\s?[\dA-Z]?|annex(?:es)?\b|appendix|note to applicants?|thank you)\b.{0,80}$/iu;

/** Signatures, contacts and annexes at the end of a form are no answer to its last question. */
function endOfAnswers(lines: readonly FormLine[], lastQuestion: number, to: number): number {
  for (let index = lastQuestion + 1; index < to; index++) {
    const line = lines[index];
    if (line === undefined || line.blank || line.bullet) continue;
    const words = line.words.replace(/^(?:part|section) \w{1,3}\s?[:.–-]\s*/iu, '');
    if (!closing.test(words)) continue;
    if (/[:_.…]{1,}\s*(?:\S.*)?$/u.test(words) || words.split(' ').length <= 5) return index;
  }
  return to;
}
