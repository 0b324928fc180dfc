/** Clash maps of proposals in the shapes that drafters use: Word revisions of all kinds, parts only, clean texts, treaties. */
import { describe, expect, test } from 'vitest';
import type { ClashMap } from '#kernel/reading/index.ts';
import { textsOf, type TextOf } from '../register/texts-of.ts';
import { sourceOfWord, type Piece, type WordParagraph } from '../testing/documents.ts';
import { readInstrument, readProposals } from '../testing/recognisers.ts';
import { consolidate } from '../consolidation/gather.ts';
import { changesByInstrument, clashMaps } from './by-instrument.ts';
import { clashMapWithDeeds } from './rows.ts';

const opening = (body = 'Assembly'): string => `The ${body} of the Oceanic Cable Union (Oslo, 2018),`;

/** One proposal as a Word file. */
function proposal(
  by: string,
  paragraphs: WordParagraph[],
  { action = 'MOD', number = 5, body = 'Assembly' } = {},
): TextOf[] {
  return textsOf(
    readProposals(
      sourceOfWord([
        { text: [`${action}\t${by}/12/1`], style: 'Proposal' },
        { text: [`RESOLUTION ${number} (Oslo, 2018)`], style: 'ResNo' },
        { text: ['Reefs and cables'], style: 'Restitle' },
        { text: [opening(body)], style: 'Normalaftertitle' },
        ...paragraphs,
      ]),
    ).record,
  );
}

const call = (heading: string): WordParagraph => ({ text: [heading], style: 'Call' });
const line = (...text: Piece[]): WordParagraph => ({ text });
const added = (text: string): WordParagraph => ({ text: [{ ins: text }], mark: 'ins' });
const gone = (text: string): WordParagraph => ({ text: [{ del: text }], mark: 'del' });

/** The text of the tests: three sections, each clause replaceable. */
function reefs(
  clauses: Partial<Record<'a' | 'b' | 'one' | 'two' | 'three' | 'last', WordParagraph | WordParagraph[]>> = {},
): WordParagraph[] {
  const plain: Record<string, string> = {
    a: 'a)\tthat reefs grow slowly in cold water;',
    b: 'b)\tthat cables break when anchors drag,',
    one: '1\tthat charts of all reefs shall be published every four years;',
    two: '2\tthat new cables shall be buried near the shore, as considering b) suggests;',
    three: '3\tthat masters of ships shall report broken cables at once,',
    last: 'to report on the state of cables to the next Assembly.',
  };
  const put = (name: keyof typeof clauses): WordParagraph[] => [clauses[name] ?? line(plain[name] ?? '')].flat();
  return [
    call('considering'),
    ...put('a'),
    ...put('b'),
    call('resolves'),
    ...put('one'),
    ...put('two'),
    ...put('three'),
    call('instructs the Secretary-General'),
    ...put('last'),
  ];
}

const rows = (maps: readonly ClashMap[]): string[] =>
  maps.flatMap((map) =>
    map.rows.map(({ section, label, text, relation, proponents }) =>
      `${section} ${text === null ? '+' : (label ?? '=')}: ${relation} ${proponents.join()}`.replace(/ {2}/, ' '),
    ),
  );

const two = (...text: Piece[]): WordParagraph => line('1\tthat charts of all reefs shall be published every ', ...text);

const put = (by: string, words: string): TextOf[] =>
  proposal(
    by,
    reefs({
      one: [line('1\tthat charts of all reefs shall be published every four years;'), added(`2\t${words}`)],
    }),
  );

const names = (texts: TextOf[]): string[] =>
  changesByInstrument(texts).map(({ instrument, contributions }) => `${instrument}: ${contributions.length}`);

