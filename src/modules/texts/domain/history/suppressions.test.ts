import { expect, test } from 'vitest';
import type { LegalText } from '#kernel/reading/index.ts';
import { cleanClause } from '../register/sides.ts';
import { suppressionsIn } from './suppressions.ts';

function text(...words: string[]): LegalText {
  const clauses = words.map((one, index) => cleanClause({ label: '', words: one, line: index + 3, children: [] }));
  return {
    heading: 'RESOLUTION 9 (REV. OSLO, 2018)',
    title: 'Reefs',
    opening: null,
    sections: [{ kind: 'operative', heading: 'resolves', status: 'kept', clauses, line: 2 }],
    annexes: [],
    footnotes: [],
  };
}

test('a list of suppressed instruments, run into the clause before it, is told apart', () => {
  const found = suppressionsIn(
    text(
      'to chart reefs. 481 PART IV - LIST OF RESOLUTIONS ABROGATED BY THE OCEANIC ASSEMBLY (OSLO, 2018) RESOLUTION 36 (REV. LAGOS, 2010) Boats RESOLUTION 72 (SUVA, 2014) Buoys and Resolution 5 PART V - RECOMMENDATION 3 (OSLO, 2018)',
    ),
  );
  expect(found).toEqual([
    {
      kind: 'resolution',
      number: '36',
      revision: { place: 'Lagos', year: 2010, revised: true },
      body: 'OCEANIC ASSEMBLY',
      place: 'Oslo',
      year: 2018,
    },
    {
      kind: 'resolution',
      number: '72',
      revision: { place: 'Suva', year: 2014, revised: false },
      body: 'OCEANIC ASSEMBLY',
      place: 'Oslo',
      year: 2018,
    },
  ]);
});

test('a list over several paragraphs, and a second one', () => {
  const found = suppressionsIn(
    text(
      'PART II - DECISION ABROGATED BY THE OCEANIC ASSEMBLY (OSLO, 2018)',
      'DECISION 13 (SUVA, 2014)',
      'Boats',
      'RESOLUTIONS SUPPRESSED BY THE OCEANIC ASSEMBLY (OSLO, 2018)',
      'RESOLUTION 2 (SUVA, 2014)',
    ),
  );
  expect(found.map(({ kind, number }) => `${kind} ${number}`)).toEqual(['decision 13', 'resolution 2']);
});

test('to speak of a suppressed resolution suppresses nothing', () => {
  expect(suppressionsIn(text('that Resolution 4 (Suva, 2014) was suppressed;', 'RESOLUTION 5 (Suva, 2014)'))).toEqual(
    [],
  );
});

test('a long text without a list is read at once', () => {
  const start = performance.now();
  expect(suppressionsIn(text('RESOLUTION ABROGATED BY THE '.repeat(20_000)))).toEqual([]);
  expect(performance.now() - start).toBeLessThan(2000);
});
