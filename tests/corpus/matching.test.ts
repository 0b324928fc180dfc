/** Requests of the call of 2023 against what organisations told in 2023, beside the judgement of a reader. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { linesOf } from '#formats/document/index.ts';
import { readText } from '#formats/text/reader.ts';
import {
  candidateOfActivity,
  contentOfReading,
  missionCallRecogniser,
  needOf,
  rank,
  usualApplicationForm,
  usualSettings,
  type Match,
} from '#modules/missions/index.ts';
import { meetingReportRecogniser } from '#modules/partners/index.ts';
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

describe.skipIf(call === null || report === null)('real sources (../shared is absent)', () => {
  const form = usualApplicationForm('Mission');
  const needs = (call === null ? [] : missionCallRecogniser.recognise(call).record.applications).map((record, at) =>
    needOf({ id: String(at + 1), address: '', organisation: null, content: contentOfReading(record, 'source'), form }),
  );
  const activities = (report === null ? [] : meetingReportRecogniser.recognise(report).record.activities).map((one) =>
    candidateOfActivity({ ...one, id: one.key, words: one.text, address: '' }),
  );
  const rankings = rank(needs, activities, usualSettings('The Union').weights, {
    nationalsBarred: true,
    profileMonths: 12,
    ceiling: null,
    today: '2023-03-13',
  });
  const grade = (request: number, { candidate }: Match): number =>
    judged.find(([one, activity]) => one === request && activity === candidate.id)?.[2] ?? 0;

  test('what stands among the first three', () => {
    const shown = rankings.map(({ matches }, at) => ({
      request: at + 1,
      first: matches
        .filter(({ parts }) => parts[0]!.points > 0)
        .slice(0, 3)
        .map((match) => ({ match, grade: grade(at + 1, match) })),
    }));
    if (process.env['SHOW_MATCHES'] !== undefined) {
      for (const { request, first } of shown) {
        console.log(
          request,
          first.map(({ match, grade }) => `${match.candidate.id} ${match.score} [${grade}] ${match.parts.map((p) => p.points).join('+')} ${match.parts[0]!.reasons.map((r) => `${r.points}:${r.need[0]!.quote}/${r.candidate[0]!.quote}`).join(' ; ')}`),
        );
      }
    }
    const all = shown.flatMap(({ first }) => first);
    const useful = all.filter(({ grade }) => grade > 0).length;
    const best = shown.filter(({ request, first }) => {
      const most = Math.max(0, ...judged.filter(([one]) => one === request).map(([, , to]) => to));
      return first.some(({ grade }) => grade === most);
    }).length;
    console.log({ shown: all.length, useful, best });
    expect(needs).toHaveLength(10);
  });
});
