/** What became of the requests of 2023: coordination, choice, agreement, steps, costs, report, evaluation, advice. */
import { beforeAll, describe, expect, test } from 'vitest';
import { readDocx } from '#formats/docx/index.ts';
import { linesOf } from '#formats/document/index.ts';
import { historyOf } from '#modules/access/server/index.ts';
import * as missions from '#modules/missions/server/index.ts';
import { useDatabase } from '../../../src/testing/database.ts';
import { offers } from './people.ts';
import {
  bringIn,
  circulation,
  enterMembers,
  isThere,
  looksAt,
  offerInBrowser,
  offerInWord,
  requests,
  slug,
  versionOfOffer,
} from './play.ts';

const database = useDatabase();
const as = looksAt(database);
const staff = (day: string) => as('secretariat', null, day);
const now = async (mission: string): Promise<number> =>
  (await missions.mission(staff('2023-06-01'), mission)).mission.version;
const seen = {
  ids: new Map<string, string>(),
  ninth: '',
  tenth: '',
  third: '',
  offers: { blank: '', travel: '', word: '' },
  closed: '',
  underWay: '',
  blind: [] as number[],
  open: [] as number[],
  early: null as unknown,
};
const idOf = (name: string): string => seen.ids.get(name) ?? '';
const beneficiaryOf = async (request: string): Promise<string | null> =>
  (await missions.application(staff('2023-04-01'), request)).application.organisation;

/** The words of a Word file, line by line. */
const textOf = (bytes: Uint8Array): string =>
  linesOf(readDocx(bytes, 'paper.docx'))
    .map(({ text }) => text)
    .join('\n');

/** The organiser agrees on who bears what. */
async function coordinate(offer: string): Promise<void> {
  const day = staff('2023-04-10');
  await missions.moveOffer(day, offer, await versionOfOffer(day, offer), 'coordination');
  await missions.noteOnOffer(day, offer, { words: 'The scope is settled by video.' });
  await missions.agreeAsItStands(day, offer, await versionOfOffer(day, offer));
}

/** The administration answers for itself. */
async function answer(request: string, offer: string, said: 'chosen' | 'declined', reason: string): Promise<void> {
  const beneficiary = as('member', await beneficiaryOf(request), '2023-04-24');
  const { application } = await missions.applicationAtWork(beneficiary, request);
  await missions.answerOffer(beneficiary, request, {
    offer,
    version: application.version,
    offerVersion: await versionOfOffer(beneficiary, offer),
    answer: said,
    reason,
    letter: '',
  });
}

/** From the choice to the signatures of all three. */
async function agree(request: string, offer: string, end: string): Promise<string> {
  const day = staff('2023-05-08');
  const mission = await missions.openMission(day, { application: request, offers: [offer], title: '' });
  const { mission: opened } = await missions.mission(day, mission);
  const { offerers: _, reason: __, ...details } = opened.details;
  const entered = { ...details, start: '2023-06-01', end, title: opened.title };
  await missions.describeMission(day, mission, opened.version, entered);
  await missions.writeAgreement(day, mission, await now(mission), '');
  for (const party of [opened.beneficiary, ...opened.offerers, 'organiser']) {
    const signed = { party: party ?? '', name: 'For the party', on: '2023-05-15' };
    await missions.signAgreement(staff('2023-05-15'), mission, await now(mission), signed);
  }
  await missions.moveMission(staff('2023-05-15'), mission, await now(mission), 'agreed', '');
  await missions.moveMission(staff('2023-06-01'), mission, await now(mission), 'under-way', '');
  return mission;
}

async function carryOut(mission: string): Promise<void> {
  const { mission: begun } = await missions.mission(staff('2023-06-01'), mission);
  const workshop = begun.milestones.find(({ kind }) => kind === 'workshop');
  const words = { to: '2023-08-14', reason: 'The hearing took longer.' };
  await missions.moveMilestone(staff('2023-07-03'), mission, await now(mission), workshop?.id ?? '', words);
  for (const { id } of begun.milestones) {
    await missions.doneMilestone(staff('2023-09-29'), mission, await now(mission), id, '2023-09-29');
  }
  await missions.recordPayment(staff('2023-09-29'), mission, await now(mission), {
    text: 'Travel as billed',
    planned: 'line-1',
    amount: { value: '2950.50', currency: 'USD' },
    on: '2023-09-20',
    payer: 'organiser',
    voucher: '2023/88',
  });
  const report = begun.milestones.find(({ kind }) => kind === 'final-report');
  await missions.attachDocument(
    as('expert', idOf(offers.travel.by), '2023-09-29'),
    mission,
    { name: 'Final report.txt', bytes: new TextEncoder().encode('The report.'), media: 'text/plain', note: '' },
    { milestone: report?.id ?? null, shown: 'parties' },
  );
  const advice = 'Grant one licence for all services.\nPublish the terms of all licences.';
  await missions.listAdvice(staff('2023-09-29'), mission, await now(mission), advice);
  await missions.moveMission(staff('2023-09-29'), mission, await now(mission), 'reported', '');
}

