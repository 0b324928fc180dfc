/**
 * The organisations of a meeting under one key each, however they are printed: "ESCAP" and "UNESCAP", "UNU Macau" and
 * "UN University- Macao (UNU)", capitals or not.
 */
import { withheldMark, withholdContacts } from '#kernel/contacts.ts';
import { countryCode } from '#kernel/countries.ts';
import type { MeetingRecord } from '#kernel/reading/index.ts';

type Organisation = MeetingRecord['organisations'][number];

/** Where the words read so far lead: to further words, and to an organisation when they are one of its forms. */
interface WordNode {
  next: Map<string, WordNode>;
  entry: Entry | null;
}

interface Entry {
  key: string;
  name: string;
  variants: Set<string>;
}

/** A name taken apart: "FULL NAME (ABBR) (Online)". */
export interface PrintedName {
  name: string;
  abbreviation: string | null;
}

const abbreviated = /\(([A-Z][A-Za-z&/.-]{1,14})\)/gu;
/** What may stand behind an abbreviation for the same body: an office, a place. */
const partOf =
  /^(?:[\p{L}.&-]+\s){0,5}(?:office|secretariat|headquarters|hq|centre|center|division|section|branch|bureau|chapter)s?$/iu;

/** Takes a printed name apart; the last abbreviation in brackets counts. */
export function takeApart(words: string): PrintedName {
  // Forms of a name are compared in parts, so no part of an address may get into them.
  const printed = withholdContacts(words).text.replaceAll(withheldMark, '');
  const abbreviation =
    [...printed.matchAll(abbreviated)].map((match) => match[1] ?? '').findLast((one) => /[A-Z].*[A-Z]/u.test(one)) ??
    null;
  const name = printed
    .replace(abbreviation === null ? /$^/u : `(${abbreviation})`, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/[\s,:;–-]+$/u, '')
    .trim();
  return { name: name === '' ? (abbreviation ?? '') : name, abbreviation };
}

export function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The organisations seen so far. */
export class Register {
  readonly #entries: Entry[] = [];
  readonly #byForm = new Map<string, Entry>();
  /** Forms word by word. */
  readonly #words: WordNode = { next: new Map(), entry: null };

