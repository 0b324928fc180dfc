/**
 * What is hidden in the texts room stays hidden: proposals and texts for the secretariat or for one organisation, drafts
 * and contributions in preparation of others, consolidated drafts over any of these. Every way out is asked as every role,
 * and the secretariat must find each secret, or the test would prove nothing.
 */
import { sql } from 'kysely';
import { unzipSync } from 'fflate';
import { Fragment, Node, Slice } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { beforeAll, expect, test } from 'vitest';
import { Refusal } from '#kernel/problem.ts';
import { newId } from '#kernel/ids.ts';
import { system, type Viewer, type Visibility } from '#modules/access/index.ts';
import { historyOf, type Context } from '#modules/access/server/index.ts';
import { organisationNamed } from '#modules/directory/server/index.ts';
import { accept, reading, showTo, takeIn } from '#modules/intake/server/index.ts';
import { usualRule } from '#modules/texts/index.ts';
import { edit, schema } from '#modules/texts/drafting.ts';
import * as texts from '#modules/texts/server/index.ts';
import { SearchRequest } from '#modules/trace/index.ts';
import { exportRegister, linksOf, news, search } from '#modules/trace/server/index.ts';
import { buildDocx, deleted, inserted, paragraph } from '../../src/testing/docx.ts';
import { useDatabase, viewerWith } from '../../src/testing/database.ts';

const database = useDatabase();
const as = (viewer: Viewer): Context => database.context(viewer);
const boss = (): Context => as(viewerWith('secretariat'));
const ids = { nic: '', ssf: '', bay: '' };

const body = 'Assembly of the Oceanic Communications Union';
const reefs = (heading: string, opening: string, clause: string[]): string[] => [
  heading,
  paragraph('Charting of reefs'),
  paragraph(`The ${opening},`),
  paragraph('considering'),
  paragraph('a)\tthat reefs break cables;'),
  paragraph('b)\tthat charts are old,'),
  paragraph('resolves'),
  paragraph('1\t', ...clause),
  paragraph('2\tto lay cables.'),
];

/** A contribution whose proposals change a clause of Resolution 5. */
const changing = (code: string, place: string, year: string, words: string, more: string[] = []): Uint8Array =>
  buildDocx({
    body: [
      paragraph(`MOD\t${code}/1`),
      ...reefs(
        paragraph('RESOLUTION 5 (Rev. ', deleted('Oslo, 2018'), inserted(`${place}, ${year}`), ')'),
        `${body} (Oslo, 2018)`,
        ['to chart ', deleted('all reefs'), inserted(words), ';'],
      ),
      ...more.map((line) => paragraph(line)),
    ].join(''),
  });

async function bring(name: string, bytes: Uint8Array, visibility: Visibility, party: string | null = null) {
  const context = database.context(system);
  const taken = await takeIn(context, { bytes, name });
  if (taken.state !== 'new') throw new Error(`${name} was known.`);
  await showTo(context, taken.reading, 1, visibility);
  const { reading: row } = await reading(context, taken.reading);
  await accept(context, taken.reading, row.version);
  if (party === null) return;
  for (const table of ['texts.contribution', 'texts.proposal', 'texts.revision', 'texts.body_name', 'trace.entry']) {
    await sql`update ${sql.table(table)} set parties = ${[party]} where visibility = 'parties'`.execute(database.db);
  }
}

const text = (lines: readonly string[]): Uint8Array => new TextEncoder().encode(lines.join('\n\n'));
const short = (number: number, title: string, speaker: string, place: string, year: number): Uint8Array =>
  text([
    `RESOLUTION ${number} (${place}, ${year})`,
    title,
    `The ${speaker} (${place}, ${year}),`,
    'resolves',
    `1\tto keep the list of ${title.toLowerCase()};`,
    '2\tto print it.',
  ]);

const head = { proponent: 'SSF', conference: 'Assembly', place: 'Apia', year: 2025, number: 15, addendum: null };
const words = { symbol: 'NOC', title: null, summary: 'Keep it.', introduction: '', reasons: 'It serves.' } as const;
const noText = { revision: null, draft: null, text: null };

