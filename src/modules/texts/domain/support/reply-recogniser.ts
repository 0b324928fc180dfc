/** Reads a reply form that came back: by its controls, or by the words of its table where the controls were lost. */
import { fold, isBlank, type Line, type Recogniser, type Source } from '#formats/document/index.ts';
import type { Finding, SupportAnswer, SupportReply } from '#kernel/reading/index.ts';
import { formName } from './reply-form.ts';

const reference = /^(?:[A-Z]{2,8}\/)+(?:\d{1,5}|X{1,3})(?:A\d{1,3})*\/\d{1,5}$/;
const ticked = /^(?:[☑☒✓✔✗✘\uf0fe\uf0fd■]|\[\s*[xX✓✔]\s*\]|\(\s*[xX✓✔]\s*\)|[xX]|yes)$/iu;
const unticked = /^(?:[☐□▢◻\uf0a8\uf06f]|\[\s*\]|\(\s*\)|[-–—]|no)?$/iu;

export const supportReplyRecogniser: Recogniser<SupportReply> = {
  kind: 'support-reply',
  suits(source) {
    if (source.document.controls.some(({ tag }) => tag?.startsWith(`${formName}/`) === true)) {
      return { score: 1, why: 'the hidden names of a reply form on support' };
    }
    const table = tableOf(source);
    return table === null
      ? { score: 0, why: 'No table with proposals and columns for support and opposition.' }
      : { score: 0.9, why: `a table with ${table.rows.length} proposals and columns for support and opposition` };
  },
  recognise(source) {
    const table = tableOf(source);
    const placed = new Set<number>();
    const findings: Finding[] = [];
    const answers = (table?.rows ?? []).map((row) => answerIn(row, source, findings, placed));
    for (const line of table?.head ?? []) placed.add(line.number);
    const member = memberIn(source, placed);
    if (member === null) {
      findings.push({
        rule: 'member-missing',
        level: 'warning',
        lines: null,
        message: 'The form does not say who answers.',
      });
    }
    const record: SupportReply = {
      preparation: preparationIn(source),
      contribution: answers[0]?.reference.replace(/\/\d+$/, '') ?? null,
      member,
      answers,
    };
    return { record, placed, findings };
  },
};

interface Row {
  reference: string;
  line: number;
  supporting: Line[];
  opposing: Line[];
  remark: Line[];
  all: Line[];
}

/** The table whose head names support and opposition; where its columns stand is read from its head. */
function tableOf({ lines }: Source): { head: Line[]; rows: Row[] } | null {
  const rows = new Map<string, Line[]>();
  for (const line of lines) {
    if (line.cell === null) continue;
    const key = `${line.cell.table} ${line.cell.row}`;
    const known = rows.get(key);
    if (known === undefined) rows.set(key, [line]);
    else known.push(line);
  }
  for (const head of rows.values()) {
    const opposing = columnNamed(head, /^(?:not[\s-]+support|oppos|against|object)/iu);
    const supporting = columnNamed(head, /^(?:support|in favou?r|agree)/iu);
    if (opposing === null || supporting === null) continue;
    const remark = columnNamed(head, /^(?:remark|comment|note|observation)/iu);
    const table = head[0]?.cell?.table;
    const found = [...rows.values()].flatMap((row): Row[] => {
      const first = row.find(({ cell, text }) => cell?.table === table && reference.test(fold(text)));
      if (first === undefined) return [];
      return [
        {
          reference: fold(first.text),
          line: first.number,
          supporting: at(row, supporting),
          opposing: at(row, opposing),
          remark: at(row, remark),
          all: row,
        },
      ];
    });
    if (found.length > 0) return { head, rows: found };
  }
  return null;
}

function at(row: readonly Line[], column: number | null): Line[] {
  return column === null ? [] : row.filter(({ cell }) => cell?.column === column);
}

function columnNamed(head: readonly Line[], words: RegExp): number | null {
  return head.find(({ text }) => words.test(fold(text)))?.cell?.column ?? null;
}

/** Two ticks, or words where a tick was asked, are no answer that we could know. */
function answerIn(row: Row, source: Source, findings: Finding[], placed: Set<number>): SupportAnswer {
  for (const line of row.all) placed.add(line.number);
  const yes = markIn(row.supporting, source);
  const no = markIn(row.opposing, source);
  const answer =
    yes === null || no === null || (yes && no) ? 'unknown' : yes ? 'supporting' : no ? 'not-supporting' : 'blank';
  if (answer === 'unknown') {
    const message =
      yes === true && no === true
        ? `Both answers are marked for ${row.reference}.`
        : `The mark for ${row.reference} cannot be read.`;
    findings.push({ rule: 'answer-unclear', level: 'warning', lines: [row.line, row.line], message });
  }
  const remark = fold(row.remark.map(({ text }) => text).join(' '));
  return { reference: row.reference, answer, remark, line: row.line };
}

/** Whether a cell is ticked: by its box, or by what was typed; `null` where neither says or they disagree. */
function markIn(lines: readonly Line[], { document }: Source): boolean | null {
  const words = fold(lines.map(({ text }) => text).join(' '));
  const typed = ticked.test(words) ? true : unticked.test(words) ? false : null;
  const boxes = document.controls.filter(
    (control) => control.kind === 'checkbox' && lines.some(({ number }) => control.lines?.[0] === number),
  );
  const [box] = boxes;
  // A tick typed over the box of a form counts as one; a box that is ticked and shows none is a contradiction.
  if (box?.checked === true) return typed === false && !isBlank(words) ? null : true;
  return typed;
}

function memberIn({ document, lines }: Source, placed: Set<number>): string | null {
  const control = document.controls.find(
    ({ tag }) => tag?.startsWith(`${formName}/`) === true && tag.endsWith('/member'),
  );
  const line = lines.find(({ text }) => /^\s*(?:administration|member(?: state)?|country)\s*:/iu.test(text));
  if (line !== undefined) placed.add(line.number);
  if (control !== undefined && !control.placeholder && !isBlank(control.text)) return fold(control.text);
  const typed = line === undefined ? '' : fold(line.text.slice(line.text.indexOf(':') + 1));
  return typed === '' || /^[_.…\s]+$/u.test(typed) ? null : typed;
}

function preparationIn({ document }: Source): string | null {
  for (const { tag } of document.controls) {
    if (tag?.startsWith(`${formName}/`) === true) return tag.split('/')[2] ?? null;
  }
  return null;
}
