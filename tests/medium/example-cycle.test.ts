/** The example cycle, played by the services that people use: where it stands when the workbench is first opened. */
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { playExamples, readExamples, startEmpty, whatIsIn } from '#modules/intake/server/index.ts';
import { applicationRows, cycles, evaluations, missions, offerRows, roster } from '#modules/missions/server/index.ts';
import { playExampleCycle } from '../../examples/cycle/play.ts';
import { useDatabase, viewerWith } from '../../src/testing/database.ts';

const database = useDatabase();
const officer = () => database.context(viewerWith('secretariat'));

beforeAll(async () => {
  await readExamples(database.context(), path.resolve(import.meta.dirname, '../../examples/files'), () => undefined);
  expect(await playExamples(database.context(), playExampleCycle)).toBe(true);
}, 60_000);

describe('after the example was played', () => {
  test('two cycles are there, and the requests stand where their missions brought them', async () => {
    expect((await cycles(officer())).map(({ slug }) => slug)).toEqual([
      'ocu-expert-mission-2027',
      'ocu-expert-mission-2026',
    ]);
    const rows = (await applicationRows(officer())).filter(({ cycle }) => cycle?.slug === 'ocu-expert-mission-2026');
    expect(rows.map(({ application, stage }) => [application.position, stage])).toEqual([
      [1, 'Completed'],
      [2, 'In circulation'],
      [3, 'Offer settled'],
      [4, 'Mission under way'],
      [5, 'In circulation'],
    ]);
  });

  test('three missions: one closed, one under way, one being agreed', async () => {
    expect((await missions(officer())).map(({ stage }) => stage)).toEqual(['closed', 'under-way', 'agreement']);
    expect((await missions(database.context(viewerWith('public')))).map(({ stage, whole }) => [stage, whole])).toEqual([
      ['closed', null],
      ['under-way', null],
    ]);
  });

  test('both sides evaluated the closed one', async () => {
    const [closed] = await missions(officer());
    const { given } = await evaluations(officer(), closed!.slug);
    expect(given).toHaveLength(2);
  });

  test('what the Union is not asked to pay, the offering side bears', async () => {
    const offers = (await offerRows(officer())).filter(({ offerer }) => offerer === 'Atoll Engineering Partners');
    expect(
      offers.map(({ offer }) =>
        offer.content.costs.map(({ payers }) => payers.map(({ who, share, basis }) => [who, share, basis])),
      ),
    ).toEqual([
      [
        [
          ['offerer', 10000, 'agreed'],
          ['offerer', 10000, 'implied-by-blank'],
        ],
      ],
    ]);
    expect((await roster(officer())).map(({ name }) => name).sort()).toEqual([
      'Ana Loiseau',
      'Marama Keel',
      'Peniata Rook',
      'Tevita Marsh',
    ]);
  });

  test('it is played once', async () => {
    expect(await playExamples(database.context(), playExampleCycle)).toBe(false);
  });

  test('it counts as an example, and goes with the examples', async () => {
    expect(await whatIsIn(database.context())).toEqual({ examples: true, own: false });
    await startEmpty(database.context());
    expect(await cycles(officer())).toEqual([]);
    expect(await missions(officer())).toEqual([]);
  });
});
