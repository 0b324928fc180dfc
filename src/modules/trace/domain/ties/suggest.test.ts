import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { suggestTies, type Asked, type Target } from './suggest.ts';
import { sentencesOf, stemOf } from './terms.ts';

const id = '018f0000-0000-7000-8000-00000000000';
const target = (kind: Target['kind'], number: number, title: string, text: string): Target => ({
  kind,
  id: `${id}${number}`,
  address: '/x',
  title,
  text,
});
const targets = [
  target('plan-node', 1, 'Action D.1.3', 'Help members to draw up rules for warnings over mobile networks.'),
  target('plan-node', 2, 'Action D.1.4', 'Train staff of small administrations in the management of spectrum.'),
  target('plan-node', 3, 'Outcome B', 'Submarine cables reach every capital.'),
  target('clause', 4, 'Resolution 9, resolves 2', 'to assist members, on request, with warnings over mobile networks;'),
  target('plan-node', 6, 'Outcome C', 'Agreed guidance exists on the mooring of heritage vessels in harbours.'),
  target('revision', 5, 'Resolution 9 (Rev. Apia, 2025) – Warnings to the public', 'to assist members'),
];
const asking = (text: string): Asked => ({ fields: [{ key: 'support_action', name: 'Support', text, core: true }] });

/** Titles of what a text names. */
const named = (text: string): string[] =>
  suggestTies(asking(text), targets)
    .filter(({ rule }) => rule === 'named')
    .map(({ target: { title } }) => title);

describe('suggestions', () => {
  test('rest on topics that both sides have, and quote them', () => {
    const [first] = suggestTies(
      asking('Our staff must learn to plan frequencies. We need training in spectrum.'),
      targets,
    );
    expect(first).toMatchObject({
      target: { title: 'Action D.1.4' },
      rule: 'topic',
      certainty: 'guess',
      why: 'Both speak of spectrum.',
      passages: [
        { field: 'support_action', text: 'We need training in spectrum.', from: 42 },
        { field: null, text: 'Train staff of small administrations in the management of spectrum.' },
      ],
    });
  });

  test('or on a turn of words that both use', () => {
    const found = suggestTies(asking('A draft on mooring of the heritage vessels is wanted.'), targets);
    expect(found).toMatchObject([
      { target: { title: 'Outcome C' }, rule: 'phrase', why: 'Both say “mooring of the heritage vessels”.' },
    ]);
  });

  test('what the request names stands first', () => {
    expect(named('This answers action D.1.4 of the strategic plan.')).toEqual(['Action D.1.4']);
    expect(named('As resolves 2 of Resolution 9 asks.')).toEqual(['Resolution 9, resolves 2']);
    expect(named('See Resolution 9 (Rev. Apia, 2025).')).toEqual([
      'Resolution 9 (Rev. Apia, 2025) – Warnings to the public',
    ]);
    expect(named('See Resolution 93 (Rev. Apia, 2025), resolves 21.')).toEqual([]);
    expect(named('The house at D.1.41 has a plan.')).toEqual([]);
  });

  test('common words alone suggest nothing', () => {
    expect(suggestTies(asking('Members need support with the development of national policies.'), targets)).toEqual([]);
  });

  test('without the quoted passages there is no such suggestion', () => {
    const words = fc.constantFrom(
      'warnings',
      'mobile',
      'networks',
      'spectrum',
      'staff',
      'cables',
      'rules',
      'the',
      'of',
    );
    const sentence = fc.array(words, { minLength: 1, maxLength: 8 }).map((some) => `${some.join(' ')}.`);
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 4 }), (sentences) => {
        const text = sentences.join('\n');
        for (const { target: one, passages } of suggestTies(asking(text), targets)) {
          const { from, to } = passages[0];
          expect(text.slice(from, to)).toBe(passages[0].text);
          const without = text.replaceAll(passages[0].text, '');
          const again = suggestTies(asking(without), targets).find(({ target: other }) => other.id === one.id);
          expect(again?.passages[0].text).not.toBe(passages[0].text);
        }
      }),
    );
  });
});

test('sentences know where they stand', () => {
  const text = '  First one. Second, no. 3 of it; Then more\n- a line';
  expect(sentencesOf(text).map((one) => text.slice(one.from, one.to))).toEqual([
    'First one.',
    'Second, no. 3 of it;',
    'Then more',
    '- a line',
  ]);
});

test('forms of a word are one term', () => {
  expect(['licences', 'licence', 'licensing'].map(stemOf)).toEqual(['licenc', 'licenc', 'licens']);
  expect(['policies', 'policy', 'regulations', 'regulation'].map(stemOf)).toEqual([
    'policy',
    'policy',
    'regul',
    'regul',
  ]);
});
