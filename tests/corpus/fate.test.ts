/**
 * What became of the proposals on Resolutions 4 and 9 of the examples, clause by clause: both texts were adopted in
 * Apia after the Northern Islands Conference and the Southern Seas Forum had proposed changes.
 */
import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { InstrumentsRecord, LegalText, ProposalsRecord } from '#kernel/reading/index.ts';
import { readFile } from '#modules/intake/index.ts';
import { fatesInFiles, textsOf, type FateInFiles } from '#modules/texts/index.ts';
import { fateOf, type ProposalFate } from '../../src/modules/texts/domain/fate/fate-of.ts';
import { readExamples, type ReadExample } from './example-readings.ts';

let examples: ReadExample[] = [];
beforeAll(async () => {
  examples = await readExamples();
});

const named = (file: string) => examples.find((example) => example.file === file)?.record;

function fate(contribution: string, serial: number, withBase = true): ProposalFate {
  const record = named(contribution) as ProposalsRecord;
  const proposal = record.proposals.find((one) => one.serial === serial);
  if (proposal === undefined) throw new Error(`${contribution} holds no proposal ${serial}.`);
  const text = (revision: string) => named(`Resolution ${proposal.target.number} (${revision}).docx`) as LegalText;
  return fateOf(proposal, withBase ? text('Rev. Suva, 2021') : null, {
    state: 'adopted',
    text: text('Rev. Apia, 2025'),
  });
}

/** "resolves 2: adopted"; table cells by what they hold. */
const lines = ({ changes }: ProposalFate): string[] =>
  changes.map((change) => {
    const cell =
      change.place === 'Annex, Courses'
        ? ` ${change.change === 'deleted' ? '−' : '+'}${change.proposed ?? change.before}`
        : '';
    return `${change.place}${cell}: ${change.fate}`;
  });

const director = 'instructs the Director of the Bureau for Development';

describe('the Northern Islands Conference', () => {
  const nic4 = [
    'considering, new c): adopted-with-changes',
    'recognizing c): adopted',
    'noting a): not-adopted',
    'resolves 2: adopted',
    'resolves 2.2: adopted',
    'resolves 3: not-adopted',
    'resolves 4: adopted',
    'resolves 5: adopted-with-changes',
    'instructs the Secretary-General 1: adopted',
    `${director} 4: not-adopted`,
    `${director}, new 5: adopted`,
    'instructs the Director of the Bureau for Networks, new 2: not-adopted',
    'invites the Council: not-adopted',
  ];

  test('on Resolution 4', () => {
    const said = fate('NIC-12A1 contribution.docx', 2);
    expect(lines(said)).toEqual(nic4);
    expect(said.fate).toBe('adopted-in-part');
    expect(said.why).toBe('Of 13 changes, 6 adopted, 2 adopted with changes, 5 not adopted.');
  });

  test('on Resolution 4, where the register has no base text', () => {
    expect(lines(fate('NIC-12A1 contribution.docx', 2, false))).toEqual(nic4);
  });

  test('says which words stand', () => {
    const { changes } = fate('NIC-12A1 contribution.docx', 2);
    const at = (place: string) => changes.find((change) => change.place === place);
    expect(at('considering, new c)')?.missing).toEqual(['since 2021', 'for public institutions']);
    expect(at('resolves 5')).toMatchObject({
      standing: ['the regular budget and'],
      missing: ['one per cent of', 'by gifts'],
      adopted: expect.stringContaining('from savings in the regular budget') as string,
    });
    expect(at(`${director}, new 5`)?.adoptedAt).toEqual({
      path: 'instructs-the-director-of-the-bureau-for-development-6',
      place: `${director} 6`,
    });
  });

  test('on Resolution 9 with its annex', () => {
    expect(lines(fate('NIC-12A1 contribution.docx', 3))).toEqual([
      'recalling a): adopted',
      'considering, new d): adopted-with-changes',
      'recognizing b): adopted',
      'resolves 4: adopted',
      'resolves 5: not-adopted',
      `${director} 1: adopted`,
      `${director}, new 4: not-adopted`,
      'invites Member States 1: not-adopted',
      'Annex, Conditions c): adopted',
      'Annex, Conditions, new f): not-adopted',
      'Annex, Courses +Security of small networks: adopted',
      'Annex, Courses +Distance learning: adopted',
      'Annex, Courses +8: adopted',
      'Annex, Courses +60: adopted',
      'Annex, Courses −Analogue broadcasting networks: adopted',
      'Annex, Courses −Apia: adopted',
      'Annex, Courses −5: adopted',
      'Annex, Courses −12: adopted',
      'footnote 1: adopted',
    ]);
  });
});

describe('the Southern Seas Forum', () => {
  test('on Resolution 4', () => {
    expect(lines(fate('SSF-15A1 contribution.docx', 1))).toEqual([
      'recognizing, new c): adopted',
      'resolves 2: not-adopted',
      'resolves 4: adopted',
      'resolves 5: not-adopted',
      'resolves 6: not-adopted',
      'instructs the Secretary-General 1: adopted',
      `${director} 2: not-adopted`,
      'invites Member States 2: not-adopted',
    ]);
  });

  test('on Resolution 9', () => {
    expect(lines(fate('SSF-15A1 contribution.docx', 2))).toEqual([
      'considering a): not-adopted',
      'considering, new c): not-adopted',
      'resolves 5: adopted-with-changes',
      `${director} 1: not-adopted`,
      'invites Member States 1: not-adopted',
      'Annex, Conditions b): not-adopted',
    ]);
  });
});

const proposalsFile = '../shared/sources/003_e6762f12f0311554.txt';
const finalActs = '../shared/sources/pp18-final-acts.akn.xml';

describe.skipIf(!existsSync(proposalsFile) || !existsSync(finalActs))(
  'the 25 real proposals against the texts adopted afterwards (skipped where ../shared is absent)',
  () => {
    let fates: FateInFiles[] = [];
    let took = 0;
    beforeAll(async () => {
      const [proposals, adopted] = await Promise.all(
        [proposalsFile, finalActs].map(async (file) => (await readFile(readFileSync(file), file)).record),
      );
      const start = performance.now();
      fates = fatesInFiles(textsOf(proposals as ProposalsRecord), textsOf(adopted as InstrumentsRecord), false);
      took = performance.now() - start;
    });
    const of = (action: string) => fates.filter(({ proposal }) => proposal.action === action);

    test('each amended resolution is compared with its revision of that conference', () => {
      expect(of('MOD')).toHaveLength(21);
      for (const { instrument, adopted, fate } of of('MOD')) {
        expect([instrument, adopted?.revision]).toEqual([instrument, { place: 'Dubai', year: 2018, revised: true }]);
        expect(fate.changes.length, instrument).toBeGreaterThan(0);
        expect(fate.fate, instrument).not.toBe('unknown');
      }
    });

    test('the draft new resolution is found under its final number, the suppression in the list of suppressed texts', () => {
      expect(of('ADD').map(({ adopted, found }) => [adopted?.number, found])).toEqual([['205', 'likely']]);
      expect(of('SUP').map(({ fate }) => fate.fate)).toEqual(['adopted']);
      expect(of('NOC').map(({ fate }) => fate.fate)).toEqual(['unknown', 'unknown']);
    });

    test('most changes are told, in a moment', () => {
      const changes = fates.flatMap(({ fate }) => fate.changes);
      expect(changes.length).toBeGreaterThan(250);
      expect(changes.filter(({ fate }) => fate === 'unknown').length / changes.length).toBeLessThan(0.2);
      expect(took).toBeLessThan(5000);
    });
  },
);
