import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '#formats/document/index.ts';
import type { Clause } from '#kernel/reading/index.ts';
import { everyClause, readProposals, shown } from '../testing/recognisers.ts';
import { sourceOfText } from '../testing/documents.ts';
import { baseOf, printedOf, proposedOf } from '../words/runs.ts';

/** A proposal to modify Resolution 5 of an invented union, flattened, with these lines as its body. */
function proposal(...body: string[]): string {
  return [
    'MOD\tOCP/12A1/1',
    'RESOLUTION 5 (Rev. Lagos, 2014OSLO, 2018)',
    'Cables to remote islands',
    'The Plenipotentiary Conference of the Oceanic Communications Union (Lagos, 2014Oslo, 2018),',
    ...body,
  ].join('\n');
}

function read(...body: string[]): string[] {
  const { record } = readProposals(sourceOfText(proposal(...body)));
  return everyClause(record.proposals[0]?.text).map(shown);
}

describe('labels', () => {
  test('an added clause renumbers those after it', () => {
    expect(
      read(
        'considering',
        'a)\tthat cables are long;',
        'b)\tthat ships are slow;',
        'bc)\tthat islands are far,',
        'resolves',
        'to lay cables.',
      ),
    ).toEqual([
      'a)>a) kept likely: that cables are long;',
      '∅>b) inserted sure: {+that ships are slow;+}',
      'b)>c) renumbered likely: that islands are far,',
      '> kept likely: to lay cables.',
    ]);
  });

  test('a sub-list follows its parent, a letter i is no roman one', () => {
    const clauses = read(
      'noting',
      'a)\tone;',
      'b)\ttwo;',
      'c)\tthree;',
      'd)\tfour;',
      'e)\tfive;',
      'f)\tsix;',
      'g)\tseven;',
      'h)\teight;',
      'i)\tthe outcomes, notably:',
      'i)\tcharts of the reefs;',
      'ii)\ttables of the tides;',
      'j)\tnine,',
      'resolves',
      '1\tto chart:',
      'i)\treefs;',
      'ii)\ttides;',
      '12\tto publish charts.',
    );
    expect(clauses.slice(8, 12)).toEqual([
      'i)>i) kept likely: the outcomes, notably:',
      'i)>i) kept likely: charts of the reefs;',
      'ii)>ii) kept likely: tables of the tides;',
      'j)>j) kept likely: nine,',
    ]);
    expect(clauses.slice(12)).toEqual([
      '∅>1 inserted sure: {+to chart:+}',
      '∅>i) inserted sure: {+reefs;+}',
      '∅>ii) inserted sure: {+tides;+}',
      '1>2 renumbered likely: to publish charts.',
    ]);
  });

  test('one clause replaced by a list, and a line that only leads in', () => {
    expect(
      read(
        'invites Member States',
        'to take part in the survey.',
        '1\tto take part in the northern survey;',
        '2\tto share the charts.',
      ),
    ).toEqual([
      '>∅ deleted likely: [-to take part in the survey.-]',
      '∅>1 inserted likely: {+to take part in the northern survey;+}',
      '∅>2 inserted likely: {+to share the charts.+}',
    ]);
    expect(
      read('invites Member States', 'within their means,', '1\tto take part;', '2\tto share the charts.').map((one) =>
        one.slice(0, 10),
      ),
    ).toEqual(['> kept lik', '1>1 kept l', '2>2 kept l']);
  });

  test('the only clause of a section had no label before it got company', () => {
    expect(
      read(
        'instructs the Director',
        '1\tto lay cables,;',
        '2\tto chart reefs,',
        'resolves',
        '1\tto sail;',
        '2\tto land.',
      ),
    ).toEqual([
      '>1 changed likely: to lay cables[-,-]{+;+}',
      '∅>2 inserted likely: {+to chart reefs,+}',
      '1>1 kept likely: to sail;',
      '2>2 kept likely: to land.',
    ]);
  });

  test('a clause that stands twice was moved: one is old, the other new', () => {
    const moved = 'that the cables of the northern islands are laid in deep water';
    expect(
      read(
        'considering',
        'a)\tthat cables are long;',
        `b)\t${moved};`,
        'bc)\tthat ships are slow;',
        'cd)\tthat islands are far,',
        'noting',
        `a)\t${moved};`,
        'ba)\tthe reefs;',
        'cb)\tthe tides.',
      ).filter((one) => one.includes(moved)),
    ).toEqual([`∅>b) inserted sure: {+${moved};+}`, `a)>∅ deleted sure: [-${moved};-]`]);
  });

  test('a moved clause that could be the old or the new one in both places is a guess', () => {
    const moved = 'that the cables of the northern islands are laid in deep water';
    const clauses = read(
      'noting',
      'a)\tthe reefs,;',
      `b)\t${moved},`,
      'recognizing',
      'a)\tthe tides,;',
      `b)\t${moved},`,
    ).filter((one) => one.includes(moved));
    expect(clauses.map((one) => / guess: /.test(one))).toEqual([true, true]);
  });

  test('a label retyped as a whole stands beside the old one', () => {
    expect(read('noting', 'a)\tone;', 'b)\ttwo;', 'b)c)\tthree;', 'c)d)\tfour.').map((one) => one.slice(0, 6))).toEqual(
      ['a)>a) ', '∅>b) i', 'b)>c) ', 'c)>d) '],
    );
  });

  test('writers who type before they strike out fuse the new label with the old one', () => {
    const { record } = readProposals(
      sourceOfText(
        [
          'MOD\tOCP/12A1/1',
          'RESOLUTION 5 (Rev. Oslo, 2018Lagos, 2014)',
          'Cables',
          'The Plenipotentiary Conference of the Oceanic Communications Union (Oslo, 2018Lagos, 2014),',
          'considering',
          'a)\tthat cables are long;',
          'b)\tthat ships are slow;',
          'cb)\tthat islands are far;',
          'dc)\tthat reefs are near.',
        ].join('\n'),
      ),
    );
    expect(everyClause(record.proposals[0]?.text).map((clause) => [clause.label.before, clause.label.after])).toEqual([
      ['a)', 'a)'],
      [null, 'b)'],
      ['b)', 'c)'],
      ['c)', 'd)'],
    ]);
  });

  test('sections added at the end leave the full stop of the old end beside a comma', () => {
    expect(
      read('resolves', '1\tto sail;', '2\tto land.,', 'invites the Council', '1\tto agree;', '2\tto pay.').slice(2),
    ).toEqual(['∅>1 inserted likely: {+to agree;+}', '∅>2 inserted likely: {+to pay.+}']);
  });

  test('references follow the renumbering', () => {
    expect(
      read(
        'instructs the Secretary-General',
        '1\tto report;',
        '2\tto survey;',
        '23\tto publish,',
        'instructs the Council',
        'to review the report under instructs the Secretary-General 23 above.',
      ).at(-1),
    ).toBe('> changed likely: to review the report under instructs the Secretary-General [-2-]{+3+} above.');
  });
});

