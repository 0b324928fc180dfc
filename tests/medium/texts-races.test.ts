/** Who may not, and what happens when several do the same at once: nothing is lost, and whoever is late is told in words. */
import { Fragment, Node, Slice } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import path from 'node:path';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { Refusal } from '#kernel/problem.ts';
import { newId } from '#kernel/ids.ts';
import { system } from '#modules/access/index.ts';
import type { Context } from '#modules/access/server/index.ts';
import { organisationNamed } from '#modules/directory/server/index.ts';
import { readExamples } from '#modules/intake/server/index.ts';
import { usualRule } from '#modules/texts/index.ts';
import { edit, schema } from '#modules/texts/drafting.ts';
import * as texts from '#modules/texts/server/index.ts';
import { useDatabase, viewerWith } from '../../src/testing/database.ts';

const database = useDatabase();
const ids = { nic: '', ssf: '', bay: '' };
const as = (role: Parameters<typeof viewerWith>[0], organisation: string | null = null): Context =>
  database.context(viewerWith(role, organisation));
const ours = () => as('drafter', ids.nic);
const theirs = () => as('drafter', ids.ssf);
const boss = () => as('secretariat');
const revision = 'resolution-4-suva-2021';

const head = {
  proponent: 'NIC',
  conference: 'Assembly',
  place: 'Apia',
  year: 2025,
  number: 12,
  addendum: null,
  title: 'Common proposals',
  template: 'conference',
};
const words = { symbol: 'NOC', title: null, summary: 'Keep it.', introduction: '', reasons: 'It serves.' } as const;
const about = { name: 'Resolution 4', revision: null, draft: null, text: null };
const yes = { serial: 1, answer: 'supporting', remark: '' } as const;

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

async function prepared(context: Context, proposals = 1): Promise<string> {
  const slug = await texts.openPreparation(context, head);
  for (let index = 0; index < proposals; index++) {
    await texts.addPreparedProposal(context, slug, { ...about, name: `Resolution ${index + 1}` }, words);
  }
  return slug;
}

async function asked(context: Context): Promise<string> {
  const slug = await prepared(context);
  await texts.askForSupport(context, slug, 1, { members: [ids.bay, ids.ssf], replyBy: '2999-01-01', rule: usualRule });
  return slug;
}

/** Steps that type words at the beginning of the title. */
async function typing(context: Context, slug: string, typed: string) {
  const { version, document } = await texts.draftDocument(context, slug);
  const doc = Node.fromJSON(schema, document);
  const tr = new Transform(doc);
  const hand = { author: 'Ana', at: '2026-03-01T09:00Z', newId: () => newId(), suggest: true };
  const place = (doc.child(0).nodeSize ?? 0) + 1;
  edit(tr, place, place, new Slice(Fragment.from(schema.text(typed)), 0, 0), hand);
  return { version, client: typed, steps: tr.steps.map((step) => step.toJSON() as unknown) };
}

beforeAll(async () => {
  const folder = path.resolve(import.meta.dirname, '../../examples/files');
  await readExamples(database.context(system), folder, () => undefined);
  for (const key of ['nic', 'ssf', 'bay'] as const) {
    ids[key] = (await organisationNamed(database.context(system), { key: key.toUpperCase(), name: `The ${key}` })).id;
  }
}, 60_000);

