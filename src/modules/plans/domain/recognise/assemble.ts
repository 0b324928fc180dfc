/** Puts together the record: indicators, links and supports point to nodes once these are built. */
import type { Alignment, Indicator, PlanNode } from '#kernel/reading/index.ts';
import type { Built } from './build.ts';
import { codeOf, codesIn, keyOfCode, type Code } from './code.ts';
import { called, report, type AlignmentDraft, type Draft, type IndicatorDraft, type Item } from './draft.ts';
import { mentionsIn } from './alignments.ts';
import { baselineYearOf, targetOf, type Target } from './quantity.ts';

/** `Indicator.of` of an indicator that measures the plan as a whole, or nothing that could be told. */
export const wholePlan = 'plan';

/**
 * Elements without a code that the text calls by one: an outcome in the same row as output 2.1 is outcome 2.1 where the
 * text speaks of "Outcome 2.1" and prints no other.
 */
export function inferCodes(draft: Draft, texts: Iterable<{ text: string }>): void {
  const rows = new Map<number, Item[]>();
  for (const item of draft.items) {
    if (item.row !== null && item.level !== null) rows.set(item.row, [...(rows.get(item.row) ?? []).slice(-20), item]);
  }
  const wanted = [...rows.values()].flatMap((items) => pairOf(items));
  if (wanted.length === 0) return;
  const spoken = new Set<string>();
  for (const { text } of texts) {
    for (const { mention } of mentionsIn(text)) spoken.add(`${mention.level} ${keyOfCode(mention.code.segments)}`);
  }
  const printed = new Set(
    draft.items.map((item) => `${item.level?.key ?? ''} ${keyOfCode(item.code?.segments ?? [])}`),
  );
  for (const { item, code } of wanted) {
    const name = `${item.level?.key ?? ''} ${keyOfCode(code.segments)}`;
    if (!spoken.has(name) || printed.has(name)) continue;
    item.code = codeOf(code.printed);
    printed.add(name);
    const message = `Printed without a code; the text calls it ${item.level?.name ?? ''} ${code.printed}.`;
    report(draft, 'plan-code-from-text', 'info', item.line, message);
  }
}

/** The one element without a code in a row that has exactly one code. */
function pairOf(items: readonly Item[]): { item: Item; code: Code }[] {
  const bare = items.filter((item) => item.code === null && item.supports === null);
  const [code, another] = items.flatMap((item) => (item.code === null || item.listNumber ? [] : [item.code]));
  const [item] = bare;
  return item === undefined || bare.length > 1 || code === undefined || another !== undefined ? [] : [{ item, code }];
}

/** Fills in what enablers and other rows support. */
export function addSupports(draft: Draft, built: Built): void {
  for (const item of draft.items) {
    const node = item.supports === null ? null : built.nodeOf(item);
    if (item.supports === null || node === null) continue;
    const { printed, level } = item.supports;
    if (/^all\b/i.test(printed)) {
      node.supports = 'all';
      continue;
    }
    const codes = codesIn(printed);
    const nodes = codes.map((code) => built.find(level?.key ?? null, code));
    node.supports = nodes.flatMap((found) => (found === null ? [] : [found.id]));
    const missing = codes.filter((_, index) => nodes[index] === null).map((code) => code.printed);
    if (missing.length === 0 && codes.length > 0) continue;
    const message = `“${printed}” names ${codes.length === 0 ? 'no code' : missing.join(', ')} that the plan prints.`;
    report(draft, 'plan-orphan-reference', 'warning', item.line, message);
  }
}

/** Links, each once. */
export function alignmentsOf(draft: Draft, built: Built): Alignment[] {
  const links = new Map<string, Alignment>();
  for (const { from, to, line } of draft.alignments) {
    const node = nodeOfReference(from, built);
    if (node === null) {
      draft.partly.add(line);
      report(draft, 'plan-orphan-reference', 'warning', line, 'The line links something that the plan does not print.');
      continue;
    }
    const key = `${node.id} ${to.scheme} ${to.body ?? ''} ${to.code}`;
    if (!links.has(key)) links.set(key, { from: node.id, to, line });
  }
  return [...links.values()];
}