  /** Adds an organisation as printed in full, or finds it; answers its key. */
  add(printed: string): string {
    const { name, abbreviation } = takeApart(printed);
    if (name === '') return '';
    const known = (abbreviation === null ? null : this.#find(abbreviation)) ?? this.#find(name);
    const entry = known ?? this.#enter(abbreviation ?? name, name);
    // A full name says more than the abbreviation it was first seen by.
    if (plain(entry.name) === plain(entry.key) && plain(name) !== plain(entry.key)) entry.name = name;
    this.#note(entry, name);
    if (abbreviation !== null) this.#note(entry, abbreviation);
    return entry.key;
  }

  /** Notes that an abbreviation stands for a name that is known. */
  link(name: string, abbreviation: string): void {
    const entry = this.#byForm.get(plain(name));
    if (entry !== undefined && !this.#byForm.has(plain(abbreviation))) this.#note(entry, abbreviation);
  }

  /** The key of an organisation printed in short, also with a place or an office behind it; `null` when it is not known. */
  keyOf(printed: string): string | null {
    const { name, abbreviation } = takeApart(printed);
    const entry = (abbreviation === null ? null : this.#find(abbreviation)) ?? this.#find(name);
    if (entry === null) return null;
    this.#note(entry, name);
    return entry.key;
  }

  #enter(key: string, name: string): Entry {
    const entry: Entry = { key, name, variants: new Set() };
    this.#entries.push(entry);
    this.#note(entry, key);
    return entry;
  }

  #note(entry: Entry, form: string): void {
    if (form === '') return;
    if (form !== entry.key && form !== entry.name) entry.variants.add(form);
    const words = plain(form).split(' ');
    if (this.#byForm.has(words.join(' '))) return;
    this.#byForm.set(words.join(' '), entry);
    let node = this.#words;
    for (const word of words) {
      const next: WordNode = node.next.get(word) ?? { next: new Map(), entry: null };
      node.next.set(word, next);
      node = next;
    }
    node.entry = entry;
  }

  #find(printed: string): Entry | null {
    const form = plain(printed);
    const exact = this.#byForm.get(form);
    if (exact !== undefined) return exact;
    // Bodies of the United Nations are printed with and without "UN" ("UNESCAP", "ESCAP").
    const other = form.startsWith('un') && form.length > 4 ? form.slice(2) : `un${form}`;
    const sister = form.includes(' ') || form.length < 4 ? undefined : this.#byForm.get(other);
    if (sister !== undefined) return sister;
    const [first = '', ...rest] = printed.split(' ');
    const body =
      rest.length === 0 || first === 'UN' || !/^[A-Z][A-Z&-]+$/u.test(first)
        ? undefined
        : this.#byForm.get(first.toLowerCase());
    const placeOrOffice = rest.length <= 2 ? rest.every((word) => /^\p{Lu}/u.test(word)) : partOf.test(rest.join(' '));
    return body !== undefined && (placeOrOffice || partOf.test(rest.join(' '))) ? body : null;
  }

  /** The organisations named in a text, in order, with where they stand. */
  mentions(text: string): Mention[] {
    const found: Mention[] = [];
    const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
      word: match[0],
      from: match.index,
      to: match.index + match[0].length,
    }));
    for (let at = 0; at < words.length; at++) {
      const here = words[at];
      if (here === undefined || !/^[\p{Lu}\p{N}]/u.test(here.word)) continue;
      const { entry, length } = this.#longest(words, at);
      if (entry === null) continue;
      // "Who" is not the WHO: an abbreviation counts only in its own capitals.
      const isAbbreviation = length === 1 && /^[A-Z]{2,}$/u.test(entry.key) && countryCode(entry.key) === null;
      if (isAbbreviation && here.word.length > 1 && !/[A-Z].*[A-Z]/u.test(here.word)) continue;
      found.push({ key: entry.key, from: here.from, to: words[at + length - 1]?.to ?? here.to });
      at += length - 1;
    }
    return found;
  }

  /** The longest form that begins at a word. */
  #longest(words: readonly { word: string }[], at: number): { entry: Entry | null; length: number } {
    let found: { entry: Entry | null; length: number } = { entry: null, length: 0 };
    let node: WordNode | undefined = this.#words;
    for (let length = 1; node !== undefined; length++) {
      node = node.next.get(words[at + length - 1]?.word.toLowerCase() ?? '');
      if (node !== undefined && node.entry !== null) found = { entry: node.entry, length };
    }
    return found;
  }

  /** Each organisation named in a text once, in order. */
  named(text: string): string[] {
    return [...new Set(this.mentions(text).map((mention) => mention.key))];
  }

  /**
   * Gives each organisation the short form that the document prints most often as its key. To be called once, when all
   * are known.
   *
   * @returns the new key of each old one
   */
  settleKeys(texts: readonly string[]): Map<string, string> {
    const printed = new Map<string, Map<string, number>>();
    for (const text of texts) {
      for (const { key, from, to } of this.mentions(text)) {
        const forms = printed.get(key) ?? new Map<string, number>();
        const form = text.slice(from, to);
        printed.set(key, forms.set(form, (forms.get(form) ?? 0) + 1));
      }
    }
    const renamed = new Map<string, string>();
    for (const entry of this.#entries) {
      const forms = [entry.key, ...entry.variants, ...(printed.get(entry.key)?.keys() ?? [])];
      const counted = forms
        .filter((form) => form.length <= Math.max(12, entry.key.length))
        .map((form) => ({ form, times: printed.get(entry.key)?.get(form) ?? 0, mixed: /\p{Ll}/u.test(form) ? 1 : 0 }));
      const best = counted.sort((a, b) => betterKey(b, a))[0]?.form ?? entry.key;
      renamed.set(entry.key, best);
      entry.variants.add(entry.key);
      entry.key = best;
      for (const form of [entry.key, entry.name]) entry.variants.delete(form);
    }
    return renamed;
  }

  /** All organisations, in the order in which they were first seen. */
  list(): Organisation[] {
    return this.#entries.map(({ key, name, variants }) => ({ key, name, variants: [...variants] }));
  }
}

/** An organisation named in a text. */
export interface Mention {
  key: string;
  from: number;
  to: number;
}

interface Counted {
  form: string;
  times: number;
  mixed: number;
}

/** One word before several; abbreviations by how often they are printed; the same words in capitals or not by which reads better. */
function betterKey(a: Counted, b: Counted): number {
  if (plain(a.form) === plain(b.form)) return a.mixed - b.mixed || a.times - b.times;
  const single = Number(!a.form.includes(' ')) - Number(!b.form.includes(' '));
  return single || a.times - b.times || b.form.length - a.form.length;
}
