import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LegalText } from '#kernel/reading/index.ts';
import { linesOfText, sourceOfText, sourceOfWord } from '../testing/documents.ts';
import { everyClause, readInstrument } from '../testing/recognisers.ts';
import { passagesOf, type Passage } from '../words/passages.ts';
import { isAnnexHeading, isInstrumentHeading, isSeparator, sectionHeading } from './headings.ts';
import { instrumentRecogniser } from './recogniser.ts';
import { openingVerb } from './vocabulary.ts';

function outline(text: LegalText): [string, string | null, string[]][] {
  return text.sections.map((section) => [
    section.kind,
    section.heading,
    section.clauses.map((clause) => clause.label.printed),
  ]);
}

function read(...lines: string[]): LegalText {
  return readInstrument(sourceOfText(lines.join('\n'))).record;
}

/** The part that a line would head, followed by a clause. */
function heading(line: string, next = 'a)\tthat ships sail;'): string | null {
  const [first, second] = passagesOf(linesOfText(`${line}\n${next}`));
  return first === undefined ? null : (sectionHeading(first, second)?.part ?? null);
}

function one(line: string): Passage {
  return passagesOf(linesOfText(line))[0]!;
}

/** A flattened resolution with this many clauses. */
function longText(times: number): string {
  return ['RESOLUTION 5 (Rev. Lagos, 2014Oslo, 2018)', 'Cables', 'The Assembly (Lagos, 2014Oslo, 2018),', 'resolves']
    .concat(Array.from({ length: times }, (_, index) => `${index + 1}\tto lay cables of ships and reefs;`))
    .join('\n');
}

/** Milliseconds it takes to read such a resolution. */
function timeOf(times: number): number {
  const source = sourceOfText(longText(times));
  const started = performance.now();
  readInstrument(source);
  return performance.now() - started;
}

describe('headings of sections', () => {
  test.each([
    ['considering', 'preamble'],
    ['recognizing further', 'preamble'],
    ['noting with concern', 'preamble'],
    ['bearing in mind', 'preamble'],
    ['having regard to', 'preamble'],
    ['Recalling', 'preamble'],
    ['CONSIDERING', 'preamble'],
    ['considering,', 'preamble'],
    ['notes with appreciation', 'either'],
    ['resolves', 'operative'],
    ['resolves to instruct the Secretary-General', 'operative'],
    ['further instructs the Directors of the Offices', 'operative'],
    [
      'instructs the Director of the Cable Office, in close cooperation with the Directors of the other Offices',
      'operative',
    ],
    ['invites Member States, Sector Members and Associates', 'operative'],
    ['continues to encourage', 'operative'],
    ['calls upon all administrations', 'operative'],
    ['Instructs the International Bureau', 'operative'],
  ])('%j', (line, part) => {
    expect(heading(line)).toBe(part);
  });

  test('an unknown verb is one by its shape', () => {
    expect(heading('pondering')).toBe('preamble');
    expect(heading('beseeches the Council')).toBe('operative');
    expect(heading('Shipping and Trade', 'It grows.')).toBeNull();
  });

  test.each([
    'considering that ships sail;',
    'resolves to chart all reefs of the western ocean',
    'to instruct the Director',
    'a)\tconsidering',
    'within the mandate of the Union,',
    'each within the scope of their responsibilities:',
    'Cables to remote islands',
    'Facilitating the recruitment of divers',
    'encourages Member States to provide ships,',
  ])('%j is none', (line) => {
    expect(heading(line)).toBeNull();
  });

  test('the verb is found behind adverbs and in capitals', () => {
    expect(openingVerb('strongly urges the Council')).toEqual({ part: 'operative', verbWords: 2, known: true });
    expect(openingVerb('NOTING ALSO')).toEqual({ part: 'preamble', verbWords: 1, known: true });
    expect(openingVerb('The cable is long')).toBeNull();
  });
});

describe('other headings', () => {
  test.each([
    'RESOLUTION 5 (Rev. Lagos, 2014)',
    'Draft New Resolution [OCP-1]',
    'RESOLUTION\u00a0130 (Oslo, 2018)',
    'DECISION 11 (Oslo, 2018)',
    'CONSTITUTION OF',
    'RESOLUTION ITU-R 48-2',
    'RESOLUTION COM5/1 (WRC-15)',
  ])('%j names a text', (line) => {
    expect(isInstrumentHeading(one(line))).toBe(true);
  });

  test.each([
    'Resolution 5 is old.',
    'Resolution of disputes',
    'The Constitution',
    'resolves',
    'Decision 5 and the budget were discussed at length by everyone,',
  ])('%j does not', (line) => {
    expect(isInstrumentHeading(one(line))).toBe(false);
  });

  test('annexes and rows of stars', () => {
    expect(
      ['ANNEX 1 TO RESOLUTION 5 (Oslo, 2018)', 'Annex', 'ANNEX to Resolution 9', 'APPENDIX B'].map((line) =>
        isAnnexHeading(one(line)),
      ),
    ).toEqual([true, true, true, true]);
    expect(['Annex 1 lists the ships.', 'annexes and tables'].map((line) => isAnnexHeading(one(line)))).toEqual([
      false,
      false,
    ]);
    expect(['* * * * *', '______', '-----'].map(isSeparator)).toEqual([true, true, true]);
    expect(['a * b', '12', ''].map(isSeparator)).toEqual([false, false, false]);
  });
});

