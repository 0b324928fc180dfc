/** A copy without revision marks: read with the register's texts, settled by a person, read again. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { Refusal } from '#kernel/problem.ts';
import type { Clause, ProposalsRecord } from '#kernel/reading/index.ts';
import { historyOf } from '#modules/access/server/index.ts';
import {
  accept,
  correct,
  readAgain,
  reading,
  settle,
  takeBack,
  takeIn,
  takeOut,
} from '#modules/intake/server/index.ts';
import { useDatabase, viewerWith } from '../../src/testing/database.ts';

const files = path.resolve(import.meta.dirname, '../../examples/files');
const database = useDatabase();
const secretariat = () => database.context(viewerWith('secretariat'));

async function take(name: string): Promise<string> {
  const bytes = readFileSync(path.join(files, name));
  const taken = await takeIn(secretariat(), { bytes, name });
  if (taken.reading === null) throw new Error(`${name} was not read`);
  return taken.reading;
}

/** The changed fund of Resolution 4 in the copy: "voluntary contributionsone per cent of the regular budget and by gifts". */
const fund = '/proposals/1/text/sections/5/clauses/4';

async function clauseAt(id: string, at: string): Promise<Clause> {
  const { reading: row } = await reading(secretariat(), id);
  const [, , proposal, , , section, , clause] = at.split('/');
  const { proposals } = row.record as ProposalsRecord;
  const found = proposals[Number(proposal)]?.text?.sections[Number(section)]?.clauses[Number(clause)];
  if (found === undefined) throw new Error(`no clause at ${at}`);
  return found;
}

const version = async (id: string): Promise<number> => (await reading(secretariat(), id)).reading.version;
const rules = async (id: string): Promise<string[]> =>
  (await reading(secretariat(), id)).reading.reading.findings.map(({ rule }) => rule);

const code = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.problem.code : 'another error'),
  );

describe('a flattened copy', () => {
  let copy = '';
  beforeAll(async () => {
    copy = await take('NIC-12A1 flattened copy.txt');
  });

  test('is read without base as long as the register has none', async () => {
    expect(await rules(copy)).not.toContain('read-with-base');
    expect((await clauseAt(copy, fund)).certainty).toBe('guess');
  });

  test('is settled in one word, which is kept with who said so', async () => {
    await settle(secretariat(), copy, await version(copy), fund, 'exchanged');
    const clause = await clauseAt(copy, fund);
    expect(clause.certainty).toBe('sure');
    expect(clause.after).toContain('financed by voluntary contributions');
    const { corrections } = await reading(secretariat(), copy);
    expect(corrections.map(({ path, by }) => [path, by])).toEqual([[fund, 'secretariat']]);
    const history = await historyOf(secretariat(), { kind: 'reading', id: copy });
    expect(history.map(({ action }) => action)).toContain('corrected');
  });

  test('what was settled is taken back, and settled once more', async () => {
    const settledOnce = await clauseAt(copy, fund);
    await takeBack(secretariat(), copy, await version(copy), fund);
    expect((await clauseAt(copy, fund)).certainty).toBe('guess');
    expect(await code(takeBack(secretariat(), copy, await version(copy), '/proposals/2'))).toBe('nothing-settled');
    await settle(secretariat(), copy, await version(copy), fund, 'exchanged');
    expect(await clauseAt(copy, fund)).toEqual(settledOnce);
  });

  test('is not settled by a stale page, nor where there is no clause', async () => {
    expect(await code(settle(secretariat(), copy, 1, fund, 'kept'))).toBe('changed-meanwhile');
    expect(await code(settle(secretariat(), copy, await version(copy), '/proposals/1', 'kept'))).toBe('no-such-field');
  });

  test('read again with the base text, what was settled and corrected is kept', async () => {
    const base = await take('Resolution 4 (Rev. Suva, 2021).docx');
    await accept(secretariat(), base, await version(base));
    await correct(secretariat(), copy, await version(copy), '/proposals/1/title/after', 'Connecting outer islands');
    await takeOut(secretariat(), copy, await version(copy), '/proposals/0');
    const again = await readAgain(secretariat(), copy, await version(copy));
    expect(again).toEqual({ kept: 5, lost: [] });
    expect(await rules(copy)).toContain('read-with-base');
    const moved = fund.replace('proposals/1', 'proposals/0');
    const clause = await clauseAt(copy, moved);
    expect([clause.certainty, clause.after?.includes('voluntary contributions')]).toEqual(['sure', true]);
    const { reading: row } = await reading(secretariat(), copy);
    const [first] = (row.record as ProposalsRecord).proposals;
    expect([first?.reference, first?.title.after]).toEqual(['NIC/12A1/2', 'Connecting outer islands']);
    // The clause above was settled by the base alone: exactly what it lacks was inserted.
    const above = await clauseAt(copy, moved.replace('clauses/4', 'clauses/3'));
    expect(above.runs.filter((run) => run.change !== 'same')).toEqual([
      { text: ' and shall be published', change: 'inserted' },
    ]);
    expect(await readAgain(secretariat(), copy, await version(copy))).toEqual({ kept: 5, lost: [] });
  });

  test('taken in after its base texts, is read with them at once', async () => {
    const bytes = new TextEncoder().encode(
      `${readFileSync(path.join(files, 'NIC-12A1 flattened copy.txt'), 'utf8')}\n`,
    );
    const taken = await takeIn(secretariat(), { bytes, name: 'another copy.txt' });
    expect(await rules(taken.reading ?? '')).toContain('read-with-base');
  });
});
