/** A mission from agreement to follow-up on a real database: who may do what, and what is kept. */
import { describe, expect, test } from 'vitest';
import { historyOf } from '#modules/access/server/index.ts';
import * as missions from '#modules/missions/server/index.ts';
import { useDatabase } from '../../src/testing/database.ts';
import { missionsIn, refusal } from './missions-made.ts';

const database = useDatabase();
const { ids, count, as, staff, opened, now, underWay } = missionsIn(database);

describe('opening', () => {
  test('parties, experts, costs and steps come from the request and the offer', async () => {
    const { mission } = await missions.mission(staff(), await opened());
    expect(mission).toMatchObject({
      beneficiary: ids.ministry,
      offerers: [ids.institute],
      country: 'FJ',
      stage: 'agreement',
    });
    expect(mission.parties.toSorted()).toEqual([ids.ministry, ids.institute].toSorted());
    expect(mission.details.experts.map(({ name }) => name)).toEqual(['Dr Elenoa Rarotu']);
    expect(mission.milestones.map(({ kind, on }) => [kind, on])).toEqual([['workshop', '2027-05']]);
    expect(mission.costs.plan).toHaveLength(1);
  });

  test('without an offer there is no mission', async () => {
    await opened();
    await expect(
      missions.openMission(staff(), { application: `request-${count.opened}`, offers: [], title: '' }),
    ).rejects.toMatchObject(refusal('no-offer'));
  });
});

describe('the agreement', () => {
  test('is made from the record, says what a blank means, and holds no way to reach anybody', async () => {
    const slug = await opened();
    await missions.writeAgreement(staff(), slug, await now(slug), '');
    const { shown } = await missions.agreement(as('member', ids.ministry), slug);
    const words = shown?.clauses.map(({ text }) => text).join('\n') ?? '';
    expect(words).toContain(
      '| Air fares | USD\u00a03,400.00 | the offering organisation | what the organiser should pay was left blank',
    );
    expect(words).toContain('Two lawyers come to Suva');
    expect(words).not.toContain('lina.moana');
    expect(words).toContain('Oceanic Communications Union, which runs the programme');
  });

  test('a change after a signature is a new version, with a reason, that says what differs', async () => {
    const slug = await opened();
    await missions.writeAgreement(staff(), slug, await now(slug), '');
    const signature = { party: ids.institute, name: 'The director', on: '2027-02-20' };
    await missions.signAgreement(as('expert', ids.institute), slug, await now(slug), signature);
    const change = { key: 'deliverables', text: 'Draft regulations and a commentary', reason: '' };
    await expect(missions.changeClause(staff(), slug, await now(slug), change)).rejects.toMatchObject(
      refusal('reason-missing'),
    );
    await missions.changeClause(staff(), slug, await now(slug), { ...change, reason: 'Wanted by Fiji' });
    const { shown, versions, differences } = await missions.agreement(staff(), slug);
    expect([shown?.number, shown?.signatures, versions.map(({ signed }) => signed)]).toEqual([2, [], [0, 1]]);
    expect(differences.map(({ key, words }) => [key, words.filter((one) => one.change !== 'same')])).toEqual([
      ['deliverables', [{ text: ' and a commentary', change: 'inserted' }]],
    ]);
    const first = await missions.agreement(staff(), slug, 1);
    expect(first.shown?.clauses.find(({ key }) => key === 'deliverables')?.text).toBe('Draft regulations');
  });

  test('each party signs for itself, and only all signatures let the mission be agreed', async () => {
    const slug = await opened();
    await missions.writeAgreement(staff(), slug, await now(slug), '');
    const forOther = { party: ids.ministry, name: 'The director', on: '2027-02-20' };
    await expect(
      missions.signAgreement(as('expert', ids.institute), slug, await now(slug), forOther),
    ).rejects.toMatchObject(refusal('not-allowed'));
    await expect(missions.moveMission(staff(), slug, await now(slug), 'agreed', '')).rejects.toMatchObject(
      refusal('not-ready'),
    );
  });

  test('as Word and PDF', async () => {
    const slug = await opened();
    await missions.writeAgreement(staff(), slug, await now(slug), '');
    const word = await missions.agreementFile(as('member', ids.ministry), slug, null, 'docx');
    expect(word.name).toMatch(/^Agreement Rules for warnings \d+ v1\.docx$/);
    expect(word.content.length).toBeGreaterThan(5000);
  });
});

