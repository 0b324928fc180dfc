import { describe, expect, it } from 'vitest';
import type { LegalText } from '#kernel/reading/index.ts';
import { sideOfText } from '../register/sides.ts';
import { sourceOfText } from '../testing/documents.ts';
import { readInstrument } from '../testing/recognisers.ts';
import { compareTexts, clausesOf } from './compare.ts';
import type { Comparison } from './comparison.ts';
import { summaryInWords } from './summary.ts';
import { wordChanges } from './word-changes.ts';

const head = 'RESOLUTION 5 (Oslo, 2018)\nCables\nThe Assembly of the Oceanic Communications Union (Oslo, 2018),\n';

function text(lines: string): LegalText {
  return sideOfText(readInstrument(sourceOfText(head + lines)).record, 'proposed');
}

const compared = (from: string, to: string): Comparison => compareTexts(text(from), text(to));

const marked = (runs: Comparison['title']['runs']): string =>
  runs
    .map(({ text, change }) => (change === 'same' ? text : change === 'deleted' ? `[-${text}-]` : `{+${text}+}`))
    .join('');

const shown = (comparison: Comparison): string[] =>
  clausesOf(comparison).map(
    ({ status, label, runs }) => `${label.before ?? '∅'}>${label.after ?? '∅'} ${status}: ${marked(runs)}`,
  );

describe('compareTexts', () => {
  it('tells added, renumbered, reworded clauses and the end of a list apart', () => {
    const comparison = compared(
      'resolves\n1\tto chart all reefs;\n2\tto lay cables between islands;\n3\tto report every two years.',
      'resolves\n1\tto chart all reefs;\n2\tto lend earth stations to schools;\n3\tto lay cables between islands;\n4\tto report each year;\n5\tto publish what was found.',
    );
    expect(shown(comparison)).toEqual([
      '1>1 kept: to chart all reefs;',
      '∅>2 inserted: {+to lend earth stations to schools;+}',
      '2>3 renumbered: to lay cables between islands;',
      '3>4 changed: to report [-every two years.-]{+each year;+}',
      '∅>5 inserted: {+to publish what was found.+}',
    ]);
    expect(summaryInWords(comparison)).toBe('2 clauses added, 2 renumbered, 1 reworded');
  });

  it('does not take another sign at the end for rewording', () => {
    const comparison = compared(
      'resolves\n1\tto chart all reefs; and\n2\tto lay cables between islands.',
      'resolves\n1\tto chart all reefs;\n2\tto lay cables between islands;\n3\tto lend earth stations.',
    );
    expect(clausesOf(comparison).map(({ status }) => status)).toEqual(['end-of-list', 'end-of-list', 'inserted']);
    expect(summaryInWords(comparison)).toBe('1 clause added, 2 with another sign at the end');
  });

  it('takes capitals and quotes that changed for rewording', () => {
    const comparison = compared(
      'resolves\n1\tto chart the reefs;\n2\tto end.',
      'resolves\n1\tto chart the Reefs;\n2\tto end.',
    );
    expect(shown(comparison)[0]).toBe('1>1 changed: to chart the [-reefs-]{+Reefs+};');
    expect(summaryInWords(comparison)).toBe('1 clause reworded');
  });

  it('compares headings, title and opening word by word', () => {
    const from = text('instructs the Director\nto chart all reefs.');
    const comparison = compareTexts(from, {
      ...text('instructs the Directors\nto chart all reefs.'),
      title: 'Cables and reefs',
    });
    expect(marked(comparison.title.runs)).toBe('Cables{+ and reefs+}');
    expect(comparison.sections.map(({ status, heading }) => [status, marked(heading.runs)])).toEqual([
      ['changed', 'instructs the [-Director-]{+Directors+}'],
    ]);
    expect(summaryInWords(comparison)).toBe('duties: 1 changed; headings: 1 changed; title changed');
  });

  it('compares footnotes, whatever their marks', () => {
    const from = {
      ...text('resolves\nto chart all reefs.'),
      footnotes: [{ mark: '1', text: '1 See the report of the Council of 2014.', line: 4 }],
    };
    const to = {
      ...text('resolves\nto chart all reefs.'),
      footnotes: [
        { mark: '1', text: '1 Reefs are under water.', line: 4 },
        { mark: '2', text: '2 See the report of the Council of 2018.', line: 5 },
      ],
    };
    expect(compareTexts(from, to).footnotes.map(({ status, runs }) => [status, marked(runs)])).toEqual([
      ['inserted', '{+Reefs are under water.+}'],
      ['changed', 'See the report of the Council of [-2014-]{+2018+}.'],
    ]);
  });

  it('counts duties by whom the heading tells, and by "shall"', () => {
    const comparison = compared(
      'considering\na)\tthat cables shall last,\nresolves\n1\tthat charts shall be kept;\n2\tto end,\ninstructs the Director\nwithin the mandate of the Union,\n1\tto chart all reefs;\n2\tto lay cables between islands.',
      'considering\na)\tthat cables shall last,\nresolves\n1\tthat charts shall be kept and printed;\n2\tto end,\ninstructs the Director\nwithin the mandate of the Union,\n1\tto chart all reefs;\n2\tto lend earth stations to schools.',
    );
    expect(summaryInWords(comparison)).toBe(
      '1 clause added, 1 deleted, 1 reworded; duties: 1 added, 1 deleted, 1 changed',
    );
  });

  it('finds no difference between a text and itself', () => {
    const lines = 'resolves\n1\tto chart reefs;\n2\tto lay cables.';
    expect(summaryInWords(compared(lines, lines))).toBe('no difference');
  });
});

const words = (from: number): string =>
  Array.from({ length: 20_000 }, (_, index) => `w${(index * 7919 + from) % 100_003}`).join(' ');

describe('wordChanges', () => {
  it.each([
    ['the report of the Director', 'the report by the Council', 'the report [-of the Director-]{+by the Council+}'],
    ['a plan for islands', 'a new and better plan for islands', 'a {+new and better +}plan for islands'],
    ['every two years and once more', 'each year and once more', '[-every two years-]{+each year+} and once more'],
    [
      'in Resolution 4 (Rev. Suva, 2021)',
      'in Resolution 4 (Rev. Apia, 2025)',
      'in Resolution 4 (Rev. [-Suva, 2021-]{+Apia, 2025+})',
    ],
    ['ITU-T work', 'ITU-D work', '[-ITU-T-]{+ITU-D+} work'],
    ['to chart, and to publish', 'to publish', 'to [-chart, and to -]publish'],
    [
      'paid by gifts and kept',
      'paid by gifts, where it decides, from savings in the budget and kept',
      'paid by gifts{+, where it decides, from savings in the budget+} and kept',
    ],
    ['', 'new', '{+new+}'],
  ])('%s → %s', (before, after, expected) => {
    expect(marked(wordChanges(before, after))).toBe(expected);
  });

  it('keeps both wordings of long paragraphs that share nothing, and does not take long', () => {
    const start = performance.now();
    const runs = wordChanges(words(0), words(50_000));
    expect(performance.now() - start).toBeLessThan(3000);
    expect(
      runs
        .filter(({ change }) => change !== 'inserted')
        .map(({ text }) => text)
        .join(''),
    ).toBe(words(0));
    expect(
      runs
        .filter(({ change }) => change !== 'deleted')
        .map(({ text }) => text)
        .join(''),
    ).toBe(words(50_000));
  });
});
