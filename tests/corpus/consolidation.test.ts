/**
 * Consolidated drafts of the example contributions: the planted texts, clause by clause, after the coordinator has settled
 * what is disputed; as Word files with real revisions; and of the real proposals where they are at hand.
 */
import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { linesOf, sideParagraphs } from '#formats/document/index.ts';
import { writeDocx } from '#formats/docx/write/index.ts';
import { openDocument } from '#formats/readers.ts';
import { readText } from '#formats/text/reader.ts';
import { ConsolidatedText, type Clause, type LegalText, type ProposalsRecord } from '#kernel/reading/index.ts';
import {
  changesByInstrument,
  consolidate,
  documentOfDraft,
  layoutOf,
  proposalsRecogniser,
  settle,
  settledText,
  sideOfText,
  textsOf,
  unsettled,
  withoutProponent,
  workingText,
  type ProposedChanges,
  type TextOf,
} from '#modules/texts/index.ts';
import { loneText } from '../../examples/documents/lone-texts.ts';
import { nicOnResolution4, nicOnResolution9 } from '../../examples/documents/nic-contribution.ts';
import { ssfOnResolution4, ssfOnResolution9 } from '../../examples/documents/ssf-contribution.ts';
import { adopted, draftOf, type Edit, type ResolutionText } from '../../examples/house/legal-text.ts';
import { resolution4 } from '../../examples/texts/resolution-4.ts';
import { resolution9 } from '../../examples/texts/resolution-9.ts';
import { understand } from '../../src/modules/intake/domain/understand.ts';
import { docxodusText } from './judges/docxodus.ts';
import { readExamples, type ReadExample } from './example-readings.ts';

let read: ReadExample[];
let changes: ProposedChanges[];
const nic = 'NIC-12A1 contribution';
const ssf = 'SSF-15A1 contribution';

beforeAll(async () => {
  read = await readExamples();
  changes = changesByInstrument(
    read
      .filter(({ file }) => file.startsWith(nic) || file.startsWith(ssf))
      .flatMap(({ record }) => textsOf(record as ProposalsRecord)),
  );
});

const changesOf = (instrument: string): ProposedChanges => changes.find((one) => one.instrument === instrument)!;
const draftOn = ({ instrument, base, contributions }: ProposedChanges): ConsolidatedText =>
  consolidate(base, contributions, instrument);
const record = (start: string): LegalText => read.find(({ file }) => file.startsWith(start))!.record as LegalText;

/** Every part of a text in a line of its own, labels before words. */
function linesIn(text: LegalText): string[] {
  const clauses = (list: readonly Clause[], indent: string): string[] =>
    list.flatMap(({ label, after, children }) => [
      `${indent}${label.after ?? ''} ${after ?? ''}`,
      ...clauses(children, `${indent}  `),
    ]);
  const sections = [...text.sections, ...text.annexes.flatMap((annex) => annex.sections)];
  return [
    text.heading ?? '',
    text.title ?? '',
    text.opening ?? '',
    ...sections.flatMap((section) => [section.heading ?? '', ...clauses(section.clauses, '  ')]),
    ...text.footnotes.map((note) => `${note.mark} ${note.text}`),
  ];
}

const apia = { place: 'Apia', year: 2025, revised: true };

/** The text that follows when the base is changed by all edits, read as a Word file of it is read. */
async function planned(base: ResolutionText, edits: readonly Edit[]): Promise<string[]> {
  const bytes = loneText(adopted(draftOf(base, edits), apia));
  return linesIn(understand(await openDocument(bytes, 'planned.docx')).record as LegalText);
}

const named = (edit: Edit): string => ('in' in edit ? edit.in : 'drop' in edit ? edit.drop : '');

/** The edits of both groups, without those of some clauses, each edit once. */
function together(one: readonly Edit[], other: readonly Edit[], without: readonly string[]): Edit[] {
  const all = [...one, ...other].filter((edit) => !without.includes(named(edit)));
  return [...new Map(all.map((edit) => [JSON.stringify(edit), edit])).values()];
}

/** A line without its label and the sign at its end. */
const bare = (line: string): string =>
  line
    .trim()
    .replace(/^(?:[a-z]\)|[\d.]+) /, '')
    .replace(/[;,.]$/, '');

