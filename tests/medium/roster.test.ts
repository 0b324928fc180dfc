/**
 * The roster: who sees an entry and how much of it, links for people without an account, and the end of consent. Every
 * entry carries bait, and each way out is asked for it as each role.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { Refusal } from '#kernel/problem.ts';
import { Role, system, type Viewer } from '#modules/access/index.ts';
import { historyOf, type Context } from '#modules/access/server/index.ts';
import { contacts, organisationNamed } from '#modules/directory/server/index.ts';
import { checkDetails, nothingTyped, type Consent, type Details, type TypedDetails } from '#modules/missions/index.ts';
import {
  acceptRosterRows,
  addToRoster,
  bringInRoster,
  answerInvitation,
  changeRosterEntry,
  declineInvitation,
  invitationsTo,
  inviteToRoster,
  keepRosterClean,
  openInvitation,
  ownRosterEntry,
  removeFromRoster,
  revokeInvitation,
  roster,
  rosterContacts,
  rosterEntry,
  rosterForMatching,
  rosterImport,
  rosterImportFile,
} from '#modules/missions/server/index.ts';
import { messagesOfBatch, outbox } from '#modules/post/server/index.ts';
import { SearchRequest } from '#modules/trace/index.ts';
import { exportRegister, linksOf, news, search } from '#modules/trace/server/index.ts';
import { useDatabase, viewerWith } from '../../src/testing/database.ts';

const database = useDatabase();
const day = '2027-03-01';
const at = (when: string, viewer: Viewer = system): Context => ({
  ...database.context(viewer),
  now: () => new Date(`${when}T09:00:00Z`),
});
const staff = (when = day): Context => at(when, viewerWith('secretariat'));

const details = (typed: Partial<TypedDetails>): Details => {
  const checked = checkDetails({ ...nothingTyped, ...typed });
  if (checked.details === null) throw new Error(JSON.stringify(checked.problems));
  return checked.details;
};
const consent = (allowed: Partial<Consent> = {}): Consent => ({
  kept: true,
  members: false,
  public: false,
  givenOn: day,
  expiresOn: '2028-03-01',
  by: 'person',
  ...allowed,
});
const refused = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return error.problem.code;
    throw error;
  }
};

/** Somebody whose every word can be found again. */
const bait = {
  name: 'Zephyrine Quassomo',
  organisation: 'Bureau of Quixotic Tides',
  email: 'zephyrine@quassomo.example',
  telephone: '+676 555 0199',
  nationality: 'Tonga',
  barred: 'Fiji',
  conflict: 'Samoa',
  worked: 'Vanuatu',
  interests: 'Ministry of Xanthic Waves',
  summary: 'Xylographer of spectrum tables.',
  topics: ['spectrum'],
  core: ['spectrum'],
  languages: [{ language: 'Tongan', level: 'native' }],
};
/** What nobody but the secretariat and the person gets, consented or not. */
const always = ['zephyrine@quassomo', '555 0199', 'Xanthic', '"FJ"', '"WS"'];
const personal = ['Zephyrine', 'Quassomo', 'Quixotic', 'Xylographer', ...always];
const found = (value: unknown, secrets: readonly string[]): string[] => {
  const text = (JSON.stringify(value) ?? '').toLowerCase();
  return secrets.filter((secret) => text.includes(secret.toLowerCase()));
};

const waysOut = (slug: string): Record<string, (context: Context) => Promise<unknown>> => ({
  'the list': (c) => roster(c),
  'the page': (c) => rosterEntry(c, slug),
  'its contacts': async (c) => rosterContacts(c, await rosterEntry(c, slug)),
  'one’s own': (c) => ownRosterEntry(c),
  links: (c) => invitationsTo(c, slug),
  matching: (c) => rosterForMatching(c),
  'search for everything': (c) => search(c, SearchRequest.parse({})),
  'search by words': async (c) => (await search(c, SearchRequest.parse({ words: 'xylographer spectrum' }))).hits,
  'search with a slip': async (c) => (await search(c, SearchRequest.parse({ words: 'xylografer' }))).mended,
  news: (c) => news(c, 50),
  history: (c) => historyOf(c, null),
  outbox: (c) => outbox(c),
  export: async (c) => {
    const all: unknown[] = [];
    for await (const record of exportRegister(c)) all.push(record);
    return all;
  },
});
const others = Role.options.filter((role) => role !== 'secretariat' && role !== 'administrator');

