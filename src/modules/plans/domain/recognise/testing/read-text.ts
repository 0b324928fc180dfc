/** Plans as texts, for tests: what was read, in a form that one can compare at a glance. */
import { linesOf } from '#formats/document/index.ts';
import { readText } from '#formats/text/reader.ts';
import type { PlanRecord } from '#kernel/reading/index.ts';
import { readPlan } from '../plan.ts';

export interface ReadText {
  record: PlanRecord;
  /** "line id < parent | text", one a node. */
  nodes: string[];
  /** Lines with words that found no place. */
  unplaced: number[];
  rules: string[];
}

/** Reads a text as a plan. */
export function readPlanText(text: string): ReadText {
  const document = readText(text, 'plan.txt');
  const lines = linesOf(document);
  const { record, placed, findings } = readPlan({ document, lines });
  return {
    record,
    nodes: record.nodes.map((node) => `${node.line} ${node.id} < ${node.parent ?? '-'} | ${node.text}`),
    unplaced: lines.filter((line) => line.text.trim() !== '' && !placed.has(line.number)).map((line) => line.number),
    rules: findings.map((finding) => finding.rule),
  };
}