describe('Resolution 4', () => {
  const compromise =
    'that the fund for outer islands shall be financed by voluntary contributions and, where the Council so decides, from savings in the regular budget and shall be managed by the Bureau for Development;';

  test('settles to the planted text, clause by clause', async () => {
    const draft = draftOn(changesOf('Resolution 4'));
    const [interval, fund, ...others] = unsettled(draft);
    expect([interval?.place, fund?.place, others.length]).toEqual(['resolves 2', 'resolves 5', 0]);
    expect(interval?.alternatives.map(({ by }) => by.join())).toEqual(['NIC', 'SSF']);
    const done = settle(settle(draft, interval!.id, { take: 0 }), fund!.id, { words: compromise });
    const edits = together(nicOnResolution4, ssfOnResolution4, ['resolves 2', 'resolves 5']);
    const expected = await planned(resolution4, [
      ...edits,
      { in: 'resolves 2', change: [['every four years', 'every two years']] },
      {
        in: 'resolves 5',
        change: [
          [
            'voluntary contributions',
            'voluntary contributions and, where the Council so decides, from savings in the regular budget',
          ],
        ],
      },
    ]);
    expect(linesIn(settledText(done))).toEqual(expected);
    // What the caller kept is as it was.
    expect(unsettled(draft)).toHaveLength(2);
  });

  test('differs from the text of Apia only where the conference went its own way', () => {
    const draft = draftOn(changesOf('Resolution 4'));
    const [interval, fund] = unsettled(draft);
    const done = settle(settle(draft, interval!.id, { take: 0 }), fund!.id, { words: compromise });
    const theirs = linesIn(record('Resolution 4 (Rev. Apia'));
    const ours = linesIn(settledText(done));
    const known = new Set(ours.map(bare));
    expect(
      theirs

        .map(bare)
        .filter((line) => !known.has(line))
        .map((line) => line.slice(0, 50)),
    ).toEqual([
      'Resolution 12 (Rev. Apia, 2025) of this Assembly, ',
      'that satellite systems in low orbit have shortened',
      'that the training of caretakers on the islands the',
      'that the Bureau for Development has published two ',
      'that projects under this resolution shall be plann',
      'that equipment bought from the fund shall belong t',
      'to assist administrations, on request, in drawing ',
      'to maintain a collection of model agreements on sh',
      'to consider the results of the survey and, where n',
      'to exempt equipment for community networks from im',
    ]);
  });

  test('has square brackets, ordinals and the names of those who want what, while it is disputed', () => {
    const lines = linesIn(workingText(draftOn(changesOf('Resolution 4')))).map((line) => line.trim());
    expect(lines).toContain(
      '2 [ALT 1 NIC: that the state of connection of outer islands shall be surveyed every two years, and that the survey shall state for each island:]',
    );
    expect(lines).toContain(
      '2bis [ALT 2 SSF: that the state of connection of outer islands shall be surveyed each year, and that the survey shall state for each island:]',
    );
    expect(lines).toContain(
      '4 that the results of the survey shall be placed before the Council and shall be published;',
    );
    expect(() => settledText(draftOn(changesOf('Resolution 4')))).toThrow('2 conflicts are not settled');
  });

  test('attributes each piece', () => {
    const { sections } = layoutOf(draftOn(changesOf('Resolution 4')));
    const clause = (section: string, label: string) =>
      sections.find(({ id }) => id === section)?.clauses.find(({ base }) => base?.label === label);
    const changed = (section: string, label: string): [string, string][] =>
      (clause(section, label)?.pieces ?? [])
        .filter(({ change }) => change === 'inserted')
        .map(({ text, by }) => [text.trim(), by.join()]);
    expect(changed('resolves', '4')).toEqual([['and shall be published', 'NIC,SSF']]);
    expect(changed('instructs-the-secretary-general', '1')).toEqual([
      [', satellite operators', 'NIC'],
      ['before the end of 2025', 'SSF'],
    ]);
    expect(changed('recognizing', 'c)')).toEqual([['d)', 'NIC']]);
    expect(clause('resolves', '6')).toMatchObject({ fate: 'deleted', by: ['SSF'], stands: false });
  });
});

test('Resolution 9 settles to the planted text, its annex, table and note included', async () => {
  const draft = draftOn(changesOf('Resolution 9'));
  const [costs, weeks] = unsettled(draft);
  expect([costs?.place, weeks?.place]).toEqual(['resolves 5', 'invites Member States 1']);
  const done = settle(settle(draft, costs!.id, { take: 1 }), weeks!.id, { keepBase: true });
  const edits = together(nicOnResolution9, ssfOnResolution9, ['invites Member States 1']).filter(
    (edit) => !('drop' in edit),
  );
  expect(linesIn(settledText(done))).toEqual(await planned(resolution9, edits));
});

