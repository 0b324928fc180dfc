/** Offers on a real database: opening, writing at once, the meaning of a blank, stages, and who sees what. */
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { MissionApplication } from '#kernel/reading/index.ts';
import { Refusal } from '#kernel/problem.ts';
import type { Context } from '#modules/access/server/index.ts';
import { contacts, organisationNamed } from '#modules/directory/server/index.ts';
import {
  acceptCall,
  agreeAsItStands,
  application,
  changeOffer,
  coordination,
  moveOffer,
  noteOnOffer,
  offerRows,
  offerView,
  openOffer,
  releaseOffer,
  sayShares,
} from '#modules/missions/server/index.ts';
import type { TypedLine } from '#modules/missions/index.ts';
import { newId } from '#kernel/ids.ts';
import { SearchRequest } from '#modules/trace/index.ts';
import { exportRegister, news, search } from '#modules/trace/server/index.ts';
import { useDatabase, viewerWith } from '../../src/testing/database.ts';

const database = useDatabase();
const as = (role: Parameters<typeof viewerWith>[0], organisation: string | null = null): Context => ({
  ...database.context(viewerWith(role, organisation)),
  now: () => new Date('2026-03-02T09:00:00Z'),
});
const staff = (): Context => as('secretariat');
const ids = { offerer: '', rival: '', applicant: '' };
const slugs = { first: '', second: '' };

async function code(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Refusal) return error.problem.code;
    throw error;
  }
  return 'no refusal';
}

const answer = { numberPrinted: null, question: 'x', lines: null, text: ['x'] };
const request = (title: string): MissionApplication => ({
  country: { printed: 'Tonga', iso2: 'TO' },
  organisation: 'Ministry of Works (MOW)',
  title,
  answers: {
    policy_issue: answer,
    support_action: answer,
    policy_contribution: answer,
    policy_situation: answer,
    stakeholders: answer,
    expected_outcomes: answer,
    timeline: answer,
  },
  expectedOutcomes: { state: 'given', codes: ['training'], candidate: null },
  timeline: [],
  lines: [1, 2],
});

beforeAll(async () => {
  const context = staff();
  ids.offerer = (await organisationNamed(context, { key: 'LHI', name: 'Lighthouse Institute' })).id;
  ids.rival = (await organisationNamed(context, { key: 'REEF', name: 'Reef Academy' })).id;
  const accepted = await acceptCall(
    context,
    {
      programme: 'OCU Expert Mission',
      year: 2026,
      letter: null,
      summary: [],
      applications: [request('Number portability'), request('Warnings by mobile')],
      assistancePlanForm: null,
    },
    { source: newId(), visibility: 'parties', parties: [] },
  );
  const found = accepted.others.filter(({ kind }) => kind === 'application');
  slugs.first = found[0]!.address.split('/').at(-1)!;
  slugs.second = found[1]!.address.split('/').at(-1)!;
  ids.applicant = (await application(context, slugs.first)).application.organisation!;
  await sql`update missions.application set parties = parties || array[${ids.offerer}, ${ids.rival}]::uuid[]`.execute(
    database.db,
  );
});

const line = (id: string, more: Partial<TypedLine> = {}): TypedLine => ({
  id,
  category: 'travel',
  text: 'Two flights',
  quantity: '2',
  unit: 'flight',
  price: '900',
  amount: '',
  currency: 'usd',
  shares: [],
  ...more,
});
const said = (key: string, text: string, revision = 0) => ({ key, text, chosen: [], other: '', revision, was: null });
const expert = { name: 'Ana Vea', organisation: 'LHI', role: 'lead', person: null, email: '', telephone: '' };

/** An offer with all that its form asks for. */
async function whole(context: Context, applications = [slugs.first]): Promise<string> {
  const slug = await openOffer(context, { organisation: null, applications });
  await changeOffer(context, slug, {
    answers: [
      said('details', 'We visit the regulator.'),
      said('schedule', 'May 2026: visit'),
      said('outcomes', 'Draft rules'),
    ],
    costs: { revision: 0, was: null, lines: [line('line-1')] },
    experts: { revision: 0, was: null, people: [expert] },
  });
  return slug;
}

/** An offer in coordination. */
async function inCoordination(): Promise<string> {
  const slug = await whole(as('expert', ids.offerer));
  await moveOffer(as('expert', ids.offerer), slug, 2, 'received');
  await moveOffer(staff(), slug, 3, 'coordination');
  return slug;
}

