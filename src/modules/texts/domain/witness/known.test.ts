import { describe, expect, test } from 'vitest';
import type { LegalText } from '#kernel/reading/index.ts';
import { sourceOfText } from '../testing/documents.ts';
import { everyClause, readInstrument, readProposals, shown } from '../testing/recognisers.ts';

const body = (revision: string, ...clauses: string[]): string =>
  [
    `RESOLUTION 5 (Rev. ${revision})`,
    'Cables to remote islands',
    `The Assembly of the Oceanic Communications Union (${revision}),`,
    ...clauses,
  ].join('\n');

const text = (lines: string): LegalText => readInstrument(sourceOfText(lines)).record;

const base = text(
  body(
    'Lagos, 2014',
    'considering',
    'that cables are long,',
    'resolves',
    '1\tto lay cables every four years;',
    '2\tto chart reefs with voluntary help;',
    '3\tto report to the 2015 session,',
    'invites Member States',
    'to help.',
  ),
);

const copy = body(
  'Lagos, 2014Oslo, 2018',
  'considering',
  'that cables are long,',
  'recognizing',
  'that ships are slow,',
  'resolves',
  '1\tto lay cables every fourtwo years;',
  '2\tto chart all reefs with voluntary help;',
  '3\tto report to the 2015 2019 session,.',
  'invites Member States',
  'to help.',
);

function read(
  known: { base?: LegalText[]; adopted?: LegalText[] },
  words = copy,
): { clauses: string[]; rules: string[] } {
  const source = sourceOfText(`MOD\tOCP/12A1/1\n${words}`);
  const { record, findings } = readProposals({
    ...source,
    known: { base: known.base ?? [], adopted: known.adopted ?? [] },
  });
  return {
    clauses: everyClause(record.proposals[0]?.text).map(shown),
    rules: findings.map(({ rule }) => rule).filter((rule) => /base/.test(rule)),
  };
}

describe('a copy read with its base text', () => {
  test('words and sections that the base lacks are inserted; what stood beside them is old', () => {
    expect(read({ base: [base] })).toEqual({
      clauses: [
        '> kept likely: that cables are long,',
        '∅> inserted sure: {+that ships are slow,+}',
        '1>1 changed likely: to lay cables every [-four-]{+two+} years;',
        '2>2 changed likely: to chart{+ all+} reefs with voluntary help;',
        '3>3 changed likely: to report to the [-2015-]{+ 2019+} session[-,-]{+.+}',
        '>∅ deleted likely: [-to help.-]',
      ],
      rules: ['read-with-base'],
    });
  });

  test('a text adopted as proposed settles everything', () => {
    const adopted = text(
      body(
        'Oslo, 2018',
        'considering',
        'that cables are long,',
        'recognizing',
        'that ships are slow,',
        'resolves',
        '1\tto lay cables every two years;',
        '2\tto chart all reefs with help;',
        '3\tto report to the 2019 session.',
      ),
    );
    expect(read({ base: [base], adopted: [adopted] }).clauses).toEqual([
      '> kept sure: that cables are long,',
      '∅> inserted sure: {+that ships are slow,+}',
      '1>1 changed sure: to lay cables every [-four-]{+two+} years;',
      '2>2 changed sure: to chart{+ all+} reefs with[- voluntary-] help;',
      '3>3 changed sure: to report to the [-2015 -]{+2019 +}session[-,-]{+.+}',
      '>∅ deleted sure: [-to help.-]',
    ]);
  });

  test('a text adopted with changes settles the clauses that were adopted as proposed', () => {
    const adopted = text(
      body(
        'Oslo, 2018',
        'considering',
        'that cables are long and ships are slow,',
        'resolves',
        '1\tto lay cables every three years;',
        '2\tto chart all reefs with help;',
        '3\tto report to the 2019 session.',
      ),
    );
    const { clauses } = read({ base: [base], adopted: [adopted] });
    expect(clauses[3]).toBe('2>2 changed likely: to chart{+ all+} reefs with[- voluntary-] help;');
    expect(clauses[2]).toBe('1>1 changed likely: to lay cables every [-four-]{+two+} years;');
  });
});

const known = (...clauses: string[]): LegalText[] => [text(body('Lagos, 2014', ...clauses))];
const changed = (...clauses: string[]): string => body('Lagos, 2014Oslo, 2018', ...clauses);