describe('styles of other organisations', () => {
  test('headings in capitals with lettered clauses, an annex with parts', () => {
    const text = read(
      'RESOLUTION 2 (Rev. Oslo, 2018)',
      'Working methods',
      'The World Ocean Standardization Assembly (Oslo, 2018),',
      'RECOGNIZING',
      '(a)\tthat methods age;',
      '(b)\tthat work grows,',
      'RESOLVES',
      '1.\tthat groups meet:',
      '1.1\tin spring;',
      '1.2\tin autumn;',
      '2.\tthat papers be short.',
      'ANNEX 1',
      '(to Resolution 2)',
      'PART I',
      '1\tScope',
      'All groups.',
    );
    expect(outline(text)).toEqual([
      ['preamble', 'RECOGNIZING', ['(a)', '(b)']],
      ['operative', 'RESOLVES', ['1.', '2.']],
    ]);
    expect(text.sections[1]?.clauses[0]?.children.map((clause) => clause.label.printed)).toEqual(['1.1', '1.2']);
    expect(text.annexes.map((annex) => [annex.heading, annex.sections.map((section) => section.heading)])).toEqual([
      ['ANNEX 1', ['PART I', '1 Scope']],
    ]);
  });

  test('running paragraphs: the verb is the heading, the rest the clause', () => {
    const text = read(
      'RESOLUTION 71/9',
      'Oceans',
      'The General Assembly,',
      'Recalling its resolution 70/1 of 25 September 2015,',
      'Noting with concern the state of the reefs,',
      '1. Welcomes the report of the Secretary-General;',
      '2. Requests the Secretary-General to submit a new one:',
      '(a) on reefs;',
      '(b) on shoals;',
      '3. Decides to remain seized of the matter.',
    );
    expect(text.sections.map((section) => [section.kind, section.heading])).toEqual([
      ['preamble', 'Recalling'],
      ['preamble', 'Noting with concern'],
      ['operative', 'Welcomes'],
      ['operative', 'Requests'],
      ['operative', 'Decides'],
    ]);
    expect(text.sections.map((section) => section.clauses[0]?.label.printed)).toEqual(['', '', '1.', '2.', '3.']);
    expect(text.sections[0]?.clauses[0]?.after).toBe('its resolution 70/1 of 25 September 2015,');
    expect(text.sections[3]?.clauses.length).toBe(1);
    expect(text.sections[3]?.clauses[0]?.children.map((clause) => clause.after)).toEqual(['on reefs;', 'on shoals;']);
  });

  test('headings with a capital, dashes, and numbered grounds', () => {
    const postal = read(
      'Resolution C 27/2008',
      'Letters by sea',
      'Congress,',
      'Aware',
      'that letters drift,',
      'Noting',
      '–\tthat bottles float;',
      '–\tthat corks rot,',
      'Instructs the International Bureau',
      'to count bottles.',
    );
    expect(outline(postal)).toEqual([
      ['preamble', 'Aware', ['']],
      ['preamble', 'Noting', ['–', '–']],
      ['operative', 'Instructs the International Bureau', ['']],
    ]);
    const maritime = read(
      'RESOLUTION MSC.9(99)',
      'Buoys',
      'THE MARITIME SAFETY COMMITTEE,',
      'RECALLING Article 28(b) of the Convention,',
      'HAVING CONSIDERED the recommendation made at its ninth session,',
      '1 ADOPTS the amendments set out in the annex;',
      '2 INVITES Governments to note them.',
    );
    expect(maritime.sections.map((section) => [section.kind, section.heading, section.clauses[0]?.after])).toEqual([
      ['preamble', 'RECALLING', 'Article 28(b) of the Convention,'],
      ['preamble', 'HAVING CONSIDERED', 'the recommendation made at its ninth session,'],
      ['operative', 'ADOPTS', 'the amendments set out in the annex;'],
      ['operative', 'INVITES', 'Governments to note them.'],
    ]);
  });

  test('articles of a treaty with their titles and margin numbers', () => {
    const text = read(
      'CONSTITUTION OF THE OCEANIC COMMUNICATIONS UNION',
      'CHAPTER I',
      'Basic provisions',
      'ARTICLE 1',
      'Purposes of the Union',
      '\t1',
      '\t1\tThe purposes of the Union are:',
      '',
      '\t2',
      'PP-98',
      '\ta)\tto connect islands;',
      '',
      'ARTICLE 2',
      'Members',
      'All islands are members.',
    );
    expect(
      text.sections.map((section) => [section.heading, section.clauses.map((clause) => clause.label.printed)]),
    ).toEqual([
      ['CHAPTER I Basic provisions', []],
      ['ARTICLE 1 Purposes of the Union', ['1']],
      ['ARTICLE 2 Members', ['']],
    ]);
    expect(text.sections[1]?.clauses[0]?.children.map((clause) => clause.after)).toEqual(['to connect islands;']);
  });

  test('a verb that can be either is preamble as long as nothing is ordered', () => {
    const text = read(
      'RESOLUTION 5 (Oslo, 2018)',
      'Cables',
      'The Assembly of the Oceanic Communications Union (Oslo, 2018),',
      'notes with appreciation',
      'the new ship,',
      'recognizing',
      'its crew,',
      'resolves',
      'to sail,',
      'recognizes',
      'that fuel is dear.',
    );
    expect(text.sections.map((section) => section.kind)).toEqual(['preamble', 'preamble', 'operative', 'operative']);
  });
});