test('Resolution 17 is suppressed or amended, as it is settled', () => {
  const draft = draftOn(changesOf('Resolution 17'));
  const [conflict, ...others] = unsettled(draft);
  expect([conflict?.place, others.length]).toEqual(['whole text', 0]);
  expect(linesIn(workingText(draft))[4]).toBe('   [NIC would suppress this text, which SSF would amend.]');
  const id = conflict?.id ?? '';
  expect(settledText(settle(draft, id, { take: 0 })).sections).toEqual([]);
  const amended = changesOf('Resolution 17').contributions.find(({ proponent }) => proponent === 'SSF')!.text!;
  expect(linesIn(settledText(settle(draft, id, { take: 1 })))).toEqual(linesIn(sideOfText(amended, 'proposed')));
});

const words = (lines: readonly string[]): string[] =>
  lines.map((line) => line.replace(/\s+/gu, ' ').trim()).filter((line) => line !== '');
const squeezed = (lines: readonly string[]): string => lines.join('').replace(/\s+/gu, '');

describe('all instruments of the examples', () => {
  test('settle to the proposed text where one group stands alone', () => {
    for (const { instrument, base, contributions } of changes) {
      for (const one of contributions) {
        if (one.text === null || one.action === 'SUP') continue;
        const alone = consolidate(base, [one], instrument);
        expect(linesIn(settledText(alone)), `${instrument} ${one.proponent}`).toEqual(
          linesIn(sideOfText(one.text, 'proposed')),
        );
        expect(ConsolidatedText.parse(JSON.parse(JSON.stringify(alone)))).toEqual(alone);
      }
    }
  });

  test('without one group are what the other proposes', () => {
    for (const { instrument, base, contributions } of changes) {
      const others = contributions.filter(({ proponent }) => proponent !== 'SSF');
      expect(withoutProponent(consolidate(base, contributions, instrument), 'SSF')).toEqual(
        consolidate(base, others, instrument),
      );
    }
  });

  test(
    'as Word files: rejecting all gives the text in force, accepting all the working text',
    { timeout: 60_000 },
    async () => {
      const draft = draftOn(changesOf('Resolution 4'));
      const bytes = writeDocx(documentOfDraft(draft, '2026-01-02T03:04:05Z'));
      const again = await openDocument(bytes, 'draft.docx');
      const inForce = read.find(({ file }) => file.startsWith('Resolution 4 (Rev. Suva'))!;
      const side = (name: 'base' | 'proposed'): string[] => words(sideParagraphs(again, name).map(({ text }) => text));
      const base = words(sideParagraphs(inForce.document, 'base').map(({ text }) => text));
      expect(side('base')).toEqual(base);
      expect(side('proposed')).toEqual(words(linesIn(workingText(draft)).slice(0, -1)));
      const theirs = await docxodusText(bytes, 'base');
      expect(squeezed(theirs.body).startsWith(squeezed(base).slice(0, 2000))).toBe(true);
      const authors = new Set(
        linesOf(again).flatMap(({ paragraph }) =>
          paragraph.runs.flatMap((run) => run.marks.map(({ author }) => author)),
        ),
      );
      expect(authors).toEqual(new Set(['Consolidation', 'NIC', 'NIC, SSF', 'SSF']));
    },
  );
});

const file = '../shared/sources/003_e6762f12f0311554.txt';
const isThere = existsSync(file);

describe.skipIf(!isThere)('the 25 real proposals (skipped where ../shared is absent)', () => {
  const document = readText(isThere ? readFileSync(file, 'utf8') : 'absent', '003.txt');
  const found: TextOf[] = textsOf(proposalsRecogniser.recognise({ document, lines: linesOf(document) }).record);

  test('each settles at once to its proposed text', () => {
    for (const one of changesByInstrument(found)) {
      const draft = draftOn(one);
      expect(unsettled(draft)).toEqual([]);
      const [contribution, ...more] = one.contributions;
      if (contribution === undefined || contribution.text === null) continue;
      if (contribution.action === 'SUP' || more.length > 0) continue;
      const text = settledText(draft);
      expect(linesIn(text), one.instrument).toEqual(linesIn(sideOfText(contribution.text, 'proposed')));
    }
  });
});
