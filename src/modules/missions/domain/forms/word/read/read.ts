/**
 * Reads a form that came back: by the tags of its controls; where those are gone, by the words of its questions; where
 * words do not help, by their order. What fits nowhere is left over; what was lost stays unknown.
 */
import type { Document } from '#formats/document/index.ts';
import { timesIn } from '../../../recognise/timeline.ts';
import { headersIn } from '../../../recognise/headers.ts';
import { noAnswer, type CostLine, type GivenAnswer, type Nomination } from '../../answers.ts';
import { formCode, type Form, type FormItem } from '../../form.ts';
import { identityOf, type FormIdentity } from '../identity.ts';
import { headFields, headOf, isPrompt, type HeadField } from '../names.ts';
import { markOfBox, optionsOn, ticksOf, type SeenOption } from './choices.ts';
import type { Doubt, FilledForm } from './filled.ts';
import { ReadLines } from './lines.ts';
import { questionsIn, type AskedHere } from './questions.ts';
import { placeHeadLabels, placeOwnWords, regionsOf, type Region } from './regions.ts';
import { costsInWords, expertsInWords } from './in-words.ts';
import { costsIn, expertsIn, type PayerWords } from './tables.ts';
import { secondForm, strangersIn } from './strangers.ts';
import { lineOf, saidIn, taggedIn, type Tagged } from './tagged.ts';

/** What reading a form needs to know besides the form. */
export interface ReadWith {
  /** Slug of the cycle that the form is of; `null` where any will do. */
  cycle: string | null;
  payers: PayerWords;
}

export const readWithNothing: ReadWith = { cycle: null, payers: { names: new Map(), organiser: [] } };

/** Reads a document against one version of a form. */
export function readForm(document: Document, form: Form, about: ReadWith = readWithNothing): FilledForm {
  return new FormReader(document, form, about).read();
}

class FormReader {
  readonly #form: Form;
  readonly #about: ReadWith;
  readonly #read: ReadLines;
  readonly #tagged: Tagged;
  readonly #identity: FormIdentity | null;
  readonly #doubts: Doubt[] = [];
  readonly #costs: Record<string, CostLine[]> = {};
  readonly #experts: Record<string, Nomination[]> = {};
  /** The organisation that the head of an offer names. */
  #offerer = '';

  constructor(document: Document, form: Form, about: ReadWith) {
    this.#form = form;
    this.#about = about;
    this.#read = new ReadLines(document);
    this.#tagged = taggedIn(this.#read, form);
    this.#identity = identityOf(document);
  }

