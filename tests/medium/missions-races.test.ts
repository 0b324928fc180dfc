/** Missions when several do the same at once, or twice: nothing is lost, nothing happens twice, who is late is told. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { Refusal } from '#kernel/problem.ts';
import type { Context } from '#modules/access/server/index.ts';
import { addMembership, addOrganisationContact, organisationNamed } from '#modules/directory/server/index.ts';
import { checkDetails, emptyQuery, nothingTyped } from '#modules/missions/index.ts';
import * as missions from '#modules/missions/server/index.ts';
import { assistancePlanBy, updateAssistancePlan } from '#modules/missions/store/missions.ts';
import { clearMessages, deliver, messagesOfBatch } from '#modules/post/server/index.ts';
import { useDatabase } from '../../src/testing/database.ts';
import { missionsIn, refusal } from './missions-made.ts';

const database = useDatabase();
const { ids, as, staff, opened, now, underWay } = missionsIn(database);
let serial = 0;

/** "done", or the code of the refusal; anything else that goes wrong fails the test. */
async function said(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return error.problem.code;
    throw error;
  }
}

/** Does the same several times at once. @returns what each was told, sorted */
const atOnce = async (times: number, work: (index: number) => Promise<unknown>): Promise<string[]> =>
  (await Promise.all(Array.from({ length: times }, (_, index) => said(work(index))))).sort();

