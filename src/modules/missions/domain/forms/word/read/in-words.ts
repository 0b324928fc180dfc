/** Costs and experts that somebody wrote as sentences, or in a table of their own, in place of the form's table. */
import { linesOf } from '#formats/document/index.ts';
import { formLines, type FormLine } from '../../../recognise/form-lines.ts';
import { readCosts } from '../../../recognise/assistance-plan/costs.ts';
import { readExperts } from '../../../recognise/assistance-plan/experts.ts';
import { isPlaceholder } from '../../../recognise/assistance-plan/form.ts';
import type { CostLine, Nomination } from '../../answers.ts';
import type { Doubt } from './filled.ts';
import type { ReadLines } from './lines.ts';
import type { Region } from './regions.ts';
import type { PayerWords } from './tables.ts';

/** The lines of an answer without ways to reach people, what stands behind the question before them. */
function written(read: ReadLines, region: Region): FormLine[] {
  const lines = formLines({ document: read.document, lines: linesOf(read.document) });
  const below = region.lines
    .flatMap((index) => lines[index] ?? [])
    .filter((line) => !read.isEmpty(read.indexOf(line.number) ?? -1));
  const { inline, first } = region.asked;
  const asked = lines[first];
  return inline === null || asked === undefined
    ? below
    : [{ ...asked, text: inline, words: inline, label: null, bullet: false, parts: [inline] }, ...below];
}

function placeAll(read: ReadLines, numbers: readonly number[]): void {
  for (const number of numbers) {
    const index = read.indexOf(number);
    if (index !== null) read.place(index);
  }
}

/** Costs with an amount each; sentences without one are left over. */
export function costsInWords(
  read: ReadLines,
  region: Region,
  key: string,
  { organiser, offerer = [] }: PayerWords,
): { costs: CostLine[]; doubts: Doubt[] } {
  const lines = written(read, region).filter(({ text }) => /\d/u.test(text));
  const parties = { organiser: [...organiser], offerer: [...offerer], beneficiary: [] };
  const { costs, placed, findings } = readCosts(lines, read.document.media, parties);
  placeAll(read, placed);
  return {
    costs: costs.map(({ category, description, amount, payers }, at): CostLine => ({
      id: `line-${at + 1}`,
      category,
      text: description,
      quantity: null,
      unit: null,
      amount,
      payers: payers.map(({ who, share }) => ({
        who: who === 'apt' ? 'organiser' : who,
        share: share === null || share > 1 ? null : Math.round(share * 10_000),
        basis: who === 'apt' ? 'asked' : 'offered',
      })),
    })),
    doubts: findings.flatMap(({ rule, lines: at, message }): Doubt[] =>
      rule === 'amount-not-read' ? [{ rule, key, line: at?.[0] ?? null, message }] : [],
    ),
  };
}

/** Experts with the organisations that stand beside them; ways to reach them are left over. */
export function expertsInWords(read: ReadLines, region: Region): Nomination[] {
  const lines = written(read, region);
  const slot = {
    key: 'experts' as const,
    label: null,
    question: region.asked.printed.question,
    asked: [],
    inline: null,
    answer: lines.map((_, at) => at),
  };
  const { experts, placed } = readExperts(lines, slot, read.document.media);
  placeAll(read, placed);
  const rows = new Set(
    lines.flatMap(({ cell, text }) => (cell?.column === 0 && isPlaceholder(text) ? [cell.row] : [])),
  );
  // A row that only shows where to write says nothing.
  for (const { cell, number } of lines) if (cell !== null && rows.has(cell.row)) placeAll(read, [number]);
  return experts.map(({ name, organisation }) => ({ name, organisation, role: null, person: null }));
}