  read(): FilledForm {
    const { items } = this.#form;
    this.#doubtIdentity();
    const inBoxes = this.#linesInBoxes();
    const outside = (index: number): boolean => !inBoxes.has(index);
    const second = secondForm(this.#form, this.#read, outside);
    const free = (index: number): boolean => outside(index) && index < (second ?? Infinity);
    if (second !== null) {
      const message = 'A second form stands below the first; only the first was read, the second is left over.';
      this.#doubts.push({ rule: 'second-form', key: null, line: lineOf(this.#read, second), message });
    }
    const headings = placeOwnWords(this.#form, this.#read, free);
    const asked = questionsIn(this.#form, this.#read, free);
    for (const { first, last } of asked) for (let at = first; at <= last; at++) this.#read.place(at);
    for (const index of asked.map(({ first }) => first)) headings.delete(index);
    const head = this.#head(Math.min(...asked.map(({ first }) => first), this.#read.lines.length), free);
    for (const index of strangersIn(this.#read, asked, free)) this.#stranger(index, headings);
    this.#offerer = head.organisation ?? '';
    const regions = regionsOf(this.#form, this.#read, asked, headings, free);
    const answers = Object.fromEntries(
      items.map((item) => [item.key, this.#answer(item, regions.get(item.key), asked)]),
    );
    return {
      identity: this.#identity,
      head,
      answers,
      costs: this.#costs,
      experts: this.#experts,
      ...this.#rest(),
      doubts: this.#doubts,
    };
  }

  /** A question that the form does not have: it and what stands below it are left over. */
  #stranger(index: number, headings: Set<number>): void {
    headings.add(index);
    const question = this.#read.at(index)?.text ?? '';
    const message = `The file asks something that this version of the form does not: “${question}” It is left over, with what stands below it.`;
    this.#doubts.push({ rule: 'question-unknown', key: null, line: lineOf(this.#read, index), message });
  }

  /** Lines that hold the answer of a control: no question is looked for there. */
  #linesInBoxes(): Set<number> {
    const inBoxes = new Set<number>();
    for (const [path, controls] of this.#tagged) {
      const item = this.#form.items.find(({ key }) => key === path.split('/')[0]);
      // An option's words stand beside its box.
      if (item?.type === 'choices') continue;
      for (const { lines } of controls) lines.forEach((index) => inBoxes.add(index));
    }
    return inBoxes;
  }

  #doubtIdentity(): void {
    const { kind, version } = this.#form;
    const identity = this.#identity;
    const doubt = (rule: Doubt['rule'], message: string): void => {
      this.#doubts.push({ rule, key: null, line: null, message });
    };
    if (identity === null) {
      doubt('no-identity', 'The file does not say which form it is; it was read by the words of the questions.');
      return;
    }
    const code = formCode(identity.cycle, identity);
    if (identity.kind !== kind) doubt('other-kind', `The file says that it is another form: ${code}.`);
    else if (this.#about.cycle !== null && identity.cycle !== this.#about.cycle) {
      doubt('other-cycle', `The file says that it is a form of another cycle: ${code}.`);
    } else if (identity.version !== version) {
      doubt(
        'other-version',
        `The file says that it is version ${identity.version} of the form; it was read by version ${version}.`,
      );
    }
  }

  #head(before: number, free: (index: number) => boolean): FilledForm['head'] {
    const head: FilledForm['head'] = { country: null, organisation: null, title: null };
    const printed = headersIn(this.#read.lines, 0, before);
    for (const field of headOf[this.#form.kind]) {
      const said = saidIn(this.#read, this.#tagged, `head/${field}`, this.#doubts);
      const header = printed.find(({ kind, lines }) => kind === field && lines.some((index) => free(index)));
      if (said !== null) head[field] = said.text;
      else if (header !== undefined) {
        head[field] = header.lines.some((index) => !this.#read.isEmpty(index)) ? withoutPrompt(header.value) : '';
      }
      if (header !== undefined) header.lines.forEach((index) => this.#read.place(index));
      if (said !== null) this.#revised(field, said.lines);
    }
    placeHeadLabels(this.#form, this.#read, free);
    return head;
  }

  #answer(item: FormItem, region: Region | undefined, asked: readonly AskedHere[]): GivenAnswer {
    const question = asked.find(({ key }) => key === item.key) ?? null;
    const read = this.#read;
    const revision = this.#identity?.online?.revisions[item.key] ?? 0;
    const base: GivenAnswer = { ...noAnswer, revision, printed: question?.printed ?? null };
    if (question?.how === 'order') {
      const message = `The words of the question were not found; the answer was taken by its place. It says “${question.printed.question}”.`;
      this.#doubt('by-order', item.key, question.first, message);
    }
    const [made, lines] =
      item.type === 'choices'
        ? this.#choices(item, region)
        : item.type === 'costs' || item.type === 'experts'
          ? this.#table(item, region)
          : this.#words(item, region);
    lines.forEach((index) => read.place(index));
    this.#revised(item.key, lines);
    const first = lineOf(read, lines[0]);
    const last = read.at(lines.at(-1) ?? -1)?.last ?? null;
    return { ...base, ...made, lines: first === null || last === null ? null : [first, last] };
  }

  /** The words of an answer, and the times in them. */
  #words(item: FormItem, region: Region | undefined): [Partial<GivenAnswer>, number[]] {
    const said = saidIn(this.#read, this.#tagged, item.key, this.#doubts);
    const beside = this.#wordsBelow(region);
    const outside = said !== null && beside.text !== '';
    if (outside) {
      const message =
        said.text === ''
          ? 'The box is empty, but something is written beside it; that was taken for the answer.'
          : 'Something is written beside the box; it is left over.';
      this.#doubt('outside-the-box', item.key, beside.lines[0], message);
    }
    if (said !== null && (said.text !== '' || !outside)) {
      return [this.#given(item, said.text, 'word-control'), said.lines];
    }
    if (region === undefined) return [{ state: 'not-received', how: 'question-words' }, []];
    region.lines.forEach((index) => this.#read.place(index));
    return [this.#given(item, beside.text, region.asked.how), beside.lines];
  }

  #given({ type }: FormItem, text: string, how: GivenAnswer['how']): Partial<GivenAnswer> {
    if (text === '') return { state: 'blank', how };
    const times = type === 'times' ? timesIn(text.split('\n').map((line) => ({ text: line, what: null }))) : [];
    return { state: 'given', text, times, how };
  }

  #wordsBelow(region: Region | undefined): { text: string; lines: number[] } {
    if (region === undefined) return { text: '', lines: [] };
    const lines = region.lines.filter((index) => !this.#read.isEmpty(index));
    const { inline } = region.asked;
    const own = inline === null || this.#isPromptOnly(inline) ? [] : [inline];
    return { text: [...own, ...lines.map((index) => this.#read.at(index)?.text ?? '')].join('\n'), lines };
  }

  #isPromptOnly(text: string): boolean {
    return withoutPrompt(text) === '';
  }

  /** Boxes by their tags; options without one by the words beside the mark. */
  #choices(item: FormItem, region: Region | undefined): [Partial<GivenAnswer>, number[]] {
    const boxes = item.options.flatMap(({ code }): [SeenOption, number[]][] => {
      const found = this.#tagged.get(`${item.key}/${code}`)?.find(({ control }) => control.kind === 'checkbox');
      if (found === undefined) return [];
      const own = saidIn(this.#read, this.#tagged, `${item.key}/${code}/text`, this.#doubts);
      const other = own === null || own.text === '' ? null : own.text;
      const line = lineOf(this.#read, found.lines[0]);
      return [[{ code, ...markOfBox(found.control), other, line, emphasis: false }, found.lines]];
    });
    const inBoxes = new Set(boxes.flatMap(([, lines]) => lines));
    const byTag = new Set(boxes.map(([{ code }]) => code));
    const below = (region?.lines ?? []).filter((index) => !inBoxes.has(index));
    const beside: [SeenOption, number][] = [];
    const written: number[] = [];
    for (const index of below) {
      const line = this.#read.at(index);
      if (line === null || this.#read.isEmpty(index)) {
        this.#read.place(index);
        continue;
      }
      const options = optionsOn(line, item).filter(({ code }) => !byTag.has(code));
      if (options.length === 0) written.push(index);
      for (const option of options) beside.push([option, index]);
    }
    if (region === undefined && boxes.length === 0) return [{ state: 'not-received', how: 'question-words' }, []];
    const seen = [...boxes.map(([option]) => option), ...beside.map(([option]) => option)];
    const { doubt, ...ticks } = ticksOf(
      item,
      seen,
      written.map((index) => this.#read.at(index)?.text ?? ''),
    );
    if (doubt !== null) {
      const message =
        doubt === 'tick-disagrees'
          ? 'A box says one thing in its properties and shows another, so what was ticked is not known.'
          : 'The tick marks are lost or were never set, so what was chosen is not known.';
      this.#doubt(doubt, item.key, inBoxes.values().next().value ?? below[0], message);
    }
    // Words in place of the options are all that there is of the answer.
    const taken =
      seen.length === 0 || (ticks.state === 'given' && !seen.some(({ mark }) => mark === 'ticked')) ? written : [];
    const text = taken.map((index) => this.#read.at(index)?.text ?? '').join('\n');
    const how = boxes.length > 0 ? 'word-control' : (region?.asked.how ?? 'question-words');
    return [{ ...ticks, text, how }, sorted([...inBoxes, ...beside.map(([, index]) => index), ...taken])];
  }

  #table(item: FormItem, region: Region | undefined): [Partial<GivenAnswer>, number[]] {
    const read = this.#read;
    const tagged = [...this.#tagged].filter(([path]) => path === item.key || path.startsWith(`${item.key}/`));
    const inControls = tagged.flatMap(([, controls]) => controls.flatMap(({ lines }) => lines));
    const lines = sorted([...new Set([...inControls, ...(region?.lines ?? [])])]);
    if (region === undefined && tagged.length === 0) {
      return [{ state: 'not-received', how: 'question-words' }, []];
    }
    let count: number;
    if (item.type === 'costs') {
      const payers = { ...this.#about.payers, offerer: [this.#offerer] };
      const inTable = costsIn(read, lines, item.key, payers);
      const { costs, doubts } =
        inTable.costs.length > 0 || region === undefined ? inTable : costsInWords(read, region, item.key, payers);
      this.#costs[item.key] = costs;
      this.#doubts.push(...doubts);
      count = costs.length;
    } else {
      const inTable = expertsIn(read, lines, item.key);
      const experts = inTable.length > 0 || region === undefined ? inTable : expertsInWords(read, region);
      this.#experts[item.key] = experts;
      count = experts.length;
    }
    const unread = lines.filter((index) => !read.isPlaced(index) && read.at(index)?.inked === true);
    for (const index of unread.filter((one) => read.isEmpty(one))) read.place(index);
    const outside = unread.find((index) => !read.isEmpty(index) && read.at(index)?.cell === null);
    if (outside !== undefined) {
      this.#doubt('outside-the-table', item.key, outside, 'Something is written beside the table; it is left over.');
    }
    const how = tagged.length > 0 ? 'word-control' : (region?.asked.how ?? 'question-words');
    return [{ state: count > 0 ? 'given' : 'blank', how }, lines.filter((index) => read.isPlaced(index))];
  }

  #doubt(rule: Doubt['rule'], key: string, index: number | undefined, message: string): void {
    this.#doubts.push({ rule, key, line: lineOf(this.#read, index), message });
  }

  #revised(key: string, lines: readonly number[]): void {
    const index = lines.find((one) => this.#read.isRevised(one));
    if (index === undefined) return;
    const message = 'The answer holds tracked changes that nobody accepted; it was read as if they were accepted.';
    this.#doubt('tracked-changes', key, index, message);
  }

  /** Every line that holds words is placed or left over. */
  #rest(): Pick<FilledForm, 'leftOver' | 'placed'> {
    const read = this.#read;
    const leftOver: FilledForm['leftOver'] = [];
    read.lines.forEach((line, index) => {
      if (!line.inked || read.isPlaced(index)) return;
      if (read.isEmpty(index) || read.isDeleted(index)) read.place(index);
      else leftOver.push({ line: line.number, text: line.text });
    });
    return { leftOver, placed: [...read.placed].sort((a, b) => a - b) };
  }
}

const sorted = (indices: Iterable<number>): number[] => [...new Set(indices)].sort((a, b) => a - b);

const withoutPrompt = (value: string): string => (isPrompt(value) ? '' : value.trim());

/** The fields of a head that the kind of form has. */
export const fieldsOf = (form: Form): readonly HeadField[] =>
  headFields.filter((field) => headOf[form.kind].includes(field));