/** Secrets of the secretariat. */
const ofSecretariat = [
  'secretclause',
  'secretharbour',
  'secrettitle',
  'secretnew',
  'secretlate',
  'secretbody',
  'HID/77',
];
/** Secrets of one organisation, the Southern Seas Forum, and of the secretariat. */
const ofForum = [
  'forumclause',
  'FOR/78',
  'forumdraft',
  'forumtyped',
  'forumcomment',
  'forumsummary',
  'forumreason',
].concat('forumcontribution', 'forumproposal');
/** What only the member that wrote it, the proponent and the secretariat read. */
const ofAtoll = ['atollremark'];

async function typeInto(context: Context, slug: string, typed: string): Promise<void> {
  const { version, document } = await texts.draftDocument(context, slug);
  const doc = Node.fromJSON(schema, document);
  let place = -1;
  doc.descendants((node, at) => {
    if (node.text?.includes('charts are old') === true) place = at;
    return true;
  });
  const tr = new Transform(doc);
  const hand = { author: 'Ana', at: '2026-03-01T09:00Z', newId: () => newId(), suggest: true };
  edit(tr, place, place, new Slice(Fragment.from(schema.text(typed)), 0, 0), hand);
  const steps = tr.steps.map((step) => step.toJSON() as unknown);
  await texts.takeSteps(context, slug, { version, client: 'x', steps });
}

beforeAll(async () => {
  const context = database.context(system);
  for (const key of ['nic', 'ssf', 'bay'] as const) {
    const name = { nic: 'Northern Islands Conference', ssf: 'Southern Seas Forum', bay: 'Bay' }[key];
    ids[key] = (await organisationNamed(context, { key: key.toUpperCase(), name })).id;
  }
  const base = buildDocx({
    body: reefs(paragraph('RESOLUTION 5 (Rev. Oslo, 2018)'), `${body} (Oslo, 2018)`, ['to chart all reefs;']).join(''),
  });
  await bring('Resolution 5.docx', base, 'public');
  await bring('open.docx', changing('NIC/12', 'Apia', '2025', 'most reefs'), 'public');
  const added = [
    'ADD\tHID/77/2',
    'RESOLUTION [HID-1] (Secretharbour, 2031)',
    'On secretnew',
    `The ${body} (Secretharbour, 2031),`,
  ];
  const hidden = changing('HID/77', 'Secretharbour', '2031', 'secretclause reefs', [
    ...added,
    'resolves',
    'to begin the secretnew work.',
  ]);
  await bring('hidden.docx', hidden, 'secretariat');
  await bring('forum.docx', changing('FOR/78', 'Apia', '2025', 'forumclause reefs'), 'parties', ids.ssf);
  const speaker = 'Secretbody Council of the Secrethidden Union';
  await bring('88.txt', short(88, 'Secrettitle matters', speaker, 'Secretharbour', 2029), 'secretariat');
  // Public proposals name the hidden instrument, and one whose title only a hidden text tells later.
  const naming = [88, 66].flatMap((number, index) => [
    `SUP\tNIC/13/${index + 1}`,
    `RESOLUTION ${number} (Rev. Oslo, 2018)`,
    'Reasons: It has been done.',
  ]);
  await bring('naming.docx', buildDocx({ body: naming.map((line) => paragraph(line)).join('') }), 'public');
  await bring('66.txt', short(66, 'Secretlate matters', speaker, 'Secretharbour', 2030), 'secretariat');
  await prepareDrafts();
});

