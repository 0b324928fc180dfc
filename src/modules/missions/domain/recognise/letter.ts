/** The covering letter of a call: its usual parts by the words that open them. */
import { countryCode } from '#kernel/countries.ts';
import { firstDay } from '#kernel/dates.ts';
import type { MissionCallRecord } from '#kernel/reading/index.ts';
import type { FormLine } from './form-lines.ts';

type Letter = NonNullable<MissionCallRecord['letter']>;

export interface LetterParts {
  letter: Letter;
  /** Lines of the source that the letter's parts were read from. */
  placed: number[];
  /** Line of the deadline; `null` when none was found. */
  deadlineLine: number | null;
  /** How many of reference, subject, salutation and closing are there. */
  signs: number;
  /** Index after the last line read. */
  end: number;
}

/** A letter is at most this long. */
const reach = 250;
const reference = /^(?:our |your )?ref(?:erence)?(?:\s?(?:no|nr|number))?\.?\s*[:.]\s*(\S.*)$/iu;
const subjectLine = /^(?:subject|re|object|sub)\s*[:.]\s*(\S.*)$/iu;
const salutation = /^(?:dear|excellency|excellencies|sir|madam|to whom it may concern)\b/iu;
const closing =
  /^(?:yours (?:sincerely|faithfully|truly|very truly)|sincerely(?: yours)?|respectfully|(?:kind|best|with best|warm) regards|please accept|accept, (?:sir|madam|excellency))\b/iu;
const enclosed = /^(?:enclosures?|encls?|attachments?|annexes)\b\s*[:.]?\s*(?:\(\d+\))?\s*[:.]?\s*(\S.*)?$/iu;
const enclosure = /^(?:attachment|annex|enclosure|appendix)\s?[\dA-Z]{0,3}\s*[:.–-]\s*\S/iu;
const copies = /^(?:cc|c\.c\.|copy(?: to)?|copies to)\s*[:.]\s*(\S.*)$/iu;
const addressees = /^(?:to|distribution|addressees?)\s*:\s*(\S.*)$/iu;

/** What stands behind a letter and is none of its names. */
const heading =
  /^(?:summary|list|table|annex|application|request|form|attachment|introduction|overview|background|programme|agenda)\b/iu;

/** Finds the letter before line index `before`; `null` unless two of its usual signs are there. */
export function findLetter(lines: readonly FormLine[], before: number): LetterParts | null {
  const to = Math.min(before, reach, lines.length);
  const parts: LetterParts = {
    letter: { reference: '', date: '', subject: '', deadline: null, signatory: '', to: [], cc: [], enclosures: [] },
    placed: [],
    deadlineLine: null,
    signs: 0,
    end: 0,
  };
  const reader = new LetterReader(lines, to, parts);
  for (let at = 0; at < to; at++) reader.read(at);
  readDeadline(lines, to, parts);
  return parts.signs >= 2 ? parts : null;
}

class LetterReader {
  readonly #lines: readonly FormLine[];
  readonly #to: number;
  readonly #parts: LetterParts;
  #closed = false;

  constructor(lines: readonly FormLine[], to: number, parts: LetterParts) {
    this.#lines = lines;
    this.#to = to;
    this.#parts = parts;
  }

  read(at: number): void {
    const line = this.#lines[at];
    if (line === undefined || line.blank) return;
    const { letter } = this.#parts;
    const text = line.text;
    if (letter.reference === '' && reference.test(text))
      this.#sign(at, () => (letter.reference = reference.exec(text)?.[1] ?? ''));
    else if (letter.subject === '' && subjectLine.test(text)) this.#subject(at);
    else if (letter.date === '' && text.length <= 60 && !this.#closed) this.#date(at);
    else if (salutation.test(text) && text.length < 80) this.#parts.signs++;
    else if (closing.test(text) && letter.signatory === '') this.#signatory(at);
    if (letter.to.length === 0 && addressees.test(text)) letter.to = this.#names(at, addressees);
    if (letter.cc.length === 0 && copies.test(text)) letter.cc = this.#names(at, copies);
    if (letter.enclosures.length === 0 && (this.#closed || enclosure.test(text)) && enclosed.test(text))
      this.#enclosures(at);
  }

  #sign(at: number, read: () => void): void {
    read();
    this.#parts.signs++;
    this.#place(at);
  }

  #place(at: number): void {
    const line = this.#lines[at];
    if (line === undefined) return;
    this.#parts.placed.push(line.number);
    this.#parts.end = Math.max(this.#parts.end, at + 1);
  }

  /** A subject may run over the next line. */
  #subject(at: number): void {
    const { letter } = this.#parts;
    this.#sign(at, () => (letter.subject = subjectLine.exec(this.#lines[at]?.text ?? '')?.[1] ?? ''));
    const next = this.#lines[at + 1];
    if (
      next === undefined ||
      next.blank ||
      /[:.]$/u.test(letter.subject) ||
      salutation.test(next.text) ||
      next.text.length > 120
    )
      return;
    letter.subject = `${letter.subject} ${next.text}`;
    this.#place(at + 1);
  }

