import { expect, test } from 'vitest';
import { readInstrument } from '../testing/recognisers.ts';
import { sourceOfWord } from '../testing/documents.ts';
import { asProposalOf, textsOf } from './texts-of.ts';

const lone = (years: (string | { ins: string } | { del: string })[], year: string | { ins: string }) =>
  readInstrument(
    sourceOfWord([
      { text: ['RESOLUTION 5 (Rev. ', ...years, ')'], style: 'ResNo' },
      { text: ['Cables'], style: 'Restitle' },
      { text: ['The Assembly of the Union,'] },
      { text: ['resolves'], style: 'Call' },
      { text: ['1\tto lay cables by ', year, '.'] },
    ]),
  ).record;

test('a lone text with tracked changes is a proposal of whoever sent it', () => {
  const [one] = textsOf(lone([{ del: 'Lagos, 2014' }, { ins: 'Oslo, 2018' }], { ins: '2019' }));
  if (one === undefined) throw new Error('no text');
  const made = asProposalOf(one, 'Northern group');
  expect(made.by).toMatchObject({
    proponent: 'Northern group',
    proposal: {
      action: 'MOD',
      target: { kind: 'resolution', number: '5' },
      revision: { before: { place: 'Lagos', year: 2014 }, after: { place: 'Oslo', year: 2018 } },
    },
  });
  expect(made.identity?.revision).toMatchObject({ place: 'Lagos', year: 2014 });
});

test('a lone text without changes stays a text', () => {
  const [one] = textsOf(lone(['Lagos, 2014'], '2019'));
  expect(one === undefined ? null : asProposalOf(one, 'x').by).toBeNull();
});