async function prepareDrafts(): Promise<void> {
  const forum = as(viewerWith('drafter', ids.ssf));
  const draft = await texts.openDraft(forum, 'resolution-5-oslo-2018', 'forumdraft of ours');
  await typeInto(forum, draft.slug, 'forumtyped ');
  const { blocks } = await texts.draft(forum, draft.slug);
  const block = [...blocks.values()].at(-1) ?? '';
  await texts.proposeChange(forum, draft.slug, 1, {
    block,
    what: 'reword',
    words: 'to lay cable.',
    reason: 'forumcomment',
  });
  const hidden = await texts.openPreparation(forum, { ...head, title: 'forumcontribution', template: 'conference' });
  await texts.addPreparedProposal(
    forum,
    hidden,
    { ...noText, name: 'forumproposal' },
    {
      ...words,
      summary: 'forumsummary',
      reasons: 'forumreason',
    },
  );
  const asked = await texts.openPreparation(forum, { ...head, title: 'Asked about', template: 'conference' });
  const { text: changed } = await texts.draft(forum, draft.slug, 0);
  await texts.addPreparedProposal(
    forum,
    asked,
    { revision: null, draft: draft.slug, text: changed, name: 'Resolution 5' },
    words,
  );
  await texts.askForSupport(forum, asked, 1, { members: [ids.bay], replyBy: '2999-01-01', rule: usualRule });
  await texts.answerOnSupport(as(viewerWith('member', ids.bay)), asked, ids.bay, [
    { serial: 1, answer: 'not-supporting', remark: 'atollremark' },
  ]);
  await texts.openConsolidation(boss(), 'resolution-5');
}

/** Everything that can be asked, by the addresses that the secretariat knows. */
async function waysOut(): Promise<[string, (context: Context) => Promise<unknown>][]> {
  const all = boss();
  const ways: [string, (context: Context) => Promise<unknown>][] = [
    ['bodies', texts.bodies],
    ['conferences', texts.conferences],
    ['instruments', texts.instruments],
    ['revisions', texts.revisions],
    ['contributions', texts.contributions],
    ['proposals', texts.proposals],
    ['drafts', (c) => texts.drafts(c)],
    ['preparations', texts.preparations],
    ['consolidations', (c) => texts.consolidations(c)],
    ['clashes', (c) => texts.clashesOverview(c)],
    ['in force', (c) => texts.textsInForce(c, '2040')],
    ['news', (c) => news(c, 100)],
    ['search', (c) => search(c, SearchRequest.parse({}))],
    ['history', (c) => historyOf(c, null)],
    ['export', (c) => Array.fromAsync(exportRegister(c))],
  ];
  const add = (name: string, ask: (context: Context) => Promise<unknown>) => ways.push([name, ask]);
  const formats = ['docx', 'html', 'akn', 'json'] as const;
  for (const { slug } of await texts.bodies(all)) add(`body ${slug}`, (c) => texts.body(c, slug));
  for (const { slug } of await texts.conferences(all)) {
    add(`conference ${slug}`, (c) => texts.conference(c, slug));
    add(`fates of conference ${slug}`, (c) => texts.fatesOfConference(c, slug));
    add(`clashes of conference ${slug}`, (c) => texts.clashesOverview(c, slug));
  }
  for (const { slug, id } of await texts.instruments(all)) {
    add(`instrument ${slug}`, (c) => texts.instrument(c, slug));
    add(`links of ${slug}`, (c) => linksOf(c, { kind: 'instrument', id }));
    add(`comparable ${slug}`, (c) => texts.comparableTexts(c, slug));
    add(`clash map ${slug}`, (c) => texts.clashMap(c, slug));
    add(`in force ${slug}`, (c) => texts.revisionsInForce(c, slug, '2040'));
  }
  for (const { slug, id } of await texts.revisions(all)) {
    add(`revision ${slug}`, (c) => texts.revision(c, slug));
    add(`links of ${slug}`, (c) => linksOf(c, { kind: 'revision', id }));
    for (const path of ['resolves-1', 'considering-b'])
      add(`${path} of ${slug}`, (c) => texts.clauseHistory(c, slug, path));
    for (const format of formats) add(`${slug}.${format}`, (c) => texts.revisionFile(c, slug, format));
    add(`comparison ${slug}`, (c) => texts.comparison(c, 'resolution-5-oslo-2018', slug));
  }
  for (const { slug } of await texts.contributions(all)) {
    add(`contribution ${slug}`, (c) => texts.contribution(c, slug));
    add(`fates of ${slug}`, (c) => texts.fatesOfContribution(c, slug));
  }
  for (const { slug } of await texts.proposals(all)) {
    add(`proposal ${slug}`, (c) => texts.proposal(c, slug));
    add(`fate of ${slug}`, (c) => texts.fateOfProposal(c, slug));
    add(`fate of ${slug} in brief`, (c) => texts.fateInBrief(c, slug));
    add(`comparison ${slug}`, (c) => texts.comparison(c, `${slug}:proposed`, `${slug}:base`));
    for (const format of formats) add(`${slug}.${format}`, (c) => texts.proposalFile(c, slug, format));
  }
  for (const { slug } of await texts.drafts(all)) {
    add(`draft ${slug}`, (c) => texts.draft(c, slug));
    add(`document of ${slug}`, (c) => texts.draftDocument(c, slug));
    add(`steps of ${slug}`, (c) => texts.draftSteps(c, slug, 0));
    add(`check of ${slug}`, (c) => texts.checkDraft(c, slug));
    add(`history of ${slug}`, (c) => texts.draftHistory(c, slug));
    add(`text of ${slug}`, (c) => texts.draftText(c, slug));
    for (const format of formats) add(`${slug}.${format}`, (c) => texts.draftFile(c, slug, format));
  }
  for (const { slug } of await texts.preparations(all)) {
    add(`preparation ${slug}`, (c) => texts.preparation(c, slug));
    add(`support ${slug}`, (c) => texts.support(c, slug));
    add(`${slug}.docx`, (c) => texts.contributionFile(c, slug));
    add(`reply form ${slug}`, (c) => texts.replyFormFile(c, slug, ids.bay));
  }
  for (const { slug } of await texts.consolidations(all)) {
    add(`consolidation ${slug}`, (c) => texts.consolidation(c, slug));
    add(`consolidation ${slug}.docx`, (c) => texts.consolidationFile(c, slug));
  }
  return ways;
}

