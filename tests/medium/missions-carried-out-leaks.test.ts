/** What others read of a mission: nothing, or what its summary shows to everybody. Filled with bait. */
import { describe, expect, test } from 'vitest';
import type { Context } from '#modules/access/server/index.ts';
import * as missions from '#modules/missions/server/index.ts';
import { SearchRequest } from '#modules/trace/index.ts';
import { exportRegister, news, search } from '#modules/trace/server/index.ts';
import { useDatabase } from '../../src/testing/database.ts';
import { missionsIn, refusal } from './missions-made.ts';

const database = useDatabase();
const { ids, count, as, staff, now, underWay } = missionsIn(database);

const file = (name: string) => ({ name, bytes: new TextEncoder().encode('words'), media: 'text/plain', note: '' });
const bait = ['BAIT-PLACE', 'Rarotu', 'BAIT-STEP', 'BAIT-VOUCHER', 'BAIT-ADVICE', 'BAIT-SUMMARY', 'BAIT-FILE'];

/** A mission full of what only its parties may read. */
async function filled(summaryShown: boolean): Promise<string> {
  const slug = await underWay();
  const { mission } = await missions.mission(staff(), slug);
  await missions.describeMission(staff(), slug, await now(slug), {
    ...mission.details,
    title: `Mission ${count.opened}`,
    place: 'BAIT-PLACE',
    publicSummary: summaryShown ? 'Experts help with warnings.' : 'BAIT-SUMMARY',
    summaryShown,
  });
  const version = async (): Promise<number> => now(slug);
  await missions.addMilestone(staff(), slug, await version(), { kind: 'hearing', what: 'BAIT-STEP', on: '2027-09' });
  await missions.listAdvice(staff(), slug, await version(), 'BAIT-ADVICE');
  await missions.recordPayment(staff(), slug, await version(), {
    text: 'BAIT-VOUCHER',
    planned: null,
    amount: { value: '1.00', currency: 'USD' },
    on: '2027-02-27',
    payer: 'organiser',
    voucher: 'BAIT-VOUCHER',
  });
  await missions.attachDocument(staff(), slug, file('BAIT-FILE.txt'), { milestone: null, shown: 'parties' });
  await missions.attachDocument(staff(), slug, file('report.txt'), { milestone: 'step-1', shown: 'public' });
  return slug;
}

const everybodyElse = (): Context[] => [
  as('public'),
  as('member', ids.stranger),
  as('expert', ids.stranger),
  as('partner', ids.stranger),
  as('drafter', ids.stranger),
];

async function waysOut(context: Context, slug: string): Promise<string> {
  const tries: Promise<unknown>[] = [
    missions.missions(context),
    missions.missionSummary(context, slug),
    missions.mission(context, slug),
    missions.agreement(context, slug),
    missions.evaluations(context, slug),
    missions.missionDocuments(context, slug),
    missions.duties(context),
    ...bait.map((words) => search(context, SearchRequest.parse({ words }))),
    search(context, SearchRequest.parse({ words: 'warnings' })),
    news(context, 100),
    Array.fromAsync(exportRegister(context)),
  ];
  const found = await Promise.allSettled(tries);
  return found.map((one) => (one.status === 'fulfilled' ? JSON.stringify(one.value) : String(one.reason))).join('\n');
}

describe('what others read', () => {
  test('nothing of a mission whose summary is not shown', async () => {
    const slug = await filled(false);
    for (const context of everybodyElse()) {
      const said = await waysOut(context, slug);
      for (const words of [...bait, `Mission ${count.opened}`]) expect(said, context.viewer.role).not.toContain(words);
    }
    const own = JSON.stringify(await missions.mission(as('member', ids.ministry), slug));
    expect(own).toContain('BAIT-STEP');
  });

  test('of one whose summary is shown: that, and public documents', async () => {
    const slug = await filled(true);
    for (const context of everybodyElse()) {
      const said = await waysOut(context, slug);
      for (const words of bait) expect(said, context.viewer.role).not.toContain(words);
      const summary = await missions.missionSummary(context, slug);
      expect([summary.whole, summary.summary]).toEqual([null, 'Experts help with warnings.']);
      const documents = await missions.missionDocuments(context, slug);
      expect(documents.map(({ name }) => name)).toEqual(['report.txt']);
      const all = await missions.missionDocuments(staff(), slug);
      const hidden = all.find(({ shown }) => shown === 'parties')!.id;
      await expect(missions.missionDocument(context, slug, hidden)).rejects.toMatchObject(refusal('not-found'));
      expect((await missions.missionDocument(context, slug, documents[0]!.id)).name).toBe('report.txt');
    }
  });
});
