/** Reads a call for expert missions: letter, summary of needs, applications, empty form for offers. */
import type { Source } from '#formats/document/index.ts';
import { rowsOf } from '#formats/document/rows.ts';
import type { Finding, MissionApplication, MissionCallRecord } from '#kernel/reading/index.ts';
import { readApplication } from '../application/application.ts';
import { expertTable, type PlanForm } from '../assistance-plan/form.ts';
import type { FormLine } from '../form-lines.ts';
import type { Outline } from '../outline.ts';
import { checkCall } from './checks.ts';
import { onlyYear, programmeOf } from './programme.ts';
import { readSummary } from './summary.ts';

export interface ReadCall {
  call: MissionCallRecord;
  placed: Set<number>;
  findings: Finding[];
}

/** Reads the call outlined. */
export function readCall(source: Source, outline: Outline): ReadCall {
  const { lines, letter, planForm } = outline;
  const placed = new Set<number>(letter?.placed);
  const findings: Finding[] = [];
  const applications: MissionApplication[] = [];
  for (const range of outline.applications) {
    const read = readApplication(lines, range, range.controls);
    if (read === null) continue;
    applications.push(read.application);
    for (const line of read.placed) placed.add(line);
    for (const one of read.findings) findings.push(one);
  }
  const before = lines.slice(0, outline.applications[0]?.from ?? planForm?.from ?? lines.length);
  const summary = readSummary(
    before,
    source.document.media,
    applications.map((one) => one.title),
  );
  for (const line of summary.placed) placed.add(line);
  const form = planForm === null ? null : readForm(lines, planForm, source, placed);
  const named = programmeOf(headLines(lines, before.length));
  const year = named?.year ?? onlyYear(letter?.letter.subject ?? '') ?? yearOf(letter?.letter.date);
  const call: MissionCallRecord = {
    programme: named?.programme ?? '',
    year: year ?? 0,
    letter: letter?.letter ?? null,
    summary: summary.rows,
    applications,
    assistancePlanForm: form,
  };
  return { call, placed, findings: [...findings, ...checkCall(call, outline, before)] };
}

function yearOf(date: string | undefined): number | null {
  return date === undefined || date === '' ? null : Number(date.slice(0, 4));
}

/** The lines that are likely to name the programme: everything before the applications, and headings anywhere. */
function headLines(lines: readonly FormLine[], before: number): string[] {
  return lines
    .filter((line, at) => at < Math.min(before, 400) || (!line.blank && line.text.length < 120 && at < 5000))
    .map((line) => line.text);
}

function readForm(
  lines: readonly FormLine[],
  form: PlanForm,
  source: Source,
  placed: Set<number>,
): MissionCallRecord['assistancePlanForm'] {
  const place = (indices: readonly number[]): void => {
    for (const index of indices) placed.add(lines[index]?.number ?? 1);
  };
  const fields = form.slots.map((slot) => {
    place(slot.asked);
    return { number: (slot.label ?? '').replace(/[.)\s]+$/u, ''), label: slot.question };
  });
  if (form.heading !== null) place([form.from]);
  const experts = form.slots.find((slot) => slot.key === 'experts');
  if (experts === undefined) return { fields, expertRows: 0 };
  // Rows to write in are empty, so blank lines count here.
  const below = lines.slice((experts.asked.at(-1) ?? form.from) + 1, form.to);
  const table = expertTable(below, source.document.media);
  const sources = below.flatMap((line) => line.sources);
  const rows = table?.rows ?? rowsOf(sources, source.document.media);
  for (const line of [...(table?.headerLines ?? []), ...rows.flatMap((row) => row.lines)]) placed.add(line);
  return { fields, expertRows: rows.length };
}