/** All words of an answer: values, the parts of Word files, and what a refusal says. */
function said(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => {
    if (inner instanceof Map) return [...(inner as Map<unknown, unknown>)];
    if (!(inner instanceof Uint8Array)) return inner;
    if (inner[0] !== 0x50) return new TextDecoder().decode(inner);
    return Object.values(unzipSync(inner)).map((part) => new TextDecoder().decode(part));
  });
}

async function secretsTold(context: Context, secrets: readonly string[]): Promise<string[]> {
  const told: string[] = [];
  for (const [name, ask] of await waysOut()) {
    const answer = await ask(context).catch((error: unknown) => {
      if (error instanceof Refusal) return error.problem;
      throw error;
    });
    const all = said(answer).toLowerCase();
    told.push(...secrets.filter((secret) => all.includes(secret.toLowerCase())).map((secret) => `${name}: ${secret}`));
  }
  return told;
}

const everything = [...ofSecretariat, ...ofForum, ...ofAtoll];
const others: [string, () => Viewer, readonly string[]][] = [
  ['the public', () => viewerWith('public'), everything],
  ['an expert', () => viewerWith('expert', ids.nic), everything],
  ['a partner', () => viewerWith('partner', ids.nic), everything],
  ['a member', () => viewerWith('member', ids.nic), everything],
  ['a drafter of another organisation', () => viewerWith('drafter', ids.nic), everything],
  ['a drafter of no organisation', () => viewerWith('drafter'), everything],
  ['a member that was asked', () => viewerWith('member', ids.bay), [...ofSecretariat, ...ofForum]],
  ['a drafter of the organisation', () => viewerWith('drafter', ids.ssf), ofSecretariat],
];

test.each(others)('%s learns no secret', async (_, viewer, secrets) => {
  expect(await secretsTold(as(viewer()), secrets)).toEqual([]);
});

test('the secrets are really there: the secretariat learns each of them', async () => {
  const told = (await secretsTold(boss(), everything)).map((line) => line.split(': ').at(-1));
  expect(everything.filter((secret) => !told.includes(secret))).toEqual([]);
  const forum = (await secretsTold(as(viewerWith('drafter', ids.ssf)), ofForum)).map((line) => line.split(': ').at(-1));
  expect(forum).toContain('forumclause');
  expect(forum).toContain('forumcomment');
});
