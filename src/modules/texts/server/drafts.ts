import type { Node } from 'prosemirror-model';
import { newId } from '#kernel/ids.ts';
import { refuse } from '#kernel/problem.ts';
import type { LegalText } from '#kernel/reading/index.ts';
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
import { cleanSteps, documentFrom, stepBetween, withSteps } from '../domain/drafting/authority.ts';
import { documentOf, emptyDocument } from '../domain/drafting/document.ts';
import { commentsIn, type Comment } from '../domain/drafting/notes.ts';
import { changedSince, proposedSteps, type ProposedChange } from '../domain/drafting/propose.ts';
import { idsByLine, textOfDraft } from '../domain/drafting/text.ts';
import { sittingsOf, type Sitting } from '../domain/drafting/sittings.ts';
import { suggestionsIn, type Hand, type Suggestion } from '../domain/drafting/suggest.ts';
import { nameOfInstrument, nameOfRevision } from '../domain/register/identity.ts';
import {
  appendSteps,
  baseOf,
  draftBySlug,
  insertDraft,
  insertState,
  listDrafts,
  lockedVersion,
  stateBefore,
  stepsBetween,
  stepsTaken,
  type Draft,
  type DraftStep,
} from '../store/drafts.ts';
import { clausesOf } from '../store/instruments.ts';
import { revision } from './texts.ts';

export type { Comment, Draft, DraftStep, Sitting, Suggestion };

/** After how many steps a document is kept whole, so that no state takes long to make. */
const stepsToState = 100;

/** Drafts the viewer may see. @param of the slug of a revision, for drafts that change it */
export async function drafts(context: Context, of: string | null = null): Promise<Draft[]> {
  const base = of === null ? null : (await revision(context, of)).revision.id;
  return listDrafts(context.db, audienceOf(context.viewer), base);
}

/**
 * Opens a draft, for the organisation of the one who opens it and the secretariat.
 * @param of the slug of the revision that is to be changed; `null` for a new text
 * @throws Refusal `no-text` for a revision that is known by name only, `no-title`, `no-organisation` when the one who
 *   opens it could not see it
 */
export async function openDraft(context: Context, of: string | null, title: string): Promise<Draft> {
  mustMay(context, 'draft-texts');
  const { viewer } = context;
  const parties = viewer.organisation === null ? [] : [viewer.organisation];
  if (!maySee(viewer, { visibility: 'parties', parties }).allowed) {
    refuse(
      'no-organisation',
      'A draft is shown to the organisation of the one who opens it, and your account names none.',
      'Ask an administrator to add your organisation to your account.',
    );
  }
  return together(context, async (context) => {
    const based = of === null ? null : await baseDocument(context, of);
    const words = title.trim() === '' ? (based?.title ?? '') : title.trim();
    if (words === '') refuse('no-title', 'Enter a title.', 'It names the draft in lists.', { field: 'title' });
    const draft = {
      id: newId(context.now().getTime()),
      slug: await freeSlug(context.db, 'texts.draft', words),
      title: words,
      revision: based?.revision ?? null,
      instrument: based?.instrument ?? null,
      opened_by: viewer.name,
      // It holds the words of the base text.
      visibility: based?.visibility === 'secretariat' ? ('secretariat' as const) : ('parties' as const),
      parties,
    };
    const document = (based?.document ?? emptyDocument()).toJSON() as object;
    await insertDraft(context.db, { ...draft, base: based === null ? null : document, account: viewer.account });
    await insertState(context.db, draft.id, 0, document);
    await remember(context, 'opened', { kind: 'draft', id: draft.id }, { after: { slug: draft.slug, title: words } });
    return mustSee(context, await draftBySlug(context.db, draft.slug), 'draft');
  });
}

/** The document of a revision's text; its clauses have the ids that they have in the register. */
async function baseDocument(context: Context, slug: string) {
  const found = await revision(context, slug);
  const { text, place, year, revised, id } = found.revision;
  if (text === null) {
    return refuse(
      'no-text',
      'The text of this revision is not in the register yet.',
      'Take it in through intake first.',
    );
  }
  const known = new Map((await clausesOf(context.db, id)).map(({ path, clause }) => [path, clause]));
  const next = (): string => newId(context.now().getTime());
  const name = place === null || year === null ? '' : ` ${nameOfRevision({ place, year, revised })}`;
  return {
    revision: id,
    visibility: found.revision.visibility,
    instrument: found.instrument.id,
    title: `${nameOfInstrument(found.instrument)}${name}`,
    document: documentOf(text, { clause: (path) => known.get(path) ?? next(), next }),
  };
}

