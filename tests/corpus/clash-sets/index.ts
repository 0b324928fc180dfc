/** All sets of invented contributions, written down before the command was run on them. */
import { flattenedWithBase, typedAnew } from './copies.ts';
import { aloneAndJoint, codeLines } from './further.ts';
import { fourProponents } from './many.ts';
import type { ClashSet } from './make.ts';
import { overlaps, splits } from './overlaps.ts';
import { annexes, withBase } from './parts.ts';
import { insertions, sections } from './places.ts';
import { kinds, suppressions } from './whole-texts.ts';
import { labels, wordOrClause } from './words.ts';

export const clashSets: ClashSet[] = [
  wordOrClause,
  labels,
  insertions,
  sections,
  suppressions,
  kinds,
  annexes,
  withBase,
  fourProponents,
  typedAnew,
  flattenedWithBase,
  overlaps,
  splits,
  codeLines,
  aloneAndJoint,
];
