/**
 * Who may see and do what. One function, {@link maySee}, decides for every page, export, feed and search; the SQL of
 * lists is made from the same {@link audienceOf}, and a test holds the two together.
 */
import { z } from 'zod';

export const Role = z.enum(['public', 'member', 'expert', 'partner', 'drafter', 'secretariat', 'administrator']);
export type Role = z.infer<typeof Role>;

/** What the roles are called on pages. */
export const roleNames: Record<Role, string> = {
  public: 'Public',
  member: 'Member administration',
  expert: 'Expert or offering organisation',
  partner: 'Partner agency',
  drafter: 'Drafter or coordinator',
  secretariat: 'Secretariat',
  administrator: 'Administrator',
};

/** To whom a record or a field is shown. `parties`: to the organisations it names, and to the secretariat. */
export const Visibility = z.enum(['public', 'members', 'partners', 'parties', 'secretariat']);
export type Visibility = z.infer<typeof Visibility>;

export const visibilityNames: Record<Visibility, string> = {
  public: 'everyone',
  members: 'member administrations',
  partners: 'partner agencies',
  parties: 'the organisations concerned',
  secretariat: 'the secretariat',
};

/** The person who looks: signed in, or anybody. */
export interface Viewer {
  /** `null` for a visitor who is not signed in, and for the system itself. */
  account: string | null;
  name: string;
  role: Role;
  /** The organisation the person acts for. */
  organisation: string | null;
}

/** A visitor who is not signed in. */
export const anybody: Viewer = { account: null, name: 'Visitor', role: 'public', organisation: null };

/** The workbench itself, when it reads its examples or repairs something. */
export const system: Viewer = { account: null, name: 'Throughline', role: 'administrator', organisation: null };

/** What a record or field says of who may see it. */
export interface Guarded {
  visibility: Visibility;
  /** Organisations concerned. */
  parties?: readonly string[];
}

export interface Decision {
  allowed: boolean;
  /** In words for the person. */
  why: string;
}

/** What a viewer's role opens: the visibilities, and the organisation whose own matters it sees. */
export interface Audience {
  visibilities: readonly Visibility[];
  organisation: string | null;
}

const opened: Record<Role, readonly Visibility[]> = {
  public: ['public'],
  expert: ['public'],
  member: ['public', 'members'],
  drafter: ['public', 'members'],
  partner: ['public', 'partners'],
  secretariat: ['public', 'members', 'partners', 'parties', 'secretariat'],
  administrator: ['public', 'members', 'partners', 'parties', 'secretariat'],
};

/** The audience a viewer belongs to, for queries. */
export function audienceOf(viewer: Viewer): Audience {
  return { visibilities: opened[viewer.role], organisation: viewer.organisation };
}

/** Decides whether a person may see a record or a field. */
export function maySee(viewer: Viewer, thing: Guarded): Decision {
  const audience = audienceOf(viewer);
  if (audience.visibilities.includes(thing.visibility)) {
    return { allowed: true, why: `Shown to ${visibilityNames[thing.visibility]}.` };
  }
  if (
    thing.visibility === 'parties' &&
    audience.organisation !== null &&
    thing.parties?.includes(audience.organisation) === true
  ) {
    return { allowed: true, why: 'Your organisation is concerned.' };
  }
  return { allowed: false, why: `Only shown to ${visibilityNames[thing.visibility]}.` };
}

/** A value, or `null` in its place where the viewer may not see it. */
export function onlyFor<T>(
  viewer: Viewer,
  visibility: Visibility,
  value: T,
  parties: readonly string[] = [],
): T | null {
  return maySee(viewer, { visibility, parties }).allowed ? value : null;
}

/** What one may do. */
export const abilities = {
  'read-files': 'bring files into intake and see their readings',
  'accept-readings': 'correct readings and accept them into the register',
  'edit-records': 'change records of the register',
  'draft-texts': 'draft changes to texts and prepare contributions',
  'answer-for-members': 'say for a member whether it supports a proposal',
  'apply-for-missions': 'apply for an expert mission on behalf of its organisation',
  'offer-missions': 'offer help with an expert mission on behalf of its organisation',
  'run-missions': 'run the cycle of expert missions',
  'send-letters': 'look through what waits to go out, and send it',
  'see-history': 'see the history of every record',
  'manage-people': 'manage organisations and accounts',
  'see-as': 'look at the workbench with the eyes of another role',
  'start-empty': 'remove the examples',
} as const;

export type Ability = keyof typeof abilities;

const granted: Record<Role, readonly Ability[]> = {
  public: [],
  member: ['answer-for-members', 'apply-for-missions', 'offer-missions'],
  expert: ['offer-missions'],
  partner: ['offer-missions'],
  drafter: ['read-files', 'draft-texts', 'answer-for-members'],
  secretariat: [
    'read-files',
    'accept-readings',
    'edit-records',
    'draft-texts',
    'answer-for-members',
    'apply-for-missions',
    'offer-missions',
    'run-missions',
    'send-letters',
    'see-history',
  ],
  administrator: [
    'read-files',
    'accept-readings',
    'edit-records',
    'draft-texts',
    'answer-for-members',
    'apply-for-missions',
    'offer-missions',
    'run-missions',
    'send-letters',
    'see-history',
    'manage-people',
    'see-as',
    'start-empty',
  ],
};

/** Decides whether a person may do something. */
export function may(viewer: Viewer, ability: Ability): Decision {
  if (granted[viewer.role].includes(ability))
    return { allowed: true, why: `${roleNames[viewer.role]} may ${abilities[ability]}.` };
  return {
    allowed: false,
    why:
      viewer.account === null
        ? `Sign in to ${abilities[ability]}.`
        : `${roleNames[viewer.role]} may not ${abilities[ability]}.`,
  };
}
