/** Collections of adopted texts, from the file into the register. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { aknOfTexts } from '#formats/akn/index.ts';
import { Refusal } from '#kernel/problem.ts';
import type { LegalText } from '#kernel/reading/index.ts';
import { historyOf } from '#modules/access/server/index.ts';
import { accept, reading, soundness, takeIn } from '#modules/intake/server/index.ts';
import { instrument, instruments, revision, revisions } from '#modules/texts/server/index.ts';
import { identityOf } from '#modules/texts/domain/register/identity.ts';
import { cleanClause } from '#modules/texts/domain/register/sides.ts';
import { useDatabase } from '../../src/testing/database.ts';

const real = new URL('../../../shared/sources/pp18-final-acts.akn.xml', import.meta.url);
const database = useDatabase();

const clause = (label: string, words: string) => cleanClause({ label, words, line: 1, children: [] });

function text(number: number, change = ''): LegalText {
  return {
    heading: `RESOLUTION ${number} (Rev. Oslo, 2018)`,
    title: `Reefs and cables, part ${number}`,
    opening: 'The Assembly of the Oceanic Communications Union (Oslo, 2018),',
    sections: [
      {
        kind: 'preamble',
        heading: 'considering',
        status: 'kept',
        clauses: [clause('a)', `that reef ${number} is long;`), clause('b)', 'that cables are short,')],
        line: 1,
      },
      {
        kind: 'operative',
        heading: 'resolves',
        status: 'kept',
        clauses: [clause('1', `to chart reef ${number}${change};`), clause('2', 'to lay cables.')],
        line: 1,
      },
    ],
    annexes: [],
    footnotes: [],
  };
}

const fileOf = (texts: readonly LegalText[]): Uint8Array =>
  new TextEncoder().encode(
    aknOfTexts(
      texts.map((one) => ({ identity: identityOf(one), text: one, by: null })),
      { writtenOn: '2026-05-04', title: 'Adopted texts of the Assembly' },
    ),
  );

async function taken(name: string, bytes: Uint8Array): Promise<{ id: string; version: number }> {
  const { reading: id } = await takeIn(database.context(), { name, bytes });
  const { reading: row } = await reading(database.context(), id ?? '');
  return row;
}

async function problem(work: Promise<unknown>): Promise<Refusal['problem']> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Refusal) return error.problem;
    throw error;
  }
  throw new Error('was accepted');
}

describe('a collection of five texts', () => {
  const five = [3, 5, 8, 13, 21].map((number) => text(number));

  test('goes in text by text, each a revision of its instrument', async () => {
    const row = await taken('adopted texts.akn.xml', fileOf(five));
    expect(await accept(database.context(), row.id, row.version)).toBe('/texts/resolution-3-oslo-2018');
    const all = await instruments(database.context());
    expect(all.map(({ kind, number }) => `${kind} ${number}`).sort()).toEqual([
      'resolution 13',
      'resolution 21',
      'resolution 3',
      'resolution 5',
      'resolution 8',
    ]);
    const eight = await instrument(database.context(), all.find(({ number }) => number === '8')?.slug ?? '');
    const read = await revision(database.context(), eight.revisions[0]?.slug ?? '');
    expect(
      read.revision.text?.sections.map(({ heading, clauses }) => [heading, ...clauses.map(({ after }) => after)]),
    ).toEqual([
      ['considering', 'that reef 8 is long;', 'that cables are short,'],
      ['resolves', 'to chart reef 8;', 'to lay cables.'],
    ]);
  });

  test('leaves alone what the register has word for word, and says so', async () => {
    const row = await taken('six.akn.xml', fileOf([...five, text(34)]));
    await accept(database.context(), row.id, row.version);
    expect(await instruments(database.context())).toHaveLength(6);
    const history = await historyOf(database.context(), { kind: 'reading', id: row.id });
    const note = history.map((entry) => entry.note ?? '').join(' ');
    expect(note).toContain('Resolution 8 (Rev. Oslo, 2018) was in the register.');
    expect(note).not.toContain('Resolution 34');
  });

  test('takes nothing where one text differs from that in the register, and names it', async () => {
    const row = await taken('other words.akn.xml', fileOf([text(55), text(8, ' and its lagoon'), text(89)]));
    const { code, message } = await problem(accept(database.context(), row.id, row.version));
    expect([code, message]).toEqual([
      'texts-in-question',
      'Nothing was accepted: the register has Resolution 8 (Rev. Oslo, 2018) with other words.',
    ]);
    expect(await instruments(database.context())).toHaveLength(6);
    expect((await soundness(database.context())).halfDone).toBe(0);
  });
});

describe.skipIf(!existsSync(real))('real final acts (../shared is absent)', () => {
  test('64 texts go in whole, in a few seconds', { timeout: 60_000 }, async () => {
    const row = await taken('final acts.akn.xml', readFileSync(real));
    await accept(database.context(), row.id, row.version);
    expect(await revisions(database.context())).toHaveLength(6 + 64);
    expect((await soundness(database.context())).halfDone).toBe(0);
  });
});