/** A draft as it now stands. */
export interface DraftView {
  draft: Draft;
  text: LegalText;
  /** Ids of the blocks, by the lines of the text; for changes by form. */
  blocks: ReadonlyMap<number, string>;
  comments: Comment[];
  suggestions: Suggestion[];
}

/** A draft with its text. @param version an earlier state @throws Refusal `not-found`, `no-version` */
export async function draft(context: Context, slug: string, version: number | null = null): Promise<DraftView> {
  const found = mustSee(context, await draftBySlug(context.db, slug), 'draft');
  const { doc, base } = await documentsOf(context, found, version);
  return {
    draft: found,
    text: textOfDraft(doc, base),
    blocks: idsByLine(doc, base),
    comments: commentsIn(doc),
    suggestions: suggestionsIn(doc),
  };
}

/** The text of a draft with its changes, computed from the base text and the text as it now stands. @throws Refusal `not-found` */
export async function draftText(context: Context, slug: string): Promise<LegalText> {
  return (await draft(context, slug)).text;
}

async function documentsOf(context: Context, { id, version }: Draft, at: number | null) {
  if (at !== null) mustBeState(at, version);
  const base = await baseOf(context.db, id);
  return { doc: await documentAt(context, id, at ?? version), base: base === null ? null : documentFrom(base) };
}

/** A state that a draft has had; one from before a restored backup it has not. */
function mustBeState(version: number, last: number): void {
  if (Number.isInteger(version) && version >= 0 && version <= last) return;
  refuse('no-version', 'The draft has no such state.', 'Load it again, and choose one from its history.');
}

async function documentAt(context: Context, id: string, version: number): Promise<Node> {
  const state = await stateBefore(context.db, id, version);
  if (state === null)
    return refuse('draft-damaged', 'The draft has lost its first state.', 'Restore it from a backup.');
  const steps = await stepsBetween(context.db, id, state.version, version);
  let doc = documentFrom(state.document);
  for (let from = 0; from < steps.length; from += 1000) {
    doc = withSteps(
      doc,
      steps.slice(from, from + 1000).map(({ step }) => step),
    );
  }
  return doc;
}

/** The documents that the editor works on, as JSON. @param version an earlier state, on which unsent changes rest */
export async function draftDocument(
  context: Context,
  slug: string,
  version: number | null = null,
): Promise<{ id: string; version: number; document: unknown; base: unknown }> {
  mustMay(context, 'draft-texts');
  const found = mustSee(context, await draftBySlug(context.db, slug), 'draft');
  const { doc, base } = await documentsOf(context, found, version);
  return { id: found.id, version: version ?? found.version, document: doc.toJSON(), base: base?.toJSON() ?? null };
}

/** Steps of a draft after a version. */
export async function draftSteps(
  context: Context,
  slug: string,
  since: number,
): Promise<{ version: number; steps: DraftStep[] }> {
  mustMay(context, 'draft-texts');
  const found = mustSee(context, await draftBySlug(context.db, slug), 'draft');
  mustBeVersion(since, found.version);
  return { version: found.version, steps: await stepsBetween(context.db, found.id, since, found.version) };
}

function mustBeVersion(version: number, newest: number): void {
  if (!Number.isInteger(version) || version < 0 || version > newest) {
    refuse('no-version', 'The draft has no such state.', 'Load it again.');
  }
}

/** What a browser sends: steps on a version, and the name by which it knows its own steps again. */
export interface SentSteps {
  version: number;
  client: string;
  steps: readonly unknown[];
}

/**
 * Takes steps that rest on the draft's version. Steps on an older one are not taken: the answer holds those that came
 * in between, over which the browser carries its own.
 * @throws Refusal `step-refused` when one does not fit the text
 */