describe('words', () => {
  test('names, years and ends of lists', () => {
    expect(
      read(
        'recalling',
        'a)\tResolution 7 (Rev. Lagos, 2014Oslo, 2018) of this conference;',
        'b)\tthe decision of the 2015 2019 session,;',
        'c)\tthe survey published in 2017,',
        'resolves',
        'to lay cables.',
      ),
    ).toEqual([
      'a)>a) changed likely: Resolution 7 (Rev. [-Lagos, 2014-]{+Oslo, 2018+}) of this conference;',
      'b)>b) changed likely: the decision of the [-2015-]{+ 2019+} session[-,-]{+;+}',
      '∅>c) inserted sure: {+the survey published in 2017,+}',
      '> kept likely: to lay cables.',
    ]);
  });

  test('what is younger than the base and shows no change is doubtful', () => {
    expect(read('recalling', 'a)\tthe reefs;', 'b)\tthe ships of WTDC-17,', 'resolves', 'to sail.')[1]).toMatch(
      /^b\)>b\) kept guess/,
    );
  });

  test('a section most of which is younger than the base is new', () => {
    const { record } = readProposals(
      sourceOfText(
        proposal(
          'welcoming',
          'a)\tResolution 3 (Oslo, 2018) of this conference;',
          'b)\tResolution 4 (Oslo, 2018) of this conference,',
          'resolves',
          'to sail.',
        ),
      ),
    );
    expect(record.proposals[0]?.text?.sections.map((section) => [section.heading, section.status])).toEqual([
      ['welcoming', 'inserted'],
      ['resolves', 'kept'],
    ]);
  });
});

