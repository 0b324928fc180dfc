/** The history in words: with the names of what was changed, and what one person did at one time told together. */
import { historyOf, type Context } from '#modules/access/server/index.ts';
import { namesOf } from '#modules/trace/server/index.ts';
import { isThingKind } from '#kernel/reference.ts';
import { kindName } from './words.ts';

export type Entry = Awaited<ReturnType<typeof historyOf>>[number];

/** What an entry of the history is about. */
export interface Subject {
  /** "proposal"; the empty string where the deed says all. */
  kind: string;
  name: string | null;
  address: string | null;
}

/** What entries are about, as far as the viewer may see it; in the order of the entries. */
export async function subjectsOf(context: Context, entries: readonly Entry[]): Promise<Subject[]> {
  const names = await namesOf(
    context,
    entries.flatMap(({ subjectKind, subjectId }) =>
      isThingKind(subjectKind) ? [{ kind: subjectKind, id: subjectId }] : [],
    ),
  );
  return entries.map((entry) => {
    const named = names.get(`${entry.subjectKind} ${entry.subjectId}`);
    return {
      // What was done to all examples at once names them itself: "read examples".
      kind: entry.subjectId === 'examples' ? '' : kindName(entry.subjectKind).toLowerCase(),
      name: named?.title ?? nameIn(entry.after) ?? nameIn(entry.before),
      address: named?.address ?? ownAddress(entry),
    };
  });
}

function nameIn(value: unknown): string | null {
  const names = ['name', 'title', 'reference', 'signInName'].map((key) => wordIn(value, key));
  return names.find((name) => name !== null) ?? null;
}

function wordIn(value: unknown, key: string): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const word: unknown = (value as Record<string, unknown>)[key];
  return typeof word === 'string' && word !== '' ? word : null;
}

/** Pages of things that search does not know. */
function ownAddress({ subjectKind, subjectId, before, after }: Entry): string | null {
  if (subjectKind === 'reading') return `/intake/${subjectId}`;
  if (subjectKind === 'account') return `/people/${subjectId}`;
  const folder = { draft: 'drafts', preparation: 'preparations', consolidation: 'consolidations' }[subjectKind];
  const slug = wordIn(after, 'slug') ?? wordIn(before, 'slug');
  return folder === undefined || slug === null ? null : `/texts/${folder}/${slug}`;
}

/** Several deeds of one kind, by one person, within one minute. */
export interface Deeds {
  at: Date;
  actor: string;
  action: string;
  /** To how many things. */
  count: number;
  /** What it was done to, where it was one thing only. */
  subject: Subject;
}

/** The newest entries, with those of one kind told together: "accepted 25 proposals". */
export async function latestDeeds(context: Context, most: number): Promise<Deeds[]> {
  const entries = await historyOf(context, null, { before: null, most: 400 });
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const minute = Math.floor(entry.at.getTime() / 60_000);
    const key = [minute, entry.actor, entry.via, entry.action, entry.subjectKind].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  const newest = [...groups.values()].slice(0, most);
  const firsts = newest.flatMap((group) => group.slice(0, 1));
  const subjects = await subjectsOf(context, firsts);
  return firsts.flatMap((entry, index) => {
    const subject = subjects[index];
    return subject === undefined
      ? []
      : [
          {
            at: entry.at,
            actor: entry.actor,
            action: entry.action,
            count: new Set(newest[index]?.map(({ subjectId }) => subjectId)).size,
            subject,
          },
        ];
  });
}
