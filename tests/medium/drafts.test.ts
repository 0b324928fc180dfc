/** Drafts in the database: steps in one line, states made again, changes by form, who may. */
import { beforeAll, describe, expect, test } from 'vitest';
import { Fragment, Node, Slice } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { newId } from '#kernel/ids.ts';
import { system, type Viewer } from '#modules/access/index.ts';
import { historyOf } from '#modules/access/server/index.ts';
import { organisationNamed } from '#modules/directory/server/index.ts';
import { accept, takeIn } from '#modules/intake/server/index.ts';
import { edit, labelsOf, moveClause, schema } from '#modules/texts/drafting.ts';
import {
  draft,
  draftDocument,
  draftHistory,
  drafts,
  draftSteps,
  draftText,
  openDraft,
  proposeChange,
  returnToState,
  takeSteps,
} from '#modules/texts/server/index.ts';
import { useDatabase, viewerWith } from '../../src/testing/database.ts';

const database = useDatabase();
const ids = { organisation: '', other: '' };

const resolution = `RESOLUTION 5 (Rev. Oslo, 2018)

Charting of reefs

The Assembly of the Oceanic Communications Union (Oslo, 2018),

considering

a)\tthat reefs break cables;
b)\tthat charts are old,

resolves

1\tto chart all reefs, as considering b) demands;
2\tto lay cables.
`;

beforeAll(async () => {
  const context = database.context(system);
  const taken = await takeIn(context, { bytes: new TextEncoder().encode(resolution), name: 'Resolution 5.txt' });
  if (taken.state !== 'new') throw new Error('The resolution was known.');
  await accept(context, taken.reading, 1);
  ids.organisation = (await organisationNamed(context, { key: 'NIC', name: 'Northern Islands Conference' })).id;
  ids.other = (await organisationNamed(context, { key: 'SSF', name: 'Southern Seas Forum' })).id;
});

const drafter = (organisation: string | null = ids.organisation): Viewer => viewerWith('drafter', organisation);
const contextOf = (viewer: Viewer) => database.context(viewer);
const slug = 'resolution-5-oslo-2018';

async function opened(title: string, viewer = drafter()) {
  const context = contextOf(viewer);
  const made = await openDraft(context, slug, title);
  return { context, slug: made.slug };
}

/** The editor's document, and steps that type some words before others. */
async function typing(context: ReturnType<typeof contextOf>, of: string, before: string, words: string) {
  const { version, document } = await draftDocument(context, of);
  const doc = Node.fromJSON(schema, document);
  let place = -1;
  doc.descendants((node, at) => {
    const index = node.text?.indexOf(before) ?? -1;
    if (place === -1 && index >= 0) place = at + index;
    return true;
  });
  const tr = new Transform(doc);
  const hand = { author: 'Ana', at: '2026-03-01T09:00Z', newId: () => newId(), suggest: true };
  edit(tr, place, place, new Slice(Fragment.from(schema.text(words)), 0, 0), hand);
  return { version, tr, steps: tr.steps.map((step) => step.toJSON() as unknown) };
}

