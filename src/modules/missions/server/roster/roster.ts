/**
 * The roster: experts and organisations that help. An entry is shown no further than was consented to. The history of
 * an entry names what changed and never holds what it says, so that removing personal data leaves none there.
 */
import { newId } from '#kernel/ids.ts';
import { refuse } from '#kernel/problem.ts';
import type { Written } from '#kernel/register.ts';
import { audienceOf, may, system } from '#modules/access/index.ts';
import {
  announce,
  freeSlug,
  mustMay,
  mustSee,
  refuseStale,
  remember,
  together,
  type Context,
} from '#modules/access/server/index.ts';
import { contacts, forgetPersonApart, keepPersonApart, organisationBearing } from '#modules/directory/server/index.ts';
import { noLongerNeeded } from '#modules/post/server/index.ts';
import { Consent, isStale, shownTo } from '../../domain/roster/consent.ts';
import type { Details } from '../../domain/roster/details.ts';
import { forOthers, wordsOf } from '../../domain/roster/entry.ts';
import { emptyProfile } from '../../domain/roster/profile.ts';
import {
  endInvitations,
  entryBy,
  insertEntry,
  listEntries,
  lockAccount,
  updateEntry,
  type StoredEntry,
} from '../../store/roster.ts';

/** An entry with as much of it as the viewer may see. */
export interface RosterEntry extends StoredEntry {
  /** Not confirmed for twelve months: it is not proposed for missions. */
  stale: boolean;
  /** Whether all of it is here: for the secretariat, and for the person. */
  whole: boolean;
  /** Whether it is the viewer's own. */
  own: boolean;
}

/** What is done to an entry from outside a form: by a link, by an account, by the secretariat. */
export interface EntryChange {
  details: Details;
  /** What the person allows from now on; not given: nothing changes. */
  consent?: Consent;
  /** Whether everything is confirmed as of today. */
  confirmed: boolean;
}

export const today = (context: Context): string => context.now().toISOString().slice(0, 10);

/** The workbench does what the policy would not let the person do alone; the history says who asked for it. */
export const asHouse = (context: Context, name = context.viewer.name): Context => ({
  ...context,
  viewer: { ...system, account: context.viewer.account, name },
});

function shown(context: Context, entry: StoredEntry): RosterEntry {
  const own = entry.account !== null && entry.account === context.viewer.account;
  const whole = own || may(context.viewer, 'run-missions').allowed;
  return { ...(whole ? entry : forOthers(entry)), stale: isStale(entry.confirmedOn, today(context)), whole, own };
}

/** Consent ends by the calendar, also before anything has been removed. */
const guarded = (context: Context, entry: StoredEntry): StoredEntry => ({
  ...entry,
  visibility: shownTo(entry.consent, today(context)),
});

/** Entries that the viewer may see, by name. */
export async function roster(context: Context): Promise<RosterEntry[]> {
  const audience = audienceOf(context.viewer);
  const all = await listEntries(context.db, audience);
  return all
    .map((entry) => guarded(context, entry))
    .filter((entry) => audience.visibilities.includes(entry.visibility))
    .map((entry) => shown(context, entry));
}

/** An entry by its address. @throws Refusal `not-found` */
export async function rosterEntry(context: Context, slug: string): Promise<RosterEntry> {
  const found = await entryBy(context.db, { slug });
  if (found !== null && found.account !== null && found.account === context.viewer.account) {
    return shown(context, guarded(context, found));
  }
  const entry = mustSee(context, found === null ? null : guarded(context, found), 'entry of the roster');
  return shown(context, entry);
}

/** The viewer's own entry; `null` where there is none. */
export async function ownRosterEntry(context: Context): Promise<RosterEntry | null> {
  const { account } = context.viewer;
  const found = account === null ? null : await entryBy(context.db, { account });
  return found === null ? null : shown(context, found);
}

/** How to reach the person of an entry: for the secretariat and for the person; `null` for everybody else. */
export async function rosterContacts(
  context: Context,
  entry: RosterEntry,
): Promise<{ email: string; telephone: string } | null> {
  const found = await rosterEntry(context, entry.slug);
  return found.whole ? contactsOfEntry(context, found) : null;
}

