/**
 * Missions over HTTP, with bait in everything that is written and not for everybody. Each other role follows every link
 * and asks for every address that an administrator reaches; nothing may hold a word of it, not even that it is there.
 */
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '#modules/access/server/index.ts';
import { addMembership, addOrganisationContact, organisationNamed } from '#modules/directory/server/index.ts';
import { checkDetails, emptyQuery, nothingTyped } from '#modules/missions/index.ts';
import * as missions from '#modules/missions/server/index.ts';
import { client, crawl, resolved, signedInClient, type Answer, type Client } from './http.ts';
import { beside, password, peopleOf } from './missions.ts';
import { useWorkbench } from './workbench.ts';

const workbench = useWorkbench({ THROUGHLINE_EXAMPLES: '' });
const others = ['public', 'othermember', 'expert', 'partner', 'drafter'] as const;
const people: Record<string, Client> = {};
const cycle = 'ocu-expert-mission-2026';
const last = { address: '', token: '' };
const known: string[] = [];

/** Words that stand in one place each, and that nobody but its people and the secretariat may read. */
const bait = [
  'baitdraft',
  'baitsent',
  'baitanswer',
  'baitattachment',
  'baitnote',
  'baitreason',
  'baitquestion',
  'baitfinding',
  'baitsummary',
  'baitoffer',
  'baitdetails',
  'baitcost',
  'baitexpert',
  'baitcontact',
  'baitoffice',
  'baitroster',
  'baitconflict',
  'baitprivate',
  'baitevaluation',
  'baitletter',
  'baitaudience',
  'baitsubject',
  'baitvoucher',
  'baitfile',
  'baitstep',
  'baitside',
];

const typed = (key: string, text: string) => ({ key, text, chosen: [], other: '', revision: 0, was: null });
const file = (name: string) => ({ name, bytes: new TextEncoder().encode(`words ${name}`), note: `note ${name}` });

async function plantRequests(context: Context, owner: string): Promise<void> {
  const wanted = (title: string) => ({ organisation: owner, body: '', country: 'Fiji', title });
  const drafted = await missions.openApplication(context, cycle, wanted('About baitdraft'));
  const sent = await missions.openApplication(context, cycle, wanted('About baitsent'));
  for (const slug of [drafted, sent]) {
    await missions.changeApplication(context, slug, { head: [], answers: [typed('policy_issue', 'Says baitanswer')] });
    const { application } = await missions.applicationAtWork(context, slug);
    await missions.attachFile(context, { kind: 'application', id: application.id }, file('baitattachment.txt'));
  }
  const version = async (): Promise<number> => (await missions.applicationAtWork(context, sent)).application.version;
  await missions.moveApplication(context, sent, await version(), 'submitted', { reason: 'baitnote' });
  await missions.askApplicant(context, sent, await version(), 'Why baitquestion?', []);
  const { findings } = await missions.screeningOf(context, sent);
  await missions.answerFinding(context, sent, findings[0]?.key ?? '', 'Because baitfinding');
  await missions.sendInAgain(context, sent, await version());
  const decision = { slug: sent, version: await version(), to: 'declined', reason: 'For baitreason', instead: null };
  await missions.decide(context, cycle, [decision]);
  const { rows, version: kept } = await missions.summaryTable(context, cycle);
  const hidden = await missions.application(context, sent);
  await missions.changeSummary(
    context,
    cycle,
    kept,
    rows
      .filter(({ application }) => application === hidden.application.id)
      .map(({ application, country, organisation }) => ({
        application,
        heading: 'Heading baitsummary',
        country,
        organisation,
        title: 'baitsummary',
      })),
  );
}

async function plantOffers(context: Context, offerer: string): Promise<void> {
  for (const send of [false, true]) {
    const slug = await missions.openOffer(context, {
      organisation: offerer,
      applications: ['ocu-expert-mission-2026-2-fiji'],
    });
    const text = {
      interest: 'Topic baitoffer',
      details: 'Does baitdetails',
      outcomes: 'x',
      schedule: 'May 2026: talks',
    };
    await missions.changeOffer(context, slug, {
      answers: Object.entries(text).map(([key, words]) => ({ ...typed(key, words), empty: false })),
      costs: {
        revision: 0,
        was: null,
        lines: [
          {
            id: 'line-1',
            category: 'travel',
            text: 'baitcost',
            quantity: '',
            unit: '',
            price: '',
            amount: '77123.45',
            currency: 'USD',
            shares: [{ who: 'organiser', share: '100' }],
          },
        ],
      },
      experts: {
        revision: 0,
        was: null,
        people: [
          {
            name: 'Dr Baitexpert',
            organisation: 'House',
            role: 'lead',
            person: null,
            email: 'baitcontact@example.int',
            telephone: '+679 555 0777',
          },
        ],
      },
    });
    const { offer } = await missions.offerView(context, slug);
    await missions.attachFile(context, { kind: 'assistance-plan', id: offer.id }, file('baitfile.txt'));
    if (send) await missions.moveOffer(context, slug, offer.version, 'received', { reason: 'baitside' });
  }
}