export async function takeSteps(
  context: Context,
  slug: string,
  { version, client, steps }: SentSteps,
): Promise<{ taken: boolean; version: number; steps: DraftStep[] }> {
  mustMay(context, 'draft-texts');
  const found = mustSee(context, await draftBySlug(context.db, slug), 'draft');
  return together(context, async (context) => {
    const now = await lockedVersion(context.db, found.id);
    mustBeVersion(version, now);
    if (version !== now) {
      const missed = await stepsBetween(context.db, found.id, version, now);
      return { taken: false, version: now, steps: missed };
    }
    await append(context, found.id, now, steps, client, null);
    return { taken: true, version: now + steps.length, steps: [] };
  });
}

/** Tries steps and keeps them; now and then the whole document as well. */
async function append(
  context: Context,
  id: string,
  version: number,
  steps: readonly unknown[],
  client: string,
  note: string | null,
): Promise<void> {
  const { account, name: author } = context.viewer;
  const own = cleanSteps(steps);
  const doc = withSteps(await documentAt(context, id, version), own);
  await appendSteps(context.db, id, version, own, { client, account, author, note, at: context.now() });
  const after = version + steps.length;
  if (Math.floor(after / stepsToState) > Math.floor(version / stepsToState)) {
    await insertState(context.db, id, after, doc.toJSON() as object);
  }
}

/**
 * Makes a change that was proposed by form.
 * @param version the version that the form showed; the change is made as long as nobody else changed that clause since
 * @throws Refusal `changed-meanwhile` when somebody did
 */
export async function proposeChange(
  context: Context,
  slug: string,
  version: number,
  change: ProposedChange,
): Promise<void> {
  mustMay(context, 'draft-texts');
  const found = mustSee(context, await draftBySlug(context.db, slug), 'draft');
  await together(context, async (context) => {
    const now = await lockedVersion(context.db, found.id);
    const doc = await documentAt(context, found.id, now);
    if (version !== now) {
      if (!Number.isInteger(version) || version < 0 || version > now) refuseStale('The draft');
      if (changedSince(change.block, await documentAt(context, found.id, version), doc)) refuseStale('The clause');
    }
    const { steps } = proposedSteps(doc, change, handOf(context));
    const sent = steps.map((step) => step.toJSON() as unknown);
    await append(context, found.id, now, sent, `form ${newId(context.now().getTime())}`, notes[change.what]);
  });
}

const notes = {
  reword: 'reworded a clause by form',
  delete: 'deleted a clause by form',
  'insert-after': 'added a clause by form',
} as const;

/** A hand that suggests for the viewer. */
function handOf(context: Context): Hand {
  const now = context.now();
  return {
    author: context.viewer.name,
    at: `${now.toISOString().slice(0, 16)}Z`,
    newId: () => newId(now.getTime()),
    suggest: true,
  };
}

/** Who worked on a draft and when, the last first. @throws Refusal `not-found` */
export async function draftHistory(context: Context, slug: string): Promise<{ draft: Draft; sittings: Sitting[] }> {
  const found = mustSee(context, await draftBySlug(context.db, slug), 'draft');
  return { draft: found, sittings: sittingsOf(await stepsTaken(context.db, found.id)) };
}

/** Makes an earlier state the present one, as one more change: nothing that came since is lost. @throws Refusal `nothing-changed` */
export async function returnToState(context: Context, slug: string, version: number, earlier: number): Promise<void> {
  mustMay(context, 'draft-texts');
  const found = mustSee(context, await draftBySlug(context.db, slug), 'draft');
  await together(context, async (context) => {
    const now = await lockedVersion(context.db, found.id);
    if (version !== now) refuseStale('The draft');
    const { doc: then } = await documentsOf(context, { ...found, version: now }, earlier);
    const step = stepBetween(await documentAt(context, found.id, now), then);
    if (step === null) refuse('nothing-changed', 'The draft stands as it stood then.', 'Choose another state.');
    const client = `state ${newId(context.now().getTime())}`;
    await append(context, found.id, now, [step.toJSON()], client, `returned to state ${earlier}`);
    await remember(
      context,
      'returned to an earlier state of',
      { kind: 'draft', id: found.id },
      { before: now, after: earlier },
    );
  });
}
