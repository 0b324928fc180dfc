/** What holds for every text, however odd. */
import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { isBlank, linesOf } from '#formats/document/index.ts';
import { readText } from '#formats/text/reader.ts';
import { PlanRecord } from '#kernel/reading/index.ts';
import { readPlan } from './plan.ts';
import { suitsPlan } from './suits.ts';

/** Pieces that plans are made of, and pieces that break them. */
const piece = constantFrom(
  'Objective 1: Open the ports',
  'Objective 1: Train every pilot on board',
  'Objective A.1',
  'OBJECTIVE 2 – Close them',
  'Goal 1: Growth',
  'Target 1.1: by 2027, 65% of ports',
  'Outcome 1.1',
  'Output 1.1 - Charts',
  'Programme: Skills',
  'Outcomes:',
  'Activities will be focused on:',
  'Main areas of work include:',
  'The following values:',
  'Vision',
  'Key Performance Indicators',
  'Text to be added',
  'R.1-a: More ships',
  'R.1-1 Port guide',
  '1. R.1 (Ports) Open',
  'a. Connect:',
  '1.\tIntroduction',
  '2\tFramework',
  '1.1.1 Train pilots',
  '- first point;',
  '· second point:',
  '•\tthird point',
  '[ R.1-d: Not agreed ]',
  '\tOutcomes\n\tOutputs',
  '\tR.1-a: x\n\tR.1-1: y',
  '\t\n\tOnly the second',
  '\tRisk\n\tMitigation',
  '\t1. Costs\n- Risk of delay\n\t- Risk avoidance: none',
  '\tSupported Objective(s)\n\tActivities\n\tResults',
  '\tAll\n\tAudit\n\tOrder',
  '\tR.1, R.9\n\tPrint\n\tPaper',
  'Indicator\tBaseline\tTarget 2027',
  'Ships\t4\t9',
  'SDG targets: 4.4, 9.c',
  'The implementation of PP Resolutions 5, 5 7 will support Output 1.1',
  'Output 1.1 will contribute to SDGs 4 and 9',
  'Table 3. Lost table',
  'a sentence that goes on in lower case',
  'Plain prose that has no place in a plan. It says something.',
  '',
  '\t',
  '[',
  ']]',
  '****',
  '1.2.3.4.5.6.7.8.9.10.11 Deep',
  '\u00a0\u00a0',
);
const text = array(oneof({ weight: 9, arbitrary: piece }, { weight: 1, arbitrary: string({ maxLength: 40 }) }), {
  maxLength: 40,
}).map((lines) => `x\n${lines.join('\n')}`);

/** Letters and digits only: bullets between joined paragraphs are no words. */
const letters = (words: string): string => words.replace(/[^\p{L}\p{N}]+/gu, '');

test('the record is valid, points only to what it holds, and takes its words from the lines it names', () => {
  assert(
    property(text, (content) => {
      const document = readText(content, 'x.txt');
      const lines = linesOf(document);
      const { record, placed, findings } = readPlan({ document, lines });
      expect(PlanRecord.safeParse(record).success).toBe(true);

      const ids = new Set(record.nodes.map((node) => node.id));
      expect(ids.size).toBe(record.nodes.length);
      const levels = new Set(record.levels.map((level) => level.key));
      const printed = letters(lines.map((line) => line.text).join(' '));
      for (const node of record.nodes) {
        expect(levels.has(node.level)).toBe(true);
        expect(node.parent === null || ids.has(node.parent)).toBe(true);
        expect(node.parent).not.toBe(node.id);
        expect(printed).toContain(letters(node.text));
        for (const id of Array.isArray(node.supports) ? node.supports : []) expect(ids.has(id)).toBe(true);
      }
      for (const indicator of record.indicators) expect(indicator.of === 'plan' || ids.has(indicator.of)).toBe(true);
      for (const link of record.alignments) expect(ids.has(link.from)).toBe(true);

      const filled = new Set(lines.filter((line) => !isBlank(line.text)).map((line) => line.number));
      for (const line of placed) expect(filled.has(line)).toBe(true);
      for (const finding of findings) expect(finding.rule).toMatch(/^[a-z]+(-[a-z]+)*$/);
    }),
    { numRuns: 400 },
  );
});

test('no node is its own ancestor', () => {
  assert(
    property(text, (content) => {
      const document = readText(content, 'x.txt');
      const { nodes } = readPlan({ document, lines: linesOf(document) }).record;
      const parents = new Map(nodes.map((node) => [node.id, node.parent]));
      for (const node of nodes) {
        let steps = 0;
        for (let at = node.parent; at !== null && steps <= nodes.length; at = parents.get(at) ?? null) steps++;
        expect(steps).toBeLessThanOrEqual(nodes.length);
      }
    }),
    { numRuns: 200 },
  );
});

test('a score is a share of one', () => {
  assert(
    property(text, (content) => {
      const document = readText(content, 'x.txt');
      const { score } = suitsPlan({ document, lines: linesOf(document) });
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
    }),
    { numRuns: 100 },
  );
});

/** Milliseconds that a plan of so many objectives takes. */
function time(count: number): number {
  const lines = Array.from(
    { length: count },
    (_, at) => `Objective 1.${at}: word${at}\n- point ${at}\nThe following outcomes:`,
  );
  const document = readText(lines.join('\n'), 'x.txt');
  const source = { document, lines: linesOf(document) };
  const start = performance.now();
  readPlan(source);
  return performance.now() - start;
}

test('reading time grows with the length, not with its square', () => {
  time(500);
  const short = time(1500);
  const long = time(12_000);
  expect(long).toBeLessThan(Math.max(short, 20) * 8 * 5);
});
