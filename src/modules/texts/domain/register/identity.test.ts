import { describe, expect, test } from 'vitest';
import type { Proposal } from '#kernel/reading/index.ts';
import { targetsOf } from './identity.ts';

/** A proposal on a resolution, or on the Constitution, with the opening that it prints. */
function proposal(number: number | null, opening: string | null): Proposal {
  return {
    serial: 1,
    reference: 'NIC/12A1/1',
    externalId: null,
    bookmark: null,
    action: opening === null ? 'NOC' : 'MOD',
    target: { kind: number === null ? 'constitution' : 'resolution', number, part: null, isNew: false },
    title: { before: null, after: null },
    revision: { before: null, after: null },
    parts: { summary: null, introduction: null, proposal: null, reasons: null },
    text:
      opening === null
        ? null
        : { heading: null, title: null, opening, sections: [], annexes: [], footnotes: [], citations: [] },
    lines: [1, 2],
  } as unknown as Proposal;
}

const assembly = 'The Plenipotentiary Assembly of the Oceanic Communications Union (Apia, 2025),';
const council = 'The Council of the Oceanic Communications Union,';
const bodies = (...proposals: Proposal[]) => targetsOf(proposals).map(({ identity }) => identity.body);

describe('the body of the texts that a contribution is about', () => {
  test('is that of the openings, also for proposals without a text', () => {
    expect(bodies(proposal(null, null), proposal(4, assembly), proposal(9, assembly))).toEqual(
      Array.from({ length: 3 }, () => 'Plenipotentiary Assembly of the Oceanic Communications Union'),
    );
  });

  test('stays unknown where the openings disagree or there is none', () => {
    expect(bodies(proposal(null, null), proposal(4, assembly), proposal(9, council))).toEqual([
      null,
      'Plenipotentiary Assembly of the Oceanic Communications Union',
      'Council of the Oceanic Communications Union',
    ]);
    expect(bodies(proposal(null, null))).toEqual([null]);
  });
});