describe('the same and different changes', () => {
  test('the same change, marked word by word and all at once', () => {
    const east = proposal('EAST', reefs({ one: two({ del: 'four' }, { ins: 'two' }, ' years;') }));
    const west = proposal('WEST', reefs({ one: two({ del: 'four years;' }, { ins: 'two years;' }) }));
    expect(rows(clashMaps([...east, ...west]))).toEqual(['resolves 1: same EAST,WEST']);
  });

  test('a paragraph struck out and typed anew is an amendment of it', () => {
    const east = proposal('EAST', reefs({ one: two({ del: 'four' }, { ins: 'two' }, ' years;') }));
    const west = proposal(
      'WEST',
      reefs({
        one: [
          gone('1\tthat charts of all reefs shall be published every four years;'),
          added('1\tthat charts of all reefs shall be published every three years;'),
        ],
      }),
    );
    const [map] = clashMaps([...east, ...west]);
    expect(rows(map === undefined ? [] : [map])).toEqual(['resolves 1: clash EAST,WEST']);
    expect(map?.rows[0]?.why).toBe('EAST: "four years" becomes "two years"; WEST: "four years" becomes "three years".');
  });

  test('three proponents: the worst relation counts', () => {
    const east = proposal('EAST', reefs({ one: two({ del: 'four' }, { ins: 'two' }, ' years;') }));
    const north = proposal('NORTH', reefs({ one: two('four years', { ins: ' in print' }, ';') }));
    const west = proposal(
      'WEST',
      reefs({ one: gone('1\tthat charts of all reefs shall be published every four years;') }),
    );
    expect(rows(clashMaps([...east, ...north]))).toEqual(['resolves 1: compatible EAST,NORTH']);
    expect(rows(clashMaps([...north, ...west, ...east]))).toEqual(['resolves 1: deleted-and-amended EAST,NORTH,WEST']);
  });

  test('quotes, hyphens and white space of the copies do not matter', () => {
    const east = proposal(
      'EAST',
      reefs({
        three: line('3\tthat  masters of ships shall report "broken" cables ', { ins: 'by radio ' }, 'at once,'),
      }),
    );
    const west = proposal(
      'WEST',
      reefs({ three: line('3\tthat masters of\u00a0ships shall report “broken” cables at once,') }),
    );
    expect(rows(clashMaps([...east, ...west]))).toEqual(['resolves 3: single EAST']);
  });
});

describe('places, moves and sections', () => {
  const buoys = 'that buoys shall mark each landing of a cable;';

  test('new clauses at one place: the same, another, a variant', () => {
    expect(rows(clashMaps([...put('EAST', buoys), ...put('WEST', `That${buoys.slice(4)}`)]))).toEqual([
      'resolves +: same EAST,WEST',
    ]);
    expect(
      rows(clashMaps([...put('EAST', buoys), ...put('WEST', 'that divers shall be trained every year;')])),
    ).toEqual(['resolves +: compatible EAST,WEST']);
    expect(
      rows(clashMaps([...put('EAST', buoys), ...put('WEST', 'that buoys shall mark each second landing of a cable;')])),
    ).toEqual(['resolves +: clash EAST,WEST']);
  });

  test('a reference that follows an inserted clause touches nothing; another target does', () => {
    const inserted = [
      added('b)\tthat storms become stronger;'),
      line({ del: 'b' }, { ins: 'c' }, ')\tthat cables break when anchors drag,'),
    ];
    const follows = line(
      '2\tthat new cables shall be buried near the shore, as considering ',
      { del: 'b' },
      { ins: 'c' },
      ') suggests;',
    );
    expect(rows(clashMaps(proposal('EAST', reefs({ b: inserted, two: follows }))))).toEqual([
      'considering +: single EAST',
    ]);
    const other = line(
      '2\tthat new cables shall be buried near the shore, as considering ',
      { del: 'b' },
      { ins: 'a' },
      ') suggests;',
    );
    expect(rows(clashMaps(proposal('EAST', reefs({ b: inserted, two: other }))))).toEqual([
      'considering +: single EAST',
      'resolves 2: single EAST',
    ]);
  });

  test('moved by one and amended by another: both can be made', () => {
    const east = proposal(
      'EAST',
      reefs({
        one: gone('1\tthat charts of all reefs shall be published every four years;'),
        three: [
          line(
            { del: '3' },
            { ins: '2' },
            '\tthat masters of ships shall report broken cables at once',
            { del: ',' },
            { ins: ';' },
          ),
          added('3\tthat charts of all reefs shall be published every four years,'),
        ],
      }),
    );
    const west = proposal(
      'WEST',
      reefs({ one: line('1\tthat charts of all ', { ins: 'known ' }, 'reefs shall be published every four years;') }),
    );
    expect(rows(clashMaps([...east, ...west]))).toEqual(['resolves 1: compatible EAST,WEST']);
    expect(clashMaps(east)[0]?.rows[0]?.why).toBe('EAST: moves it.');
  });

  test('a section that one deletes and another amends', () => {
    const base = reefs();
    const at = base.length - 2;
    const east = proposal('EAST', [
      ...base.slice(0, at),
      gone('instructs the Secretary-General'),
      gone('to report on the state of cables to the next Assembly.'),
    ]);
    const west = proposal(
      'WEST',
      reefs({ last: line('to report ', { ins: 'in writing ' }, 'on the state of cables to the next Assembly.') }),
    );
    expect(rows(clashMaps([...east, ...west]))).toEqual([
      'instructs the Secretary-General : deleted-and-amended EAST,WEST',
    ]);
  });
});

