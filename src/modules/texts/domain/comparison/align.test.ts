import { describe, expect, it } from 'vitest';
import { cleanClause, sideOfText } from '../register/sides.ts';
import { readInstrument } from '../testing/recognisers.ts';
import { sourceOfText } from '../testing/documents.ts';
import type { LegalText, Section } from '#kernel/reading/index.ts';
import { alignTexts, placedClauses } from './align.ts';

const head = 'RESOLUTION 5 (Oslo, 2018)\nCables\nThe Assembly of the Oceanic Communications Union (Oslo, 2018),\n';

/** A clean text from lines, as the reader of texts makes it. */
function text(lines: string): LegalText {
  return sideOfText(readInstrument(sourceOfText(head + lines)).record, 'proposed');
}

/** Each aligned clause in one line: address before > address after, M where it moved. */
function aligned(from: string, to: string): string[] {
  const found = alignTexts(text(from), text(to));
  return found.clauses.map(({ from, to, moved }) =>
    [
      from === null ? '∅' : found.from.clauses[from]?.path,
      '>',
      to === null ? '∅' : found.to.clauses[to]?.path,
      moved ? 'moved' : '',
    ]
      .join(' ')
      .trim(),
  );
}

const charts = 'to keep charts of all reefs of the region;';
const cables = 'to lay cables between the outer islands;';
const stations = 'to lend earth stations to small administrations;';
const report = 'to report to the next session of the Assembly.';

const annex = (number: number, title: string, words: string): string =>
  `\nANNEX ${number} TO RESOLUTION 5 (Oslo, 2018)\n${title}\n1\t${words}\n2\tthat the list be kept by the Bureau.`;

const yearly = (number: string): string =>
  `recalling\nResolution ${number} of the General Assembly, on cables for islands,`;

describe('alignTexts', () => {
  it('knows clauses again whose labels moved', () => {
    expect(
      aligned(
        `resolves\n1\t${charts}\n2\t${cables}\n3\t${report}`,
        `resolves\n1\t${stations}\n2\t${charts}\n3\t${cables}\n4\t${report}`,
      ),
    ).toEqual(['∅ > resolves-1', 'resolves-1 > resolves-2', 'resolves-2 > resolves-3', 'resolves-3 > resolves-4']);
  });

  it('matches reworded headings, and a reworded clause among others', () => {
    expect(
      aligned(
        `instructs the Director of the Bureau for Networks\n1\t${charts}\n2\tto report each year to the Council on cables.`,
        `instructs the Directors of the Bureaux\n1\t${charts}\n2\tto report every two years to the Council on new cables.`,
      ),
    ).toEqual([
      'instructs-the-director-of-the-bureau-for-networks-1 > instructs-the-directors-of-the-bureaux-1',
      'instructs-the-director-of-the-bureau-for-networks-2 > instructs-the-directors-of-the-bureaux-2',
    ]);
  });

  it('does not take the order to one addressee for the order to another', () => {
    expect(
      aligned(
        `instructs the Director\n1\t${charts}\n2\t${cables}\ninstructs the Council\n1\t${stations}\n2\t${report}`,
        `instructs the Council\n1\t${stations}\n2\t${report}`,
      ),
    ).toEqual([
      'instructs-the-director-1 > ∅',
      'instructs-the-director-2 > ∅',
      'instructs-the-council-1 > instructs-the-council-1',
      'instructs-the-council-2 > instructs-the-council-2',
    ]);
  });

  it('finds a clause that moved to another heading, also when it was reworded on the way', () => {
    expect(
      aligned(
        `noting\na)\tthat the cables of the northern islands fail in every storm;\nb)\tthat charts are old,\nrecognizing\na)\tthat masts are shared by several villages,`,
        `noting\na)\tthat charts are old,\nrecognizing\na)\tthat masts are shared by several villages;\nb)\tthat the cables of the northern islands fail in each storm of the year,`,
      ),
    ).toEqual(['noting-b > noting-a', 'recognizing-a > recognizing-a', 'noting-a > recognizing-b moved']);
  });

  it('tells which clause moved within a list', () => {
    expect(
      aligned(
        `resolves\n1\t${charts}\n2\t${cables}\n3\t${stations}\n4\t${report}`,
        `resolves\n1\t${cables}\n2\t${stations}\n3\t${charts}\n4\t${report}`,
      ),
    ).toEqual([
      'resolves-2 > resolves-1',
      'resolves-3 > resolves-2',
      'resolves-1 > resolves-3 moved',
      'resolves-4 > resolves-4',
    ]);
  });

  it('aligns short clauses that repeat by their place', () => {
    const within = 'within the mandate of the Union,';
    const from = `instructs the Director\n${within}\n1\t${charts}\n2\t${cables}\ninvites Member States\n${within}\n1\t${stations}\n2\t${report}`;
    const to = `invites Member States\n${within}\n1\t${stations}\n2\t${report}`;
    expect(aligned(from, to).filter((line) => !line.startsWith('instructs'))).toEqual([
      'invites-member-states > invites-member-states',
      'invites-member-states-1 > invites-member-states-1',
      'invites-member-states-2 > invites-member-states-2',
    ]);
  });

  it('aligns a clause that was split with the half that shares most', () => {
    expect(
      aligned(
        'resolves\n1\tto keep charts of all reefs of the region and of the passages between them, and to publish them.',
        'resolves\n1\tto publish them every year;\n2\tto keep charts of all reefs of the region and of the passages between them.',
      ),
    ).toEqual(['∅ > resolves-1', 'resolves-1 > resolves-2']);
  });

  it('aligns sub-clauses inside the clause they belong to', () => {
    expect(
      aligned(
        `resolves\n1\tto survey the islands:\n1.1\tthe price;\n1.2\tthe age;\n2\tto survey the ships:\n2.1\tthe price;\n2.2\tthe age.`,
        `resolves\n1\tto survey the ships:\n1.1\tthe price;\n1.2\tthe age.`,
      ).filter((line) => !line.endsWith('∅')),
    ).toEqual(['resolves-2 > resolves-1', 'resolves-2.1 > resolves-1.1', 'resolves-2.2 > resolves-1.2']);
  });

  it('does not take the recall of one text for that of another', () => {
    expect(
      aligned(
        'recalling\na)\tResolution 12 (Oslo, 2014) of this Assembly, on charts;\nb)\tthe report on reefs,',
        'recalling\na)\tResolution 21 (Bergen, 2016) of the Council, on lending stations to schools of this Assembly;\nb)\tthe report on reefs,',
      ),
    ).toEqual(['recalling-a > ∅', '∅ > recalling-a', 'recalling-b > recalling-b']);
    expect(aligned(yearly('68/198'), yearly('72/200'))).toEqual(['recalling > recalling']);
  });

  it('aligns annexes by what they are about when a new one comes first', () => {
    const found = alignTexts(
      text(`resolves\nto adopt the annexes.${annex(1, 'List of cables', cables)}`),
      text(`resolves\nto adopt the annexes.${annex(1, 'List of charts', charts)}${annex(2, 'List of cables', cables)}`),
    );
    expect(found.annexes).toEqual([
      { from: null, to: 0, moved: false },
      { from: 0, to: 1, moved: false },
    ]);
  });
});