describe.each([
  ['nobody was asked', undefined, []],
  ['only to be kept', consent(), []],
  ['members may see it', consent({ members: true }), ['member', 'drafter']],
  ['everybody may see it', consent({ public: true }), others],
] as const)('an entry: %s', (_, allowed, seers) => {
  let slug = '';
  beforeAll(async () => {
    for (const entry of await roster(staff())) await removeFromRoster(staff(), entry.slug, entry.version);
    const wanted = { details: details(bait), confirmed: true, ...(allowed === undefined ? {} : { consent: allowed }) };
    slug = await addToRoster(staff(), wanted);
  });

  test.each(others)('%s', async (role) => {
    for (const [way, ask] of Object.entries(waysOut(slug))) {
      const answer = await ask(at(day, viewerWith(role))).catch((error: Error) => error.message);
      const secrets = (seers as readonly string[]).includes(role) ? always : personal;
      expect([way, found(answer, secrets)]).toEqual([way, []]);
    }
    const names = (await roster(at(day, viewerWith(role)))).map(({ name }) => name);
    expect(names).toEqual((seers as readonly string[]).includes(role) ? ['Zephyrine Quassomo'] : []);
  });

  test('the bait is there: the secretariat sees all of it', async () => {
    const entry = await rosterEntry(staff(), slug);
    const known = await rosterContacts(staff(), entry);
    expect(found([entry, known], personal)).toEqual(personal);
  });

  test('it is hidden from the day after its consent ends, before anything is removed', async () => {
    for (const role of others) expect(await roster(at('2028-03-02', viewerWith(role)))).toEqual([]);
  });
});

describe('histories', () => {
  test('tell what changed and never what it says', async () => {
    const slug = await addToRoster(staff(), {
      details: details({ ...bait, name: 'Quirina Voskuil' }),
      confirmed: false,
    });
    const entry = await rosterEntry(staff(), slug);
    const changed = details({ ...bait, name: 'Quirina Voskuil', summary: 'Zymologist of cables.' });
    await changeRosterEntry(staff(), slug, entry.version, { details: changed, confirmed: true });
    const history = await historyOf(staff(), { kind: 'expert', id: entry.id });
    expect(history.map(({ action }) => action)).toEqual(['confirmed', 'put on the roster']);
    expect(history[0]?.after).toEqual({ fields: ['summary'], consent: 'not asked yet' });
    expect(found(history, ['Quirina', 'Zymologist', 'Quixotic', 'quassomo'])).toEqual([]);
    expect(await refused(changeRosterEntry(staff(), slug, entry.version, { details: changed, confirmed: true }))).toBe(
      'changed-meanwhile',
    );
  });
});

/** Somebody with a link to their entry. */
const invite = async (typed: Partial<TypedDetails> = {}) => {
  const slug = await addToRoster(staff(), { details: details({ ...bait, ...typed }), confirmed: false });
  const { path, queued } = await inviteToRoster(staff(), slug, 14, 'https://ocu.example');
  return { slug, queued, token: path.split('/').at(-1) ?? '' };
};
const nobody = (when = day): Context => at(when, viewerWith('public'));

