import type { Context } from '#modules/access/server/index.ts';

/** A service that only some roles may call, with a call and those roles. */
export interface Guarded {
  call: (context: Context) => unknown;
  roles: string[];
}

/** The policy lines of a part of the house, exported as `policies` by a file in `policies/`. */
export interface Policies {
  /** By "room.service". */
  guarded: Record<string, Guarded>;
  /** Services that anybody may call: each shows only what the one policy lets the viewer see. */
  filtered: string[];
  /** What is exported beside services. */
  others: string[];
}
