import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { linesOf, type Source } from '#formats/document/index.ts';
import { readText } from '#formats/text/reader.ts';
import { MissionCallRecord, type MissionApplication } from '#kernel/reading/index.ts';
import {
  assistancePlanRecogniser,
  missionApplicationRecogniser,
  missionCallRecogniser,
} from '#modules/missions/index.ts';

const folder = new URL('../../../shared/sources/', import.meta.url);
const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : [];
const file = (start: string): string => {
  const name = names.find((one) => one.startsWith(start));
  return name === undefined ? '' : readFileSync(new URL(name, folder), 'utf8');
};
const sourceOf = (text: string): Source => {
  const document = readText(text, 'source.txt');
  return { document, lines: linesOf(document) };
};

/** A record without its places. */
const words = (value: unknown): string =>
  JSON.stringify(value, (key, inner: unknown) => (key === 'lines' ? undefined : inner));

describe.skipIf(file('000') === '')('real sources, call of 2023 (../shared is absent)', () => {
  const source = sourceOf(file('000') || 'absent');
  const { record, findings, placed } = missionCallRecogniser.recognise(source);
  const line = (number: number): string => (source.lines[number - 1]?.text ?? '').trim();
  const applications = record.applications;
  const at = (number: number): MissionApplication => applications[number - 1]!;
  const where = (rule: string): number[] =>
    findings
      .filter((one) => one.rule === rule)
      .map(
        (one) => applications.findIndex((form) => form.lines[0] <= one.lines![0] && one.lines![0] <= form.lines[1]) + 1,
      );
  const rows = (rule: string): number[] =>
    findings
      .filter((one) => one.rule === rule)
      .map((one) => record.summary.find((row) => row.line === one.lines![0])!.number);

  test('is a call and nothing else', () => {
    MissionCallRecord.parse(record);
    expect(missionCallRecogniser.suits(source).score).toBe(1);
    expect(missionApplicationRecogniser.suits(source).score).toBeLessThan(0.5);
    expect(assistancePlanRecogniser.suits(source).score).toBeLessThan(0.5);
  });

  test('programme and letter', () => {
    expect([record.programme, record.year]).toEqual(['APT Expert Mission', 2023]);
    expect(record.letter).toEqual({
      reference: line(8).replace('Ref: ', ''),
      date: '2023-02-20',
      subject: line(14).replace('Subject: ', ''),
      deadline: '2023-03-31',
      signatory: line(26),
      to: ['APT non-fellowship Members', 'P.R. China', 'India', 'Thailand', 'Associate Members', 'Affiliate Members'],
      cc: ['Afghanistan', 'Bhutan', 'Cambodia', 'Kiribati', 'Malaysia', 'Pakistan'],
      enclosures: [line(31), line(33), line(35)],
    });
  });

  test('ten rows of the summary over twelve lines', () => {
    expect(record.summary.map((row) => [row.number, row.country, row.line])).toEqual([
      [1, 'Afghanistan', 98],
      [2, 'Afghanistan', 99],
      [3, 'Bhutan', 100],
      [4, 'Cambodia', 101],
      [5, 'Cambodia', 102],
      [6, 'Kiribati', 103],
      [7, 'Kiribati', 104],
      [8, 'Malaysia', 105],
      [9, 'Pakistan', 106],
      [10, 'Pakistan', 108],
    ]);
    expect(record.summary.map((row) => row.heading)).toEqual([
      ...Array<null>(8).fill(null),
      'Telecom Related',
      'Cyber Security Related',
    ]);
    expect(record.summary[8]!.title).toBe('Telecommunication Policy Clause 5.2: Licensing Framework');
    expect(record.summary[9]!.organisation).toBe('Ignite-National Technology Fund');
  });

  test('non-blank lines of the seven answers of the ten applications', () => {
    expect(applications.map((form) => Object.values(form.answers).map((answer) => answer.text.length))).toEqual([
      [2, 17, 1, 1, 1, 7, 1],
      [2, 1, 1, 1, 2, 7, 2],
      [2, 2, 1, 4, 5, 8, 5],
      [2, 4, 1, 1, 3, 4, 3],
      [3, 3, 1, 1, 4, 4, 2],
      [1, 1, 1, 1, 1, 4, 1],
      [1, 1, 2, 1, 1, 4, 1],
      [3, 1, 2, 1, 1, 7, 2],
      [1, 1, 1, 1, 3, 7, 1],
      [1, 1, 1, 1, 5, 7, 3],
    ]);
    expect(applications.map((form) => form.country.iso2)).toEqual([
      'AF',
      'AF',
      'BT',
      'KH',
      'KH',
      'KI',
      'KI',
      'MY',
      'PK',
      'PK',
    ]);
  });

  test('every non-blank line of the applications is placed', () => {
    const left = source.lines.filter(
      (line) => line.number >= 111 && line.number <= 548 && line.text.trim() !== '' && !placed.has(line.number),
    );
    expect(left).toEqual([]);
  });

  test('numbers are kept as printed and not trusted', () => {
    const numbers = applications.map((form) => Object.values(form.answers).map((answer) => answer.numberPrinted));
    expect(numbers[2]).toEqual([null, '1)', '2)', '3)', '5)', '6)', '7)']);
    expect(numbers[4]).toEqual(['8)', '9)', '10)', '11)', '12)', '13)', '14)']);
    expect(numbers[9]).toEqual(['1.', '2.', '3.', '4.', '5.', '6.', '7.']);
    expect(where('numbering-irregular')).toEqual([3, 5]);
  });

  test('expected outcomes: one given, nine unknown, three with a candidate', () => {
    expect(applications.map((form) => form.expectedOutcomes.state)).toEqual(
      applications.map((_, index) => (index === 2 ? 'given' : 'unknown')),
    );
    expect(at(3).expectedOutcomes.codes).toEqual([
      'awareness',
      'training',
      'analysis_report',
      'drafting_regulations',
      'policy_design',
    ]);
    expect(applications.map((form) => form.expectedOutcomes.candidate)).toEqual([
      null,
      ['awareness', 'training', 'analysis_report'],
      null,
      null,
      null,
      null,
      null,
      null,
      ['awareness'],
      ['training', 'systems'],
    ]);
    expect(where('ticks-lost')).toEqual([1, 2, 4, 5, 6, 7, 8, 9, 10]);
  });

  test('timelines', () => {
    expect(
      applications.map((form) =>
        form.timeline.map((when) => `${when.precision} ${when.from ?? '-'} ${when.to ?? '-'}`),
      ),
    ).toEqual([
      ['start-of-year 2023-01 -'],
      ['month 2023-04 2023-04', 'month 2023-05 2023-05'],
      [
        'month 2023-04 2023-04',
        'month 2023-06 2023-06',
        'month 2023-07 2023-08',
        'month 2023-09 2023-09',
        'month 2023-10 2023-10',
      ],
      ['month 2023-02 2023-04', 'month 2023-05 2023-05', 'month 2023-06 2023-06'],
      ['month 2023-02 2023-05', 'month 2023-06 2023-06'],
      ['asap - -'],
      ['asap - -'],
      ['onwards 2023-07 -', 'duration - -'],
      ['flexible - 2023-12'],
      ['month 2023-04 2023-04', 'month 2023-06 2023-06', 'month 2023-08 2023-08'],
    ]);
    expect(at(3).timeline[2]!.what).toMatch(/^APT Experts conduct data analysis/u);
  });

  test('findings that the design names', () => {
    expect(where('timeline-before-deadline')).toEqual([1, 4, 5]);
    expect(where('timeline-right-after-deadline')).toEqual([2, 3, 10]);
    expect(where('timeline-no-date')).toEqual([6, 7]);
    expect(where('many-asks')).toEqual([1]);
    expect(findings.find((one) => one.rule === 'many-asks')?.message).toContain('lists 15 items');
    expect(where('applicant-is-stakeholder')).toEqual([1]);
    expect(where('other-funder')).toEqual([6]);
    expect(where('earlier-work')).toEqual([7]);
    expect(where('applicants-linked')).toEqual([10]);
    expect(findings.filter((one) => one.rule === 'attachment-missing').map((one) => one.lines)).toEqual([[230, 230]]);
    expect(findings.filter((one) => one.rule === 'chapter-empty').map((one) => one.lines)).toEqual([[87, 87]]);
    expect(findings.filter((one) => one.rule === 'enclosure-not-found').map((one) => one.lines)).toEqual([[33, 33]]);
    expect(rows('summary-organisation-differs')).toEqual([6, 7, 9]);
    expect(rows('summary-title-differs')).toEqual([8]);
    expect(rows('summary-case-differs')).toEqual([4, 5, 6, 7]);
    expect(findings.some((one) => one.rule === 'copies-differ')).toBe(false);
  });

  test('the empty form for plans of assistance', () => {
    expect(record.assistancePlanForm?.fields.map((field) => field.number)).toEqual([
      '1.1',
      '1.2',
      '1.3',
      '1.4',
      '1.5',
      '2.1',
      '2.2',
      '3',
    ]);
    expect(record.assistancePlanForm?.expertRows).toBe(1);
  });

  test('each application in a file of its own is read the same', () => {
    const text = file('000').split('\n');
    for (const form of applications) {
      const alone = sourceOf(text.slice(form.lines[0] - 1, form.lines[1]).join('\n'));
      expect(missionApplicationRecogniser.suits(alone).score).toBe(0.9);
      const read = missionApplicationRecogniser.recognise(alone);
      expect(words(read.record)).toBe(words(form));
      expect(alone.lines.filter((line) => line.text.trim() !== '' && !read.placed.has(line.number))).toEqual([]);
    }
  });

  test('no address of the source is in the recognition', () => {
    const addresses = new Set(file('000').match(/[\w.-]+@[\w-]+(?:\.[\w-]+)+/gu));
    expect(addresses.size).toBe(1);
    for (const address of addresses) expect(JSON.stringify([record, findings])).not.toContain(address);
  });
});

describe.skipIf(names.length < 5)('real sources of other kinds (../shared is absent)', () => {
  test.each(['001', '002', '003', '004'])('%s is no call, no application, no plan of assistance', (start) => {
    const source = sourceOf(file(start));
    for (const recogniser of [missionCallRecogniser, missionApplicationRecogniser, assistancePlanRecogniser]) {
      expect(recogniser.suits(source).score).toBe(0);
    }
  });
});
