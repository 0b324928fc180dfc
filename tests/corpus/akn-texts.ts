/** Legal texts for the tests of Akoma Ntoso: the schema as a judge, texts with changes of every sort, what counts in them. */
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { validateXML } from 'xmllint-wasm';
import type { BothWords, Clause, Footnote, LegalText, Section, TextRun } from '#kernel/reading/index.ts';

const folder = '../shared/standards/akoma-ntoso-3.0';
/** Whether the schema is at hand; without it nothing can be said of validity. */
export const hasSchema = existsSync(`${folder}/akomantoso30.xsd`);

const named = (fileName: string) => ({ fileName, contents: readFileSync(`${folder}/${fileName}`, 'utf8') });

/** What the schema complains of, file by file; empty where all files are valid. */
export async function complaints(files: readonly string[]): Promise<string[]> {
  const { errors } = await validateXML({
    xml: files.map((contents, index) => ({ fileName: `text-${index}.xml`, contents })),
    schema: [named('akomantoso30.xsd')],
    preload: [named('xml.xsd')],
    initialMemoryPages: 1024,
    maxMemoryPages: 8192,
  });
  return errors.map(({ rawMessage }) => rawMessage);
}

/** A text without what a file in another format cannot keep: lines, and how sure a reading was. */
export function contentOf(text: LegalText): unknown {
  const clause = ({ label, status, before, after, runs, children }: Clause): unknown => ({
    label,
    status,
    before,
    after,
    runs,
    children: children.map(clause),
  });
  const section = ({ kind, heading, changedHeading, status, clauses }: Section): unknown => ({
    kind,
    heading,
    changedHeading,
    status,
    clauses: clauses.map(clause),
  });
  const { heading, changedHeading, title, changedTitle, opening, changedOpening } = text;
  return {
    head: { heading, changedHeading, title, changedTitle, opening, changedOpening },
    sections: text.sections.map(section),
    annexes: text.annexes.map(({ sections, ...annex }) => ({ ...annex, line: 0, sections: sections.map(section) })),
    footnotes: text.footnotes.map(note),
    dropped: (text.droppedFootnotes ?? []).map(note),
  };
}

const word = fc.constantFrom(
  'reefs',
  'R&D',
  '<cables>',
  '"tide"',
  'île',
  'charts',
  'shall',
  'two',
  '😀',
  "o'clock",
  '>',
);
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((all) => all.join(' '));

const note = ({ mark, text, changedText }: Footnote): unknown => ({ mark, text, changedText });

/** Words with changes in them: no two neighbours of one sort, a blank after each but the last. */
const changedRuns: fc.Arbitrary<TextRun[]> = fc
  .array(fc.tuple(words, fc.constantFrom('same', 'inserted', 'deleted')), { minLength: 1, maxLength: 4 })
  .map((pieces) => {
    const runs: TextRun[] = [{ text: 'to ', change: 'same' }];
    for (const [text, change] of pieces) {
      const last = runs.at(-1);
      if (last?.change === change) last.text += `${text} `;
      else runs.push({ text: `${text} `, change });
    }
    const last = runs.at(-1);
    if (last?.change === 'same') last.text += 'reefs;';
    else runs.push({ text: 'reefs;', change: 'same' });
    return runs;
  });

type Fate = 'kept' | 'inserted' | 'deleted';
interface Item {
  fate: Fate;
  runs: TextRun[];
}

const item = (fate: fc.Arbitrary<Fate>): fc.Arbitrary<Item> => fc.record({ fate, runs: changedRuns });

const sideOf = (runs: readonly TextRun[], gone: TextRun['change']): string =>
  runs
    .filter(({ change }) => change !== gone)
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

