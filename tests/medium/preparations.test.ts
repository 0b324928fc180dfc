/** Contributions in preparation on a real database: order of proposals, asking, answering, thresholds, outbox, history. */
import { describe, expect, test } from 'vitest';
import type { Context } from '#modules/access/server/index.ts';
import { organisationNamed } from '#modules/directory/server/index.ts';
import { waitingInOutbox } from '#platform/db/index.ts';
import {
  addPreparedProposal,
  answerOnSupport,
  askForSupport,
  changePreparedProposal,
  concludeSupport,
  movePreparedProposal,
  openPreparation,
  preparation,
  removePreparedProposal,
  submitPreparation,
  support,
} from '#modules/texts/server/index.ts';
import { usualRule, type ContributionHead } from '#modules/texts/index.ts';
import { useDatabase, viewerWith } from '../../src/testing/database.ts';

const database = useDatabase();
const as = (role: Parameters<typeof viewerWith>[0], organisation: string | null = null): Context => ({
  ...database.context({ ...viewerWith(role), organisation }),
  now: () => new Date('2025-05-01T10:00:00Z'),
});
const head: ContributionHead = {
  proponent: 'NIC',
  conference: 'Plenipotentiary Assembly',
  place: 'Apia',
  year: 2025,
  number: 12,
  addendum: 1,
  title: 'Common proposals of the Northern Islands Conference',
  template: 'conference',
};
const words = {
  symbol: 'NOC',
  title: null,
  summary: 'Keep it.',
  introduction: '',
  reasons: 'It serves well.',
} as const;
const about = (name: string) => ({ name, revision: null, draft: null, text: null });

async function prepared(proposals: string[]): Promise<{ slug: string; members: string[] }> {
  const context = as('secretariat');
  const slug = await openPreparation(context, head);
  for (const name of proposals) await addPreparedProposal(context, slug, about(name), words);
  const members: string[] = [];
  for (const key of ['Atoll', 'Bay', 'Cape', 'Dune'])
    members.push((await organisationNamed(context, { key, name: key })).id);
  return { slug, members };
}

describe('a contribution in preparation', () => {
  test('numbers its proposals in their order', async () => {
    const { slug } = await prepared(['Resolution 1', 'Resolution 2', 'Resolution 3']);
    const context = as('secretariat');
    await movePreparedProposal(context, slug, 3, 1);
    const order = async () =>
      (await preparation(context, slug)).proposals.map(({ serial, about }) => `${serial} ${about}`);
    expect(await order()).toEqual(['1 Resolution 3', '2 Resolution 1', '3 Resolution 2']);
    await removePreparedProposal(context, slug, 2, 1);
    expect(await order()).toEqual(['1 Resolution 3', '2 Resolution 2']);
    await expect(changePreparedProposal(context, slug, 2, 7, words)).rejects.toMatchObject({
      problem: { code: 'changed-meanwhile' },
    });
  });

  test('is seen by its proponent and the secretariat until members are asked', async () => {
    const { slug, members } = await prepared(['Resolution 1']);
    await expect(preparation(as('member', members[0]), slug)).rejects.toMatchObject({ problem: { code: 'not-found' } });
    await askForSupport(as('secretariat'), slug, 1, { members, replyBy: '2025-06-01', rule: usualRule });
    expect((await preparation(as('member', members[0]), slug)).preparation.stage).toBe('asked');
    await expect(preparation(as('public'), slug)).rejects.toMatchObject({ problem: { code: 'not-found' } });
  });

  test('members answer for themselves, reminders stop, and the rule decides', async () => {
    const { slug, members } = await prepared(['Resolution 1', 'Resolution 2']);
    const [atoll = '', bay = '', cape = ''] = members;
    const rule = { ...usualRule, leastSupport: 50, confirmed: true };
    await askForSupport(as('secretariat'), slug, 1, { members, replyBy: '2025-06-01', rule });
    const { id } = (await preparation(as('secretariat'), slug)).preparation;
    const letters = async () =>
      (await waitingInOutbox(database.context(viewerWith('administrator')).db, { kind: 'preparation', id })).map(
        ({ kind, due }) => `${kind} ${kind === 'support-asked' ? '' : due.toISOString().slice(0, 10)}`.trim(),
      );
    expect((await letters()).sort()).toEqual([
      ...Array.from({ length: 4 }, () => 'support-asked'),
      ...Array.from({ length: 4 }, () => 'support-reminder 2025-05-25'),
      ...Array.from({ length: 4 }, () => 'support-reminder 2025-05-31'),
    ]);

    const yes = { answer: 'supporting', remark: '' } as const;
    await answerOnSupport(as('member', atoll), slug, atoll, [
      { serial: 1, ...yes },
      { serial: 2, answer: 'not-supporting', remark: 'Costs.' },
    ]);
    expect(await letters()).toHaveLength(4 + 6);
    await expect(answerOnSupport(as('member', atoll), slug, bay, [{ serial: 1, ...yes }])).rejects.toMatchObject({
      problem: { code: 'not-allowed' },
    });
    await answerOnSupport(as('secretariat'), slug, bay, [{ serial: 1, ...yes }], { way: 'recorded', source: null });
    expect(await answerOnSupport(as('secretariat'), slug, bay, [{ serial: 1, ...yes }])).toBe(0);
    await answerOnSupport(as('secretariat'), slug, cape, [{ serial: 2, ...yes }]);
    const states = (await support(as('secretariat'), slug)).proposals.map(({ tally }) => tally);
    expect(states.map(({ state, needed }) => [state, needed])).toEqual([
      ['common', 2],
      ['preliminary', 2],
    ]);
    await concludeSupport(as('secretariat'), slug, 2);
    expect((await letters()).every((letter) => letter === 'support-asked')).toBe(true);
    await expect(answerOnSupport(as('member', atoll), slug, atoll, [{ serial: 1, ...yes }])).rejects.toMatchObject({
      problem: { code: 'not-asked' },
    });
  });

  test('is submitted only when nothing is missing', async () => {
    const { slug } = await prepared([]);
    await expect(submitPreparation(as('secretariat'), slug, 1)).rejects.toMatchObject({
      problem: { code: 'not-ready' },
    });
    await addPreparedProposal(as('secretariat'), slug, about('Resolution 1'), words);
    await submitPreparation(as('secretariat'), slug, 1);
    await expect(addPreparedProposal(as('secretariat'), slug, about('x'), words)).rejects.toMatchObject({
      problem: { code: 'submitted' },
    });
  });
});
