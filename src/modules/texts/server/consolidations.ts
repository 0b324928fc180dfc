/** Consolidated drafts: opened over the proposals on an instrument, settled conflict by conflict, every state kept. */
import { writeDocx } from '#formats/docx/write/index.ts';
import { newId } from '#kernel/ids.ts';
import { refuse } from '#kernel/problem.ts';
import type { ConflictChoice, ConsolidatedText } from '#kernel/reading/index.ts';
import { audienceOf, maySee } from '#modules/access/index.ts';
import {
  freeSlug,
  mustMay,
  mustSee,
  refuseStale,
  remember,
  together,
  type Context,
} from '#modules/access/server/index.ts';
import { consolidate } from '../domain/consolidation/gather.ts';
import { documentOfDraft } from '../domain/consolidation/document.ts';
import { layoutOf, type Conflict, type Layout } from '../domain/consolidation/layout.ts';
import { reopen, settle } from '../domain/consolidation/settle.ts';
import { nameOfInstrument } from '../domain/register/identity.ts';
import {
  consolidationBySlug,
  insertConsolidation,
  insertState,
  listConsolidations,
  stateOf,
  statesOf,
  touchConsolidation,
  type Consolidation,
  type ConsolidationState,
} from '../store/consolidations.ts';
import { instrumentBy, type Instrument } from '../store/instruments.ts';
import { proposalsOn } from './clashes.ts';
import type { WordFile } from './contribution-files.ts';
import { instrument } from './texts.ts';

export type { Consolidation, ConsolidationState };

/** Most characters that one conflict is settled with. */
const mostWords = 20_000;

/** Consolidated drafts the viewer may see, of one instrument (its id) or all. */
export async function consolidations(context: Context, of: string | null = null): Promise<Consolidation[]> {
  return listConsolidations(context.db, audienceOf(context.viewer), of);
}

/** A consolidated draft in its present state, or in an earlier one. @throws Refusal `not-found` */
export async function consolidation(
  context: Context,
  slug: string,
  number: number | null = null,
): Promise<{
  consolidation: Consolidation;
  instrument: Instrument;
  /** Number of the state that is shown. */
  number: number;
  text: ConsolidatedText;
  layout: Layout;
  states: ConsolidationState[];
}> {
  const found = mustSee(context, await consolidationBySlug(context.db, slug), 'consolidated draft');
  const about = mustSee(context, await instrumentBy(context.db, { id: found.instrument }), 'instrument');
  const state = await stateOf(context.db, found.id, number);
  if (state === null) refuse('not-found', 'The draft has no such state.', 'Choose one from its history.');
  return {
    consolidation: found,
    instrument: about,
    number: state.number,
    text: state.text,
    layout: layoutOf(state.text),
    states: await statesOf(context.db, found.id),
  };
}

/**
 * Opens a consolidated draft of all proposals on an instrument that the viewer may see.
 * @returns its slug @throws Refusal `no-proposals`, `no-base`, `not-for-all-members`
 */
export async function openConsolidation(context: Context, slug: string): Promise<string> {
  mustMay(context, 'draft-texts');
  return together(context, async (context) => {
    const { instrument: about } = await instrument(context, slug);
    const { base, baseText, proposals, contributions } = await proposalsOn(context, about);
    if (proposals.length === 0) {
      refuse('no-proposals', 'Nobody proposes to change this instrument.', 'Take in the proposals first.');
    }
    if (base === null) {
      refuse(
        'no-base',
        'The register does not have the text that the proposals would change.',
        'Take in the text in force first.',
      );
    }
    const text = consolidate(baseText, contributions, nameOfInstrument(about));
    // A draft tells what all its proposals and the base text say: it is shown to nobody who may not see one of them.
    const all = [about, base, ...proposals];
    const open = all.every(({ visibility }) => visibility === 'public' || visibility === 'members');
    if (!open && !maySee(context.viewer, { visibility: 'secretariat' }).allowed) {
      refuse(
        'not-for-all-members',
        'Some of what would stand in it is not shown to all members.',
        'Ask the secretariat to open the consolidated draft.',
      );
    }
    const row = {
      id: newId(context.now().getTime()),
      slug: await freeSlug(context.db, 'texts.consolidation', `${about.slug} consolidated`),
      instrument: about.id,
      revision: base.id,
      proposals: proposals.map(({ id }) => id),
      visibility: open ? ('members' as const) : ('secretariat' as const),
      parties: [],
    };
    await insertConsolidation(context.db, row);
    await insertState(context.db, row.id, {
      number: 1,
      text,
      what: `opened with ${proposals.map(({ reference }) => reference).join(', ')}`,
      actor: context.viewer.name,
    });
    await remember(context, 'opened', { kind: 'consolidation', id: row.id }, { after: row });
    return row.slug;
  });
}

