/** What requests serve: suggested on the examples, decided by people, seen by those who may see both ends. */
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { Refusal } from '#kernel/problem.ts';
import type { Reference } from '#kernel/reference.ts';
import { readExamples } from '#modules/intake/server/index.ts';
import { application } from '#modules/missions/server/index.ts';
import { decideTie, findServable, linksOf, servedBy, tiesOf, type AskedWords } from '#modules/trace/server/index.ts';
import { useDatabase, viewerWith } from '../../src/testing/database.ts';

const database = useDatabase();
const officer = () => database.context(viewerWith('secretariat'));
let request: Reference;
let asked: AskedWords;

beforeAll(async () => {
  await readExamples(database.context(), path.resolve(import.meta.dirname, '../../examples/files'), () => undefined);
  const found = await application(officer(), 'ocu-expert-mission-2026-1-fiji');
  request = { kind: 'application', id: found.application.id };
  const { title, answers } = found.application.content;
  asked = {
    fields: [
      { key: 'title', name: 'Title', text: title, core: true },
      { key: 'support_action', name: 'Support', text: answers['support_action']?.text ?? '', core: true },
    ],
  };
});

describe('what a request serves', () => {
  test('is suggested from its words, with both passages', async () => {
    const { kept, suggested } = await tiesOf(officer(), request, asked);
    expect(kept).toEqual([]);
    expect(suggested.length).toBeGreaterThan(0);
    for (const { passages, target } of suggested) {
      expect(asked.fields.find(({ key }) => key === passages[0].field)?.text).toContain(passages[0].text);
      expect(target.text).toContain(passages[1].text);
    }
  });

  test('is decided by a person, seen on both pages, and not suggested again', async () => {
    const [first, second] = (await tiesOf(officer(), request, asked)).suggested;
    const { target, why, passages } = first!;
    await decideTie(officer(), request, target, { decision: 'confirmed', why, passages });
    await decideTie(officer(), request, second!.target, { decision: 'refused', why: 'No.', passages: [] });
    const { kept, suggested } = await tiesOf(officer(), request, asked);
    expect(kept.map(({ id, standing }) => [id, standing])).toEqual(
      expect.arrayContaining([
        [target.id, 'confirmed'],
        [second!.target.id, 'refused'],
      ]),
    );
    expect(suggested.map((one) => one.target.id)).not.toContain(target.id);
    const ends = async (thing: Reference) => (await linksOf(officer(), thing)).filter(({ type }) => type === 'serves');
    expect((await ends(request)).map(({ id }) => id)).toEqual([target.id]);
    expect((await ends(target)).map(({ id }) => id)).toEqual([request.id]);
    expect(await ends(second!.target)).toEqual([]);
    const both = [target, second!.target];
    expect((await servedBy(officer(), both)).map(({ id, served }) => [id, served.id])).toEqual([
      [request.id, target.id],
    ]);
  });

  test('can be taken back', async () => {
    const { kept } = await tiesOf(officer(), request, asked);
    for (const tie of kept) await decideTie(officer(), request, tie, { decision: 'open', why: '', passages: [] });
    expect((await tiesOf(officer(), request, asked)).kept).toEqual([]);
  });

  test('only what can be served, and is there', async () => {
    const refused = async (target: Reference) => {
      try {
        await decideTie(officer(), request, target, { decision: 'confirmed', why: '', passages: [] });
        return null;
      } catch (error) {
        return error instanceof Refusal ? error.problem.code : error;
      }
    };
    expect(await refused(request)).toBe('bad-tie');
    expect(await refused({ kind: 'plan-node', id: request.id })).toBe('not-found');
  });

  test('is found by words or code', async () => {
    const found = await findServable(officer(), 'warning');
    expect(found.length).toBeGreaterThan(0);
    expect(await findServable(officer(), 'nosuchword')).toEqual([]);
  });

  test('a member that does not see the request is not told of it by the plan', async () => {
    const [first] = (await tiesOf(officer(), request, asked)).suggested;
    await decideTie(officer(), request, first!.target, { decision: 'confirmed', why: '', passages: [] });
    const { application: found } = await application(officer(), 'ocu-expert-mission-2026-1-fiji');
    const others = await linksOf(database.context(viewerWith('public')), first!.target);
    const seen = others.some(({ id }) => id === request.id);
    expect(seen).toBe(found.visibility === 'public');
  });
});
