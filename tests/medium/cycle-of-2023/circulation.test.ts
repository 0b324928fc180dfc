/** The call of 2023 goes out, invented organisations offer help, and matching and assignment look at all of it. */
import { beforeAll, describe, expect, test } from 'vitest';
import * as missions from '#modules/missions/server/index.ts';
import { clearMessages, markSentByHand, messagesOfBatch } from '#modules/post/server/index.ts';
import { useDatabase } from '../../../src/testing/database.ts';
import { experts, former, offers, others } from './people.ts';
import {
  bringIn,
  circulation,
  enterExperts,
  enterMembers,
  isThere,
  looksAt,
  offerInBrowser,
  offerInWord,
  requests,
  slug,
} from './play.ts';

const database = useDatabase();
const as = looksAt(database);
const staff = (day = '2023-04-03') => as('secretariat', null, day);
const seen = {
  ids: new Map<string, string>(),
  named: [] as string[],
  letter: '',
  batch: '',
  refusedFirst: null as unknown,
  offers: { blank: '', travel: '', word: '' },
  taken: [] as string[],
};
const idOf = (name: string): string => seen.ids.get(name) ?? '';
const offerer = (name: string, day: string) => as('expert', idOf(name), day);
const request = async (number: number): Promise<string> => (await requests(staff()))[number - 1]?.slug ?? '';