describe('steps', () => {
  test('are taken at the version they rest on, and the text shows them as changes of the base', async () => {
    const { context, slug } = await opened('Steps in order');
    const { version, steps } = await typing(context, slug, 'old,', 'very ');
    expect(await takeSteps(context, slug, { version, client: 'a', steps })).toEqual({
      taken: true,
      version: 1,
      steps: [],
    });
    const text = await draftText(context, slug);
    expect(text.sections[0]?.clauses[1]?.runs).toEqual([
      { text: 'that charts are ', change: 'same' },
      { text: 'very ', change: 'inserted' },
      { text: 'old,', change: 'same' },
    ]);
    expect(text.sections[1]?.status).toBe('kept');
  });

  test('on an older version are not taken; the answer holds what came between, also what was one’s own', async () => {
    const { context, slug } = await opened('Steps too late');
    const first = await typing(context, slug, 'old,', 'very ');
    const late = await typing(context, slug, 'cables;', 'sea ');
    await takeSteps(context, slug, { version: 0, client: 'a', steps: first.steps });
    const answer = await takeSteps(context, slug, { version: 0, client: 'b', steps: late.steps });
    expect(answer).toMatchObject({ taken: false, version: 1, steps: [{ version: 1, client: 'a' }] });
    expect((await draftSteps(context, slug, 0)).steps).toEqual(answer.steps);
    expect((await draftText(context, slug)).sections[0]?.clauses[0]?.after).toBe('that reefs break cables;');
  });

  test('on a version that the draft never had are refused', async () => {
    const { context, slug } = await opened('Too early');
    const { steps } = await typing(context, slug, 'old,', 'very ');
    for (const version of [7, -1, 0.5, Number.NaN]) {
      const sending = takeSteps(context, slug, { version, client: 'a', steps });
      await expect(sending, String(version)).rejects.toMatchObject({ problem: { code: 'no-version' } });
      await expect(draftSteps(context, slug, version)).rejects.toMatchObject({ problem: { code: 'no-version' } });
    }
  });

  test('of two browsers at the same moment: one is taken, the other hears of it', async () => {
    const { context, slug } = await opened('At the same moment');
    const sent = await Promise.all([typing(context, slug, 'old,', 'A'), typing(context, slug, 'old,', 'B')]);
    const answers = await Promise.all(
      sent.map(({ steps }, index) => takeSteps(context, slug, { version: 0, client: String(index), steps })),
    );
    expect(answers.filter(({ taken }) => taken)).toHaveLength(1);
    expect((await draftDocument(context, slug)).version).toBe(1);
  });

  test('that do not fit the text are refused, and nothing of what came with them is kept', async () => {
    const { context, slug } = await opened('Refused');
    const { steps } = await typing(context, slug, 'old,', 'very ');
    const whole = schema.nodes.heading.create().toJSON() as unknown;
    const bad: unknown[] = [
      { stepType: 'replace', from: 0, to: 100_000 },
      { stepType: 'replace', from: 2, to: 2, slice: { content: [{ type: 'script' }] } },
      { stepType: 'replace', from: 0, to: 0, slice: { content: [whole] } },
      { stepType: 'nothing' },
      null,
      'x',
    ];
    for (const step of bad) {
      const sending = takeSteps(context, slug, { version: 0, client: 'a', steps: [...steps, step] });
      await expect(sending, JSON.stringify(step)).rejects.toMatchObject({ problem: { code: 'step-refused' } });
    }
    expect((await draftDocument(context, slug)).version).toBe(0);
  });

  test('of hundreds, every state can be made again', async () => {
    const { context, slug } = await opened('Many steps');
    const said: string[] = [];
    for (let round = 0; round < 5; round++) {
      const { version, document } = await draftDocument(context, slug);
      const tr = new Transform(Node.fromJSON(schema, document));
      const hand = { author: 'Ana', at: '2026-03-01T09:00Z', newId: () => newId(), suggest: false };
      for (let count = 0; count < 60; count++) edit(tr, 1, 1, new Slice(Fragment.from(schema.text('x')), 0, 0), hand);
      const steps = tr.steps.map((step) => step.toJSON() as unknown);
      expect((await takeSteps(context, slug, { version, client: 'a', steps })).taken).toBe(true);
      said.push(tr.doc.firstChild?.textContent ?? '');
    }
    for (const [round, words] of said.entries()) {
      const then = await draftDocument(context, slug, (round + 1) * 60);
      expect(Node.fromJSON(schema, then.document).firstChild?.textContent).toBe(words);
    }
    await expect(draftDocument(context, slug, 301)).rejects.toMatchObject({ problem: { code: 'no-version' } });
  });
});

describe('a change by form', () => {
  test('rewords a clause word by word, with its reason as a comment', async () => {
    const { context, slug } = await opened('By form');
    const { blocks, text } = await draft(context, slug);
    const clause = text.sections[0]?.clauses[1];
    const block = blocks.get(clause?.line ?? 0) ?? '';
    await proposeChange(context, slug, 0, {
      block,
      what: 'reword',
      words: 'that most charts are older,',
      reason: 'They are.',
    });
    const after = await draft(context, slug);
    expect(after.text.sections[0]?.clauses[1]?.runs).toEqual([
      { text: 'that ', change: 'same' },
      { text: 'most ', change: 'inserted' },
      { text: 'charts are ', change: 'same' },
      { text: 'old', change: 'deleted' },
      { text: 'older', change: 'inserted' },
      { text: ',', change: 'same' },
    ]);
    expect(after.comments).toMatchObject([{ author: 'drafter', text: 'They are.' }]);
    expect((await draftHistory(context, slug)).sittings).toMatchObject([
      { author: 'drafter', note: 'reworded a clause by form' },
    ]);
  });

  test('adds a clause and deletes one; labels and references follow', async () => {
    const { context, slug } = await opened('Add and delete');
    const { blocks, text } = await draft(context, slug);
    const block = blocks.get(text.sections[0]?.clauses[0]?.line ?? 0) ?? '';
    await proposeChange(context, slug, 0, { block, what: 'insert-after', words: 'that tides rise;', reason: '' });
    const { version } = (await draft(context, slug)).draft;
    await proposeChange(context, slug, version, { block, what: 'delete', words: '', reason: '' });
    const after = await draftText(context, slug);
    expect(after.sections[0]?.clauses.map(({ label, status }) => [label.before, label.after, status])).toEqual([
      ['a)', null, 'deleted'],
      [null, 'a)', 'inserted'],
      ['b)', 'b)', 'kept'],
    ]);
  });

  test('to a clause that somebody else changed is refused; to another one it is made', async () => {
    const { context, slug } = await opened('Conflict');
    const { blocks, text } = await draft(context, slug);
    const [first = '', second = ''] = (text.sections[0]?.clauses ?? []).map(({ line }) => blocks.get(line) ?? '');
    await proposeChange(context, slug, 0, { block: first, what: 'reword', words: 'that reefs move;', reason: '' });
    const late = proposeChange(context, slug, 0, {
      block: first,
      what: 'reword',
      words: 'that reefs grow;',
      reason: '',
    });
    await expect(late).rejects.toMatchObject({ problem: { code: 'changed-meanwhile' } });
    await proposeChange(context, slug, 0, {
      block: second,
      what: 'reword',
      words: 'that charts are lost,',
      reason: '',
    });
    expect((await draftText(context, slug)).sections[0]?.clauses.map(({ after }) => after)).toEqual([
      'that reefs move;',
      'that charts are lost,',
    ]);
  });
});