describe('a drafter of another organisation', () => {
  test('neither reads nor changes a draft, and cannot tell it from one that is not there', async () => {
    const { slug } = await texts.openDraft(ours(), revision, 'Only ours');
    const sent = await typing(ours(), slug, 'Mine ');
    const block = 'title';
    const tries = [
      texts.draft(theirs(), slug),
      texts.draftSteps(theirs(), slug, 0),
      texts.draftDocument(theirs(), slug),
      texts.checkDraft(theirs(), slug),
      texts.draftFile(theirs(), slug, 'json'),
      texts.takeSteps(theirs(), slug, sent),
      texts.proposeChange(theirs(), slug, 0, { block, what: 'reword', words: 'x', reason: '' }),
      texts.mendDraft(theirs(), slug, 0, { line: 1, from: 'x', to: 'y', why: '' }),
      texts.returnToState(theirs(), slug, 0, 0),
      texts.draftHistory(theirs(), slug),
    ];
    expect(new Set(await Promise.all(tries.map(said)))).toEqual(new Set(['not-found']));
    expect((await texts.draft(ours(), slug)).draft.version).toBe(0);
    const message = (of: string) => texts.draft(theirs(), of).catch((error: Error) => error.message);
    expect(await message(slug)).toBe(await message('no-such-draft'));
  });

  test('sees a contribution about which members are asked, and does not work on it', async () => {
    for (const slug of [await asked(ours()), await asked(boss())]) {
      expect((await texts.preparation(theirs(), slug)).mayWork).toBe(false);
      const tries = [
        texts.changePreparation(theirs(), slug, 2, head),
        texts.addPreparedProposal(theirs(), slug, about, words),
        texts.changePreparedProposal(theirs(), slug, 1, 1, words),
        texts.removePreparedProposal(theirs(), slug, 1, 1),
        texts.movePreparedProposal(theirs(), slug, 1, 1),
        texts.askForSupport(theirs(), slug, 2, { members: [ids.ssf], replyBy: '2999-01-01', rule: usualRule }),
        texts.concludeSupport(theirs(), slug, 2),
        texts.submitPreparation(theirs(), slug, 2),
        texts.answerOnSupport(theirs(), slug, ids.bay, [yes]),
        texts.answerOnSupport(as('member', ids.nic), slug, ids.bay, [yes]),
      ];
      expect(new Set(await Promise.all(tries.map(said)))).toEqual(new Set(['not-allowed']));
      expect(await said(texts.answerOnSupport(theirs(), slug, ids.ssf, [yes]))).toBe('done');
    }
  });

  test('opens nothing that it could not see', async () => {
    expect(await said(texts.openPreparation(as('drafter'), head))).toBe('no-organisation');
    expect(await said(texts.openDraft(as('drafter'), revision, 'x'))).toBe('no-organisation');
  });
});

test('who sees a proposal that others do not makes no consolidated draft of it for all', async () => {
  const { proposals } = await texts.instrument(boss(), 'resolution-9');
  const [hidden] = proposals;
  await sql`update texts.proposal set visibility = 'parties', parties = ${[ids.ssf]} where id = ${hidden?.id}`.execute(
    database.db,
  );
  expect(await said(texts.openConsolidation(theirs(), 'resolution-9'))).toBe('not-for-all-members');
  const slug = await texts.openConsolidation(boss(), 'resolution-9');
  expect(await said(texts.consolidation(theirs(), slug))).toBe('not-found');
});

test('a body that is known from hidden sources stays hidden under another name', async () => {
  const [known] = await texts.bodies(boss());
  if (known === undefined) throw new Error('The examples name no body.');
  const { slug, id } = known;
  const hide = (visibility: string) =>
    sql`update texts.body_name set visibility = ${visibility} where body = ${id}`.execute(database.db);
  await hide('secretariat');
  await texts.nameBody(boss(), slug, 'The Great Assembly');
  expect(await texts.bodies(as('public'))).toEqual([]);
  await hide('public');
});

