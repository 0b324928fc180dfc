/**
 * The plan recogniser on the three real frameworks. What is expected was counted by hand and by expressions over the raw
 * lines, not by the recogniser; where codes and statements are compared, the expectation is made here from the lines.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fold, linesOf, type Source } from '#formats/document/index.ts';
import { readText } from '#formats/text/reader.ts';
import { PlanRecord, type LineRange } from '#kernel/reading/index.ts';
import { planRecogniser, recognisePlan } from '#modules/plans/index.ts';

const folder = resolve(import.meta.dirname, '../../../shared/sources');
const absent = !existsSync(folder);
const name = 'real sources (skipped where ../shared is absent)';

interface Real {
  source: Source;
  /** Raw lines; index 0 is line 1. */
  raw: string[];
}

function real(prefix: string): Real {
  const file = readdirSync(folder).find((one) => one.startsWith(prefix)) ?? '';
  const text = readFileSync(resolve(folder, file), 'utf8');
  const document = readText(text, file);
  return { source: { document, lines: linesOf(document) }, raw: text.split('\n') };
}

type Read = NonNullable<ReturnType<typeof recognisePlan>>;

function read({ source }: Real, range?: LineRange): Read {
  const recognition = recognisePlan(source, range);
  if (recognition === null) throw new Error('no plan found');
  expect(PlanRecord.safeParse(recognition.record).success).toBe(true);
  return recognition;
}

const codes = ({ record }: Read, level: string): string[] =>
  record.nodes.filter((node) => node.level === level).map((node) => node.code?.printed ?? '');
const count = ({ record }: Read, level: string): number => record.nodes.filter((node) => node.level === level).length;
const rules = ({ findings }: Read, rule: string): number[] =>
  findings.filter((finding) => finding.rule === rule).map((finding) => finding.lines?.[0] ?? 0);

/** Code and statement of every line that matches, the two groups of the expression. */
function printed(raw: readonly string[], [first, last]: LineRange, pattern: RegExp): [string, string][] {
  return raw.slice(first - 1, last).flatMap((line): [string, string][] => {
    const match = pattern.exec(line.replace(/\[footnoteRef:\d+\].*$/, ''));
    return match === null ? [] : [[match[1] ?? '', fold((match[2] ?? '').replace(/\s\]$/, ''))]];
  });
}

const statements = ({ record }: Read, level: string): [string, string][] =>
  record.nodes.filter((node) => node.level === level).map((node) => [node.code?.printed ?? '', node.text]);

/** How many links of a kind start at each element. */
function links({ record }: Read, scheme: string, body?: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { from, to } of record.alignments) {
    if (to.scheme === scheme && to.body === body) counts[from] = (counts[from] ?? 0) + 1;
  }
  return counts;
}

/** The same number of links from each output and from its outcome. */
const both = (numbers: number[]): Record<string, number> =>
  Object.fromEntries(
    numbers.flatMap((number, index) => [`output:2.${index + 1}`, `outcome:2.${index + 1}`].map((id) => [id, number])),
  );

