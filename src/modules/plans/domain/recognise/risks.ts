/** Risks with their statements and the measures against them. */
import type { Risk } from '#kernel/reading/index.ts';
import { columnAt } from './columns.ts';
import { place, report, type Draft } from './draft.ts';
import { codedElement } from './element.ts';
import type { PlanLine } from './lines.ts';
import type { RowUnit } from './units.ts';

type MeasureKind = Risk['measures'][number]['kind'];

const labelled = /^(?:risk\s+)?([a-z]+)(?:\s+of (?:the )?risk)?\s*(?::|\s[–—-]\s)\s*(?=\S)/i;
const kinds: readonly (readonly [MeasureKind, RegExp])[] = [
  ['avoidance', /^(?:avoid\w*|terminat\w*|eliminat\w*|prevent\w*)$/i],
  ['limitation', /^(?:limit\w*|mitigat\w*|reduc\w*|treat\w*|control\w*|minimi[sz]\w*)$/i],
  ['transfer', /^(?:transfer\w*|shar(?:e|ed|ing)|insur\w*|outsourc\w*)$/i],
  ['acceptance', /^(?:accept\w*|tolerat\w*|retain\w*|retention)$/i],
];

/** A row of a risk table. The first paragraph is the risk, the others state it; each paragraph beside it is a measure. */
export function readRiskRow(draft: Draft, row: RowUnit): void {
  const cellOf = (kind: string): PlanLine[] =>
    row.cells.filter((cell) => columnAt(row.columns, cell.column)?.kind === kind).flatMap((cell) => cell.lines);
  const [title, ...statements] = cellOf('risk');
  const measures = cellOf('measure');
  if (title !== undefined) {
    const risk = addRisk(draft, title);
    for (const line of statements) {
      risk.statements.push(line.text);
      place(draft, line);
    }
  }
  for (const line of measures) addMeasure(draft, line);
}

/** Adds a risk of which this line is the title. */
export function addRisk(draft: Draft, line: PlanLine, text?: string): Risk {
  const coded = codedElement(line.raw);
  const title = text ?? (coded === null || coded.text === '' ? line.text : coded.text);
  const risk: Risk = { title, statements: [], measures: [], line: line.line };
  draft.risks.push(risk);
  place(draft, line);
  return risk;
}

/** Adds a measure to the last risk. A measure that does not say its kind limits the risk: that is what mitigation means. */
export function addMeasure(draft: Draft, line: PlanLine, text = line.text): void {
  const risk = draft.risks.at(-1);
  if (risk === undefined) return;
  const [label = '', word = ''] = labelled.exec(text) ?? [];
  const kind = kinds.find(([, pattern]) => pattern.test(word))?.[0];
  risk.measures.push({ kind: kind ?? 'limitation', text: kind === undefined ? text : text.slice(label.length) });
  place(draft, line);
  if (kind === undefined) {
    const message =
      'The measure does not say whether it avoids, limits, transfers or accepts the risk; read as limiting it.';
    report(draft, 'plan-risk-kind-assumed', 'info', line.line, message);
  }
}

/** Reports risks whose printed numbers are all the same. */
export function reportRiskNumbers(draft: Draft, lines: readonly PlanLine[]): void {
  const at = new Set(draft.risks.map((risk) => risk.line));
  const numbers = lines.filter((line) => at.has(line.line)).map((line) => codedElement(line.raw)?.code.printed ?? null);
  const [first] = draft.risks;
  const last = draft.risks.at(-1);
  if (numbers.length < 2 || numbers[0] === null || numbers.some((number) => number !== numbers[0])) return;
  if (first === undefined || last === undefined) return;
  const message = `All ${numbers.length} risks are numbered “${numbers[0] ?? ''}”: the numbering was lost.`;
  report(draft, 'plan-list-numbering-lost', 'info', [first.line, last.line], message);
}
