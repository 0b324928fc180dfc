/**
 * A form as a Word document, empty or with what is answered: every question in its words, every answer in a control
 * whose tag names it, so that the file comes back whatever its numbers and its order became.
 */
import {
  plainStyle,
  type Block,
  type Cell,
  type Control,
  type Document,
  type Paragraph,
  type Row,
  type Run,
  type Table,
} from '#formats/document/index.ts';
import type { Answers, CostLine, GivenAnswer, Nomination } from '../answers.ts';
import { formCode, type Form, type FormItem } from '../form.ts';
import { hiddenText, hiddenValues, identityTag } from './identity.ts';
import {
  blankSentence,
  categoryNames,
  costColumnNames,
  costColumns,
  expertColumnNames,
  expertColumns,
  footerWord,
  headLabels,
  headOf,
  instructions,
  prompts,
  roleNames,
  tagLead,
  type CostColumn,
  type ExpertColumn,
  type HeadField,
} from './names.ts';
import { payersText, type PayerNames } from './payers.ts';

/** What a form is written from. */
export interface FormToFill {
  /** Slug of the cycle. */
  cycle: string;
  form: Form;
  head: Readonly<Partial<Record<HeadField, string>>>;
  answers: Answers;
  costs: readonly CostLine[];
  experts: readonly Nomination[];
  /** The request or offer as it stands online; `null` for an empty form. */
  online: { slug: string; version: number } | null;
  payerNames: PayerNames;
}

/** An empty form. */
export function emptyForm(cycle: string, form: Form): FormToFill {
  return { cycle, form, head: {}, answers: {}, costs: [], experts: [], online: null, payerNames: new Map() };
}

/** Rows that an empty table has, and those left free below filled ones. */
const rowsAtLeast = { costs: 4, experts: 3 } as const;
const freeRows = 2;

/** The form as a document, for the writer of Word files with the template of forms. */
export function formDocument(fill: FormToFill): Document {
  return new FormWriter(fill).document();
}

class FormWriter {
  readonly #fill: FormToFill;
  readonly #lead: string;
  readonly #controls: Control[] = [];
  #line = 0;

  constructor(fill: FormToFill) {
    this.#fill = fill;
    this.#lead = tagLead(fill.cycle, fill.form);
  }

  document(): Document {
    const { form, cycle, online, answers } = this.#fill;
    const revisions = Object.fromEntries(form.items.map(({ key }) => [key, answers[key]?.revision ?? 0]));
    const hidden = { cycle, form, online: online === null ? null : { ...online, revisions } };
    const code = `${footerWord} ${formCode(cycle, form)}`;
    const blocks = [
      this.#paragraph('Title', [words(form.title)]),
      this.#identity(hiddenText(hidden)),
      this.#paragraph('Instructions', [words(instructions[form.kind])]),
      this.#head(),
      ...form.items.flatMap((item) => this.#item(item)),
    ];
    return {
      media: 'docx',
      name: `${form.title.replaceAll(/[^\p{L}\p{N} .-]/gu, ' ')}.docx`,
      blocks,
      notes: [],
      comments: [],
      controls: this.#controls,
      bookmarks: [],
      margins: [
        {
          kind: 'footer',
          blocks: [paragraphOf('Footer', [words(code)], 1), paragraphOf('Pagenumber', [words('1')], 2)],
        },
      ],
      properties: { title: form.title, subject: code },
      data: hiddenValues(hidden),
      remarks: [],
    };
  }

  #identity(text: string): Block {
    const control = this.#control({ path: identityTag, alias: 'Form', kind: 'text', text, placeholder: false });
    return this.#paragraph('Formline', [{ ...words(text), style: { ...plainStyle, name: 'Form data' }, control }]);
  }