describe.skipIf(absent)(`strategic plan with pillars: ${name}`, () => {
  const whole = absent ? null : real('001');
  const plan = (): Read => (whole === null ? expect.fail('absent') : read(whole));
  const raw = whole?.raw ?? [];

  test('is a plan, with title and period', () => {
    expect(whole === null ? 0 : planRecogniser.suits(whole.source).score).toBeGreaterThan(0.9);
    expect(plan().record.title).toContain('Strategic Plan');
    expect(plan().record.period).toEqual({ from: 2018, to: 2020 });
    expect(plan().record.levels.map(({ key, name, role }) => [key, name, role])).toEqual([
      ['overall-objective', 'Overall objective', 'other'],
      ['pillar', 'Strategic Pillar', 'goal'],
      ['objective', 'Objective', 'objective'],
      ['action', 'Action', 'activity'],
      ['outcome', 'Expected outcome', 'outcome'],
    ]);
  });

  test('5 pillars, 12 objectives, 45 actions, 12 outcomes, each as printed', () => {
    expect(codes(plan(), 'pillar')).toEqual(['a', 'b', 'c', 'd', 'e']);
    const objectives = printed(raw, [1, 200], /^Objective ([a-e]\.\d+): (.*)/);
    expect(objectives).toHaveLength(12);
    expect(statements(plan(), 'objective')).toEqual(objectives);
    const actions = printed(raw, [1, 200], /^([a-e]\.\d+\.\d+)\s+(.*)/);
    expect(actions).toHaveLength(45);
    expect(statements(plan(), 'action')).toEqual(actions);
    const outcomes = printed(raw, [1, 200], /^\t?· ([a-e]\d)\t-\t(.*)/);
    expect(outcomes).toHaveLength(12);
    expect(statements(plan(), 'outcome')).toEqual(outcomes);
  });

  test('actions hang under objectives, objectives under pillars, outcomes under the objective of their number', () => {
    for (const node of plan().record.nodes) {
      const code = node.code?.canonical ?? '';
      if (node.level === 'action') expect(node.parent).toBe(`objective:${code.slice(0, 3)}`);
      if (node.level === 'objective') expect(node.parent).toBe(`pillar:${code.charAt(0)}`);
      if (node.level === 'outcome') expect(node.parent).toBe(`objective:${code.charAt(0)}.${code.charAt(1)}`);
    }
  });

  test('5 empty chapters; no indicator, target, risk', () => {
    const { emptyChapters, indicators, risks, alignments } = plan().record;
    expect(emptyChapters.map(({ expects, line }) => [expects, line])).toEqual([
      ['kpi', 186],
      ['timeline', 189],
      ['financing', 192],
      ['reporting', 195],
      ['impact', 199],
    ]);
    expect([indicators, risks, alignments]).toEqual([[], [], []]);
  });

  test('only prose and its headings are left over', () => {
    const { placed } = plan();
    const left = raw.flatMap((line, index) => (line.trim() === '' || placed.has(index + 1) ? [] : [index + 1]));
    expect(left).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 20, 21, 27, 33, 63, 98, 128, 154, 184]);
  });
});