describe('parts, clean texts and base files', () => {
  const base = textsOf(
    readInstrument(
      sourceOfWord([
        { text: ['RESOLUTION 5 (Oslo, 2018)'], style: 'ResNo' },
        { text: ['Reefs and cables'], style: 'Restitle' },
        { text: [opening()], style: 'Normalaftertitle' },
        ...reefs(),
      ]),
    ).record,
  );

  test('a proponent that prints only the clauses it changes', () => {
    const part = proposal('EAST', [
      call('resolves'),
      line('…'),
      line('3\tthat masters of ships shall report broken cables ', { del: 'at once' }, { ins: 'within a day' }, ','),
    ]);
    const whole = proposal(
      'WEST',
      reefs({
        three: line('3\tthat masters of ships shall report broken cables at once', { ins: ' and in writing' }, ','),
      }),
    );
    expect(rows(clashMaps([...part, ...whole]))).toEqual(['resolves 3: clash EAST,WEST']);
    expect(rows(clashMaps(part, base))).toEqual(['resolves 3: single EAST']);
    expect(rows(clashMaps(part))).toEqual(['resolves 3: single EAST']);
  });

  test('a new text without marks of changes, laid on the base file', () => {
    const clean = proposal(
      'EAST',
      reefs({ one: line('1\tthat charts of all reefs shall be published every two years;') }),
    );
    const other = proposal(
      'WEST',
      reefs({
        one: line('1\tthat charts of all reefs shall be published every ', { del: 'four' }, { ins: 'six' }, ' years;'),
      }),
    );
    expect(rows(clashMaps(clean, base))).toEqual(['resolves 1: single EAST']);
    expect(rows(clashMaps([...clean, ...other], base))).toEqual(['resolves 1: clash EAST,WEST']);
    expect(rows(clashMaps([...clean, ...other]))).toEqual(['resolves 1: clash EAST,WEST']);
  });

  test('no change touches nothing; suppression meets those who amend', () => {
    const noc = proposal('NORTH', [], { action: 'NOC' });
    const sup = proposal('SOUTH', [], { action: 'SUP' });
    const amends = proposal(
      'EAST',
      reefs({ last: line('to report ', { ins: 'in writing ' }, 'on the state of cables to the next Assembly.') }),
    );
    const [map] = clashMaps([...noc, ...sup, ...amends]);
    expect(map?.proponents).toEqual(['EAST', 'NORTH', 'SOUTH']);
    expect(rows(map === undefined ? [] : [map])).toEqual([
      'instructs the Secretary-General : suppressed-and-amended EAST,SOUTH',
    ]);
    expect(rows(clashMaps(sup))).toEqual(['whole text +: single SOUTH']);
  });
});