function nodeOfReference(from: AlignmentDraft['from'], built: Built): PlanNode | null {
  return 'lines' in from ? nearestNode(from, built) : built.find(from.level, from.code);
}

/** The node of an item, or of what encloses it where the item became none. */
function nearestNode(item: Item | null, built: Built): PlanNode | null {
  const passed = new Set<Item>();
  for (let at = item; at !== null && !passed.has(at); at = at.owner) {
    passed.add(at);
    const node = built.nodeOf(at);
    if (node !== null) return node;
  }
  return null;
}

/** Indicators with their targets; each element of a target level is measured by its own words. */
export function indicatorsOf(draft: Draft, built: Built): Indicator[] {
  const targetLevels = new Set(built.levels.filter((level) => level.role === 'target').map((level) => level.key));
  const indicators: Indicator[] = [];
  for (const node of built.nodes) {
    if (!targetLevels.has(node.level)) continue;
    const target = targetOf(node.text, { stated: true });
    if (target === null) {
      const message = `${called(node)} states no quantity; whether it is reached is a matter of judgement.`;
      report(draft, 'plan-target-unparsed', 'info', node.line, message);
    }
    indicators.push({ of: node.id, text: node.text, target, line: node.line });
  }
  for (const one of draft.indicators) indicators.push(indicatorOf(one, draft, built));
  return indicators.sort((a, b) => a.line - b.line);
}

function indicatorOf(one: IndicatorDraft, draft: Draft, built: Built): Indicator {
  const of = measuredBy(one, built)?.id ?? wholePlan;
  if (of === wholePlan) {
    report(draft, 'plan-indicator-unattached', 'info', one.line, 'The text does not say what this indicator measures.');
  }
  return { of, text: one.text, target: targetOfIndicator(one, draft), line: one.line };
}

function targetOfIndicator(one: IndicatorDraft, draft: Draft): Target | null {
  const { baselineYear } = one;
  if (one.target === null) return targetOf(one.words, { stated: false, baselineYear }) ?? targetInside(one.words);
  const { words, year, unit } = one.target;
  const target = targetOf(words, { stated: true, apart: true, year, unit, baselineYear });
  if (target !== null) return target;
  for (const line of one.target.lines) draft.partly.add(line);
  const message = `The target “${one.target.words.slice(0, 200)}” states no quantity that could be read.`;
  report(draft, 'plan-target-unparsed', 'warning', one.target.lines[0] ?? one.line, message);
  return null;
}

/** "Trained officials (baseline 2020: 120; target 2024: 400)". */
function targetInside(words: string): Target | null {
  const [, year, stated = ''] = /\btarget\b\s*(?:for|by|in|\()?\s*(20\d\d)?\)?\s*[:=]\s*(.+)$/i.exec(words) ?? [];
  const context = { stated: true, year: year === undefined ? null : Number(year), baselineYear: baselineYearOf(words) };
  return stated === '' ? null : targetOf(stated, context);
}

/**
 * Of the elements around an indicator the one whose code its own code repeats or goes on from, else any such element
 * where the code is long enough to tell, else the nearest around it.
 */
function measuredBy(one: IndicatorDraft, built: Built): PlanNode | null {
  const nearest = nearestNode(one.of, built);
  if (one.code === null) return nearest;
  const own = keyOfCode(one.code.segments);
  const passed = new Set<Item>();
  for (let at = one.of; at !== null && !passed.has(at); at = at.owner) {
    passed.add(at);
    const segments = at.code === null || built.nodeOf(at) === null ? null : keyOfCode(at.code.segments);
    if (segments !== null && `${own}/`.startsWith(`${segments}/`)) return built.nodeOf(at);
  }
  for (let length = one.code.segments.length - (nearest === null ? 0 : 1); length > 1; length--) {
    const found = built.find(null, codeOf(one.code.segments.slice(0, length).join('.')));
    if (found !== null) return found;
  }
  return nearest;
}
