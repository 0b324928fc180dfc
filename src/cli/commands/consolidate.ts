import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { writeDocx } from '#formats/docx/write/index.ts';
import { refuse } from '#kernel/problem.ts';
import type { ConsolidatedText } from '#kernel/reading/index.ts';
import {
  bracketed,
  changesByInstrument,
  consolidate,
  documentOfDraft,
  layoutOf,
  standingWords,
  workingText,
  type Conflict,
  type LaidClause,
  type LaidPassage,
  type Layout,
  type Piece,
  type ProposedChanges,
} from '#modules/texts/index.ts';
import { atLeastOne } from '../input.ts';
import { print, say } from '../output.ts';
import { proposalsOfFiles } from '../proposals-of-files.ts';

export const help = `throughline consolidate FILE… [--base FILE]… [--instrument NAME] [--json] [-o OUT.docx]

Merges the proposals on an instrument into one working text: what is agreed or can all be made is made,
what is disputed stands as alternatives in square brackets (2, 2bis, 2ter), each piece with those who
want it: [-struck out- NIC] {+inserted+ SSF}. The conflicts are listed at the end.

  --base FILE        the text in force; without it the base is what the proposals themselves delete and keep
  --instrument NAME  this instrument only: "Resolution 4"
  --json             one JSON array: draft, working text and conflicts of each instrument
  -o OUT.docx        one instrument as a Word file with revisions by their proponents

Exits with 1 while conflicts are open.`;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      base: { type: 'string', multiple: true, default: [] },
      instrument: { type: 'string' },
      out: { type: 'string', short: 'o' },
    },
  });
  const names = atLeastOne(positionals, 'throughline consolidate FILE…');
  const { proposals, bases } = await proposalsOfFiles(names, values.base);
  const chosen = chosenOf(changesByInstrument(proposals, bases), values.instrument ?? null);
  const drafts = chosen.map(({ instrument, base, contributions }) => consolidate(base, contributions, instrument));
  const laid = drafts.map((draft) => ({ draft, layout: layoutOf(draft) }));
  const isOpen = laid.some(({ layout }) => layout.conflicts.some(({ settled }) => settled === null));
  if (values.out !== undefined) {
    const [draft, ...others] = drafts;
    if (draft === undefined || others.length > 0) {
      refuse(
        'several-instruments',
        `The files are about ${drafts.length} instruments.`,
        'Choose one with --instrument.',
        {
          field: '--instrument',
        },
      );
    }
    writeFileSync(values.out, writeDocx(documentOfDraft(draft, new Date().toISOString())));
    say(`${draft.instrument} written to ${values.out}.`);
  } else if (values.json) {
    print(
      JSON.stringify(
        laid.map(({ draft, layout }) => ({
          instrument: draft.instrument,
          proponents: draft.proponents,
          conflicts: layout.conflicts,
          text: workingText(draft),
          draft,
        })),
      ),
    );
  } else for (const { draft, layout } of laid) show(draft, layout);
  return isOpen ? 1 : 0;
}

function chosenOf(all: readonly ProposedChanges[], name: string | null): ProposedChanges[] {
  if (name === null) return [...all];
  const wanted = name.trim().toLowerCase();
  const found = all.filter(({ instrument }) => instrument.toLowerCase() === wanted);
  if (found.length === 0) {
    refuse(
      'no-instrument',
      `Nobody proposes anything on "${name}".`,
      `The files are about: ${all.map(({ instrument }) => instrument).join(', ')}.`,
      {
        field: '--instrument',
      },
    );
  }
  return found;
}

function show({ instrument, proponents }: ConsolidatedText, layout: Layout): void {
  const open = layout.conflicts.filter(({ settled }) => settled === null).length;
  print(
    `${instrument}  –  ${proponents.join(', ')}  –  ${open === 0 ? 'no conflict' : open === 1 ? '1 conflict' : `${open} conflicts`}`,
  );
  const { suppression } = layout;
  if (suppression.by.length > 0) {
    const against = suppression.against.length === 0 ? '' : `, which ${suppression.against.join(', ')} would amend`;
    print(`[${suppression.by.join(', ')} would suppress this text${against}.]`);
  }
  for (const passage of [layout.heading, layout.title, layout.opening]) passageLine(passage);
  const sections = (annex: string | null): void => {
    for (const { heading, clauses } of layout.sections.filter((section) => section.annex === annex)) {
      if (heading !== null) passageLine(heading, '\n');
      for (const clause of clauses) clauseLines(clause, '  ');
    }
  };
  if (suppression.state !== 'suppressed') sections(null);
  for (const { id, heading, title } of suppression.state === 'suppressed' ? [] : layout.annexes) {
    passageLine(heading, '\n');
    passageLine(title);
    sections(id);
  }
  for (const { mark, note } of layout.footnotes) passageLine(note, `\n${mark}  `);
  if (layout.conflicts.length > 0) print('\nConflicts');
  layout.conflicts.forEach(conflictLines);
  print('');
}

function passageLine({ pieces, alternatives, conflict }: LaidPassage, before = ''): void {
  if (conflict === null) {
    if (pieces.length > 0) print(before + marked(pieces));
    return;
  }
  const all = alternatives.map(
    ({ by, gone, pieces }) => `[${by.join(', ')}: ${gone ? 'deleted' : standingWords(pieces)}]`,
  );
  print(before + all.join(' '));
}

function clauseLines(clause: LaidClause, indent: string): void {
  const { label, pieces, conflict, fate, by, children } = clause;
  if (conflict !== null) for (const one of bracketed(clause)) print(`${indent}${one.label}\t${one.words}`);
  else if (fate === 'moved-away') print(`${indent}${label}\t[-${standingWords(pieces)}- ${by.join(', ')}, moved]`);
  else print(`${indent}${label}\t${marked(pieces)}${fate === 'moved' ? ` {moved here: ${by.join(', ')}}` : ''}`);
  for (const child of children) clauseLines(child, `${indent}  `);
}

/** "[-four- NIC] {+two+ NIC}": what is struck out and inserted, with those who want it. */
function marked(pieces: readonly Piece[]): string {
  return pieces
    .map(({ text, change, by }) => {
      const names = by.length === 0 ? '' : ` ${by.join(', ')}`;
      if (change === 'same') return text;
      return change === 'deleted' ? `[-${text}-${names}]` : `{+${text}+${names}}`;
    })
    .join('');
}

function conflictLines({ id, place, alternatives, settled }: Conflict): void {
  print(`  ${place}${settled === null ? '' : ' (settled)'}  –  ${id}`);
  alternatives.forEach(({ by, words }, index) => print(`    ALT ${index + 1} ${by.join(', ')}: ${words ?? 'deleted'}`));
}
