import fc from 'fast-check';
import { expect, test } from 'vitest';
import { proposalCode } from '../proposals/codes.ts';
import {
  actionOfSymbol,
  bookmarkOf,
  ContributionHead,
  gapsOf,
  ProposalSymbol,
  referenceOf,
  type PreparedProposal,
} from './contribution.ts';

const head: ContributionHead = {
  proponent: 'NIC',
  conference: 'Plenipotentiary Assembly',
  place: 'Apia',
  year: 2025,
  number: 12,
  addendum: 1,
  title: 'Common proposals',
  template: 'conference',
};
const proposal = (change: Partial<PreparedProposal>): PreparedProposal => ({
  serial: 1,
  symbol: 'MOD',
  about: 'Resolution 4 (Rev. Suva, 2021)',
  title: null,
  summary: 'What it does.',
  introduction: '',
  reasons: '',
  text: null,
  ...change,
});

test('what we print on a code line is what a reader takes from it', () => {
  const code = fc
    .array(fc.stringMatching(/^[A-Z]{2,8}$/), { minLength: 1, maxLength: 3 })
    .map((codes) => codes.join('/'));
  const number = fc.option(fc.integer({ min: 1, max: 99_999 }));
  const addendum = fc.option(fc.integer({ min: 1, max: 999 }));
  fc.assert(
    fc.property(
      code,
      number,
      addendum,
      fc.integer({ min: 1, max: 500 }),
      fc.constantFrom(...ProposalSymbol.options),
      (proponent, number, addendum, serial, symbol) => {
        const made = { proponent, number, addendum };
        const read = proposalCode(`${symbol}\t${referenceOf(made, serial)}`);
        expect(read).toMatchObject({
          symbol,
          action: actionOfSymbol(symbol),
          proponent,
          document: number,
          addendum,
          serial,
        });
      },
    ),
  );
});

test('bookmarks are names that Word takes', () => {
  expect(bookmarkOf(head, 3)).toBe('NIC_12A1_3');
  expect(bookmarkOf({ ...head, proponent: 'ABCDEFGH/ABCDEFGH/ABCDEFGH/ABCDEFGH' }, 3)).toMatch(/^[A-Za-z]\w{0,39}$/);
});

test('gaps are told by proposal', () => {
  expect(gapsOf({ ...head, number: null }, [])).toEqual([
    { serial: null, message: 'The document has no number yet; the conference gives it.' },
    { serial: null, message: 'There is no proposal in it.' },
  ]);
  expect(
    gapsOf(head, [
      proposal({}),
      proposal({ serial: 2, symbol: 'SUP', summary: '' }),
      proposal({ serial: 3, symbol: 'NOC', reasons: 'It serves well.' }),
    ]),
  ).toEqual([
    { serial: 1, message: 'MOD needs the text it proposes.' },
    { serial: 2, message: 'SUP needs reasons.' },
    { serial: 2, message: 'It has no summary.' },
  ]);
});

test('a head is refused in words', () => {
  const bad = ContributionHead.safeParse({ ...head, proponent: 'nic' });
  expect(bad.error?.issues[0]?.message).toContain('capital letters');
});
