/** Requests of the call of 2023 against what organisations told in 2023, beside the judgement of a reader. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { linesOf } from '#formats/document/index.ts';
import { readText } from '#formats/text/reader.ts';
import {
  candidateOfActivity,
  contentOfReading,
  mayBeProposed,
  missionCallRecogniser,
  needOf,
  partsOf,
  rank,
  rarityOf,
  usualApplicationForm,
  usualSettings,
  type Candidate,
  type Match,
  type Need,
} from '#modules/missions/index.ts';
import { meetingReportRecogniser } from '#modules/partners/index.ts';
import type { MeetingRecord, MissionCallRecord } from '#kernel/reading/index.ts';
import { given, quotedIn, touches, without } from '../properties/passages.ts';
import { readExamples } from './example-readings.ts';
import { judged } from './matching-judged.ts';

const folder = new URL('../../../shared/sources/', import.meta.url);
const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : [];
const sourceOf = (start: string) => {
  const name = names.find((one) => one.startsWith(start));
  if (name === undefined) return null;
  const document = readText(readFileSync(new URL(name, folder), 'utf8'), 'source.txt');
  return { document, lines: linesOf(document) };
};
const [call, report] = [sourceOf('000'), sourceOf('002')];

/** Takes the quoted passages out of both sides of every pair, part by part. @returns how many parts gave points */
function faithfulIn(needs: readonly Need[], candidates: readonly Candidate[]): number {
  const rarity = rarityOf([...needs, ...candidates]);
  const { weights } = usualSettings('The Union');
  let shown = 0;
  for (const need of needs) {
    for (const candidate of candidates) {
      for (const part of partsOf(need, candidate, weights, rarity).filter((one) => given(one) > 0)) {
        shown++;
        const bare = partsOf(
          { ...need, fields: without(need.fields, touches(quotedIn(part, 'need'))) },
          { ...candidate, fields: without(candidate.fields, touches(quotedIn(part, 'candidate'))) },
          weights,
          rarity,
        ).find((one) => one.part === part.part)!;
        expect(given(bare)).toBe(0);
      }
    }
  }
  return shown;
}

test('examples: without the quoted passages a part gives nothing', async () => {
  const read = await readExamples();
  const needs = read.flatMap((one) =>
    one.kind === 'mission-call' ? needsOf((one.record as MissionCallRecord).applications) : [],
  );
  const activities = read.flatMap((one) =>
    one.kind === 'meeting-report' ? candidatesOf((one.record as MeetingRecord).activities) : [],
  );
  expect([needs.length, activities.length].filter((many) => many === 0)).toEqual([]);
  expect(faithfulIn(needs, activities)).toBeGreaterThan(10);
});

const form = usualApplicationForm('Mission');
const needsOf = (applications: MissionCallRecord['applications']): Need[] =>
  applications.map((record, at) =>
    needOf({
      id: String(at + 1),
      address: '',
      organisation: null,
      organisationNames: [],
      content: contentOfReading(record, 'source'),
      form,
    }),
  );
const candidatesOf = (activities: MeetingRecord['activities']): Candidate[] =>
  activities.map((one) => candidateOfActivity({ ...one, id: one.key, words: one.text, address: '' }));

/** How the reader judged a match of a request. */
const gradeOf = (request: number, { candidate }: Match): number =>
  judged.find(([one, activity]) => one === request && activity === candidate.id)?.[2] ?? 0;

describe.skipIf(call === null || report === null)('real sources (../shared is absent)', () => {
  const needs = needsOf(call === null ? [] : missionCallRecogniser.recognise(call).record.applications);
  const activities = candidatesOf(report === null ? [] : meetingReportRecogniser.recognise(report).record.activities);
  const rankings = rank(needs, activities, usualSettings('The Union').weights, {
    nationalsBarred: true,
    profileMonths: 12,
    ceiling: null,
    today: '2023-03-13',
  });
  const proposed = rankings.map(({ matches }, at) =>
    matches
      .filter(mayBeProposed)
      .slice(0, 3)
      .map((match) => gradeOf(at + 1, match)),
  );

  test('every request gets something, and where the best that a reader found stands', () => {
    expect(needs).toHaveLength(10);
    expect(proposed.filter((grades) => grades.length === 0)).toEqual([]);
    const best = proposed.filter((grades, at) =>
      grades.includes(Math.max(...judged.filter(([one]) => one === at + 1).map(([, , grade]) => grade))),
    );
    expect(best.length).toBeGreaterThanOrEqual(9);
  });

  test('useful among the first three, and in the first place', () => {
    // docs/matching.md says what these figures are worth.
    expect(proposed.flat().length).toBeLessThanOrEqual(27);
    expect(proposed.flat().filter((grade) => grade > 0).length).toBeGreaterThanOrEqual(12);
    expect(proposed.filter(([first]) => first !== undefined && first > 0).length).toBeGreaterThanOrEqual(8);
  });

  test('every quote stands in the source', () => {
    for (const { parts, need, candidate } of rankings.flatMap(({ matches }) => matches)) {
      for (const reason of parts.flatMap((part) => part.reasons)) {
        for (const [thing, passages] of [
          [need, reason.need],
          [candidate, reason.candidate],
        ] as const) {
          for (const { field, from, to, quote } of passages) {
            expect(thing.fields.find(({ key }) => key === field)?.text.slice(from, to)).toBe(quote);
          }
        }
      }
    }
  });

  test('without the quoted passages a part gives nothing', () => {
    expect(faithfulIn(needs, activities)).toBeGreaterThan(100);
  });
});
