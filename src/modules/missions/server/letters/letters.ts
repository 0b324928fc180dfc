/** Letters: writing them, clearing them, looking at them as documents. Sending stands in `letter-sending`. */
import { writeDocx } from '#formats/docx/write/index.ts';
import { typstSource } from '#formats/typst/index.ts';
import { newId } from '#kernel/ids.ts';
import { refuse } from '#kernel/problem.ts';
import { audienceOf, may, maySee } from '#modules/access/index.ts';
import {
  freeSlug,
  mustMay,
  mustSee,
  refuseStale,
  remember,
  together,
  type Context,
} from '#modules/access/server/index.ts';
import { categories, memberships, organisationNames } from '#modules/directory/server/index.ts';
import { printPdf } from '#platform/print/index.ts';
import { printedDay } from '#kernel/dates.ts';
import { emptyQuery, recipientsOf, type KnownMembers, type Resolved } from '../../domain/letters/audience.ts';
import { firstWords, type LetterGround } from '../../domain/letters/first-words.ts';
import { footnoteProblem, LetterContent, type LetterKind } from '../../domain/letters/letter.ts';
import { letterDocument, letterLook } from '../../domain/letters/letter-document.ts';
import { cycleBy, type Cycle } from '../../store/cycles.ts';
import { insertLetter, letterBy, listLetters, lockLetter, updateLetter, type Letter } from '../../store/letters.ts';
import { listApplications, type Application } from '../../store/missions.ts';
import { cycle } from '../cycle/cycles.ts';

export type { Letter };

/** Letters the viewer may see, of one cycle (by its id) or of all; to whom exactly they went is the secretariat's. */
export async function letters(context: Context, of: string | null = null): Promise<Letter[]> {
  const found = await listLetters(context.db, audienceOf(context.viewer), of);
  return found.map((letter) => shownTo(context, letter));
}

/** A letter, with its cycle and the letter that it replies to, where they may be seen. @throws Refusal `not-found` */
export async function letter(
  context: Context,
  slug: string,
): Promise<{ letter: Letter; cycle: Cycle | null; repliesTo: Letter | null }> {
  const found = mustSee(context, await letterBy(context.db, { slug }), 'letter');
  const within = found.cycle === null ? null : await cycleBy(context.db, { id: found.cycle });
  const before = found.repliesTo === null ? null : await letterBy(context.db, { id: found.repliesTo });
  const seen = before === null ? [] : await listLetters(context.db, audienceOf(context.viewer), null);
  return {
    letter: shownTo(context, found),
    cycle: within !== null && maySee(context.viewer, within).allowed ? within : null,
    repliesTo: seen.find(({ id }) => id === before?.id) ?? null,
  };
}

/** Audiences by their printed words only. */
const printedOnly = (audiences: LetterContent['to']): LetterContent['to'] =>
  audiences.map(({ text }) => ({ text, query: emptyQuery }));

/** Recipients, the minus of an audience and who cleared it stay in the house. */
function shownTo(context: Context, found: Letter): Letter {
  if (may(context.viewer, 'run-missions').allowed) return found;
  const { content } = found;
  return {
    ...found,
    frozen: null,
    clearedBy: null,
    parties: [],
    content: { ...content, to: printedOnly(content.to), cc: printedOnly(content.cc) },
  };
}

/** A letter as it could begin, from what is known of a cycle. @throws Refusal `not-found` */
export async function beginLetter(
  context: Context,
  cycleSlug: string,
  kind: LetterKind,
  enclosures: LetterGround['enclosures'] = [],
): Promise<LetterContent> {
  mustMay(context, 'run-missions');
  const { id, programme, year, settings } = await cycle(context, cycleSlug);
  const [names, requests, others] = await Promise.all([
    categories(context),
    listApplications(context.db, audienceOf(context.viewer), { cycle: id }),
    listLetters(context.db, audienceOf(context.viewer), null),
  ]);
  const applicants = requests.filter(isCirculated).map(({ content }) => content.organisation);
  const references = others.map(({ content }) => content.reference).reverse();
  return firstWords(kind, { programme, year, settings, categories: names, enclosures, applicants, references });
}

/** Whether a request is in a circulation: accepted for it without another decision in hand, or sent round already. */
export const isCirculated = ({ stage, pending }: Application): boolean =>
  (stage === 'screened' && pending === null) || stage === 'circulated';

export interface NewLetter {
  kind: LetterKind;
  /** Address of the cycle; `null`: it belongs to none. */
  cycle: string | null;
  /** Address of the letter that it replies to. */
  repliesTo: string | null;
  content: LetterContent;
}

/** Writes a new letter, as a draft of the secretariat. @returns its address's last part */
export async function writeLetter(context: Context, wanted: NewLetter): Promise<string> {
  mustMay(context, 'run-missions');
  const content = mustBeLetter(wanted.content);
  return together(context, async (context) => {
    const made: Letter = {
      id: newId(context.now().getTime()),
      slug: await freeSlug(context.db, 'missions.letter', content.subject),
      cycle: wanted.cycle === null ? null : (await cycle(context, wanted.cycle)).id,
      kind: wanted.kind,
      content,
      repliesTo: await idOfLetter(context, wanted.repliesTo),
      state: 'draft',
      clearedBy: null,
      clearedAt: null,
      sentAt: null,
      frozen: null,
      visibility: 'secretariat',
      parties: [],
      version: 1,
    };
    await insertLetter(context.db, made);
    await remember(context, 'wrote', { kind: 'letter', id: made.id }, { after: made });
    return made.slug;
  });
}