  #head(): Block {
    const { form, head } = this.#fill;
    const rows = headOf[form.kind].map((field): Row => {
      const label = this.#paragraph('Fieldlabel', [words(`${headLabels[field]}:`)]);
      const value = this.#field(`head/${field}`, headLabels[field], 'text', head[field] ?? '', prompts.text);
      return rowOf([label, this.#paragraph('Fieldtext', [value])]);
    });
    return { kind: 'table', rows, widths: [3, 7] };
  }

  #item(item: FormItem): Block[] {
    const { part, number, question, hint, blankMeans, type } = item;
    const blocks: Block[] = [];
    if (part !== null) blocks.push(this.#paragraph('Heading2', [words(part)]));
    blocks.push(this.#paragraph('Question', [words(number === '' ? question : `${number}\t${question}`)]));
    if (hint !== null && hint !== '') blocks.push(this.#paragraph('Hint', [words(hint)]));
    if (blankMeans !== null && blankMeans !== '') {
      blocks.push(this.#paragraph('Hint', [words(blankSentence(blankMeans))]));
    }
    if (type === 'choices') return [...blocks, ...this.#options(item)];
    if (type === 'costs') return [...blocks, this.#costs(item)];
    if (type === 'experts') return [...blocks, this.#experts(item)];
    return [...blocks, ...this.#answer(item)];
  }

  /** The lines of an answer as paragraphs inside one control. */
  #answer({ key, question }: FormItem): Block[] {
    const answer = this.#fill.answers[key];
    const text = answer?.state === 'given' || answer?.state === 'unknown' ? answer.text.trim() : '';
    const filled = text !== '';
    const lines = filled ? text.split('\n') : [prompts.text];
    const first = this.#line + 1;
    const control = this.#control({
      path: key,
      alias: question,
      kind: 'rich',
      text: lines.join('\n'),
      placeholder: !filled,
      lines: [first, first + lines.length - 1],
    });
    const style = filled ? plainStyle : promptStyle;
    return lines.map((line) => this.#paragraph('Answer', line === '' ? [] : [{ ...words(line), style, control }]));
  }

  #options({ key, options }: FormItem): Block[] {
    const answer: GivenAnswer | undefined = this.#fill.answers[key];
    return options.map(({ code, label, free }) => {
      const checked = answer?.state === 'given' && answer.chosen.includes(code);
      const glyph = checked ? '☒' : '☐';
      const box = this.#control({
        path: `${key}/${code}`,
        alias: label,
        kind: 'checkbox',
        text: glyph,
        placeholder: false,
        checked,
      });
      const runs: Run[] = [{ ...words(glyph), control: box }, words(`\t${label}`)];
      if (free) {
        const own = checked ? (answer.other ?? '') : '';
        runs.push(words(': '), this.#field(`${key}/${code}/text`, label, 'text', own, prompts.other));
      }
      return this.#paragraph('Option', runs);
    });
  }

  #costs({ key }: FormItem): Block {
    const { costs, payerNames } = this.#fill;
    const cells = costs.map((line): Record<CostColumn, string> => ({
      kind: categoryNames[line.category],
      description: line.text,
      quantity: line.quantity ?? '',
      unit: line.unit ?? '',
      amount: line.amount?.value ?? '',
      currency: line.amount?.currency ?? '',
      payer: payersText(
        // What only follows from an empty answer is not put into anybody's mouth.
        line.payers.filter(({ basis }) => basis !== 'implied-by-blank'),
        payerNames,
      ),
    }));
    return this.#table(key, costColumns, costColumnNames, padded(cells, rowsAtLeast.costs), {
      kind: Object.values(categoryNames),
    });
  }

  #experts({ key }: FormItem): Block {
    const cells = this.#fill.experts.map(({ name, organisation, role }): Record<ExpertColumn, string> => ({
      name,
      organisation,
      role: role === null ? '' : roleNames[role],
    }));
    return this.#table(key, expertColumns, expertColumnNames, padded(cells, rowsAtLeast.experts), {
      role: Object.values(roleNames),
    });
  }

  #table<C extends string>(
    key: string,
    columns: readonly C[],
    names: Readonly<Record<C, { name: string; prompt: string; share: number }>>,
    rows: readonly (Readonly<Record<C, string>> | null)[],
    lists: Readonly<Partial<Record<C, readonly string[]>>>,
  ): Table {
    const header: Row = {
      ...rowOf(columns.map((column) => this.#paragraph('Tablehead', [words(names[column].name)]))),
      header: true,
    };
    const body = rows.map((row): Row => {
      const cells = columns.map((column) => {
        const { name, prompt } = names[column];
        const list = lists[column];
        const value = (row?.[column] ?? '').replaceAll('\n', ' ');
        const kind = list === undefined ? 'text' : 'choice';
        return this.#paragraph('Tabletext', [this.#field(`${key}/${column}`, name, kind, value, prompt, list)]);
      });
      return { ...rowOf(cells), repeats: `${this.#lead}${key}` };
    });
    return { kind: 'table', rows: [header, ...body], widths: columns.map((column) => names[column].share) };
  }

  /** Words in a control of their own; the prompt where there are none. */
  #field(
    path: string,
    alias: string,
    kind: 'text' | 'choice',
    value: string,
    prompt: string,
    choices?: readonly string[],
  ): Run {
    const empty = value.trim() === '';
    const text = empty ? prompt : value;
    const control = this.#control({
      path,
      alias,
      kind,
      text,
      placeholder: empty,
      ...(choices === undefined ? {} : { choices }),
    });
    return { ...words(text), style: empty ? promptStyle : plainStyle, control };
  }

  /** A control on the next line; the answer is its index. */
  #control({
    path,
    checked = null,
    lines = [this.#line + 1, this.#line + 1],
    alias,
    ...rest
  }: Pick<Control, 'alias' | 'kind' | 'text' | 'placeholder'> &
    Partial<Pick<Control, 'checked' | 'lines' | 'choices'>> & { path: string }): number {
    this.#controls.push({ tag: `${this.#lead}${path}`, alias: alias?.slice(0, 60) ?? null, checked, lines, ...rest });
    return this.#controls.length - 1;
  }

  #paragraph(style: string, runs: Run[]): Paragraph {
    return paragraphOf(style, runs, ++this.#line);
  }
}

/** The rows with free ones below. */
function padded<T>(rows: readonly T[], least: number): (T | null)[] {
  const count = Math.max(least, rows.length + (rows.length === 0 ? 0 : freeRows));
  return Array.from({ length: count }, (_, index) => rows[index] ?? null);
}

const promptStyle = { ...plainStyle, name: 'Placeholder Text' };

const words = (text: string): Run => ({ text, marks: [], style: plainStyle, link: null, note: null, control: null });

const rowOf = (blocks: readonly Block[]): Row => ({
  header: false,
  marks: [],
  cells: blocks.map((block): Cell => ({ blocks: [block], span: 1, continuesAbove: false, marks: [] })),
});

/** Styles whose words are bold or italic throughout. */
const looks: Readonly<Record<string, { bold?: true; italic?: true }>> = {
  Title: { bold: true },
  Heading2: { bold: true },
  Question: { bold: true },
  Fieldlabel: { bold: true },
  Tablehead: { bold: true },
  Hint: { italic: true },
};

function paragraphOf(style: string, runs: readonly Run[], line: number): Paragraph {
  const look = looks[style] ?? {};
  return {
    kind: 'paragraph',
    line,
    style: { id: style, name: null, outlineLevel: style === 'Heading2' ? 1 : null },
    number: { base: null, proposed: null },
    runs: runs.map((run) => ({ ...run, style: { ...run.style, ...look } })),
    mark: [],
    formatChanged: false,
    rightToLeft: false,
    indent: null,
    page: null,
    raw: null,
  };
}