describe('what is not flattened is left alone', () => {
  test('a clean text has no changes, whatever its labels do', () => {
    const { record } = readProposals(
      sourceOfText(
        [
          'MOD\tOCP/12A1/1',
          'RESOLUTION 5 (Rev. Oslo, 2018)',
          'Cables',
          'The Plenipotentiary Conference of the Oceanic Communications Union (Oslo, 2018),',
          'considering',
          'a)\tthat cables are long;',
          'a)\tthat ships are slow,',
          'resolves',
          'to lay cables.',
        ].join('\n'),
      ),
    );
    expect(everyClause(record.proposals[0]?.text).map((clause) => clause.status)).toEqual(['kept', 'kept', 'kept']);
  });

  test('a new text is inserted as a whole', () => {
    const { record } = readProposals(
      sourceOfText(
        'ADD\tOCP/12A1/2\nDraft New Resolution [OCP-1]\nBuoys\nThe Assembly of the Oceanic Communications Union (Oslo, 2018),\nresolves\nto set out buoys.',
      ),
    );
    expect(everyClause(record.proposals[0]?.text).map(shown)).toEqual(['∅> inserted sure: {+to set out buoys.+}']);
  });
});

describe('laws', () => {
  // Words that may stand in any order without looking like an old and a new one.
  const words = fc.array(fc.constantFrom('cable', 'ship', 'the', 'island', 'survey', 'chart', 'in', 'reef', 'far'), {
    minLength: 2,
    maxLength: 12,
  });
  interface Made {
    text: string;
    kind: 'kept' | 'added' | 'dropped';
  }
  const clause = fc.record({
    text: words.map((list) => list.join(' ')),
    kind: fc.constantFrom<Made['kind']>('kept', 'kept', 'kept', 'added', 'dropped'),
  });

  /** The list as a copy without marks prints it: fused labels where a clause moved, the changed end sign doubled. */
  function flatten(made: readonly Made[]): string[] {
    let old = 0;
    let next = 0;
    const lastOld = made.findLastIndex((one) => one.kind !== 'added');
    const lastNew = made.findLastIndex((one) => one.kind !== 'dropped');
    return made.map(({ text, kind }, index) => {
      if (kind !== 'added') old++;
      if (kind !== 'dropped') next++;
      const label = kind === 'added' ? `${next}` : kind === 'dropped' || old === next ? `${old}` : `${old}${next}`;
      const before = index === lastOld ? ',' : ';';
      const after = index === lastNew ? ',' : ';';
      const end = kind === 'added' ? after : kind === 'dropped' || before === after ? before : before + after;
      return `${label}\t${text}${end}`;
    });
  }

  function clausesOf(made: readonly Made[]): Clause[] {
    const { record } = readProposals(
      sourceOfText(proposal('instructs the Director', ...flatten(made), 'invites the Council', 'to agree.')),
    );
    return record.proposals[0]?.text?.sections[0]?.clauses ?? [];
  }

  test('the runs of every clause give its two texts and all printed words', () => {
    fc.assert(
      fc.property(fc.array(clause, { minLength: 1, maxLength: 9 }), (made) => {
        const clauses = clausesOf(made);
        expect(clauses).toHaveLength(made.length);
        for (const [index, one] of clauses.entries()) {
          if (one.before !== null) expect(fold(baseOf(one.runs))).toBe(one.before);
          if (one.after !== null) expect(fold(proposedOf(one.runs))).toBe(one.after);
          expect(one.before === null ? baseOf(one.runs) : '').toBe('');
          expect(one.after === null ? proposedOf(one.runs) : '').toBe('');
          expect(fold(printedOf(one.runs))).toContain(made[index]?.text ?? '?');
          expect(one.label.before === null).toBe(one.before === null);
          expect(one.label.after === null).toBe(one.after === null);
        }
      }),
    );
  });

  test('a list that was not changed is not changed', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 12 }), (lists) => {
        const made = lists.map((list): Made => ({ text: list.join(' '), kind: 'kept' }));
        expect(clausesOf(made).map((one) => one.status)).toEqual(made.map(() => 'kept'));
      }),
    );
  });

  test('one clause added or dropped before the end of a list is read back exactly', () => {
    fc.assert(
      fc.property(
        fc.array(words, { minLength: 3, maxLength: 10 }),
        fc.nat(),
        fc.constantFrom<Made['kind']>('added', 'dropped'),
        (lists, place, kind) => {
          const at = place % (lists.length - 1);
          const made = lists.map((list, index): Made => ({ text: list.join(' '), kind: index === at ? kind : 'kept' }));
          const status = { kept: '', added: 'inserted', dropped: 'deleted' } as const;
          const read = clausesOf(made).map((one) =>
            one.status === 'renumbered' || one.status === 'kept' ? '' : one.status,
          );
          expect(read).toEqual(made.map((one) => status[one.kind]));
        },
      ),
    );
  });
});