describe('at once', () => {
  test('drafts, contributions and consolidated drafts of one name are opened, each at its own address', async () => {
    const opened = ['done', 'done', 'done', 'done', 'done'];
    expect(await atOnce(5, () => texts.openDraft(ours(), revision, 'The same'))).toEqual(opened);
    expect(await atOnce(5, () => texts.openPreparation(ours(), { ...head, number: 99 }))).toEqual(opened);
    expect(await atOnce(5, () => texts.openConsolidation(boss(), 'resolution-4'))).toEqual(opened);
    const slugs = (await texts.drafts(ours())).map(({ slug }) => slug).filter((slug) => slug.startsWith('the-same'));
    expect(slugs.sort()).toEqual(['the-same', 'the-same-2', 'the-same-3', 'the-same-4', 'the-same-5']);
  });

  test('one of several steps on one version is taken, the others are told what came', async () => {
    const { slug } = await texts.openDraft(ours(), revision, 'Several hands');
    const sent = await Promise.all(['One ', 'Two ', 'Three '].map((typed) => typing(ours(), slug, typed)));
    const answers = await Promise.all(sent.map((one) => texts.takeSteps(ours(), slug, one)));
    expect(answers.filter(({ taken }) => taken)).toHaveLength(1);
    for (const { taken, steps, version } of answers) expect([version, steps.length]).toEqual([1, taken ? 0 : 1]);
    const change = { block: 'title', what: 'reword', words: 'Another title', reason: '' } as const;
    expect(await atOnce(3, () => texts.proposeChange(ours(), slug, 1, change))).toEqual([
      'changed-meanwhile',
      'changed-meanwhile',
      'done',
    ]);
    const now = (await texts.draft(ours(), slug)).draft.version;
    expect(await atOnce(3, () => texts.returnToState(ours(), slug, now, 0))).toEqual([
      'changed-meanwhile',
      'changed-meanwhile',
      'done',
    ]);
  });

  test('one conflict is settled once', async () => {
    const slug = await texts.openConsolidation(boss(), 'resolution-4');
    const { layout } = await texts.consolidation(boss(), slug);
    const conflict = layout.conflicts[0]?.id ?? '';
    const told = await atOnce(4, (take) => texts.settleConflict(ours(), slug, 1, conflict, { take: take % 2 }));
    expect(told).toEqual(['changed-meanwhile', 'changed-meanwhile', 'changed-meanwhile', 'done']);
    expect((await texts.consolidation(boss(), slug)).states).toHaveLength(2);
    expect(await atOnce(2, () => texts.returnConsolidation(ours(), slug, 2, 1))).toEqual(['changed-meanwhile', 'done']);
  });

  test('proposals are added, moved and taken out, and are numbered without gaps', async () => {
    const slug = await prepared(ours(), 3);
    const serials = async () => (await texts.preparation(ours(), slug)).proposals.map(({ serial }) => serial);
    const added = await atOnce(5, () => texts.addPreparedProposal(ours(), slug, about, words));
    expect(added).toEqual(['done', 'done', 'done', 'done', 'done']);
    expect(await serials()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    await atOnce(6, (index) =>
      index % 2 === 0
        ? texts.movePreparedProposal(ours(), slug, index + 1, 1)
        : texts.removePreparedProposal(ours(), slug, index + 1, 1),
    );
    const left = await serials();
    expect(left).toEqual(left.map((_, index) => index + 1));
    expect(await atOnce(3, () => texts.changePreparedProposal(ours(), slug, 1, 1, words))).toEqual([
      'changed-meanwhile',
      'changed-meanwhile',
      'done',
    ]);
  });

  test('what is submitted stands: nothing comes in or goes out at the same moment', async () => {
    const slug = await prepared(ours(), 2);
    const told = await Promise.all([
      said(texts.submitPreparation(ours(), slug, 1)),
      said(texts.submitPreparation(ours(), slug, 1)),
      said(texts.addPreparedProposal(ours(), slug, about, { ...words, reasons: '' })),
      said(texts.removePreparedProposal(ours(), slug, 2, 1)),
    ]);
    const { preparation, proposals, gaps } = await texts.preparation(ours(), slug);
    expect(told.every((one) => ['done', 'submitted', 'not-ready', 'changed-meanwhile'].includes(one))).toBe(true);
    if (preparation.stage === 'submitted') expect(gaps).toEqual([]);
    else expect(told.slice(0, 2)).toEqual(['not-ready', 'not-ready']);
    expect(proposals.map(({ serial }) => serial)).toEqual(proposals.map((_, index) => index + 1));
  });

  test('an answer that is sent twice counts once, and none comes in after the end', async () => {
    const slug = await asked(ours());
    await atOnce(4, () => texts.answerOnSupport(as('member', ids.bay), slug, ids.bay, [yes]));
    expect((await texts.support(ours(), slug)).replies).toHaveLength(1);
    const told = await Promise.all([
      said(texts.concludeSupport(ours(), slug, 2)),
      said(texts.concludeSupport(ours(), slug, 2)),
      said(texts.answerOnSupport(theirs(), slug, ids.ssf, [yes])),
    ]);
    expect(told.slice(0, 2).sort()).toEqual(['done', 'not-asked']);
    expect(['done', 'not-asked']).toContain(told[2]);
    expect((await texts.support(ours(), slug)).waiting.filter(({ kind }) => kind === 'support-reminder')).toEqual([]);
  });
});
