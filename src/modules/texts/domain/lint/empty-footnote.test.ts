import { expect, test } from 'vitest';
import { found, resolution } from '../testing/linted.ts';
import { emptyFootnote } from './empty-footnote.ts';

test('a note without words', () => {
  expect(found(emptyFootnote, resolution('resolves', 'to chart reefs[footnoteRef:1]1. [1: 1 ]'))).toHaveLength(1);
});

test('a note with words', () => {
  expect(found(emptyFootnote, resolution('resolves', 'to chart reefs[footnoteRef:1]1. [1: 1 Those at sea.]'))).toEqual(
    [],
  );
});