test('an earlier state becomes the present one as one more change, and can be left again', async () => {
  const { context, slug } = await opened('There and back');
  const { tr, steps } = await typing(context, slug, 'old,', 'very ');
  await takeSteps(context, slug, { version: 0, client: 'a', steps });
  await returnToState(context, slug, 1, 0);
  expect((await draftText(context, slug)).sections[0]?.clauses[1]?.after).toBe('that charts are old,');
  await returnToState(context, slug, 2, 1);
  const { version, document } = await draftDocument(context, slug);
  expect([version, Node.fromJSON(schema, document).eq(tr.doc)]).toEqual([3, true]);
  await expect(returnToState(context, slug, 3, 1)).rejects.toMatchObject({ problem: { code: 'nothing-changed' } });
  await expect(returnToState(context, slug, 2, 0)).rejects.toMatchObject({ problem: { code: 'changed-meanwhile' } });
  const actions = (await historyOf(database.context(system), null)).map(({ action }) => action);
  expect(actions).toContain('returned to an earlier state of');
});

test('clauses keep the ids they have in the register', async () => {
  const { context, slug } = await opened('Ids');
  const { document, base } = await draftDocument(context, slug);
  expect(document).toEqual(base);
  const doc = Node.fromJSON(schema, document);
  const tr = new Transform(doc);
  moveClause(tr, doc.content.size - (doc.lastChild?.nodeSize ?? 0), 'up');
  expect([...labelsOf(tr.doc, doc).keys()].sort()).toEqual([...labelsOf(doc, doc).keys()].sort());
});

describe('drafts are shown', () => {
  test('to the organisation of the one who opened it and to the secretariat', async () => {
    const { slug } = await opened('For the north');
    const sees = async (viewer: Viewer): Promise<boolean> => {
      const listed = (await drafts(contextOf(viewer))).some((one) => one.slug === slug);
      const read = await draft(contextOf(viewer), slug).then(
        () => true,
        () => false,
      );
      expect(read).toBe(listed);
      return read;
    };
    expect(await sees(drafter())).toBe(true);
    expect(await sees(viewerWith('member', ids.organisation))).toBe(true);
    expect(await sees(drafter(ids.other))).toBe(false);
    expect(await sees(viewerWith('member', ids.other))).toBe(false);
    expect(await sees(viewerWith('public'))).toBe(false);
    expect(await sees(viewerWith('secretariat'))).toBe(true);
  });

  test('and changed by those of them who draft', async () => {
    const { slug } = await opened('To be changed');
    const sent = { version: 0, client: 'a', steps: [] };
    await expect(takeSteps(contextOf(viewerWith('member', ids.organisation)), slug, sent)).rejects.toMatchObject({
      problem: { code: 'not-allowed' },
    });
    await expect(takeSteps(contextOf(drafter(ids.other)), slug, sent)).rejects.toMatchObject({
      problem: { code: 'not-found' },
    });
  });

  test('who has no organisation and would not see the draft cannot open it', async () => {
    await expect(openDraft(contextOf(drafter(null)), slug, '')).rejects.toMatchObject({
      problem: { code: 'no-organisation' },
    });
    expect((await openDraft(contextOf(viewerWith('secretariat')), slug, '')).title).toBe(
      'Resolution 5 (Rev. Oslo, 2018)',
    );
    await expect(openDraft(contextOf(viewerWith('secretariat')), null, ' ')).rejects.toMatchObject({
      problem: { code: 'no-title' },
    });
  });
});
