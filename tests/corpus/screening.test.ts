/** Screening of the requests of a real call, against what people found in them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { linesOf } from '#formats/document/index.ts';
import { readText } from '#formats/text/reader.ts';
import {
  contentOfReading,
  missionCallRecogniser,
  screen,
  usualApplicationForm,
  type Screened,
} from '#modules/missions/index.ts';

const folder = new URL('../../../shared/sources/', import.meta.url);
const names = existsSync(folder) ? readdirSync(folder) : [];
const file = names.find((name) => name.startsWith('000') && name.endsWith('.txt'));

describe.skipIf(file === undefined)('screening of the call of 2023 (../shared is absent)', () => {
  const document = readText(file === undefined ? 'absent' : readFileSync(new URL(file, folder), 'utf8'), 'source.txt');
  const { record } = missionCallRecogniser.recognise({ document, lines: linesOf(document) });
  const source = '00000000-0000-7000-8000-000000000000';
  const contents = record.applications.map((application) => contentOfReading(application, source));
  const screened = contents.map((content, at): Screened => ({
    id: String(at),
    content,
    form: usualApplicationForm(record.programme),
    attachments: 0,
    deadlines: { survey: null, applications: null, offers: '2023-03-31', completion: '2023-12' },
    row: record.summary[at] ?? null,
    others: contents
      .map(({ organisation, title }, id) => ({
        id: String(id),
        organisation,
        inSummary: record.summary[id]?.organisation ?? null,
        title,
      }))
      .filter(({ id }) => id !== String(at)),
  }));
  const findings = screened.map((one) => screen(one));
  const where = (rule: string, field?: string): number[] =>
    findings.flatMap((all, at) =>
      all.some((one) => one.rule === rule && (field === undefined || one.fields.includes(field))) ? [at + 1] : [],
    );

  test.each([
    ['timeline-no-date', [6, 7]],
    ['timeline-before-deadline', [1, 4, 5]],
    ['timeline-right-after-deadline', [2, 3, 10]],
    ['timeline-after-completion', []],
    ['many-asks', [1]],
    ['attachment-missing', [3]],
    ['applicant-is-stakeholder', [1]],
    ['applicants-linked', [10]],
    ['ticks-lost', [1, 2, 4, 5, 6, 7, 8, 9, 10]],
    ['answer-missing', []],
    ['head-incomplete', []],
  ])('%s', (rule, applications) => {
    expect(where(rule)).toEqual(applications);
  });

  test('summary against forms', () => {
    expect(where('summary-differs', 'organisation')).toEqual([6, 7, 9]);
    expect(where('summary-differs', 'title')).toEqual([8]);
    expect(where('summary-capitals-differ')).toEqual([4, 5, 6, 7]);
  });

  test('clauses cited, and others who pay', () => {
    expect(where('cites')).toContain(9);
    expect(where('other-funder')).toEqual([6]);
    expect(where('earlier-work')).toEqual([7]);
    for (const all of findings) for (const { text } of all) expect(text).not.toContain('undefined');
  });
});