describe('opening', () => {
  test('is for the own organisation, for requests in circulation that one sees', async () => {
    const context = as('expert', ids.offerer);
    expect(await code(openOffer(as('expert'), { organisation: null, applications: [slugs.first] }))).toBe(
      'no-organisation',
    );
    expect(await code(openOffer(context, { organisation: ids.rival, applications: [slugs.first] }))).toBe(
      'not-allowed',
    );
    expect(await code(openOffer(context, { organisation: null, applications: [] }))).toBe('no-request');
    expect(await code(openOffer(as('expert', newId()), { organisation: null, applications: [slugs.first] }))).toBe(
      'no-organisation',
    );
    const slug = await openOffer(context, { organisation: null, applications: [slugs.first, slugs.second] });
    const view = await offerView(context, slug);
    expect(view.requests.map(({ title }) => title)).toEqual(['Number portability', 'Warnings by mobile']);
    expect(view.offer).toMatchObject({
      stage: 'draft',
      organisation: ids.offerer,
      parties: [ids.offerer],
      title: 'Number portability (Tonga); Warnings by mobile (Tonga)',
    });
  });

  test('the secretariat names the organisation', async () => {
    expect(await code(openOffer(staff(), { organisation: null, applications: [slugs.first] }))).toBe('no-organisation');
    const slug = await openOffer(staff(), { organisation: ids.offerer, applications: [slugs.first] });
    expect((await offerView(as('partner', ids.offerer), slug)).mayWrite).toBe(true);
  });
});

describe('writing', () => {
  test('two who change different answers both succeed; of two who change the same one, the second is told', async () => {
    const context = as('expert', ids.offerer);
    const slug = await openOffer(context, { organisation: null, applications: [slugs.first] });
    const [one, two] = await Promise.all([
      changeOffer(context, slug, { answers: [said('details', 'First')] }),
      changeOffer(context, slug, { answers: [said('outcomes', 'Second')] }),
    ]);
    expect([one.saved, two.saved]).toEqual([['details'], ['outcomes']]);
    const results = await Promise.all([
      changeOffer(context, slug, { answers: [said('details', 'Mine', 1)] }),
      changeOffer(context, slug, { answers: [said('details', 'Yours', 1)] }),
    ]);
    expect(results.flatMap(({ crossed }) => crossed)).toEqual(['details']);
    expect((await offerView(context, slug)).offer.content.answers['details']?.revision).toBe(2);
  });

  test('costs are computed, and a blank question puts them on the offering side until it is answered', async () => {
    const context = as('expert', ids.offerer);
    const slug = await whole(context);
    const blank = await offerView(context, slug);
    expect(blank.offer.content.costs[0]).toMatchObject({
      amount: { value: '1800', currency: 'USD' },
      payers: [{ who: 'offerer', share: 10_000, basis: 'implied-by-blank' }],
    });
    expect(blank.bearing.words).toBe(
      'The offer asks the organiser for nothing. By the words of the form: The offering organisation bears all costs.',
    );
    await changeOffer(context, slug, { answers: [said('requested', 'The flights')] });
    expect((await offerView(context, slug)).offer.content.costs[0]?.payers).toEqual([]);
  });

  test('of a question that did not come nothing is concluded, until it is said that it is left empty', async () => {
    const context = as('expert', ids.offerer);
    const slug = await whole(context);
    await sql`update missions.assistance_plan set content = content #- '{answers,requested}' where slug = ${slug}`.execute(
      database.db,
    );
    await changeOffer(context, slug, { answers: [said('requested', '')] });
    expect((await offerView(context, slug)).bearing.state).toBe('not-received');
    await changeOffer(context, slug, { answers: [{ ...said('requested', ''), empty: true }] });
    expect((await offerView(context, slug)).bearing).toMatchObject({ state: 'blank', lines: [{ ground: 'implied' }] });
  });

  test('nobody else may write, and the offering side not after it was sent in', async () => {
    const slug = await whole(as('expert', ids.offerer));
    expect(await code(changeOffer(as('expert', ids.rival), slug, {}))).toBe('not-found');
    expect(await code(changeOffer(as('member', ids.applicant), slug, {}))).toBe('not-found');
    await moveOffer(as('expert', ids.offerer), slug, 2, 'received');
    expect(await code(changeOffer(as('expert', ids.offerer), slug, {}))).toBe('closed');
    expect(await code(changeOffer(staff(), slug, { answers: [said('others', 'Ask for a room.')] }))).toBe('no refusal');
  });
});

