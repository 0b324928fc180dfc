/** Random base texts and proposals to change them, made of known edits, so that a test can say what must come out. */
import fc from 'fast-check';
import type { Clause, LegalText, Section } from '#kernel/reading/index.ts';
import { runsBetween } from '../../src/modules/texts/domain/register/settle.ts';
import type { Contribution } from '#modules/texts/index.ts';

export const headings = ['considering', 'recognizing', 'resolves', 'instructs the Council', 'invites Member States'];

/** A text by its words: sections of clauses, each a list of words that stand nowhere else. */
export type Words = string[][][];

/** Words `from` to `to` of a clause give way to others; counted in words of the base. */
export interface WordEdit {
  from: number;
  to: number;
  given: string[];
}

/** What one proponent does to one clause. */
export type ClauseEdit = { delete: true } | { edits: WordEdit[] };

/** What one proponent proposes. */
export interface Proposal {
  proponent: string;
  suppresses: boolean;
  /** By "section.clause". */
  clauses: Map<string, ClauseEdit>;
  /** New clauses by "section.clause" of the clause they follow; clause -1 is the heading. The number chooses the words. */
  insertions: Map<string, number[]>;
}

/** New clauses; the second half are the first half with other words in a place, so variants of them. */
export const newClauses = [
  'that lagoon beacons guide ferries through fog',
  'that divers repair anchors before each season',
  'that tariffs fall where neighbours share masts',
  'that lagoon beacons guide trawlers through fog',
  'that divers repair anchors after each season',
  'that tariffs rise where neighbours share masts',
];
export const isVariant = (one: number, other: number): boolean => one !== other && one % 3 === other % 3;

const letters = 'bcdfghjklm';
/** A word that no other number gives. */
const word = (number: number): string =>
  `${String(number).replaceAll(/\d/g, (digit) => `${letters.charAt(Number(digit))}a`)}n`;

/** Sections with two to five clauses of six to ten words. */
export const words: fc.Arbitrary<Words> = fc
  .array(fc.array(fc.integer({ min: 6, max: 10 }), { minLength: 2, maxLength: 5 }), { minLength: 2, maxLength: 5 })
  .map((sections) => {
    let next = 0;
    return sections.map((clauses) => clauses.map((count) => Array.from({ length: count }, () => word(next++))));
  });

const given = fc.array(fc.constantFrom('anew', 'afresh', 'again'), { minLength: 1, maxLength: 2 });

function editsOf(length: number): fc.Arbitrary<ClauseEdit> {
  const edit = fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 }), given, fc.boolean());
  const some = fc.array(fc.tuple(fc.integer({ min: 0, max: 1 }), edit), { minLength: 1, maxLength: 2 });
  const edits = some.map((list) => {
    const made: WordEdit[] = [];
    for (const [half, [from, count, given, empties]] of list) {
      const start = half * 4 + Math.min(from, 1);
      if (made.some((one) => one.from >= half * 4 && one.from < half * 4 + 4)) continue;
      const to = Math.min(start + count, half * 4 + 3, length);
      made.push({ from: start, to, given: empties && to > start ? [] : given });
    }
    return { edits: made.sort((one, other) => one.from - other.from) };
  });
  return fc.oneof({ weight: 5, arbitrary: edits }, { weight: 1, arbitrary: fc.constant({ delete: true as const }) });
}

function proposalOf(base: Words, proponent: string): fc.Arbitrary<Proposal> {
  const places = base.flatMap((clauses, section) =>
    clauses.map((own, clause) => ({ key: `${section}.${clause}`, own })),
  );
  const clauses = fc.tuple(...places.map(({ own }) => fc.option(editsOf(own.length), { freq: 2 }))).map(
    (edits) =>
      new Map(
        places.flatMap(({ key }, index) => {
          const edit = edits[index];
          return edit === null || edit === undefined ? [] : [[key, edit] as const];
        }),
      ),
  );
  const spots = base.flatMap((own, section) => [-1, ...own.keys()].map((clause) => `${section}.${clause}`));
  const insertions = fc
    .dictionary(
      fc.constantFrom(...spots),
      fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 1 }),
      { maxKeys: 2 },
    )
    .map((found) => new Map(Object.entries(found)));
  return fc.record({
    proponent: fc.constant(proponent),
    suppresses: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
    clauses,
    insertions,
  });
}

/** A base with the proposals of two to four proponents. */
export const disputes: fc.Arbitrary<{ base: Words; proposals: Proposal[] }> = words.chain((base) =>
  fc.record({
    base: fc.constant(base),
    proposals: fc
      .integer({ min: 2, max: 4 })
      .chain((count) =>
        fc.tuple(...['EAST', 'NORTH', 'SOUTH', 'WEST'].slice(0, count).map((name) => proposalOf(base, name))),
      ),
  }),
);

