/** Bodies under all their names: joined when sure, offered to a person otherwise, and never two instruments of one number. */
import { beforeAll, describe, expect, test } from 'vitest';
import { Refusal } from '#kernel/problem.ts';
import type { Origin } from '#kernel/register.ts';
import { historyOf } from '#modules/access/server/index.ts';
import {
  acceptInstrument,
  bodies,
  body,
  clauseHistory,
  conferences,
  instruments,
  joinBodies,
  nameBody,
  partBody,
  textsInForce,
} from '#modules/texts/server/index.ts';
import { newId } from '#kernel/ids.ts';
import { cleanClause } from '../../src/modules/texts/domain/register/sides.ts';
import { useDatabase, viewerWith } from '../../src/testing/database.ts';

const database = useDatabase();

async function code(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Refusal) return error.problem.code;
    throw error;
  }
  return 'no refusal';
}

/** Accepts a resolution that a body adopted at a place. */
async function adopt(
  number: number,
  opening: string,
  revision: string,
  visibility: Origin['visibility'] = 'public',
  words = `to chart reef ${number};`,
): Promise<void> {
  const clause = cleanClause({ label: '1', words, line: 4, children: [] });
  await acceptInstrument(
    database.context(),
    {
      heading: `RESOLUTION ${number} (${revision})`,
      title: `Reef ${number}`,
      opening,
      sections: [{ kind: 'operative', heading: 'resolves', status: 'kept', clauses: [clause], line: 3 }],
      annexes: [],
      footnotes: [],
    },
    { source: newId(), visibility, parties: [] },
    'x',
  );
}

const named = async () => (await bodies(database.context())).map(({ name }) => name);
const slugOf = async (name: string) => (await bodies(database.context())).find((one) => one.name === name)?.slug ?? '';

beforeAll(async () => {
  await adopt(1, 'The Plenipotentiary Conference of the Oceanic Cable Union (Oslo, 2018),', 'Oslo, 2018');
  await adopt(2, 'The PLENIPOTENTIARY CONFERENCE of the Oceanic Cable Union (Lagos, 2014),', 'Lagos, 2014');
  await adopt(3, 'The Plenipotentiary Conference of the Oceanic Cable Union (OCU) (OSLO, 2018),', 'OSLO, 2018');
  await adopt(4, 'The Council of the Oceanic Cable Union (Oslo, 2018),', 'Oslo, 2018');
});

describe('names that sources print', () => {
  test('are of one body up to case and what stands in parentheses', async () => {
    expect(await named()).toEqual([
      'Council of the Oceanic Cable Union',
      'Plenipotentiary Conference of the Oceanic Cable Union',
    ]);
    const { body: found } = await body(
      database.context(),
      await slugOf('Plenipotentiary Conference of the Oceanic Cable Union'),
    );
    expect(found.aliases).toEqual(['PLENIPOTENTIARY CONFERENCE of the Oceanic Cable Union']);
    const all = await instruments(database.context());
    expect(new Set(all.filter(({ number }) => number !== '4').map(({ adopted_by }) => adopted_by)).size).toBe(1);
  });

  test('one place and year names two conferences of two bodies', async () => {
    const oslo = (await conferences(database.context())).filter(({ place }) => place.toLowerCase() === 'oslo');
    expect(oslo.map(({ slug, body, year }) => [slug, body.name, year])).toEqual([
      ['council-oslo-2018', 'Council of the Oceanic Cable Union', 2018],
      ['plenipotentiary-conference-oslo-2018', 'Plenipotentiary Conference of the Oceanic Cable Union', 2018],
    ]);
  });

  test('a short key that a person gave is found from then on, and no name is given twice', async () => {
    const slug = await slugOf('Council of the Oceanic Cable Union');
    await nameBody(database.context(), slug, 'OCC');
    await adopt(5, 'The OCC (Oslo, 2018),', 'Oslo, 2018');
    expect((await body(database.context(), slug)).body.aliases).toEqual(['OCC']);
    expect(await named()).toHaveLength(2);
    expect(await code(nameBody(database.context(), slug, 'OCU Plenipotentiary Conference'))).toBe('name-taken');
    expect(await code(nameBody(database.context(), slug, ' '))).toBe('bad-name');
  });
});