const details = (more: Partial<typeof nothingTyped>) => {
  const checked = checkDetails({ ...nothingTyped, ...more }).details;
  if (checked === null) throw new Error('The entry does not fit.');
  return checked;
};

const consent = (members: boolean, open: boolean) => ({
  kept: true as const,
  members,
  public: open,
  givenOn: '2026-03-01',
  expiresOn: '2999-03-01',
  by: 'person' as const,
});

const content = (subject: string, body: string) => ({
  reference: '',
  date: null,
  subject,
  body,
  footnotes: [],
  signatory: 'Ana Reef',
  role: '',
  to: [{ text: 'Members baitaudience', query: { ...emptyQuery, categories: ['member' as const] } }],
  cc: [],
  enclosures: [],
});

async function plantRoster(context: Context): Promise<void> {
  const secret = { email: 'baitprivate@example.int', interests: 'baitconflict', telephone: '+679 555 0778' };
  const alone = await missions.addToRoster(context, {
    details: details({ ...secret, name: 'Mere Baitroster', summary: 'Knows baitroster' }),
    confirmed: true,
  });
  await missions.addToRoster(context, {
    details: details({ ...secret, name: 'Shown To Everyone', interests: 'baitconflict', barred: 'Tonga' }),
    consent: consent(true, true),
    confirmed: true,
  });
  last.token = (await missions.inviteToRoster(context, alone, 14, 'https://ocu.example')).path.split('/').at(-1) ?? '';
}

async function plantLetters(context: Context): Promise<void> {
  const draft = {
    kind: 'other',
    cycle,
    repliesTo: null,
    content: content('Draft baitsubject', 'Says baitletter'),
  } as const;
  await missions.writeLetter(context, draft);
  const cleared = await missions.writeLetter(context, draft);
  await missions.settleLetter(context, cleared, 1, 'cleared');
}

async function plantMissions(context: Context): Promise<void> {
  const under = (await missions.missions(context)).find(({ stage }) => stage === 'under-way')?.slug ?? '';
  const now = async (): Promise<number> => (await missions.mission(context, under)).mission.version;
  await missions.askForEvaluation(context, under, await now(), '2999-01-01');
  const { mission } = await missions.mission(context, under);
  const side = {
    ...context,
    viewer: { ...context.viewer, role: 'member' as const, organisation: mission.beneficiary },
  };
  await missions.evaluate(side, under, await now(), {
    scores: { preparation: 2, expertise: 2, fit: 2, cooperation: 2, usefulness: 2 },
    text: 'It was baitevaluation',
    shownTo: 'sides',
  });
  await missions.addMilestone(context, under, await now(), { kind: 'hearing', what: 'baitstep', on: '2999-09' });
  await missions.recordPayment(context, under, await now(), {
    text: 'baitvoucher',
    planned: null,
    amount: { value: '77123.45', currency: 'USD' },
    on: '2026-07-10',
    payer: 'organiser',
    voucher: 'baitvoucher',
  });
  const paper = { ...file('baitfile-2.txt'), media: 'text/plain' };
  await missions.attachDocument(context, under, paper, { milestone: null, shown: 'parties' });
}

/** What Word files hold, whose parts are packed. */
function unpacked(answer: Answer, bytes: Uint8Array): string {
  const packed = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return packed
    ? Object.values(unzipSync(bytes))
        .map((part) => new TextDecoder().decode(part))
        .join('\n')
    : answer.text;
}

const rooms = /^\/(?:$|missions(?!\/[\w-]+\/settings)|outbox|api|feed|search)/;
/** Other orders and parts of a list hold nothing that is not elsewhere; PDF is made of the same papers as Word. */
const wanted = (address: string): boolean =>
  rooms.test(address) &&
  (!address.includes('?') || /[?&](?:words|format)=/.test(address)) &&
  !/\.pdf$|matching/.test(address);
const lists = ['applications', 'assistance-plans', 'calls', 'missions', 'roster', 'letters', 'cycles', 'organisations'];
const seeds = [
  '/',
  '/missions/missions/iati.xml',
  '/missions/missions/map.svg',
  '/feed.atom',
  '/api/v1/export',
  ...lists.flatMap((list) => ['json', 'csv', 'xlsx', 'atom'].map((format) => `/api/v1/lists/${list}?format=${format}`)),
  ...bait.flatMap((word) => [`/search?words=${word}`, `/api/v1/search?words=${word}`]),
  ...bait.map((word) => `/missions/applications?words=${word}`),
];