describe('instruments', () => {
  test('the same number of two bodies is two instruments; a proposal that names no body joins the only one', () => {
    const of = (by: string, body: string): TextOf[] =>
      proposal(
        by,
        reefs({ last: line('to report ', { ins: `for ${by} ` }, 'on the state of cables to the next Assembly.') }),
        { body },
      );
    const sup = proposal('SOUTH', [], { action: 'SUP' }).map((one): TextOf => ({
      ...one,
      identity: one.identity === null ? null : { ...one.identity, body: null },
    }));
    expect(names([...of('EAST', 'Assembly'), ...of('WEST', 'Development Conference')])).toEqual([
      'Resolution 5 of the Assembly of the Oceanic Cable Union: 1',
      'Resolution 5 of the Development Conference of the Oceanic Cable Union: 1',
    ]);
    expect(names([...sup, ...of('EAST', 'Assembly')])).toEqual(['Resolution 5: 2']);
  });

  test('two proposals of one proponent on one text are taken together', () => {
    const one = proposal(
      'EAST',
      reefs({ last: line('to report ', { ins: 'in writing ' }, 'on the state of cables to the next Assembly.') }),
    );
    const other = proposal(
      'EAST',
      reefs({ last: line('to report on the state of ', { ins: 'all ' }, 'cables to the next Assembly.') }),
    );
    const [map] = clashMaps([...one, ...other]);
    expect(rows(map === undefined ? [] : [map])).toEqual(['instructs the Secretary-General : single EAST']);
    expect(map?.rows[0]?.why).toContain('in writing');
    expect(map?.rows[0]?.why).toContain('all');
  });

  test('provisions of a treaty, each proposed by itself; what is not printed stays', () => {
    const treaty = (by: string, ...provisions: { action: string; lines: WordParagraph[] }[]): TextOf[] =>
      textsOf(
        readProposals(
          sourceOfWord([
            line('CONVENTION OF THE OCEANIC CABLE UNION'),
            ...provisions.flatMap(({ action, lines: printed }, index) => [
              { text: [`${action}\t${by}/3/${index + 1}`], style: 'Proposal' },
              line('ARTICLE 4'),
              line('The Council'),
              ...printed,
            ]),
          ]),
        ).record,
      );
    const members = (...text: Piece[]): WordParagraph => line('50\t', ...text);
    const east = treaty(
      'EAST',
      {
        action: 'MOD',
        lines: [members('The Council is composed of ', { del: 'ten' }, { ins: 'twelve' }, ' Members.')],
      },
      { action: 'ADD', lines: [added('51A\tThe Council shall publish its decisions.')] },
    );
    const west = treaty('WEST', {
      action: 'MOD',
      lines: [
        members('The Council is composed of ', { del: 'ten' }, { ins: 'nine' }, ' Members.'),
        line('51\tThe Council shall meet ', { del: 'once' }, { ins: 'twice' }, ' a year.'),
      ],
    });
    const south = treaty('SOUTH', { action: 'SUP', lines: [gone('51\tThe Council shall meet once a year.')] });
    expect(rows(clashMaps([...west, ...south]))).toEqual([
      'ARTICLE 4 The Council 50: single WEST',
      'ARTICLE 4 The Council 51: suppressed-and-amended SOUTH,WEST',
    ]);
    const maps = clashMaps([...east, ...west]);
    expect(maps.map(({ instrument, proponents }) => `${instrument} ${proponents.join()}`)).toEqual([
      'Convention EAST,WEST',
    ]);
    expect(rows(maps).filter((row) => !row.includes('+'))).toEqual([
      'ARTICLE 4 The Council 50: clash EAST,WEST',
      'ARTICLE 4 The Council 51: single WEST',
    ]);
    expect(rows(maps).filter((row) => row.includes('+'))).toEqual(['ARTICLE 4 The Council +: single EAST']);
  });
});

test('each row says what each proponent does there', () => {
  const east = proposal(
    'EAST',
    reefs({
      a: gone('a)\tthat reefs grow slowly in cold water;'),
      one: [two({ del: 'four' }, { ins: 'two' }, ' years;'), added('1bis\tthat charts shall be free;')],
    }),
  );
  const west = proposal('WEST', reefs({ one: two({ del: 'four' }, { ins: 'three' }, ' years;') }));
  const [changes] = changesByInstrument([...east, ...west]);
  const map = changes === undefined ? null : clashMapWithDeeds(consolidate(changes.base, changes.contributions, 'x'));
  expect(map?.rows.map(({ section, deeds }) => [section, deeds])).toEqual([
    ['considering', { EAST: 'deletes' }],
    ['resolves', { EAST: 'amends', WEST: 'amends' }],
    ['resolves', { EAST: 'inserts' }],
  ]);
});

test('who would suppress the text does so in every row', () => {
  const east = proposal('EAST', reefs(), { action: 'SUP' });
  const west = proposal('WEST', reefs({ one: two({ del: 'four' }, { ins: 'three' }, ' years;') }));
  const [changes] = changesByInstrument([...east, ...west]);
  const map = changes === undefined ? null : clashMapWithDeeds(consolidate(changes.base, changes.contributions, 'x'));
  expect(map?.rows.map(({ deeds }) => deeds)).toEqual([{ EAST: 'suppresses all', WEST: 'amends' }]);
});