describe('bodies that may be one', () => {
  test('are offered, joined by a person, and parted again', async () => {
    await adopt(7, 'The Conference of the Oceanic Cable Union (Oslo, 2018),', 'Oslo, 2018');
    const short = await slugOf('Conference of the Oceanic Cable Union');
    const { body: found, alike } = await body(database.context(), short);
    expect(alike.map(({ name }) => name)).toEqual(['Plenipotentiary Conference of the Oceanic Cable Union']);
    const into = alike[0]?.slug ?? '';
    await joinBodies(database.context(), short, found.version, into);
    expect(await named()).toHaveLength(2);
    expect((await body(database.context(), short)).body).toMatchObject({ slug: into, merged: [{ slug: short }] });
    expect(
      (await conferences(database.context())).filter(({ place }) => place === 'Oslo').map(({ body }) => body.slug),
    ).toHaveLength(2);
    expect(await code(joinBodies(database.context(), short, found.version, into))).toBe('bad-body');

    // Known by either name, it is one body: the same number is the same instrument.
    expect(
      await code(adopt(7, 'The Plenipotentiary Conference of the Oceanic Cable Union (Oslo, 2018),', 'Oslo, 2018')),
    ).toBe('revision-known');

    await partBody(database.context(), short, found.version + 1);
    expect(await named()).toHaveLength(3);
    const history = await historyOf(database.context(), { kind: 'body', id: found.id });
    expect(history.map(({ action }) => action)).toEqual(['parted', 'joined', 'added']);
  });

  test('are not joined where that would make two instruments of one number', async () => {
    await adopt(1, 'The Conference of the Oceanic Cable Union (Lagos, 2014),', 'Lagos, 2014');
    const short = await slugOf('Conference of the Oceanic Cable Union');
    const { body: found } = await body(database.context(), short);
    const into = await slugOf('Plenipotentiary Conference of the Oceanic Cable Union');
    expect(await code(joinBodies(database.context(), short, found.version, into))).toBe('two-instruments');
    expect(await named()).toHaveLength(3);
  });

  test('are not offered to those who may not join them', async () => {
    const { alike } = await body(
      database.context(viewerWith('member')),
      await slugOf('Conference of the Oceanic Cable Union'),
    );
    expect(alike).toEqual([]);
  });
});

test('a clause is the same when its older text comes in after the newer one', async () => {
  const words = 'to chart the reefs of all islands every two years;';
  await adopt(40, 'The Council of the Oceanic Cable Union (Oslo, 2018),', 'Rev. Oslo, 2018', 'public', words);
  await adopt(
    40,
    'The Council of the Oceanic Cable Union (Lagos, 2014),',
    'Lagos, 2014',
    'public',
    words.replace('two', 'four'),
  );
  const { rows } = await clauseHistory(database.context(), 'resolution-40-oslo-2018', 'resolves-1');
  expect(rows.map(({ revision, clause }) => [revision.slug, clause?.words])).toEqual([
    ['resolution-40-lagos-2014', words.replace('two', 'four')],
    ['resolution-40-oslo-2018', words],
  ]);
});

test('final acts that list what was suppressed are taken at their word', async () => {
  await adopt(
    30,
    'The Plenipotentiary Conference of the Oceanic Cable Union (Suva, 2022),',
    'Suva, 2022',
    'public',
    'to go on. 12 PART IV - LIST OF RESOLUTIONS ABROGATED BY THE PLENIPOTENTIARY CONFERENCE (SUVA, 2022) RESOLUTION 2 (LAGOS, 2014) Reef 2 RESOLUTION 99 (OSLO, 2018) Boats',
  );
  const { texts } = await textsInForce(database.context(), '2023');
  const state = (name: string) =>
    texts.filter(({ instrument }) => instrument.name === name).map(({ standing }) => standing.state);
  expect(state('Resolution 2')).toEqual(['suppressed']);
  expect(state('Resolution 99')).toEqual(['suppressed']);
  expect(state('Resolution 3')).toEqual(['stands']);
  expect(
    (await textsInForce(database.context(), '2021')).texts.find(({ instrument }) => instrument.name === 'Resolution 2')
      ?.standing.state,
  ).toBe('stands');
  expect(await named()).toHaveLength(3);
});

test('two readings that name a new body at the same moment make it once', async () => {
  const opening = 'The Assembly of the Lighthouse Union (Oslo, 2020),';
  await Promise.all([50, 51, 52, 53].map((number) => adopt(number, opening, 'Oslo, 2020')));
  expect((await named()).filter((name) => name.includes('Lighthouse'))).toEqual(['Assembly of the Lighthouse Union']);
});

test('a body that only hidden texts name is not shown, nor its conferences, nor a name that only those print', async () => {
  await adopt(20, 'The Assembly of the Secret Reef Office (Oslo, 2019),', 'Oslo, 2019', 'secretariat');
  await adopt(
    21,
    'The PLENIPOTENTIARY Conference of the Oceanic Cable Union (Oslo, 2019),',
    'Oslo, 2019',
    'secretariat',
  );
  const member = database.context(viewerWith('member'));
  expect((await bodies(member)).map(({ name }) => name)).not.toContain('Assembly of the Secret Reef Office');
  expect(JSON.stringify([await bodies(member), await conferences(member)])).not.toMatch(
    /Secret|PLENIPOTENTIARY Conference|2019/,
  );
  expect(await code(body(member, await slugOf('Assembly of the Secret Reef Office')))).toBe('not-found');
  expect((await bodies(database.context())).map(({ name }) => name)).toContain('Assembly of the Secret Reef Office');
});
