/**
 * A request is for the organisation that applies and the secretariat, and a decision that is not told yet for the
 * secretariat alone. Bait stands in everything that is written; everybody else follows every link, asks for every
 * address, searches, and takes everything along.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import {
  attachFile,
  applicationAtWork,
  changeApplication,
  moveApplication,
  openApplication,
} from '#modules/missions/server/index.ts';
import { client, crawl, resolved, signedInClient, type Client } from './http.ts';
import { beside, openMissions, password, peopleOf } from './missions.ts';
import { useWorkbench } from './workbench.ts';

const workbench = useWorkbench();
/** What stands in the request; `told` of it is for its own people too. */
const bait = ['baitmantle', 'baitanchor', 'baitharbour', 'baitcoral', 'baitlantern', 'baitcompass', 'baitpearl'];
/** What the secretariat has decided and said to nobody. */
const secret = 'baitsecret';
const addresses: Record<'draft' | 'sent' | 'draftFile' | 'sentFile', string> = {
  draft: '',
  sent: '',
  draftFile: '',
  sentFile: '',
};
const people: Record<string, Client> = {};
/** The page of the request that was sent in, as its own people saw it before the secretariat decided. */
let before = '';

/** The page without what differs from one load to the next. */
const steady = (html: string): string => html.replace(/<script[\s\S]*?<\/script>/g, '');

const words = (key: string, text: string, other = '') => ({
  key,
  text,
  chosen: ['others'],
  other,
  revision: 0,
  was: null,
});

beforeAll(async () => {
  const cycle = await openMissions(workbench);
  const owner = await peopleOf(workbench, { key: 'MOH', name: 'Ministry of Harbours', country: 'FJ' }, [
    { name: 'own', role: 'member' },
  ]);
  await peopleOf(workbench, { key: 'OTH', name: 'Office of Other Islands', country: 'TO' }, [
    { name: 'othermember', role: 'member' },
    { name: 'expert', role: 'expert' },
    { name: 'partner', role: 'partner' },
    { name: 'drafter', role: 'drafter' },
  ]);
  await beside(workbench, async (context) => {
    const wanted = { organisation: owner, body: 'Body of baitharbour', country: 'Fiji', title: 'Project baitmantle' };
    const answers = [
      words('policy_issue', 'About baitanchor'),
      words('expected_outcomes', '', 'Help with baitcoral'),
      words('timeline', 'May 2090: baitlantern'),
    ];
    const file = {
      name: 'baitcompass.txt',
      bytes: new TextEncoder().encode('inside: baitpearl'),
      note: 'note baitpearl',
    };
    for (const one of ['draft', 'sent'] as const) {
      const slug = await openApplication(context, cycle, wanted);
      await changeApplication(context, slug, { head: [], answers });
      const { application } = await applicationAtWork(context, slug);
      addresses[`${one}File`] = await attachFile(context, { kind: 'application', id: application.id }, file);
      addresses[one] = slug;
      if (one === 'sent') await moveApplication(context, slug, application.version, 'submitted', { reason: secret });
    }
  });
  for (const name of ['own', 'othermember', 'expert', 'partner', 'drafter']) {
    people[name] = await signedInClient(workbench.address, name, password);
  }
  people['public'] = client(workbench.address);
  before = (await people['own']?.get(`/missions/applications/${addresses.sent}`))?.text ?? '';
  await beside(workbench, async (context) => {
    const { application } = await applicationAtWork(context, addresses.sent);
    await moveApplication(context, addresses.sent, application.version, 'declined', { reason: `${secret} because` });
  });
}, 120_000);