describe('stages', () => {
  test('an offer is sent in whole, and moves as its cycle says', async () => {
    const context = as('expert', ids.offerer);
    const slug = await openOffer(context, { organisation: null, applications: [slugs.first] });
    expect(await code(moveOffer(context, slug, 1, 'received'))).toBe('not-ready');
    const sent = await whole(context);
    expect(await code(moveOffer(context, sent, 1, 'received'))).toBe('changed-meanwhile');
    expect(await code(moveOffer(context, sent, 2, 'coordination'))).toBe('not-from-here');
    await moveOffer(context, sent, 2, 'received');
    expect(await code(moveOffer(context, sent, 3, 'coordination'))).toBe('not-allowed');
    expect(await code(moveOffer(context, sent, 3, 'withdrawn'))).toBe('reason-missing');
    await moveOffer(context, sent, 3, 'withdrawn', { reason: 'No expert is free.' });
    expect((await offerView(context, sent)).offer.stage).toBe('withdrawn');
  });

  test('a decision that is held back shows to the secretariat only, and moves nothing until it is released', async () => {
    const context = as('expert', ids.offerer);
    const slug = await whole(context);
    await moveOffer(context, slug, 2, 'received');
    await moveOffer(staff(), slug, 3, 'not-taken', { reason: 'Another offer fits better.' });
    const seen = await offerView(context, slug);
    expect(seen.offer).toMatchObject({ stage: 'received', pending: null, version: 3 });
    expect((await offerView(staff(), slug)).offer.pending).toMatchObject({ stage: 'not-taken' });
    await releaseOffer(staff(), slug, 3);
    expect((await offerView(context, slug)).offer.stage).toBe('not-taken');
  });

  test('the administration that asked sees an offer from coordination on; other offerers never', async () => {
    const slug = await whole(as('expert', ids.offerer));
    await moveOffer(as('expert', ids.offerer), slug, 2, 'received');
    expect(await code(offerView(as('member', ids.applicant), slug))).toBe('not-found');
    await moveOffer(staff(), slug, 3, 'coordination');
    const view = await offerView(as('member', ids.applicant), slug);
    expect(view.offer.content.costs).toHaveLength(1);
    expect(view.roles).toEqual(['applicant']);
    for (const other of [as('expert', ids.rival), as('member', newId()), as('public')]) {
      expect(await code(offerView(other, slug))).toBe('not-found');
      expect(await code(coordination(other, slug))).toBe('not-found');
    }
  });
});

describe('coordination', () => {
  test('every line is agreed on to exactly 100 % before the offer is', async () => {
    const slug = await inCoordination();
    expect(await code(moveOffer(staff(), slug, 4, 'agreed'))).toBe('not-ready');
    const offered = { line: 'line-1', basis: 'offered', words: 'We pay a third.' } as const;
    const applicant = as('member', ids.applicant);
    await sayShares(applicant, slug, 4, { ...offered, shares: [{ who: 'beneficiary', share: 3333 }] });
    expect(await code(sayShares(applicant, slug, 5, { ...offered, shares: [{ who: 'organiser', share: 6667 }] }))).toBe(
      'not-allowed',
    );
    const shares = [
      { who: 'offerer', share: 6666 },
      { who: 'beneficiary', share: 3333 },
    ];
    const agreed = { line: 'line-1', basis: 'agreed', words: '' } as const;
    expect(await code(sayShares(as('expert', ids.offerer), slug, 5, { ...agreed, shares }))).toBe('not-allowed');
    expect(await code(sayShares(staff(), slug, 5, { ...agreed, shares }))).toBe('shares-differ');
    await sayShares(staff(), slug, 5, { ...agreed, shares: [{ who: 'offerer', share: 6667 }, shares[1]!] });
    const { entries, openLines, totals } = await coordination(applicant, slug);
    expect(openLines).toEqual([]);
    expect(entries.map(({ side, basis }) => [side, basis])).toEqual([
      ['beneficiary', 'offered'],
      ['secretariat', 'agreed'],
    ]);
    expect(totals.byPayer.map(({ who, sums }) => [who, sums[0]?.value])).toEqual([
      ['offerer', '1200.06'],
      ['beneficiary', '599.94'],
    ]);
    await moveOffer(staff(), slug, 6, 'agreed');
    expect((await offerView(applicant, slug)).stage).toBe('Agreed');
  });

  test('of two who speak at once, one is told that it changed', async () => {
    const slug = await inCoordination();
    const shares = [{ who: 'beneficiary', share: 1000 }];
    const say = (context: Context) =>
      code(sayShares(context, slug, 4, { line: 'line-1', basis: 'offered', words: '', shares }));
    const answers = await Promise.all([say(as('member', ids.applicant)), say(staff())]);
    expect(answers.sort()).toEqual(['changed-meanwhile', 'no refusal']);
  });

  test('what a blank implies is agreed on as it stands', async () => {
    const context = as('expert', ids.offerer);
    const slug = await whole(context);
    await moveOffer(context, slug, 2, 'received');
    await moveOffer(staff(), slug, 3, 'coordination');
    expect(await agreeAsItStands(staff(), slug, 4)).toBe(1);
    expect(await agreeAsItStands(staff(), slug, 5)).toBe(0);
    await moveOffer(staff(), slug, 5, 'agreed');
  });

  test('notes for the secretariat stay with it', async () => {
    const slug = await inCoordination();
    await noteOnOffer(staff(), slug, { words: 'Their last mission was weak.', onlySecretariat: true });
    await noteOnOffer(as('member', ids.applicant), slug, {
      words: 'Please include the islands.',
      onlySecretariat: true,
    });
    const words = async (context: Context) => (await coordination(context, slug)).entries.map((entry) => entry.words);
    expect(await words(staff())).toHaveLength(2);
    expect(await words(as('expert', ids.offerer))).toEqual(['Please include the islands.']);
  });
});

