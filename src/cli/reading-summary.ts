/** A reading in words for a terminal. */
import { styleText } from 'node:util';
import type { Finding, Reading } from '#kernel/reading/index.ts';

/** Kind, counts, findings and what was left over. */
export function summaryOf(reading: Reading): string {
  const { source, kind, lines, unplaced, findings } = reading;
  const size = source.bytes < 10_000 ? `${source.bytes} bytes` : `${Math.round(source.bytes / 1024)} KB`;
  return [
    styleText('bold', source.name),
    `  ${kind} (${source.media}, ${size})`,
    ...countsOf(reading).map(([count, what]) => `  ${String(count).padStart(6)}  ${what}`),
    `  ${String(lines.placed).padStart(6)}  of ${lines.total} lines placed`,
    ...(findings.length === 0 ? [] : ['', '  Worth a look:', ...findings.slice(0, 20).map(findingLine)]),
    ...more(findings.length - 20, 'findings; --json lists them all'),
    ...(unplaced.length === 0
      ? []
      : ['', '  Left over:', ...unplaced.slice(0, 10).map((line) => `    line ${line.line}: ${cut(line.text)}`)]),
    ...more(unplaced.length - 10, 'lines left over; --json lists them all'),
    '',
  ].join('\n');
}

function findingLine(finding: Finding): string {
  const [first, last] = finding.lines ?? [null, null];
  const where = first === null ? '' : first === last ? `line ${first}: ` : `lines ${first}–${last}: `;
  const sign = { info: '·', warning: '!', error: '✗' }[finding.level];
  return `    ${sign} ${where}${cut(finding.message, 160)} [${finding.rule}]`;
}

const cut = (text: string, most = 100): string => (text.length > most ? `${text.slice(0, most)}…` : text);
const more = (count: number, what: string): string[] => (count > 0 ? [`    and ${count} more ${what}`] : []);

/** The numbers a person checks a reading by. */
function countsOf({ record }: Reading): [number, string][] {
  if (record === null) return [];
  if ('proposals' in record) {
    const texts = record.proposals.flatMap((proposal) => proposal.text ?? []);
    return [
      [record.proposals.length, 'proposals'],
      [texts.flatMap((text) => text.sections).length, 'headings'],
      [texts.flatMap((text) => text.sections.flatMap((section) => section.clauses)).length, 'clauses at the top level'],
    ];
  }
  if ('nodes' in record) {
    const byLevel = record.levels.map((level): [number, string] => [
      record.nodes.filter((node) => node.level === level.key).length,
      `× ${level.name}`,
    ]);
    return [
      ...byLevel,
      [record.indicators.length, 'indicators'],
      [record.risks.length, 'risks'],
      [record.alignments.length, 'alignments'],
    ];
  }
  if ('applications' in record)
    return [
      [record.applications.length, 'applications'],
      [record.summary.length, 'rows of the summary'],
    ];
  if ('participants' in record) {
    return [
      [record.organisations.length, 'organisations'],
      [record.participants.length, 'participants'],
      [record.outcomes.length, 'outcomes'],
      [record.activities.length, 'activities'],
      [record.agenda.length, 'agenda items'],
    ];
  }
  if ('answers' in record)
    return [[Object.values(record.answers).filter((answer) => answer.lines !== null).length, 'questions answered']];
  if ('costs' in record)
    return [
      [record.costs.length, 'cost lines'],
      [record.experts.length, 'experts'],
    ];
  if ('texts' in record) {
    const { texts } = record;
    return [
      [texts.length, 'texts'],
      [texts.flatMap((text) => text.sections).length, 'headings'],
      [texts.flatMap((text) => text.sections.flatMap((section) => section.clauses)).length, 'clauses at the top level'],
      [texts.flatMap((text) => text.annexes).length, 'annexes'],
      [texts.flatMap((text) => text.footnotes).length, 'footnotes'],
    ];
  }
  return [
    [record.sections.length, 'headings'],
    [record.sections.flatMap((section) => section.clauses).length, 'clauses at the top level'],
    [record.annexes.length, 'annexes'],
  ];
}