describe('a link', () => {
  test('opens everything that is kept, once, to whoever holds it, without an account', async () => {
    const { slug, token, queued } = await invite({ name: 'Ulu One' });
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(queued).toBe(true);
    const opened = await openInvitation(nobody(), token);
    expect(found(opened, ['Ulu One', 'Xylographer', ...always])).toEqual(['Ulu One', 'Xylographer', ...always]);
    const change = { details: details({ ...bait, name: 'Ulu First' }), consent: consent({ members: true }) };
    await answerInvitation(nobody(), token, opened.entry.version, change);
    const entry = await rosterEntry(staff(), slug);
    expect(entry).toMatchObject({ name: 'Ulu First', confirmedOn: day, stale: false, visibility: 'members' });
    expect(await refused(openInvitation(nobody(), token))).toBe('not-found');
    expect((await historyOf(staff(), { kind: 'expert', id: entry.id }))[0]).toMatchObject({
      actor: 'the invited person',
      action: 'confirmed',
    });
  });

  test('is kept only as a hash: no list, history, search or export holds it', async () => {
    const { slug, token } = await invite({ name: 'Ulu Two' });
    for (const [way, ask] of Object.entries(waysOut(slug))) {
      expect([way, found(await ask(staff()), [token])]).toEqual([way, []]);
    }
    const waiting = (await outbox(staff())).find(({ kind }) => kind === 'invitation');
    const batch = await messagesOfBatch(staff(), waiting?.batch ?? '');
    expect(JSON.stringify(batch)).toContain('roster/invitation/');
  });

  test('ends by time, by the secretariat, by a newer one, and by removal', async () => {
    const late = await invite({ name: 'Ulu Three' });
    expect(await refused(openInvitation(nobody('2027-03-15'), late.token))).toBe('not-found');
    const newer = await inviteToRoster(staff(), late.slug, 30, 'https://ocu.example');
    expect(await refused(openInvitation(nobody(), late.token))).toBe('not-found');
    const token = newer.path.split('/').at(-1) ?? '';
    const invitation = (await invitationsTo(staff(), late.slug)).find(({ ended }) => ended === null);
    await revokeInvitation(staff(), late.slug, invitation?.id ?? '');
    expect(await refused(openInvitation(nobody(), token))).toBe('not-found');
    expect(await refused(revokeInvitation(staff(), late.slug, invitation?.id ?? ''))).toBe('not-open');
    expect(await refused(inviteToRoster(staff(), late.slug, 3650, 'https://ocu.example'))).toBe('bad-days');
    for (const wrong of ['', 'x', token.slice(1), `${token}A`, '%', '\u0000'.slice(1)]) {
      expect(await refused(openInvitation(nobody(), wrong))).toBe('not-found');
    }
  });

  test('two answers at once: one counts', async () => {
    const { token } = await invite({ name: 'Ulu Four' });
    const change = { details: details({ ...bait, name: 'Ulu Four' }), consent: consent() };
    const ends = await Promise.all([1, 2].map(() => refused(answerInvitation(nobody(), token, 1, change))));
    expect(ends.filter((end) => end === 'done')).toHaveLength(1);
  });

  test('lets the person be removed at once', async () => {
    const { slug, token } = await invite({ name: 'Ulu Five' });
    const { id } = await rosterEntry(staff(), slug);
    await declineInvitation(nobody(), token, 1);
    expect(await refused(rosterEntry(staff(), slug))).toBe('not-found');
    const left = await rosterEntry(staff(), `former-${id}`);
    expect(left).toMatchObject({ name: 'An expert', country: null, active: false, consent: null });
    expect(found(left, personal)).toEqual([]);
    expect([...((await contacts(staff(), [id])) ?? new Map()).values()]).toEqual([]);
    expect(await refused(openInvitation(nobody(), token))).toBe('not-found');
    expect(found(await outbox(staff()), ['Ulu Five'])).toEqual([]);
  });
});

describe('an expert with an account', () => {
  const expert: Viewer = { ...viewerWith('expert'), account: '00000000-0000-7000-8000-00000000e001' };

  test('keeps its own entry, and only that', async () => {
    expect(await refused(addToRoster(at(day, expert), { details: details(bait), confirmed: true }))).toBe(
      'consent-missing',
    );
    const slug = await addToRoster(at(day, expert), {
      details: details({ ...bait, name: 'Own Keeper' }),
      consent: consent(),
      confirmed: true,
    });
    const own = await rosterEntry(at(day, expert), slug);
    expect(own).toMatchObject({ own: true, whole: true, name: 'Own Keeper' });
    expect(await rosterContacts(at(day, expert), own)).toEqual({ email: bait.email, telephone: bait.telephone });
    const again = { details: details({ ...bait, name: 'Second' }), consent: consent(), confirmed: true };
    expect(await refused(addToRoster(at(day, expert), again))).toBe('entry-exists');
    const other = await addToRoster(staff(), {
      details: details({ ...bait, name: 'Other Person' }),
      consent: consent({ public: true }),
      confirmed: true,
    });
    const seen = await rosterEntry(at(day, expert), other);
    expect(seen.whole).toBe(false);
    expect(await refused(changeRosterEntry(at(day, expert), other, seen.version, again))).toBe('not-allowed');
    expect(await refused(removeFromRoster(at(day, expert), other, seen.version))).toBe('not-allowed');
    await removeFromRoster(at(day, expert), slug, own.version);
    expect(await ownRosterEntry(at(day, expert))).toBeNull();
  });
});