describe('lists', () => {
  test('lost marks after a colon, mixed bullets, labels with odd blanks', () => {
    const text = read(
      'RESOLUTION 5 (Oslo, 2018)',
      'Cables',
      'The Assembly of the Oceanic Communications Union (Oslo, 2018),',
      'invites Member States',
      'to send ships, in order to:',
      '\tlay cables;',
      '\tlift old ones,',
      'instructs the Council',
      '1\tto keep:',
      '•\tcharts;',
      '· tables;',
      '+ lists;',
      '2\u00a0\tto burn nothing.',
    );
    expect(outline(text)).toEqual([
      ['operative', 'invites Member States', ['']],
      ['operative', 'instructs the Council', ['1', '2']],
    ]);
    expect(text.sections[0]?.clauses[0]?.children.map((clause) => clause.after)).toEqual([
      'lay cables;',
      'lift old ones,',
    ]);
    expect(text.sections[1]?.clauses[0]?.children.map((clause) => clause.label.printed)).toEqual(['•', '·', '+']);
  });

  test('Word styles tell headings that no pattern would', () => {
    const { record } = readInstrument(
      sourceOfWord([
        { text: ['RESOLUTION 5 (Oslo, 2018)'], style: 'ResNo' },
        { text: ['Resolves is the name of a ship.'], style: 'Restitle' },
        { text: ['The Assembly (Oslo, 2018),'], style: 'Normalaftertitle' },
        { text: ['in memory of the crew'], style: 'Call' },
        { text: ['a wreath,'] },
      ]),
    );
    expect(record.title).toBe('Resolves is the name of a ship.');
    expect(record.sections.map((section) => section.heading)).toEqual(['in memory of the crew']);
  });
});

describe('whatever comes', () => {
  const line = fc.oneof(
    fc.constantFrom(
      'considering',
      'resolves',
      'instructs the Director',
      'RESOLUTION 5 (Oslo, 2018)',
      'ANNEX 1',
      'a)\tships;',
      '1\tships:',
      '1.1\tboats;',
      'i)\treefs;',
      '–\tshoals.',
      '\tcell',
      '',
      '* * *',
    ),
    fc.string({ maxLength: 60 }),
  );

  test('no line is lost or doubled: each is placed, or left over, once', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (made) => {
        fc.pre(made.some((one) => one.trim() !== ''));
        const source = sourceOfText(
          made
            .map((one) => one.replaceAll(/[\n\r\f]/g, ' '))
            .join('\n')
            .concat('\nend'),
        );
        const { record, placed } = readInstrument(source);
        const clauses = everyClause(record).map((clause) => clause.line);
        expect(new Set(clauses).size).toBe(clauses.length);
        for (const clause of clauses) expect(placed.has(clause)).toBe(true);
        for (const number of placed) expect(source.lines.some((one) => one.number === number)).toBe(true);
        expect(instrumentRecogniser.suits(source).score).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('time grows with the length of the text, not faster', () => {
    timeOf(2000);
    expect(timeOf(20_000)).toBeLessThan(30 * Math.max(timeOf(2000), 100));
  });
});