/** The clauses of a list, numbered in both texts. */
function clausesOf(items: readonly Item[], print: (index: number) => string, count: { line: number }): Clause[] {
  const at = { before: 0, after: 0 };
  const alone = {
    before: items.filter(({ fate }) => fate !== 'inserted').length === 1,
    after: items.filter(({ fate }) => fate !== 'deleted').length === 1,
  };
  return items.map(({ fate, runs: given }) => {
    const runs: TextRun[] = fate === 'kept' ? given : [{ text: sideOf(given, 'deleted'), change: fate }];
    const [before, after] = [
      fate === 'inserted' ? null : print(++at.before),
      fate === 'deleted' ? null : print(++at.after),
    ];
    // The only clause of a heading has no label, which holds where it is alone in both texts.
    const single = alone.before && alone.after && items.length === 1;
    const label = single
      ? { printed: '', before: before === null ? null : '', after: after === null ? null : '' }
      : { printed: printedOf(before, after), before, after };
    const isChanged = runs.some(({ change }) => change !== 'same');
    return {
      label,
      status: fate !== 'kept' ? fate : isChanged ? 'changed' : before === after ? 'kept' : 'renumbered',
      before: before === null ? null : sideOf(runs, 'inserted'),
      after: after === null ? null : sideOf(runs, 'deleted'),
      runs,
      certainty: 'sure',
      line: ++count.line,
      children: [],
    };
  });
}

/** As a file with revision marks prints both: "12" for the old 1 and the new 2, "ab)" for a) and b). */
function printedOf(before: string | null, after: string | null): string {
  if (before === null || after === null || before === after) return after ?? before ?? '';
  return before.endsWith(')') ? `${before.slice(0, -1)}${after}` : `${before}${after}`;
}

const number = (index: number): string => String(index);
const letter = (index: number): string => `${String.fromCharCode(96 + index)})`;

interface Plan {
  fate: Fate;
  items: Item[];
}

const plan: fc.Arbitrary<Plan> = fc.constantFrom<Fate>('kept', 'kept', 'inserted', 'deleted').chain((fate) =>
  fc.record({
    fate: fc.constant(fate),
    items: fc.array(
      item(fate === 'kept' ? fc.constantFrom<Fate>('kept', 'kept', 'inserted', 'deleted') : fc.constant(fate)),
      {
        minLength: 1,
        maxLength: 5,
      },
    ),
  }),
);

function sectionOf(
  { fate, items }: Plan,
  kind: Section['kind'],
  heading: string | null,
  count: { line: number },
): Section {
  const line = ++count.line;
  const clauses = clausesOf(items, kind === 'preamble' ? letter : number, count);
  const all = (one: Fate): boolean => clauses.every(({ status }) => status === one);
  const status =
    fate !== 'kept'
      ? fate
      : all('inserted')
        ? 'inserted'
        : all('deleted')
          ? 'deleted'
          : all('kept')
            ? 'kept'
            : 'changed';
  const changed: Record<Fate, BothWords | null> = {
    kept: null,
    inserted: { before: null, after: heading },
    deleted: { before: heading, after: null },
  };
  const changedHeading = heading === null ? null : changed[fate];
  return { kind, heading, ...(changedHeading === null ? {} : { changedHeading }), status, clauses, line };
}

const changeable = (before: string, after: string): fc.Arbitrary<BothWords | null> =>
  fc.constantFrom(null, { before, after }, { before: null, after }, { before, after: null });

const headings = ['considering', 'recalling', 'resolves', 'instructs the Secretary-General', 'invites the Council'];