/** Changes a letter that has not been sent; one that was cleared has to be cleared again. */
export async function changeLetter(
  context: Context,
  slug: string,
  version: number,
  change: { content: LetterContent; repliesTo: string | null },
): Promise<void> {
  mustMay(context, 'run-missions');
  const content = mustBeLetter(change.content);
  await together(context, async (context) => {
    const before = mustSee(context, await lockLetter(context.db, slug), 'letter');
    if (before.state === 'sent' || before.state === 'withdrawn') {
      refuse('letter-closed', 'A letter that was sent or withdrawn does not change.', 'Write another one.');
    }
    const repliesTo = await idOfLetter(context, change.repliesTo);
    const after = { content, repliesTo, state: 'draft', clearedBy: null, clearedAt: null } as const;
    if (!(await updateLetter(context.db, before.id, version, after))) refuseStale('The letter');
    await remember(context, 'changed', { kind: 'letter', id: before.id }, { before, after });
  });
}

/** Clears a letter to be sent, or withdraws it. @throws Refusal `letter-closed`, `not-draft` */
export async function settleLetter(
  context: Context,
  slug: string,
  version: number,
  state: 'cleared' | 'withdrawn',
): Promise<void> {
  mustMay(context, 'send-letters');
  await together(context, async (context) => {
    const before = mustSee(context, await lockLetter(context.db, slug), 'letter');
    if (before.state === 'sent' || before.state === 'withdrawn') {
      refuse('letter-closed', 'It was sent or withdrawn already.', 'Take its messages back in the outbox.');
    }
    if (state === 'cleared' && before.state === 'cleared') refuse('not-draft', 'It is cleared already.', 'Send it.');
    const after =
      state === 'cleared'
        ? { state, clearedBy: context.viewer.name, clearedAt: context.now() }
        : { state, clearedBy: null, clearedAt: null };
    if (!(await updateLetter(context.db, before.id, version, after))) refuseStale('The letter');
    await remember(
      context,
      state === 'cleared' ? 'cleared' : 'withdrew',
      { kind: 'letter', id: before.id },
      {
        before: { state: before.state },
        after,
      },
    );
  });
}

/** To whom a letter went, or would go today. */
export async function letterRecipients(context: Context, slug: string): Promise<Resolved> {
  mustMay(context, 'run-missions');
  const found = mustSee(context, await letterBy(context.db, { slug }), 'letter');
  return resolvedNow(context, found);
}

/** The same for a letter that was found; the caller has asked the policy. */
export async function resolvedNow(context: Context, found: Letter): Promise<Resolved> {
  const { frozen, content } = found;
  const day = context.now().toISOString().slice(0, 10);
  return recipientsOf({ frozen, to: content.to, cc: content.cc }, await knownMembers(context, found.cycle), day);
}

async function knownMembers(context: Context, cycleId: string | null): Promise<KnownMembers> {
  const all = await memberships(context);
  const requests =
    cycleId === null ? [] : await listApplications(context.db, audienceOf(context.viewer), { cycle: cycleId });
  const named = await organisationNames(
    context,
    all.map(({ organisation }) => organisation),
  );
  const applied = requests.filter(({ stage }) => !['draft', 'withdrawn', 'declined'].includes(stage));
  return {
    memberships: all,
    countries: new Map([...named].map(([id, { country }]) => [id, country])),
    applicants: [...new Set(applied.map(({ organisation }) => organisation).filter((id) => id !== null))],
  };
}

/** A file to hand out. */
export interface LetterFile {
  name: string;
  media: string;
  bytes: Uint8Array;
}

/** A letter in house layout, in Word or as PDF. @throws Refusal `not-found`, `no-typesetter` */
export async function letterFile(context: Context, slug: string, format: 'docx' | 'pdf'): Promise<LetterFile> {
  const { letter: found, repliesTo } = await letter(context, slug);
  // The name of the house stands at the head of its letters, whoever sees the cycle.
  const of = found.cycle === null ? null : await cycleBy(context.db, { id: found.cycle });
  return printed(context, found, of, repliesTo, format);
}

/** The same for a letter that was found; the caller has asked the policy. */
export function printed(
  context: Context,
  { content, sentAt }: Letter,
  of: Cycle | null,
  repliesTo: Letter | null,
  format: 'docx' | 'pdf',
): LetterFile {
  const date = content.date ?? (sentAt ?? context.now()).toISOString().slice(0, 10);
  const name = (content.reference === '' ? content.subject : content.reference).replaceAll('/', '-');
  const earlier = repliesTo?.content;
  const document = letterDocument({
    house: of?.settings.organiser ?? '',
    date,
    content,
    repliesTo:
      earlier === undefined
        ? null
        : [earlier.reference || earlier.subject, earlier.date === null ? '' : printedDay(earlier.date)]
            .filter((words) => words !== '')
            .join(', '),
    name,
  });
  return format === 'docx'
    ? {
        name: `${name}.docx`,
        media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        bytes: writeDocx(document, letterLook),
      }
    : { name: `${name}.pdf`, media: 'application/pdf', bytes: printPdf(typstSource(document, letterLook)) };
}

function mustBeLetter(typed: LetterContent): LetterContent {
  const checked = LetterContent.safeParse(typed);
  if (checked.success) {
    const problem = footnoteProblem(checked.data);
    if (problem !== null) refuse('bad-footnotes', problem, '', { field: 'footnotes' });
    return checked.data;
  }
  const [issue] = checked.error.issues;
  return refuse('bad-letter', issue?.message ?? 'This does not fit.', '', { field: issue?.path.join('-') ?? 'body' });
}

async function idOfLetter(context: Context, slug: string | null): Promise<string | null> {
  if (slug === null) return null;
  return mustSee(context, await letterBy(context.db, { slug }), 'letter').id;
}