describe.skipIf(!isThere)('the circulation of 2023 (../shared is absent)', () => {
  beforeAll(async () => {
    await bringIn(staff('2023-02-06'));
    const { frame } = await missions.call(staff(), slug);
    seen.named = (frame.letter?.to ?? []).filter((text) => !/members/i.test(text));
    seen.ids = await enterMembers(staff('2023-02-07'), seen.named);
    const content = await circulation(
      staff('2023-02-20'),
      seen.named.map((country) => idOf(`Administration of ${country}`)),
    );
    const wanted = { kind: 'circulation', cycle: slug, repliesTo: null, content } as const;
    seen.letter = await missions.writeLetter(staff('2023-02-20'), wanted);
    await missions.settleLetter(staff('2023-02-20'), seen.letter, 1, 'cleared');
    const send = (withoutUndecided: boolean): Promise<string> =>
      missions.sendLetter(staff('2023-02-20'), seen.letter, 2, { enclosed: [], withoutUndecided });
    seen.refusedFirst = await send(false).catch((refusal: unknown) => refusal);
    seen.batch = await send(true);
    await enterExperts(staff('2023-03-01'));
    const { blank, travel, word } = offers;
    seen.offers.blank = await offerInBrowser(offerer(blank.by, '2023-03-20'), await request(blank.request), blank);
    seen.offers.travel = await offerInBrowser(offerer(travel.by, '2023-03-24'), await request(travel.request), travel);
    const inWord = await offerInWord(offerer(word.by, '2023-03-30'), await request(word.request));
    seen.offers.word = inWord.offer;
    seen.taken = inWord.taken;
  }, 120_000);

  test('the letter waits for those of whom fellowships are not known, or goes without them', () => {
    expect(seen.refusedFirst).toMatchObject({
      problem: { code: 'undecided', message: expect.stringMatching(/^Of 1 /) },
    });
  });

  test('it goes to nine organisations, six of them by category, with copies to the seven that applied', async () => {
    const { recipients } = await missions.letterRecipients(staff(), seen.letter);
    const to = recipients.filter(({ copy }) => !copy).map(({ organisation }) => organisation);
    const invited = others.filter((one) => one.invited).map(({ name }) => idOf(name));
    const named = seen.named.map((country) => idOf(`Administration of ${country}`));
    expect(seen.named).toHaveLength(3);
    expect(to.toSorted()).toEqual([...invited, ...named].toSorted());
    expect(to).toHaveLength(9);
    const applicants = new Set((await requests(staff())).map(({ organisation }) => organisation));
    const copies = recipients.filter(({ copy }) => copy).map(({ organisation }) => organisation);
    expect(new Set(copies)).toEqual(applicants);
    expect(copies).toHaveLength(7);
    expect(to).not.toContain(idOf(former.name));
  });

  test('its messages are looked at, cleared where there is an address, and recorded as sent by hand', async () => {
    const messages = await messagesOfBatch(staff('2023-02-20'), seen.batch);
    expect(messages).toHaveLength(16);
    expect(new Set(messages.map(({ state }) => state))).toEqual(new Set(['waiting']));
    const [first] = messages;
    expect(first?.attachments.map(({ name }) => name.slice(-5))).toContain('.docx');
    const all = messages.map(({ id }) => id);
    const { cleared, unreachable } = await clearMessages(staff('2023-02-20'), all);
    // Of those that applied the directory has no address: the document gives none.
    expect([cleared, unreachable.length]).toEqual([9, 7]);
    await clearMessages(staff('2023-02-20'), all, { byPost: true });
    expect(await markSentByHand(staff('2023-02-21'), all)).toBe(16);
    const after = await messagesOfBatch(staff('2023-02-21'), seen.batch);
    expect(new Set(after.map(({ state }) => state))).toEqual(new Set(['by-hand']));
  });

  test('the requests are shown to those who got the letter, and to nobody else', async () => {
    const seesAs = async (role: 'expert' | 'member' | 'partner' | 'public', name: string | null): Promise<number> =>
      (await missions.applications(as(role, name === null ? null : idOf(name), '2023-02-21'))).length;
    expect(await seesAs('expert', 'Institute for Island Law')).toBe(10);
    expect(await seesAs('member', 'Administration of Southern Seas')).toBe(10);
    expect(await seesAs('expert', former.name)).toBe(0);
    expect(await seesAs('member', 'Administration of High Valleys')).toBe(0);
    expect(await seesAs('partner', null)).toBe(0);
    expect(await seesAs('public', null)).toBe(0);
    await expect(
      missions.openOffer(as('expert', idOf(former.name), '2023-02-21'), {
        organisation: null,
        applications: [await request(1)],
      }),
    ).rejects.toMatchObject({ problem: { code: 'not-found' } });
  });

  test('what the plan read from Word says, it says online', async () => {
    expect(seen.taken).toEqual(expect.arrayContaining(['cost', 'experts']));
    const { content, cameBy, stage } = await missions.assistancePlan(staff(), seen.offers.word);
    expect([cameBy, stage]).toEqual(['browser', 'received']);
    expect(content.costs).toMatchObject([
      { category: 'travel', text: 'Two return flights', quantity: '2', amount: { value: '5200', currency: 'USD' } },
    ]);
    expect(content.experts.map(({ name }) => name)).toEqual(['Ana Loiseau']);
    expect(Object.values(content.answers).map(({ text }) => text)).toContain(offers.word.details);
  });

  test('a blank 2.2 means that the offering side bears all; travel that is asked for is asked of the organiser', async () => {
    const blank = (await missions.assistancePlan(staff(), seen.offers.blank)).content;
    expect(blank.answers['requested']?.state).toBe('blank');
    expect(blank.costs.map(({ payers }) => payers)).toEqual([
      [{ who: 'offerer', share: 10_000, basis: 'implied-by-blank' }],
    ]);
    const travel = (await missions.assistancePlan(staff(), seen.offers.travel)).content;
    expect(travel.answers['requested']?.text).toBe('The travel of one expert.');
    expect(travel.costs[0]?.payers).toMatchObject([{ who: 'organiser', share: 10_000, basis: 'asked' }]);
  });

  test('matching ranks everybody for all ten, every point with what it is for', async () => {
    const { rankings } = await missions.matching(staff(), slug);
    expect(rankings).toHaveLength(10);
    for (const { matches, barred } of rankings) {
      expect(matches.length + barred.length).toBe(experts.length + 3);
      for (const { parts, penalties, score } of matches) {
        const sum = parts.reduce((total, { points }) => total + points, 0);
        expect(score).toBe(Math.max(0, sum - penalties.reduce((total, { points }) => total + points, 0)));
        for (const { points, reasons, assumed } of parts) {
          expect(reasons.reduce((total, reason) => total + reason.points, assumed?.points ?? 0)).toBe(points);
        }
      }
    }
    const best = (number: number): string | undefined =>
      rankings[number - 1]?.matches.find(({ candidate }) => candidate.kind === 'expert')?.candidate.name;
    expect([best(9), best(10), best(3)]).toEqual(['Tevita Marsh', 'Marama Keel', 'Ana Loiseau']);
    // A national of the country that asks is no candidate for it.
    const ninth = rankings[8]?.barred.map(({ candidate, bars }) => [candidate.name, bars.map(({ rule }) => rule)]);
    expect(ninth).toEqual([['Oma Reed', ['national']]]);
  });

  test('the proposal covers all ten, and says nobody where nobody fits', async () => {
    await missions.makeAssignment(staff(), slug);
    const { proposal, standing } = await missions.assignment(staff(), slug);
    const needs = proposal?.proposal.needs.map(({ id }) => id) ?? [];
    expect(needs).toHaveLength(10);
    const served = new Set(standing.map(({ need }) => need));
    const nobody = proposal?.proposal.nobody.map(({ need }) => need) ?? [];
    expect([...served, ...nobody].toSorted()).toEqual(needs.toSorted());
    const positions = new Map((await requests(staff())).map(({ id, position }) => [id, position]));
    const whys = (proposal?.proposal.nobody ?? []).map(({ need, why }) => `${positions.get(need) ?? 0} ${why}`);
    expect(whys.toSorted()).toEqual(
      [2, 4, 5, 8].map((number) => `${number} Nobody shares a topic at the core of the request.`),
    );
    await missions.makeAssignment(staff(), slug);
    expect((await missions.assignment(staff(), slug)).proposal?.proposal).toEqual(proposal?.proposal);
  });
});