beforeAll(async () => {
  const { name, password: first } = workbench.administrator;
  const admin = await signedInClient(workbench.address, name, first);
  const owner = await peopleOf(workbench, { key: 'MOH', name: 'Ministry of Harbours', country: 'FJ' }, []);
  const offerer = await peopleOf(workbench, { key: 'IOW', name: 'Institute of Waves', country: 'NZ' }, []);
  await peopleOf(
    workbench,
    { key: 'OTH', name: 'Office of Other Islands', country: 'VU' },
    others.slice(1).map((role) => ({ name: role, role: role === 'othermember' ? 'member' : (role as 'expert') })),
  );
  await beside(workbench, async (context) => {
    const { slug } = await organisationNamed(context, { key: 'MOH', name: 'Ministry of Harbours', country: 'FJ' });
    const terms = { category: 'member', fellowship: true, from: '2000-01-01', to: null, confirmed: true } as const;
    await addMembership(context, slug, terms);
    await addOrganisationContact(context, slug, { kind: 'e-mail', value: 'baitoffice@example.int' });
    await plantRequests(context, owner);
    await plantOffers(context, offerer);
    await plantRoster(context);
    await plantLetters(context);
    await plantMissions(context);
  });
  for (const role of others) {
    people[role] =
      role === 'public' ? client(workbench.address) : await signedInClient(workbench.address, role, password);
  }
  const everything = await crawl(admin, workbench.address, seeds, wanted);
  known.push(...everything.keys());
  const words = [...everything.values()].map(({ text }) => text.toLowerCase()).join('\n');
  // Bait that an administrator never meets would prove nothing.
  const unseen = bait.filter((word) => !words.includes(word));
  expect(unseen).toEqual([]);
}, 300_000);

describe.each(others)('%s', (role) => {
  test('reads nothing of it anywhere', { timeout: 300_000 }, async () => {
    const who = people[role] ?? client(workbench.address);
    const seen = await crawl(who, workbench.address, [...seeds, ...known], wanted);
    expect(known.length).toBeGreaterThan(250);
    const leaks: string[] = [];
    for (const answer of seen.values()) {
      const type = answer.headers.get('content-type') ?? '';
      const packed = /officedocument/.test(type) && answer.status === 200;
      const text = packed ? unpacked(answer, await bytesOf(who, answer.address)) : answer.text;
      const headers = [...answer.headers].map((pair) => pair.join(': ')).join('\n');
      const folded = resolved(`${text}\n${headers}`).toLowerCase();
      for (const word of [...bait, '77123.45', '77,123.45', '555 077', last.token]) {
        const asked = decodeURIComponent(answer.address).toLowerCase().includes(word.toLowerCase());
        if (!asked && folded.includes(word.toLowerCase()))
          leaks.push(`${word} at ${answer.address} (${answer.status})`);
      }
      if (answer.status >= 500) leaks.push(`${answer.status} at ${answer.address}`);
    }
    expect(leaks).toEqual([]);
  });

  test('cannot tell what is not shown from what is not there', async () => {
    const who = people[role] ?? client(workbench.address);
    for (const address of known.filter((one) => /bait(draft|sent|offer|letter|subject|roster)/.test(one))) {
      if (address.includes('?')) continue;
      expect([address, [403, 404].includes((await who.get(address)).status)]).toEqual([address, true]);
    }
  });
});

async function bytesOf({ cookie }: Client, address: string): Promise<Uint8Array> {
  const answer = await fetch(`${workbench.address}${address}`, { headers: cookie === null ? {} : { cookie } });
  return new Uint8Array(await answer.arrayBuffer());
}

test('a link that is guessed, and one that was used, open nothing and say the same', async () => {
  const who = client(workbench.address);
  const wrong = await who.get(`/missions/roster/invitation/${'a'.repeat(43)}`);
  expect((await who.get(`/missions/roster/invitation/${last.token}`)).text).toContain('Mere Baitroster');
  expect([wrong.status, /Baitroster/i.test(wrong.text)]).toEqual([404, false]);
  const { entry } = await beside(workbench, (context) => missions.openInvitation(context, last.token));
  await beside(workbench, (context) => missions.declineInvitation(context, last.token, entry.version));
  const used = await who.get(`/missions/roster/invitation/${last.token}`);
  expect([used.status, /Baitroster/i.test(used.text)]).toEqual([404, false]);
});
