import { expect, test } from 'vitest';
import { findingsOf, found, resolution } from '../testing/linted.ts';
import { sourceOfWord } from '../testing/documents.ts';
import { referenceMismatch } from './reference-mismatch.ts';

test('a clause that is not there', () => {
  const text = resolution(
    'noting',
    'a)\tthat reefs grow;',
    'b)\tthat cables age,',
    'resolves',
    'to act under noting c) above.',
  );
  expect(found(referenceMismatch, text)).toEqual(['to act under noting c) above.']);
});

test('a clause that was renumbered out of the list, with the mend', () => {
  const text = sourceOfWord([
    { text: ['MOD\tXYZ/12A1/1'] },
    { text: ['RESOLUTION 5 (Lagos, 2014)'] },
    { text: ['Reefs'] },
    { text: ['noting'] },
    { text: [{ del: 'a)\tthat reefs are few;' }], mark: 'del' },
    { text: [{ del: 'b' }, { ins: 'a' }, ')\tthat reefs grow;'] },
    { text: [{ del: 'c' }, { ins: 'b' }, ')\tthat cables age,'] },
    { text: ['resolves'] },
    { text: ['to act under noting c) above.'] },
  ]);
  const [finding] = findingsOf(referenceMismatch, text);
  expect(finding?.message).toContain('It is now noting b.');
  expect(finding?.mend).toEqual({ line: 9, from: 'c)', to: 'b)', why: 'noting c is now b.' });
});

test('clauses that are there, sub-clauses, other texts', () => {
  const text = resolution(
    'noting',
    'a)\tthat reefs grow;',
    'b)\tthat cables age,',
    'resolves',
    '1\tto act under noting a) and b) above;',
    '2\tto chart:',
    'a)\treefs;',
    'b)\tcables;',
    '3\tto act under resolves 2 a) above and under noting d) of Resolution 7 (Lagos, 2014), in particular noting e) thereof.',
  );
  expect(found(referenceMismatch, text)).toEqual([]);
});

test('"of this resolution" names no other text', () => {
  const text = resolution(
    'noting',
    'a)\tthat reefs grow;',
    'b)\tthat cables age,',
    'resolves',
    'to act under noting c) of this resolution.',
  );
  expect(found(referenceMismatch, text)).toHaveLength(1);
});

test('the summary of another proposal', () => {
  const text = [
    'Proposal XYZ/12A1/4 – Summary:',
    'Reefs.',
    'PROPOSAL',
    'NOC\tXYZ/12A1/5',
    'RESOLUTION 5',
    'Reefs',
  ].join('\n');
  expect(found(referenceMismatch, text)).toEqual(['Proposal XYZ/12A1/4 – Summary:']);
});