test('steps: every change of date is kept with its reason; others are refused', async () => {
  const slug = await underWay();
  const expert = as('expert', ids.institute);
  await missions.moveMilestone(expert, slug, await now(slug), 'step-1', { to: '2027-06-10', reason: 'A cyclone' });
  await missions.moveMilestone(as('member', ids.ministry), slug, await now(slug), 'step-1', {
    to: '2027-07',
    reason: 'Elections',
  });
  const { mission } = await missions.mission(staff(), slug);
  expect(mission.milestones[0]?.moves.map(({ from, to, reason, by }) => [from, to, reason, by])).toEqual([
    ['2027-05', '2027-06-10', 'A cyclone', 'expert of the tests'],
    ['2027-06-10', '2027-07', 'Elections', 'member of the tests'],
  ]);
  const move = { to: '2027-08', reason: 'x' };
  await expect(missions.moveMilestone(expert, slug, 1, 'step-1', move)).rejects.toMatchObject(
    refusal('changed-meanwhile'),
  );
  await expect(
    missions.moveMilestone(as('member', ids.stranger), slug, mission.version, 'step-1', move),
  ).rejects.toMatchObject(refusal('not-found'));
  await expect(
    missions.moveMilestone(expert, slug, mission.version, 'step-1', { to: '2027-13', reason: 'x' }),
  ).rejects.toMatchObject(refusal('bad-step'));
  await expect(
    missions.addMilestone(as('member', ids.ministry), slug, mission.version, {
      kind: 'other',
      what: '',
      on: '2027-09',
    }),
  ).rejects.toMatchObject(refusal('not-allowed'));
  const told = (await historyOf(staff(), { kind: 'mission', id: mission.id })).map(({ action, note }) => [
    action,
    note,
  ]);
  expect(told).toContainEqual(['moved a step of', 'A cyclone']);
  expect(told).toContainEqual(['opened', null]);
});

test('the request goes with its mission', async () => {
  const slug = await underWay();
  const { application } = await missions.application(staff(), `request-${count.opened}`);
  expect(application.stage).toBe('in-mission');
  expect((await missions.mission(staff(), slug)).mission.stage).toBe('under-way');
});

const said = (text: string, shownTo = 'sides') => ({ scores: { fit: 4, usefulness: 2 }, text, shownTo });

describe('evaluation', () => {
  test('neither side reads the other before both have written; after that their own words stand', async () => {
    const slug = await underWay();
    const [member, expert] = [as('member', ids.ministry), as('expert', ids.institute)];
    await missions.askForEvaluation(staff(), slug, await now(slug), '2027-03-31');
    await missions.evaluate(member, slug, await now(slug), said('BAIT-OF-THE-MINISTRY'));
    const blind = await missions.evaluations(expert, slug);
    expect([JSON.stringify(blind).includes('BAIT'), blind.given, blind.open]).toEqual([false, [], false]);
    expect((await missions.evaluations(staff(), slug)).given).toHaveLength(1);
    await missions.evaluate(member, slug, await now(slug), said('BAIT-OF-THE-MINISTRY, changed'));
    await missions.evaluate(expert, slug, await now(slug), said('BAIT-OF-THE-INSTITUTE'));
    expect((await missions.evaluations(expert, slug)).given.map(({ text }) => text).toSorted()).toEqual([
      'BAIT-OF-THE-INSTITUTE',
      'BAIT-OF-THE-MINISTRY, changed',
    ]);
    await expect(missions.evaluate(expert, slug, await now(slug), said('other'))).rejects.toMatchObject(
      refusal('evaluation-over'),
    );
  });

  test('what is for the secretariat only stays there when the term has passed', async () => {
    const slug = await underWay();
    await missions.askForEvaluation(staff(), slug, await now(slug), '2027-03-31');
    await missions.evaluate(as('member', ids.ministry), slug, await now(slug), said('BAIT', 'secretariat'));
    expect((await missions.evaluations(as('expert', ids.institute, '2027-04-01'), slug)).given).toEqual([]);
    expect((await missions.evaluations(as('member', ids.ministry, '2027-04-01'), slug)).given).toHaveLength(1);
  });

  test('a cycle asks its own questions; what was given keeps the words it answered', async () => {
    const slug = await underWay();
    const { slug: cycleSlug } = (await missions.cycles(staff())).find(({ id }) => id === ids.cycle)!;
    await missions.changeEvaluationQuestions(staff(), cycleSlug, 0, [{ key: 'fit', question: 'Was it worth it?' }]);
    expect((await missions.evaluations(staff(), slug)).questions).toEqual([
      { key: 'fit', question: 'Was it worth it?' },
    ]);
    await expect(
      missions.changeEvaluationQuestions(staff(), cycleSlug, 0, [{ key: 'fit', question: 'Was it?' }]),
    ).rejects.toMatchObject(refusal('changed-meanwhile'));
  });
});