/** Every address that could give something away. */
function asked(): string[] {
  const pages = [addresses.draft, addresses.sent].flatMap((slug) => {
    const page = `/missions/applications/${slug}`;
    return [page, `${page}/edit`, `${page}/submit`, `${page}/ties`];
  });
  return [
    ...pages,
    `/missions/attachments/${addresses.draftFile}`,
    `/missions/attachments/${addresses.sentFile}`,
    '/',
    '/missions',
    '/missions/applications',
    '/missions/applications?words=bait',
    '/missions/applications/new',
    '/api/v1/lists/applications?format=csv',
    '/api/v1/lists/applications?format=json',
    '/api/v1/lists/applications?format=xlsx',
    '/api/v1/lists/applications?format=atom',
    '/api/v1/export',
    '/feed.atom',
    '/history',
    ...[...bait, secret].flatMap((word) => [`/search?words=${word}`, `/api/v1/search?words=${word}`]),
  ];
}

/** Where a request, or something that names it, can stand; the texts of conferences name none. */
const rooms = /^\/(?:$|missions|partners|plans|trace|search|api|feed|history|open-data|account)/;

/** What an answer holds of some words, beside the question that was asked. */
const found = (text: string, address: string, words: readonly string[]): string[] =>
  words.filter((word) => resolved(text).toLowerCase().includes(word) && !address.includes(word));

async function leaks(who: Client, words: readonly string[]): Promise<string[]> {
  const seen = await crawl(
    who,
    workbench.address,
    asked(),
    (address) => rooms.test(address) && !/[?&]sort=/.test(address),
  );
  expect(seen.size).toBeGreaterThan(asked().length);
  return [...seen.values()].flatMap(({ address, text }) =>
    found(text, address, words).map((word) => `${word} at ${address}`),
  );
}

describe('a request that was begun, and one that was sent in', () => {
  test.each(['public', 'othermember', 'expert', 'partner', 'drafter'])(
    'are not seen by %s in anything',
    { timeout: 240_000 },
    async (name) => {
      const who = people[name] ?? client(workbench.address);
      expect(await leaks(who, [...bait, secret])).toEqual([]);
    },
  );

  test.each(['public', 'othermember', 'expert', 'partner', 'drafter'])(
    'cannot be told from what is not there, nor changed, by %s',
    async (name) => {
      const who = people[name] ?? client(workbench.address);
      const form = new URLSearchParams({
        'answer.policy_issue': 'x',
        'was.answer.policy_issue': '',
        version: '1',
        to: 'withdrawn',
        reason: 'x',
        confirm: 'yes',
        id: addresses.draftFile,
      });
      for (const slug of [addresses.draft, addresses.sent, 'there-is-none']) {
        const page = `/missions/applications/${slug}`;
        expect((await who.get(page)).status, page).toBe(404);
        for (const address of [
          `${page}/answers`,
          `${page}/edit`,
          `${page}/submit`,
          `${page}?/move`,
          `${page}?/remove`,
        ]) {
          const answer = await who.post(address, form);
          expect([403, 404], address).toContain(answer.status);
          expect(found(answer.text, address, [...bait, secret]), address).toEqual([]);
        }
      }
      const given = await Promise.all(
        [addresses.draft, 'there-is-none'].map(async (slug) => {
          const { status, text } = await who.post(`/missions/applications/${slug}/answers`, form);
          return [status, text];
        }),
      );
      expect(given[0]).toEqual(given[1]);
    },
  );
});

describe('a decision that is not told yet', () => {
  test('is in nothing that the applicant can get, whose page stays as it was', { timeout: 240_000 }, async () => {
    const own = people['own'] ?? client(workbench.address);
    const page = await own.get(`/missions/applications/${addresses.sent}`);
    expect(found(page.text, '', bait).length).toBeGreaterThan(3);
    expect(steady(page.text)).toBe(steady(before));
    expect(await leaks(own, [secret])).toEqual([]);
    const list = await own.get('/api/v1/lists/applications?format=json');
    expect(list.text).toContain('Received by the secretariat');
    expect(list.text).not.toContain('Not taken up');
  });

  test('is on the page of the secretariat', async () => {
    const { name, password: first } = workbench.administrator;
    const staff = await signedInClient(workbench.address, name, first);
    const page = await staff.get(`/missions/applications/${addresses.sent}`);
    expect(resolved(page.text)).toContain('Decided, and not told yet:');
  });
});