describe.skipIf(absent)(`strategic plan in the annex of a proposal: ${name}`, () => {
  const annex: LineRange = [629, 1490];
  const whole = absent ? null : real('003');
  const plan = ((): (() => Read) => {
    let once: Read | null = null;
    return () => (once ??= whole === null ? expect.fail('absent') : read(whole, annex));
  })();
  const raw = whole?.raw ?? [];

  test('the document is no plan, its annex is one', () => {
    expect(whole === null ? 1 : planRecogniser.suits(whole.source).score).toBeLessThan(0.5);
    expect(plan().record.title).toBe('ITU Strategic plan for 2020-2023');
    expect(plan().record.period).toEqual({ from: 2020, to: 2023 });
  });

  test('vision, mission, 5 values, 5 goals, 7 criteria with 17 points', () => {
    expect(['vision', 'mission', 'value', 'goal'].map((level) => count(plan(), level))).toEqual([1, 1, 5, 5]);
    const criteria = plan().record.nodes.filter((node) => node.level === 'criterion');
    expect(criteria.filter((node) => node.parent === null)).toHaveLength(7);
    expect(criteria.filter((node) => node.parent !== null)).toHaveLength(17);
  });

  test('24 targets as printed: 17 with a number, 4 for all countries, 3 qualitative', () => {
    const targets = printed(raw, annex, /^\tTarget (\d\.\d+): (.*)/);
    expect(targets).toHaveLength(24);
    expect(statements(plan(), 'target')).toEqual(targets);
    const { indicators } = plan().record;
    expect(indicators).toHaveLength(24);
    const of = (comparator: string | undefined): string[] =>
      indicators.filter(({ target }) => target?.comparator === comparator).map((indicator) => indicator.of.slice(7));
    expect(of('all')).toEqual(['1.4', '2.9', '3.5', '4.1']);
    expect(of(undefined)).toEqual(['2.8', '3.1', '5.1']);
    expect(indicators.every(({ target }) => target === null || target.by === 2023)).toBe(true);
    expect(
      Object.fromEntries(
        indicators.flatMap(({ of, target }) =>
          target === null || target.comparator === 'all' ? [] : [[of.slice(7), `${target.comparator}${target.value}`]],
        ),
      ),
    ).toEqual({
      1.1: '=65',
      1.2: '=70',
      1.3: '=25',
      1.5: '=50',
      1.6: '=40',
      1.7: '=40',
      2.1: '=60',
      2.2: '=30',
      2.3: '=60',
      2.4: '=30',
      2.5: '=25',
      2.6: '<=3',
      2.7: '=96',
      '2.10': '=40',
      3.2: '=30',
      3.3: '=50',
      3.4: '=30',
    });
    const baselines = indicators.filter(({ target }) => (target?.baselineYear ?? null) !== null);
    expect(baselines.map(({ of, target }) => [of.slice(7), target?.baselineYear])).toEqual([
      ['1.3', 2017],
      ['2.5', 2017],
      ['3.4', 2015],
    ]);
  });

  test('18 objectives, printed twice, 6 pairs with different words', () => {
    const sectors = codes(plan(), 'objective').map((code) => code.charAt(0));
    expect(sectors.join('')).toBe('RRRTTTTTDDDDIIIIII');
    // The table that links them to the goals was lost.
    expect(plan().record.nodes.every((node) => node.level !== 'objective' || node.parent === null)).toBe(true);
    const differing = plan().findings.filter((finding) => finding.rule === 'plan-statement-differs');
    expect(differing.map((finding) => /^Objective (\S+)/.exec(finding.message)?.[1])).toEqual([
      'T.1',
      'T.2',
      'D.2',
      'D.3',
      'D.4',
      'I.4',
    ]);
  });

  test('64 outcomes and 70 outputs as printed, odd codes made regular', () => {
    const outcomes = printed(raw, annex, /^\t?(?:\[ ?)?([RTDI][.-]\d[.-][a-z]):\s*(.*)/);
    expect(outcomes).toHaveLength(64);
    expect(statements(plan(), 'outcome')).toEqual(outcomes);
    const outputs = printed(raw, annex, /^\t?(?:\[ ?)?([RTDI]\.\d-\d+):?\s+(.*)/);
    expect(outputs).toHaveLength(70);
    expect(statements(plan(), 'output')).toEqual(outputs);
    const canonical = plan().record.nodes.filter((node) => node.code?.printed !== node.code?.canonical);
    expect(canonical.map((node) => [node.line, node.code?.canonical])).toEqual([
      [1056, 'D.1-e'],
      [1104, 'D.4-a'],
    ]);
    const bracketed = plan().record.nodes.filter((node) => node.bracketed);
    expect(bracketed.map((node) => [node.line, node.id])).toEqual([
      [1187, 'outcome:I.1-d'],
      [1193, 'output:I.1-5'],
    ]);
    for (const node of plan().record.nodes) {
      if (node.level !== 'outcome' && node.level !== 'output') continue;
      expect(node.parent).toBe(`objective:${node.code?.canonical.slice(0, 3) ?? ''}`);
    }
  });

  test('31 enablers with 45 activities, 49 contributions, 82 results', () => {
    const { nodes } = plan().record;
    const enablers = nodes.filter((node) => node.level === 'enabler');
    expect(enablers).toHaveLength(31);
    expect(enablers.filter((node) => node.supports === 'all')).toHaveLength(16);
    const inherited = enablers.filter((node) => node.line >= 1121 && node.line < 1178);
    expect(inherited.map((node) => node.supports)).toEqual(
      Array.from({ length: 6 }, () => ['objective:D.1', 'objective:D.2', 'objective:D.3', 'objective:D.4']),
    );
    expect(enablers.slice(-2).map((node) => node.supports)).toEqual([
      ['objective:I.1', 'objective:I.2'],
      ['objective:I.3', 'objective:I.4', 'objective:I.5', 'objective:I.6'],
    ]);
    const under = (level: string, first: number, last: number): number =>
      nodes.filter((node) => node.level === level && node.line >= first && node.line <= last).length;
    const tables = [
      [895, 920],
      [999, 1045],
      [1115, 1178],
      [1273, 1411],
    ] as const;
    for (const [level, expected] of Object.entries({
      enabler: [2, 5, 6, 18],
      activity: [3, 18, 6, 18],
      contribution: [2, 5, 16, 26],
      result: [5, 5, 21, 51],
    })) {
      expect([level, tables.map(([first, last]) => under(level, first, last))]).toEqual([level, expected]);
    }
    const ids = new Set(enablers.map((node) => node.id));
    const cells = nodes.filter((node) => ['activity', 'contribution', 'result'].includes(node.level));
    expect(cells.every((node) => ids.has(node.parent ?? ''))).toBe(true);
  });

  test('6 risks, 10 statements, 19 measures', () => {
    const { risks } = plan().record;
    expect(risks.map((risk) => risk.line)).toEqual([770, 779, 784, 792, 798, 804]);
    expect(risks.map((risk) => risk.statements.length)).toEqual([2, 1, 3, 2, 1, 1]);
    expect(risks.map((risk) => risk.measures.length)).toEqual([5, 2, 3, 2, 3, 4]);
    const kinds = risks.flatMap((risk) => risk.measures.map((measure) => measure.kind));
    expect(
      ['avoidance', 'limitation', 'transfer', 'acceptance'].map((kind) => kinds.filter((one) => one === kind).length),
    ).toEqual([5, 10, 4, 0]);
  });

  test('links of the goals to SDG targets and indicators: 213 and 196, distinct 84 and 79', () => {
    expect(links(plan(), 'sdg-target')).toEqual({
      'goal:1': 26,
      'goal:2': 64,
      'goal:3': 24,
      'goal:4': 47,
      'goal:5': 52,
    });
    expect(links(plan(), 'sdg-indicator')).toEqual({
      'goal:1': 26,
      'goal:2': 60,
      'goal:3': 22,
      'goal:4': 42,
      'goal:5': 46,
    });
    const distinct = (scheme: string): number =>
      new Set(plan().record.alignments.flatMap(({ to }) => (to.scheme === scheme ? [to.code] : []))).size;
    expect([distinct('sdg-target'), distinct('sdg-indicator')]).toEqual([84, 79]);
    expect(plan().record.alignments).toHaveLength(409);
  });

  test('what was lost or flattened on the way is said', () => {
    expect(plan().record.emptyChapters.map(({ expects, line }) => [expects, line])).toEqual([['allocation', 1489]]);
    expect(rules(plan(), 'plan-table-lost')).toEqual([841]);
    expect(rules(plan(), 'plan-image-lost')).toEqual([816, 1416, 1426]);
    expect(rules(plan(), 'flattened-revision')).toEqual([1461]);
    expect(rules(plan(), 'plan-bracketed-words')).toEqual([823, 825, 921, 941]);
    expect(rules(plan(), 'plan-list-numbering-lost')).toEqual([770, 819, 823, 830, 835]);
  });
});

describe.skipIf(absent)(`objective of a sector's action plan: ${name}`, () => {
  const whole = absent ? null : real('004');
  const plan = (): Read => (whole === null ? expect.fail('absent') : read(whole));
  const raw = whole?.raw ?? [];

  test('is a plan without title', () => {
    expect(whole === null ? 0 : planRecogniser.suits(whole.source).score).toBeGreaterThanOrEqual(0.5);
    expect([plan().record.title, plan().record.period]).toEqual([null, null]);
    expect(plan().record.levels.map(({ key, role }) => [key, role])).toEqual([
      ['objective', 'objective'],
      ['outcome', 'outcome'],
      ['output', 'output'],
      ['programme', 'programme'],
      ['area', 'area'],
      ['activity', 'activity'],
    ]);
  });

  test('1 objective, 3 outcomes, 3 outputs, 3 programmes, 10 areas of work', () => {
    expect(codes(plan(), 'objective')).toEqual(['2']);
    expect(codes(plan(), 'outcome')).toEqual(['2.1', '2.2', '2.3']);
    expect(codes(plan(), 'output')).toEqual(['2.1', '2.2', '2.3']);
    expect(statements(plan(), 'output')).toEqual(printed(raw, [1, 263], /^Output (2\.\d) – (.*)/));
    expect(count(plan(), 'programme')).toBe(3);
    expect(
      plan()
        .record.nodes.filter((node) => node.level === 'area')
        .map((node) => node.line),
    ).toEqual([37, 45, 49, 55, 61, 69, 77, 82, 87, 92]);
  });

  test('45 activities: 29, 6 and 10, as printed', () => {
    const bullets = printed(raw, [1, 263], /^()[•·]\s+(.*)/).map(([, text]) => text);
    expect(bullets).toHaveLength(45);
    expect(statements(plan(), 'activity').map(([, text]) => text)).toEqual(bullets);
    const { nodes } = plan().record;
    const programmes = nodes.filter((node) => node.level === 'programme');
    const parents = new Map(nodes.map((node) => [node.id, node.parent]));
    const within = (id: string | null, programme: string): boolean =>
      id !== null && (id === programme || within(parents.get(id) ?? null, programme));
    expect(
      programmes.map(({ id }) => nodes.filter((node) => node.level === 'activity' && within(node.parent, id)).length),
    ).toEqual([29, 6, 10]);
  });

  test('9 indicators without target, 3 an outcome', () => {
    const { indicators } = plan().record;
    expect(indicators.map(({ of, target }) => [of, target])).toEqual(
      ['2.1', '2.2', '2.3'].flatMap((code) => Array.from({ length: 3 }, () => [`outcome:${code}`, null])),
    );
  });

  test('links to resolutions, action lines, goals and targets', () => {
    expect(links(plan(), 'resolution', 'PP')).toEqual(both([27, 5, 2]));
    expect(links(plan(), 'resolution', 'WTDC')).toEqual(both([18, 10, 1]));
    expect(links(plan(), 'wsis')).toEqual(both([5, 1, 2]));
    expect(links(plan(), 'sdg-goal')).toEqual({ 'output:2.1': 9, 'output:2.2': 4, 'output:2.3': 5 });
    expect(links(plan(), 'sdg-target')).toEqual({ 'output:2.1': 15, 'output:2.3': 7 });
    expect(rules(plan(), 'plan-duplicate-reference')).toEqual([134]);
    expect(rules(plan(), 'plan-missing-separator')).toEqual([134]);
    expect(rules(plan(), 'plan-code-irregular')).toEqual([263, 263]);
  });

  test('3 × 6 empty rows of regions, 3 empty tables of questions', () => {
    const { emptyChapters } = plan().record;
    expect(emptyChapters.filter(({ expects }) => expects === 'regional')).toHaveLength(18);
    expect(emptyChapters.filter(({ expects }) => expects === 'questions').map(({ line }) => line)).toEqual([
      127, 188, 252,
    ]);
    expect(emptyChapters).toHaveLength(21);
  });

  test('flattened words', () => {
    expect(rules(plan(), 'flattened-revision')).toEqual([20, 24, 50, 142, 200, 209]);
  });
});

describe.skipIf(absent)(`other documents are no plans: ${name}`, () => {
  test.each(['000', '002'])('%s', (prefix) => {
    expect(planRecogniser.suits(real(prefix).source).score).toBeLessThan(0.5);
  });
});
