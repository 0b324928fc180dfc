import { z } from 'zod';
import { LineNumber } from './common.ts';

/** What a level of a plan is for, in neutral words, so that plans of different organisations can be compared. */
export const LevelRole = z.enum([
  'goal',
  'objective',
  'outcome',
  'output',
  'activity',
  'enabler',
  'target',
  'programme',
  'area',
  'other',
]);
export type LevelRole = z.infer<typeof LevelRole>;

/** A level of a plan in the plan's own words ("Strategic Pillar"). */
export const PlanLevel = z.object({ key: z.string(), name: z.string(), role: LevelRole });
export type PlanLevel = z.infer<typeof PlanLevel>;

/** One element of a plan. `id` is level and code ("outcome:D.2-a"), unique in the plan. */
export const PlanNode = z.object({
  id: z.string(),
  level: z.string(),
  parent: z.string().nullable(),
  code: z.object({ printed: z.string(), canonical: z.string() }).nullable(),
  text: z.string(),
  /** Printed in square brackets: not agreed yet. */
  bracketed: z.boolean(),
  line: LineNumber,
  /** For rows of enablers: what they support. `all` stays a rule, it is never spelt out. */
  supports: z.union([z.array(z.string()), z.literal('all')]).exactOptional(),
});
export type PlanNode = z.infer<typeof PlanNode>;

export const Indicator = z.object({
  of: z.string(),
  text: z.string(),
  target: z
    .object({
      value: z.number(),
      unit: z.string().nullable(),
      comparator: z.enum(['=', '>=', '<=', 'all']),
      by: z.int().nullable(),
      baselineYear: z.int().nullable(),
    })
    .nullable(),
  line: LineNumber,
});
export type Indicator = z.infer<typeof Indicator>;

export const RiskMeasureKind = z.enum(['avoidance', 'limitation', 'transfer', 'acceptance']);
export type RiskMeasureKind = z.infer<typeof RiskMeasureKind>;

export const Risk = z.object({
  title: z.string(),
  statements: z.array(z.string()),
  measures: z.array(z.object({ kind: RiskMeasureKind, text: z.string() })),
  line: LineNumber,
});
export type Risk = z.infer<typeof Risk>;

/** A stated link from an element of the plan to a goal, target, indicator, action line or resolution. */
export const Alignment = z.object({
  from: z.string(),
  to: z.object({
    scheme: z.enum(['sdg-goal', 'sdg-target', 'sdg-indicator', 'wsis', 'resolution']),
    body: z.enum(['PP', 'WTDC']).exactOptional(),
    code: z.string(),
  }),
  line: LineNumber,
});
export type Alignment = z.infer<typeof Alignment>;

/** A chapter that the document announces and leaves empty. */
export const EmptyChapter = z.object({
  heading: z.string(),
  expects: z.enum([
    'kpi',
    'timeline',
    'financing',
    'reporting',
    'impact',
    'allocation',
    'regional',
    'questions',
    'other',
  ]),
  line: LineNumber,
});
export type EmptyChapter = z.infer<typeof EmptyChapter>;

/** A strategic, action or operational plan as a results framework. */
export const PlanRecord = z.object({
  title: z.string().nullable(),
  period: z.object({ from: z.int(), to: z.int() }).nullable(),
  levels: z.array(PlanLevel),
  nodes: z.array(PlanNode),
  indicators: z.array(Indicator),
  risks: z.array(Risk),
  alignments: z.array(Alignment),
  emptyChapters: z.array(EmptyChapter),
});
export type PlanRecord = z.infer<typeof PlanRecord>;
