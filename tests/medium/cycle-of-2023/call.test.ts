/** The call of 2023 as it enters: letter, summary, question 6, what screening finds, and the question about lost ticks. */
import { beforeAll, describe, expect, test } from 'vitest';
import * as missions from '#modules/missions/server/index.ts';
import { openMessages } from '#modules/post/server/index.ts';
import { letterList } from '../../../src/routes/letter-lists.ts';
import { useDatabase } from '../../../src/testing/database.ts';
import { bringIn, isThere, looksAt, requests, slug } from './play.ts';

const database = useDatabase();
const as = looksAt(database);
const staff = (day = '2023-02-20') => as('secretariat', null, day);

/** The requests by number in which a rule found something. */
async function found(rule: string): Promise<number[]> {
  const all = await missions.screening(staff(), slug);
  return all.requests
    .filter(({ findings }) => findings.some((one) => one.rule === rule))
    .map(({ application }) => application.position)
    .toSorted((one, other) => one - other);
}

describe.skipIf(!isThere)('the call of 2023 (../shared is absent)', () => {
  beforeAll(() => bringIn(staff('2023-02-06')), 60_000);

  test('ten requests with country and title stand in circulation', async () => {
    const all = await requests(staff());
    expect(all.map(({ country }) => country)).toEqual(['AF', 'AF', 'BT', 'KH', 'KH', 'KI', 'KI', 'MY', 'PK', 'PK']);
    expect(
      all.every(({ title, organisation, stage }) => title !== '' && organisation !== null && stage === 'circulated'),
    ).toBe(true);
    expect(new Set(all.map(({ title }) => title)).size).toBe(10);
  });

  test('its letter stands with the call, of its day and with whom it names; offers are awaited until 31 March', async () => {
    const cycle = await missions.cycle(staff(), slug);
    const { frame, id } = await missions.call(staff(), slug);
    expect(cycle.call).toBe(id);
    expect(frame.letter?.date).toBe('2023-02-20');
    expect(frame.letter?.reference).toMatch(/^APT\/.*2023/);
    expect(frame.letter?.to).toHaveLength(6);
    expect(frame.letter?.cc).toEqual(['Afghanistan', 'Bhutan', 'Cambodia', 'Kiribati', 'Malaysia', 'Pakistan']);
    expect(frame.letter?.enclosures).toHaveLength(3);
    expect(frame.letter?.deadline).toBe('2023-03-31');
    expect(cycle.settings.deadlines.offers).toBe('2023-03-31');
    const listed = await letterList.rows(staff());
    expect(listed.map(({ address, state, date }) => [address, state, date])).toEqual([
      [`/missions/calls/${slug}`, 'sent', '2023-02-20'],
    ]);
  });

  test('the summary differs from the forms in eight places, and each is reported', async () => {
    const { rows } = await missions.summaryTable(staff(), slug);
    const differing = (part: 'country' | 'organisation' | 'title'): number[] =>
      rows.filter((row) => row[part] !== row.form[part]).map(({ number }) => number);
    expect([differing('organisation'), differing('title'), differing('country')]).toEqual([
      [6, 7, 9],
      [8],
      [4, 5, 6, 7],
    ]);
    const all = await missions.screening(staff(), slug);
    const reported = all.requests.flatMap(({ application, findings }) =>
      findings
        .filter(({ rule }) => rule.startsWith('summary-'))
        .map(({ rule, fields }) => `${application.position} ${rule} ${fields.join()}`),
    );
    expect(reported.toSorted()).toEqual([
      '4 summary-capitals-differ country',
      '5 summary-capitals-differ country',
      '6 summary-capitals-differ country',
      '6 summary-differs organisation',
      '7 summary-capitals-differ country',
      '7 summary-differs organisation',
      '8 summary-differs title',
      '9 summary-differs organisation',
    ]);
    expect(rows.map(({ sameCountry }) => sameCountry)).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => [2, 5, 7, 10].includes(n)),
    );
    expect(rows.flatMap(({ number, heading }) => (heading === null ? [] : [number]))).toEqual([9, 10]);
  });

  test('question 6: given once, unknown nine times, of which three have a candidate', async () => {
    const answers = (await requests(staff())).map(({ content }) => content.answers['expected_outcomes']);
    expect(answers.map((answer) => answer?.state)).toEqual(
      answers.map((_, index) => (index === 2 ? 'given' : 'unknown')),
    );
    expect(answers[2]?.chosen).toEqual([
      'awareness',
      'training',
      'analysis_report',
      'drafting_regulations',
      'policy_design',
    ]);
    expect(
      answers.flatMap((answer, index) =>
        (answer?.candidate ?? null) === null ? [] : [[index + 1, answer?.candidate]],
      ),
    ).toEqual([
      [2, ['awareness', 'training', 'analysis_report']],
      [9, ['awareness']],
      [10, ['training', 'systems']],
    ]);
    expect(answers.filter((answer) => answer?.state === 'unknown').every((answer) => answer?.chosen.length === 0)).toBe(
      true,
    );
  });

  test('screening finds what a person finds', async () => {
    expect({
      noDate: await found('timeline-no-date'),
      beforeTheDeadline: await found('timeline-before-deadline'),
      monthRightAfter: await found('timeline-right-after-deadline'),
      manyAsks: await found('many-asks'),
      attachment: await found('attachment-missing'),
      ownStakeholder: await found('applicant-is-stakeholder'),
      otherFunders: [...(await found('other-funder')), ...(await found('earlier-work'))],
      linked: await found('applicants-linked'),
      ticksLost: await found('ticks-lost'),
    }).toEqual({
      noDate: [6, 7],
      beforeTheDeadline: [1, 4, 5],
      monthRightAfter: [2, 3, 10],
      manyAsks: [1],
      attachment: [3],
      ownStakeholder: [1],
      otherFunders: [6, 7],
      linked: [10],
      ticksLost: [1, 2, 4, 5, 6, 7, 8, 9, 10],
    });
    const first = await missions.screeningOf(staff(), `${slug}-1-afghanistan`);
    expect(first.findings.find(({ rule }) => rule === 'many-asks')?.text).toContain('15');
  });

  test('an applicant whose ticks were lost is asked, with what is guessed; it answers, and nobody else reads it', async () => {
    const [, , , , , , , , , tenth] = await requests(staff());
    const { findings } = await missions.screeningOf(staff(), tenth?.slug ?? '');
    const lost = findings.find(({ rule }) => rule === 'ticks-lost');
    expect(lost?.ask).toMatch(/Training/);
    await missions.askApplicant(staff(), tenth?.slug ?? '', tenth?.version ?? 0, lost?.ask ?? '', [lost?.key ?? '']);
    const applicant = as('member', tenth?.organisation ?? null, '2023-02-22');
    const asked = await missions.questions(applicant, tenth?.slug ?? '');
    expect(asked.questions.map(({ text, answer }) => [text === lost?.ask, answer])).toEqual([[true, null]]);
    await missions.answerQuestion(applicant, tenth?.slug ?? '', asked.questions[0]?.id ?? '', 'Training and systems.');
    const { questions, application } = await missions.screeningOf(staff(), tenth?.slug ?? '');
    expect(questions[0]).toMatchObject({ answer: 'Training and systems.', answeredBy: 'member of the tests' });
    // The form stays as it came until somebody changes it: an answer is no tick.
    expect(application.content.answers['expected_outcomes']?.state).toBe('unknown');
    const other = as('member', (await requests(staff()))[0]?.organisation ?? null, '2023-02-22');
    await expect(missions.questions(other, tenth?.slug ?? '')).rejects.toMatchObject({
      problem: { code: 'not-found' },
    });
    expect(await openMessages(staff(), { kind: 'application', id: tenth?.id ?? '' })).toHaveLength(1);
  });

  test('the papers of the circulation are made, in Word and as PDF', async () => {
    for (const format of ['docx', 'pdf'] as const) {
      for (const paper of [missions.summaryFile, missions.requestsFile, missions.introductionFile]) {
        expect((await paper(staff(), slug, format)).content.length).toBeGreaterThan(2000);
      }
    }
  }, 60_000);
});