/** For services that have asked the policy. */
export async function contactsOfEntry(
  context: Context,
  { person }: Pick<StoredEntry, 'person'>,
): Promise<{ email: string; telephone: string }> {
  const known = person === null ? [] : ((await contacts(asHouse(context), [person]))?.get(person) ?? []);
  const of = (kind: string): string => known.find((contact) => contact.kind === kind)?.value ?? '';
  return { email: of('e-mail'), telephone: of('telephone') };
}

/**
 * Puts somebody on the roster: the secretariat anybody, an expert with an account itself.
 * @returns the last part of its address
 * @throws Refusal `entry-exists` for a second entry of one's own; `consent-missing` for an own one without consent
 */
export async function addToRoster(context: Context, wanted: EntryChange, cameBy?: 'import'): Promise<string> {
  const staff = may(context.viewer, 'run-missions').allowed;
  if (!staff) mustKeepOwn(context);
  return together(context, async (context) => {
    const account = staff ? null : context.viewer.account;
    if (account !== null) await lockAccount(context.db, account);
    if (!staff && (await ownRosterEntry(context)) !== null) {
      refuse('entry-exists', 'You are on the roster already.', 'Change your entry.');
    }
    if (!staff && wanted.consent === undefined) refuseWithoutConsent();
    const id = newId(context.now().getTime());
    const { details } = wanted;
    const entry: StoredEntry = {
      id,
      slug: await freeSlug(context.db, 'missions.expert', details.name),
      ...(await fieldsFrom(context, details)),
      confirmedOn: wanted.confirmed ? today(context) : null,
      consent: wanted.consent ?? null,
      account,
      person: id,
      cameBy: cameBy ?? (staff ? 'hand' : 'self'),
      emptiedAt: null,
      remindedOn: null,
      visibility: shownTo(wanted.consent ?? null, today(context)),
      parties: [],
      version: 1,
    };
    const { version: _, ...row } = entry;
    await insertEntry(context.db, row);
    await keepReached(context, entry, details);
    await remember(context, 'put on the roster', { kind: 'expert', id }, { after: allowedIn(entry.consent) });
    await announce(context, { written: entryWritten(entry), gone: hiddenOf(entry) });
    return entry.slug;
  });
}

/** An expert with an account keeps its own entry. */
function mustKeepOwn(context: Context): void {
  if (context.viewer.role === 'expert' && context.viewer.account !== null) return;
  mustMay(context, 'run-missions');
}

function refuseWithoutConsent(): never {
  refuse(
    'consent-missing',
    'Without your consent the entry cannot be kept.',
    'Tick that the secretariat may keep it, or ask to be removed.',
    { field: 'kept' },
  );
}

/** Changes an entry, if it still is as it was seen. For the secretariat and the person. */
export async function changeRosterEntry(
  context: Context,
  slug: string,
  version: number,
  change: EntryChange,
): Promise<string> {
  const staff = may(context.viewer, 'run-missions').allowed;
  if (!staff) mustKeepOwn(context);
  return together(context, async (context) => {
    const before = await rosterEntry(context, slug);
    if (!before.whole) mustMay(context, 'run-missions');
    if (!staff && change.consent === undefined) refuseWithoutConsent();
    return changeEntry(context, before, version, change);
  });
}

/** For services that have asked the policy, in their transaction. @returns the last part of the address */
export async function changeEntry(
  context: Context,
  before: StoredEntry,
  version: number,
  { details, consent, confirmed }: EntryChange,
): Promise<string> {
  if (before.emptiedAt !== null)
    refuse('not-open', 'The personal data of this entry were removed.', 'Make a new entry.');
  const after: StoredEntry = {
    ...before,
    ...(await fieldsFrom(context, details)),
    ...(consent === undefined ? {} : { consent, remindedOn: null }),
    ...(confirmed ? { confirmedOn: today(context) } : {}),
  };
  after.visibility = shownTo(after.consent, today(context));
  const { id, version: _, ...fields } = storedPart(after);
  if (!(await updateEntry(context.db, id, version, fields, context.now()))) refuseStale('The entry');
  await keepReached(context, after, details);
  await remember(
    context,
    confirmed ? 'confirmed' : 'changed',
    { kind: 'expert', id },
    { after: { fields: changedFields(before, after), ...allowedIn(after.consent) } },
  );
  await announce(context, { written: entryWritten(after), gone: hiddenOf(after) });
  return after.slug;
}