/** Settles one conflict, or settles it otherwise. */
export async function settleConflict(
  context: Context,
  slug: string,
  version: number,
  conflict: string,
  choice: ConflictChoice,
): Promise<void> {
  if ('words' in choice && choice.words.length > mostWords) {
    refuse('too-long', 'These are too many words for one clause.', 'Write them shorter.', { field: 'words' });
  }
  await nextState(context, slug, version, (text) => {
    const about = conflictNamed(text, conflict);
    return { text: settle(text, conflict, choice), what: `settled ${about.place}: ${choiceInWords(about, choice)}` };
  });
}

/** Opens a settled conflict again. */
export async function reopenConflict(context: Context, slug: string, version: number, conflict: string): Promise<void> {
  await nextState(context, slug, version, (text) => ({
    text: reopen(text, conflict),
    what: `opened ${conflictNamed(text, conflict).place} again`,
  }));
}

/** Makes an earlier state the present one; all states stay. */
export async function returnConsolidation(
  context: Context,
  slug: string,
  version: number,
  number: number,
): Promise<void> {
  mustMay(context, 'draft-texts');
  const { text } = await consolidation(context, slug, number);
  await nextState(context, slug, version, () => ({ text, what: `returned to state ${number}` }));
}

async function nextState(
  context: Context,
  slug: string,
  version: number,
  make: (text: ConsolidatedText) => { text: ConsolidatedText; what: string },
): Promise<void> {
  mustMay(context, 'draft-texts');
  await together(context, async (context) => {
    const { consolidation: found, number, text } = await consolidation(context, slug);
    if (!(await touchConsolidation(context.db, found.id, version))) refuseStale('The draft');
    const next = make(text);
    await insertState(context.db, found.id, { ...next, number: number + 1, actor: context.viewer.name });
    await remember(
      context,
      'changed',
      { kind: 'consolidation', id: found.id },
      { before: { settled: text.settled }, after: { settled: next.text.settled }, note: next.what },
    );
  });
}

/** The draft as a Word file, changes as revisions of their proponents. */
export async function consolidationFile(context: Context, slug: string): Promise<WordFile> {
  const { text, states } = await consolidation(context, slug);
  const date = states.at(-1)?.at ?? context.now();
  const document = documentOfDraft(text, date.toISOString());
  return { name: `${text.instrument} consolidated.docx`, bytes: writeDocx(document) };
}

function conflictNamed(text: ConsolidatedText, id: string): Conflict {
  const found = layoutOf(text).conflicts.find((conflict) => conflict.id === id);
  if (found === undefined) refuse('not-found', 'The draft has no such conflict.', 'Load the page again.');
  return found;
}

/** What was chosen, for the list of states. */
function choiceInWords({ alternatives }: Conflict, choice: ConflictChoice): string {
  if ('take' in choice) return `as ${alternatives[choice.take]?.by.join(', ') ?? 'proposed'} would have it`;
  if ('words' in choice) return `“${choice.words.length > 200 ? `${choice.words.slice(0, 199)}…` : choice.words}”`;
  return 'drop' in choice ? 'dropped' : 'as in the base text';
}