/** Any text: changes in heading, title, opening, headings, labels, words, notes and annexes. */
export const anyText: fc.Arbitrary<LegalText> = fc
  .record({
    heading: changeable('RESOLUTION 5 (Rev. Lagos, 2014)', 'RESOLUTION 5 (Rev. Oslo, 2018)'),
    title: changeable('Charting of reefs', 'Charting of reefs & cables'),
    opening: changeable(
      'The Assembly of the Oceanic Communications Union (Lagos, 2014),',
      'The Assembly of the Oceanic Communications Union (Oslo, 2018),',
    ),
    plans: fc.tuple(plan, plan, plan, plan, plan),
    annex: fc.option(plan),
    notes: fc.array(fc.record({ at: fc.nat(), text: words, changed: fc.option(words), dropped: fc.boolean() }), {
      maxLength: 3,
    }),
  })
  .map(({ heading, title, opening, plans, annex, notes }) => {
    const count = { line: 3 };
    const sections = plans.map((one, index) =>
      sectionOf(one, index < 2 ? 'preamble' : 'operative', headings[index] ?? '', count),
    );
    const last = count.line;
    const annexes = annex === null ? [] : [annexOf(annex, count)];
    const footnotes = notes.map(({ at, text, changed, dropped }, index) => {
      const both = { before: `A ${changed ?? text}`, after: `A ${text}` };
      const isChanged = !dropped && both.before !== both.after;
      const line = 4 + (at % (last - 3));
      const note = { mark: String(index + 1), text: both.after, ...(isChanged ? { changedText: both } : {}), line };
      return { note, dropped };
    });
    const ofSort = (gone: boolean): Footnote[] =>
      footnotes
        .filter(({ dropped }) => dropped === gone)
        .map(({ note }) => note)
        .sort((one, other) => one.line - other.line);
    return {
      ...headOf('heading', 'changedHeading', heading, 'RESOLUTION 5 (Rev. Oslo, 2018)'),
      ...headOf('title', 'changedTitle', title, 'Charting of reefs'),
      ...headOf('opening', 'changedOpening', opening, 'The Assembly of the Oceanic Communications Union (Oslo, 2018),'),
      sections,
      annexes,
      footnotes: ofSort(false),
      ...(ofSort(true).length === 0 ? {} : { droppedFootnotes: ofSort(true) }),
    } as LegalText;
  });

function annexOf(given: Plan, count: { line: number }): LegalText['annexes'][number] {
  const line = ++count.line;
  // An annex is not taken away by its clauses alone: its heading stays.
  const { items } = given;
  const section = sectionOf({ fate: 'kept', items }, 'annex', null, count);
  return { heading: 'ANNEX 1 TO RESOLUTION 5 (Rev. Oslo, 2018)', title: 'Where reefs are', sections: [section], line };
}

function headOf(name: string, changed: string, both: BothWords | null, words: string): Record<string, unknown> {
  return both === null ? { [name]: words } : { [name]: both.after ?? both.before, [changed]: both };
}

/** Texts with anything in every place that holds words. */
export function oddText(odd: fc.Arbitrary<string>): fc.Arbitrary<LegalText> {
  const side = fc.option(odd);
  const runs = fc.array(
    fc.record({ text: odd, change: fc.constantFrom('same' as const, 'inserted' as const, 'deleted' as const) }),
    { maxLength: 4 },
  );
  const { clause } = fc.letrec<{ clause: Clause }>((tie) => ({
    clause: fc.record({
      label: fc.record({ printed: odd, before: side, after: side }),
      status: fc.constantFrom('kept' as const, 'changed' as const, 'inserted' as const, 'deleted' as const),
      before: side,
      after: side,
      runs,
      certainty: fc.constant('sure' as const),
      line: fc.integer({ min: 1, max: 9 }),
      children: fc.oneof({ maxDepth: 2 }, fc.constant<Clause[]>([]), fc.array(tie('clause'), { maxLength: 2 })),
    }),
  }));
  const section = fc.record({
    kind: fc.constantFrom('preamble' as const, 'operative' as const, 'annex' as const),
    heading: side,
    status: fc.constant('kept' as const),
    clauses: fc.array(clause, { maxLength: 3 }),
    line: fc.integer({ min: 1, max: 9 }),
  });
  const note = fc.record({ mark: odd, text: odd, line: fc.integer({ min: 1, max: 12 }) });
  return fc.record({
    heading: side,
    title: side,
    opening: side,
    sections: fc.array(section, { maxLength: 3 }),
    annexes: fc.array(
      fc.record({ heading: odd, title: side, sections: fc.array(section, { maxLength: 2 }), line: fc.constant(3) }),
      { maxLength: 2 },
    ),
    footnotes: fc.array(note, { maxLength: 2 }),
    droppedFootnotes: fc.array(note, { maxLength: 1 }),
  });
}