describe('placedClauses', () => {
  it('says where each clause stands', () => {
    expect(placedClauses(text('resolves\n1\tto survey the islands:\n1.1\tthe price;\n2\tto end.'))).toMatchObject([
      { path: 'resolves-1', heading: 'resolves', annex: null, label: '1', depth: 0, parent: null },
      { path: 'resolves-1.1', label: '1.1', words: 'the price;', depth: 1, parent: 0 },
      { path: 'resolves-2', label: '2', depth: 0, parent: null },
    ]);
  });
});

const section = (words: readonly string[]): Section => ({
  kind: 'operative',
  heading: 'resolves',
  status: 'kept',
  clauses: words.map((one, index) =>
    cleanClause({ label: String(index + 1), words: one, line: index + 1, children: [] }),
  ),
  line: 1,
});
const of = (...sections: Section[]): LegalText => ({
  heading: null,
  title: null,
  opening: null,
  sections,
  annexes: [],
  footnotes: [],
});
const timed = (from: LegalText, to: LegalText): number => {
  const start = performance.now();
  const { clauses } = alignTexts(from, to);
  expect(clauses.filter((clause) => clause.to !== null)).toHaveLength(placedClauses(to).length);
  return performance.now() - start;
};
const many = (count: number, words: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, index) => words(index));

describe('time', () => {
  it('does not grow with the square of clauses that are all the same, all different or in reverse', () => {
    const same = many(5000, () => 'within the mandate of the Union,');
    expect(timed(of(section(same)), of(section(same.slice(0, 4000))))).toBeLessThan(1500);
    const here = many(5000, (index) => `to chart reef ${index} of island ${index % 71} with care`);
    const there = many(5000, (index) => `to lay cable ${index} from port ${index % 53} in time`);
    expect(timed(of(section(here)), of(section(there)))).toBeLessThan(4000);
    expect(timed(of(section(here)), of(section(here.toReversed())))).toBeLessThan(4000);
    const sections = here.map((words) => section([words]));
    expect(timed(of(...sections), of(...sections.slice(1)))).toBeLessThan(4000);
  });

  it('is short for words made of signs', () => {
    const signs = ';'.repeat(200_000);
    expect(timed(of(section([`${signs}a`])), of(section([`${signs}b`])))).toBeLessThan(1500);
  });
});