test('from the final report to what became of the advice a year later', async () => {
  const slug = await underWay();
  const expert = as('expert', ids.institute);
  await missions.addMilestone(expert, slug, await now(slug), { kind: 'final-report', what: '', on: '2027-03' });
  await expect(missions.moveMission(staff(), slug, await now(slug), 'reported', '')).rejects.toMatchObject(
    refusal('not-ready'),
  );
  await missions.doneMilestone(expert, slug, await now(slug), 'step-2', '2027-02-28');
  await missions.listAdvice(expert, slug, await now(slug), 'Name one body for warnings\n\nTest every month\n');
  await missions.recordPayment(expert, slug, await now(slug), {
    text: 'Air fares',
    planned: 'line-1',
    amount: { value: '3100.00', currency: 'USD' },
    on: '2027-02-27',
    payer: 'offerer',
    voucher: 'Invoice 7',
  });
  await missions.moveMission(staff(), slug, await now(slug), 'reported', '');
  await expect(missions.moveMission(staff(), slug, await now(slug), 'closed', 'Done')).rejects.toMatchObject({
    problem: { message: 'Still open: the costs are closed; both sides are asked for their evaluation.' },
  });
  await missions.closeCosts(staff(), slug, await now(slug), true);
  await missions.askForEvaluation(staff(), slug, await now(slug), '2027-03-31');
  await missions.moveMission(staff(), slug, await now(slug), 'closed', 'Went well');
  expect((await missions.application(staff(), `request-${count.opened}`)).application.stage).toBe('completed');

  const later = as('member', ids.ministry, '2028-02-20');
  const due = (await missions.duties(later, slug)).filter(({ kind }) => kind === 'follow-up');
  expect(due.map(({ due, mine, overdue }) => [due, mine, overdue])).toEqual([['2028-02-28', true, false]]);
  const reply = { id: 'advice-1', state: 'partly', words: 'A decree names it', evidence: 'https://example.int/decree' };
  await missions.answerAdvice(later, slug, await now(slug), reply);
  await expect(
    missions.answerAdvice(later, slug, await now(slug), { ...reply, id: 'advice-2', evidence: 'javascript:alert(1)' }),
  ).rejects.toMatchObject(refusal('bad-advice'));
  await expect(missions.answerAdvice(as('expert', ids.institute), slug, await now(slug), reply)).rejects.toMatchObject(
    refusal('not-allowed'),
  );
  // A list that is written again keeps what was answered.
  await missions.listAdvice(staff('2028-03-01'), slug, await now(slug), 'Test every week');
  const { followUp } = (await missions.mission(staff(), slug)).mission;
  expect(followUp.advice.map(({ text, state }) => [text, state])).toEqual([
    ['Name one body for warnings', 'partly'],
    ['Test every week', null],
  ]);
});