async function countOf(table: string, where: { column: string; value: string }): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select count(*) from ${sql.table(table)} where ${sql.ref(where.column)} = ${where.value}`.execute(database.db);
  return Number(rows[0]?.count);
}

const requestNow = async (slug: string) => (await missions.application(staff(), slug)).application;

const member = (): Context => as('member', ids.ministry, '2026-11-01');

async function cycleOfOwn(): Promise<string> {
  serial++;
  return missions.openCycle(staff(), {
    programme: `Races ${serial}`,
    year: 2027,
    organiser: 'Oceanic Communications Union',
    plan: null,
    visibility: 'members',
  });
}

async function sentIn(within: string): Promise<{ slug: string; version: number }> {
  const wanted = { organisation: ids.ministry, body: '', country: 'Fiji', title: `Request ${++serial}` };
  const slug = await missions.openApplication(staff(), within, wanted);
  await missions.moveApplication(staff(), slug, 1, 'submitted', { reason: 'By letter.' });
  return { slug, version: 2 };
}

describe('requests', () => {
  test('that are begun at once each have a place and an address of their own', async () => {
    const within = await cycleOfOwn();
    const slugs = await Promise.all(
      Array.from({ length: 6 }, async () =>
        missions.openApplication(staff(), within, {
          organisation: ids.ministry,
          body: '',
          country: 'Fiji',
          title: 'Same',
        }),
      ),
    );
    expect(new Set(slugs).size).toBe(6);
    const all = await Promise.all(slugs.map(requestNow));
    expect(all.map(({ position }) => position).sort((one, other) => one - other)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('are sent in once, and not both sent in and withdrawn', async () => {
    const within = await cycleOfOwn();
    const wanted = { organisation: ids.ministry, body: '', country: 'Fiji', title: 'One' };
    const slug = await missions.openApplication(staff(), within, wanted);
    const steps = ['submitted', 'withdrawn', 'submitted', 'withdrawn', 'submitted'];
    const told = await atOnce(5, (index) =>
      missions.moveApplication(staff(), slug, 1, steps[index] ?? '', { reason: 'By letter.' }),
    );
    expect(told.filter((one) => one === 'done')).toEqual(['done']);
    expect((await requestNow(slug)).version).toBe(2);
  });

  test('are asked a question once by a double click, and the same words can be asked again after the answer', async () => {
    const { slug, version } = await sentIn(await cycleOfOwn());
    expect(await atOnce(3, () => missions.askApplicant(staff(), slug, version, 'Which islands?', []))).toEqual([
      'changed-meanwhile',
      'changed-meanwhile',
      'done',
    ]);
    const { application } = await missions.questions(staff(), slug);
    // Now it waits for the applicant, and no move tells one click from the other.
    const told = await atOnce(3, () => missions.askApplicant(staff(), slug, application.version, 'And when?', []));
    expect(told).toEqual(['asked-already', 'asked-already', 'done']);
    const { questions } = await missions.questions(staff(), slug);
    expect(questions.map(({ text }) => text).sort()).toEqual(['And when?', 'Which islands?']);
    const second = questions.find(({ text }) => text === 'And when?')?.id ?? '';
    const answers = await atOnce(3, (index) => missions.answerQuestion(member(), slug, second, `In May ${index}.`));
    expect(answers).toEqual(['answered-already', 'answered-already', 'done']);
    await missions.askApplicant(staff(), slug, application.version, 'And when?', []);
    expect((await missions.questions(staff(), slug)).questions).toHaveLength(3);
  });

  test('are decided and released once, whoever clicks', async () => {
    const within = await cycleOfOwn();
    const { slug, version } = await sentIn(within);
    const decision = { slug, version, to: 'declined', reason: 'No money.', instead: null };
    expect(await atOnce(3, () => missions.decide(staff(), within, [decision]))).toEqual([
      'decided-already',
      'decided-already',
      'done',
    ]);
    const told = await atOnce(3, () => missions.releaseDecisions(staff(), within, 'all'));
    expect(told.filter((one) => one === 'done')).toEqual(['done']);
    const { id } = await requestNow(slug);
    expect(await countOf('missions.told', { column: 'application', value: id })).toBe(2);
  });

  test('never stand in a stage that was removed meanwhile', async () => {
    for (let round = 0; round < 8; round++) {
      const within = await cycleOfOwn();
      const { slug, version } = await sentIn(within);
      const before = await missions.cycle(staff(), within);
      const first = before.settings.applications.map((stage) =>
        stage.key !== 'submitted'
          ? stage
          : {
              ...stage,
              to: [
                ...stage.to,
                { to: 'shelf', who: ['secretariat' as const], label: 'Lay aside', reason: false, heldBack: false },
              ],
            },
      );
      const shelf = { key: 'shelf', staffLabel: 'Shelf', applicantLabel: 'Shelf', open: false, to: [] };
      await missions.changeCycle(staff(), within, before.version, { settings: { applications: [...first, shelf] } });
      await Promise.all([
        said(missions.removeStage(staff(), within, before.version + 1, 'applications', 'shelf')),
        said(missions.moveApplication(staff(), slug, version, 'shelf')),
      ]);
      const { settings } = await missions.cycle(staff(), within);
      const { stage } = await requestNow(slug);
      expect(settings.applications.map(({ key }) => key)).toContain(stage);
    }
  });
});

/** A request in circulation with an offer in coordination, its costs agreed. */
async function offered(): Promise<{ request: string; offer: string; offerId: string }> {
  const within = await cycleOfOwn();
  const { slug: request } = await sentIn(within);
  const { id, version } = await requestNow(request);
  await sql`update missions.application set stage = 'circulated', version = ${version} where id = ${id}`.execute(
    database.db,
  );
  const offer = await missions.openOffer(staff(), { organisation: ids.institute, applications: [request] });
  const found = await assistancePlanBy(database.db, { slug: offer });
  if (found === null) throw new Error('The offer is not there.');
  const parties = [ids.institute, ids.ministry];
  await updateAssistancePlan(database.db, found.id, found.version, { stage: 'coordination', parties }, new Date());
  return { request, offer, offerId: found.id };
}

const versions = async (request: string, offer: string) => ({
  version: (await requestNow(request)).version,
  offerVersion: (await missions.assistancePlan(staff(), offer)).version,
});

describe('offers', () => {
  test('are chosen once, and not both chosen and withdrawn', async () => {
    const { request, offer, offerId } = await offered();
    const seen = await versions(request, offer);
    const choice = { offer, ...seen, answer: 'chosen' as const, reason: '', letter: '' };
    const told = await atOnce(4, (index) =>
      index === 3
        ? missions.moveOffer(as('expert', ids.institute), offer, seen.offerVersion, 'withdrawn', { reason: 'No time.' })
        : missions.answerOffer(member(), request, choice),
    );
    expect(told.filter((one) => one === 'done')).toEqual(['done']);
    const stages = [(await requestNow(request)).stage, (await missions.assistancePlan(staff(), offer)).stage];
    expect([
      ['matched', 'agreed'],
      ['circulated', 'withdrawn'],
    ]).toContainEqual(stages);
    expect(await countOf('missions.offer_choice', { column: 'offer', value: offerId })).toBe(
      stages[1] === 'agreed' ? 1 : 0,
    );
  });

  test('are declined once, and only as they were seen', async () => {
    const { request, offer, offerId } = await offered();
    const seen = await versions(request, offer);
    const answer = { offer, ...seen, answer: 'declined' as const, reason: 'Too long.', letter: '' };
    const stale = { ...answer, offerVersion: seen.offerVersion - 1 };
    await expect(missions.answerOffer(member(), request, stale)).rejects.toMatchObject(refusal('changed-meanwhile'));
    const older = { ...answer, version: seen.version - 1 };
    await expect(missions.answerOffer(member(), request, older)).rejects.toMatchObject(refusal('changed-meanwhile'));
    const told = await atOnce(3, () => missions.answerOffer(member(), request, answer));
    expect(told).toEqual(['answered-already', 'answered-already', 'done']);
    expect(await countOf('missions.offer_choice', { column: 'offer', value: offerId })).toBe(1);
  });
});

describe('missions', () => {
  test('are opened once from a request and an offer', async () => {
    await opened();
    const wanted = { application: 'request-1', offers: ['offer-1'], title: '' };
    expect(await atOnce(2, () => missions.openMission(staff(), wanted))).toEqual(['mission-exists', 'mission-exists']);
    const { request, offer } = await offered();
    expect(
      await atOnce(3, () => missions.openMission(staff(), { application: request, offers: [offer], title: '' })),
    ).toEqual(['done', 'mission-exists', 'mission-exists']);
  });

  test('take only offers that answer the request', async () => {
    const [one, other] = [await offered(), await offered()];
    const wanted = { application: one.request, offers: [other.offer], title: '' };
    await expect(missions.openMission(staff(), wanted)).rejects.toMatchObject(refusal('other-request'));
  });

  test('are signed once by each, begun once, and paid once by one form', async () => {
    const slug = await opened();
    await missions.writeAgreement(staff(), slug, await now(slug), '');
    const seen = await now(slug);
    const signature = { party: ids.ministry, name: 'Somebody', on: '2027-02-20' };
    expect(await atOnce(4, () => missions.signAgreement(staff(), slug, seen, signature))).toEqual([
      'changed-meanwhile',
      'changed-meanwhile',
      'changed-meanwhile',
      'done',
    ]);
    const begun = await underWay();
    const version = await now(begun);
    const payment = {
      text: 'Flight',
      planned: null,
      amount: { value: '1.00', currency: 'USD' },
      on: '2027-02-20',
      payer: 'organiser',
      voucher: '',
    };
    const told = await atOnce(4, () => missions.recordPayment(staff(), begun, version, payment));
    expect(told.filter((one) => one === 'done')).toEqual(['done']);
    expect((await missions.mission(staff(), begun)).mission.costs.paid).toHaveLength(1);
  });
});

describe('letters', () => {
  test('are sent once, and each of their messages leaves once, whoever delivers', async () => {
    const { slug } = await organisationNamed(staff(), { key: 'MOT', name: 'Ministry of Tides', country: 'FJ' });
    await addMembership(staff(), slug, {
      category: 'member',
      fellowship: true,
      from: '2000-01-01',
      to: null,
      confirmed: true,
    });
    await addOrganisationContact(staff(), slug, { kind: 'e-mail', value: 'office@tides.example.int' });
    const letter = await missions.writeLetter(staff(), {
      kind: 'other',
      cycle: null,
      repliesTo: null,
      content: {
        reference: '',
        date: null,
        subject: 'Once\r\nBcc: everybody@example.org',
        body: 'Dear colleagues,',
        footnotes: [],
        signatory: 'Ana Reef',
        role: '',
        to: [{ text: 'All', query: { ...emptyQuery, categories: ['member'] } }],
        cc: [],
        enclosures: [],
      },
    });
    await missions.settleLetter(staff(), letter, 1, 'cleared');
    const batches: string[] = [];
    const told = await atOnce(4, async () =>
      batches.push(await missions.sendLetter(staff(), letter, 2, { enclosed: [], withoutUndecided: true })),
    );
    expect(told).toEqual(['changed-meanwhile', 'changed-meanwhile', 'changed-meanwhile', 'done']);
    const messages = await messagesOfBatch(staff(), batches[0] ?? '');
    expect(messages).toHaveLength(1);
    expect(messages[0]?.subject).not.toMatch(/[\r\n]/);
    await clearMessages(
      staff(),
      messages.map(({ id }) => id),
    );
    const left: string[] = [];
    const mailer = {
      send: async ({ messageId }: { messageId: string }) => {
        left.push(messageId);
      },
      close: () => undefined,
    };
    const delivery = { mailer: mailer as never, mailFrom: 'office@ocu.example.int', publicAddress: null };
    await Promise.all(Array.from({ length: 4 }, async () => deliver(staff('2027-03-02'), delivery)));
    expect(left).toHaveLength(1);
  });
});

test('one expert has one entry, and a link is used once', async () => {
  const { details } = checkDetails({ ...nothingTyped, name: 'Sina Vave' });
  if (details === null) throw new Error('The entry does not fit.');
  const consent = {
    kept: true as const,
    members: false,
    public: false,
    givenOn: '2027-03-01',
    expiresOn: '2028-03-01',
    by: 'person' as const,
  };
  const expert = as('expert');
  const change = { details, consent, confirmed: true };
  const told = await atOnce(4, () => missions.addToRoster(expert, change));
  expect(told).toEqual(['done', 'entry-exists', 'entry-exists', 'entry-exists']);
  const slug = await missions.addToRoster(staff(), { details: { ...details, name: 'Tomasi Ika' }, confirmed: false });
  const { path } = await missions.inviteToRoster(staff(), slug, 14, 'https://ocu.example');
  const token = path.split('/').at(-1) ?? '';
  const { entry } = await missions.openInvitation(as('public'), token);
  const used = await atOnce(4, () =>
    missions.answerInvitation(as('public'), token, entry.version, { details, consent }),
  );
  expect(used.filter((one) => one === 'done')).toEqual(['done']);
  expect(used.every((one) => ['done', 'not-found', 'changed-meanwhile'].includes(one))).toBe(true);
});