/** Only what is stored: a shown entry carries more. */
function storedPart(entry: StoredEntry): StoredEntry {
  const { stale: _, whole: __, own: ___, ...stored } = entry as RosterEntry;
  return stored;
}

/** What an entry takes from its details. */
async function fieldsFrom(context: Context, { kind, name, organisation, country, profile, active }: Details) {
  const known = await organisationBearing(context, organisation);
  return { kind, name, organisation: known?.id ?? null, organisationName: organisation, country, profile, active };
}

const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);

/** Names of parts that differ, for the history: what they say stays out of it. */
function changedFields(before: StoredEntry, after: StoredEntry): string[] {
  const own = (['kind', 'name', 'organisationName', 'country', 'active'] as const).filter((key) =>
    differs(before[key], after[key]),
  );
  const keys = Object.keys(after.profile) as (keyof typeof after.profile)[];
  return [...own, ...keys.filter((key) => differs(before.profile[key], after.profile[key]))];
}

const allowedIn = (consent: Consent | null): Record<string, unknown> => ({
  consent: consent === null ? 'not asked yet' : consent,
});

/** Ways to reach a person go to the directory, and go when the consent ends. */
async function keepReached(context: Context, entry: StoredEntry, { email, telephone }: Details): Promise<void> {
  const reached = [
    { kind: 'e-mail' as const, value: email },
    { kind: 'telephone' as const, value: telephone },
  ].filter(({ value }) => value !== '');
  const { id, person, name, consent } = entry;
  await keepPersonApart(asHouse(context), { id: person ?? id, name }, reached, consent?.expiresOn ?? null);
}

/** What search learns of an entry; nothing of one that only the secretariat sees. */
function entryWritten(entry: StoredEntry): Written[] {
  const { id, slug, name, organisation, visibility, parties } = entry;
  if (visibility === 'secretariat' || entry.emptiedAt !== null) return [];
  const address = `/missions/roster/${slug}`;
  const body = [entry.organisationName, wordsOf(entry)].filter((text) => text !== '').join('\n');
  return [
    {
      kind: 'expert',
      id,
      address,
      title: name,
      body,
      year: null,
      organisation,
      visibility,
      parties,
      passages: [],
      forgettable: true,
    },
  ];
}

const hiddenOf = (entry: StoredEntry) =>
  entryWritten(entry).length === 0 ? [{ kind: 'expert' as const, id: entry.id }] : [];

/** Takes somebody off the roster at once: personal data are removed, see {@link emptyEntry}. */
export async function removeFromRoster(context: Context, slug: string, version: number): Promise<void> {
  const staff = may(context.viewer, 'run-missions').allowed;
  if (!staff) mustKeepOwn(context);
  await together(context, async (context) => {
    const before = await rosterEntry(context, slug);
    if (!before.whole) mustMay(context, 'run-missions');
    if (before.version !== version) refuseStale('The entry');
    await emptyEntry(context, before, before.own ? 'The person asked for it.' : 'The secretariat removed it.');
  });
}

/**
 * Removes the personal data of an entry. What missions need is left: that there was an expert, or an organisation. In
 * the caller's transaction, for services that have asked the policy.
 * @param why kept in the history, which holds nothing else of the entry
 */
export async function emptyEntry(context: Context, entry: StoredEntry, why: string): Promise<void> {
  const { id, person } = entry;
  const name = entry.kind === 'person' ? 'An expert' : 'An organisation';
  const emptied = {
    slug: `former-${id}`,
    name,
    organisation: null,
    organisationName: '',
    country: null,
    profile: emptyProfile,
    confirmedOn: null,
    active: false,
    consent: null,
    account: null,
    visibility: 'secretariat' as const,
    parties: [],
    emptiedAt: context.now(),
  };
  if (!(await updateEntry(context.db, id, entry.version, emptied, context.now()))) refuseStale('The entry');
  const house = asHouse(context);
  await forgetPersonApart(house, person ?? id, name);
  await endInvitations(context.db, { expert: id }, 'removed', context.now());
  const about = { kind: 'expert' as const, id };
  for (const kind of ['invitation', 'reminder']) await noLongerNeeded(house, { about, kind });
  await remember(context, 'removed the personal data of', about, { note: why });
  await announce(context, { gone: [about] });
}