  /** A line that holds a date and hardly anything else. */
  #date(at: number): void {
    const text = this.#lines[at]?.text ?? '';
    const day = firstDay(text);
    if (day === null || text.length - (day.to - day.from) > 25) return;
    this.#parts.letter.date = day.date;
    this.#place(at);
  }

  /** The first line below the closing words that looks like a name. */
  #signatory(at: number): void {
    this.#closed = true;
    this.#parts.signs++;
    for (let below = at + 1; below < Math.min(this.#to, at + 10); below++) {
      const line = this.#lines[below];
      if (line === undefined || line.blank || /^[[(]|^[_.\s]+$/u.test(line.text)) continue;
      if (!/^(?:\p{Lu}[\p{L}.'’-]*\s?){2,6}$/u.test(line.text.replace(/,.*$/u, ''))) return;
      this.#parts.letter.signatory = line.text;
      this.#place(below);
      return;
    }
  }

  /** Names after "To:" and "cc:", with the lines that follow without a blank. A remark in brackets names nobody. */
  #names(at: number, pattern: RegExp): string[] {
    const first = pattern.exec(this.#lines[at]?.text ?? '')?.[1] ?? '';
    const texts = [first];
    this.#place(at);
    for (let next = at + 1; next < this.#to; next++) {
      const line = this.#lines[next];
      if (line === undefined || line.blank || !isNames(line)) break;
      if (line.cell?.table !== this.#lines[at]?.cell?.table || heading.test(line.text)) break;
      if (/^\(.*\)$/u.test(line.text)) continue;
      texts.push(line.text);
      this.#place(next);
    }
    return texts.flatMap(splitNames);
  }

  #enclosures(at: number): void {
    const { letter } = this.#parts;
    const own = this.#lines[at]?.text ?? '';
    const inline = enclosure.test(own) ? own : (enclosed.exec(own)?.[1] ?? '');
    if (inline !== '') letter.enclosures.push(inline);
    this.#place(at);
    for (let next = at + 1; next < this.#to; next++) {
      const line = this.#lines[next];
      if (line === undefined || line.blank) continue;
      if (!enclosure.test(line.text) && line.label === null && !line.bullet) break;
      letter.enclosures.push(enclosure.test(line.text) ? line.text : line.words);
      this.#place(next);
    }
  }
}

/** Whether a line may go on with a list of addressees: a few words or several names, no heading and no sentence. */
function isNames(line: FormLine): boolean {
  const { text } = line;
  if ([salutation, copies, addressees, subjectLine, enclosed].some((pattern) => pattern.test(text))) return false;
  if (
    line.label !== null ||
    line.bullet ||
    line.heading ||
    text.length > 150 ||
    /\d{4}/u.test(text.replace(/\(.*\)/u, ''))
  )
    return false;
  return /^\(.*\)$/u.test(text) || /[,;]/u.test(text) || text.split(' ').length <= 6;
}

/** "A, B and C": commas and semicolons part names; "and" does so only between countries, for it stands in names too. */
function splitNames(text: string): string[] {
  return (
    text
      .split(/\s*[;,]\s*/u)
      .flatMap((name) => {
        const pair = name.split(/\s+and\s+/u);
        return pair.length > 1 && pair.every((one) => countryCode(one) !== null)
          ? pair
          : [name.replace(/^and\s+/u, '')];
      })
      // The stop of a sentence goes, that of an abbreviation ("P.R.") stays.
      .map((name) => name.replace(/(?<![.\s]\p{Lu}|^\p{Lu})\.$/u, ''))
      .filter((name) => name !== '')
  );
}

const strictCue = /\b(?:no|not) later than|\bdeadline\b|\bclosing date\b|\bat the latest\b|\bon or before\b/iu;
const softCue = /\b(?:by|before|until)\s*(?:[\p{L},]+\s){0,3}$/iu;

/** The day by which answers are wanted: a date behind words of a deadline, strict words first. */
function readDeadline(lines: readonly FormLine[], to: number, parts: LetterParts): void {
  let soft: { date: string; at: number } | null = null;
  for (let at = 0; at < to; at++) {
    const text = (lines[at]?.text ?? '').slice(0, 2000);
    const day = firstDay(afterCue(text));
    if (day !== null) {
      soft = { date: day.date, at };
      break;
    }
    const first = firstDay(text);
    if (soft === null && first !== null && softCue.test(text.slice(0, first.from))) soft = { date: first.date, at };
  }
  // The paragraph of the deadline is read for its date only; its other words stay unplaced.
  parts.letter.deadline = soft?.date ?? null;
  parts.deadlineLine = soft === null ? null : (lines[soft.at]?.number ?? null);
}

/** The words behind the words of a deadline, up to the end of the sentence's date. */
function afterCue(text: string): string {
  const cue = strictCue.exec(text);
  return cue === null ? '' : text.slice(cue.index, cue.index + 120);
}
