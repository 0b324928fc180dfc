/** Legal texts for the tests of drafting: one that can be read at a glance, and any at all. */
import fc from 'fast-check';
import type { Clause, LegalText, Section } from '#kernel/reading/index.ts';
import { cleanClause } from '#modules/texts/domain/register/sides.ts';
import type { Ids } from '#modules/texts/domain/drafting/document.ts';

/** Ids that count: "c-resolves-2", "n1", "n2" …. */
export function countingIds(): Ids {
  let count = 0;
  return { clause: (path) => `c-${path}`, next: () => `n${++count}` };
}

interface Item {
  label: string;
  words: string;
  children?: Item[];
}

const clauseOf = ({ label, words, children = [] }: Item): Clause =>
  cleanClause({ label, words, line: 1, children: children.map(clauseOf) });

/** A clean section: "label words" for each clause; what is indented belongs to the clause above. */
export function section(kind: Section['kind'], heading: string | null, ...lines: string[]): Section {
  const items: Item[] = [];
  for (const line of lines) {
    const [, indent = '', label = '', words = ''] = /^(\s*)(?:(\S*)\| ?)?(.*)$/.exec(line) ?? [];
    const into = indent === '' ? items : (items.at(-1)?.children ?? items);
    into.push({ label, words, children: [] });
  }
  return { kind, heading, status: 'kept', clauses: items.map(clauseOf), line: 1 };
}

/** A small resolution of the Oceanic Communications Union. */
export function reefs(): LegalText {
  return inLines({
    heading: 'RESOLUTION 5 (Rev. Oslo, 2018)',
    title: 'Charting of reefs',
    opening: 'The Assembly of the Oceanic Communications Union (Oslo, 2018),',
    sections: [
      section(
        'preamble',
        'considering',
        'a)| that reefs break cables;',
        'b)| that charts are old;',
        'c)| that surveys are dear,',
      ),
      section('preamble', 'noting', 'the need described in considering c) above,'),
      section(
        'operative',
        'resolves',
        '1| to chart all reefs, as considering b) demands;',
        '2| to lay cables:',
        '  2.1| in deep water;',
        '  2.2| away from anchorages;',
        '3| to act each year under resolves 2.',
      ),
    ],
    annexes: [],
    footnotes: [],
  });
}

/** The text with lines of its own: one for each heading and clause, as drafts count them. */
export function inLines(text: LegalText): LegalText {
  let line = 3;
  const clause = (one: Clause): Clause => ({ ...one, line: ++line, children: one.children.map(clause) });
  const ofSection = (one: Section): Section => ({ ...one, line: ++line, clauses: one.clauses.map(clause) });
  return {
    ...text,
    sections: text.sections.map(ofSection),
    annexes: text.annexes.map((annex) => {
      const at = ++line;
      if (annex.title !== null) line++;
      return { ...annex, line: at, sections: annex.sections.map(ofSection) };
    }),
  };
}

const word = fc.constantFrom('reefs', 'cables', 'charts', 'shall', 'Oslo', 'of', 'the', 'tide,', 'two');
export const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((all) => all.join(' '));

const label = (index: number, kind: Section['kind'], depth: number): string =>
  depth > 0
    ? `${'i'.repeat(Math.min(index, 3))})`
    : kind === 'preamble'
      ? `${'abcdefgh'[index - 1] ?? 'z'})`
      : `${index}`;

const anyClauses = (kind: Section['kind'], depth: number): fc.Arbitrary<Clause[]> =>
  fc
    .array(
      fc.tuple(
        words,
        depth < 2
          ? fc.oneof({ weight: 3, arbitrary: fc.constant<Clause[]>([]) }, anyClauses(kind, depth + 1))
          : fc.constant<Clause[]>([]),
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((list) =>
      list.map(([words, children], index) =>
        cleanClause({
          label: list.length === 1 && depth === 0 ? '' : label(index + 1, kind, depth),
          words,
          line: 1,
          children,
        }),
      ),
    );

const anySection = (kind: Section['kind']): fc.Arbitrary<Section> =>
  fc
    .tuple(fc.constantFrom('considering', 'noting', 'resolves', 'invites Member States'), anyClauses(kind, 0))
    .map(([heading, clauses]) => ({ kind, heading, status: 'kept' as const, clauses, line: 1 }));

/** Any clean text: lists of all depths, annexes, notes that hang on its clauses. */
export const anyText: fc.Arbitrary<LegalText> = fc
  .record({
    heading: fc.constant('RESOLUTION 7 (Oslo, 2018)'),
    title: fc.option(words),
    opening: fc.option(words),
    preamble: fc.array(anySection('preamble'), { maxLength: 2 }),
    operative: fc.array(anySection('operative'), { minLength: 1, maxLength: 2 }),
    annexes: fc.array(
      fc.record({
        heading: fc.constant('ANNEX 1'),
        title: fc.option(words),
        sections: fc.array(anySection('annex'), { minLength: 1, maxLength: 2 }),
      }),
      { maxLength: 1 },
    ),
    notes: fc.array(fc.tuple(words, fc.nat(10)), { maxLength: 3 }),
  })
  .map(({ preamble, operative, annexes, notes, ...rest }) => {
    const text = inLines({
      ...rest,
      sections: [...preamble, ...operative],
      annexes: annexes.map((annex) => ({ ...annex, line: 1 })),
      footnotes: [],
    });
    const lines = text.sections.flatMap((one) => one.clauses.map((clause) => clause.line));
    return {
      ...text,
      footnotes: notes
        .map(([words, at]) => ({ text: words, line: lines[at % lines.length] ?? 5 }))
        .sort((one, other) => one.line - other.line)
        .map((note, index) => ({ mark: String(index + 1), ...note })),
    };
  });
