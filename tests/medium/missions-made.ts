/** Missions for tests: organisations, a cycle, a request in circulation with an agreed offer. */
import { beforeAll } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { Context } from '#modules/access/server/index.ts';
import { organisationNamed } from '#modules/directory/server/index.ts';
import { noAnswer, type GivenAnswer } from '#modules/missions/domain/forms/answers.ts';
import * as missions from '#modules/missions/server/index.ts';
import { insertApplication, insertAssistancePlan } from '#modules/missions/store/missions.ts';
import { viewerWith, type TestDatabase } from '../../src/testing/database.ts';

export const refusal = (code: string) => ({ problem: { code } });

const answer = (text: string, more: Partial<GivenAnswer> = {}): GivenAnswer => ({
  ...noAnswer,
  state: 'given',
  text,
  ...more,
});

/** Call at the top of a test file, with its database. */
export function missionsIn(database: TestDatabase) {
  const ids = { ministry: '', institute: '', stranger: '', cycle: '' };
  /** How many were opened; names of requests end with it. */
  const as = (
    role: Parameters<typeof viewerWith>[0],
    organisation: string | null = null,
    day = '2027-03-01',
  ): Context => ({
    ...database.context({ ...viewerWith(role, organisation), name: `${role} of the tests` }),
    now: () => new Date(`${day}T10:00:00Z`),
  });
  const staff = (day?: string): Context => as('secretariat', null, day);

  beforeAll(async () => {
    ids.ministry = (await organisationNamed(staff(), { key: 'MOT', name: 'Ministry of Tides', country: 'FJ' })).id;
    ids.institute = (
      await organisationNamed(staff(), { key: 'IIL', name: 'Institute for Island Law', country: 'NZ' })
    ).id;
    ids.stranger = (await organisationNamed(staff(), { key: 'RAD', name: 'Radio Authority', country: 'TO' })).id;
    const slug = await missions.openCycle(staff(), {
      programme: 'Expert Mission',
      year: 2027,
      organiser: 'Oceanic Communications Union',
      plan: null,
      visibility: 'members',
    });
    ids.cycle = (await missions.cycle(staff(), slug)).id;
  });

  const count = { opened: 0 };

  /** A mission opened from a request in circulation and one offer. */
  async function opened(): Promise<string> {
    count.opened++;
    const common = {
      cycle: ids.cycle,
      source: null,
      formVersion: 1,
      pending: null,
      cameBy: 'browser',
      changedAt: new Date(),
    } as const;
    await insertApplication(database.db, {
      ...common,
      id: newId(),
      slug: `request-${count.opened}`,
      visibility: 'parties',
      parties: [ids.ministry],
      call: null,
      position: 1,
      country: 'FJ',
      organisation: ids.ministry,
      title: `Rules for warnings ${count.opened}`,
      record: null,
      stage: 'matched',
      content: {
        country: { printed: 'Fiji', iso2: 'FJ' },
        organisation: 'Ministry of Tides',
        title: `Rules for warnings ${count.opened}`,
        answers: { support_action: answer('Draft rules') },
      },
    });
    await insertAssistancePlan(database.db, {
      ...common,
      id: newId(),
      slug: `offer-${count.opened}`,
      visibility: 'parties',
      parties: [ids.institute],
      title: 'Island law',
      record: null,
      organisation: ids.institute,
      applications: [],
      stage: 'agreed',
      content: {
        organisation: 'Institute for Island Law',
        answers: {
          details: answer('Two lawyers come to Suva. Ask lina.moana@example.org first.'),
          outcomes: answer('Draft regulations'),
          schedule: answer('May 2027: workshop', {
            times: [
              { printed: 'May 2027: workshop', from: '2027-05', to: '2027-05', precision: 'month', what: 'workshop' },
            ],
          }),
          requested: noAnswer,
        },
        costs: [
          {
            id: 'line-1',
            category: 'travel',
            text: 'Air fares',
            quantity: null,
            unit: null,
            amount: { value: '3400.00', currency: 'USD' },
            payers: [{ who: 'offerer', share: 10_000, basis: 'implied-by-blank' }],
          },
        ],
        experts: [{ name: 'Dr Elenoa Rarotu', organisation: 'Institute for Island Law', role: 'lead', person: null }],
      },
    });
    return missions.openMission(staff(), {
      application: `request-${count.opened}`,
      offers: [`offer-${count.opened}`],
      title: '',
    });
  }
  const now = async (slug: string): Promise<number> => (await missions.mission(staff(), slug)).mission.version;

  /** One that is signed by everybody and has begun. */
  async function underWay(): Promise<string> {
    const slug = await opened();
    await missions.writeAgreement(staff(), slug, await now(slug), '');
    for (const party of [ids.ministry, ids.institute, 'organiser']) {
      await missions.signAgreement(staff(), slug, await now(slug), { party, name: 'Somebody', on: '2027-02-20' });
    }
    await missions.moveMission(staff(), slug, await now(slug), 'agreed', '');
    await missions.moveMission(staff(), slug, await now(slug), 'under-way', '');
    return slug;
  }

  return { ids, count, as, staff, opened, now, underWay };
}
