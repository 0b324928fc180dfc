/** Reads one application for an expert mission between two lines of a document. */
import { countryCode } from '#kernel/countries.ts';
import { withWholeParagraphs } from '#formats/document/paragraphs.ts';
import type { Finding, MissionApplication, QuestionKey } from '#kernel/reading/index.ts';
import type { FormLine } from '../form-lines.ts';
import { headersIn, type Header, type HeaderKind } from '../headers.ts';
import { slotsIn, type IndexedControl, type Slot } from '../slots.ts';
import { pointsIn } from '../time-points.ts';
import { timesIn, type TimeLine } from '../timeline.ts';
import { checkApplication } from './checks.ts';
import { readOutcomes } from './outcomes.ts';
import { applicationQuestions } from './vocabulary.ts';

export interface ReadApplication {
  application: MissionApplication;
  placed: Set<number>;
  findings: Finding[];
  /** Index after the last line that belongs to the application. */
  end: number;
}

const questionKeys: readonly QuestionKey[] = applicationQuestions.map(({ key }) => key);

/**
 * What the tag of a content control holds. Our own forms write "cycle/form-version/q2"; the names of the fields are
 * understood as well.
 */
export function keyOfTag(tag: string): QuestionKey | HeaderKind | null {
  const name = (tag.split(/[/:.#]/u).at(-1) ?? '').toLowerCase().replaceAll('-', '_');
  const number = /^q([1-7])$/u.exec(name)?.[1];
  if (number !== undefined) return questionKeys[Number(number) - 1] ?? null;
  if (name === 'country' || name === 'title') return name;
  if (name === 'organisation' || name === 'organization') return 'organisation';
  return questionKeys.find((key) => key === name) ?? null;
}

function questionOfTag(tag: string): QuestionKey | null {
  return questionKeys.find((key) => key === keyOfTag(tag)) ?? null;
}

/** Reads the application that begins at `range.from`; `null` when fewer than three questions of the form are there. */
export function readApplication(
  lines: readonly FormLine[],
  range: { from: number; to: number },
  controls: readonly IndexedControl[],
): ReadApplication | null {
  const { slots, strangers, end } = slotsIn(lines, range, controls, applicationQuestions, questionOfTag);
  const first = slots[0];
  if (slots.length < 3 || first === undefined) return null;
  const headers = headersIn(lines, range.from, first.asked[0] ?? first.answer[0] ?? range.to);
  const byKey = new Map(slots.map((slot) => [slot.key, slot]));
  const country = headerValue(headers, controls, 'country');
  const answers = Object.fromEntries(
    questionKeys.map((key) => [key, answerOf(lines, byKey.get(key))]),
  ) as MissionApplication['answers'];
  const lineNumbers = Object.fromEntries(
    questionKeys.map((key) => [key, (answerLines(lines, byKey.get(key)) ?? []).map((line) => line.number)]),
  ) as Record<QuestionKey, number[]>;
  const outcomes = readOutcomes(
    answerLines(lines, byKey.get('expected_outcomes')),
    byKey.get('expected_outcomes')?.question,
  );
  const placed = withWholeParagraphs(placedLines(lines, headers, slots), lines.slice(range.from, end));
  const numbers = [...placed].sort((a, b) => a - b);
  const application: MissionApplication = {
    country: { printed: country, iso2: countryCode(country) },
    organisation: headerValue(headers, controls, 'organisation'),
    title: headerValue(headers, controls, 'title'),
    answers,
    expectedOutcomes: outcomes.outcomes,
    timeline: timesIn(timeLines(lines, byKey.get('timeline'))),
    lines: [numbers[0] ?? 1, numbers.at(-1) ?? 1],
  };
  const unknown = strangers.map((stranger): Finding => ({
    rule: 'question-unknown',
    level: 'warning',
    lines: [lines[stranger.first]?.number ?? 1, lines[stranger.last]?.number ?? 1],
    message: 'This question is none of the seven of the form; it and its answer are left over.',
  }));
  return {
    application,
    placed,
    findings: [...checkApplication(application, slots, lineNumbers), ...outcomes.findings, ...unknown],
    end,
  };
}

function headerValue(headers: readonly Header[], controls: readonly IndexedControl[], kind: HeaderKind): string {
  const printed = headers.find((header) => header.kind === kind)?.value ?? '';
  if (printed !== '') return printed;
  const tagged = controls.find(({ control }) => control.tag !== null && keyOfTag(control.tag) === kind)?.control;
  return tagged === undefined || tagged.placeholder ? '' : tagged.text.replace(/\s+/gu, ' ').trim();
}

function answerLines(lines: readonly FormLine[], slot: Slot<QuestionKey> | undefined): FormLine[] | null {
  if (slot === undefined) return null;
  const below = slot.answer.flatMap((index) => lines[index] ?? []);
  const asked = lines[slot.asked[0] ?? -1];
  if (slot.inline === null || asked === undefined) return below;
  return [
    { ...asked, text: slot.inline, words: slot.inline, marked: slot.inline, label: null, bullet: false },
    ...below,
  ];
}

function answerOf(
  lines: readonly FormLine[],
  slot: Slot<QuestionKey> | undefined,
): MissionApplication['answers'][QuestionKey] {
  const found = answerLines(lines, slot);
  if (slot === undefined || found === null) return { numberPrinted: null, question: '', lines: null, text: [] };
  const [first, last] = [found[0], found.at(-1)];
  return {
    numberPrinted: slot.label,
    question: slot.question,
    lines: first === undefined || last === undefined ? null : [first.number, last.last],
    text: found.map((line) => line.text),
  };
}

/** The lines of a timeline; a row of a table is one, whose cells with dates are the time. */
function timeLines(lines: readonly FormLine[], slot: Slot<QuestionKey> | undefined): TimeLine[] {
  const rows: string[][] = [];
  let row: string | null = null;
  const asked = lines[slot?.asked[0] ?? -1];
  for (const line of answerLines(lines, slot) ?? []) {
    const own =
      line.cell !== null && line.cell.table !== asked?.cell?.table ? `${line.cell.table}/${line.cell.row}` : null;
    if (own !== null && own === row) rows.at(-1)?.push(line.text);
    else
      rows.push(
        line.parts.length > 1 && slot?.inline === null ? line.parts.filter((part) => part !== '') : [line.words],
      );
    row = own;
  }
  return rows.map(timeOfRow);
}

function timeOfRow(cells: readonly string[]): TimeLine {
  const [first = '', ...rest] = cells;
  const times = cells.filter((cell) => pointsIn(cell).length > 0);
  if (cells.length < 2 || times.length === 0) return { text: first, what: rest.length === 0 ? null : rest.join(' ') };
  const what = cells.filter((cell) => !times.includes(cell)).join(' ');
  return { text: times.join(' '), what: what === '' ? null : what };
}

function placedLines(
  lines: readonly FormLine[],
  headers: readonly Header[],
  slots: readonly Slot<QuestionKey>[],
): Set<number> {
  const indices = [
    ...headers.flatMap((header) => header.lines),
    ...slots.flatMap((slot) => [...slot.asked, ...slot.answer]),
  ];
  const placed = new Set(indices.flatMap((index) => lines[index]?.number ?? []));
  // A prompt that nobody overwrote, a dotted line, belongs to its question.
  for (const slot of slots) {
    let index = (slot.asked.at(-1) ?? lines.length) + 1;
    for (let line = lines[index]; line?.blank === true; line = lines[++index]) if (line.inked) placed.add(line.number);
  }
  return placed;
}

/** What is said of a document in which no application could be read. */
export function emptyApplication(lines: readonly FormLine[]): ReadApplication {
  const application: MissionApplication = {
    country: { printed: '', iso2: null },
    organisation: '',
    title: '',
    answers: Object.fromEntries(
      questionKeys.map((key) => [key, answerOf(lines, undefined)]),
    ) as MissionApplication['answers'],
    expectedOutcomes: { state: 'unknown', codes: [], candidate: null },
    timeline: [],
    lines: [1, Math.max(1, lines.at(-1)?.number ?? 1)],
  };
  const message = 'No application could be read in this file.';
  const findings: Finding[] = [{ rule: 'application-not-found', level: 'error', lines: null, message }];
  return { application, placed: new Set(), findings, end: 0 };
}