/** Every way out, as one viewer has it. */
async function told(viewer: Context): Promise<string> {
  const exported: unknown[] = [];
  for await (const record of exportRegister(viewer)) exported.push(record);
  const found = await search(viewer, SearchRequest.parse({ words: 'baitword' }));
  return JSON.stringify([exported, found, await offerRows(viewer), await news(viewer, 100)]);
}

describe('leaks', () => {
  test('no way out tells an offer, its notes or how to reach its experts to those who may not know', async () => {
    const context = as('expert', ids.offerer);
    const slug = await whole(context);
    const people = [{ ...expert, email: 'ana.hidden@example.int', telephone: '+676 555 0144' }];
    await changeOffer(context, slug, {
      answers: [said('outcomes', 'Baitword rules', 1)],
      experts: { revision: 1, was: null, people },
    });
    await moveOffer(context, slug, 3, 'received');
    await moveOffer(staff(), slug, 4, 'not-taken', { reason: 'Pendingbait: too dear.' });
    await noteOnOffer(staff(), slug, { words: 'Notebait about them.', onlySecretariat: true });
    const rivals = [as('expert', ids.rival), as('member', ids.applicant), as('partner'), as('drafter'), as('public')];
    for (const viewer of rivals)
      expect(await told(viewer)).not.toMatch(/baitword rules|ana\.hidden|555 0144|notebait|pendingbait/i);
    const own = await told(context);
    expect(own).toMatch(/Baitword rules/);
    expect(own).toContain('By the words of the form');
    expect(own).not.toMatch(/ana\.hidden|555 0144|notebait|pendingbait/i);
  });
});

describe('experts', () => {
  test('how to reach them is kept for the secretariat and nowhere else', async () => {
    const context = as('expert', ids.offerer);
    const slug = await whole(context);
    const people = [{ ...expert, email: 'ana.bait@example.int', telephone: '+676 555 0199' }];
    await changeOffer(context, slug, { experts: { revision: 1, was: null, people } });
    const { offer } = await offerView(context, slug);
    const person = offer.content.experts[0]?.person ?? '';
    const known = (await contacts(staff(), [person]))?.get(person) ?? [];
    expect(known.map(({ value }) => value)).toEqual(['ana.bait@example.int', '+676 555 0199']);
    expect((await offerView(context, slug)).contacts).toBeNull();
    const { rows } = await sql<{ everything: string }>`
      select content::text as everything from missions.assistance_plan
      union all select concat(before::text, after::text, note) from access.history
      union all select concat(title, body) from trace.entry`.execute(database.db);
    expect(rows.filter(({ everything }) => /ana\.bait|555 0199/.test(everything))).toEqual([]);
    await changeOffer(context, slug, { experts: { revision: 2, was: null, people: [{ ...expert, name: 'Lio Tui' }] } });
    expect(await contacts(staff(), [person])).toEqual(new Map());
  });
});