async function evaluateBlind(mission: string): Promise<void> {
  await missions.askForEvaluation(staff('2023-10-02'), mission, await now(mission), '2023-11-30');
  const beneficiary = as('member', await beneficiaryOf(seen.ninth), '2023-10-16');
  const offerer = as('expert', idOf(offers.travel.by), '2023-10-17');
  const scores = { preparation: 4, expertise: 5, fit: 4, cooperation: 5, usefulness: 5 };
  const entered = { scores, text: 'Well done.', shownTo: 'sides' };
  await missions.evaluate(beneficiary, mission, await now(mission), entered);
  seen.blind = [
    (await missions.evaluations(offerer, mission)).given.length,
    (await missions.evaluations(beneficiary, mission)).given.length,
  ];
  await missions.evaluate(offerer, mission, await now(mission), entered);
  seen.open = [
    (await missions.evaluations(offerer, mission)).given.length,
    (await missions.evaluations(beneficiary, mission)).given.length,
  ];
}

describe.skipIf(!isThere)('the missions of 2023 (../shared is absent)', () => {
  beforeAll(async () => {
    await bringIn(staff('2023-02-06'));
    seen.ids = await enterMembers(staff('2023-02-07'), []);
    const content = await circulation(staff('2023-02-20'), []);
    const wanted = { kind: 'circulation', cycle: slug, repliesTo: null, content } as const;
    const letter = await missions.writeLetter(staff('2023-02-20'), wanted);
    await missions.settleLetter(staff('2023-02-20'), letter, 1, 'cleared');
    await missions.sendLetter(staff('2023-02-20'), letter, 2, { enclosed: [], withoutUndecided: true });
    const all = await requests(staff('2023-03-01'));
    [seen.third, seen.ninth, seen.tenth] = [3, 9, 10].map((number) => all[number - 1]?.slug ?? '') as [
      string,
      string,
      string,
    ];
    const by = (name: string) => as('expert', idOf(name), '2023-03-24');
    seen.offers = {
      blank: await offerInBrowser(by(offers.blank.by), seen.tenth, offers.blank),
      travel: await offerInBrowser(by(offers.travel.by), seen.ninth, offers.travel),
      word: (await offerInWord(by(offers.word.by), seen.third)).offer,
    };
    for (const offer of Object.values(seen.offers)) await coordinate(offer);
    await answer(seen.ninth, seen.offers.travel, 'chosen', '');
    await answer(seen.tenth, seen.offers.blank, 'chosen', '');
    await answer(seen.third, seen.offers.word, 'declined', 'The ministry reviews the policy itself this year.');
    seen.closed = await agree(seen.ninth, seen.offers.travel, '2023-09-30');
    seen.underWay = await agree(seen.tenth, seen.offers.blank, '2023-12-15');
    await carryOut(seen.closed);
    await evaluateBlind(seen.closed);
    seen.early = await missions
      .moveMission(staff('2023-12-04'), seen.closed, await now(seen.closed), 'closed', 'All is done.')
      .catch((refusal: unknown) => refusal);
    await missions.closeCosts(staff('2023-12-04'), seen.closed, await now(seen.closed), true);
    await missions.moveMission(staff('2023-12-04'), seen.closed, await now(seen.closed), 'closed', 'All is done.');
    const beneficiary = as('member', await beneficiaryOf(seen.ninth), '2024-12-02');
    const adopted = { id: 'advice-1', state: 'adopted', words: 'In force since July.', evidence: '' };
    await missions.answerAdvice(beneficiary, seen.closed, await now(seen.closed), adopted);
  }, 120_000);

  test('the requests stand where their offers and missions brought them', async () => {
    const stages = (await requests(staff('2023-12-05'))).map(({ stage }) => stage);
    expect(stages).toEqual([...Array<string>(8).fill('circulated'), 'completed', 'in-mission']);
  });

  test('the beneficiary chose, and said why it did not want the third', async () => {
    const { offers: compared } = await missions.offersFor(staff('2023-05-01'), seen.third);
    expect(compared.map(({ answer: said }) => [said?.answer, said?.reason])).toEqual([
      ['declined', 'The ministry reviews the policy itself this year.'],
    ]);
    const { offers: chosen } = await missions.offersFor(staff('2023-05-01'), seen.ninth);
    expect(chosen.map(({ view, answer: said }) => [view.offer.stage, said?.answer])).toEqual([['agreed', 'chosen']]);
  });

  test('the agreement is signed by three, says who bears the travel, and is a Word file', async () => {
    const { shown } = await missions.agreement(staff('2023-05-16'), seen.closed);
    expect(shown?.signatures.map(({ on }) => on)).toEqual(['2023-05-15', '2023-05-15', '2023-05-15']);
    const file = await missions.agreementFile(staff('2023-05-16'), seen.closed, 1, 'docx');
    expect(textOf(file.content)).toContain('One return flight and five nights');
  });

  test('the workshop was moved once, with its reason; all steps are done', async () => {
    const { mission } = await missions.mission(staff('2023-10-01'), seen.closed);
    const workshop = mission.milestones.find(({ kind }) => kind === 'workshop');
    expect(workshop?.moves.map(({ to, reason }) => [to, reason])).toEqual([['2023-08-14', 'The hearing took longer.']]);
    expect(mission.milestones.every(({ doneOn }) => doneOn === '2023-09-29')).toBe(true);
    const entries = await historyOf(staff('2023-10-01'), { kind: 'mission', id: mission.id });
    expect(entries.some(({ note }) => note === 'The hearing took longer.')).toBe(true);
  });

  test('what was paid stands beside what was planned', async () => {
    const { mission } = await missions.mission(staff('2023-12-05'), seen.closed);
    expect(mission.costs.closed).toBe(true);
    expect(mission.costs.plan.map(({ amount }) => amount)).toEqual([{ value: '3100', currency: 'USD' }]);
    expect(mission.costs.paid.map(({ amount, planned }) => [amount, planned])).toEqual([
      [{ value: '2950.50', currency: 'USD' }, 'line-1'],
    ]);
    const { mission: other } = await missions.mission(staff('2023-12-05'), seen.underWay);
    expect(other.costs.plan[0]?.payers.map(({ who, share }) => [who, share])).toEqual(
      expect.arrayContaining([['offerer', 10_000]]),
    );
  });

  test('the final report is there for the two sides, and for nobody else', async () => {
    const names = async (role: 'member' | 'expert', organisation: string | null): Promise<string[]> =>
      (await missions.missionDocuments(as(role, organisation, '2023-10-02'), seen.closed)).map(({ name }) => name);
    expect(await names('member', await beneficiaryOf(seen.ninth))).toEqual(['Final report.txt']);
    expect(await names('expert', idOf(offers.travel.by))).toEqual(['Final report.txt']);
    await expect(names('expert', idOf(offers.word.by))).rejects.toMatchObject({ problem: { code: 'not-found' } });
  });

  test('each side evaluated without reading the other; then both read both', () => {
    expect(seen.blind).toEqual([0, 1]);
    expect(seen.open).toEqual([2, 2]);
  });

  test('it is not closed before its costs are, and keeps what became of the advice', async () => {
    expect(seen.early).toMatchObject({ problem: { code: 'not-ready' } });
    const { mission } = await missions.mission(staff('2024-12-03'), seen.closed);
    expect([mission.stage, mission.closing?.on]).toEqual(['closed', '2023-12-04']);
    expect(mission.followUp.advice.map(({ state, words }) => [state, words])).toEqual([
      ['adopted', 'In force since July.'],
      [null, ''],
    ]);
  });

  test('the report to the governing body counts ten requests, three offers and two missions', async () => {
    const report = await missions.cycleReportFile(staff('2023-12-11'), slug, 'docx');
    const text = textOf(report.content);
    expect(text).toMatch(/\b(10|ten) requests/i);
    expect(text).toMatch(/\b(3|three) offers/i);
    expect(text).toMatch(/\b(2|two) missions/i);
    expect((await missions.cycleReportFile(staff('2023-12-11'), slug, 'pdf')).content.length).toBeGreaterThan(2000);
  });
});