describe('the calendar', () => {
  test('people are reminded once, then their data go; nothing of them is left anywhere', async () => {
    const slug = await addToRoster(staff(), {
      details: details({ ...bait, name: 'Wilhelmina Ending' }),
      consent: consent({ public: true, expiresOn: '2027-06-30' }),
      confirmed: true,
    });
    const { id } = await rosterEntry(staff(), slug);
    expect(await keepRosterClean(at('2027-05-01'))).toMatchObject({ emptied: 0, reminded: 0 });
    expect(await keepRosterClean(at('2027-06-10'))).toMatchObject({ emptied: 0, reminded: 1 });
    expect(await keepRosterClean(at('2027-06-11'))).toMatchObject({ emptied: 0, reminded: 0 });
    expect(await keepRosterClean(at('2027-06-30'))).toMatchObject({ emptied: 0 });
    expect(await keepRosterClean(at('2027-07-01'))).toMatchObject({ emptied: 1 });
    const secrets = ['Wilhelmina'];
    for (const [way, ask] of Object.entries(waysOut(`former-${id}`))) {
      expect([way, found(await ask(staff('2027-07-01')), secrets)]).toEqual([way, []]);
    }
    expect(await linksOf(staff(), { kind: 'expert', id })).toEqual([]);
    const [last] = await historyOf(staff(), { kind: 'expert', id });
    expect(last).toMatchObject({ action: 'removed the personal data of', note: 'The consent had ended.', after: null });
  });
});

test('only who may be proposed is given to the matching, with the names of their organisation', async () => {
  await organisationNamed(database.context(), { key: 'BLT', name: 'Board of Lantern Tides', country: 'TO' });
  for (const entry of await roster(staff())) await removeFromRoster(staff(), entry.slug, entry.version);
  const add = (name: string, more: Partial<Consent> | null, typed: Partial<TypedDetails> = {}, confirmed = true) =>
    addToRoster(staff(), {
      details: details({ ...bait, organisation: 'BLT', name, ...typed }),
      confirmed,
      ...(more === null ? {} : { consent: consent(more) }),
    });
  await add('A fresh one', {});
  await add('B never confirmed', {}, {}, false);
  await add('C not asked', null);
  await add('D resting', {}, { active: false });
  const candidates = await rosterForMatching(staff('2027-04-01'));
  expect(candidates.map(({ name, stale }) => [name, stale])).toEqual([
    ['A fresh one', false],
    ['B never confirmed', true],
  ]);
  expect(candidates[0]).toMatchObject({ kind: 'expert', address: '/missions/roster/a-fresh-one', missions: [] });
  expect(candidates[0]?.own).toEqual(expect.arrayContaining(['BLT', 'Board of Lantern Tides']));
  expect((await rosterForMatching(staff('2028-02-28'))).map(({ stale }) => stale)).toEqual([false, true]);
});

describe('a list from a spreadsheet', () => {
  const bytes = new TextEncoder().encode(
    'Name,Organisation,Country,E-mail\nIvy Import,Tide Institute,Tonga,ivy@tides.example\nJude Import,Board of Waves,Fiji,\n,,,broken\n',
  );

  test('changes nothing until rows are ticked; then all of them or none', async () => {
    const before = await addToRoster(staff(), {
      details: details({ name: 'Jude Import', organisation: 'Board of Waves', country: 'Samoa', summary: 'Diver' }),
      confirmed: true,
    });
    const id = await bringInRoster(staff(), { name: 'Experts.csv', bytes });
    const list = await rosterImport(staff(), id);
    const rows = list.dryRun?.sheets[0]?.rows ?? [];
    expect(rows.map(({ key, state }) => [key, state])).toEqual([
      ['2', 'new'],
      ['3', 'changed'],
      ['4', 'wrong'],
    ]);
    expect((await rosterEntry(staff(), before)).country).toBe('WS');
    const known = rows[1]?.candidates[0]?.id ?? '';
    const wrong = new Map([
      ['2', 'new'],
      ['4', 'new'],
    ]);
    expect(await refused(acceptRosterRows(staff(), id, list.version, wrong))).toBe('changed-meanwhile');
    expect((await roster(staff())).map(({ name }) => name)).not.toContain('Ivy Import');
    const chosen = new Map([
      ['2', 'new'],
      ['3', known],
    ]);
    expect(await acceptRosterRows(staff(), id, list.version, chosen)).toEqual({ made: 1, changed: 1 });
    expect(await rosterEntry(staff(), before)).toMatchObject({ country: 'FJ', profile: { summary: 'Diver' } });
    const made = await rosterEntry(staff(), 'ivy-import');
    expect(made).toMatchObject({ consent: null, stale: true, visibility: 'secretariat', cameBy: 'import' });
    expect(await rosterContacts(staff(), made)).toEqual({ email: 'ivy@tides.example', telephone: '' });
    expect(await refused(acceptRosterRows(staff(), id, list.version + 1, chosen))).toBe('changed-meanwhile');
    expect((await rosterImportFile(staff(), id)).bytes.length).toBe(bytes.length);
    expect((await keepRosterClean(at('2028-03-02'))).files).toBe(1);
    expect(await refused(rosterImportFile(staff(), id))).toBe('not-found');
  });
});