const isPreamble = (section: number): boolean => section < 2;
const labelAt = (section: number, index: number): string =>
  isPreamble(section) ? `${String.fromCharCode(97 + index)})` : String(index + 1);

export function edited(own: readonly string[], edits: readonly WordEdit[]): string[] {
  const made: string[] = [];
  let at = 0;
  for (const { from, to, given } of edits) {
    made.push(...own.slice(at, from), ...given);
    at = to;
  }
  return [...made, ...own.slice(at)];
}

/** A clean text with labels and the signs that follow from the places of its clauses. */
export function textOfWords(sections: readonly (readonly string[])[]): LegalText {
  const last = sections.findLastIndex((clauses) => clauses.length > 0);
  return {
    heading: 'RESOLUTION 7 (Oslo, 2018)',
    title: 'Reefs and cables',
    opening: 'The Assembly of the Oceanic Cable Union (Oslo, 2018),',
    sections: sections.map((clauses, section) =>
      sectionOf(
        section,
        clauses.map((words, index) =>
          kept(labelOf(clauses, section, index), words + signAt(index === clauses.length - 1, section === last)),
        ),
      ),
    ),
    annexes: [],
    footnotes: [],
  };
}

const signAt = (isLast: boolean, isFinal: boolean): string => (!isLast ? ';' : isFinal ? '.' : ',');
const labelOf = (clauses: readonly string[], section: number, index: number): string =>
  clauses.length === 1 ? '' : labelAt(section, index);

function sectionOf(index: number, clauses: Clause[]): Section {
  const changed = clauses.some(({ status }) => status !== 'kept');
  return {
    kind: isPreamble(index) ? 'preamble' : 'operative',
    heading: headings[index] ?? '',
    status: changed ? 'changed' : 'kept',
    clauses,
    line: 1,
  };
}

const kept = (label: string, words: string): Clause => ({
  label: { printed: label, before: label, after: label },
  status: 'kept',
  before: words,
  after: words,
  runs: [{ text: words, change: 'same' }],
  certainty: 'sure',
  line: 1,
  children: [],
});

/** A proposal as a reader gives it: the text with its changes. */
export function contributionOf(base: Words, proposal: Proposal): Contribution {
  const { proponent, suppresses } = proposal;
  const reference = `${proponent}/1/1`;
  if (suppresses) return { proponent, reference, action: 'SUP', text: null };
  const rows = base.map((clauses, section) => rowsOf(clauses, section, proposal));
  const last = rows.findLastIndex((clauses) => clauses.some(({ after }) => after !== null));
  const lastBase = base.length - 1;
  const sections = rows.map((list, section) => {
    const [before, after] = [list.filter((row) => row.before !== null), list.filter((row) => row.after !== null)];
    return sectionOf(
      section,
      list.map((row) =>
        changed({
          before: row.before === null ? null : row.before + signAt(row === before.at(-1), section === lastBase),
          after: row.after === null ? null : row.after + signAt(row === after.at(-1), section === last),
          was: row.before === null ? null : before.length === 1 ? '' : labelAt(section, before.indexOf(row)),
          is: row.after === null ? null : after.length === 1 ? '' : labelAt(section, after.indexOf(row)),
        }),
      ),
    );
  });
  const clean = textOfWords(base.map((clauses) => clauses.map((own) => own.join(' '))));
  return { proponent, reference, action: 'MOD', text: { ...clean, sections } };
}

interface Row {
  before: string | null;
  after: string | null;
}

function rowsOf(clauses: readonly string[][], section: number, { clauses: edits, insertions }: Proposal): Row[] {
  const added = (clause: number): Row[] =>
    (insertions.get(`${section}.${clause}`) ?? []).map((number) => ({ before: null, after: newClauses[number] ?? '' }));
  return [
    ...added(-1),
    ...clauses.flatMap((own, clause) => {
      const edit = edits.get(`${section}.${clause}`);
      const before = own.join(' ');
      const after = edit === undefined ? before : 'delete' in edit ? null : edited(own, edit.edits).join(' ');
      return [{ before, after }, ...added(clause)];
    }),
  ];
}

function changed({
  before,
  after,
  was,
  is,
}: {
  before: string | null;
  after: string | null;
  was: string | null;
  is: string | null;
}): Clause {
  const status =
    before === null
      ? 'inserted'
      : after === null
        ? 'deleted'
        : before !== after
          ? 'changed'
          : was !== is
            ? 'renumbered'
            : 'kept';
  return {
    label: { printed: is ?? was ?? '', before: was, after: is },
    status,
    before,
    after,
    runs: runsBetween(before ?? '', after ?? ''),
    certainty: 'sure',
    line: 1,
    children: [],
  };
}