describe('what a copy does besides', () => {
  test('numbers within numbers, and sub-clauses under a clause that got another number', () => {
    const base = known('resolves', '1\tto lay cables:', '1.1\tto the north;', '1.2\tto the south;', '2\tto report.');
    const flat = ['1\tto lay cables:', '1.1\tto the north;', '1.2\tto the east;', '1.23\tto the south;', '2\tto sail;'];
    expect(read({ base }, changed('resolves', ...flat, '23\tto report.')).clauses).toEqual([
      '1>1 kept likely: to lay cables:',
      '1.1>1.1 kept likely: to the north;',
      '∅>1.2 inserted sure: {+to the east;+}',
      '1.2>1.3 renumbered likely: to the south;',
      '∅>2 inserted sure: {+to sail;+}',
      '2>3 renumbered likely: to report.',
    ]);
  });

  test('a clause that was moved is old where the base has it', () => {
    const moved = 'that the cables of the northern islands are laid in deep water;';
    const base = known('noting', `a)\t${moved}`, 'b)\tthat ships sink,', 'resolves', '1\tto sail;', '2\tto land.');
    const flat = [
      'noting',
      `a)\t${moved}`,
      'that ships sink,',
      'resolves',
      `1\t${moved}`,
      '12\tto sail;',
      '23\tto land.',
    ];
    expect(read({ base }, changed(...flat)).clauses.filter((one) => one.includes(moved))).toEqual([
      `a)>∅ deleted sure: [-${moved}-]`,
      `∅>1 inserted sure: {+${moved}+}`,
    ]);
  });

  test('a paragraph divided into two is not taken for two new ones', () => {
    const long = 'that reefs grow where the water is warm, and that cables break where ships anchor;';
    const others = ['b)\tthat islands are far;', 'c)\tthat ships sink;', 'd)\tthat charts are old,'];
    const base = known('considering', `a)\t${long}`, ...others, 'resolves', 'to sail.');
    const flat = [
      'a)\tthat reefs grow where the water is warm;',
      'b)\tthat cables break where ships anchor;',
      'bc)\tthat islands are far;',
      'cd)\tthat ships sink;',
      'de)\tthat charts are old,',
    ];
    const { clauses, rules } = read({ base }, changed('considering', ...flat, 'resolves', 'to sail.'));
    expect(rules).toEqual(['read-with-base']);
    expect(clauses[0]).toMatch(/^a\)>a\) kept/);
    expect(clauses.slice(2, 5).map((one) => one.slice(0, 5))).toEqual(['b)>c)', 'c)>d)', 'd)>e)']);
  });

  test('quotation marks and hyphens of another keyboard are the same', () => {
    const base = known(
      'resolves',
      '1\tto follow the “Plan” of all ITU\u2011like bodies;',
      '2\tto report on ships’ work.',
    );
    const flat = changed(
      'resolves',
      '1\tto follow the "Plan" of all ITUlike bodies in full;',
      "2\tto report on ships' work.",
    );
    expect(read({ base }, flat).clauses).toEqual([
      '1>1 changed likely: to follow the "Plan" of all ITUlike bodies{+ in full+};',
      "2>2 kept likely: to report on ships' work.",
    ]);
  });
});

describe('which text is the base', () => {
  test('the one that the copy names first, whatever else is known', () => {
    const later = text(body('Oslo, 2018', 'resolves', 'to do something else.'));
    const earlier = text(body('Accra, 2010', 'resolves', 'to do nothing.'));
    expect(read({ base: [later, earlier, base] }).rules).toEqual(['read-with-base']);
    expect(read({ base: [later, earlier] }).rules).toEqual([]);
  });

  test('not one of another body, number or wording', () => {
    const ofOther = { ...base, opening: 'The Council of the Union of Lakes (Lagos, 2014),' };
    expect(read({ base: [ofOther] }).rules).toEqual([]);
    expect(read({ base: [{ ...base, heading: 'RESOLUTION 6 (Rev. Lagos, 2014)' }] }).rules).toEqual([]);
    const worded = text(body('Lagos, 2014', 'resolves', '1\tto sail;', '2\tto land;', '3\tto rest.'));
    expect(read({ base: [worded] })).toEqual({ clauses: read({}).clauses, rules: ['base-not-fitting'] });
  });

  test('a text that stands alone is read with its base as well', () => {
    const source = sourceOfText(copy);
    const { record, findings } = readInstrument({ ...source, known: { base: [base], adopted: [] } });
    expect(findings.map(({ rule }) => rule)).toContain('read-with-base');
    expect(everyClause(record).map(shown)).toEqual(read({ base: [base] }).clauses);
  });
});

const many = (label: (at: number) => string): string[] =>
  Array.from({ length: 1000 }, (_, at) => `${label(at + 1)}\tto lay the cable to the island;`);

describe('hostile texts', () => {
  test('one clause of very many seams, with and without a text adopted later', () => {
    const one = text(body('Lagos, 2014', 'resolves', `to sail ${'in 2015 '.repeat(4000)}.`));
    const next = text(body('Oslo, 2018', 'resolves', `to sail ${'in 2019 '.repeat(4000)}.`));
    const flat = body('Lagos, 2014Oslo, 2018', 'resolves', `to sail ${'in 20152019 '.repeat(4000)}.`);
    const started = performance.now();
    expect(read({ base: [one] }, flat).rules).toEqual(['read-with-base']);
    expect(read({ base: [one], adopted: [next] }, flat).rules).toEqual(['read-with-base']);
    expect(performance.now() - started).toBeLessThan(12_000);
  });

  test('a thousand clauses alike are laid side by side in bounded time', () => {
    const long = text(body('Lagos, 2014', 'resolves', ...many(String)));
    const started = performance.now();
    const { rules } = read({ base: [long] }, body('Lagos, 2014Oslo, 2018', 'resolves', ...many(String)));
    expect(rules).toEqual(['read-with-base']);
    expect(performance.now() - started).toBeLessThan(8000);
  });
});
